/*
 * A point of sale as a foreign vendor writes one: it knows the library by
 * XJ-D01-2019, B.1.2 alone.
 *
 *   pos LIBRARY STRURL INDATA|@FILE
 *
 * Prints the returned text and OutData, a line each. Ends with 0 if the text is
 * "0000", 1 if it is not, 2 for wrong usage.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#include <windows.h>
typedef char *(__stdcall *trans_function)(char *, char *, char *);
#else
#include <dlfcn.h>
typedef char *(*trans_function)(char *, char *, char *);
#endif

#define OUTDATA_BYTES 2048
#define INDATA_BYTES (1024 * 1024)

static trans_function load(const char *library) {
  trans_function function = NULL;
#ifdef _WIN32
  HMODULE module = LoadLibraryA(library);
  FARPROC symbol = module ? GetProcAddress(module, "NationEcTrans") : NULL;
  if (!symbol) {
    fprintf(stderr, "pos: %s: error %lu\n", library, GetLastError());
  }
#else
  void *module = dlopen(library, RTLD_NOW);
  void *symbol = module ? dlsym(module, "NationEcTrans") : NULL;
  if (!symbol) fprintf(stderr, "pos: %s\n", dlerror());
#endif
  memcpy(&function, &symbol, sizeof function);
  return function;
}

/* The file's text, in memory that lives as long as the program. */
static char *read_file(const char *path) {
  static char text[INDATA_BYTES];
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    exit(2);
  }
  text[fread(text, 1, sizeof text - 1, file)] = '\0';
  fclose(file);
  return text;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: pos LIBRARY STRURL INDATA|@FILE\n");
    return 2;
  }
  trans_function trans = load(arguments[1]);
  if (!trans) return 2;
  char *indata = arguments[3];
  if (indata[0] == '@') indata = read_file(indata + 1);

  char outdata[OUTDATA_BYTES];
  char *status = trans(arguments[2], indata, outdata);
  printf("%s\n%s\n", status, outdata);
  return strcmp(status, "0000") == 0 ? 0 : 1;
}
