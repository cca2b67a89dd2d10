/*
 * Many calls at once from one program:
 *
 *   many LIBRARY THREADS CALLS
 *
 * Each thread makes CALLS calls with an orgId of its own, which must come back.
 * Prints how many replies were right; ends with 0 if all were.
 */
#include <windows.h>
#include <objbase.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OUTDATA_BYTES 2048
#define THREADS_MAX 64

typedef char *(__stdcall *trans_function)(char *, char *, char *);

static DWORD WINAPI call_often(void *argument);
static int call_once(const char *orgid);

static trans_function trans;
static int calls;
static volatile LONG right;

int main(int count, char **arguments) {
  int threads = count == 4 ? atoi(arguments[2]) : 0;
  if (threads < 1 || threads > THREADS_MAX) return 2;
  HMODULE library = LoadLibraryA(arguments[1]);
  FARPROC symbol = library ? GetProcAddress(library, "NationEcTrans") : NULL;
  if (symbol == NULL) return 2;
  memcpy(&trans, &symbol, sizeof trans);
  calls = atoi(arguments[3]);
  HANDLE running[THREADS_MAX];
  for (int at = 0; at < threads; at++) {
    running[at] = CreateThread(NULL, 0, call_often, NULL, 0, NULL);
  }
  WaitForMultipleObjects((DWORD)threads, running, TRUE, INFINITE);
  printf("%ld\n", (long)right);
  return right == threads * calls ? 0 : 1;
}

static DWORD WINAPI call_often(void *argument) {
  (void)argument;
  char orgid[40];
  snprintf(orgid, sizeof orgid, "%lu-%lu", GetCurrentProcessId(),
           GetCurrentThreadId());
  for (int at = 0; at < calls; at++) {
    if (call_once(orgid)) InterlockedIncrement(&right);
  }
  return 0;
}

static int call_once(const char *orgid) {
  char url[] = "https://127.0.0.1/";
  char indata[100], wanted[100], outdata[OUTDATA_BYTES];
  snprintf(indata, sizeof indata, "{\"orgId\":\"%s\"}", orgid);
  snprintf(wanted, sizeof wanted, "\"orgId\":\"%s\"", orgid);
  char *status = trans(url, indata, outdata);
  int is_right = status != NULL && strcmp(status, "0000") == 0 &&
                 strstr(outdata, wanted) != NULL;
  CoTaskMemFree(status);
  return is_right;
}
