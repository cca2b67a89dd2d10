#define _GNU_SOURCE
#include "foreign.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define USAGE 2
/* Shows what a library leaves unwritten. */
#define FILLER 0x5a

static void fail(const char *what, const char *why);

trans_function load_library(const char *path) {
  trans_function function;
  void *library = dlopen(path, RTLD_NOW);
  void *symbol = library == NULL ? NULL : dlsym(library, "NationEcTrans");
  if (symbol == NULL) fail(path, dlerror());
  memcpy(&function, &symbol, sizeof function);
  return function;
}

char *read_text(const char *path) {
  FILE *file = fopen(path, "rb");
  char *text = malloc(INDATA_BYTES);
  if (file == NULL || text == NULL) fail(path, "cannot be read");
  size_t length = fread(text, 1, INDATA_BYTES - 1, file);
  text[length] = '\0';
  fclose(file);
  return text;
}

char *guarded(size_t bytes) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  size_t room = (bytes + page - 1) / page * page;
  uint8_t *memory = mmap(NULL, room + page, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) fail("mmap", "no memory");
  memset(memory, FILLER, room);
  mprotect(memory + room, page, PROT_NONE);
  return (char *)memory + room - bytes;
}

static void fail(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(USAGE);
}
