/* Which charset a caller speaks, told from its bytes. */
#include "../../native/charset.h"

#include <stdlib.h>
#include <string.h>

#include "tap.h"

struct sample {
  const char *name;
  const char *bytes;
  enum nec_charset charset;
};

static const struct sample samples[] = {
    {"nothing", "", NEC_ASCII},
    {"ASCII", "{\"transType\":\"ec.query\"}\r\n", NEC_ASCII},
    {"the last byte of ASCII", "\x7f", NEC_ASCII},
    {"U+4E2D", "a\xe4\xb8\xad", NEC_UTF8},
    {"the first of three bytes, U+0800", "\xe0\xa0\x80", NEC_UTF8},
    {"the last before the surrogates, U+D7FF", "\xed\x9f\xbf", NEC_UTF8},
    {"the first after the surrogates, U+E000", "\xee\x80\x80", NEC_UTF8},
    {"U+FFFF", "\xef\xbf\xbf", NEC_UTF8},
    {"the first of four bytes, U+10000", "\xf0\x90\x80\x80", NEC_UTF8},
    {"U+20BB7, a name's rare character", "\xf0\xa0\xae\xb7", NEC_UTF8},
    {"the last, U+10FFFF", "\xf4\x8f\xbf\xbf", NEC_UTF8},
    {"a byte order mark before ASCII", "\xef\xbb\xbf{}", NEC_UTF8},
    {"two bytes and three bytes", "\xc3\xa9\xe4\xb8\xad", NEC_UTF8},
    {"three bytes and two bytes", "\xe4\xb8\xad\xc3\xa9", NEC_UTF8},
    {"two bytes alone", "caf\xc3\xa9", NEC_GB18030},
    {"a GBK word that is UTF-8 of two bytes", "\xd6\xb0\xca\xb3",
     NEC_GB18030},
    {"a GBK word", "\xd6\xd0\xb9\xfa", NEC_GB18030},
    {"a GBK character that ends in ASCII", "\x81\x5c", NEC_GB18030},
    {"GB18030 of four bytes, U+20BB7", "\x95\x35\x8c\x37", NEC_GB18030},
    {"GBK after UTF-8", "\xe4\xb8\xad\xd6\xd0", NEC_GB18030},
    {"a continuation alone", "\x80", NEC_GB18030},
    {"overlong, two bytes", "\xc0\xaf", NEC_GB18030},
    {"overlong, two bytes, C1", "\xc1\xbf", NEC_GB18030},
    {"overlong, three bytes", "\xe0\x9f\xbf", NEC_GB18030},
    {"overlong, four bytes", "\xf0\x8f\xbf\xbf", NEC_GB18030},
    {"a high surrogate", "\xed\xa0\x80", NEC_GB18030},
    {"a low surrogate", "\xed\xbf\xbf", NEC_GB18030},
    {"above U+10FFFF", "\xf4\x90\x80\x80", NEC_GB18030},
    {"a lead of five bytes", "\xf8\x88\x80\x80\x80", NEC_GB18030},
    {"FF", "\xff", NEC_GB18030},
    {"a bad third byte", "\xe4\xb8\x41", NEC_GB18030},
    {"a bad fourth byte", "\xf0\xa0\xae\x41", NEC_GB18030},
    {"a lead before ASCII", "\xe4{}", NEC_GB18030},
};

static enum nec_charset exact_charset(const char *bytes, size_t length);

int main(void) {
  for (size_t at = 0; at < sizeof samples / sizeof samples[0]; at++) {
    const struct sample *sample = &samples[at];
    size_t length = strlen(sample->bytes);
    same(exact_charset(sample->bytes, length), sample->charset, sample->name);
  }
  const char *whole = "\xe4\xb8\xad\xf0\xa0\xae\xb7";
  same(exact_charset(whole, 1), NEC_GB18030, "cut after one byte of three");
  same(exact_charset(whole, 2), NEC_GB18030, "cut after two bytes of three");
  same(exact_charset(whole, 6), NEC_GB18030, "cut after three bytes of four");
  same(exact_charset(whole, 7), NEC_UTF8, "not cut");
  same(exact_charset("a\0\xe4\xb8\xad", 5), NEC_UTF8, "a NUL is a byte");
  return done();
}

/* In memory of just that size, so that a read beyond it is seen. */
static enum nec_charset exact_charset(const char *bytes, size_t length) {
  uint8_t *exact = malloc(length + 1);
  memcpy(exact + 1, bytes, length);
  enum nec_charset charset = nec_charset_of(exact + 1, length);
  free(exact);
  return charset;
}
