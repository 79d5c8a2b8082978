// wcwidth is not in plain C.
#define _GNU_SOURCE
#include "internal.h"
#include "terminal_guard.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
#include <ncurses.h>

#if defined(NCURSES_EXT_COLORS) && NCURSES_EXT_COLORS >= 20170401
#define WIDE_PAIRS 1
#endif

static SCREEN *screen;
static bool mouse_wanted;
static bool own_description;
static FILE *stream;

// Press, drag and wheel, in the form that knows columns past 223; pasted text between marks.
#define MOUSE_ON "\033[?1000h\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1003l\033[?1002l\033[?1000l"
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

static void send(const char *text) { send_all(text, strlen(text)); }

void cc_send(const char *text) { send(text); }

// A capability without the padding that terminfo writes as $<2>.
static void append(char *text, size_t limit, const char *name) {
  const char *from = tigetstr(name);
  if (!from || from == (char *)-1) return;
  size_t length = strlen(text);
  while (*from && length + 1 < limit) {
    if (from[0] == '$' && from[1] == '<') {
      const char *end = strchr(from, '>');
      if (end) {
        from = end + 1;
        continue;
      }
    }
    text[length++] = *from++;
  }
  text[length] = 0;
}

static bool has_second_screen(void) {
  const char *leave = tigetstr("rmcup");
  return leave && leave != (char *)-1;
}

static void prepare_restore(void) {
  char text[512] = "\033[?2026l" MOUSE_OFF PASTE_OFF "\033[?1004l";
  size_t before = strlen(text);
  append(text, sizeof text, "rmcup");
  // Without a second screen what was drawn would stay behind the prompt.
  if (strlen(text) == before) append(text, sizeof text, "clear");
  append(text, sizeof text, "sgr0");
  append(text, sizeof text, "cnorm");
  append(text, sizeof text, "rmkx");
  strcat(text, "\r");
  terminal_guard_set_restore(text);
}

void screen_enter(void) {
  reset_prog_mode();
  condense_forget();
  send(mouse_wanted ? PASTE_ON MOUSE_ON : PASTE_ON);
  clearok(curscr, true);
}

void screen_leave(void) {
  if (output_unblock()) {
    // What was thrown away may have been to show the cursor.
    char visible[64] = "";
    append(visible, sizeof visible, "cnorm");
    send(visible);
  }
  send(mouse_wanted ? MOUSE_OFF PASTE_OFF : PASTE_OFF);
  // curses may think that it has reset the style already: that was not worth sending then.
  if (condense_is_on()) send("\033[m");
  input_settle();
  // A second screen that is described need not be there (GNU screen's is off by default).
  char clear[64] = "";
  append(clear, sizeof clear, "clear");
  send(clear);
  endwin();
  if (!has_second_screen()) send(clear);
}

cc_status cc_open(bool mouse, bool direct) {
  if (screen) return CC_ALREADY_OPEN;
  if (!isatty(STDIN_FILENO)) return CC_INPUT_NOT_A_TERMINAL;
  if (!isatty(STDOUT_FILENO)) return CC_OUTPUT_NOT_A_TERMINAL;
  cc_status status = cc_terminal_type();
  if (status != CC_USABLE) return status;
  cc_locale_is_utf8();
  // The settings of a terminal that another job is using are not the ones to give back.
  if (!jobs_open()) return CC_FAILED;
  if (!jobs_wait_for_foreground() || !terminal_guard_arm(STDIN_FILENO, STDOUT_FILENO)) {
    jobs_close();
    return CC_FAILED;
  }
  size_prepare();
  stream = condense_open();
  FILE *to = stream ? stream : stdout;
  screen = direct ? direct_colour_screen(to, stdin) : NULL;
  own_description = screen != NULL;
  if (!screen) {
    screen = newterm(type_begin(), to, stdin);
    type_end();
  }
  if (!screen) {
    condense_close(stream);
    terminal_guard_disarm();
    jobs_close();
    return CC_FAILED;
  }
  prepare_restore();
  jobs_watch_size();
  size_take();
  mouse_wanted = mouse;
  raw();
  noecho();
  nonl();
  // Which cells are sent is not decided by what shifting the others would save.
  idcok(stdscr, false);
  keypad(stdscr, true);
  set_escdelay(25);
  keys_define();
  curs_set(0);
  condense_begin();
  if (!input_open()) {
    cc_close();
    return CC_FAILED;
  }
  screen_enter();
  return CC_USABLE;
}

bool cc_output_is_gone(void) { return output_is_gone(); }

void cc_close(void) {
  if (!screen) return;
  screen_leave();
  input_close();
  delscreen(screen);
  screen = NULL;
  condense_close(stream);
  stream = NULL;
  // What failed may have been the screen, and the way back may still be open.
  if (output_is_gone()) terminal_guard_give_back();
  terminal_guard_disarm();
  jobs_close();
}

bool cc_suspend(void) {
  if (!screen) return false;
  screen_leave();
  terminal_guard_pause();
  bool stopped = jobs_stop();
  bool back = !stopped || jobs_wait_for_foreground();
  jobs_take_continue();
  jobs_take_stop();
  if (!back) return false;
  terminal_guard_resume();
  screen_enter();
  // A job in the background is not told of a new size.
  size_take();
  return true;
}

int cc_start_colours(void) {
  if (!has_colors() || start_color() == ERR) return 0;
  use_default_colors();
  return COLORS;
}

int cc_first_direct_colour(void) { return own_description ? 0 : 8; }

int cc_pair_limit(void) { return COLOR_PAIRS - 1; }

void cc_define_pair(int pair, int foreground, int background) {
#ifdef WIDE_PAIRS
  init_extended_pair(pair, foreground, background);
#else
  init_pair((short)pair, (short)foreground, (short)background);
#endif
}

// Cells side by side are given to curses at once: it takes less than one by one.

enum { LINE = 256 };

static struct {
  cchar_t cells[LINE];
  int count, row, column, end;
} line;

static void line_flush(void) {
  if (line.count > 0) mvadd_wchnstr(line.row, line.column, line.cells, line.count);
  line.count = 0;
}

static void cell_make(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
#ifdef WIDE_PAIRS
  setcchar(cell, text, attributes, 0, &pair);
#else
  setcchar(cell, text, attributes, (short)pair, NULL);
#endif
}

static void line_put(int row, int column, const wchar_t *text, attr_t attributes, int pair, int width) {
  if (row != line.row || column != line.end || line.count == LINE) line_flush();
  if (line.count == 0) {
    line.row = row;
    line.column = column;
  }
  cchar_t *cell = &line.cells[line.count++];
  if (text[1]) {
    cell_make(cell, text, attributes, pair);
  } else {
    // Most cells have the style of the one before them.
    static struct {
      cchar_t blank;
      attr_t attributes;
      int pair;
      bool is_made;
    } last;
    if (!last.is_made || last.attributes != attributes || last.pair != pair) {
      cell_make(&last.blank, L" ", attributes, pair);
      last.attributes = attributes;
      last.pair = pair;
      last.is_made = true;
    }
    *cell = last.blank;
    cell->chars[0] = text[0];
  }
  line.end = column + width;
}

void cc_put(int row, int column, const uint32_t *scalars, int count, int width, int attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  if (count > CCHARW_MAX - 1) count = CCHARW_MAX - 1;
  for (int i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  text[count] = 0;
  bool is_plain = count == 1 && text[0] >= ' ' && text[0] < 0x7f;
  bool agreed = is_plain ? width == 1 : count > 0 && wcwidth(text[0]) == width;
  for (int i = 1; i < count; i++) agreed = agreed && wcwidth(text[i]) == 0;
  if (!agreed) {
    text[0] = L'?';
    text[1] = 0;
  }
  attr_t attrs = 0;
  if (attributes & CC_BOLD) attrs |= A_BOLD;
  if (attributes & CC_DIM) attrs |= A_DIM;
#ifdef A_ITALIC
  if (attributes & CC_ITALIC) attrs |= A_ITALIC;
#endif
  if (attributes & CC_UNDERLINE) attrs |= A_UNDERLINE;
  if (attributes & CC_REVERSE) attrs |= A_REVERSE;
  line_put(row, column, text, attrs, pair, agreed ? width : 1);
  if (!agreed && width == 2) {
    text[0] = L' ';
    line_put(row, column + 1, text, attrs, pair, 1);
  }
}

void cc_put_scalar(int row, int column, uint32_t scalar, int width, int attributes, int pair) {
  cc_put(row, column, &scalar, 1, width, attributes, pair);
}

void cc_erase(void) {
  line_flush();
  erase();
}

// Whether the cursor is to be seen, and whether the terminal has been told since it was last known.
static bool cursor_shows, cursor_is_known;

static void refresh_all(void) {
  // curses sends what it takes for a change.
  if (!cursor_is_known) curs_set(!cursor_shows);
  curs_set(cursor_shows);
  cursor_is_known = true;
  refresh();
}

void cc_show(int cursor_row, int cursor_column) {
  line_flush();
  if (cursor_row >= 0) move(cursor_row, cursor_column);
  cursor_shows = cursor_row >= 0;
  condense_refresh(refresh_all, cursor_shows);
}

void cc_repaint(void) {
  cursor_is_known = false;
  condense_forget();
  clearok(curscr, true);
}
