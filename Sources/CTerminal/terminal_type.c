#include "terminal.h"
#include <stdlib.h>
#include <unistd.h>
#include <ncurses.h>
#include <term.h>

// What terminfo says of the terminal; the screen that may be open keeps its own description.
static cc_status describe(int *colours) {
  const char *term = getenv("TERM");
  if (!term || !*term) return CC_TERM_UNSET;
  TERMINAL *before = cur_term;
  int reason = 0;
  if (setupterm(NULL, STDOUT_FILENO, &reason) != OK) {
    // Generic and hardcopy terminals are known and of no use.
    return reason == 1 ? CC_TERM_TOO_SIMPLE : CC_TERM_UNKNOWN;
  }
  char *move = tigetstr("cup");
  bool places = move && move != (char *)-1;
  *colours = tigetnum("colors");
  TERMINAL *opened = set_curterm(before);
  if (opened != before) del_curterm(opened);
  return places ? CC_USABLE : CC_TERM_TOO_SIMPLE;
}

cc_status cc_terminal_type(void) {
  int colours = 0;
  return describe(&colours);
}

int cc_terminfo_colours(void) {
  int colours = 0;
  return describe(&colours) == CC_USABLE ? colours : 0;
}
