#include "terminal.h"
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <ncurses.h>

const char *cc_curses_version(void) { return curses_version(); }

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool cc_query(const char *question, int timeout, char *answer, int size) {
  struct termios saved, raw;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &saved) != 0) return false;
  raw = saved;
  cfmakeraw(&raw);
  if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw) != 0) return false;
  bool heard = false;
  int count = 0;
  int64_t end = milliseconds() + timeout;
  // What the terminal is comes last, and every one answers that.
  if (write(STDOUT_FILENO, question, strlen(question)) > 0 && write(STDOUT_FILENO, "\033[c", 3) == 3) {
    while (!heard && count + 1 < size) {
      int64_t left = end - milliseconds();
      struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
      if (left <= 0 || poll(&input, 1, (int)left) <= 0 || read(STDIN_FILENO, answer + count, 1) != 1) break;
      answer[++count] = 0;
      const char *description = strstr(answer, "\033[?");
      heard = description && strchr(description, 'c');
    }
  }
  answer[count] = 0;
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved);
  return heard;
}
