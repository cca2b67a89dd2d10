/*
 * The library against a daemon that does anything but what it should. Built
 * with a default deadline of 200 ms and a longest of 600 ms.
 */
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "daemon.h"
#include "expect.h"
#include "tap.h"

#define GOOD "{\"code\":0,\"message\":\"\",\"orgId\":\"\",\"data\":{}}"
#define NOT_JSON "<html></html>"
#define DEADLINE ((long)NEC_DEADLINE_DEFAULT_MS)
#define DEADLINE_MAX ((long)NEC_DEADLINE_MAX_MS)
/* A loaded machine may wake a process this late. */
#define SLACK 400

static void reply(int client, const char *status, const char *outdata);
static void close_at_once(int client);
static void read_and_close(int client);
static void be_silent(int client);
static void never_read(int client);
static void half_a_frame(int client);
static void speak_http(int client);
static void speak_newer(int client);
static void refuse(int client);
static void refuse_unread(int client);
static void send_control(int client);
static void send_long_control(int client);
static void send_call_back(int client);
static void send_big_length(int client);
static void send_odd_length(int client);
static void send_wait_with_body(int client);
static void reply_cut(int client);
static void reply_in_bytes(int client);
static void reply_twice(int client);
static void wait_then_reply(int client);
static void wait_and_reply(int client);
static void wait_and_be_silent(int client);
static void wait_less(int client);
static void wait_for_ever(int client);
static void wait_again_and_again(int client);
static void reply_as_told(int client);
static void test_endings(void);
static void test_strangers(void);
static void test_replies(void);
static void test_waits(void);
static void test_big_calls(void);
static void test_full_backlog(void);
static void failure(behaviour behave, const char *name, int code,
                    enum nec_text why, long from, long to);
static void success(behaviour behave, const char *name, const char *status,
                    const char *outdata);
static void versions_apart(behaviour behave, const char *name, unsigned lowest,
                           unsigned highest);

/* What the library sends, and what the behaviours reply. */
static char indata_sent[NEC_INDATA_MAX + 1] = "{}";
static const char *status_sent = "0000";
static const char *outdata_sent = GOOD;
static size_t bytes_sent;

int main(void) {
  test_endings();
  test_strangers();
  test_replies();
  test_waits();
  test_big_calls();
  test_full_backlog();
  return done();
}

static void test_endings(void) {
  failure(close_at_once, "accepts and closes", -1, NEC_TEXT_DAEMON_ENDED, 0,
          SLACK);
  failure(read_and_close, "reads and closes", -1, NEC_TEXT_DAEMON_ENDED, 0,
          SLACK);
  failure(be_silent, "reads and is silent", -3, NEC_TEXT_DEADLINE, DEADLINE - 1,
          DEADLINE + SLACK);
  failure(half_a_frame, "stops in a frame", -3, NEC_TEXT_DEADLINE, DEADLINE - 1,
          DEADLINE + SLACK);
  uint8_t frame[NEC_REPLY_FRAME_MAX];
  size_t length = make_frame(frame, NEC_KIND_REPLY, 0, "0000", GOOD);
  for (bytes_sent = 0; bytes_sent < length; bytes_sent++) {
    failure(reply_cut, "cuts its reply", -1, NEC_TEXT_DAEMON_ENDED, 0, SLACK);
  }
}

static void test_strangers(void) {
  failure(speak_http, "is a web server", -1, NEC_TEXT_REPLY_GARBLED, 0, SLACK);
  failure(send_control, "sends CONTROL", -1, NEC_TEXT_REPLY_GARBLED, 0, SLACK);
  failure(send_long_control, "sends a CONTROL longer than any REPLY", -1,
          NEC_TEXT_REPLY_GARBLED, 0, SLACK);
  failure(send_call_back, "sends the CALL back", -1, NEC_TEXT_REPLY_GARBLED, 0,
          SLACK);
  failure(send_big_length, "says it sends 4 GB", -1, NEC_TEXT_REPLY_GARBLED, 0,
          SLACK);
  failure(send_odd_length, "sends lengths that contradict", -1,
          NEC_TEXT_REPLY_GARBLED, 0, SLACK);
  failure(send_wait_with_body, "sends a WAIT with a body", -1,
          NEC_TEXT_REPLY_GARBLED, 0, SLACK);
  versions_apart(speak_newer, "is newer", 2, 3);
  versions_apart(refuse, "refuses", NEC_VERSION_MIN, NEC_VERSION_MAX);
}

static void test_replies(void) {
  static char big[NEC_REPLY_MAX + 1];
  success(reply_as_told, "a good reply", "0000", GOOD);
  success(reply_in_bytes, "a reply byte by byte", "0000", GOOD);
  success(reply_twice, "the first of two replies", "0000", GOOD);
  memset(big, ' ', NEC_REPLY_MAX);
  memcpy(big, "{\"code\":0", 9);
  big[NEC_REPLY_MAX - 2] = '}';
  big[NEC_REPLY_MAX - 1] = '\0';
  outdata_sent = status_sent = big;
  success(reply_as_told, "the longest reply, both texts", big, big);
  big[NEC_REPLY_MAX - 2] = ' ';
  big[NEC_REPLY_MAX - 1] = '}';
  status_sent = "0000";
  failure(reply_as_told, "a reply whose NUL is above the limit", -1,
          NEC_TEXT_REPLY_GARBLED, 0, SLACK);
  static const char *const wrong[] = {"", "{", "}", NOT_JSON, "{\"code\":0"};
  for (size_t at = 0; at < sizeof wrong / sizeof wrong[0]; at++) {
    outdata_sent = wrong[at];
    failure(reply_as_told, "OutData that is no object", -1,
            NEC_TEXT_REPLY_GARBLED, 0, SLACK);
  }
  outdata_sent = GOOD;
  status_sent = "";
  failure(reply_as_told, "no text to return", -1, NEC_TEXT_REPLY_GARBLED, 0,
          SLACK);
  status_sent = "0000";
}

static void test_waits(void) {
  success(wait_then_reply, "a reply after the first deadline", "0000", GOOD);
  success(wait_and_reply, "WAITs and a reply in one piece", "0000", GOOD);
  failure(wait_and_be_silent, "asks for 400 ms, then is silent", -3,
          NEC_TEXT_DEADLINE, 399, 400 + SLACK);
  failure(wait_less, "asks for less than there was", -3, NEC_TEXT_DEADLINE, 99,
          DEADLINE - 1);
  failure(wait_for_ever, "asks for 49 days", -3, NEC_TEXT_DEADLINE,
          DEADLINE_MAX - 1, DEADLINE_MAX + SLACK);
  failure(wait_again_and_again, "asks again and again", -3, NEC_TEXT_DEADLINE,
          DEADLINE_MAX - 1, DEADLINE_MAX + SLACK);
}

static void test_big_calls(void) {
  memset(indata_sent, ' ', NEC_INDATA_MAX);
  success(reply_as_told, "512 KB arrive", "0000", GOOD);
  failure(close_at_once, "closes in the middle of 512 KB", -1,
          NEC_TEXT_DAEMON_ENDED, 0, SLACK);
  versions_apart(refuse_unread, "refuses in the middle of 512 KB", 2, 3);
  failure(never_read, "reads nothing of 512 KB", -3, NEC_TEXT_DEADLINE,
          DEADLINE - 1, DEADLINE + SLACK);
  memcpy(indata_sent, "{}", 3);
}

static void test_full_backlog(void) {
  int listener = daemon_listen(0);
  expect_failure("a connection that nobody accepts", "{}", -3,
                 NEC_TEXT_DEADLINE, DEADLINE - 1, DEADLINE + SLACK);
  expect_failure("a backlog that stays full", "{}", -3, NEC_TEXT_DEADLINE,
                 DEADLINE - 1, DEADLINE + SLACK);
  close(listener);
  expect_failure("nobody listens any more", "{}", -1, NEC_TEXT_NO_DAEMON, 0,
                 200);
}

static void failure(behaviour behave, const char *name, int code,
                    enum nec_text why, long from, long to) {
  struct daemon daemon;
  daemon_start(&daemon, behave);
  expect_failure(name, indata_sent, code, why, from, to);
  daemon_stop(&daemon);
}

static void success(behaviour behave, const char *name, const char *status,
                    const char *outdata) {
  struct daemon daemon;
  daemon_start(&daemon, behave);
  expect_reply(name, indata_sent, status, outdata);
  daemon_stop(&daemon);
}

static void versions_apart(behaviour behave, const char *name, unsigned lowest,
                           unsigned highest) {
  const unsigned versions[4] = {NEC_VERSION_MIN, NEC_VERSION_MAX, lowest,
                                highest};
  struct daemon daemon;
  daemon_start(&daemon, behave);
  struct outcome outcome = call(indata_sent);
  ok(is_failure(&outcome, -1, NEC_TEXT_VERSIONS_APART, NEC_UTF8, versions),
     "%s: both ranges are named", name);
  forget(&outcome);
  daemon_stop(&daemon);
}

static void reply(int client, const char *status, const char *outdata) {
  send_frame(client, NEC_KIND_REPLY, 0, status, outdata);
}

static void close_at_once(int client) { (void)client; }

static void read_and_close(int client) {
  struct nec_frame call;
  read_call(client, &call);
}

static void be_silent(int client) { await_close(client); }

/* Longer than the library waits. */
static void never_read(int client) {
  (void)client;
  sleep_ms(NEC_DEADLINE_DEFAULT_MS + 100);
}

static void half_a_frame(int client) {
  send_bytes(client, "NECT\x01\x01\x02", 7);
  await_close(client);
}

static void speak_http(int client) {
  send_bytes(client, "HTTP/1.1 400 Bad Request\r\n\r\n", 28);
  await_close(client);
}

static void speak_newer(int client) {
  uint8_t frame[NEC_REPLY_FRAME_MAX];
  size_t length = make_frame(frame, NEC_KIND_REPLY, 0, "0000", GOOD);
  frame[4] = 2;
  frame[5] = 3;
  send_bytes(client, frame, length);
  await_close(client);
}

static void refuse(int client) {
  send_frame(client, NEC_KIND_REFUSAL, 0, "", "");
  await_close(client);
}

static void refuse_unread(int client) {
  uint8_t frame[NEC_REPLY_FRAME_MAX];
  size_t length = make_frame(frame, NEC_KIND_REFUSAL, 0, "", "");
  frame[4] = 2;
  frame[5] = 3;
  send_bytes(client, frame, length);
}

static void send_control(int client) {
  send_frame(client, NEC_KIND_CONTROL, 0, "{}", "");
  await_close(client);
}

static void send_long_control(int client) {
  static char filler[NEC_REPLY_FRAME_MAX];
  send_bytes(client, "NECT\1\1\4\0\0\0\1\0\0\0\0\0", 16);
  send_bytes(client, filler, sizeof filler);
  await_close(client);
}

static void send_call_back(int client) {
  send_frame(client, NEC_KIND_CALL, 500, "u", "{}");
  await_close(client);
}

static void send_big_length(int client) {
  send_bytes(client, "NECT\1\1\2\0\377\377\377\377\0\0\0\0", 16);
  await_close(client);
}

static void send_odd_length(int client) {
  send_bytes(client, "NECT\1\1\2\0\5\0\0\0\0\0\0\0\2\0\0\0", 20);
  await_close(client);
}

static void send_wait_with_body(int client) {
  send_bytes(client, "NECT\1\1\3\0\1\0\0\0\1\0\0\0", 16);
  await_close(client);
}

static void reply_cut(int client) {
  struct nec_frame call;
  uint8_t frame[NEC_REPLY_FRAME_MAX];
  make_frame(frame, NEC_KIND_REPLY, 0, "0000", GOOD);
  read_call(client, &call);
  send_bytes(client, frame, bytes_sent);
}

static void reply_in_bytes(int client) {
  uint8_t frame[NEC_REPLY_FRAME_MAX];
  size_t length = make_frame(frame, NEC_KIND_REPLY, 0, "0000", GOOD);
  for (size_t at = 0; at < length; at++) {
    send_bytes(client, frame + at, 1);
    sleep_ms(1);
  }
  await_close(client);
}

static void reply_twice(int client) {
  reply(client, "0000", GOOD);
  reply(client, "-1", "{\"code\":-1}");
  await_close(client);
}

static void wait_then_reply(int client) {
  send_frame(client, NEC_KIND_WAIT, NEC_DEADLINE_DEFAULT_MS * 3, "", "");
  sleep_ms(NEC_DEADLINE_DEFAULT_MS + 100);
  reply(client, "0000", GOOD);
  await_close(client);
}

static void wait_and_reply(int client) {
  uint8_t frames[3 * NEC_REPLY_FRAME_MAX];
  size_t length = make_frame(frames, NEC_KIND_WAIT, 400, "", "");
  length += make_frame(frames + length, NEC_KIND_WAIT, 400, "", "");
  length += make_frame(frames + length, NEC_KIND_REPLY, 0, "0000", GOOD);
  send_bytes(client, frames, length);
  await_close(client);
}

static void wait_and_be_silent(int client) {
  send_frame(client, NEC_KIND_WAIT, 400, "", "");
  await_close(client);
}

static void wait_less(int client) {
  send_frame(client, NEC_KIND_WAIT, 100, "", "");
  await_close(client);
}

static void wait_for_ever(int client) {
  send_frame(client, NEC_KIND_WAIT, 0xffffffffu, "", "");
  await_close(client);
}

static void wait_again_and_again(int client) {
  struct nec_frame call;
  char byte;
  read_call(client, &call);
  do {
    send_frame(client, NEC_KIND_WAIT, NEC_DEADLINE_DEFAULT_MS, "", "");
    sleep_ms(20);
  } while (recv(client, &byte, 1, MSG_DONTWAIT) != 0);
}

static void reply_as_told(int client) {
  struct nec_frame call;
  if (!read_call(client, &call)) return;
  reply(client, status_sent, outdata_sent);
}
