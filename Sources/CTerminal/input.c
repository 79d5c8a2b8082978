#include "internal.h"
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>
#include <ncurses.h>

enum { ESCAPE = 27, BELL = 7 };
enum {
  GAP_IN_CHARACTER = 50,  // milliseconds between the bytes of one character
  GAP_IN_SEQUENCE = 25    // and between the characters of one escape sequence
};

// An escape has been read that began the next key.
static bool escape_pending;
// Reads that failed although the terminal was said to be readable.
static int empty_reads;

static cc_event event_of(cc_event_kind kind) {
  cc_event event = {.kind = kind};
  return event;
}

// Reads from a pad of its own: reading from a window that shows would refresh it.
static WINDOW *reader;

bool input_open(void) {
  escape_pending = false;
  empty_reads = 0;
  reader = newpad(1, 1);
  if (!reader) return false;
  keypad(reader, true);
  return true;
}

void input_close(void) {
  delwin(reader);
  reader = NULL;
}

static int read_key(int milliseconds, wint_t *value) {
  wtimeout(reader, milliseconds);
  return wget_wch(reader, value);
}

static cc_event key_event(wint_t code, uint32_t modifiers) {
  if (code == KEY_RESIZE) {
    cc_repaint();
    return event_of(CC_RESIZE);
  }
  cc_event event = {.kind = CC_KEY, .modifiers = modifiers};
  return keys_translate(code, &event) ? event : event_of(CC_NONE);
}

// A string that the terminal sent (the late answer to a query) is read to its end and dropped.
static void swallow_string(void) {
  wint_t value;
  for (int length = 0; length < 65536; length++) {
    if (read_key(GAP_IN_SEQUENCE, &value) != OK || value == BELL) return;
    if (value != ESCAPE) continue;
    if (read_key(GAP_IN_SEQUENCE, &value) != OK || value == '\\') return;
  }
}

// ESC [ and one character have been read: parameters, intermediates and a final byte follow. Whatever it is, none of
// it is left to be taken for keys.
static cc_event control_sequence(wint_t value) {
  cc_event event = {.kind = CC_SEQUENCE, .prefix = '['};
  bool known = true;
  int status = OK;
  for (int length = 0; length < 4096; length++) {
    if (length > 0) status = read_key(GAP_IN_SEQUENCE, &value);
    if (status == KEY_CODE_YES) return key_event(value, 0);
    if (status != OK) break;
    if (value == ESCAPE) {
      escape_pending = true;
      break;
    }
    if (value == '[' && length == 0) {  // the Linux console's function keys
      read_key(GAP_IN_SEQUENCE, &value);
      break;
    }
    if (value >= '<' && value <= '?') {
      if (length > 0) known = false;
      event.prefix = (uint8_t)value;
    } else if (value >= '0' && value <= '9') {
      if (event.parameter_count == 0) event.parameter_count = 1;
      int32_t *number = &event.parameters[event.parameter_count - 1];
      if (*number < 100000) *number = *number * 10 + (int32_t)(value - '0');
    } else if (value == ';') {
      if (event.parameter_count == 0) event.parameter_count = 1;
      if (event.parameter_count == 4)
        known = false;
      else
        event.parameters[event.parameter_count++] = 0;
    } else if (value >= '@' && value <= '~') {
      event.final = (uint8_t)value;
      return known ? event : event_of(CC_NONE);
    } else if (value < ' ' || value > '~') {
      break;
    } else {
      known = false;
    }
  }
  return event_of(CC_NONE);
}

static cc_event after_escape(void) {
  cc_event escape = {.kind = CC_TEXT, .code = ESCAPE};
  wint_t value;
  // curses has waited already: what follows is here, or the key was Esc.
  int status = read_key(2, &value);
  if (status == KEY_CODE_YES) return key_event(value, CC_ALT);
  if (status != OK) return escape;
  if (value == ESCAPE) {
    escape_pending = true;
    return escape;
  }
  wint_t next = 0;
  bool introduces = value == '[' || value == 'O' || value == ']' || value == 'P' || value == '_' ||
                    value == '^' || value == 'X';
  if (introduces) {
    status = read_key(2, &next);
    if (status == OK && next != ESCAPE) {
      if (value == '[') return control_sequence(next);
      if (value == 'O') {
        cc_event event = {.kind = CC_SEQUENCE, .prefix = 'O', .final = (uint8_t)(next & 0x7f)};
        return event;
      }
      if (next != BELL) swallow_string();
      return event_of(CC_NONE);
    }
    if (status == OK) escape_pending = true;
  }
  cc_event event = {.kind = CC_TEXT, .code = (uint32_t)value, .modifiers = CC_ALT};
  return event;
}

// The size as the terminal has it, in case its signal was missed. What was sent for the old size
// while the new one was on its way has landed anywhere, the cursor too: only a cleared screen is a
// known one.
bool input_take_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
    return false;
  if (!is_term_resized(size.ws_row, size.ws_col)) return false;
  if (resize_term(size.ws_row, size.ws_col) != OK) return false;
  cc_repaint();
  return true;
}

static bool terminal_is_gone(short happened) {
  if (happened & (POLLHUP | POLLERR | POLLNVAL)) return true;
  int waiting = 0;
  // Readable with nothing to read is the end of the input. Once may be chance.
  if (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0) return false;
  return ++empty_reads > 3;
}

cc_event cc_next(int timeout_milliseconds) {
  if (escape_pending) {
    escape_pending = false;
    return after_escape();
  }
  struct pollfd inputs[] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = jobs_wake_descriptor(), .events = POLLIN}};
  int ready = poll(inputs, 2, timeout_milliseconds);
  if (ready > 0 && inputs[1].revents) jobs_drain_wakes();

  if (jobs_take_continue()) {
    if (!jobs_wait_for_foreground()) return event_of(CC_CLOSED);
    jobs_take_continue();
    // Whoever stopped the process may have used the screen since.
    screen_leave();
    screen_enter();
    input_take_size();
    return event_of(CC_RESTORED);
  }
  if (jobs_take_stop()) return event_of(CC_STOP);
  if (jobs_take_size()) {
    // The same size may have been another for a moment, and have cut the screen.
    if (!input_take_size()) cc_repaint();
    return event_of(CC_RESIZE);
  }
  if (ready < 0 && input_take_size()) return event_of(CC_RESIZE);
  if (ready <= 0 || !inputs[0].revents) return event_of(CC_NONE);

  wint_t value = 0;
  int status = read_key(GAP_IN_CHARACTER, &value);
  if (status == ERR) return event_of(terminal_is_gone(inputs[0].revents) ? CC_CLOSED : CC_NONE);
  empty_reads = 0;
  if (status == KEY_CODE_YES) return key_event(value, 0);
  if (value == ESCAPE) return after_escape();
  cc_event event = {.kind = CC_TEXT, .code = (uint32_t)value};
  return event;
}
