#include "terminal.h"
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void cc_save_memory(void) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 2);
  mallopt(M_MMAP_THRESHOLD, 256 << 10);
  mallopt(M_TRIM_THRESHOLD, 512 << 10);
#endif
}
