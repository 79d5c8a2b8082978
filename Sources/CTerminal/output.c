#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

// The terminal opened once more, so that writing does not wait when nobody reads. On the standard
// output itself that would hold for all who share it, the shell too.
static int patient = -1;

// A write has failed for good; a write was given up because the terminal takes nothing.
static bool gone, stuck;

bool output_is_gone(void) { return gone; }

void output_open(void) {
  gone = stuck = false;
  const char *path = ttyname(STDOUT_FILENO);
  if (path) patient = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
}

void output_close(void) {
  if (patient >= 0) close(patient);
  patient = -1;
}

static int target(void) { return patient >= 0 ? patient : STDOUT_FILENO; }

// A while for room; false when it is no use to wait any longer.
static bool wait_for_room(void) {
  if (input_has_interrupt()) return false;
  struct pollfd ends[] = {{.fd = target(), .events = POLLOUT},
                          {.fd = STDIN_FILENO, .events = POLLIN}};
  poll(ends, 2, 1000);
  // Input that could not be taken in would be said to be there again and again.
  if (!ends[0].revents) poll(ends, 1, 20);
  return true;
}

static void deliver(const char *bytes, size_t length) {
  stuck = false;
  while (length > 0) {
    ssize_t n = write(target(), bytes, length);
    if (n > 0) {
      bytes += n;
      length -= (size_t)n;
    } else if (n < 0 && errno == EAGAIN) {
      if (wait_for_room()) continue;
      stuck = true;
      cc_repaint();
      return;
    } else if (n == 0 || errno != EINTR) {
      gone = true;
      return;
    }
  }
}

void send_all(const char *bytes, size_t length) {
  // A terminal that belongs to somebody else cannot be opened once more.
  int flags = patient < 0 ? fcntl(STDOUT_FILENO, F_GETFL) : -1;
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  deliver(bytes, length);
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags);
}

bool output_unblock(void) {
  if (stuck) tcflush(STDOUT_FILENO, TCOFLUSH);
  return stuck;
}
