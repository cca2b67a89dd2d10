/*
 * What the library answers by itself where no reply has come: a number of
 * table C.4 and a sentence of texts.h in the caller's charset.
 */
#ifndef NATIONEC_SENTENCE_H
#define NATIONEC_SENTENCE_H

#include "texts.h"
#include "transport.h"

/* What fills the {name}s of a sentence, and the charset it is written in. */
struct nec_facts {
  struct nec_file file;
  uint32_t numbers[4];
};

/* The returned text, and OutData without its NUL. */
struct nec_answer {
  struct nec_bytes status;
  struct nec_bytes outdata;
};

/* Why a call failed; NEC_TEXT_NONE where it did not. */
enum nec_text nec_text_of_transport(enum nec_transport result);
enum nec_text nec_text_of_local(enum nec_local_result result);

/*
 * Writes the answer {code, message, orgId, data} for `why` into `buffer`, which
 * the result points into.
 */
struct nec_answer nec_explain(enum nec_text why, const struct nec_facts *facts,
                              uint8_t buffer[NEC_REPLY_FRAME_MAX]);

#endif
