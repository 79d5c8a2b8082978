#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

// A pipe tells of an interrupt, so that none is lost between asking and waiting.
static int interrupt_read = -1, interrupt_write = -1;
static atomic_bool interrupted;

static void on_interrupt(int number) {
  // A second one that nothing has taken up yet ends the program: it does not answer.
  if (atomic_exchange(&interrupted, true)) {
    signal(number, SIG_DFL);
    raise(number);
    return;
  }
  int kept = errno;
  ssize_t ignored = write(interrupt_write, "", 1);
  (void)ignored;
  errno = kept;
}

void cc_watch_interrupts(void) {
  struct sigaction action;
  // Who was started without interrupts keeps to that.
  if (interrupt_read >= 0 || sigaction(SIGINT, NULL, &action) != 0 || action.sa_handler == SIG_IGN) return;
  int ends[2];
  if (pipe(ends) != 0) return;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  interrupt_read = ends[0];
  interrupt_write = ends[1];
  memset(&action, 0, sizeof action);
  action.sa_handler = on_interrupt;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
}

bool interrupt_came(void) {
  if (interrupt_read < 0) return false;
  char drained[64];
  while (read(interrupt_read, drained, sizeof drained) > 0) {
  }
  atomic_store(&interrupted, false);
  return true;
}

int interrupt_end(void) { return interrupt_read; }

int cc_read_input(uint8_t *bytes, int size) {
  for (;;) {
    struct pollfd watched[2] = {
      {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = interrupt_read, .events = POLLIN}};
    if (poll(watched, interrupt_read < 0 ? 1 : 2, -1) < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return 0;
    }
    if (interrupt_read >= 0 && watched[1].revents != 0 && interrupt_came()) return -1;
    if (watched[0].revents == 0) continue;
    ssize_t count = read(STDIN_FILENO, bytes, (size_t)size);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    return count > 0 ? (int)count : 0;
  }
}
