// memfd_create is not in plain C.
#define _GNU_SOURCE
#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

// curses says both colours of a pair at each change of one, and turns bold off by turning all off
// and saying both colours anew: two thirds of what it sends. So the bytes of a refresh go through
// here on their way out: changes of style are noted, and only what differs from what the terminal
// has is sent, in one sequence, before something that shows it. All else passes as it is.

enum { COLOUR_TEXT = 32, ATTRIBUTES = 10, OUTPUT_KEPT = 1 << 18 };

typedef struct {
  // As SGR says them: "38;5;110"; empty for the terminal's own.
  char foreground[COLOUR_TEXT], background[COLOUR_TEXT];
  bool on[ATTRIBUTES];  // by their numbers: 1 bold, 2 dim, 3 italic, 4 underline, 7 reverse
} style;

static style wanted, sent;
static bool sent_is_known;

static char *output;
static size_t output_length, output_room;
static bool output_failed;

static void put(const char *bytes, size_t length) {
  if (output_length + length > output_room) {
    size_t room = (output_length + length) * 2 + 4096;
    char *larger = realloc(output, room);
    if (!larger) {
      output_failed = true;
      return;
    }
    output = larger;
    output_room = room;
  }
  memcpy(output + output_length, bytes, length);
  output_length += length;
}

// A list of numbers for one sequence.
typedef struct {
  char text[160];
  size_t length;
} list;

static void add(list *to, const char *part) {
  size_t length = strlen(part);
  if (to->length + length + 2 > sizeof to->text) return;
  if (to->length > 0) to->text[to->length++] = ';';
  memcpy(to->text + to->length, part, length);
  to->length += length;
  to->text[to->length] = 0;
}

static void add_number(list *to, int number) {
  char text[4] = {(char)('0' + number / 10), (char)('0' + number % 10), 0, 0};
  add(to, number < 10 ? text + 1 : text);
}

// What takes a terminal from nothing set to a style.
static list from_nothing(const style *to) {
  list parts = {.length = 0};
  for (int number = 1; number < ATTRIBUTES; number++)
    if (to->on[number]) add_number(&parts, number);
  if (*to->foreground) add(&parts, to->foreground);
  if (*to->background) add(&parts, to->background);
  return parts;
}

static list from_style(const style *from, const style *to) {
  list parts = {.length = 0};
  // 22 turns off bold and dim, so whichever stays is said again.
  bool weight = (from->on[1] && !to->on[1]) || (from->on[2] && !to->on[2]);
  if (weight) add_number(&parts, 22);
  for (int number = 1; number < ATTRIBUTES; number++) {
    bool was = from->on[number] && !(weight && number <= 2);
    if (was && !to->on[number]) add_number(&parts, 20 + number);
    if (!was && to->on[number]) add_number(&parts, number);
  }
  if (strcmp(from->foreground, to->foreground) != 0)
    add(&parts, *to->foreground ? to->foreground : "39");
  if (strcmp(from->background, to->background) != 0)
    add(&parts, *to->background ? to->background : "49");
  return parts;
}

static bool is_same(const style *left, const style *right) {
  return strcmp(left->foreground, right->foreground) == 0 &&
         strcmp(left->background, right->background) == 0 &&
         memcmp(left->on, right->on, sizeof left->on) == 0;
}

// Brings the terminal to the wanted style, the shorter way.
static void settle(void) {
  if (sent_is_known && is_same(&sent, &wanted)) return;
  list whole = from_nothing(&wanted), change = from_style(&sent, &wanted);
  put("\033[", 2);
  if (sent_is_known && change.length <= whole.length + 2) {
    put(change.text, change.length);
  } else if (whole.length > 0) {
    put("0;", 2);
    put(whole.text, whole.length);
  }
  put("m", 1);
  sent = wanted;
  sent_is_known = true;
}

// Whether a blank looks the same in both styles: nothing of its ink can be seen.
static bool is_blank_right(void) {
  return sent_is_known && strcmp(sent.background, wanted.background) == 0 &&
         !sent.on[4] && !wanted.on[4] && !sent.on[7] && !wanted.on[7] && !sent.on[9] && !wanted.on[9];
}

static void settle_for_blank(void) {
  if (!is_blank_right()) settle();
}

static void set_colour(char *colour, const char *text, size_t length) {
  if (length >= COLOUR_TEXT) return;
  memcpy(colour, text, length);
  colour[length] = 0;
}

// Notes one number of a sequence with those that belong to it; gives back where the next begins.
static const char *note(const char *at, const char *end) {
  const char *start = at;
  int number = 0;
  while (at < end && *at >= '0' && *at <= '9') {
    if (number < 1000) number = number * 10 + (*at - '0');
    at++;
  }
  bool joined = at < end && *at == ':';
  while (joined && at < end && *at != ';') at++;
  if ((number == 38 || number == 48) && !joined) {
    // 5 and an index, or 2 and three parts.
    int more = at + 1 < end && at[1] == '2' ? 4 : 2;
    while (more-- > 0 && at < end)
      for (at++; at < end && *at != ';';) at++;
  }
  size_t length = (size_t)(at - start);
  if (number == 0)
    memset(&wanted, 0, sizeof wanted);
  else if (number < ATTRIBUTES)
    wanted.on[number] = true;
  else if (number == 22)
    wanted.on[1] = wanted.on[2] = false;
  else if (number > 22 && number < 30)
    wanted.on[number - 20] = false;
  else if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97))
    set_colour(wanted.foreground, start, length);
  else if ((number >= 40 && number <= 48) || (number >= 100 && number <= 107))
    set_colour(wanted.background, start, length);
  else if (number == 39)
    *wanted.foreground = 0;
  else if (number == 49)
    *wanted.background = 0;
  return at < end ? at + 1 : end;
}

static void note_all(const char *at, const char *end) {
  if (at == end) memset(&wanted, 0, sizeof wanted);
  while (at < end) at = note(at, end);
}

// Whether a sequence shows nothing of the style: it moves the cursor or changes a mode.
static bool is_colourless(char final) { return final && strchr("ABCDEFGHdefhlr`", final); }

// Whether a sequence makes blanks: it erases or brings in characters on its row.
static bool makes_blanks(char final) { return final && strchr("KPX@", final); }

// A move to a place of the row that the cursor is in needs no row: curses names it all the same
// when the place is more than eight columns away. `row` is that of the last move, 0 where what came
// since may have led out of it.
static bool put_move(const char *at, const char *end, int *row) {
  int wanted_row = 0;
  while (at < end && *at >= '0' && *at <= '9' && wanted_row < 10000) wanted_row = wanted_row * 10 + (*at++ - '0');
  bool is_known = at < end && *at == ';' && wanted_row > 0;
  bool is_same_row = is_known && wanted_row == *row;
  *row = is_known ? wanted_row : 0;
  if (!is_same_row) return false;
  put("\033[", 2);
  put(at + 1, (size_t)(end - at - 1));
  put("G", 1);
  return true;
}

static void condense(const char *at, const char *end, bool has_columns) {
  bool was_blank = false;
  int row = 0;
  while (at < end) {
    unsigned char byte = (unsigned char)*at;
    if (byte != '\033') {
      // Carriage returns and backspaces show nothing; a line feed may bring in a new line. Shift in
      // belongs to a character set that nothing here leaves.
      if (byte == 017) {
        at++;
        continue;
      }
      if (byte == ' ')
        settle_for_blank();
      else if (byte != '\r' && byte != '\b')
        settle();
      was_blank = byte == ' ';
      if (byte == '\n') row = 0;
      put(at++, 1);
      continue;
    }
    const char *start = at++;
    if (at < end && *at == '(' && at + 1 < end && at[1] == 'B') {
      at += 2;
      continue;
    }
    if (at == end || *at != '[') {
      row = 0;
      settle();
      put(start, 1);
      continue;
    }
    const char *parameters = ++at;
    while (at < end && (unsigned char)*at < 0x40) at++;
    char final = at < end ? *at++ : 0;
    bool is_private = parameters < end && *parameters >= '<' && *parameters <= '?';
    if (final == 'm' && !is_private) {
      note_all(parameters, at - 1);
      continue;
    }
    if (final == 'H' && has_columns && !is_private && put_move(parameters, at - 1, &row)) continue;
    bool is_blank = makes_blanks(final) || (final == 'b' && was_blank);
    if (is_blank)
      settle_for_blank();
    else if (!is_colourless(final))
      settle();
    if (!is_blank && final != 'H' && final != 'b' && final != 'C' && final != 'D' && final != 'G') row = 0;
    put(start, (size_t)(at - start));
  }
}

void condense_forget(void) {
  memset(&wanted, 0, sizeof wanted);
  sent_is_known = false;
}

// What curses writes to is the terminal at all times but while it refreshes: then it is a file
// without a name.
static int kept = -1, terminal = -1, file = -1;

static int unnamed_file(void) {
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

void condense_refresh(void (*refresh)(void), bool styled, bool has_columns) {
  if (kept < 0 || file < 0 || dup2(file, terminal) < 0) {
    refresh();
    return;
  }
  refresh();
  dup2(kept, terminal);
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  off_t length = lseek(file, 0, SEEK_CUR);
  char *bytes = length > 0 ? malloc((size_t)length) : NULL;
  if (bytes && read_back(bytes, (size_t)length)) {
    output_length = 0;
    output_failed = false;
    if (styled) condense(bytes, bytes + length, has_columns);
    if (!styled || output_failed) {
      // Without memory for the short form the long one will do.
      condense_forget();
      send_all(bytes, (size_t)length);
    } else {
      send_all(output, output_length);
    }
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
