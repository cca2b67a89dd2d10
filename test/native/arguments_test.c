/*
 * What a caller gives and gets: NULL, too much, charsets, errno, memory, what
 * is left behind. Linked with --wrap=malloc.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../native/NationECCode.h"
#include "daemon.h"
#include "expect.h"
#include "tap.h"

#define GOOD "{\"code\":0}"
#define SECRET "110000ecSECRETTOKEN"
#define STACK_BYTES (1024u * 1024u)

void *__real_malloc(size_t bytes);
void *__wrap_malloc(size_t bytes);

static void test_null(void);
static void test_too_long(void);
static void test_charset(void);
static void test_same_buffer(void);
static void test_errno(void);
static void test_no_memory(void);
static void test_smallest_buffer(void);
static void test_descriptors(void);
static void test_wiped(void);
static void expect_sentence(const char *name, const char *url,
                            const char *indata, int code, enum nec_text why,
                            enum nec_charset charset, unsigned limit);
static void *call_for_secret(void *unused);
static int open_descriptors(void);
static void answer(int client);
static void answer_secret(int client);

static __thread int has_no_memory;

void *__wrap_malloc(size_t bytes) {
  return has_no_memory ? NULL : __real_malloc(bytes);
}

int main(void) {
  daemon_path();
  test_null();
  test_too_long();
  test_charset();
  test_errno();
  test_no_memory();
  test_same_buffer();
  test_smallest_buffer();
  test_descriptors();
  test_wiped();
  return done();
}

static void test_null(void) {
  char text[] = "{}";
  char *status = NationEcTrans(text, text, NULL);
  ok(strcmp(status, "-2") == 0, "without OutData the text alone");
  free(status);
  status = NationEcTrans(NULL, NULL, NULL);
  ok(strcmp(status, "-2") == 0, "without anything the text alone");
  free(status);
  expect_sentence("no strUrl", NULL, "{}", -2, NEC_TEXT_NULL_ARGUMENT,
                  NEC_UTF8, 0);
  expect_sentence("no InData", "u", NULL, -2, NEC_TEXT_NULL_ARGUMENT, NEC_UTF8,
                  0);
  expect_sentence("neither", NULL, NULL, -2, NEC_TEXT_NULL_ARGUMENT, NEC_UTF8,
                  0);
  expect_sentence("empty texts", "", "", -1, NEC_TEXT_NO_DAEMON, NEC_UTF8, 0);
}

static void test_too_long(void) {
  static char url[NEC_URL_MAX + 2];
  static char indata[NEC_INDATA_MAX + 8];
  memset(url, 'u', NEC_URL_MAX + 1);
  expect_sentence("strUrl above its limit", url, "{}", -2,
                  NEC_TEXT_URL_TOO_LONG, NEC_UTF8, NEC_URL_MAX);
  url[NEC_URL_MAX] = '\0';
  expect_sentence("strUrl of its limit", url, "{}", -1, NEC_TEXT_NO_DAEMON,
                  NEC_UTF8, 0);
  memset(indata, 'i', NEC_INDATA_MAX + 1);
  expect_sentence("InData above its limit", "u", indata, -2,
                  NEC_TEXT_INDATA_TOO_LONG, NEC_UTF8, NEC_INDATA_MAX);
  for (size_t at = 1; at < NEC_INDATA_MAX + 4; at += 3) {
    memcpy(indata + at, "\xe4\xb8\xad", 3);
  }
  expect_sentence("InData above its limit, a character cut at it", "u", indata,
                  -2, NEC_TEXT_INDATA_TOO_LONG, NEC_UTF8, NEC_INDATA_MAX);
  indata[0] = '\xd6';
  expect_sentence("InData above its limit, GB18030", "u", indata, -2,
                  NEC_TEXT_INDATA_TOO_LONG, NEC_GB18030, NEC_INDATA_MAX);
}

static void test_charset(void) {
  expect_sentence("UTF-8 is answered in UTF-8", "u", "{\"a\":\"\xe4\xb8\xad\"}",
                  -1, NEC_TEXT_NO_DAEMON, NEC_UTF8, 0);
  expect_sentence("GB18030 is answered in GB18030", "u",
                  "{\"a\":\"\xd6\xd0\"}", -1, NEC_TEXT_NO_DAEMON, NEC_GB18030,
                  0);
  expect_sentence("GB18030 of four bytes too", "u",
                  "{\"a\":\"\x95\x35\x8c\x37\"}", -1, NEC_TEXT_NO_DAEMON,
                  NEC_GB18030, 0);
}

static void test_errno(void) {
  errno = 4711;
  struct outcome outcome = call("{}");
  ok(errno == 4711, "errno is the caller's");
  forget(&outcome);
}

static void test_no_memory(void) {
  struct daemon daemon;
  daemon_start(&daemon, answer);
  has_no_memory = 1;
  struct outcome outcome = call("{}");
  has_no_memory = 0;
  ok(outcome.status == NULL, "without memory there is no text");
  outcome.status = strdup("-1");
  ok(is_failure(&outcome, -1, NEC_TEXT_EXHAUSTED, NEC_UTF8, no_numbers),
     "and OutData says so, although the daemon replied");
  forget(&outcome);
  daemon_stop(&daemon);
}

static void test_same_buffer(void) {
  struct daemon daemon;
  char both[64] = "{\"transType\":\"ec.query\"}";
  char url[] = "u";
  daemon_start(&daemon, answer);
  char *status = NationEcTrans(url, both, both);
  ok(strcmp(both, GOOD) == 0, "InData and OutData may be one buffer");
  free(status);
  daemon_stop(&daemon);
}

static void test_smallest_buffer(void) {
  struct daemon daemon;
  daemon_start(&daemon, answer);
  struct outcome outcome = call_with("u", "{}", sizeof GOOD);
  ok(strcmp(outcome.outdata, GOOD) == 0, "no byte more than OutData and NUL");
  forget(&outcome);
  daemon_stop(&daemon);
}

static void test_descriptors(void) {
  int before = open_descriptors();
  struct daemon daemon;
  daemon_start(&daemon, answer);
  for (int round = 0; round < 20; round++) {
    struct outcome outcome = call("{}");
    forget(&outcome);
  }
  daemon_stop(&daemon);
  struct outcome outcome = call("{}");
  forget(&outcome);
  same(open_descriptors(), before, "no descriptor stays open");
}

/* Looks through the stack that a call has used, after the call. */
static void test_wiped(void) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  skip("the reply is wiped from the stack", "the sanitizer owns the stack");
  (void)answer_secret;
  (void)call_for_secret;
#else
  struct daemon daemon;
  pthread_attr_t attributes;
  pthread_t thread;
  char *stack = mmap(NULL, STACK_BYTES, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  daemon_start(&daemon, answer_secret);
  pthread_attr_init(&attributes);
  pthread_attr_setstack(&attributes, stack, STACK_BYTES);
  pthread_create(&thread, &attributes, call_for_secret, NULL);
  void *was_right;
  pthread_join(thread, &was_right);
  ok(was_right != NULL, "a reply with a token arrives");
  ok(memmem(stack, STACK_BYTES, "SECRETTOKEN", 11) == NULL,
     "the reply is wiped from the stack");
  munmap(stack, STACK_BYTES);
  pthread_attr_destroy(&attributes);
  daemon_stop(&daemon);
#endif
}

static void *call_for_secret(void *unused) {
  (void)unused;
  struct outcome outcome = call("{}");
  int is_right = strstr(outcome.outdata, SECRET) != NULL;
  forget(&outcome);
  return is_right ? &has_no_memory : NULL;
}

static void expect_sentence(const char *name, const char *url,
                            const char *indata, int code, enum nec_text why,
                            enum nec_charset charset, unsigned limit) {
  const unsigned numbers[4] = {limit, 0, 0, 0};
  struct outcome outcome = call_with(url, indata, OUTDATA_BYTES);
  ok(is_failure(&outcome, code, why, charset, numbers), "%s", name);
  forget(&outcome);
}

static int open_descriptors(void) {
  DIR *folder = opendir("/proc/self/fd");
  int count = 0;
  if (folder == NULL) bail_out("/proc/self/fd");
  while (readdir(folder) != NULL) count++;
  closedir(folder);
  return count;
}

static void answer(int client) {
  struct nec_frame call;
  read_call(client, &call);
  send_frame(client, NEC_KIND_REPLY, 0, "0000", GOOD);
}

static void answer_secret(int client) {
  struct nec_frame call;
  read_call(client, &call);
  send_frame(client, NEC_KIND_REPLY, 0, "0000",
             "{\"code\":0,\"data\":{\"ecToken\":\"" SECRET "\"}}");
}
