#ifndef DIGIGOV_LIBRARIES_H
#define DIGIGOV_LIBRARIES_H

// cairo and FreeType, opened when the first page is. Linked in, they and the two dozen libraries
// behind them would be loaded at every start, for screens that need none of them.

#include <cairo/cairo-pdf.h>
#include <cairo/cairo.h>

// What is used of FreeType and of cairo's part for it, as their documentation declares it.
typedef struct FT_LibraryRec_ *FT_Library;
typedef struct FT_FaceRec_ *FT_Face;
enum { no_hinting = 2, CAIRO_FT_SYNTHESIZE_BOLD = 1, CAIRO_FT_SYNTHESIZE_OBLIQUE = 2 };
int FT_Init_FreeType(FT_Library *library);
int FT_New_Memory_Face(FT_Library library, const unsigned char *bytes, long length, long index,
                       FT_Face *face);
int FT_Done_Face(FT_Face face);
int FT_Done_FreeType(FT_Library library);
unsigned int FT_Get_Char_Index(FT_Face face, unsigned long scalar);
cairo_font_face_t *cairo_ft_font_face_create_for_ft_face(FT_Face face, int flags);
void cairo_ft_font_face_set_synthesize(cairo_font_face_t *font, unsigned int flags);

#define CAIRO_FUNCTIONS(F) \
  F(arc) F(close_path) F(create) \
  F(curve_to) F(destroy) F(fill) \
  F(font_face_destroy) F(font_face_set_user_data) F(font_options_create) \
  F(font_options_destroy) F(font_options_set_antialias) F(font_options_set_hint_metrics) \
  F(font_options_set_hint_style) F(ft_font_face_create_for_ft_face) F(ft_font_face_set_synthesize) \
  F(image_surface_create) F(image_surface_get_data) F(image_surface_get_height) \
  F(image_surface_get_stride) F(image_surface_get_width) F(line_to) \
  F(move_to) F(new_sub_path) F(pdf_surface_add_outline) \
  F(pdf_surface_create_for_stream) F(pdf_surface_set_metadata) F(rectangle) \
  F(restore) F(save) F(scale) F(set_dash) F(set_font_face) F(set_font_options) \
  F(set_font_size) F(set_line_join) F(set_line_width) \
  F(set_source_rgb) F(set_source_rgba) \
  F(show_page) F(show_text_glyphs) F(status) \
  F(status_to_string) F(stroke) F(surface_destroy) \
  F(surface_finish) F(surface_flush) F(surface_status) F(tag_begin) F(tag_end) F(translate)

#define FREETYPE_FUNCTIONS(F) \
  F(Done_Face) \
  F(Done_FreeType) \
  F(Get_Char_Index) \
  F(Init_FreeType) \
  F(New_Memory_Face)

#define FIELD(name) __typeof__(&cairo_##name) name;
struct cairo_library {
  CAIRO_FUNCTIONS(FIELD)
};
#undef FIELD

#define FIELD(name) __typeof__(&FT_##name) name;
struct freetype_library {
  FREETYPE_FUNCTIONS(FIELD)
};
#undef FIELD

// The functions; to be called after `libraries_open` only.
extern struct cairo_library cairo;
extern struct freetype_library freetype;

// Opens both libraries, once. Null when they are there, else what is wrong.
const char *libraries_open(void);

#endif
