// wcwidth is not in plain C.
#define _GNU_SOURCE
#include "condense.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// Characters with marks: more than fit into a cell. They are rare, and kept until there are many.

enum { CLUSTERS = 256, CLUSTER_TEXT = 48 };

typedef struct {
  char bytes[CLUSTER_TEXT];
  size_t length;
} cluster;

static cluster *clusters;
static size_t cluster_count;

bool cluster_of(uint32_t text, const char **bytes, size_t *length) {
  if ((text & CLUSTER_MARK) != CLUSTER_MARK || text == UNKNOWN_TEXT) return false;
  *bytes = clusters[text & 0xffff].bytes;
  *length = clusters[text & 0xffff].length;
  return true;
}

bool clusters_are_many(void) { return cluster_count > CLUSTERS / 2; }

void clusters_forget(void) { cluster_count = 0; }

static uint32_t cluster_numbered(const cluster *wanted) {
  for (size_t i = 0; i < cluster_count; i++)
    if (clusters[i].length == wanted->length &&
        memcmp(clusters[i].bytes, wanted->bytes, wanted->length) == 0)
      return CLUSTER_MARK | (uint32_t)i;
  if (!clusters) clusters = malloc(CLUSTERS * sizeof *clusters);
  if (!clusters || cluster_count == CLUSTERS) {
    give_up();
    return UNKNOWN_TEXT;
  }
  clusters[cluster_count] = *wanted;
  return CLUSTER_MARK | (uint32_t)cluster_count++;
}

static uint32_t packed(const char *bytes, size_t length) {
  uint32_t text = 0;
  for (size_t i = 0; i < length && i < 4; i++) text |= (uint32_t)(unsigned char)bytes[i] << 8 * i;
  return text;
}

// The number of the style that curses has set, found when it is first needed.
static style_number current;

static style_number style_now(canvas *canvas) {
  if (!current) current = style_numbered(&canvas->style);
  if (!current) give_up();
  return current;
}

static cell *cell_at(canvas *canvas, int row, int column) {
  return &canvas->drawn[(size_t)row * (size_t)canvas->columns + (size_t)column];
}

static void draw(canvas *canvas, int row, int column, uint32_t text, style_number style) {
  if (row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns) return;
  cell *at = cell_at(canvas, row, column);
  at->text = text;
  at->style = text == ' ' ? style_of_blank(style) : style;
  canvas->is_touched[row] = true;
}

static void write_text(canvas *canvas, uint32_t text, int width) {
  if (canvas->column + width > canvas->columns) {
    canvas->column = 0;
    if (canvas->row + 1 < canvas->rows) canvas->row++;
  }
  style_number style = style_now(canvas);
  draw(canvas, canvas->row, canvas->column, text, style);
  if (width == 2) draw(canvas, canvas->row, canvas->column + 1, CONTINUED, style);
  canvas->column += width;
}

// A mark goes to the character before it.
static void write_mark(canvas *canvas, const char *bytes, size_t length) {
  int column = canvas->column - 1;
  if (canvas->row < 0 || column < 0) return;
  if (column > 0 && cell_at(canvas, canvas->row, column)->text == CONTINUED) column--;
  cell *before = cell_at(canvas, canvas->row, column);
  if (before->text == UNKNOWN_TEXT) return;
  cluster whole = {.length = 0};
  const char *present;
  size_t present_length;
  if (cluster_of(before->text, &present, &present_length)) {
    memcpy(whole.bytes, present, present_length);
    whole.length = present_length;
  } else {
    for (uint32_t rest = before->text; rest; rest >>= 8) whole.bytes[whole.length++] = (char)rest;
  }
  if (whole.length + length > sizeof whole.bytes) return;
  memcpy(whole.bytes + whole.length, bytes, length);
  whole.length += length;
  before->text = cluster_numbered(&whole);
  before->style = style_now(canvas);
}

// What an erased cell has: the ground that is set, where the terminal erases in it.
static style_number erased_style(canvas *canvas) {
  style ground = {0};
  if (canvas->can.erases_in_colour)
    memcpy(ground.background, canvas->style.background, sizeof ground.background);
  style_number number = style_numbered(&ground);
  if (!number) give_up();
  return number;
}

static void erase_cells(canvas *canvas, int row, int from, int to) {
  style_number style = erased_style(canvas);
  for (int column = from; column < to; column++) draw(canvas, row, column, ' ', style);
}

// Curses gets at the last cell of the screen by writing it beside its place and pushing it there.
static void insert_cells(canvas *canvas, int row, int column, int count) {
  if (count > canvas->columns - column) count = canvas->columns - column;
  size_t moved = (size_t)(canvas->columns - column - count);
  memmove(cell_at(canvas, row, column + count), cell_at(canvas, row, column), moved * sizeof(cell));
  erase_cells(canvas, row, column, column + count);
}

void forget_cells(canvas *canvas) {
  size_t cells = (size_t)canvas->rows * (size_t)canvas->columns;
  for (size_t i = 0; i < cells; i++)
    canvas->drawn[i] = canvas->shown[i] = (cell){.text = UNKNOWN_TEXT};
  memset(canvas->is_touched, 0, (size_t)canvas->rows * sizeof *canvas->is_touched);
}

static void pass_on(canvas *canvas, const char *at, const char *end) {
  paint(canvas);
  put(at, (size_t)(end - at));
}

// For what depends on where the cursor is and on the style.
static void pass_on_in_place(canvas *canvas, const char *at, const char *end) {
  paint(canvas);
  paint_cursor(canvas, canvas->row, canvas->column);
  paint_style(canvas);
  put(at, (size_t)(end - at));
  canvas->shown_row = canvas->shown_column = -1;
}

// And does who knows what to the cells.
static void pass_on_unknown(canvas *canvas, const char *at, const char *end) {
  pass_on_in_place(canvas, at, end);
  forget_cells(canvas);
}

static void move_lines(const canvas *canvas, cell *cells, int first, int lines, cell blank) {
  size_t width = (size_t)canvas->columns;
  cell *moved = cells + (size_t)first * width;
  size_t all = (size_t)(canvas->bottom - first + 1) * width, gone = (size_t)abs(lines) * width;
  if (gone > all) gone = all;
  cell *empty = moved;
  if (lines > 0) {
    memmove(moved, moved + gone, (all - gone) * sizeof *moved);
    empty += all - gone;
  } else {
    memmove(moved + gone, moved, (all - gone) * sizeof *moved);
  }
  for (size_t i = 0; i < gone; i++) empty[i] = blank;
}

// The lines from `first` to the last that scrolls go up by so many, or down.
static void scroll_lines(canvas *canvas, const char *at, const char *end, int first, int lines) {
  pass_on_in_place(canvas, at, end);
  if (first < canvas->top || first > canvas->bottom) return;
  cell blank = {.text = ' ', .style = erased_style(canvas)};
  move_lines(canvas, canvas->drawn, first, lines, blank);
  move_lines(canvas, canvas->shown, first, lines, blank);
}

// The whole screen is erased, whatever was on it.
static void clear(canvas *canvas, const char *at, const char *end) {
  pass_on_in_place(canvas, at, end);
  canvas->shown_row = canvas->row;
  canvas->shown_column = canvas->column;
  style_number style = erased_style(canvas);
  size_t cells = (size_t)canvas->rows * (size_t)canvas->columns;
  for (size_t i = 0; i < cells; i++)
    canvas->drawn[i] = canvas->shown[i] = (cell){.text = ' ', .style = style};
}

static int limited(int value, int limit) { return value < 0 ? 0 : value < limit ? value : limit - 1; }

static void move_to(canvas *canvas, int row, int column) {
  canvas->row = limited(row, canvas->rows);
  canvas->column = limited(column, canvas->columns);
}

// One line down: from the last that scrolls there is none, so they go up.
static void go_down(canvas *canvas, const char *at, const char *end) {
  if (canvas->row == canvas->bottom)
    scroll_lines(canvas, at, end, canvas->top, 1);
  else
    move_to(canvas, canvas->row + 1, canvas->column);
}

// From here on the lines from `top` to `bottom` scroll.
static void let_scroll(canvas *canvas, int top, int bottom) {
  paint(canvas);
  canvas->top = top;
  canvas->bottom = bottom;
  char text[32];
  const char *format = is_parted(canvas) ? "\033[%d;%dr" : "\033[r";
  put(text, (size_t)snprintf(text, sizeof text, format, top + 1, bottom + 1));
  // Most terminals take the cursor to the first cell.
  canvas->shown_row = canvas->shown_column = -1;
}

// One sequence, from its escape to its final character. `last` is what was written before it.
static void follow_sequence(
    canvas *canvas, const char *start, const char *parameters, const char *end, uint32_t last) {
  char final = end[-1];
  int numbers[2] = {0, 0}, which = 0;
  bool is_private = *parameters >= '<' && *parameters <= '?';
  for (const char *at = parameters; at < end - 1 && !is_private; at++) {
    if (*at == ';')
      which++;
    else if (which < 2 && *at >= '0' && *at <= '9' && numbers[which] < 100000)
      numbers[which] = numbers[which] * 10 + (*at - '0');
  }
  int first = numbers[0], some = first > 0 ? first : 1;
  int row = canvas->row, column = canvas->column < canvas->columns ? canvas->column : canvas->columns - 1;
  if (is_private) final = 'h';
  switch (final) {
    case 'm':
      style_note(&canvas->style, parameters, end - 1);
      current = 0;
      break;
    case 'H': move_to(canvas, first - 1, numbers[1] - 1); break;
    case 'G': move_to(canvas, row, first - 1); break;
    case 'd': move_to(canvas, first - 1, column); break;
    case 'A': move_to(canvas, row - some, column); break;
    case 'B': move_to(canvas, row + some, column); break;
    case 'C': move_to(canvas, row, column + some); break;
    case 'D': move_to(canvas, row, column - some); break;
    case 'Z': move_to(canvas, row, (column - 1) / 8 * 8); break;
    case '@': insert_cells(canvas, row, column, some); break;
    case 'X': erase_cells(canvas, row, column, column + some); break;
    case 'K': erase_cells(canvas, row, first ? 0 : column, first == 1 ? column + 1 : canvas->columns); break;
    case 'J':
      if (first == 2 || (first == 0 && row == 0 && column == 0)) {
        clear(canvas, start, end);
      } else if (first == 0) {
        erase_cells(canvas, row, column, canvas->columns);
        while (++row < canvas->rows) erase_cells(canvas, row, 0, canvas->columns);
      } else {
        pass_on_unknown(canvas, start, end);
      }
      break;
    case 'r': {
      // All lines are all that the terminal has: in a window that has grown curses may not know it yet.
      int last_line = limited(numbers[1] > 0 ? numbers[1] - 1 : canvas->rows, canvas->rows);
      bool is_part = some - 1 < last_line && (some > 1 || last_line < canvas->rows - 1);
      let_scroll(canvas, is_part ? some - 1 : 0, is_part ? last_line : canvas->rows - 1);
      break;
    }
    case 'S': scroll_lines(canvas, start, end, canvas->top, some); break;
    case 'T': scroll_lines(canvas, start, end, canvas->top, -some); break;
    case 'M': scroll_lines(canvas, start, end, row, some); break;
    case 'L': scroll_lines(canvas, start, end, row, -some); break;
    case 'b':
      while (some-- > 0) write_text(canvas, last, 1);
      break;
    // Modes and the title show nothing in a cell.
    case 'h':
    case 'l':
    case 't': pass_on(canvas, start, end); break;
    default: pass_on_unknown(canvas, start, end);
  }
}

// What begins with an escape; gives back where it ends.
static const char *follow_escape(canvas *canvas, const char *start, const char *end, uint32_t last) {
  const char *at = start + 1;
  if (at == end) return end;
  switch (*at) {
    case '[': {
      const char *parameters = ++at;
      while (at < end && (unsigned char)*at < 0x40) at++;
      if (at < end) follow_sequence(canvas, start, parameters, ++at, last);
      return at;
    }
    case '(':
    case ')':
      at += at + 1 < end ? 2 : 1;
      // To the character set that nothing here leaves.
      if (at[-1] != 'B') pass_on(canvas, start, at);
      return at;
    case 'E':
      go_down(canvas, start, at + 1);
      canvas->column = 0;
      return at + 1;
    case 'M':
      if (canvas->row == canvas->top)
        scroll_lines(canvas, start, at + 1, canvas->top, -1);
      else
        move_to(canvas, canvas->row - 1, canvas->column);
      return at + 1;
    case '=':
    case '>': pass_on(canvas, start, at + 1); return at + 1;
    // Where the cursor is, is kept and taken up again.
    case '7':
    case '8': pass_on_in_place(canvas, start, at + 1); return at + 1;
    default: pass_on_unknown(canvas, start, at + 1); return at + 1;
  }
}

static void follow_control(canvas *canvas, const char *at) {
  int column = canvas->column < canvas->columns ? canvas->column : canvas->columns - 1;
  switch (*at) {
    case '\r': move_to(canvas, canvas->row, 0); break;
    case '\n': go_down(canvas, at, at + 1); break;
    case '\b': move_to(canvas, canvas->row, column - 1); break;
    case '\t': move_to(canvas, canvas->row, (column / 8 + 1) * 8); break;
    // Shift in: to the character set that nothing here leaves.
    case 017: break;
    default: pass_on(canvas, at, at + 1);
  }
}

void follow(canvas *canvas, const char *at, const char *end) {
  uint32_t last = ' ';
  current = 0;
  while (at < end) {
    unsigned char byte = (unsigned char)*at;
    if (byte == 033) {
      at = follow_escape(canvas, at, end, last);
    } else if (byte < ' ') {
      follow_control(canvas, at++);
    } else if (byte < 0x7f) {
      write_text(canvas, last = byte, 1);
      at++;
    } else {
      mbstate_t state = {0};
      wchar_t character = 0;
      size_t length = mbrtowc(&character, at, (size_t)(end - at), &state);
      if (length == 0 || length > 4) length = 1;
      int width = length > 1 ? wcwidth(character) : 1;
      if (width == 0)
        write_mark(canvas, at, length);
      else
        write_text(canvas, last = packed(at, length), width == 2 ? 2 : 1);
      at += length;
    }
  }
  // Back on the screen, curses lets as many lines scroll as it had, in a window that may be larger.
  if (is_parted(canvas)) let_scroll(canvas, 0, canvas->rows - 1);
}
