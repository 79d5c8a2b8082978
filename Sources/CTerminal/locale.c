#include "terminal.h"
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

const char *cc_locale_variable(void) {
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(variables[i]);
    if (value && *value) return variables[i];
  }
  return NULL;
}

// Whether the name of a locale says that its characters are others than UTF-8's.
static bool names_other_charset(const char *name) {
  const char *charset = strchr(name, '.');
  if (!charset) return strchr(name, '@') != NULL;
  return strncasecmp(charset, ".utf-8", 6) != 0 && strncasecmp(charset, ".utf8", 5) != 0;
}

static bool take_stand_in(void) {
  static const char *const names[] = {"C.UTF-8", "C.utf8", "en_GB.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
    if (setlocale(LC_CTYPE, names[i]) && is_utf8()) return true;
  return false;
}

static bool is_taken;

cc_locale cc_take_locale(bool forced) {
  is_taken = true;
  bool is_installed = setlocale(LC_CTYPE, "") != NULL;
  if (is_installed && is_utf8()) return CC_LOCALE_UTF8;
  const char *variable = cc_locale_variable(), *name = variable ? getenv(variable) : "C";
  bool is_missing = !is_installed && !names_other_charset(name);
  if ((forced || is_missing) && take_stand_in()) return CC_LOCALE_STAND_IN;
  setlocale(LC_CTYPE, is_installed ? "" : "C");
  return is_installed ? variable ? CC_LOCALE_OTHER : CC_LOCALE_UNSET : CC_LOCALE_MISSING;
}

bool cc_locale_is_utf8(void) {
  if (!is_taken) cc_take_locale(false);
  return is_utf8();
}
