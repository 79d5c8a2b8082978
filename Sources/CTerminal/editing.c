#include "internal.h"
#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Lines of a terminal edited by the system's readline or libedit, which speak the same functions. It
// is opened when a line is wanted; where there is none the terminal's own lines are left.

typedef void line_taker(char *line);

static struct {
  void (*install)(const char *prompt, line_taker *taker);
  void (*read_char)(void);
  void (*remove)(void);
  void (*add_history)(const char *line);
} editor;

static bool is_open;

static bool find(void *library, const char *name, void *function) {
  void *found = dlsym(library, name);
  // A function is no object, but dlsym gives it as one.
  memcpy(function, &found, sizeof found);
  return found != NULL;
}

static bool take(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  if (!find(library, "rl_callback_handler_install", &editor.install) ||
      !find(library, "rl_callback_read_char", &editor.read_char) ||
      !find(library, "rl_callback_handler_remove", &editor.remove) ||
      !find(library, "add_history", &editor.add_history)) {
    dlclose(library);
    return false;
  }
  // ctrl+c is told by the pipe of lines.c; the library's own handlers would hide it.
  int *catches = dlsym(library, "rl_catch_signals");
  if (catches) *catches = 0;
  // What is sent for pasting is an escape sequence, which some readers say.
  int (*variable)(const char *name, const char *value) = NULL;
  if (find(library, "rl_variable_bind", &variable)) variable("enable-bracketed-paste", "off");
  // Tab would list the files of the folder.
  int (*bind)(int key, int (*function)(int count, int key)) = NULL;
  int (*insert)(int count, int key) = NULL;
  if (find(library, "rl_bind_key", &bind) && find(library, "rl_insert", &insert)) bind('\t', insert);
  return true;
}

static void open_editor(void) {
#ifdef __APPLE__
  static const char *const names[] = {"libedit.3.dylib", "libedit.dylib"};
#else
  static const char *const names[] = {"libreadline.so.8", "libreadline.so.7", "libedit.so.2", "libedit.so.0"};
#endif
  for (size_t i = 0; i < sizeof names / sizeof *names && !is_open; i++) is_open = take(names[i]);
}

bool cc_can_edit(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_editor);
  return is_open;
}

// The terminal's modes before a line is edited: whatever ends or stops the process gives them back.
static struct termios kept;

static void on_end(int number) {
  tcsetattr(STDIN_FILENO, TCSANOW, &kept);
  signal(number, SIG_DFL);
  raise(number);
}

static void on_stop(int number) {
  int before = errno;
  struct termios edited;
  tcgetattr(STDIN_FILENO, &edited);
  tcsetattr(STDIN_FILENO, TCSANOW, &kept);
  signal(number, SIG_DFL);
  sigset_t one, old;
  sigemptyset(&one);
  sigaddset(&one, number);
  raise(number);
  // It stops here, and goes on when the process is in the foreground again.
  sigprocmask(SIG_UNBLOCK, &one, &old);
  sigprocmask(SIG_SETMASK, &old, NULL);
  signal(number, on_stop);
  tcsetattr(STDIN_FILENO, TCSANOW, &edited);
  errno = before;
}

static char *taken;
static bool has_ended;

static void take_line(char *line) {
  taken = line;
  has_ended = true;
  editor.remove();
}

/// Waits until a line, an interrupt or the end has come; whether it was an interrupt.
static bool wait_for_line(void) {
  while (!has_ended) {
    struct pollfd watched[2] = {
      {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = interrupt_end(), .events = POLLIN}};
    if (poll(watched, interrupt_end() < 0 ? 1 : 2, -1) < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      break;
    }
    if (interrupt_end() >= 0 && watched[1].revents != 0 && interrupt_came()) return true;
    if (watched[0].revents & POLLIN) editor.read_char();
    else if (watched[0].revents != 0) break;
  }
  return false;
}

int cc_edit_line(const char *prompt, uint8_t *bytes, int size) {
  static const int ends[] = {SIGTERM, SIGHUP, SIGQUIT};
  struct sigaction before[3], stop_before, action;
  tcgetattr(STDIN_FILENO, &kept);
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_end;
  for (int i = 0; i < 3; i++) sigaction(ends[i], &action, &before[i]);
  action.sa_handler = on_stop;
  action.sa_flags = SA_RESTART;
  sigaction(SIGTSTP, &action, &stop_before);

  taken = NULL;
  has_ended = false;
  editor.install(prompt, take_line);
  bool interrupted = wait_for_line();
  if (!has_ended) editor.remove();

  tcsetattr(STDIN_FILENO, TCSADRAIN, &kept);
  for (int i = 0; i < 3; i++) sigaction(ends[i], &before[i], NULL);
  sigaction(SIGTSTP, &stop_before, NULL);
  if (interrupted) return -1;
  if (!taken) return -2;
  size_t length = strlen(taken);
  if (length > 0) editor.add_history(taken);
  if (length > (size_t)size) length = (size_t)size;
  memcpy(bytes, taken, length);
  free(taken);
  return (int)length;
}
