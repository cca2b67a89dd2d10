#include "charset.h"

static size_t utf8_character(const uint8_t *bytes, size_t length);
static size_t bytes_by_lead(uint8_t lead);
static int is_continuation(uint8_t byte);
static int second_in_range(uint8_t lead, uint8_t second);

enum nec_charset nec_charset_of(const uint8_t *bytes, size_t length) {
  enum nec_charset charset = NEC_ASCII;
  size_t at = 0;
  while (at < length) {
    size_t taken = utf8_character(bytes + at, length - at);
    if (taken == 0) return NEC_GB18030;
    if (taken >= 3) charset = NEC_UTF8;
    if (taken == 2 && charset == NEC_ASCII) charset = NEC_GB18030;
    at += taken;
  }
  return charset;
}

/* Bytes of the UTF-8 character at the start (RFC 3629), 0 if there is none. */
static size_t utf8_character(const uint8_t *bytes, size_t length) {
  size_t count = bytes_by_lead(bytes[0]);
  if (count <= 1) return count;
  if (count > length || !second_in_range(bytes[0], bytes[1])) return 0;
  for (size_t at = 1; at < count; at++) {
    if (!is_continuation(bytes[at])) return 0;
  }
  return count;
}

static size_t bytes_by_lead(uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

static int is_continuation(uint8_t byte) { return (byte & 0xc0) == 0x80; }

/* Rules out overlong forms, surrogates and what is above U+10FFFF. */
static int second_in_range(uint8_t lead, uint8_t second) {
  switch (lead) {
    case 0xe0: return second >= 0xa0;
    case 0xed: return second < 0xa0;
    case 0xf0: return second >= 0x90;
    case 0xf4: return second < 0x90;
    default: return 1;
  }
}
