#include "terminal.h"

#include <errno.h>
#include <spawn.h>
#include <sys/types.h>
#include <sys/wait.h>

extern char **environ;

int cc_run(char *const words[]) {
  pid_t child;
  int status = 0;
  if (posix_spawn(&child, words[0], NULL, NULL, words, environ) != 0) return -1;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
