/*
 * A libFuzzer target: any bytes as a frame and as a caller's text. What holds
 * for all of them is asserted; run.mjs builds and runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../native/charset.h"
#include "../../native/wire.h"

#define FRAME_MAX (NEC_CALL_PREFIX_BYTES + NEC_URL_MAX + NEC_INDATA_MAX)
#define VERSIONS_AT 4

static void check_pieces(const uint8_t *bytes, const struct nec_frame *frame);
static void check_same_bytes(const uint8_t *bytes,
                             const struct nec_frame *frame);
static void check_prefix(const uint8_t *bytes, size_t length,
                         enum nec_result whole);
static void check_charset(const uint8_t *bytes, size_t length);
static void require(int holds);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  struct nec_frame frame;
  enum nec_result result = nec_decode(bytes, length, &frame);
  if (result == NEC_OK) {
    require(frame.total <= length);
    check_pieces(bytes, &frame);
    check_same_bytes(bytes, &frame);
    require(nec_decode(bytes, frame.total - 1, &frame) == NEC_INCOMPLETE);
  }
  check_prefix(bytes, length, result);
  check_charset(bytes, length);
  return 0;
}

/* The pieces follow each other and end where the frame ends. */
static void check_pieces(const uint8_t *bytes, const struct nec_frame *frame) {
  require(frame->first.at >= bytes + NEC_HEADER_BYTES);
  require(frame->second.at == frame->first.at + frame->first.length);
  require(frame->second.at + frame->second.length == bytes + frame->total);
}

/* Encoding gives what was decoded, but for the range, which is our own. */
static void check_same_bytes(const uint8_t *bytes,
                             const struct nec_frame *frame) {
  static uint8_t again[FRAME_MAX];
  size_t written = 0;
  require(nec_encode(again, sizeof again, frame, &written) == NEC_OK);
  require(written == frame->total);
  require(again[VERSIONS_AT] == NEC_VERSION_MIN);
  require(again[VERSIONS_AT + 1] == NEC_VERSION_MAX);
  require(memcmp(again, bytes, VERSIONS_AT) == 0);
  require(memcmp(again + VERSIONS_AT + 2, bytes + VERSIONS_AT + 2,
                 written - VERSIONS_AT - 2) == 0);
  require(nec_encode(again, written - 1, frame, &written) == NEC_TOO_LONG);
}

/* With fewer bytes a frame is incomplete or judged the same, never else. */
static void check_prefix(const uint8_t *bytes, size_t length,
                         enum nec_result whole) {
  struct nec_frame frame;
  enum nec_result part = nec_decode(bytes, length / 2, &frame);
  require(part == NEC_INCOMPLETE || part == whole);
}

static void check_charset(const uint8_t *bytes, size_t length) {
  int is_ascii = 1;
  for (size_t at = 0; at < length; at++) is_ascii &= bytes[at] < 0x80;
  enum nec_charset charset = nec_charset_of(bytes, length);
  require((charset == NEC_ASCII) == is_ascii);
  if (charset == NEC_UTF8) require((bytes[0] & 0xc0) != 0x80);
  if (charset == NEC_UTF8) require(bytes[length - 1] < 0xc0);
}

static void require(int holds) {
  if (!holds) abort();
}
