#include "terminal.h"

// Swift reads the words of the command line from /proc, which a new root or a plain chroot does not
// have. The C library hands them to constructors as well.

static int count;
static char **words;

#if defined(__GLIBC__) || defined(__APPLE__)
__attribute__((constructor)) static void keep(int given, char **values) {
    count = given;
    words = values;
}
#endif

int cc_argument_count(void) { return count; }

const char *cc_argument(int place) {
    return place >= 0 && place < count ? words[place] : 0;
}
