// memfd_create is not in plain C.
#define _GNU_SOURCE
#include "condense.h"
#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>
#include <ncurses.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

// What curses writes to is the terminal at all times but while it refreshes: then it is a file
// without a name.
static int kept = -1, terminal = -1, file = -1;

// curses says both colours of a pair at each change of one, turns bold off by turning all off and
// saying both colours anew, and goes back and forth between styles cell by cell. So the bytes of a
// refresh go through here on their way out: what they draw is followed on a canvas, and of that only
// the cells that change are sent, those of a style together.

enum { OUTPUT_KEPT = 1 << 18, LARGEST_SCREEN = 1 << 26 };

static canvas sheet;
static bool is_condensing;

static char *output;
static size_t output_length, output_room;
static bool output_failed;

void give_up(void) { output_failed = true; }

void put(const char *bytes, size_t length) {
  if (output_length + length > output_room) {
    size_t room = (output_length + length) * 2 + 4096;
    char *larger = realloc(output, room);
    if (!larger) {
      give_up();
      return;
    }
    output = larger;
    output_room = room;
  }
  memcpy(output + output_length, bytes, length);
  output_length += length;
}

void condense_forget(void) {
  if (sheet.drawn) forget_cells(&sheet);
  memset(&sheet.style, 0, sizeof sheet.style);
  sheet.shown_style_is_known = false;
  sheet.shown_row = sheet.shown_column = -1;
}

static void drop_cells(void) {
  free(sheet.drawn);
  free(sheet.shown);
  free(sheet.is_touched);
  sheet.drawn = sheet.shown = NULL;
  sheet.is_touched = NULL;
  sheet.rows = sheet.columns = 0;
}

// A canvas of the size; false without memory for it.
static bool take_size(int rows, int columns) {
  if (sheet.rows == rows && sheet.columns == columns) return true;
  drop_cells();
  if (rows < 1 || columns < 1) return false;
  size_t cells = (size_t)rows * (size_t)columns;
  sheet.drawn = malloc(cells * sizeof *sheet.drawn);
  sheet.shown = malloc(cells * sizeof *sheet.shown);
  sheet.is_touched = malloc((size_t)rows * sizeof *sheet.is_touched);
  if (!sheet.drawn || !sheet.shown || !sheet.is_touched) {
    drop_cells();
    return false;
  }
  sheet.rows = rows;
  sheet.columns = columns;
  sheet.top = 0;
  sheet.bottom = rows - 1;
  sheet.row = sheet.column = 0;
  sheet.shown_row = sheet.shown_column = -1;
  forget_cells(&sheet);
  return true;
}

// Whether a capability is what ECMA-48 has for it.
static bool is_usual(const char *name, const char *usual) {
  const char *text = tigetstr(name);
  return text && text != (char *)-1 && strcmp(text, usual) == 0;
}

// Terminals of eight colours and more that are told of them as ECMA-48 says know its other numbers as
// well. Those that leave the cursor in the last column, and do not wrap yet, wrap where nobody is.
static bool is_condensable(void) {
  const char *set = tigetstr("setaf");
  return tigetnum("colors") >= 8 && set && set != (char *)-1 && strncmp(set, "\033[", 2) == 0 &&
         tigetflag("xenl") > 0 && is_usual("cup", "\033[%i%p1%d;%p2%dH") &&
         is_usual("ich", "\033[%p1%d@");
}

void condense_begin(void) {
  is_condensing = kept >= 0 && file >= 0 && is_condensable();
  struct termios settings;
  bool is_plain_feed = tcgetattr(STDOUT_FILENO, &settings) == 0 &&
                       (!(settings.c_oflag & OPOST) || !(settings.c_oflag & ONLCR));
  sheet.can = (abilities){
      .erases_in_colour = tigetflag("bce") > 0,
      .erases_line = is_usual("el", "\033[K"),
      .erases_cells = is_usual("ech", "\033[%p1%dX"),
      .has_columns = is_usual("hpa", "\033[%i%p1%dG"),
      .has_rows = is_usual("vpa", "\033[%i%p1%dd"),
      .has_steps = is_usual("cuf", "\033[%p1%dC") && is_usual("cub", "\033[%p1%dD") &&
                   is_usual("cud", "\033[%p1%dB") && is_usual("cuu", "\033[%p1%dA") &&
                   is_usual("cub1", "\b"),
      .has_line_feed = is_plain_feed && is_usual("cud1", "\n"),
  };
}

bool condense_is_on(void) { return is_condensing; }

static int unnamed_file(void) {
  // One that may not hold a whole screen is no use.
  struct rlimit largest;
  if (getrlimit(RLIMIT_FSIZE, &largest) == 0 && largest.rlim_cur < LARGEST_SCREEN) return -1;
#ifdef __linux__
  return memfd_create("digigov-output", MFD_CLOEXEC);
#else
  char path[] = "/tmp/digigov-output.XXXXXX";
  int opened = mkstemp(path);
  if (opened < 0) return -1;
  unlink(path);
  fcntl(opened, F_SETFD, FD_CLOEXEC);
  return opened;
#endif
}

FILE *condense_open(void) {
  terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  kept = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  file = unnamed_file();
  output_open();
  condense_forget();
  return terminal < 0 ? NULL : fdopen(terminal, "w");
}

void condense_close(FILE *stream) {
  if (stream) fclose(stream);
  output_close();
  if (kept >= 0) close(kept);
  if (file >= 0) close(file);
  terminal = kept = file = -1;
  free(output);
  output = NULL;
  output_room = 0;
  drop_cells();
  styles_forget();
}

static bool read_back(char *bytes, size_t length) {
  size_t done = 0;
  while (done < length) {
    ssize_t n = pread(file, bytes + done, length - done, (off_t)done);
    if (n > 0)
      done += (size_t)n;
    else if (n == 0 || errno != EINTR)
      return false;
  }
  return true;
}

// Sends a refresh as curses made it, from where curses believed the terminal to be.
static void send_whole(const char *bytes, size_t length, int row, int column, const style *before) {
  char start[STYLE_TEXT + 32];
  size_t start_length = (size_t)snprintf(start, 32, "\033[%d;%dH", row + 1, column + 1);
  start_length += style_change(start + start_length, NULL, before);
  send_all(start, start_length);
  send_all(bytes, length);
  forget_cells(&sheet);
  sheet.shown_style = sheet.style;
  sheet.shown_style_is_known = true;
  sheet.shown_row = sheet.shown_column = -1;
}

static void send_condensed(const char *bytes, size_t length, bool shows_cursor) {
  if (styles_are_many() || clusters_are_many()) {
    forget_cells(&sheet);
    styles_forget();
    clusters_forget();
  }
  int row = sheet.row, column = sheet.column < sheet.columns ? sheet.column : sheet.columns - 1;
  style before = sheet.style;
  output_length = 0;
  output_failed = false;
  follow(&sheet, bytes, bytes + length);
  paint(&sheet);
  if (shows_cursor) paint_cursor(&sheet, sheet.row, sheet.column);
  if (output_failed)
    send_whole(bytes, length, row, column, &before);
  else
    send_all(output, output_length);
}

// Takes the terminal to where curses believes it to be: from here on it is told all.
static void stop_condensing(void) {
  if (!is_condensing) return;
  is_condensing = false;
  char text[40];
  send_all(text, (size_t)snprintf(text, sizeof text, "\033[%d;%dH\033[m", sheet.row + 1, sheet.column + 1));
}

void condense_refresh(void (*refresh_all)(void), bool shows_cursor) {
  if (kept < 0 || file < 0 || dup2(file, terminal) < 0) {
    stop_condensing();
    refresh_all();
    return;
  }
  refresh_all();
  dup2(kept, terminal);
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  off_t length = lseek(file, 0, SEEK_CUR);
  char *bytes = length > 0 ? malloc((size_t)length) : NULL;
  if (bytes && read_back(bytes, (size_t)length)) {
    // Not LINES and COLS: they are also of descriptions that are read beside the screen's own.
    int rows, columns;
    getmaxyx(stdscr, rows, columns);
    if (is_condensing && !take_size(rows, columns)) stop_condensing();
    if (is_condensing)
      send_condensed(bytes, (size_t)length, shows_cursor);
    else
      send_all(bytes, (size_t)length);
  }
  free(bytes);
  if (output_room > OUTPUT_KEPT) {
    free(output);
    output = NULL;
    output_room = 0;
  }
  lseek(file, 0, SEEK_SET);
  if (ftruncate(file, 0) != 0) {
    close(file);
    file = -1;
  }
}
