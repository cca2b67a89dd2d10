#include "sentence.h"

#include <stdio.h>

/* Any sentence of texts.h, kept within 512, with the name of a file. */
#define MESSAGE_BYTES (520 + NEC_FILE_BYTES)

/* Table C.4, and -2 as callers in the field know it. */
static const int codes[] = {
    [NEC_TEXT_NO_DAEMON] = -1,        [NEC_TEXT_DAEMON_ENDED] = -1,
    [NEC_TEXT_REPLY_GARBLED] = -1,    [NEC_TEXT_VERSIONS_APART] = -1,
    [NEC_TEXT_DEADLINE] = -3,         [NEC_TEXT_NOT_ALLOWED] = -4,
    [NEC_TEXT_NOT_OURS] = -4,         [NEC_TEXT_BUNDLE_INCOMPLETE] = -1,
    [NEC_TEXT_NOT_STARTED] = -1,
    [NEC_TEXT_NULL_ARGUMENT] = -2,    [NEC_TEXT_URL_TOO_LONG] = -2,
    [NEC_TEXT_INDATA_TOO_LONG] = -2,  [NEC_TEXT_EXHAUSTED] = -1,
    [NEC_TEXT_OWN_THREAD] = -1,       [NEC_TEXT_TOO_MANY] = -6,
    [NEC_TEXT_CLOSED] = -1,
};

static const enum nec_text texts_of_transport[] = {
    [NEC_TRANSPORT_OK] = NEC_TEXT_NONE,
    [NEC_TRANSPORT_ABSENT] = NEC_TEXT_NO_DAEMON,
    [NEC_TRANSPORT_FORBIDDEN] = NEC_TEXT_NOT_ALLOWED,
    [NEC_TRANSPORT_EXHAUSTED] = NEC_TEXT_EXHAUSTED,
    [NEC_TRANSPORT_ENDED] = NEC_TEXT_DAEMON_ENDED,
    [NEC_TRANSPORT_TIMED_OUT] = NEC_TEXT_DEADLINE,
    [NEC_TRANSPORT_NOT_OURS] = NEC_TEXT_NOT_OURS,
    [NEC_TRANSPORT_NO_BUNDLE] = NEC_TEXT_BUNDLE_INCOMPLETE,
    [NEC_TRANSPORT_NOT_STARTED] = NEC_TEXT_NOT_STARTED,
};

static const enum nec_text texts_of_local[] = {
    [NEC_LOCAL_NOBODY] = NEC_TEXT_NONE,
    [NEC_LOCAL_REPLIED] = NEC_TEXT_NONE,
    [NEC_LOCAL_TIMED_OUT] = NEC_TEXT_DEADLINE,
    [NEC_LOCAL_OWN_THREAD] = NEC_TEXT_OWN_THREAD,
    [NEC_LOCAL_TOO_MANY] = NEC_TEXT_TOO_MANY,
    [NEC_LOCAL_CLOSED] = NEC_TEXT_CLOSED,
};

static void say(enum nec_text why, const struct nec_facts *facts,
                char message[MESSAGE_BYTES]);

enum nec_text nec_text_of_transport(enum nec_transport result) {
  return texts_of_transport[result];
}

enum nec_text nec_text_of_local(enum nec_local_result result) {
  return texts_of_local[result];
}

struct nec_answer nec_explain(enum nec_text why, const struct nec_facts *facts,
                              uint8_t buffer[NEC_REPLY_FRAME_MAX]) {
  char message[MESSAGE_BYTES];
  say(why, facts, message);
  char *text = (char *)buffer;
  int status = snprintf(text, NEC_REPLY_FRAME_MAX, "%d", codes[why]);
  int whole = snprintf(
      text, NEC_REPLY_FRAME_MAX,
      "%d{\"code\":%d,\"message\":\"%s\",\"orgId\":\"\",\"data\":{}}",
      codes[why], codes[why], message);
  struct nec_answer answer = {
      {buffer, (uint32_t)status},
      {buffer + status, (uint32_t)(whole - status)}};
  return answer;
}

static void say(enum nec_text why, const struct nec_facts *facts,
                char message[MESSAGE_BYTES]) {
  const struct nec_sentence *sentence = &nec_sentences[why];
  const uint32_t *numbers = facts->numbers;
  const char *format = facts->file.charset == NEC_UTF8 ? sentence->utf8
                                                       : sentence->gb18030;
  if (why == NEC_TEXT_BUNDLE_INCOMPLETE || why == NEC_TEXT_NOT_STARTED) {
    snprintf(message, MESSAGE_BYTES, format, facts->file.name);
  } else {
    snprintf(message, MESSAGE_BYTES, format, numbers[0], numbers[1],
             numbers[2], numbers[3]);
  }
}
