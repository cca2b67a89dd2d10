#include "tap.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int count;
static int failed;

void ok(int passed, const char *name, ...) {
  va_list arguments;
  va_start(arguments, name);
  printf("%sok %d - ", passed ? "" : "not ", ++count);
  vprintf(name, arguments);
  va_end(arguments);
  printf("\n");
  fflush(stdout);
  if (!passed) failed++;
}

void same(long long actual, long long expected, const char *name) {
  ok(actual == expected, "%s", name);
  if (actual != expected) printf("# %lld, not %lld\n", actual, expected);
}

void skip(const char *name, const char *reason) {
  printf("ok %d - %s # SKIP %s\n", ++count, name, reason);
}

void bail_out(const char *reason) {
  printf("Bail out! %s: %s\n", reason, strerror(errno));
  exit(1);
}

int done(void) {
  printf("1..%d\n", count);
  return failed == 0 ? 0 : 1;
}
