/*
 * Many callers in one process, each with an orgId of its own:
 *
 *   stress LIBRARY STRURL INDATA_TEMPLATE_FILE THREADS SECONDS [PREFIX]
 *
 * In the template each ORGID_______ becomes PREFIX and a number of the same
 * length. Prints one line of JSON; ends with 1 if a reply was mixed up or lost.
 *
 *   calls    made
 *   ok       code 0, "0000" and the caller's own orgId
 *   byCode   how many replies had which code
 *   mixedUp  another's orgId, or none beside code 0
 *   lost     no {"code":…} of a number, or a text that contradicts it
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "foreign.h"

#define PLACEHOLDER "ORGID_______"
#define ORGID_LENGTH (sizeof PLACEHOLDER - 1)
#define THREADS_MAX 1024
#define CODES_MAX 64
#define OUTDATA_BYTES 2048
/* Times are counted in steps of 0.1 ms, up to 100 s. */
#define STEPS 1000000
#define STEP_NS 100000

struct caller {
  pthread_t thread;
  char *indata;
  char orgid[ORGID_LENGTH + 1];
};

struct reply {
  int is_whole;
  long code;
  int is_own;
  int is_anothers;
};

static void *call_until_the_end(void *argument);
static struct reply judge(const char *status, const char *outdata,
                          const char *orgid);
static void record(const struct reply *reply, int64_t ns);
static void count_code(long code);
static void start(struct caller *caller, const char *prefix, int number);
static void print_result(void);
static double quantile_ms(int percent);
static int64_t now_ns(void);

static trans_function trans;
static char *url;
static char *template;
static int64_t end_ns;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long calls, good, mixed_up, lost;
static struct { long code, count; } codes[CODES_MAX];
static uint32_t steps[STEPS];
static int64_t longest_ns;

int main(int count, char **arguments) {
  static struct caller callers[THREADS_MAX];
  int threads = count < 6 ? 0 : atoi(arguments[4]);
  if (threads < 1 || threads > THREADS_MAX) {
    fprintf(stderr, "usage: stress LIBRARY STRURL INDATA_TEMPLATE_FILE "
                    "THREADS SECONDS [PREFIX]\n");
    return 2;
  }
  trans = load_library(arguments[1]);
  url = arguments[2];
  template = read_text(arguments[3]);
  end_ns = now_ns() + (int64_t)(strtod(arguments[5], NULL) * 1e9);
  for (int at = 0; at < threads; at++) {
    start(&callers[at], count > 6 ? arguments[6] : "H", at);
  }
  for (int at = 0; at < threads; at++) pthread_join(callers[at].thread, NULL);
  print_result();
  return mixed_up == 0 && lost == 0 ? 0 : 1;
}

static void start(struct caller *caller, const char *prefix, int number) {
  int digits = (int)ORGID_LENGTH - (int)strlen(prefix);
  int written = snprintf(caller->orgid, sizeof caller->orgid, "%s%0*d", prefix,
                         digits, number);
  if (written != (int)ORGID_LENGTH) {
    fprintf(stderr, "stress: %s: leaves no room for a number\n", prefix);
    exit(2);
  }
  caller->indata = strdup(template);
  char *at = caller->indata;
  while ((at = strstr(at, PLACEHOLDER)) != NULL) {
    memcpy(at, caller->orgid, ORGID_LENGTH);
  }
  pthread_create(&caller->thread, NULL, call_until_the_end, caller);
}

static void *call_until_the_end(void *argument) {
  struct caller *caller = argument;
  char *outdata = guarded(OUTDATA_BYTES);
  int64_t started = now_ns();
  while (started < end_ns) {
    outdata[0] = '\0';
    char *status = trans(url, caller->indata, outdata);
    int64_t ended = now_ns();
    struct reply reply = judge(status, outdata, caller->orgid);
    free(status);
    record(&reply, ended - started);
    started = now_ns();
  }
  return NULL;
}

static struct reply judge(const char *status, const char *outdata,
                          const char *orgid) {
  struct reply reply = {0, 0, 0, 0};
  const char *code = strstr(outdata, "\"code\":");
  const char *found = strstr(outdata, "\"orgId\":\"");
  if (status == NULL || code == NULL || found == NULL) return reply;
  char *end;
  reply.code = strtol(code + 7, &end, 10);
  int is_number = end > code + 7;
  int is_consistent = strcmp(status, "0000") == 0
                          ? reply.code == 0
                          : reply.code != 0 && atol(status) == reply.code;
  reply.is_whole = is_number && is_consistent;
  found += 9;
  size_t length = strcspn(found, "\"");
  reply.is_own =
      length == ORGID_LENGTH && memcmp(found, orgid, ORGID_LENGTH) == 0;
  reply.is_anothers = !reply.is_own && (length > 0 || reply.code == 0);
  return reply;
}

static void record(const struct reply *reply, int64_t ns) {
  int64_t step = ns / STEP_NS;
  pthread_mutex_lock(&lock);
  calls++;
  lost += !reply->is_whole;
  mixed_up += reply->is_whole && reply->is_anothers;
  good += reply->is_whole && reply->is_own && reply->code == 0;
  if (reply->is_whole) count_code(reply->code);
  steps[step < STEPS ? step : STEPS - 1]++;
  if (ns > longest_ns) longest_ns = ns;
  pthread_mutex_unlock(&lock);
}

/* The last place counts the rest, should there be that many codes. */
static void count_code(long code) {
  size_t at = 0;
  while (at < CODES_MAX - 1 && codes[at].count > 0 && codes[at].code != code) {
    at++;
  }
  codes[at].code = code;
  codes[at].count++;
}

static void print_result(void) {
  printf("{\"calls\":%ld,\"ok\":%ld,\"byCode\":{", calls, good);
  for (size_t at = 0; at < CODES_MAX && codes[at].count > 0; at++) {
    printf("%s\"%ld\":%ld", at == 0 ? "" : ",", codes[at].code,
           codes[at].count);
  }
  printf("},\"mixedUp\":%ld,\"lost\":%ld,\"maxMs\":%.1f,\"p50Ms\":%.1f,"
         "\"p99Ms\":%.1f}\n",
         mixed_up, lost, (double)longest_ns / 1e6, quantile_ms(50),
         quantile_ms(99));
}

static double quantile_ms(int percent) {
  long seen = 0;
  size_t step = 0;
  while (step < STEPS - 1 && (seen += steps[step]) * 100 < calls * percent) {
    step++;
  }
  return (double)step * STEP_NS / 1e6;
}

static int64_t now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}
