/*
 * The frames between the library and the daemon, and the one place that knows
 * them: this file and wire.c are compiled into the library AND into the addon.
 *
 *   offset size
 *        0    4  magic "NECT"
 *        4    1  lowest protocol version the sender speaks
 *        5    1  highest protocol version the sender speaks
 *        6    1  kind, enum nec_kind
 *        7    1  0
 *        8    4  bytes in the body, little endian
 *       12    4  deadline in ms, little endian: CALL and WAIT; else 0
 *
 *   CALL     u32 bytes of strUrl | strUrl | InData
 *   REPLY    u32 bytes of the returned text | returned text | OutData
 *   WAIT     no body: the call may take this long from now
 *   CONTROL  JSON in UTF-8, both ways: nationec status, nationec stop
 *   REFUSAL  no body: the version range in the header is the sender's
 *
 * Everything is bounds-checked and nothing allocates. A compatibility break
 * shows as a changed golden frame in test/native.
 */
#ifndef NATIONEC_WIRE_H
#define NATIONEC_WIRE_H

#include <stddef.h>
#include <stdint.h>

#define NEC_VERSION_MIN 1
#define NEC_VERSION_MAX 1

#define NEC_HEADER_BYTES 16u
/* Longest strUrl in bytes. The longest seen in the field has 80. */
#define NEC_URL_MAX 2048u
/* Longest InData in bytes: table B.1 allows 200K for data and for extra. */
#define NEC_INDATA_MAX (512u * 1024u)
/* Longest OutData or returned text: the largest buffer seen in the field. */
#define NEC_REPLY_MAX 20480u
#define NEC_CONTROL_MAX (64u * 1024u)
/* How long a call may take when nobody configured anything. */
#ifndef NEC_DEADLINE_DEFAULT_MS
#define NEC_DEADLINE_DEFAULT_MS 60000u
#endif
/* How long it may take at all, however often the daemon sends WAIT. */
#ifndef NEC_DEADLINE_MAX_MS
#define NEC_DEADLINE_MAX_MS 600000u
#endif

#define NEC_CALL_PREFIX_BYTES (NEC_HEADER_BYTES + 4u)
#define NEC_REPLY_FRAME_MAX (NEC_HEADER_BYTES + 4u + 2u * NEC_REPLY_MAX)

enum nec_kind {
  NEC_KIND_CALL = 1,
  NEC_KIND_REPLY = 2,
  NEC_KIND_WAIT = 3,
  NEC_KIND_CONTROL = 4,
  NEC_KIND_REFUSAL = 5
};

enum nec_result {
  NEC_OK = 0,
  NEC_INCOMPLETE,  /* more bytes are needed */
  NEC_BAD_MAGIC,   /* the peer is not ours */
  NEC_BAD_VERSION, /* the ranges do not meet; the header's range is set */
  NEC_BAD_KIND,    /* not a kind of this protocol */
  NEC_TOO_LONG,    /* a length above its limit */
  NEC_BAD_LENGTH   /* lengths that contradict each other or the kind */
};

/* A piece of somebody else's memory. */
struct nec_bytes {
  const uint8_t *at;
  uint32_t length;
};

struct nec_frame {
  enum nec_kind kind;
  uint8_t version_min;
  uint8_t version_max;
  uint32_t deadline_ms;
  uint32_t total;          /* bytes of the whole frame, header included */
  struct nec_bytes first;  /* CALL: strUrl, REPLY: status text, CONTROL: JSON */
  struct nec_bytes second; /* CALL: InData, REPLY: OutData */
};

/*
 * Decodes the frame at the start of `bytes`. The result's pieces point into
 * `bytes`. Each field is judged as soon as it is whole, the magic byte by
 * byte, so that limits are checked before the body has arrived and
 * NEC_INCOMPLETE means that more bytes can still make a valid frame.
 */
enum nec_result nec_decode(const uint8_t *bytes, size_t length,
                           struct nec_frame *frame);

/*
 * Writes header and first length of a CALL, after which strUrl and InData
 * follow as they are. `out` has NEC_CALL_PREFIX_BYTES.
 */
enum nec_result nec_encode_call_prefix(uint8_t *out, uint32_t url_length,
                                       uint32_t indata_length,
                                       uint32_t deadline_ms);

/*
 * Writes a whole frame of any kind; `written` receives its length. The version
 * range is always our own, whatever the frame says; `total` is not read.
 * NEC_TOO_LONG if a piece breaks its limit or `capacity` is too small,
 * NEC_BAD_LENGTH for a deadline on a kind that has none.
 */
enum nec_result nec_encode(uint8_t *out, size_t capacity,
                           const struct nec_frame *frame, size_t *written);

#endif
