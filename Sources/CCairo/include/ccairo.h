#ifndef DIGIGOV_CCAIRO_H
#define DIGIGOV_CCAIRO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// One page drawn with cairo. No type of cairo's is in sight, so that Swift needs none of its
// headers. Lengths are pixels of the picture before scaling, colours 0xRRGGBB.

/// What a PDF says of itself; texts in UTF-8, `created` a date of ISO 8601, empty for none.
typedef struct {
  const char *title, *subject, *created;
} digigov_about;

typedef struct digigov_page digigov_page;

/// What keeps pages from being made, in words; null when nothing does. To be asked before the first
/// page is made.
const char *digigov_missing_library(void);

/// A page for a PNG of `scale` times the size; null when there is no memory or no font.
digigov_page *digigov_image(double width, double height, int scale);

/// A page for a PDF; null as above.
digigov_page *digigov_document(double width, double height, digigov_about about);

/// A PDF of several pages, of pixels that are `scale` points each; null as above.
digigov_page *digigov_booklet(double width, double height, double scale, digigov_about about);

/// Ends one page of a booklet: what is drawn next is on the next one.
void digigov_next_page(digigov_page *page);

/// A line of the contents that readers show beside a booklet; pages count from 1.
void digigov_bookmark(digigov_page *page, const char *title, int number);

void digigov_box(digigov_page *page, double x, double y, double width, double height,
                 uint32_t colour);

/// A filled circle, or a ring one pixel thick.
void digigov_circle(digigov_page *page, double x, double y, double radius, bool filled,
                    uint32_t colour);

/// A polygon of `count` pairs, filled or with an edge of one pixel; two points make a line.
void digigov_polygon(digigov_page *page, const double *points, size_t count, bool filled,
                     uint32_t colour);

/// A line rounded at a corner, as five pairs: from, start of the curve, corner, its end, to.
void digigov_arc(digigov_page *page, const double *points, uint32_t colour);

/// How letters look; `width` is the room of each, which a code takes up.
typedef struct {
  uint32_t colour;
  double width;
  bool bold, italic;
} digigov_style;

/// Letters on one line: scalars, each at its own place. Gives back how many of them the bundled
/// font lacks; each of those is drawn as its code in a frame.
size_t digigov_letters(digigov_page *page, const uint32_t *scalars, const double *places,
                       size_t count, double baseline, digigov_style style);

/// How a path is drawn: filled where `width` is nought, else as a line with round joins, whole where
/// the first of `dashes` is nought, else drawn and left out by their lengths in turn.
typedef struct {
  uint32_t colour;
  double opacity, width, dashes[2];
} digigov_pen;

/// One path of several parts, each of as many pairs as `counts` says.
void digigov_path(digigov_page *page, const double *points, const size_t *counts, size_t parts,
                  digigov_pen pen);

/// How the letters of a page look.
typedef struct {
  uint32_t colour;
  double size;
  bool bold;
} digigov_type;

/// Letters of Liberation Sans on one line: scalars, each at its own place. What that font lacks is
/// taken from the font for cells, and what both lack is drawn as its code. Gives back how many
/// those are.
size_t digigov_text(digigov_page *page, const uint32_t *scalars, const double *places, size_t count,
                    double baseline, digigov_type type);

/// What is drawn until `digigov_leave` stands at a place and is `scale` times as large.
void digigov_enter(digigov_page *page, double x, double y, double scale);
void digigov_leave(digigov_page *page);

/// What is drawn until the end of a tag is one element of a PDF's structure, or a link; names and
/// attributes as cairo has them.
void digigov_begin_tag(digigov_page *page, const char *name, const char *attributes);
void digigov_end_tag(digigov_page *page, const char *name);

/// Whether the bundled font for cells has a character.
bool digigov_has_letter(digigov_page *page, uint32_t scalar);

/// Ends the page; after it nothing may be drawn. Null when cairo failed, in words at `problem`.
const uint8_t *digigov_finish(digigov_page *page, size_t *length, const char **problem);

/// Gives back everything, the bytes of `digigov_finish` as well.
void digigov_discard(digigov_page *page);

/// Bytes packed by DEFLATE into `room` bytes; gives back how many those are, 0 where they do not fit
/// or the build has no zlib.
size_t digigov_deflate(const uint8_t *bytes, size_t length, uint8_t *into, size_t room);

#endif
