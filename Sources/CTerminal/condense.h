#ifndef DIGIGOV_TERMINAL_CONDENSE_H
#define DIGIGOV_TERMINAL_CONDENSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Fewer bytes: what curses sends is followed on a canvas (follow.c), and what of it changes a cell
// is painted on the terminal in the order that takes the least (paint.c).

// How characters look (styles.c).

enum { COLOUR_TEXT = 32, ATTRIBUTES = 10, STYLE_TEXT = 160 };

typedef struct {
  // As SGR says them: "38;5;110"; empty for the terminal's own.
  char foreground[COLOUR_TEXT], background[COLOUR_TEXT];
  bool on[ATTRIBUTES];  // by their numbers: 1 bold, 2 dim, 3 italic, 4 underline, 7 reverse
} style;

/// A style that has been met, from 1; 0 where there is none or no memory for it.
typedef uint16_t style_number;

/// Takes in the numbers of one SGR sequence.
void style_note(style *to, const char *at, const char *end);
style_number style_numbered(const style *wanted);
const style *style_of(style_number number);
/// What a blank shows of a style: the ground alone, or all of it where its ink can be seen.
style_number style_of_blank(style_number number);
/// Whether a style is no more than a ground.
bool is_ground_alone(style_number number);
/// What takes the terminal from one style (null: any) to another; at most STYLE_TEXT bytes, which
/// are counted.
size_t style_change(char *text, const style *from, const style *to);
/// How many bytes that is.
int style_cost(style_number from, style_number to);
bool styles_are_many(void);
void styles_forget(void);

// What curses has drawn, and what the terminal shows of it.

/// What stands in a cell: the bytes of its character, the first the lowest; or a number of
/// `cluster_of`; or one of these.
enum { CONTINUED = 0 };
#define UNKNOWN_TEXT 0xffffffffu
#define CLUSTER_MARK 0xfe000000u

typedef struct {
  uint32_t text;
  style_number style;
} cell;

/// What a terminal's description says beyond what all have that are painted.
typedef struct {
  bool erases_in_colour, erases_line, erases_cells;
  bool has_columns, has_rows, has_steps, has_line_feed;
} abilities;

typedef struct {
  abilities can;
  int rows, columns;
  /// Row by row.
  cell *drawn, *shown;
  /// The rows in which curses has drawn.
  bool *is_touched;
  /// Where curses has the cursor and where the terminal has it (-1: not known); the column is one
  /// too many after something was written in the last.
  int row, column, shown_row, shown_column;
  style style, shown_style;
  bool shown_style_is_known;
  /// The first and the last of the lines that scroll.
  int top, bottom;
} canvas;

/// Whether only some of the lines scroll: a step down or up ends at the last of them.
static inline bool is_parted(const canvas *canvas) {
  return canvas->top > 0 || canvas->bottom < canvas->rows - 1;
}

/// A character with its marks; false where it has none.
bool cluster_of(uint32_t text, const char **bytes, size_t *length);
bool clusters_are_many(void);
void clusters_forget(void);

/// Takes in what curses sends; what has no place on the canvas is passed on.
void follow(canvas *canvas, const char *at, const char *end);
/// Nothing is known of the cells any more.
void forget_cells(canvas *canvas);

// Painting (paint.c).
/// Sends what differs.
void paint(canvas *canvas);
void paint_cursor(canvas *canvas, int row, int column);
/// Gives the terminal the style that curses has set.
void paint_style(canvas *canvas);

// What is sent (condense.c).
void put(const char *bytes, size_t length);
/// Memory is out: the refresh is sent as curses made it.
void give_up(void);

#endif
