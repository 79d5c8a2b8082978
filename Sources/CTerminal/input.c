#include "internal.h"
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>
#include <ncurses.h>

enum { INTERRUPT = 3, BELL = 7, ESCAPE = 27 };
enum {
  GAP_IN_CHARACTER = 50,  // milliseconds between the bytes of one character
  GAP_IN_SEQUENCE = 25,   // and between the characters of one escape sequence
  GAP_IN_ANSWER = 250,    // the same while the terminal has not said yet what it was asked
  ANSWER_DUE = 5000,      // how long after a question gaps are that long
  ANSWER_BROKEN = 3000,   // how long after its beginning the rest of an answer is no key
  ANSWER_LEFT = 2000      // how long after a question its answer is waited for before the terminal is left
};

// An escape has been read that began the next key.
static bool escape_pending;
// Reads that failed although the terminal was said to be readable.
static int empty_reads;

// What came in while the terminal was asked something, or took nothing: bytes that curses has not seen.
static unsigned char early[8192];
static int early_count, early_at;

// A character that was read too early.
static wint_t given_back;
static bool is_given_back;

// When the terminal was asked something that it has not answered yet; 0 when nothing is open.
static int64_t asked_at;

// The colour of the ground, as the terminal told it when nobody waited for it any more.
static char late_ground[64];

// A late answer of which only the beginning has come.
static struct {
  enum { NO_ANSWER, LONE_ESCAPE, STRING, REPORT } kind;
  bool in_end;  // the escape of its end has been read
  int64_t at;
  char text[sizeof late_ground + 3];
  size_t kept;
} late;

static int64_t now_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// An answer comes in pieces where the way is long.
static int gap(int milliseconds) {
  bool is_due = asked_at && now_milliseconds() - asked_at < ANSWER_DUE;
  return is_due ? GAP_IN_ANSWER : milliseconds;
}

static cc_event event_of(cc_event_kind kind) {
  cc_event event = {.kind = kind};
  return event;
}

// Reads from a pad of its own: reading from a window that shows would refresh it.
static WINDOW *reader;

bool input_open(void) {
  escape_pending = is_given_back = false;
  asked_at = 0;
  late.kind = NO_ANSWER;
  empty_reads = 0;
  early_count = early_at = 0;
  reader = newpad(1, 1);
  if (!reader) return false;
  keypad(reader, true);
  return true;
}

void input_close(void) {
  delwin(reader);
  reader = NULL;
}

// The next character of what came in early.
static int read_early(wint_t *value) {
  mbstate_t state = {0};
  wchar_t wide;
  size_t length = mbrtowc(&wide, (const char *)early + early_at, (size_t)(early_count - early_at), &state);
  if (length == 0 || length > (size_t)(early_count - early_at)) {
    *value = early[early_at++];
    return OK;
  }
  early_at += (int)length;
  *value = (wint_t)wide;
  return OK;
}

bool input_has_interrupt(void) {
  if (early_at == early_count) early_at = early_count = 0;
  size_t room = sizeof early - (size_t)early_count;
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  if (room > 0 && poll(&input, 1, 0) > 0) {
    ssize_t count = read(STDIN_FILENO, early + early_count, room);
    if (count > 0) early_count += (int)count;
  }
  return memchr(early + early_at, INTERRUPT, (size_t)(early_count - early_at)) != NULL;
}

static int read_key(int milliseconds, wint_t *value) {
  if (is_given_back) {
    is_given_back = false;
    *value = given_back;
    return OK;
  }
  if (early_at < early_count) return read_early(value);
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

int cc_late_ground(char *answer, int size) {
  snprintf(answer, (size_t)size, "%s", late_ground);
  return (int)strlen(answer);
}

static cc_event answer_breaks_off(int kind) {
  late.kind = asked_at ? kind : NO_ANSWER;
  late.at = now_milliseconds();
  return event_of(CC_NONE);
}

// A string that the terminal sent, a late answer, is read to its end. That of the ground is kept.
static cc_event late_string(wint_t introducer, wint_t value) {
  for (int length = 0; length < 65536; length++) {
    if (value == BELL || late.in_end) break;
    if (value == ESCAPE)
      late.in_end = true;
    else if (late.kept + 1 < sizeof late.text)
      late.text[late.kept++] = value < 128 ? (char)value : '?';
    if (read_key(gap(GAP_IN_SEQUENCE), &value) == OK) continue;
    if (introducer == ']' && asked_at) return answer_breaks_off(STRING);
    break;
  }
  late.text[late.kept] = 0;
  late.kind = NO_ANSWER;
  if (introducer != ']' || strncmp(late.text, "11;", 3) != 0) return event_of(CC_NONE);
  snprintf(late_ground, sizeof late_ground, "%s", late.text + 3);
  return event_of(CC_GROUND);
}

static cc_event begin_late_string(wint_t introducer, wint_t first) {
  late.kept = 0;
  late.in_end = false;
  return late_string(introducer, first);
}

// ESC [ and one character have been read: parameters, intermediates and a final byte follow. Whatever it is, none of
// it is left to be taken for keys.
static cc_event control_sequence_from(char prefix, wint_t value) {
  cc_event event = {.kind = CC_SEQUENCE, .prefix = (uint8_t)prefix};
  bool known = true;
  int status = OK;
  for (int length = 0; length < 4096; length++) {
    if (length > 0) status = read_key(gap(GAP_IN_SEQUENCE), &value);
    if (status == KEY_CODE_YES) return key_event(value, 0);
    if (status != OK) return event.prefix == '?' ? answer_breaks_off(REPORT) : event_of(CC_NONE);
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
      // What the terminal is comes last of what it was asked.
      if (event.prefix == '?' && value == 'c') asked_at = 0;
      return known ? event : event_of(CC_NONE);
    } else if (value < ' ' || value > '~') {
      break;
    } else {
      known = false;
    }
  }
  return event_of(CC_NONE);
}

static cc_event control_sequence(wint_t value) { return control_sequence_from('[', value); }

static cc_event after_escape(void) {
  cc_event escape = {.kind = CC_TEXT, .code = ESCAPE};
  wint_t value;
  // curses has waited already: what follows is here, or the key was Esc.
  int status = read_key(gap(2), &value);
  if (status == KEY_CODE_YES) return key_event(value, CC_ALT);
  if (status != OK) {
    answer_breaks_off(LONE_ESCAPE);
    return escape;
  }
  if (value == ESCAPE) {
    escape_pending = true;
    return escape;
  }
  wint_t next = 0;
  bool introduces = value == '[' || value == 'O' || value == ']' || value == 'P' || value == '_' ||
                    value == '^' || value == 'X';
  if (introduces) {
    status = read_key(gap(2), &next);
    if (status != OK && value == ']' && asked_at) {
      late.kept = 0;
      late.in_end = false;
      return answer_breaks_off(STRING);
    }
    if (status == OK && next != ESCAPE) {
      if (value == '[') return control_sequence(next);
      if (value == 'O') {
        cc_event event = {.kind = CC_SEQUENCE, .prefix = 'O', .final = (uint8_t)(next & 0x7f)};
        return event;
      }
      return begin_late_string(value, next);
    }
    if (status == OK) escape_pending = true;
  }
  cc_event event = {.kind = CC_TEXT, .code = (uint32_t)value, .modifiers = CC_ALT};
  return event;
}

// The rest of an answer that broke off, and whether this is one: a key ends the wait for it.
static bool take_rest(wint_t value, cc_event *event) {
  int kind = late.kind;
  late.kind = NO_ANSWER;
  if (kind == NO_ANSWER || now_milliseconds() - late.at > ANSWER_BROKEN) return false;
  bool is_number = value < 128 && strchr("0123456789;", (int)value) && value;
  switch (kind) {
    case LONE_ESCAPE:
      if (value != ']' && value != '[') return false;
      given_back = value;
      is_given_back = true;
      *event = after_escape();
      return true;
    case STRING:
      if (late.in_end && value != '\\') {
        // The escape was a key's.
        given_back = value;
        is_given_back = true;
        *event = after_escape();
        return true;
      }
      if (!is_number && !(value < 128 && value && strchr("abcdefABCDEFrg:/\007\033\\", (int)value)))
        return false;
      *event = late_string(']', value);
      return true;
    default:
      if (!is_number && value != 'c') return false;
      *event = control_sequence_from('?', value);
      return true;
  }
}

static bool terminal_is_gone(short happened) {
  if (happened & (POLLHUP | POLLERR | POLLNVAL)) return true;
  int waiting = 0;
  // Readable with nothing to read is the end of the input. Once may be chance.
  if (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0) return false;
  return ++empty_reads > 3;
}

// A terminal that does not know the question is silent; every one answers what it is (DA1), so
// that answer is waited for no longer than it takes.
void cc_ask_ground(void) {
  asked_at = now_milliseconds();
  cc_send("\033]11;?\033\\\033[c");
}

void input_settle(void) {
  // What the terminal is (ESC [ ? … c) comes last of what it was asked; part of it may have been read.
  enum { PLAIN, AFTER_ESCAPE, SEQUENCE, DESCRIPTION } state = PLAIN;
  if (late.kind == LONE_ESCAPE) state = AFTER_ESCAPE;
  if (late.kind == REPORT) state = DESCRIPTION;
  while (asked_at) {
    int64_t left = asked_at + ANSWER_LEFT - now_milliseconds();
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    unsigned char byte;
    if (left <= 0 || output_is_gone()) break;
    if (poll(&input, 1, (int)left) <= 0 || read(STDIN_FILENO, &byte, 1) != 1) break;
    if (byte == ESCAPE)
      state = AFTER_ESCAPE;
    else if (state == AFTER_ESCAPE && byte == '[')
      state = SEQUENCE;
    else if (state == SEQUENCE && byte == '?')
      state = DESCRIPTION;
    else if (state == DESCRIPTION && byte == 'c')
      asked_at = 0;
    else if (state != DESCRIPTION || !strchr("0123456789;", byte))
      state = PLAIN;
  }
  asked_at = 0;
  late.kind = NO_ANSWER;
}

bool cc_await_ground(int milliseconds, char *answer, int size) {
  enum { PLAIN, AFTER_ESCAPE, COLOUR, COLOUR_ESCAPE, DESCRIPTION } state = PLAIN;
  unsigned char sequence[64];
  int length = 0;      // of the sequence that is being read
  int answer_length = 0;
  bool heard = false, over = false;
  int64_t end = now_milliseconds() + milliseconds;
  for (int bytes = 0; !over && bytes < 4096 && early_count < (int)sizeof early; bytes++) {
    int64_t left = end - now_milliseconds();
    // What has begun is read to its end: its rest would be taken for keys.
    if (length > 0 && left < GAP_IN_SEQUENCE) left = GAP_IN_SEQUENCE;
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    // What is there already is read even when no time is left.
    if (poll(&input, 1, left > 0 ? (int)left : 0) <= 0) break;
    unsigned char byte;
    if (read(STDIN_FILENO, &byte, 1) != 1) break;
    if (length < (int)sizeof sequence) sequence[length++] = byte;
    bool dropped = false, kept = false;
    switch (state) {
      case PLAIN:
        if (byte == ESCAPE)
          state = AFTER_ESCAPE;
        else
          kept = true;
        break;
      case AFTER_ESCAPE:
        if (byte == ']')
          state = COLOUR;
        else if (byte == '[')
          state = DESCRIPTION;
        else
          kept = true;
        break;
      case COLOUR:
        if (byte == BELL)
          dropped = true;
        else if (byte == ESCAPE)
          state = COLOUR_ESCAPE;
        else if (answer_length < size - 1)
          answer[answer_length++] = (char)byte;
        break;
      case COLOUR_ESCAPE:
        dropped = true;
        break;
      case DESCRIPTION:
        // ESC [ ? … c says what the terminal is. Any other sequence is a key.
        if (byte >= '@' && byte <= '~') {
          over = byte == 'c' && length > 3 && sequence[2] == '?';
          if (over) asked_at = 0;
          dropped = over;
          kept = !over;
        }
        break;
    }
    if (dropped && state != DESCRIPTION) {
      answer[answer_length] = 0;
      // The number of the question stands before the colour.
      heard = strncmp(answer, "11;", 3) == 0;
      if (heard) memmove(answer, answer + 3, (size_t)answer_length - 2);
      answer_length = 0;
    }
    if (kept)
      for (int i = 0; i < length && early_count < (int)sizeof early; i++) early[early_count++] = sequence[i];
    if (kept || dropped) {
      state = PLAIN;
      length = 0;
    }
  }
  // Half a sequence is left where time is up in its midst: cc_next reads it with its rest.
  for (int i = 0; i < length && early_count < (int)sizeof early; i++) early[early_count++] = sequence[i];
  return heard;
}

cc_event cc_next(int timeout_milliseconds) {
  if (output_is_gone()) return event_of(CC_CLOSED);
  if (escape_pending) {
    escape_pending = false;
    return after_escape();
  }
  if (early_at < early_count) {
    wint_t value = 0;
    cc_event rest;
    read_early(&value);
    if (take_rest(value, &rest)) return rest;
    if (value == ESCAPE) return after_escape();
    cc_event event = {.kind = CC_TEXT, .code = (uint32_t)value};
    return event;
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
    size_take();
    return event_of(CC_RESTORED);
  }
  if (jobs_take_stop()) return event_of(CC_STOP);
  if (jobs_take_size()) {
    // The same size may have been another for a moment, and have cut the screen.
    if (!size_take()) cc_repaint();
    return event_of(CC_RESIZE);
  }
  if (ready < 0 && size_take()) return event_of(CC_RESIZE);
  if (ready <= 0 || !inputs[0].revents) return event_of(CC_NONE);

  wint_t value = 0;
  int status = read_key(GAP_IN_CHARACTER, &value);
  if (status == ERR) return event_of(terminal_is_gone(inputs[0].revents) ? CC_CLOSED : CC_NONE);
  empty_reads = 0;
  if (status == KEY_CODE_YES) return key_event(value, 0);
  cc_event rest;
  if (take_rest(value, &rest)) return rest;
  if (value == ESCAPE) return after_escape();
  cc_event event = {.kind = CC_TEXT, .code = (uint32_t)value};
  return event;
}
