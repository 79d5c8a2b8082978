#include "internal.h"
#include <sys/ioctl.h>
#include <unistd.h>
#include <ncurses.h>

// The window as the terminal has it, taken over when curses was told of it.
static int window_columns, window_rows;

static int limited(int count, int most) { return count < most ? count : most; }

static bool ask(struct winsize *size) {
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, size) == 0 && size->ws_row > 0 && size->ws_col > 0;
}

void size_prepare(void) {
  struct winsize size;
  bool is_known = ask(&size);
  // LINES and COLUMNS are left behind by shells; the terminal knows its size.
  use_env(false);
  // Otherwise curses begins with the size of the terminal's description.
  use_tioctl(!is_known || (size.ws_row <= CC_MOST_ROWS && size.ws_col <= CC_MOST_COLUMNS));
  window_columns = window_rows = 0;
}

// In case its signal was missed. What was sent for the old size while the new one was on its way has
// landed anywhere, the cursor too: only a cleared screen is a known one.
bool size_take(void) {
  struct winsize size;
  if (!ask(&size)) return false;
  window_rows = size.ws_row;
  window_columns = size.ws_col;
  int rows = limited(window_rows, CC_MOST_ROWS), columns = limited(window_columns, CC_MOST_COLUMNS);
  if (!is_term_resized(rows, columns) || resize_term(rows, columns) != OK) return false;
  cc_repaint();
  return true;
}

void cc_room(int *columns, int *rows) { getmaxyx(stdscr, *rows, *columns); }

void cc_size(int *columns, int *rows) {
  cc_room(columns, rows);
  if (window_columns > *columns) *columns = window_columns;
  if (window_rows > *rows) *rows = window_rows;
}
