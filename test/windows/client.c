/*
 * A caller as Windows has them: it loads the library by name, looks one export
 * up, and watches what stdcall, the FPU and the folder look like afterwards.
 *
 *   client LIBRARY EXPORT STRURL INDATA_FILE [TIMES | leave]
 *
 * TIMES   loads, calls and frees the library so often
 * leave   ends while the call waits, half a second after it began
 *
 * Prints the returned text, what was disturbed (or "-"), and OutData's bytes,
 * a line each. Ends with 0 if the text is "0000", else 1; 2 for wrong usage.
 */
#include <windows.h>
#include <objbase.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OUTDATA_BYTES 2048
#define INDATA_BYTES (1024 * 1024)
#define LEAVE_MS 500

typedef char *(__stdcall *trans_function)(char *, char *, char *);

struct state {
  void *stack;
  unsigned short fpu;
  wchar_t folder[MAX_PATH];
};

struct call {
  char *url;
  char *indata;
  char outdata[OUTDATA_BYTES];
  char status[16];
  const char *disturbed;
};

static trans_function look_up(HMODULE library, const char *name);
static void run(trans_function trans, struct call *call);
static void remember(struct state *state);
static const char *compare(const struct state *before,
                           const struct state *after);
static DWORD WINAPI run_aside(void *argument);
static char *read_text(const char *path);
static void fail(const char *what);

static struct call call;

int main(int count, char **arguments) {
  if (count < 5) fail("usage: client LIBRARY EXPORT STRURL INDATA_FILE");
  call.url = arguments[3];
  call.indata = read_text(arguments[4]);
  const char *how = count > 5 ? arguments[5] : "1";
  int is_leaving = strcmp(how, "leave") == 0;
  int times = is_leaving ? 1 : atoi(how);
  while (times-- > 0) {
    HMODULE library = LoadLibraryA(arguments[1]);
    trans_function trans = look_up(library, arguments[2]);
    if (is_leaving) {
      CreateThread(NULL, 0, run_aside, &trans, 0, NULL);
      Sleep(LEAVE_MS);
      return 0;
    }
    run(trans, &call);
    FreeLibrary(library);
  }
  printf("%s\n%s\n%s", call.status, call.disturbed, call.outdata);
  return strcmp(call.status, "0000") == 0 ? 0 : 1;
}

static trans_function look_up(HMODULE library, const char *name) {
  FARPROC symbol = library == NULL ? NULL : GetProcAddress(library, name);
  if (symbol == NULL) fail(name);
  trans_function trans;
  memcpy(&trans, &symbol, sizeof trans);
  return trans;
}

/* Not inlined, so that the stack pointer is its own. */
__attribute__((noinline)) static void run(trans_function trans,
                                          struct call *made) {
  static struct state before, after;
  remember(&before);
  char *status = trans(made->url, made->indata, made->outdata);
  remember(&after);
  made->disturbed = compare(&before, &after);
  strncpy(made->status, status, sizeof made->status - 1);
  CoTaskMemFree(status);
}

/* Inlined, or its own frame would hide a stack that is out of balance. */
__attribute__((always_inline)) static inline void remember(
    struct state *state) {
#ifdef __i386__
  __asm__ volatile("movl %%esp, %0" : "=m"(state->stack));
#else
  __asm__ volatile("movq %%rsp, %0" : "=m"(state->stack));
#endif
  __asm__ volatile("fnstcw %0" : "=m"(state->fpu));
  GetCurrentDirectoryW(MAX_PATH, state->folder);
}

static const char *compare(const struct state *before,
                           const struct state *after) {
  if (before->stack != after->stack) return "stack";
  if (before->fpu != after->fpu) return "fpu";
  return wcscmp(before->folder, after->folder) == 0 ? "-" : "folder";
}

static DWORD WINAPI run_aside(void *argument) {
  trans_function trans = *(trans_function *)argument;
  run(trans, &call);
  fail("the call has ended");
  return 0;
}

static char *read_text(const char *path) {
  static char text[INDATA_BYTES];
  FILE *file = fopen(path, "rb");
  if (file == NULL) fail(path);
  text[fread(text, 1, sizeof text - 1, file)] = '\0';
  fclose(file);
  return text;
}

static void fail(const char *what) {
  fprintf(stderr, "client: %s: error %lu\n", what, GetLastError());
  exit(2);
}
