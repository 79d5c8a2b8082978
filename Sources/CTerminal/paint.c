#include "condense.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What differs is cut into runs: cells side by side of one look. After each run comes the one that
// takes the fewest bytes to get to, by cursor and style: a style's cells mostly come one after the
// other, wherever they stand. Where there are many, only the next ones by row are looked at: that is
// quick, and a slow line then shows the screen from top to bottom.

// From so many blanks on it takes less to erase them and to go on after them.
enum { FEW_RUNS = 256, NEXT_RUNS = 16, LONG_BLANKS = 12 };

typedef struct {
  int row, from, to;
  // The cursor is left here: what comes after it, up to `to`, is erased.
  int stop;
  style_number style;
  // Blanks alone: whatever ink is set may stay.
  bool is_blank;
} run;

static run *runs;
static size_t run_count, run_room;

// Moves of the cursor.

typedef struct {
  enum { STAY, BY_ROW, BY_FEED, BY_DOWN, BY_UP, TO_PLACE } vertical;
  enum { KEEP, RETURN, BY_BACKSPACE, BY_LEFT, BY_RIGHT, TO_COLUMN } horizontal;
  int cost;
} way;

static inline int digits(int number) { return number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : 4; }

// Bytes of a sequence with a number, which is left out where it is 1.
static inline int step_cost(int steps) { return steps == 1 ? 3 : 3 + digits(steps); }

// Ways are compared for each run that is left at each step: whoever asks for the bytes alone is to
// pay for no more.
#define QUICK static inline __attribute__((always_inline))

QUICK void consider(way *best, int vertical, int horizontal, int cost) {
  if (cost < best->cost) *best = (way){.vertical = vertical, .horizontal = horizontal, .cost = cost};
}

QUICK way across(const canvas *canvas, int from, int to) {
  way best = {.horizontal = KEEP, .cost = 0};
  if (from == to && from < canvas->columns) return best;
  best.cost = 1000;
  if (canvas->can.has_columns) consider(&best, STAY, TO_COLUMN, 3 + digits(to + 1));
  if (to == 0) consider(&best, STAY, RETURN, 1);
  // After the last column it is not the same everywhere where the cursor is.
  if (!canvas->can.has_steps || from >= canvas->columns) return best;
  if (to > from) {
    consider(&best, STAY, BY_RIGHT, step_cost(to - from));
  } else {
    consider(&best, STAY, BY_BACKSPACE, from - to);
    consider(&best, STAY, BY_LEFT, step_cost(from - to));
  }
  return best;
}

QUICK way way_to(const canvas *canvas, int row, int column) {
  way best = {.vertical = TO_PLACE, .cost = 4 + digits(row + 1) + digits(column + 1)};
  int from_row = canvas->shown_row, from_column = canvas->shown_column;
  if (from_row < 0) return best;
  if (from_row == row) {
    way same = across(canvas, from_column, column);
    return same.cost < best.cost ? same : best;
  }
  if (from_column >= canvas->columns || is_parted(canvas)) return best;
  way down = {.vertical = STAY, .cost = 1000};
  int steps = abs(row - from_row);
  if (canvas->can.has_rows) consider(&down, BY_ROW, KEEP, 3 + digits(row + 1));
  if (canvas->can.has_steps) consider(&down, row > from_row ? BY_DOWN : BY_UP, KEEP, step_cost(steps));
  if (canvas->can.has_line_feed && row > from_row) consider(&down, BY_FEED, KEEP, steps);
  way side = across(canvas, from_column, column);
  consider(&best, (int)down.vertical, (int)side.horizontal, down.cost + side.cost);
  return best;
}

static void put_number(const char *before, int number, const char *after) {
  char text[24];
  int length = snprintf(text, sizeof text, "%s%d%s", before, number, after);
  put(text, (size_t)length);
}

static void put_steps(int steps, const char *letter) {
  if (steps == 1) {
    put("\033[", 2);
    put(letter, 1);
  } else {
    put_number("\033[", steps, letter);
  }
}

static void put_often(const char *byte, int times) {
  while (times-- > 0) put(byte, 1);
}

void paint_cursor(canvas *canvas, int row, int column) {
  if (column >= canvas->columns) column = canvas->columns - 1;
  way chosen = way_to(canvas, row, column);
  switch (chosen.vertical) {
    case STAY: break;
    case BY_ROW: put_number("\033[", row + 1, "d"); break;
    case BY_FEED: put_often("\n", row - canvas->shown_row); break;
    case BY_DOWN: put_steps(row - canvas->shown_row, "B"); break;
    case BY_UP: put_steps(canvas->shown_row - row, "A"); break;
    case TO_PLACE:
      put_number("\033[", row + 1, ";");
      put_number("", column + 1, "H");
      break;
  }
  switch (chosen.horizontal) {
    case KEEP: break;
    case RETURN: put("\r", 1); break;
    case BY_BACKSPACE: put_often("\b", canvas->shown_column - column); break;
    case BY_LEFT: put_steps(canvas->shown_column - column, "D"); break;
    case BY_RIGHT: put_steps(column - canvas->shown_column, "C"); break;
    case TO_COLUMN: put_number("\033[", column + 1, "G"); break;
  }
  canvas->shown_row = row;
  canvas->shown_column = column;
}

// Styles.

static void set_style(canvas *canvas, const style *wanted) {
  char text[STYLE_TEXT];
  put(text, style_change(text, canvas->shown_style_is_known ? &canvas->shown_style : NULL, wanted));
  canvas->shown_style = *wanted;
  canvas->shown_style_is_known = true;
}

void paint_style(canvas *canvas) { set_style(canvas, &canvas->style); }

// What makes a blank of a ground right: no ink that shows on it, and the ground.
static style style_for_blank(const canvas *canvas, style_number ground) {
  style wanted = *style_of(ground);
  if (!canvas->shown_style_is_known) return wanted;
  style kept = canvas->shown_style;
  kept.on[4] = kept.on[7] = kept.on[9] = false;
  memcpy(kept.background, wanted.background, sizeof kept.background);
  return kept;
}

// Cutting into runs.

static bool is_ground(cell of) { return of.text == ' ' && is_ground_alone(of.style); }

static bool is_plain_ground(style_number style) { return !*style_of(style)->background; }

// Whether blanks in a style of no ink can be written as part of a run of another style.
static bool is_ground_of(style_number ground, style_number style) { return style_of_blank(style) == ground; }

static bool differs(const canvas *canvas, size_t place) {
  cell drawn = canvas->drawn[place], shown = canvas->shown[place];
  return drawn.text != UNKNOWN_TEXT && (drawn.text != shown.text || drawn.style != shown.style);
}

// Where a run that ends in blanks can stop: erasing takes no more than so many bytes.
static int stop_of(const canvas *canvas, const run *of, const cell *row) {
  int blanks = 0;
  while (of->to - blanks > of->from && is_ground(row[of->to - blanks - 1])) blanks++;
  if (blanks == 0) return of->to;
  style_number ground = row[of->to - 1].style;
  if (!canvas->can.erases_in_colour && !is_plain_ground(ground)) return of->to;
  bool is_rest = of->to == canvas->columns && canvas->can.erases_line && blanks > 3;
  bool is_long = canvas->can.erases_cells && blanks > 3 + digits(blanks);
  return is_rest || is_long ? of->to - blanks : of->to;
}

static bool add_run(const canvas *canvas, run found, const cell *row) {
  if (run_count == run_room) {
    size_t more = run_room ? run_room * 2 : 256;
    run *larger = realloc(runs, more * sizeof *runs);
    if (!larger) return false;
    runs = larger;
    run_room = more;
  }
  found.stop = stop_of(canvas, &found, row);
  runs[run_count++] = found;
  return true;
}

// The runs of a row; notes whether half of a wide character is among what changes.
static bool cut_row(const canvas *canvas, int number, bool *has_wide) {
  size_t start = (size_t)number * (size_t)canvas->columns;
  const cell *row = canvas->drawn + start;
  for (int column = 0; column < canvas->columns;) {
    if (!differs(canvas, start + (size_t)column)) {
      column++;
      continue;
    }
    run found = {.row = number, .from = column, .style = row[column].style, .is_blank = is_ground(row[column])};
    for (; column < canvas->columns && differs(canvas, start + (size_t)column); column++) {
      cell next = row[column];
      if (next.text == CONTINUED || canvas->shown[start + (size_t)column].text == CONTINUED) *has_wide = true;
      if (next.style == found.style) {
        // The same ground is blank only where blanks have it.
        found.is_blank = found.is_blank && is_ground(next);
      } else if (is_ground(next) && is_ground_of(next.style, found.style)) {
        continue;
      } else if (found.is_blank && is_ground_of(found.style, next.style)) {
        found.style = next.style;
        found.is_blank = false;
      } else {
        break;
      }
    }
    // A wide character is written whole, also where another one has its second half there already.
    if (column < canvas->columns && row[column].text == CONTINUED) column++;
    found.to = column;
    if (!add_run(canvas, found, row)) return false;
  }
  return true;
}

// Writing them.

static void put_text(uint32_t text) {
  const char *bytes;
  size_t length;
  if (cluster_of(text, &bytes, &length)) {
    put(bytes, length);
    return;
  }
  char packed[4];
  for (length = 0; text; text >>= 8) packed[length++] = (char)text;
  put(packed, length);
}

// How many cells from a column on can be erased in place of being written.
static int leading_blanks(const canvas *canvas, const cell *row, int column, int end) {
  if (!canvas->can.erases_cells || !canvas->can.has_steps || !is_ground(row[column])) return 0;
  if (!canvas->can.erases_in_colour && !is_plain_ground(row[column].style)) return 0;
  int blanks = 0;
  while (column + blanks < end && is_ground(row[column + blanks])) blanks++;
  return blanks;
}

static void put_run(canvas *canvas, run what) {
  cell *row = canvas->drawn + (size_t)what.row * (size_t)canvas->columns;
  paint_cursor(canvas, what.row, what.from);
  if (what.is_blank) {
    style wanted = style_for_blank(canvas, what.style);
    set_style(canvas, &wanted);
  } else {
    set_style(canvas, style_of(what.style));
  }
  for (int column = what.from; column < what.stop;) {
    int blanks = leading_blanks(canvas, row, column, what.stop);
    if (blanks >= LONG_BLANKS) {
      put_steps(blanks, "X");
      canvas->shown_column = column;
      column += blanks;
      paint_cursor(canvas, what.row, column);
    } else {
      put_text(row[column++].text);
    }
  }
  canvas->shown_column = what.stop;
  if (what.stop < what.to) {
    if (what.to == canvas->columns && canvas->can.erases_line)
      put("\033[K", 3);
    else
      put_steps(what.to - what.stop, "X");
  }
  memcpy(
      canvas->shown + (row - canvas->drawn) + what.from, row + what.from,
      (size_t)(what.to - what.from) * sizeof *row);
}

// The bytes from the style that is shown to that of a run.
static int style_cost_of(const run *of, style_number shown) {
  if (!of->is_blank) return style_cost(shown, of->style);
  if (style_of_blank(shown) == of->style) return 0;
  return 5 + (int)strlen(style_of(of->style)->background);
}

static void put_cheapest_first(canvas *canvas) {
  size_t considered = run_count <= FEW_RUNS ? run_count : NEXT_RUNS;
  for (size_t first = 0; first < run_count; first++) {
    style_number shown = canvas->shown_style_is_known ? style_numbered(&canvas->shown_style) : runs[first].style;
    if (!shown) {
      give_up();
      return;
    }
    size_t best = first;
    int least = 100000;
    for (size_t i = first; i < run_count && i < first + considered; i++) {
      int cost = style_cost_of(&runs[i], shown);
      if (cost >= least) continue;
      cost += way_to(canvas, runs[i].row, runs[i].from).cost;
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    run chosen = runs[best];
    // What is left stays in its order; what is done is done with.
    memmove(runs + first + 1, runs + first, (best - first) * sizeof *runs);
    put_run(canvas, chosen);
  }
}

void paint(canvas *canvas) {
  bool has_wide = false, has_room = true;
  run_count = 0;
  for (int row = 0; row < canvas->rows && has_room; row++) {
    if (!canvas->is_touched[row]) continue;
    has_room = cut_row(canvas, row, &has_wide);
    canvas->is_touched[row] = false;
  }
  if (!has_room) {
    give_up();
    return;
  }
  // Half of a wide character takes the other with it, so that what is to its right comes after it.
  if (has_wide) {
    for (size_t i = 0; i < run_count; i++) put_run(canvas, runs[i]);
  } else {
    put_cheapest_first(canvas);
  }
}
