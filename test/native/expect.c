#define _GNU_SOURCE
#include "expect.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "../../native/NationECCode.h"
#include "tap.h"

/* More than the largest OutData, and whole pages. */
#define ROOM_BYTES (64u * 1024u)
#define FILLER 0x5a

const unsigned no_numbers[4] = {0, 0, 0, 0};

static void *guarded_memory(void);
static size_t page_bytes(void);
static int is_untouched_after(const char *outdata, size_t bytes);
static void show(const struct outcome *outcome);
static long now_ms(void);

struct outcome call_with(const char *url, const char *indata, size_t bytes) {
  struct outcome outcome;
  outcome.memory = guarded_memory();
  outcome.outdata = (char *)outcome.memory + ROOM_BYTES - bytes;
  long started = now_ms();
  outcome.status =
      NationEcTrans((char *)(uintptr_t)url, (char *)(uintptr_t)indata,
                    outcome.outdata);
  outcome.ms = now_ms() - started;
  if (!is_untouched_after(outcome.outdata, bytes)) bail_out("after the NUL");
  return outcome;
}

struct outcome call(const char *indata) {
  return call_with("http://127.0.0.1/localcfc", indata, OUTDATA_BYTES);
}

void forget(struct outcome *outcome) {
  munmap(outcome->memory, ROOM_BYTES + page_bytes());
  free(outcome->status);
}

int is_failure(const struct outcome *outcome, int code, enum nec_text why,
               enum nec_charset charset, const unsigned numbers[4]) {
  const struct nec_sentence *sentence = &nec_sentences[why];
  const char *format =
      charset == NEC_GB18030 ? sentence->gb18030 : sentence->utf8;
  char message[1024];
  char expected[2048];
  char status[16];
  snprintf(message, sizeof message, format, numbers[0], numbers[1], numbers[2],
           numbers[3]);
  snprintf(expected, sizeof expected,
           "{\"code\":%d,\"message\":\"%s\",\"orgId\":\"\",\"data\":{}}", code,
           message);
  snprintf(status, sizeof status, "%d", code);
  int is_it = outcome->status != NULL &&
              strcmp(outcome->status, status) == 0 &&
              strcmp(outcome->outdata, expected) == 0;
  if (!is_it) show(outcome);
  return is_it;
}

void expect_failure(const char *name, const char *indata, int code,
                    enum nec_text why, long from, long to) {
  struct outcome outcome = call(indata);
  ok(is_failure(&outcome, code, why, NEC_UTF8, no_numbers), "%s", name);
  ok(outcome.ms >= from && outcome.ms <= to, "%s, %ld to %ld ms", name, from,
     to);
  if (outcome.ms < from || outcome.ms > to) show(&outcome);
  forget(&outcome);
}

void expect_reply(const char *name, const char *indata, const char *status,
                  const char *outdata) {
  struct outcome outcome = call_with("u", indata, ROOM_BYTES);
  int is_it = strcmp(outcome.status, status) == 0 &&
              strcmp(outcome.outdata, outdata) == 0;
  ok(is_it, "%s", name);
  if (!is_it) show(&outcome);
  forget(&outcome);
}

/* ROOM_BYTES of FILLER before a page that cannot be touched. */
static void *guarded_memory(void) {
  uint8_t *memory =
      mmap(NULL, ROOM_BYTES + page_bytes(), PROT_READ | PROT_WRITE,
           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) bail_out("mmap");
  memset(memory, FILLER, ROOM_BYTES);
  mprotect(memory + ROOM_BYTES, page_bytes(), PROT_NONE);
  return memory;
}

static size_t page_bytes(void) { return (size_t)sysconf(_SC_PAGESIZE); }

static int is_untouched_after(const char *outdata, size_t bytes) {
  size_t at = strnlen(outdata, bytes) + 1;
  while (at < bytes && outdata[at] == FILLER) at++;
  return at >= bytes;
}

static void show(const struct outcome *outcome) {
  printf("# %ld ms, %s, %s\n", outcome->ms,
         outcome->status == NULL ? "NULL" : outcome->status, outcome->outdata);
}

static long now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
