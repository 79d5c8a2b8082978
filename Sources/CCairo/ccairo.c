#include "ccairo.h"

#include "png.h"

#ifdef DIGIGOV_CAIRO

#include "libraries.h"

#include <font.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double font_size = 14.95;

struct digigov_page {
  cairo_surface_t *surface;
  cairo_t *cairo;
  // For looking letters up; each belongs to its font.
  FT_Face face, sans_faces[2];
  // Upright, bold, slanted, both; made when they are first needed.
  cairo_font_face_t *fonts[4];
  // The same for pages: upright and bold.
  cairo_font_face_t *sans[2];
  bool image;
  uint8_t *bytes;
  size_t length, room;
};

static cairo_status_t take(void *closure, const unsigned char *data, unsigned int length) {
  digigov_page *page = closure;
  if (page->length + length > page->room) {
    size_t room = (page->length + length) * 2;
    uint8_t *bytes = realloc(page->bytes, room);
    if (!bytes) return CAIRO_STATUS_NO_MEMORY;
    page->bytes = bytes;
    page->room = room;
  }
  memcpy(page->bytes + page->length, data, length);
  page->length += length;
  return CAIRO_STATUS_SUCCESS;
}

// A face with the library that it lives in. Cairo keeps fonts for a while after their last use, so
// each is freed when cairo lets it go.
typedef struct {
  FT_Library library;
  FT_Face face;
} owned_face;

static void free_face(void *closure) {
  owned_face *owned = closure;
  if (owned->face) freetype.Done_Face(owned->face);
  if (owned->library) freetype.Done_FreeType(owned->library);
  free(owned);
}

static const cairo_user_data_key_t face_key;

static cairo_font_face_t *open_font(digigov_font_name name, int style, FT_Face *face) {
  size_t length;
  const unsigned char *bytes = digigov_font(name, &length);
  owned_face *owned = calloc(1, sizeof *owned);
  if (!bytes || !owned || freetype.Init_FreeType(&owned->library) ||
      freetype.New_Memory_Face(owned->library, bytes, (long)length, 0, &owned->face)) {
    if (owned) free_face(owned);
    return NULL;
  }
  // Unhinted: the same shapes at every scale, and in a PDF as in a PNG.
  cairo_font_face_t *font = cairo.ft_font_face_create_for_ft_face(owned->face, no_hinting);
  unsigned int added = (style & 1 ? CAIRO_FT_SYNTHESIZE_BOLD : 0) |
                       (style & 2 ? CAIRO_FT_SYNTHESIZE_OBLIQUE : 0);
  if (added) cairo.ft_font_face_set_synthesize(font, added);
  if (cairo.font_face_set_user_data(font, &face_key, owned, free_face)) {
    cairo.font_face_destroy(font);
    free_face(owned);
    return NULL;
  }
  *face = owned->face;
  return font;
}

static cairo_font_face_t *font_of(digigov_page *page, int style) {
  FT_Face unused;
  if (!page->fonts[style]) page->fonts[style] = open_font(digigov_mono, style, &unused);
  return page->fonts[style] ? page->fonts[style] : page->fonts[0];
}

static digigov_page *start(digigov_page *page, int scale) {
  page->fonts[0] = open_font(digigov_mono, 0, &page->face);
  if (!page->fonts[0] || cairo.surface_status(page->surface)) {
    digigov_discard(page);
    return NULL;
  }
  page->cairo = cairo.create(page->surface);
  cairo.scale(page->cairo, scale, scale);
  cairo.set_line_width(page->cairo, 1);
  cairo_font_options_t *options = cairo.font_options_create();
  cairo.font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo.font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  // Grey, not colour: a picture does not know the screen that it is seen on.
  cairo.font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo.set_font_options(page->cairo, options);
  cairo.font_options_destroy(options);
  return page;
}

const char *digigov_missing_library(void) { return libraries_open(); }

digigov_page *digigov_image(double width, double height, int scale) {
  digigov_page *page = calloc(1, sizeof *page);
  if (!page) return NULL;
  page->image = true;
  page->surface = cairo.image_surface_create(CAIRO_FORMAT_RGB24, (int)ceil(width * scale),
                                             (int)ceil(height * scale));
  return start(page, scale);
}

digigov_page *digigov_document(double width, double height, digigov_about about) {
  digigov_page *page = calloc(1, sizeof *page);
  if (!page) return NULL;
  page->surface = cairo.pdf_surface_create_for_stream(take, page, width, height);
  cairo.pdf_surface_set_metadata(page->surface, CAIRO_PDF_METADATA_TITLE, about.title);
  cairo.pdf_surface_set_metadata(page->surface, CAIRO_PDF_METADATA_AUTHOR, "digigov");
  cairo.pdf_surface_set_metadata(page->surface, CAIRO_PDF_METADATA_SUBJECT, about.subject);
  cairo.pdf_surface_set_metadata(page->surface, CAIRO_PDF_METADATA_CREATOR, "digigov");
  // Never the clock's: the same picture has the same bytes on every day.
  const char *created = about.created[0] ? about.created : "1970-01-01T00:00:00Z";
  cairo.pdf_surface_set_metadata(page->surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  return start(page, 1);
}

digigov_page *digigov_booklet(double width, double height, double scale, digigov_about about) {
  digigov_page *page = digigov_document(width * scale, height * scale, about);
  if (page) cairo.scale(page->cairo, scale, scale);
  return page;
}

void digigov_bookmark(digigov_page *page, const char *title, int number) {
  char place[32];
  snprintf(place, sizeof place, "page=%d pos=[0 0]", number);
  cairo.pdf_surface_add_outline(page->surface, CAIRO_PDF_OUTLINE_ROOT, title, place, 0);
}

void digigov_next_page(digigov_page *page) { cairo.show_page(page->cairo); }

static void colour_with(digigov_page *page, uint32_t colour) {
  cairo.set_source_rgb(page->cairo, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                       (colour & 0xFF) / 255.0);
}

static void paint(digigov_page *page, bool filled, uint32_t colour) {
  colour_with(page, colour);
  if (filled) {
    cairo.fill(page->cairo);
  } else {
    cairo.stroke(page->cairo);
  }
}

void digigov_box(digigov_page *page, double x, double y, double width, double height,
                 uint32_t colour) {
  cairo.rectangle(page->cairo, x, y, width, height);
  paint(page, true, colour);
}

void digigov_circle(digigov_page *page, double x, double y, double radius, bool filled,
                    uint32_t colour) {
  cairo.new_sub_path(page->cairo);
  cairo.arc(page->cairo, x, y, radius, 0, 6.283185307179586);
  paint(page, filled, colour);
}

void digigov_polygon(digigov_page *page, const double *points, size_t count, bool filled,
                     uint32_t colour) {
  for (size_t index = 0; index < count; index++) {
    cairo.line_to(page->cairo, points[2 * index], points[2 * index + 1]);
  }
  if (count > 2) cairo.close_path(page->cairo);
  paint(page, filled, colour);
}

void digigov_arc(digigov_page *page, const double *points, uint32_t colour) {
  cairo_t *to_page = page->cairo;
  const double *from = points, *start = points + 2, *corner = points + 4, *end = points + 6,
               *to = points + 8;
  cairo.move_to(to_page, from[0], from[1]);
  cairo.line_to(to_page, start[0], start[1]);
  // The quadratic curve of the SVG as the cubic one that cairo has.
  cairo.curve_to(to_page, start[0] + (corner[0] - start[0]) * 2 / 3,
                 start[1] + (corner[1] - start[1]) * 2 / 3, end[0] + (corner[0] - end[0]) * 2 / 3,
                 end[1] + (corner[1] - end[1]) * 2 / 3, end[0], end[1]);
  cairo.line_to(to_page, to[0], to[1]);
  paint(page, false, colour);
}

bool digigov_has_letter(digigov_page *page, uint32_t scalar) {
  return freetype.Get_Char_Index(page->face, scalar) != 0;
}

// One scalar in UTF-8; its length.
static int encode(uint32_t scalar, char *bytes) {
  if (scalar < 0x80) {
    bytes[0] = (char)scalar;
    return 1;
  }
  int count = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
  for (int index = count - 1; index > 0; index--) {
    bytes[index] = (char)(0x80 | (scalar & 0x3F));
    scalar >>= 6;
  }
  static const uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  bytes[0] = (char)(leads[count] | scalar);
  return count;
}

// The code of a letter that the font lacks, in a frame: two rows of hexadecimal digits. In a PDF the
// digits stand for the letter itself, so that it can still be found and copied.
static void draw_code(digigov_page *page, uint32_t scalar, double x, double baseline,
                      digigov_style style) {
  const double height = 14, top = baseline - 11.5, width = style.width - 1.5;
  cairo.rectangle(page->cairo, x + 0.75, top, width, height);
  cairo.set_line_width(page->cairo, 0.5);
  paint(page, false, style.colour);
  cairo.set_line_width(page->cairo, 1);

  int digits = scalar > 0xFFFFF ? 6 : scalar > 0xFFFF ? 5 : 4, columns = (digits + 1) / 2;
  // The bundled font's letters are 0.602 of their size wide.
  double size = (width - 1) / (columns * 0.602);
  if (size > 6.5) size = 6.5;
  double advance = size * 0.602, left = x + style.width / 2 - columns * advance / 2;
  cairo_glyph_t glyphs[6];
  for (int index = 0; index < digits; index++) {
    uint32_t digit = scalar >> 4 * (digits - 1 - index) & 0xF;
    // The upper row is the shorter one where the digits are odd.
    int place = index + 2 * columns - digits;
    glyphs[index] = (cairo_glyph_t){freetype.Get_Char_Index(page->face, "0123456789ABCDEF"[digit]),
                                    left + place % columns * advance,
                                    top + height * (place < columns ? 0.43 : 0.9)};
  }
  char text[4];
  cairo_text_cluster_t cluster = {encode(scalar, text), digits};
  cairo.set_font_face(page->cairo, font_of(page, 0));
  cairo.set_font_size(page->cairo, size);
  colour_with(page, style.colour);
  cairo.show_text_glyphs(page->cairo, text, cluster.num_bytes, glyphs, digits, &cluster, 1, 0);
}

size_t digigov_letters(digigov_page *page, const uint32_t *scalars, const double *places,
                       size_t count, double baseline, digigov_style style) {
  cairo_glyph_t *glyphs = calloc(count, sizeof *glyphs);
  cairo_text_cluster_t *clusters = calloc(count, sizeof *clusters);
  char *text = malloc(count * 4 + 1);
  size_t missing = 0, used = 0;
  int length = 0;
  if (glyphs && clusters && text) {
    for (size_t index = 0; index < count; index++) {
      unsigned long glyph = freetype.Get_Char_Index(page->face, scalars[index]);
      if (glyph == 0) {
        // What else belongs to the same letter has no room of its own.
        if (index == 0 || places[index] != places[index - 1]) {
          draw_code(page, scalars[index], places[index], baseline, style);
        }
        missing += 1;
        continue;
      }
      glyphs[used] = (cairo_glyph_t){glyph, places[index], baseline};
      clusters[used] = (cairo_text_cluster_t){encode(scalars[index], text + length), 1};
      length += clusters[used].num_bytes;
      used += 1;
    }
    cairo.set_font_face(page->cairo, font_of(page, (style.bold ? 1 : 0) | (style.italic ? 2 : 0)));
    cairo.set_font_size(page->cairo, font_size);
    colour_with(page, style.colour);
    // With the text beside the glyphs a PDF can be searched and copied from.
    cairo.show_text_glyphs(page->cairo, text, length, glyphs, (int)used, clusters, (int)used, 0);
  }
  free(glyphs);
  free(clusters);
  free(text);
  return missing;
}

void digigov_path(digigov_page *page, const double *points, const size_t *counts, size_t parts,
                  digigov_pen pen) {
  for (size_t part = 0; part < parts; part++) {
    cairo.new_sub_path(page->cairo);
    for (size_t index = 0; index < counts[part]; index++, points += 2) {
      cairo.line_to(page->cairo, points[0], points[1]);
    }
    if (pen.width <= 0) cairo.close_path(page->cairo);
  }
  cairo.set_source_rgba(page->cairo, (pen.colour >> 16 & 0xFF) / 255.0,
                        (pen.colour >> 8 & 0xFF) / 255.0, (pen.colour & 0xFF) / 255.0, pen.opacity);
  if (pen.width <= 0) {
    cairo.fill(page->cairo);
    return;
  }
  cairo.set_line_width(page->cairo, pen.width);
  cairo.set_line_join(page->cairo, CAIRO_LINE_JOIN_ROUND);
  cairo.set_dash(page->cairo, pen.dashes, pen.dashes[0] > 0 ? 2 : 0, 0);
  cairo.stroke(page->cairo);
  cairo.set_dash(page->cairo, NULL, 0, 0);
  cairo.set_line_width(page->cairo, 1);
}

void digigov_enter(digigov_page *page, double x, double y, double scale) {
  cairo.save(page->cairo);
  cairo.translate(page->cairo, x, y);
  cairo.scale(page->cairo, scale, scale);
}

void digigov_begin_tag(digigov_page *page, const char *name, const char *attributes) {
  if (!page->image) cairo.tag_begin(page->cairo, name, attributes);
}

void digigov_end_tag(digigov_page *page, const char *name) {
  if (!page->image) cairo.tag_end(page->cairo, name);
}

void digigov_leave(digigov_page *page) { cairo.restore(page->cairo); }

static cairo_font_face_t *sans_of(digigov_page *page, bool bold) {
  if (!page->sans[bold]) {
    page->sans[bold] =
        open_font(bold ? digigov_sans_bold : digigov_sans, 0, &page->sans_faces[bold]);
  }
  return page->sans[bold];
}

size_t digigov_text(digigov_page *page, const uint32_t *scalars, const double *places, size_t count,
                    double baseline, digigov_type type) {
  cairo_font_face_t *sans = sans_of(page, type.bold);
  if (!sans) return count;
  cairo_glyph_t *glyphs = calloc(count, sizeof *glyphs);
  cairo_text_cluster_t *clusters = calloc(count, sizeof *clusters);
  char *text = malloc(count * 4 + 1);
  size_t missing = 0;
  // Once through for each font: what the one for pages lacks, the one for cells may have.
  for (int mono = 0; mono < 2 && glyphs && clusters && text; mono++) {
    size_t used = 0;
    int length = 0;
    for (size_t index = 0; index < count; index++) {
      unsigned long glyph = freetype.Get_Char_Index(page->sans_faces[type.bold], scalars[index]);
      if ((glyph == 0) != (mono == 1)) continue;
      if (mono == 1) {
        glyph = freetype.Get_Char_Index(page->face, scalars[index]);
        if (glyph == 0) {
          digigov_style style = {type.colour, type.size * 0.602, false, false};
          draw_code(page, scalars[index], places[index], baseline, style);
          missing += 1;
          continue;
        }
      }
      glyphs[used] = (cairo_glyph_t){glyph, places[index], baseline};
      clusters[used] = (cairo_text_cluster_t){encode(scalars[index], text + length), 1};
      length += clusters[used].num_bytes;
      used += 1;
    }
    if (used == 0) continue;
    cairo.set_font_face(page->cairo, mono == 1 ? font_of(page, type.bold ? 1 : 0) : sans);
    cairo.set_font_size(page->cairo, type.size);
    colour_with(page, type.colour);
    cairo.show_text_glyphs(page->cairo, text, length, glyphs, (int)used, clusters, (int)used, 0);
  }
  free(glyphs);
  free(clusters);
  free(text);
  return missing;
}

const uint8_t *digigov_finish(digigov_page *page, size_t *length, const char **problem) {
  cairo_status_t status = cairo.status(page->cairo);
  if (!status && page->image) {
    cairo.surface_flush(page->surface);
    page->bytes = digigov_png(cairo.image_surface_get_data(page->surface),
                              (size_t)cairo.image_surface_get_width(page->surface),
                              (size_t)cairo.image_surface_get_height(page->surface),
                              (size_t)cairo.image_surface_get_stride(page->surface), &page->length);
    if (!page->bytes) status = CAIRO_STATUS_NO_MEMORY;
  }
  cairo.show_page(page->cairo);
  cairo.surface_finish(page->surface);
  if (!status) status = cairo.surface_status(page->surface);
  *length = page->length;
  *problem = status ? cairo.status_to_string(status) : NULL;
  return status ? NULL : page->bytes;
}

void digigov_discard(digigov_page *page) {
  if (page->cairo) cairo.destroy(page->cairo);
  for (int index = 0; index < 4; index++) {
    if (page->fonts[index]) cairo.font_face_destroy(page->fonts[index]);
  }
  for (int index = 0; index < 2; index++) {
    if (page->sans[index]) cairo.font_face_destroy(page->sans[index]);
  }
  if (page->surface) cairo.surface_destroy(page->surface);
  free(page->bytes);
  free(page);
}

#else

// A file has to declare something.
typedef int digigov_without_cairo;

#endif
