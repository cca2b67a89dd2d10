/* The frames, field by field, cut everywhere, and against golden files. */
#include "../../native/wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

#define FRAME_MAX (NEC_CALL_PREFIX_BYTES + NEC_URL_MAX + NEC_INDATA_MAX)

static const char *const kinds[] = {"call", "reply", "wait", "control",
                                    "refusal"};
static uint8_t frame_bytes[FRAME_MAX + 1];
static uint8_t filler[FRAME_MAX];

static void test_golden(const char *folder, const char *kind);
static size_t read_hex(const char *folder, const char *kind, uint8_t *bytes);
static void test_cuts(const char *kind, const uint8_t *bytes, size_t length);
static void test_fields(void);
static void test_header_faults(void);
static void test_limits(void);
static void test_contradictions(void);
static void test_encoder(void);
static void test_call_prefix(void);
static size_t encode(enum nec_kind kind, uint32_t first, uint32_t second);
static enum nec_result decode_changed(enum nec_kind kind, size_t at,
                                      uint8_t value);
static enum nec_result decode_lengths(enum nec_kind kind, uint32_t body,
                                      uint32_t first, size_t given);
static void put_u32(uint8_t *at, uint32_t value);

int main(int count, char **arguments) {
  if (count != 2) bail_out("usage: wire_test GOLDEN_FOLDER");
  memset(filler, 'x', sizeof filler);
  for (size_t at = 0; at < sizeof kinds / sizeof kinds[0]; at++) {
    test_golden(arguments[1], kinds[at]);
  }
  test_fields();
  test_header_faults();
  test_limits();
  test_contradictions();
  test_encoder();
  test_call_prefix();
  return done();
}

static void test_golden(const char *folder, const char *kind) {
  uint8_t bytes[1024];
  uint8_t again[1024];
  size_t length = read_hex(folder, kind, bytes);
  struct nec_frame frame;
  ok(nec_decode(bytes, length, &frame) == NEC_OK, "golden %s decodes", kind);
  ok(frame.total == length, "golden %s has its length", kind);
  size_t written = 0;
  enum nec_result result = nec_encode(again, sizeof again, &frame, &written);
  ok(result == NEC_OK && written == length &&
         memcmp(bytes, again, length) == 0,
     "golden %s encodes to the same bytes", kind);
  test_cuts(kind, bytes, length);
}

static size_t read_hex(const char *folder, const char *kind, uint8_t *bytes) {
  char path[1024];
  char line[256];
  size_t length = 0;
  snprintf(path, sizeof path, "%s/%s.hex", folder, kind);
  FILE *file = fopen(path, "r");
  if (file == NULL) bail_out(path);
  while (fgets(line, sizeof line, file) != NULL) {
    char *at = line;
    char *end = line;
    while (line[0] != '#') {
      unsigned long byte = strtoul(at, &end, 16);
      if (end == at) break;
      bytes[length++] = (uint8_t)byte;
      at = end;
    }
  }
  fclose(file);
  return length;
}

/* In memory of just that size, so that a read beyond it is seen. */
static void test_cuts(const char *kind, const uint8_t *bytes, size_t length) {
  size_t incomplete = 0;
  for (size_t cut = 0; cut < length; cut++) {
    uint8_t *exact = malloc(cut + 1);
    memcpy(exact + 1, bytes, cut);
    struct nec_frame frame;
    incomplete += nec_decode(exact + 1, cut, &frame) == NEC_INCOMPLETE;
    free(exact);
  }
  ok(incomplete == length, "golden %s cut at each byte is incomplete", kind);
}

static void test_fields(void) {
  struct nec_frame frame;
  encode(NEC_KIND_CALL, 3, 5);
  put_u32(frame_bytes + 12, 0x01020304u);
  memcpy(frame_bytes + 20, "urlindat", 8);
  same(nec_decode(frame_bytes, 40, &frame), NEC_OK, "more bytes may follow");
  same(frame.kind, NEC_KIND_CALL, "kind");
  same(frame.version_min, 1, "lowest version");
  same(frame.version_max, 1, "highest version");
  same(frame.deadline_ms, 0x01020304, "deadline");
  same(frame.total, 28, "total leaves out what follows");
  ok(frame.first.at == frame_bytes + 20 && frame.first.length == 3, "strUrl");
  ok(frame.second.at == frame_bytes + 23 && frame.second.length == 5,
     "InData");
  encode(NEC_KIND_CALL, 0, 0);
  same(nec_decode(frame_bytes, 20, &frame), NEC_OK, "a CALL of two empties");
  encode(NEC_KIND_CONTROL, 7, 0);
  nec_decode(frame_bytes, 23, &frame);
  same(frame.first.length, 7, "a CONTROL is its body");
}

static void test_header_faults(void) {
  for (size_t at = 0; at < 4; at++) {
    encode(NEC_KIND_WAIT, 0, 0);
    frame_bytes[at] ^= 0x20;
    struct nec_frame frame;
    ok(nec_decode(frame_bytes, at + 1, &frame) == NEC_BAD_MAGIC,
       "wrong magic is told at byte %zu", at);
  }
  same(decode_changed(NEC_KIND_WAIT, 5, 2), NEC_OK, "a range that meets ours");
  same(decode_changed(NEC_KIND_WAIT, 4, 2), NEC_BAD_VERSION,
       "a range the wrong way round");
  same(decode_changed(NEC_KIND_WAIT, 5, 0), NEC_BAD_VERSION, "an older range");
  encode(NEC_KIND_WAIT, 0, 0);
  frame_bytes[4] = 7;
  frame_bytes[5] = 9;
  struct nec_frame frame;
  same(nec_decode(frame_bytes, 6, &frame), NEC_BAD_VERSION,
       "a newer range, told from six bytes");
  ok(frame.version_min == 7 && frame.version_max == 9, "and handed on");
  same(decode_changed(NEC_KIND_WAIT, 6, 0), NEC_BAD_KIND, "kind 0");
  same(decode_changed(NEC_KIND_WAIT, 6, 6), NEC_BAD_KIND, "kind 6");
  same(decode_changed(NEC_KIND_WAIT, 6, 255), NEC_BAD_KIND, "kind 255");
  same(decode_changed(NEC_KIND_WAIT, 7, 1), NEC_BAD_KIND, "reserved byte");
}

/* Each limit, one above it, and told before the body has come. */
static void test_limits(void) {
  const uint32_t most = 0xffffffffu;
  same(decode_lengths(NEC_KIND_CALL, 4u + NEC_URL_MAX, NEC_URL_MAX, 20),
       NEC_INCOMPLETE, "strUrl of the limit");
  same(decode_lengths(NEC_KIND_CALL, 5u + NEC_URL_MAX, NEC_URL_MAX + 1, 20),
       NEC_TOO_LONG, "strUrl above it");
  same(decode_lengths(NEC_KIND_CALL, 4u + NEC_INDATA_MAX, 0, 20),
       NEC_INCOMPLETE, "InData of the limit");
  same(decode_lengths(NEC_KIND_CALL, 5u + NEC_INDATA_MAX, 0, 20),
       NEC_TOO_LONG, "InData above it");
  same(decode_lengths(NEC_KIND_CALL, most, 0, 12), NEC_TOO_LONG,
       "a CALL of 4 GB");
  same(decode_lengths(NEC_KIND_REPLY, 4u + 2u * NEC_REPLY_MAX, NEC_REPLY_MAX,
                      20),
       NEC_INCOMPLETE, "a REPLY of the limit");
  same(decode_lengths(NEC_KIND_REPLY, 5u + 2u * NEC_REPLY_MAX, 0, 12),
       NEC_TOO_LONG, "a REPLY above it");
  same(decode_lengths(NEC_KIND_REPLY, 5u + NEC_REPLY_MAX, 0, 20),
       NEC_TOO_LONG, "OutData above its limit");
  same(decode_lengths(NEC_KIND_REPLY, 5u + NEC_REPLY_MAX, NEC_REPLY_MAX + 1,
                      20),
       NEC_TOO_LONG, "returned text above its limit");
  same(decode_lengths(NEC_KIND_CONTROL, NEC_CONTROL_MAX, 0, 16),
       NEC_INCOMPLETE, "a CONTROL of the limit");
  same(decode_lengths(NEC_KIND_CONTROL, NEC_CONTROL_MAX + 1, 0, 12),
       NEC_TOO_LONG, "a CONTROL above it");
  same(decode_lengths(NEC_KIND_WAIT, 1, 0, 12), NEC_TOO_LONG,
       "a WAIT with a body");
  same(decode_lengths(NEC_KIND_REFUSAL, 1, 0, 12), NEC_TOO_LONG,
       "a REFUSAL with a body");
}

static void test_contradictions(void) {
  same(decode_lengths(NEC_KIND_CALL, 3, 0, 12), NEC_BAD_LENGTH,
       "a CALL without room for its first length");
  same(decode_lengths(NEC_KIND_REPLY, 0, 0, 12), NEC_BAD_LENGTH,
       "a REPLY without a body");
  same(decode_lengths(NEC_KIND_CALL, 6, 3, 20), NEC_BAD_LENGTH,
       "strUrl longer than the body");
  same(decode_lengths(NEC_KIND_REPLY, 4, 1, 20), NEC_BAD_LENGTH,
       "returned text longer than the body");
  encode(NEC_KIND_REPLY, 1, 1);
  put_u32(frame_bytes + 12, 1);
  struct nec_frame frame;
  same(nec_decode(frame_bytes, 16, &frame), NEC_BAD_LENGTH,
       "a deadline where there is none");
}

static void test_encoder(void) {
  struct nec_frame frame = {0};
  size_t written = 0;
  same(nec_encode(frame_bytes, FRAME_MAX, &frame, &written), NEC_BAD_KIND,
       "kind 0 is not written");
  frame.kind = NEC_KIND_REPLY;
  frame.first.at = frame.second.at = filler;
  frame.first.length = 4;
  frame.second.length = 2;
  same(nec_encode(frame_bytes, 25, &frame, &written), NEC_TOO_LONG,
       "one byte too little room");
  same(nec_encode(frame_bytes, 26, &frame, &written), NEC_OK, "enough room");
  ok(written == 26, "the length written");
  frame.deadline_ms = 1;
  same(nec_encode(frame_bytes, FRAME_MAX, &frame, &written), NEC_BAD_LENGTH,
       "a REPLY has no deadline");
  frame.deadline_ms = 0;
  frame.second.length = NEC_REPLY_MAX + 1;
  same(nec_encode(frame_bytes, FRAME_MAX, &frame, &written), NEC_TOO_LONG,
       "OutData above its limit is not written");
  frame.kind = NEC_KIND_WAIT;
  frame.second.length = 0;
  same(nec_encode(frame_bytes, FRAME_MAX, &frame, &written), NEC_TOO_LONG,
       "a WAIT carries nothing");
  frame.first.length = 0;
  frame.version_min = 8;
  same(nec_encode(frame_bytes, FRAME_MAX, &frame, &written), NEC_OK, "a WAIT");
  same(frame_bytes[4], NEC_VERSION_MIN, "the range written is our own");
}

static void test_call_prefix(void) {
  uint8_t prefix[NEC_CALL_PREFIX_BYTES];
  same(nec_encode_call_prefix(prefix, NEC_URL_MAX + 1, 0, 1), NEC_TOO_LONG,
       "no prefix for a strUrl above its limit");
  same(nec_encode_call_prefix(prefix, 0, NEC_INDATA_MAX + 1, 1), NEC_TOO_LONG,
       "no prefix for InData above its limit");
  same(nec_encode_call_prefix(prefix, NEC_URL_MAX, NEC_INDATA_MAX, 77), NEC_OK,
       "a prefix for the longest call");
  encode(NEC_KIND_CALL, NEC_URL_MAX, NEC_INDATA_MAX);
  put_u32(frame_bytes + 12, 77);
  ok(memcmp(prefix, frame_bytes, sizeof prefix) == 0,
     "is the start of the whole frame");
  struct nec_frame frame;
  same(nec_decode(frame_bytes, FRAME_MAX, &frame), NEC_OK,
       "the longest call decodes");
  same(frame.second.length, NEC_INDATA_MAX, "with all of InData");
}

/* A good frame in frame_bytes; its length. */
static size_t encode(enum nec_kind kind, uint32_t first, uint32_t second) {
  struct nec_frame frame = {0};
  size_t written = 0;
  frame.kind = kind;
  frame.first.at = frame.second.at = filler;
  frame.first.length = first;
  frame.second.length = second;
  if (nec_encode(frame_bytes, FRAME_MAX, &frame, &written) != NEC_OK) {
    bail_out("nec_encode");
  }
  return written;
}

static enum nec_result decode_changed(enum nec_kind kind, size_t at,
                                      uint8_t value) {
  struct nec_frame frame;
  size_t length = encode(kind, 0, 0);
  frame_bytes[at] = value;
  return nec_decode(frame_bytes, length, &frame);
}

static enum nec_result decode_lengths(enum nec_kind kind, uint32_t body,
                                      uint32_t first, size_t given) {
  struct nec_frame frame;
  encode(kind, 0, 0);
  put_u32(frame_bytes + 8, body);
  put_u32(frame_bytes + NEC_HEADER_BYTES, first);
  return nec_decode(frame_bytes, given, &frame);
}

static void put_u32(uint8_t *at, uint32_t value) {
  for (int byte = 0; byte < 4; byte++) at[byte] = (uint8_t)(value >> 8 * byte);
}
