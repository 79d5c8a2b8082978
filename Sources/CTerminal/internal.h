#ifndef DIGIGOV_TERMINAL_INTERNAL_H
#define DIGIGOV_TERMINAL_INTERNAL_H

#include "terminal.h"
#include <stdio.h>

// Job control and waking (jobs.c).
bool jobs_open(void);
void jobs_watch_size(void);
void jobs_close(void);
/// Readable when the loop has been woken.
int jobs_wake_descriptor(void);
void jobs_drain_wakes(void);
/// Each says yes once for the signals that came since it was asked last.
bool jobs_take_stop(void);
bool jobs_take_continue(void);
bool jobs_take_size(void);
/// Waits, stopped, until the process is in the foreground; false when that cannot be.
bool jobs_wait_for_foreground(void);
/// Stops the whole process group as the terminal driver does; false when the signal is ignored.
bool jobs_stop(void);

// Interrupts told by a pipe (lines.c).
/// Readable when an interrupt has come; less than 0 where none is watched for.
int interrupt_end(void);
/// Takes up the interrupt that has come.
bool interrupt_came(void);

// Keys (keys.c).
void keys_define(void);
/// The cc_key and modifiers of a curses key code; false for a key that has no name of ours.
bool keys_translate(unsigned code, cc_event *event);

// Reading (input.c).
bool input_open(void);
void input_close(void);
/// Takes in what has been typed, for later; whether ctrl+c is among it.
bool input_has_interrupt(void);

// The size (size.c).
/// Before curses is started: lets it begin with a small screen where the window is beyond it.
void size_prepare(void);
/// Takes over the size that the terminal has now; false when it is the one that curses knows.
bool size_take(void);

/// Sends nothing and reads what the terminal still has to answer, so that it does not come to the shell.
void input_settle(void);

// What terminfo is asked (terminal_type.c).
/// The name to give to curses; until type_end its description can be read even where the system has none.
const char *type_begin(void);
void type_end(void);

// Red, green and blue (direct_colour.c).
/// A screen for the terminal of TERM with direct colours; null where it cannot be had.
struct screen *direct_colour_screen(FILE *output, FILE *input);

// Fewer bytes (condense.c).
/// The stream that curses is to write to; null where there is none.
FILE *condense_open(void);
void condense_close(FILE *stream);
/// Looks at what the terminal of curses can do; after its modes have been set.
void condense_begin(void);
/// Whether the terminal is sent less than curses makes.
bool condense_is_on(void);
/// Refreshes by `refresh_all`, and sends what comes of it.
void condense_refresh(void (*refresh_all)(void), bool shows_cursor);
/// It is no longer known what the terminal shows.
void condense_forget(void);

// What goes to the terminal (output.c).
void output_open(void);
void output_close(void);
/// Writes to the terminal. Where it takes nothing, as long as ctrl+c has not been typed: then the
/// rest is dropped, and the screen is no longer known.
void send_all(const char *bytes, size_t length);
/// Whether the terminal takes nothing any more: a write has failed for another reason than haste.
bool output_is_gone(void);
/// Throws away what waits for a terminal that nobody reads, so that what comes next has room; false
/// where nothing has been held up.
bool output_unblock(void);

// The screen (screen.c).
/// Enters or leaves the modes for keys, mouse and paste; curses enters the alternate screen itself
/// when it draws next.
void screen_enter(void);
void screen_leave(void);

#endif
