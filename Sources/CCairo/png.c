#include "png.h"

#ifdef DIGIGOV_CAIRO

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// A screen has few colours and long runs of one. So most pictures go with a palette, at a byte a
// pixel: a third of what there would be to compress, and a smaller file.

enum {
  palette_size = 256,
  // Of the table that colours are looked up in; a power of two, twice as many as it may hold.
  slot_bits = 14,
  slots = 1 << slot_bits,
  most_colours = slots / 2,
  // By how much of 255 a channel may differ where a rare colour gives way to its neighbour. Only
  // the soft edges of letters have so many colours, and there it cannot be seen.
  most_error = 4,
  // Further levels take twice the time for a tenth of the bytes.
  level = 3,
};

typedef struct {
  uint32_t colour, count;
  int place;
} entry;

typedef struct {
  // Free slots have a count of 0.
  entry entries[slots];
  size_t used;
  uint32_t palette[palette_size];
  size_t colours;
} table;

typedef struct {
  const uint8_t *pixels;
  size_t width, height, stride;
} image;

static const uint32_t *row_of(const image *image, size_t row) {
  return (const uint32_t *)(const void *)(image->pixels + row * image->stride);
}

// Whether a row is as the one above it, as many are in pictures of cells.
static bool repeats(const image *image, size_t row) {
  return row > 0 && memcmp(row_of(image, row), row_of(image, row - 1), image->width * 4) == 0;
}

// How many pixels from the first have its colour; eight at a time, since most runs are long.
static size_t run_of(const uint32_t *pixels, size_t count) {
  size_t length = 1;
  while (length + 8 <= count) {
    uint32_t differences = 0;
    for (int index = 0; index < 8; index++) differences |= pixels[length + index] ^ pixels[0];
    if (differences != 0) break;
    length += 8;
  }
  while (length < count && pixels[length] == pixels[0]) length++;
  return length;
}

static entry *entry_of(table *table, uint32_t colour) {
  size_t slot = (colour * 2654435761u) >> (32 - slot_bits);
  while (table->entries[slot].count > 0 && table->entries[slot].colour != colour) {
    slot = (slot + 1) % slots;
  }
  return &table->entries[slot];
}

// A row that repeats counts once. False where there are too many colours to be worth it.
static bool count_colours(table *table, const image *image) {
  for (size_t row = 0; row < image->height; row++) {
    if (repeats(image, row)) continue;
    const uint32_t *pixels = row_of(image, row);
    for (size_t index = 0; index < image->width;) {
      size_t run = run_of(pixels + index, image->width - index);
      uint32_t colour = pixels[index] & 0xFFFFFF;
      entry *entry = entry_of(table, colour);
      if (entry->count == 0 && ++table->used > most_colours) return false;
      entry->colour = colour;
      entry->count += (uint32_t)run;
      index += run;
    }
  }
  return true;
}

// The most frequent first; of two as frequent the darker, so that the bytes are always the same.
static int compare(const void *one, const void *other) {
  const entry *a = one, *b = other;
  if (a->count != b->count) return a->count < b->count ? 1 : -1;
  return a->colour < b->colour ? -1 : 1;
}

static int error_between(uint32_t one, uint32_t other) {
  int worst = 0;
  for (int shift = 0; shift < 24; shift += 8) {
    int error = abs((int)(one >> shift & 0xFF) - (int)(other >> shift & 0xFF));
    if (error > worst) worst = error;
  }
  return worst;
}

// Takes the most frequent colours that are further than `error` from one another; every other
// colour goes to the first of them that is as near. False where they are too many.
static bool cover(table *table, const entry *sorted, size_t count, int error) {
  table->colours = 0;
  for (size_t index = 0; index < count; index++) {
    size_t place = 0;
    while (place < table->colours &&
           error_between(sorted[index].colour, table->palette[place]) > error) {
      place++;
    }
    if (place == palette_size) return false;
    if (place == table->colours) table->palette[table->colours++] = sorted[index].colour;
    entry_of(table, sorted[index].colour)->place = (int)place;
  }
  return true;
}

// The palette that changes colours least; false where each would change them too much.
static bool choose_palette(table *table) {
  entry *sorted = malloc((table->used + 1) * sizeof *sorted);
  if (!sorted) return false;
  size_t count = 0;
  for (size_t slot = 0; slot < slots; slot++) {
    if (table->entries[slot].count > 0) sorted[count++] = table->entries[slot];
  }
  qsort(sorted, count, sizeof *sorted, compare);
  bool found = false;
  for (int error = 0; error <= most_error && !found; error++) {
    found = cover(table, sorted, count, error);
  }
  free(sorted);
  return found;
}

// One row as PNG has it: the filter, which is none, then a byte or three a pixel.
static void write_row(table *table, const uint32_t *pixels, size_t width, uint8_t *bytes) {
  *bytes++ = 0;
  for (size_t index = 0; index < width;) {
    if (table) {
      size_t run = run_of(pixels + index, width - index);
      memset(bytes, entry_of(table, pixels[index] & 0xFFFFFF)->place, run);
      bytes += run;
      index += run;
    } else {
      *bytes++ = (uint8_t)(pixels[index] >> 16);
      *bytes++ = (uint8_t)(pixels[index] >> 8);
      *bytes++ = (uint8_t)pixels[index];
      index += 1;
    }
  }
}

static uint8_t *put_number(uint8_t *at, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) *at++ = (uint8_t)(value >> shift);
  return at;
}

// A chunk around content that stands at `at` + 8 already, or is copied there.
static uint8_t *put_chunk(uint8_t *at, const char *name, const uint8_t *content, size_t length) {
  put_number(at, (uint32_t)length);
  memcpy(at + 4, name, 4);
  if (content && length > 0) memcpy(at + 8, content, length);
  uint32_t sum = (uint32_t)crc32(crc32(0, NULL, 0), at + 4, (uInt)length + 4);
  return put_number(at + 8 + length, sum);
}

// The pixels, compressed to `at`; their length, 0 where it failed.
static size_t compress_rows(const image *image, table *table, uint8_t *at, size_t room) {
  size_t length = 1 + image->width * (table ? 1 : 3);
  uint8_t *row = malloc(length);
  z_stream stream = {0};
  if (!row || deflateInit(&stream, level) != Z_OK) {
    free(row);
    return 0;
  }
  stream.next_out = at;
  stream.avail_out = (uInt)room;
  int status = Z_OK;
  for (size_t index = 0; index < image->height && status == Z_OK; index++) {
    if (!repeats(image, index)) write_row(table, row_of(image, index), image->width, row);
    stream.next_in = row;
    stream.avail_in = (uInt)length;
    status = deflate(&stream, index + 1 < image->height ? Z_NO_FLUSH : Z_FINISH);
  }
  size_t written = status == Z_STREAM_END ? stream.total_out : 0;
  deflateEnd(&stream);
  free(row);
  return written;
}

static uint8_t *encode(const image *image, table *table, size_t *length) {
  static const uint8_t signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  size_t room = compressBound((1 + image->width * (table ? 1 : 3)) * image->height);
  uint8_t *bytes = malloc(room + 1024);
  if (!bytes) return NULL;
  memcpy(bytes, signature, sizeof signature);
  // Eight bits; 3 is a palette, 2 is red, green and blue; not interlaced.
  uint8_t header[13] = {[8] = 8, [9] = table ? 3 : 2};
  put_number(header, (uint32_t)image->width);
  put_number(header + 4, (uint32_t)image->height);
  uint8_t *at = put_chunk(bytes + sizeof signature, "IHDR", header, sizeof header);
  if (table) {
    uint8_t colours[palette_size * 3];
    for (size_t index = 0; index < table->colours; index++) {
      for (int channel = 0; channel < 3; channel++) {
        colours[3 * index + channel] = (uint8_t)(table->palette[index] >> (16 - 8 * channel));
      }
    }
    at = put_chunk(at, "PLTE", colours, 3 * table->colours);
  }
  size_t written = compress_rows(image, table, at + 8, room);
  if (written == 0) {
    free(bytes);
    return NULL;
  }
  at = put_chunk(at, "IDAT", NULL, written);
  at = put_chunk(at, "IEND", NULL, 0);
  *length = (size_t)(at - bytes);
  return bytes;
}

uint8_t *digigov_png(const uint8_t *pixels, size_t width, size_t height, size_t stride,
                     size_t *length) {
  image image = {pixels, width, height, stride};
  table *table = calloc(1, sizeof *table);
  if (!table) return NULL;
  bool has_palette = count_colours(table, &image) && choose_palette(table);
  uint8_t *bytes = encode(&image, has_palette ? table : NULL, length);
  free(table);
  return bytes;
}

#else

// A file has to declare something.
typedef int digigov_png_without_cairo;

#endif
