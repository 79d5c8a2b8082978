#ifndef DIGIGOV_PNG_H
#define DIGIGOV_PNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A PNG of `height` rows of `width` pixels 0xRRGGBB, whose rows begin `stride` bytes apart. The
/// caller frees it. Null when there is no memory.
uint8_t *digigov_png(const uint8_t *pixels, size_t width, size_t height, size_t stride,
                     size_t *length);

#endif
