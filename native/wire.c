#include "wire.h"

#include <string.h>

/* What each kind may carry; the body is length | first | second. */
struct rule {
  uint32_t length_bytes; /* 4 where the first piece's length is sent, else 0 */
  uint32_t first_max;
  uint32_t second_max;
  int has_deadline;
};

static const struct rule rules[] = {
    [NEC_KIND_CALL] = {4u, NEC_URL_MAX, NEC_INDATA_MAX, 1},
    [NEC_KIND_REPLY] = {4u, NEC_REPLY_MAX, NEC_REPLY_MAX, 0},
    [NEC_KIND_WAIT] = {0u, 0u, 0u, 1},
    [NEC_KIND_CONTROL] = {0u, NEC_CONTROL_MAX, 0u, 0},
    [NEC_KIND_REFUSAL] = {0u, 0u, 0u, 0},
};

static const uint8_t magic[4] = {'N', 'E', 'C', 'T'};

static enum nec_result decode_header(const uint8_t *bytes, size_t length,
                                     struct nec_frame *frame);
static enum nec_result decode_body(const uint8_t *bytes, size_t length,
                                   struct nec_frame *frame);
static enum nec_result check_pieces(const struct rule *rule, uint32_t first,
                                    uint32_t second);
static const struct rule *rule_of(unsigned kind);
static void write_header(uint8_t *out, enum nec_kind kind, uint32_t body,
                         uint32_t deadline_ms);
static void write_bytes(uint8_t *out, struct nec_bytes bytes);
static uint32_t read_u32(const uint8_t *at);
static void write_u32(uint8_t *at, uint32_t value);

enum nec_result nec_decode(const uint8_t *bytes, size_t length,
                           struct nec_frame *frame) {
  memset(frame, 0, sizeof *frame);
  enum nec_result result = decode_header(bytes, length, frame);
  return result == NEC_OK ? decode_body(bytes, length, frame) : result;
}

enum nec_result nec_encode_call_prefix(uint8_t *out, uint32_t url_length,
                                       uint32_t indata_length,
                                       uint32_t deadline_ms) {
  const struct rule *rule = &rules[NEC_KIND_CALL];
  enum nec_result result = check_pieces(rule, url_length, indata_length);
  if (result != NEC_OK) return result;
  uint32_t body = rule->length_bytes + url_length + indata_length;
  write_header(out, NEC_KIND_CALL, body, deadline_ms);
  write_u32(out + NEC_HEADER_BYTES, url_length);
  return NEC_OK;
}

enum nec_result nec_encode(uint8_t *out, size_t capacity,
                           const struct nec_frame *frame, size_t *written) {
  const struct rule *rule = rule_of(frame->kind);
  if (rule == NULL) return NEC_BAD_KIND;
  if (frame->deadline_ms != 0 && !rule->has_deadline) return NEC_BAD_LENGTH;
  uint32_t first = frame->first.length;
  enum nec_result result = check_pieces(rule, first, frame->second.length);
  if (result != NEC_OK) return result;
  uint32_t body = rule->length_bytes + first + frame->second.length;
  if (capacity < NEC_HEADER_BYTES + body) return NEC_TOO_LONG;
  write_header(out, frame->kind, body, frame->deadline_ms);
  uint8_t *at = out + NEC_HEADER_BYTES;
  if (rule->length_bytes != 0) write_u32(at, first);
  write_bytes(at + rule->length_bytes, frame->first);
  write_bytes(at + rule->length_bytes + first, frame->second);
  *written = NEC_HEADER_BYTES + body;
  return NEC_OK;
}

static enum nec_result decode_header(const uint8_t *bytes, size_t length,
                                     struct nec_frame *frame) {
  size_t known = length < sizeof magic ? length : sizeof magic;
  if (known > 0 && memcmp(bytes, magic, known) != 0) return NEC_BAD_MAGIC;
  if (length < 6) return NEC_INCOMPLETE;
  frame->version_min = bytes[4];
  frame->version_max = bytes[5];
  if (bytes[4] > bytes[5] || bytes[4] > NEC_VERSION_MAX ||
      bytes[5] < NEC_VERSION_MIN) {
    return NEC_BAD_VERSION;
  }
  if (length < 8) return NEC_INCOMPLETE;
  const struct rule *rule = rule_of(bytes[6]);
  if (rule == NULL || bytes[7] != 0) return NEC_BAD_KIND;
  frame->kind = (enum nec_kind)bytes[6];
  if (length < 12) return NEC_INCOMPLETE;
  uint32_t body = read_u32(bytes + 8);
  if (body < rule->length_bytes) return NEC_BAD_LENGTH;
  if (body - rule->length_bytes > rule->first_max + rule->second_max) {
    return NEC_TOO_LONG;
  }
  frame->total = NEC_HEADER_BYTES + body;
  if (length < NEC_HEADER_BYTES) return NEC_INCOMPLETE;
  frame->deadline_ms = read_u32(bytes + 12);
  if (frame->deadline_ms != 0 && !rule->has_deadline) return NEC_BAD_LENGTH;
  return NEC_OK;
}

static enum nec_result decode_body(const uint8_t *bytes, size_t length,
                                   struct nec_frame *frame) {
  const struct rule *rule = &rules[frame->kind];
  uint32_t start = NEC_HEADER_BYTES + rule->length_bytes;
  if (length < start) return NEC_INCOMPLETE;
  uint32_t pieces = frame->total - start;
  uint32_t first = pieces;
  if (rule->length_bytes != 0) first = read_u32(bytes + NEC_HEADER_BYTES);
  if (first > rule->first_max) return NEC_TOO_LONG;
  if (first > pieces) return NEC_BAD_LENGTH;
  if (pieces - first > rule->second_max) return NEC_TOO_LONG;
  if (length < frame->total) return NEC_INCOMPLETE;
  frame->first.at = bytes + start;
  frame->first.length = first;
  frame->second.at = bytes + start + first;
  frame->second.length = pieces - first;
  return NEC_OK;
}

static enum nec_result check_pieces(const struct rule *rule, uint32_t first,
                                    uint32_t second) {
  int fits = first <= rule->first_max && second <= rule->second_max;
  return fits ? NEC_OK : NEC_TOO_LONG;
}

static const struct rule *rule_of(unsigned kind) {
  int known = kind >= NEC_KIND_CALL && kind <= NEC_KIND_REFUSAL;
  return known ? &rules[kind] : NULL;
}

static void write_header(uint8_t *out, enum nec_kind kind, uint32_t body,
                         uint32_t deadline_ms) {
  memcpy(out, magic, sizeof magic);
  out[4] = NEC_VERSION_MIN;
  out[5] = NEC_VERSION_MAX;
  out[6] = (uint8_t)kind;
  out[7] = 0;
  write_u32(out + 8, body);
  write_u32(out + 12, deadline_ms);
}

static void write_bytes(uint8_t *out, struct nec_bytes bytes) {
  if (bytes.length != 0) memcpy(out, bytes.at, bytes.length);
}

static uint32_t read_u32(const uint8_t *at) {
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
         (uint32_t)at[3] << 24;
}

static void write_u32(uint8_t *at, uint32_t value) {
  at[0] = (uint8_t)(value & 0xffu);
  at[1] = (uint8_t)(value >> 8 & 0xffu);
  at[2] = (uint8_t)(value >> 16 & 0xffu);
  at[3] = (uint8_t)(value >> 24);
}
