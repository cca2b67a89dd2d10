#define _GNU_SOURCE /* clock_gettime, nanosleep */
#include "measure.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int64_t now_ns(void);
static void rest(int ms);

struct plan read_plan(char **arguments) {
  return (struct plan){atoi(arguments[0]), atoi(arguments[1]),
                       atoi(arguments[2])};
}

int measure(struct plan plan, call_function call, void *context) {
  int64_t *times = calloc((size_t)plan.count * 2, sizeof *times);
  if (times == NULL) return 1;
  for (int at = -plan.warm; at < plan.count; at++) {
    rest(plan.pause_ms);
    int64_t begin = now_ns();
    if (call(context) != 0) {
      fprintf(stderr, "call %d: wrong answer\n", at);
      return 1;
    }
    int64_t end = now_ns();
    if (at < 0) continue;
    times[2 * at] = begin;
    times[2 * at + 1] = end;
  }
  for (int at = 0; at < plan.count; at++) {
    printf("%" PRId64 " %" PRId64 "\n", times[2 * at], times[2 * at + 1]);
  }
  free(times);
  return fflush(stdout) == 0 ? 0 : 1;
}

static int64_t now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void rest(int ms) {
  struct timespec pause = {ms / 1000, (ms % 1000) * 1000000L};
  if (ms > 0) nanosleep(&pause, NULL);
}
