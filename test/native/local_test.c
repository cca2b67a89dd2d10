/*
 * A handler in the same process: this program exports the symbol that the
 * addon exports, so it is linked with -rdynamic.
 */
#include <string.h>

#include "../../native/local.h"
#include "daemon.h"
#include "expect.h"
#include "tap.h"

#define FROM_HANDLER "{\"code\":0,\"message\":\"handler\"}"
#define FROM_DAEMON "{\"code\":0,\"message\":\"daemon\"}"

__attribute__((visibility("default"))) enum nec_local_result
nationec_local_call(const char *url, uint32_t url_length, const char *indata,
                    uint32_t indata_length, uint32_t deadline_ms,
                    uint8_t *reply_frame, size_t capacity, size_t *written);

static void test_replies(void);
static void test_refusals(void);
static void test_garbage(void);
static void answer(int client);

static enum nec_local_result result;
static enum nec_kind kind = NEC_KIND_REPLY;
static size_t cut;
static struct nec_frame seen;

enum nec_local_result nationec_local_call(const char *url, uint32_t url_length,
                                          const char *indata,
                                          uint32_t indata_length,
                                          uint32_t deadline_ms,
                                          uint8_t *reply_frame,
                                          size_t capacity, size_t *written) {
  seen.first.at = (const uint8_t *)url;
  seen.first.length = url_length;
  seen.second.at = (const uint8_t *)indata;
  seen.second.length = indata_length;
  seen.deadline_ms = deadline_ms;
  if (result != NEC_LOCAL_REPLIED) return result;
  const char *first = kind == NEC_KIND_REPLY ? "0000" : "";
  const char *second = kind == NEC_KIND_REPLY ? FROM_HANDLER : "";
  *written = make_frame(reply_frame, kind, 0, first, second) - cut;
  if (*written > capacity) bail_out("capacity");
  return result;
}

int main(void) {
  daemon_path();
  test_replies();
  test_refusals();
  test_garbage();
  return done();
}

static void test_replies(void) {
  struct daemon daemon;
  daemon_start(&daemon, answer);
  result = NEC_LOCAL_REPLIED;
  expect_reply("the handler is asked first", "{}", "0000", FROM_HANDLER);
  ok(seen.first.length == 1 && memcmp(seen.first.at, "u", 1) == 0,
     "it gets strUrl");
  same(seen.second.length, 2, "and InData");
  ok(seen.deadline_ms <= NEC_DEADLINE_DEFAULT_MS &&
         seen.deadline_ms + 100 > NEC_DEADLINE_DEFAULT_MS,
     "and the deadline");
  result = NEC_LOCAL_NOBODY;
  expect_reply("without a handler the daemon is", "{}", "0000", FROM_DAEMON);
  daemon_stop(&daemon);
}

static void test_refusals(void) {
  result = NEC_LOCAL_TIMED_OUT;
  expect_failure("timed out", "{}", -3, NEC_TEXT_DEADLINE, 0, 200);
  result = NEC_LOCAL_OWN_THREAD;
  expect_failure("on its own thread", "{}", -1, NEC_TEXT_OWN_THREAD, 0, 200);
  result = NEC_LOCAL_TOO_MANY;
  expect_failure("too many", "{}", -6, NEC_TEXT_TOO_MANY, 0, 200);
  result = NEC_LOCAL_CLOSED;
  expect_failure("closed", "{}", -1, NEC_TEXT_CLOSED, 0, 200);
  result = (enum nec_local_result)6;
  expect_failure("a result of a newer addon", "{}", -1,
                 NEC_TEXT_REPLY_GARBLED, 0, 200);
}

static void test_garbage(void) {
  result = NEC_LOCAL_REPLIED;
  cut = 1;
  expect_failure("a frame without its end", "{}", -1, NEC_TEXT_REPLY_GARBLED, 0,
                 200);
  cut = 0;
  kind = NEC_KIND_REFUSAL;
  expect_failure("a frame that is no REPLY", "{}", -1, NEC_TEXT_REPLY_GARBLED,
                 0, 200);
}

static void answer(int client) {
  struct nec_frame call;
  read_call(client, &call);
  send_frame(client, NEC_KIND_REPLY, 0, "0000", FROM_DAEMON);
}
