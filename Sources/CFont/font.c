#include "font.h"

// Only pictures in PNG and PDF bring letters of their own: other builds do without the 340 kB.
#ifdef DIGIGOV_CAIRO

#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char font[] = {
#embed "DejaVuSansMono.ttf"
};

const unsigned char *digigov_font(size_t *length) {
  *length = sizeof font;
  return font;
}

#else

const unsigned char *digigov_font(size_t *length) {
  *length = 0;
  return NULL;
}

#endif
