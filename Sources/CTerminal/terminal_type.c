#include "internal.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <ncurses.h>
#include <term.h>

// Descriptions for systems that have none, or none of the terminal that a user came from.
static const struct {
  const char *name, *text;
} compiled_in[] = {
#include "descriptions.h"
};

enum { CANDIDATES = 4 };

// The name that terminfo is asked for: TERM, or that of a terminal which is most like it.
static char in_use[128];
static const char *compiled;  // its description where the system has none

static bool begins(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

// What a terminal of that name is most like, the best first.
static void likenesses(const char *term, const char *names[CANDIDATES]) {
  const char *none = NULL;
  names[1] = names[2] = names[3] = none;
  if (begins(term, "screen")) {
    names[0] = "screen-256color";
    names[1] = "screen";
  } else if (begins(term, "tmux")) {
    names[0] = "tmux-256color";
    names[1] = "screen-256color";
    names[2] = "screen";
  } else if (begins(term, "vt") && !begins(term, "vte")) {
    names[0] = "vt220";
    names[1] = "vt100";
  } else if (begins(term, "linux")) {
    names[0] = "linux";
  } else {
    names[0] = "xterm-256color";
    names[1] = "xterm";
  }
}

static const char *compiled_of(const char *name) {
  for (size_t i = 0; i < sizeof compiled_in / sizeof compiled_in[0]; i++)
    if (strcmp(compiled_in[i].name, name) == 0) return compiled_in[i].text;
  return NULL;
}

static char *kept_terminfo;

const char *type_begin(void) {
  if (compiled) {
    const char *before = getenv("TERMINFO");
    kept_terminfo = before ? strdup(before) : NULL;
    setenv("TERMINFO", compiled, 1);
  }
  return in_use;
}

void type_end(void) {
  if (!compiled) return;
  if (kept_terminfo)
    setenv("TERMINFO", kept_terminfo, 1);
  else
    unsetenv("TERMINFO");
  free(kept_terminfo);
  kept_terminfo = NULL;
}

// Whether the description of a name can be read, and what terminfo says where it cannot. The present
// screen keeps its own.
static bool is_described(const char *name, const char *text, int *reason, bool *places, int *colours) {
  TERMINAL *before = cur_term;
  compiled = text;
  strncpy(in_use, name, sizeof in_use - 1);
  *reason = 0;
  bool found = setupterm(type_begin(), STDOUT_FILENO, reason) == OK;
  type_end();
  if (!found) return false;
  char *move = tigetstr("cup");
  *places = move && move != (char *)-1;
  *colours = tigetnum("colors");
  TERMINAL *opened = set_curterm(before);
  if (opened != before) del_curterm(opened);
  return true;
}

static cc_status describe(int *colours) {
  const char *term = getenv("TERM");
  if (!term || !*term) return CC_TERM_UNSET;
  int reason;
  bool places = false;
  if (is_described(term, NULL, &reason, &places, colours)) return places ? CC_USABLE : CC_TERM_TOO_SIMPLE;
  // Generic and hardcopy terminals are known and of no use; so are those that say of themselves that they
  // place nothing.
  if (reason == 1 || strcmp(term, "dumb") == 0 || strcmp(term, "unknown") == 0) return CC_TERM_TOO_SIMPLE;
  const char *names[CANDIDATES];
  likenesses(term, names);
  for (int i = 0; i < CANDIDATES && names[i]; i++)
    if (is_described(names[i], NULL, &reason, &places, colours) && places) return CC_USABLE;
  for (int i = 0; i < CANDIDATES && names[i]; i++) {
    const char *text = compiled_of(names[i]);
    if (text && is_described(names[i], text, &reason, &places, colours) && places) return CC_USABLE;
  }
  compiled = NULL;
  strncpy(in_use, term, sizeof in_use - 1);
  return CC_TERM_UNKNOWN;
}

cc_status cc_terminal_type(void) {
  int colours = 0;
  return describe(&colours);
}

int cc_terminfo_colours(void) {
  int colours = 0;
  return describe(&colours) == CC_USABLE ? colours : 0;
}

const char *cc_described_as(bool *is_compiled_in) {
  *is_compiled_in = compiled != NULL;
  return in_use;
}
