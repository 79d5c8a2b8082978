#ifndef DIGIGOV_FONT_H
#define DIGIGOV_FONT_H

#include <stddef.h>

/// The bundled fonts: DejaVu Sans Mono for cells, Liberation Sans for pages.
typedef enum { digigov_mono, digigov_sans, digigov_sans_bold } digigov_font_name;

/// The bytes of a bundled font; null in a build without them.
const unsigned char *digigov_font(digigov_font_name name, size_t *length);

#endif
