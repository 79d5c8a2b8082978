#include "font.h"

// Only pictures in PNG and PDF bring letters of their own: other builds do without the 1.2 MB.
#ifdef DIGIGOV_CAIRO

#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char mono[] = {
#embed "DejaVuSansMono.ttf"
};

static const unsigned char sans[] = {
#embed "LiberationSans-Regular.ttf"
};

static const unsigned char sans_bold[] = {
#embed "LiberationSans-Bold.ttf"
};

const unsigned char *digigov_font(digigov_font_name name, size_t *length) {
  switch (name) {
    case digigov_sans:
      *length = sizeof sans;
      return sans;
    case digigov_sans_bold:
      *length = sizeof sans_bold;
      return sans_bold;
    default:
      *length = sizeof mono;
      return mono;
  }
}

#else

const unsigned char *digigov_font(digigov_font_name name, size_t *length) {
  (void)name;
  *length = 0;
  return NULL;
}

#endif
