#ifndef DIGIGOV_TERMINAL_GUARD_H
#define DIGIGOV_TERMINAL_GUARD_H

#include <stdbool.h>

/// Remembers the terminal's settings and arranges for them to be put back if the process dies
/// from a fault or a terminating signal. Nothing in the handler allocates, locks or is Swift.
/// Returns false when the input is not a terminal.
bool terminal_guard_arm(int input, int output);

/// What the handler writes: set once curses knows the terminal. At most 511 bytes are kept.
void terminal_guard_set_restore(const char *text);

/// Gives the terminal back by the guard's own means, for when curses may have failed to.
void terminal_guard_give_back(void);

/// While the program is stopped, the terminal is not ours to restore.
void terminal_guard_pause(void);
void terminal_guard_resume(void);

/// Stops guarding: call after the terminal has been closed in the ordinary way.
void terminal_guard_disarm(void);

#endif
