#include "internal.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <ncurses.h>
#include <term.h>

// curses sends red, green and blue only to a terminal whose description says that its colours are
// direct, and few systems have such descriptions. So the user's own description is read through
// terminfo's interface and written again, in the compiled form of term(5), with these differences:
// 16,777,216 colours, the two sequences that set them, the flag RGB, and no redefining of the
// palette. ncurses takes it from the variable TERMINFO (since 6.1; an older one ignores it).

enum { COMPILED_LIMIT = 32768, MAGIC_32_BIT = 01036 };

static const char foreground[] =
    "\033[38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm";
static const char background[] =
    "\033[48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm";

typedef struct {
  unsigned char bytes[COMPILED_LIMIT];
  size_t length;
  bool overflow;
} buffer;

static void put_byte(buffer *to, unsigned value) {
  if (to->length < sizeof to->bytes)
    to->bytes[to->length++] = (unsigned char)value;
  else
    to->overflow = true;
}

static void put_short(buffer *to, int value) {
  put_byte(to, (unsigned)value & 0xff);
  put_byte(to, (unsigned)value >> 8 & 0xff);
}

static void put_number(buffer *to, int value) {
  put_short(to, value & 0xffff);
  put_short(to, (int)((unsigned)value >> 16));
}

static void put_text(buffer *to, const char *text) {
  do put_byte(to, (unsigned char)*text);
  while (*text++);
}

static void pad_to_even(buffer *to) {
  if (to->length % 2) put_byte(to, 0);
}

static int count(char *const *names) {
  int n = 0;
  while (names[n]) n++;
  return n;
}

static bool is(const char *name, const char *other) { return strcmp(name, other) == 0; }

static bool flag_of(const char *name) { return !is(name, "ccc") && tigetflag((char *)name) > 0; }

static int number_of(const char *name) {
  if (is(name, "colors")) return 1 << 24;
  int value = tigetnum((char *)name);
  return value < 0 ? -1 : value;
}

static const char *string_of(const char *name) {
  if (is(name, "setaf")) return foreground;
  if (is(name, "setab")) return background;
  if (is(name, "initc") || is(name, "initp") || is(name, "oc")) return NULL;
  const char *text = tigetstr((char *)name);
  return text == (char *)-1 ? NULL : text;
}

// The flags that come after the standard ones. Keys beyond terminfo's are read without its help.
static const char *const extended[] = {"AX", "RGB", "XT"};

static bool compile(const char *name, buffer *entry) {
  static buffer strings;
  static int offsets[1024];
  int flags = count((char *const *)boolnames), numbers = count((char *const *)numnames);
  int texts = count((char *const *)strnames);
  if (texts > 1024) return false;
  memset(&strings, 0, sizeof strings);
  for (int i = 0; i < texts; i++) {
    const char *text = string_of(strnames[i]);
    offsets[i] = text ? (int)strings.length : -1;
    if (text) put_text(&strings, text);
  }
  put_short(entry, MAGIC_32_BIT);
  put_short(entry, (int)strlen(name) + 1);
  put_short(entry, flags);
  put_short(entry, numbers);
  put_short(entry, texts);
  put_short(entry, (int)strings.length);
  put_text(entry, name);
  for (int i = 0; i < flags; i++) put_byte(entry, flag_of(boolnames[i]));
  pad_to_even(entry);
  for (int i = 0; i < numbers; i++) put_number(entry, number_of(numnames[i]));
  for (int i = 0; i < texts; i++) put_short(entry, offsets[i]);
  for (size_t i = 0; i < strings.length; i++) put_byte(entry, strings.bytes[i]);
  pad_to_even(entry);

  int more = sizeof extended / sizeof extended[0], name_bytes = 0;
  for (int i = 0; i < more; i++) name_bytes += (int)strlen(extended[i]) + 1;
  put_short(entry, more);
  put_short(entry, 0);
  put_short(entry, 0);
  put_short(entry, more);
  put_short(entry, name_bytes);
  for (int i = 0; i < more; i++)
    put_byte(entry, is(extended[i], "RGB") || tigetflag((char *)extended[i]) > 0);
  pad_to_even(entry);
  for (int i = 0, at = 0; i < more; at += (int)strlen(extended[i++]) + 1) put_short(entry, at);
  for (int i = 0; i < more; i++) put_text(entry, extended[i]);
  return !entry->overflow && !strings.overflow;
}

static char *as_variable(const buffer *entry) {
  static const char digits[] = "0123456789abcdef";
  char *text = malloc(entry->length * 2 + 5);
  if (!text) return NULL;
  memcpy(text, "hex:", 4);
  for (size_t i = 0; i < entry->length; i++) {
    text[4 + 2 * i] = digits[entry->bytes[i] >> 4];
    text[5 + 2 * i] = digits[entry->bytes[i] & 15];
  }
  text[4 + 2 * entry->length] = 0;
  return text;
}

SCREEN *direct_colour_screen(FILE *output, FILE *input) {
  const char *name = type_begin();
  int reason = 0;
  bool found = setupterm(name, STDOUT_FILENO, &reason) == OK;
  type_end();
  if (!found) return NULL;
  const char *present = tigetstr("setaf");
  // Only where the terminal sets its 256 colours as xterm does can it be told of more.
  bool alike = present && present != (char *)-1 && strstr(present, "38;5;") != NULL;
  static buffer entry;
  memset(&entry, 0, sizeof entry);
  char *text = alike && compile(name, &entry) ? as_variable(&entry) : NULL;
  del_curterm(cur_term);
  if (!text) return NULL;
  const char *before = getenv("TERMINFO");
  char *kept = before ? strdup(before) : NULL;
  setenv("TERMINFO", text, 1);
  SCREEN *screen = newterm(name, output, input);
  if (kept)
    setenv("TERMINFO", kept, 1);
  else
    unsetenv("TERMINFO");
  free(kept);
  free(text);
  return screen;
}
