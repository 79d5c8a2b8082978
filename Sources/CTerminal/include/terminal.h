#ifndef DIGIGOV_TERMINAL_H
#define DIGIGOV_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

// The whole of curses that the program uses. <ncurses.h> is never included here, so Swift sees
// plain functions: no globals, no macros, no variadics, and no clash with an SDK's own module.
// Everything but cc_wake belongs to one thread.

/// What a terminal of this TERM can be used for, or why the screen could not be opened.
typedef enum {
  CC_USABLE,
  CC_INPUT_NOT_A_TERMINAL,
  CC_OUTPUT_NOT_A_TERMINAL,
  CC_TERM_UNSET,
  CC_TERM_UNKNOWN,
  CC_TERM_TOO_SIMPLE,
  CC_ALREADY_OPEN,
  CC_FAILED
} cc_status;

typedef enum {
  CC_NONE,      // time is up, or the loop was woken
  CC_TEXT,      // code is a Unicode scalar
  CC_KEY,       // code is a cc_key
  CC_SEQUENCE,  // an escape sequence that curses does not know: prefix, final, parameters
  CC_RESIZE,    // the size may have changed; so may what is on the screen
  CC_RESTORED,  // the process was stopped and is back: everything must be drawn again
  CC_STOP,      // somebody sent SIGTSTP: call cc_suspend
  CC_GROUND,    // the ground's colour came late: cc_late_ground
  CC_CLOSED     // the terminal has gone away
} cc_event_kind;

typedef enum {
  CC_KEY_UP = 1,
  CC_KEY_DOWN,
  CC_KEY_LEFT,
  CC_KEY_RIGHT,
  CC_KEY_HOME,
  CC_KEY_END,
  CC_KEY_INSERT,
  CC_KEY_DELETE,
  CC_KEY_PAGE_UP,
  CC_KEY_PAGE_DOWN,
  CC_KEY_BACKSPACE,
  CC_KEY_ENTER,
  CC_KEY_TAB,
  CC_KEY_F0 = 32  // CC_KEY_F0 + n is the function key n, 1 to 12
} cc_key;

/// Bits of cc_event.modifiers.
typedef enum { CC_SHIFT = 1, CC_CONTROL = 2, CC_ALT = 4 } cc_modifier;

typedef struct {
  cc_event_kind kind;
  uint32_t code;
  uint32_t modifiers;
  // Of a CC_SEQUENCE: 'O' for ESC O, '[' for ESC [, or the private mark after it (< = > ?).
  uint8_t prefix, final;
  int32_t parameter_count;
  int32_t parameters[4];
} cc_event;

/// Bits of the attributes that cc_put takes.
typedef enum { CC_BOLD = 1, CC_DIM = 2, CC_ITALIC = 4, CC_UNDERLINE = 8, CC_REVERSE = 16 } cc_attribute;

/// Keeps memory that was used for a moment from staying with the process: one that draws on several
/// threads for hours would otherwise grow by the leftovers of each. To be called before there are
/// threads; where the C library is another one it does nothing.
void cc_save_memory(void);

/// Lets a write beyond the size that files may have (ulimit -f) fail with EFBIG, like one to a full
/// disk, where the signal for it would end the process. One that somebody sends still does.
void cc_survive_full_files(void);

/// What came of the locale that the environment names (LC_ALL, LC_CTYPE, LANG).
typedef enum {
  CC_LOCALE_UTF8,
  CC_LOCALE_STAND_IN,  // it is not installed, or UTF-8 was forced: another one of UTF-8 is in use
  CC_LOCALE_UNSET,     // none is named
  CC_LOCALE_OTHER,     // its characters are others than UTF-8's
  CC_LOCALE_MISSING    // it is not installed, and no other is used for it
} cc_locale;

/// Takes the character set from the environment. With `forced` it is UTF-8 whatever the locale, where
/// the system has any of it. Numbers, dates and messages keep the C locale.
cc_locale cc_take_locale(bool forced);
/// The variable that names the locale; null where none does.
const char *cc_locale_variable(void);
/// Whether the character set that was taken is UTF-8; takes it where that has not been done.
bool cc_locale_is_utf8(void);

/// Whether TERM names a terminal on which a screen can be drawn. One that this system has no
/// description of is taken for one that is most like it. Opens nothing.
cc_status cc_terminal_type(void);

/// After cc_terminal_type, the name whose description is used: that of TERM, or of what it is taken for.
const char *cc_described_as(bool *is_compiled_in);

/// The number of colours that terminfo gives for TERM; 16,777,216 where they are direct, less than
/// 1 where there are none. Opens nothing.
int cc_terminfo_colours(void);

/// Arms the guard and opens the screen; on anything but CC_USABLE nothing is left changed.
/// With `direct` colours are numbers 0xRRGGBB where that can be had: ask cc_start_colours.
cc_status cc_open(bool mouse, bool direct);
void cc_close(void);

/// Turns colours on, and says how many there are. Without this call no colour code is ever sent.
int cc_start_colours(void);
/// The least number that stands for red, green and blue where colours are direct: descriptions that
/// come with a system keep those below 8 for the basic colours, ours does not.
int cc_first_direct_colour(void);
/// The highest number that cc_define_pair takes.
int cc_pair_limit(void);
/// Pair 0 is the terminal's own. A colour of -1 is the terminal's own.
void cc_define_pair(int pair, int foreground, int background);

/// The most cells that curses is asked for: its own numbers are small, and it takes memory for all of
/// them. No more are drawn in either.
enum { CC_MOST_COLUMNS = 1000, CC_MOST_ROWS = 500 };

/// The size of the window.
void cc_size(int *columns, int *rows);
/// The part of it, from the top left, that can be drawn in.
void cc_room(int *columns, int *rows);
/// One grapheme in one or two cells. Where the C library takes it to be of another width, or
/// unprintable, a question mark stands in its place.
void cc_put(int row, int column, const uint32_t *scalars, int count, int width, int attributes, int pair);
void cc_put_scalar(int row, int column, uint32_t scalar, int width, int attributes, int pair);
void cc_erase(void);
/// Sends what changed. A row of -1 hides the cursor.
void cc_show(int cursor_row, int cursor_column);
/// The next cc_show sends every cell.
void cc_repaint(void);

/// Sends a string as it is, beside what curses draws.
void cc_send(const char *text);

/// Asks for the colour of the ground (OSC 11).
void cc_ask_ground(void);
/// Waits so many milliseconds for the answer, which is put into `answer` without its frame:
/// rgb:ffff/ffff/ffff. False where none came: one that comes later is a CC_GROUND of cc_next.
/// Whatever else comes in is kept, and read by cc_next.
bool cc_await_ground(int milliseconds, char *answer, int size);
/// The last answer that came late, and its length.
int cc_late_ground(char *answer, int size);

/// Whether the terminal takes nothing any more, although it may still be there to read from.
bool cc_output_is_gone(void);

/// The next event, waiting so many milliseconds; -1 waits for ever.
cc_event cc_next(int timeout_milliseconds);
/// Makes a cc_next that waits give back CC_NONE. From any thread and from signal handlers.
void cc_wake(void);

/// Gives the terminal back, stops the process as ctrl+z does, and comes back when it is in the
/// foreground again. Returns false when the terminal cannot be had again.
bool cc_suspend(void);

/// The name and version of curses.
const char *cc_curses_version(void);

/// Where no screen is open, asks the terminal something and what it is (DA1), and waits so many
/// milliseconds for all of it; whether the latter came. Keys that are typed meanwhile are lost.
bool cc_query(const char *question, int timeout, char *answer, int size);

/// From now on ctrl+c is told by cc_read_input and does not end the process; one that comes before
/// that has been read does.
void cc_watch_interrupts(void);

/// Waits for standard input and reads from it: how many bytes; 0 at its end, or where it is gone; -1
/// after an interrupt.
int cc_read_input(uint8_t *bytes, int size);

/// Whether lines of a terminal can be edited: the system has readline or libedit, which is opened now.
bool cc_can_edit(void);

/// Reads a line of the terminal that can be edited, earlier ones being called back with the arrows; the
/// length of what was put into `bytes`; -1 after an interrupt; -2 at the end, ctrl+d.
int cc_edit_line(const char *prompt, uint8_t *bytes, int size);

/// How many words the process was started with; 0 where the system does not say.
int cc_argument_count(void);

/// One of them, the program's name being 0; null past the last. It lives as long as the process.
const char *cc_argument(int place);

#endif
