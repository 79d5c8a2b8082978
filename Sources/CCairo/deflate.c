#include "ccairo.h"

#ifdef DIGIGOV_CAIRO

#include <zlib.h>

size_t digigov_deflate(const uint8_t *bytes, size_t length, uint8_t *into, size_t room) {
  z_stream stream = {0};
  // Fifteen bits of window, below nought for bare DEFLATE, as zip has it.
  if (deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  stream.next_in = (uint8_t *)(uintptr_t)bytes;
  stream.avail_in = (uInt)length;
  stream.next_out = into;
  stream.avail_out = (uInt)room;
  size_t written = deflate(&stream, Z_FINISH) == Z_STREAM_END ? stream.total_out : 0;
  deflateEnd(&stream);
  return written;
}

#else

size_t digigov_deflate(const uint8_t *bytes, size_t length, uint8_t *into, size_t room) {
  (void)bytes, (void)length, (void)into, (void)room;
  return 0;
}

#endif
