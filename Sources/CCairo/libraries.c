#ifdef DIGIGOV_CAIRO

#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

struct cairo_library cairo;
struct freetype_library freetype;

static char problem[256];

static void *open_one(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  const char *words = library ? NULL : dlerror();
  if (!library) snprintf(problem, sizeof problem, "%s", words ? words : name);
  return library;
}

static void find(void *library, const char *name, void **function) {
  *function = dlsym(library, name);
  if (!*function && !*problem) snprintf(problem, sizeof problem, "the library has no %s", name);
}

static void open_both(void) {
#ifdef __APPLE__
  static const char *const names[] = {"libcairo.2.dylib", "libfreetype.6.dylib"};
#else
  static const char *const names[] = {"libcairo.so.2", "libfreetype.so.6"};
#endif
  void *of_cairo = open_one(names[0]), *of_freetype = of_cairo ? open_one(names[1]) : NULL;
  if (!of_cairo || !of_freetype) return;
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
