#include "internal.h"
#include <stdio.h>
#include <ncurses.h>

// Codes of our own for what curses has no names for, far above its KEY_MAX.
enum { OURS = 0x2000, MODIFIER_BITS = 3 };

static int code_of(int key, int modifiers) { return OURS + (key << MODIFIER_BITS) + modifiers; }

static const struct {
  const char *name;
  int key;
} extended[] = {
    {"kUP", CC_KEY_UP},        {"kDN", CC_KEY_DOWN},     {"kLFT", CC_KEY_LEFT},
    {"kRIT", CC_KEY_RIGHT},    {"kHOM", CC_KEY_HOME},    {"kEND", CC_KEY_END},
    {"kIC", CC_KEY_INSERT},    {"kDC", CC_KEY_DELETE},   {"kPRV", CC_KEY_PAGE_UP},
    {"kNXT", CC_KEY_PAGE_DOWN},
};

// xterm counts 1 and then shift, alt, control in bits; terminfo's names use the same numbers.
static int modifiers_of(int xterm) {
  int bits = xterm - 1;
  return (bits & 1 ? CC_SHIFT : 0) | (bits & 2 ? CC_ALT : 0) | (bits & 4 ? CC_CONTROL : 0);
}

void keys_define(void) {
  for (unsigned i = 0; i < sizeof extended / sizeof extended[0]; i++) {
    for (int modifier = 2; modifier <= 8; modifier++) {
      char name[16];
      if (modifier == 2)
        snprintf(name, sizeof name, "%s", extended[i].name);
      else
        snprintf(name, sizeof name, "%s%d", extended[i].name, modifier);
      const char *sequence = tigetstr(name);
      if (sequence && sequence != (char *)-1)
        define_key(sequence, code_of(extended[i].key, modifiers_of(modifier)));
    }
  }
  // What terminals send although their TERM does not say so.
  static const struct {
    const char *sequence;
    int key;
  } common[] = {
      {"\033[1~", CC_KEY_HOME}, {"\033[4~", CC_KEY_END}, {"\033[7~", CC_KEY_HOME},
      {"\033[8~", CC_KEY_END},  {"\033OH", CC_KEY_HOME}, {"\033OF", CC_KEY_END},
      {"\033[H", CC_KEY_HOME},  {"\033[F", CC_KEY_END},  {"\033[A", CC_KEY_UP},
      {"\033[B", CC_KEY_DOWN},  {"\033[C", CC_KEY_RIGHT}, {"\033[D", CC_KEY_LEFT},
      {"\033OA", CC_KEY_UP},    {"\033OB", CC_KEY_DOWN}, {"\033OC", CC_KEY_RIGHT},
      {"\033OD", CC_KEY_LEFT},  {"\033OM", CC_KEY_ENTER},
  };
  for (unsigned i = 0; i < sizeof common / sizeof common[0]; i++)
    define_key(common[i].sequence, code_of(common[i].key, 0));
  // Keys of the number pad, whose corners curses knows: they are read as sequences, and are digits.
  for (char final = 'p'; final <= 'y'; final++) {
    const char sequence[] = {27, 'O', final, 0};
    define_key(sequence, 0);
  }
  // Mouse reports are read as sequences: curses merges those that come together.
  keyok(KEY_MOUSE, false);
  // ctrl+z is a character like the others, also where the terminal's description has a name for it.
  keyok(KEY_SUSPEND, false);
}

static const struct {
  int code, key, modifiers;
} named[] = {
    {KEY_UP, CC_KEY_UP, 0},
    {KEY_DOWN, CC_KEY_DOWN, 0},
    {KEY_LEFT, CC_KEY_LEFT, 0},
    {KEY_RIGHT, CC_KEY_RIGHT, 0},
    {KEY_HOME, CC_KEY_HOME, 0},
    {KEY_FIND, CC_KEY_HOME, 0},
    {KEY_A1, CC_KEY_HOME, 0},
    {KEY_END, CC_KEY_END, 0},
    {KEY_LL, CC_KEY_END, 0},
    {KEY_SELECT, CC_KEY_END, 0},
    {KEY_C1, CC_KEY_END, 0},
    {KEY_IC, CC_KEY_INSERT, 0},
    {KEY_DC, CC_KEY_DELETE, 0},
    {KEY_PPAGE, CC_KEY_PAGE_UP, 0},
    {KEY_A3, CC_KEY_PAGE_UP, 0},
    {KEY_NPAGE, CC_KEY_PAGE_DOWN, 0},
    {KEY_C3, CC_KEY_PAGE_DOWN, 0},
    {KEY_BACKSPACE, CC_KEY_BACKSPACE, 0},
    {KEY_ENTER, CC_KEY_ENTER, 0},
    {KEY_BTAB, CC_KEY_TAB, CC_SHIFT},
    {KEY_SR, CC_KEY_UP, CC_SHIFT},
    {KEY_SF, CC_KEY_DOWN, CC_SHIFT},
    {KEY_SLEFT, CC_KEY_LEFT, CC_SHIFT},
    {KEY_SRIGHT, CC_KEY_RIGHT, CC_SHIFT},
    {KEY_SHOME, CC_KEY_HOME, CC_SHIFT},
    {KEY_SEND, CC_KEY_END, CC_SHIFT},
    {KEY_SIC, CC_KEY_INSERT, CC_SHIFT},
    {KEY_SDC, CC_KEY_DELETE, CC_SHIFT},
    {KEY_SPREVIOUS, CC_KEY_PAGE_UP, CC_SHIFT},
    {KEY_SNEXT, CC_KEY_PAGE_DOWN, CC_SHIFT},
};

bool keys_translate(unsigned code, cc_event *event) {
  event->kind = CC_KEY;
  if (code >= OURS) {
    event->code = (code - OURS) >> MODIFIER_BITS;
    event->modifiers |= (code - OURS) & ((1u << MODIFIER_BITS) - 1);
    return true;
  }
  if (code > KEY_F0 && code <= KEY_F0 + 60) {
    // terminfo counts on past 12: the twelve with shift, control, both, alt.
    static const uint32_t banks[] = {0, CC_SHIFT, CC_CONTROL, CC_SHIFT | CC_CONTROL, CC_ALT};
    unsigned number = code - KEY_F0 - 1;
    event->code = CC_KEY_F0 + number % 12 + 1;
    event->modifiers |= banks[number / 12];
    return true;
  }
  for (unsigned i = 0; i < sizeof named / sizeof named[0]; i++) {
    if ((unsigned)named[i].code != code) continue;
    event->code = (uint32_t)named[i].key;
    event->modifiers |= (uint32_t)named[i].modifiers;
    return true;
  }
  return false;
}
