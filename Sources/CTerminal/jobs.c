#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

// Kept for the life of the process, so that a wake from another thread is harmless at any time.
static atomic_int wake_read = -1, wake_write = -1;
static atomic_bool stop_wanted, size_changed;
static atomic_uint continued, continued_seen;
static struct sigaction stop_before, continue_before, size_before;
static bool stop_ignored;

void cc_wake(void) {
  int kept = errno, descriptor = atomic_load(&wake_write);
  if (descriptor >= 0) {
    // A full pipe wakes as well as one more byte would.
    ssize_t ignored = write(descriptor, "", 1);
    (void)ignored;
  }
  errno = kept;
}

static void on_stop(int number) {
  (void)number;
  atomic_store(&stop_wanted, true);
  cc_wake();
}

static void on_continue(int number) {
  (void)number;
  atomic_fetch_add(&continued, 1);
  cc_wake();
}

// The pipe makes sure that the loop is told of it, whichever thread the signal came to. Curses is not:
// it would tell of the change once more with the next key, and all would be drawn again.
static void on_size(int number) {
  (void)number;
  atomic_store(&size_changed, true);
  cc_wake();
}

static void install(int number, void (*handler)(int), struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, before);
}

bool jobs_open(void) {
  if (atomic_load(&wake_read) < 0) {
    int ends[2];
    if (pipe(ends) != 0) return false;
    for (int i = 0; i < 2; i++) {
      fcntl(ends[i], F_SETFD, FD_CLOEXEC);
      fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    atomic_store(&wake_read, ends[0]);
    atomic_store(&wake_write, ends[1]);
  }
  sigaction(SIGTSTP, NULL, &stop_before);
  stop_ignored = stop_before.sa_handler == SIG_IGN;
  // curses takes SIGTSTP only where it finds the default.
  if (!stop_ignored) install(SIGTSTP, on_stop, &stop_before);
  install(SIGCONT, on_continue, &continue_before);
  sigaction(SIGWINCH, NULL, &size_before);
  return true;
}

void jobs_watch_size(void) { install(SIGWINCH, on_size, NULL); }

void jobs_close(void) {
  sigaction(SIGTSTP, &stop_before, NULL);
  sigaction(SIGCONT, &continue_before, NULL);
  sigaction(SIGWINCH, &size_before, NULL);
  atomic_store(&stop_wanted, false);
}

int jobs_wake_descriptor(void) { return atomic_load(&wake_read); }

void jobs_drain_wakes(void) {
  char bytes[256];
  while (read(atomic_load(&wake_read), bytes, sizeof bytes) > 0) {
  }
}

bool jobs_take_stop(void) { return atomic_exchange(&stop_wanted, false); }
bool jobs_take_size(void) { return atomic_exchange(&size_changed, false); }
bool jobs_take_continue(void) {
  unsigned now = atomic_load(&continued);
  return atomic_exchange(&continued_seen, now) != now;
}

// Stops the group, then this process: the second signal is sent to this thread, so that the
// process has stopped, and been continued, when raise returns.
static void stop_group(int number) {
  struct sigaction action, ours;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = SIG_IGN;
  sigaction(number, &action, &ours);
  kill(0, number);
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
  raise(number);
  sigaction(number, &ours, NULL);
}

bool jobs_wait_for_foreground(void) {
  for (int attempts = 0; attempts < 3; attempts++) {
    pid_t front = tcgetpgrp(STDIN_FILENO);
    if (front < 0 || front == getpgrp()) return true;
    unsigned before = atomic_load(&continued);
    stop_group(SIGTTOU);
    // In an orphaned group nothing stops: a few tries, then the terminal is somebody else's.
    if (atomic_load(&continued) == before) poll(NULL, 0, 20);
    if (atomic_load(&continued) != before) attempts = -1;
  }
  return false;
}

bool jobs_stop(void) {
  if (stop_ignored) return false;
  stop_group(SIGTSTP);
  return true;
}
