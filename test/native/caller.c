/*
 * A caller with a buffer of its own size:
 *
 *   caller LIBRARY STRURL INDATA_FILE OUT_BYTES
 *
 * Writes the returned text, a newline, and OutData's bytes as they are. OutData
 * ends at a page that cannot be touched, so a byte too many is SIGSEGV. Ends
 * with 0 if the text is "0000", 1 if it is not, 2 for wrong usage.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "foreign.h"

int main(int count, char **arguments) {
  if (count != 5) {
    fprintf(stderr, "usage: caller LIBRARY STRURL INDATA_FILE OUT_BYTES\n");
    return 2;
  }
  trans_function trans = load_library(arguments[1]);
  char *indata = read_text(arguments[3]);
  char *outdata = guarded(strtoul(arguments[4], NULL, 10));
  char *status = trans(arguments[2], indata, outdata);
  printf("%s\n%s", status, outdata);
  return strcmp(status, "0000") == 0 ? 0 : 1;
}
