#ifndef DIGIGOV_FONT_H
#define DIGIGOV_FONT_H

#include <stddef.h>

/// The bytes of the bundled font, DejaVu Sans Mono; null in a build without it.
const unsigned char *digigov_font(size_t *length);

#endif
