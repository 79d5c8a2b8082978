#ifdef DIGIGOV_CAIRO

#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

struct cairo_library cairo;
struct freetype_library freetype;

static char problem[256];

// The first of the names that there is a library of; keeps what is said of the first.
static void *open_any(const char *const *names) {
  for (size_t index = 0; names[index]; index++) {
    void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
    const char *words = dlerror();
    if (!*problem) snprintf(problem, sizeof problem, "%s", words ? words : names[index]);
  }
  return NULL;
}

static void find(void *library, const char *name, void **function) {
  *function = dlsym(library, name);
  if (!*function && !*problem) snprintf(problem, sizeof problem, "the library has no %s", name);
}

static void open_both(void) {
#ifdef __APPLE__
  static const char *const cairo_names[] = {
    "libcairo.2.dylib", "/opt/homebrew/lib/libcairo.2.dylib", "/usr/local/lib/libcairo.2.dylib", NULL};
  static const char *const freetype_names[] = {
    "libfreetype.6.dylib", "/opt/homebrew/lib/libfreetype.6.dylib",
    "/usr/local/lib/libfreetype.6.dylib", NULL};
#else
  static const char *const cairo_names[] = {"libcairo.so.2", NULL};
  static const char *const freetype_names[] = {"libfreetype.so.6", NULL};
#endif
  void *of_cairo = open_any(cairo_names), *of_freetype = of_cairo ? open_any(freetype_names) : NULL;
  if (!of_cairo || !of_freetype) return;
  *problem = 0;
#define FIND(name) find(of_cairo, "cairo_" #name, (void **)&cairo.name);
  CAIRO_FUNCTIONS(FIND)
#undef FIND
#define FIND(name) find(of_freetype, "FT_" #name, (void **)&freetype.name);
  FREETYPE_FUNCTIONS(FIND)
#undef FIND
}

const char *libraries_open(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_both);
  return *problem ? problem : NULL;
}

#else

// A file has to declare something.
typedef int digigov_without_libraries;

#endif
