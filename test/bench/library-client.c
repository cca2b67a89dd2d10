/*
 * Calls NationEcTrans as a foreign program does.
 *
 *   library-client WARM COUNT PAUSE_MS LIBRARY STRURL INDATA
 *
 * Also built as a library, for callers on a thread of the daemon's process.
 */
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"

#define OUTDATA_BYTES 20480

typedef char *(*trans_function)(char *, char *, char *);

struct request {
  trans_function trans;
  char *url;
  char *indata;
};

int run_client(char **arguments);

static int call(void *context) {
  const struct request *request = context;
  char outdata[OUTDATA_BYTES];
  char *status = request->trans(request->url, request->indata, outdata);
  int differs = strcmp(status, "0000");
  free(status);
  return differs;
}

int run_client(char **arguments) {
  struct request request = {NULL, arguments[4], arguments[5]};
  void *library = dlopen(arguments[3], RTLD_NOW);
  void *symbol = library ? dlsym(library, "NationEcTrans") : NULL;
  if (symbol == NULL) return 2;
  memcpy(&request.trans, &symbol, sizeof symbol);
  return measure(read_plan(arguments), call, &request);
}

int main(int count, char **arguments) {
  return count == 7 ? run_client(arguments + 1) : 2;
}
