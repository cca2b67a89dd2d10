/*
 * Which charset a caller speaks, told from the bytes it sent. Compiled into
 * the library and the addon, so that an error written by the library and a
 * reply written by the daemon agree.
 */
#ifndef NATIONEC_CHARSET_H
#define NATIONEC_CHARSET_H

#include <stddef.h>
#include <stdint.h>

enum nec_charset { NEC_ASCII = 0, NEC_UTF8 = 1, NEC_GB18030 = 2 };

/*
 * NEC_ASCII: no byte above 7F. NEC_UTF8: strictly valid UTF-8 that holds at
 * least one character of three bytes or more, as every Chinese character is.
 * NEC_GB18030: everything else. Valid UTF-8 of two-byte characters alone is
 * taken for GB18030: 3 % of two-character Chinese words in GBK look like that.
 */
enum nec_charset nec_charset_of(const uint8_t *bytes, size_t length);

#endif
