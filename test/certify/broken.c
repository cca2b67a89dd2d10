/*
 * Libraries that are wrong in one way each: NationEcTrans of the right one,
 * REAL, with one thing done to it. BREAKAGE names the thing.
 */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
  CODE_IS_TEXT,
  OVERRUNS,
  WRITES_BEFORE,
  HANGS,
  CRASHES,
  GARBAGE,
  MIXES_THREADS,
  UTF8_TO_GBK,
  RETURNS_ZERO,
  NO_ORG_ID,
  DATA_IS_TEXT,
  HIDES_CODES,
  DAMAGES_HEAP,
  KEEPS_LAST,
  SAYS_NOTHING,
  NOTHING_WRONG
};

#define OUTDATA_BYTES 2048

typedef char *(*trans_function)(char *, char *, char *);

char *NationEcTrans(char *strUrl, char *InData, char *OutData);

static trans_function real(void) {
  void *module = dlopen(REAL, RTLD_NOW);
  void *symbol = module ? dlsym(module, "NationEcTrans") : NULL;
  trans_function function = NULL;
  memcpy(&function, &symbol, sizeof function);
  return function;
}

/* Puts `to` in the place of the first `from` in OutData. */
static void replace(char *out, const char *from, const char *to) {
  char *at = strstr(out, from);
  if (!at) return;
  char rest[OUTDATA_BYTES];
  snprintf(rest, sizeof rest, "%s", at + strlen(from));
  strcpy(at, to);
  strcat(at, rest);
}

/* "code":-2 becomes "code":"-2". */
static void quote_code(char *out) {
  long code = 0;
  char from[32], to[32];
  if (sscanf(out, "{\"code\":%ld", &code) != 1) return;
  snprintf(from, sizeof from, "\"code\":%ld", code);
  snprintf(to, sizeof to, "\"code\":\"%ld\"", code);
  replace(out, from, to);
}

static int is_utf8(const char *text) {
  return strstr(text, "\xe6\x94\xb6\xe8\xb4\xb9") != NULL;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* The answer of whoever came last, for everybody. */
static void mix(char *out) {
  static char shared[OUTDATA_BYTES];
  pthread_mutex_lock(&lock);
  strcpy(shared, out);
  pthread_mutex_unlock(&lock);
  nanosleep(&(struct timespec){0, 100000000}, NULL);
  pthread_mutex_lock(&lock);
  strcpy(out, shared);
  pthread_mutex_unlock(&lock);
}

/* An answer without a person is the one before it again. */
static void keep_last(char *out) {
  static char last[OUTDATA_BYTES];
  if (strstr(out, "\"userName\"")) strcpy(last, out);
  else if (last[0]) strcpy(out, last);
}

/* A GB18030 caller's request and answer in UTF-8. */
static char *in_utf8(char *strUrl, char *OutData) {
  char request[] = "{\"orgId\":\"P99000000001\",\"transType\":\"ec.query\",\"data\":{"
                   "\"orgId\":\"P99000000001\",\"businessType\":\"02121\","
                   "\"operatorId\":\"001\",\"operatorName\":\"\xe6\x94\xb6\"}}";
  return real()(strUrl, request, OutData);
}

char *NationEcTrans(char *strUrl, char *InData, char *OutData) {
  if (BREAKAGE == CRASHES && !InData) raise(SIGSEGV);
  if (BREAKAGE == HANGS && strUrl && !*strUrl) pause();
  if (BREAKAGE == UTF8_TO_GBK && InData && strstr(InData, "ec.query") && !is_utf8(InData)) {
    return in_utf8(strUrl, OutData);
  }
  char *status = real()(strUrl, InData, OutData);
  if (!OutData) return status;
  switch (BREAKAGE) {
    case CODE_IS_TEXT: quote_code(OutData); break;
    case OVERRUNS: memset(OutData + OUTDATA_BYTES, 0, 16); break;
    case WRITES_BEFORE: OutData[-1] = (char)(OutData[-1] + 1); break;
    case GARBAGE: strcpy(OutData, "<html>"); break;
    case MIXES_THREADS: mix(OutData); break;
    case RETURNS_ZERO: if (strcmp(status, "0000") == 0) strcpy(status, "0"); break;
    case NO_ORG_ID: replace(OutData, "\"orgId\"", "\"org\""); break;
    case DATA_IS_TEXT: replace(OutData, "\"data\":{", "\"data\":null,\"d\":{"); break;
    case HIDES_CODES: replace(OutData, "\"code\":50", "\"code\":-10"); break;
    case KEEPS_LAST: keep_last(OutData); break;
    case SAYS_NOTHING: replace(OutData, "\"message\"", "\"msg\""); break;
    case DAMAGES_HEAP: {
      char *block = malloc(24);
      for (volatile int at = 0; block && at < 64; at++) {
        ((volatile char *)block)[at] = 7;
      }
      free(block);
      break;
    }
    default: break;
  }
  return status;
}
