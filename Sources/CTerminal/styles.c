#include "condense.h"
#include <stdlib.h>
#include <string.h>

// A list of numbers for one sequence.
typedef struct {
  char text[STYLE_TEXT];
  size_t length;
} list;

static void add(list *to, const char *part) {
  size_t length = strlen(part);
  if (to->length + length + 8 > sizeof to->text) return;
  if (to->length > 0) to->text[to->length++] = ';';
  memcpy(to->text + to->length, part, length);
  to->length += length;
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

// What follows the end of a colour is zero as well.
static bool is_same(const style *left, const style *right) { return memcmp(left, right, sizeof *left) == 0; }

size_t style_change(char *text, const style *from, const style *to) {
  if (from && is_same(from, to)) return 0;
  list whole = from_nothing(to), change = {.length = 0};
  if (from) change = from_style(from, to);
  size_t length = 0;
  text[length++] = '\033';
  text[length++] = '[';
  if (from && change.length <= whole.length + 2) {
    memcpy(text + length, change.text, change.length);
    length += change.length;
  } else if (whole.length > 0) {
    text[length++] = '0';
    text[length++] = ';';
    memcpy(text + length, whole.text, whole.length);
    length += whole.length;
  }
  text[length++] = 'm';
  return length;
}

static void set_colour(char *colour, const char *text, size_t length) {
  if (length >= COLOUR_TEXT) return;
  memset(colour, 0, COLOUR_TEXT);
  memcpy(colour, text, length);
}

// Notes one number of a sequence with those that belong to it; gives back where the next begins.
static const char *note(style *to, const char *at, const char *end) {
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
    memset(to, 0, sizeof *to);
  else if (number < ATTRIBUTES)
    to->on[number] = true;
  else if (number == 22)
    to->on[1] = to->on[2] = false;
  else if (number > 22 && number < 30)
    to->on[number - 20] = false;
  else if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97))
    set_colour(to->foreground, start, length);
  else if ((number >= 40 && number <= 48) || (number >= 100 && number <= 107))
    set_colour(to->background, start, length);
  else if (number == 39)
    set_colour(to->foreground, "", 0);
  else if (number == 49)
    set_colour(to->background, "", 0);
  return at < end ? at + 1 : end;
}

void style_note(style *to, const char *at, const char *end) {
  if (at == end) memset(to, 0, sizeof *to);
  while (at < end) at = note(to, at, end);
}

// The styles by their numbers, less one; a screen has a few dozen.

enum { MANY = 512, COSTED = 128 };

typedef struct {
  style style;
  style_number blank;
} entry;

static entry *entries;
static size_t count, room;
// Bytes by number of the style before and after; 0 where they have not been counted.
static uint8_t costs[COSTED][COSTED];

static bool is_ink_of_blank(const style *of) { return of->on[4] || of->on[7] || of->on[9]; }

style_number style_numbered(const style *wanted) {
  for (size_t i = 0; i < count; i++)
    if (is_same(&entries[i].style, wanted)) return (style_number)(i + 1);
  if (count == room) {
    size_t more = room ? room * 2 : 64;
    entry *larger = more < UINT16_MAX ? realloc(entries, more * sizeof *entries) : NULL;
    if (!larger) return 0;
    entries = larger;
    room = more;
  }
  size_t place = count++;
  style_number number = (style_number)(place + 1);
  entries[place] = (entry){.style = *wanted, .blank = number};
  style ground = {0};
  memcpy(ground.background, wanted->background, sizeof ground.background);
  if (!is_ink_of_blank(wanted) && !is_same(&ground, wanted)) {
    // The table may move while it grows.
    style_number blank = style_numbered(&ground);
    entries[place].blank = blank;
  }
  return number;
}

const style *style_of(style_number number) {
  static const style plain;
  return number ? &entries[number - 1].style : &plain;
}

style_number style_of_blank(style_number number) { return number ? entries[number - 1].blank : 0; }

bool is_ground_alone(style_number number) {
  return style_of_blank(number) == number && !is_ink_of_blank(style_of(number));
}

int style_cost(style_number from, style_number to) {
  char text[STYLE_TEXT];
  if (from == to) return 0;
  if (from >= COSTED || to >= COSTED) return (int)style_change(text, style_of(from), style_of(to));
  if (!costs[from][to]) costs[from][to] = (uint8_t)style_change(text, style_of(from), style_of(to));
  return costs[from][to];
}

bool styles_are_many(void) { return count > MANY; }

void styles_forget(void) {
  free(entries);
  entries = NULL;
  count = room = 0;
  memset(costs, 0, sizeof costs);
}
