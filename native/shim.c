#define _GNU_SOURCE /* strnlen */
#include "NationECCode.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "sentence.h"
#include "transport.h"

/* One call, on the caller's stack. The answer points into `buffer`. */
struct call {
  struct nec_bytes url;
  struct nec_bytes indata;
  uint64_t deadline;
  uint64_t deadline_max; /* however often the daemon asks for more */
  struct nec_facts facts;
  struct nec_answer answer;
  size_t used; /* bytes of `buffer` that are to be wiped */
  uint8_t buffer[NEC_REPLY_FRAME_MAX];
};

static enum nec_text check(struct call *call, const char *url,
                           const char *indata);
static int measure(struct nec_bytes *bytes, const char *text, uint32_t limit);
static uint32_t cut_at_character(struct nec_bytes text);
static enum nec_charset charset_for(struct nec_bytes indata);
static enum nec_text ask(struct call *call);
static enum nec_text ask_process(struct call *call, nec_local_call handler);
static enum nec_text ask_daemon(struct call *call);
static enum nec_text send_call(struct call *call,
                               const struct nec_connection *connection);
static enum nec_text await_reply(struct call *call,
                                 const struct nec_connection *connection);
static enum nec_text accept_frame(struct call *call, size_t *pending);
static enum nec_text take_reply(struct call *call,
                                const struct nec_frame *frame);
static int is_object(struct nec_bytes text);
static uint32_t time_left(const struct call *call);
static void prolong(struct call *call, uint32_t wait_ms);
static void fail(struct call *call, enum nec_text why);
static char *hand_over(struct call *call, char *outdata);
static char *copy(struct nec_bytes text);
static void wipe(uint8_t *bytes, size_t length);

char *NATIONEC_CALL NationEcTrans(char *strUrl, char *InData, char *OutData) {
  struct nec_bytes no_outdata = {(const uint8_t *)"-2", 2};
  if (OutData == NULL) return copy(no_outdata);
  int callers_errno = errno;
  struct call call;
  enum nec_text why = check(&call, strUrl, InData);
  if (why == NEC_TEXT_NONE) why = ask(&call);
  if (why != NEC_TEXT_NONE) fail(&call, why);
  char *status = hand_over(&call, OutData);
  wipe(call.buffer, call.used);
  errno = callers_errno;
  return status;
}

static enum nec_text check(struct call *call, const char *url,
                           const char *indata) {
  uint64_t now = nec_now_ms();
  call->deadline = now + NEC_DEADLINE_DEFAULT_MS;
  call->deadline_max = now + NEC_DEADLINE_MAX_MS;
  call->used = 0;
  memset(call->facts.numbers, 0, sizeof call->facts.numbers);
  int url_fits = measure(&call->url, url, NEC_URL_MAX);
  int indata_fits = measure(&call->indata, indata, NEC_INDATA_MAX);
  call->facts.file.charset = charset_for(call->indata);
  if (url == NULL || indata == NULL) return NEC_TEXT_NULL_ARGUMENT;
  call->facts.numbers[0] = url_fits ? NEC_INDATA_MAX : NEC_URL_MAX;
  if (!url_fits) return NEC_TEXT_URL_TOO_LONG;
  return indata_fits ? NEC_TEXT_NONE : NEC_TEXT_INDATA_TOO_LONG;
}

/* Whether a text is within its limit; of a longer one no more is taken. */
static int measure(struct nec_bytes *bytes, const char *text, uint32_t limit) {
  bytes->at = (const uint8_t *)text;
  bytes->length = text == NULL ? 0u : (uint32_t)strnlen(text, limit + 1u);
  int fits = bytes->length <= limit;
  if (!fits) bytes->length = cut_at_character(*bytes);
  return fits;
}

/* Without the UTF-8 character at the end, which may be half. */
static uint32_t cut_at_character(struct nec_bytes text) {
  uint32_t length = text.length;
  while (length > 0 && (text.at[length - 1] & 0xc0) == 0x80) length--;
  return length > 0 && text.at[length - 1] >= 0xc0 ? length - 1 : length;
}

static enum nec_charset charset_for(struct nec_bytes indata) {
  enum nec_charset charset = nec_charset_of(indata.at, indata.length);
  return charset == NEC_ASCII ? NEC_CHARSET_DEFAULT : charset;
}

static enum nec_text ask(struct call *call) {
  nec_local_call handler = nec_find_local();
  return handler == NULL ? ask_daemon(call) : ask_process(call, handler);
}

static enum nec_text ask_process(struct call *call, nec_local_call handler) {
  size_t written = 0;
  enum nec_local_result result =
      handler((const char *)call->url.at, call->url.length,
              (const char *)call->indata.at, call->indata.length,
              time_left(call), call->buffer, sizeof call->buffer, &written);
  if (result == NEC_LOCAL_NOBODY) return ask_daemon(call);
  if (result > NEC_LOCAL_CLOSED || written > sizeof call->buffer) {
    return NEC_TEXT_REPLY_GARBLED;
  }
  if (result != NEC_LOCAL_REPLIED) return nec_text_of_local(result);
  call->used = written;
  struct nec_frame frame;
  enum nec_result decoded = nec_decode(call->buffer, written, &frame);
  return decoded == NEC_OK ? take_reply(call, &frame) : NEC_TEXT_REPLY_GARBLED;
}

static enum nec_text ask_daemon(struct call *call) {
  struct nec_connection connection;
  enum nec_transport opened =
      nec_open(&connection, call->deadline, &call->facts.file);
  if (opened != NEC_TRANSPORT_OK) return nec_text_of_transport(opened);
  enum nec_text why = send_call(call, &connection);
  if (why == NEC_TEXT_NONE) why = await_reply(call, &connection);
  nec_close(&connection);
  return why;
}

static enum nec_text send_call(struct call *call,
                               const struct nec_connection *connection) {
  uint8_t prefix[NEC_CALL_PREFIX_BYTES];
  nec_encode_call_prefix(prefix, call->url.length, call->indata.length,
                         time_left(call));
  struct nec_bytes pieces[3] = {
      {prefix, sizeof prefix}, call->url, call->indata};
  enum nec_transport sent = nec_send(connection, pieces, call->deadline);
  /* The peer may have closed after saying why. */
  return sent == NEC_TRANSPORT_ENDED ? NEC_TEXT_NONE : nec_text_of_transport(sent);
}

static enum nec_text await_reply(struct call *call,
                                 const struct nec_connection *connection) {
  size_t pending = 0;
  enum nec_text why = NEC_TEXT_NONE;
  call->answer.outdata.at = NULL;
  while (why == NEC_TEXT_NONE && call->answer.outdata.at == NULL) {
    size_t received = 0;
    enum nec_transport result =
        nec_receive(connection, call->buffer + pending,
                    sizeof call->buffer - pending, &received, call->deadline);
    if (result != NEC_TRANSPORT_OK) return nec_text_of_transport(result);
    pending += received;
    if (call->used < pending) call->used = pending;
    why = accept_frame(call, &pending);
  }
  return why;
}

/* Takes the frames at the start of the buffer; `pending` is what remains. */
static enum nec_text accept_frame(struct call *call, size_t *pending) {
  for (;;) {
    struct nec_frame frame;
    enum nec_result decoded = nec_decode(call->buffer, *pending, &frame);
    if (decoded == NEC_INCOMPLETE && *pending < sizeof call->buffer) {
      return NEC_TEXT_NONE;
    }
    if (decoded == NEC_BAD_VERSION ||
        (decoded == NEC_OK && frame.kind == NEC_KIND_REFUSAL)) {
      call->facts.numbers[0] = NEC_VERSION_MIN;
      call->facts.numbers[1] = NEC_VERSION_MAX;
      call->facts.numbers[2] = frame.version_min;
      call->facts.numbers[3] = frame.version_max;
      return NEC_TEXT_VERSIONS_APART;
    }
    if (decoded != NEC_OK) return NEC_TEXT_REPLY_GARBLED;
    if (frame.kind != NEC_KIND_WAIT) return take_reply(call, &frame);
    prolong(call, frame.deadline_ms);
    *pending -= frame.total;
    memmove(call->buffer, call->buffer + frame.total, *pending);
  }
}

static enum nec_text take_reply(struct call *call,
                                const struct nec_frame *frame) {
  int is_usable =
      frame->kind == NEC_KIND_REPLY && frame->first.length != 0 &&
      memchr(frame->first.at, '\0', frame->first.length) == NULL &&
      is_object(frame->second);
  if (!is_usable) return NEC_TEXT_REPLY_GARBLED;
  call->answer.status = frame->first;
  call->answer.outdata = frame->second;
  return NEC_TEXT_NONE;
}

/* A look at the ends: that the daemon writes JSON is the daemon's business. */
static int is_object(struct nec_bytes text) {
  return text.length >= 2 && text.length < NEC_REPLY_MAX &&
         text.at[0] == '{' && text.at[text.length - 1] == '}' &&
         memchr(text.at, '\0', text.length) == NULL;
}

static uint32_t time_left(const struct call *call) {
  uint64_t now = nec_now_ms();
  return now < call->deadline ? (uint32_t)(call->deadline - now) : 0u;
}

static void prolong(struct call *call, uint32_t wait_ms) {
  uint64_t wanted = nec_now_ms() + wait_ms;
  int fits = wanted < call->deadline_max;
  call->deadline = fits ? wanted : call->deadline_max;
}

/* Makes the library's own answer. */
static void fail(struct call *call, enum nec_text why) {
  call->answer = nec_explain(why, &call->facts, call->buffer);
}

/*
 * Gives the caller the returned text and OutData. Without memory for the text
 * the call has failed, whatever the reply was: "0000" did not reach the caller.
 */
static char *hand_over(struct call *call, char *outdata) {
  char *status = copy(call->answer.status);
  if (status == NULL) fail(call, NEC_TEXT_EXHAUSTED);
  memcpy(outdata, call->answer.outdata.at, call->answer.outdata.length);
  outdata[call->answer.outdata.length] = '\0';
  return status;
}

static char *copy(struct nec_bytes text) {
  char *fresh = nec_allocate(text.length + 1u);
  if (fresh == NULL) return NULL;
  memcpy(fresh, text.at, text.length);
  fresh[text.length] = '\0';
  return fresh;
}

/* Through a volatile pointer, or the compiler would leave it out. */
static void wipe(uint8_t *bytes, size_t length) {
  volatile uint8_t *at = bytes;
  while (length-- != 0) *at++ = 0;
}
