/* Calls the library as a strict caller would, and judges what it answers. */
#ifndef NATIONEC_TEST_EXPECT_H
#define NATIONEC_TEST_EXPECT_H

#include "../../native/charset.h"
#include "../../native/texts.h"

/* The smallest buffer seen in the field. */
#define OUTDATA_BYTES 2048

/* For a sentence without a {name}. */
extern const unsigned no_numbers[4];

struct outcome {
  char *status; /* NULL where the library returned NULL */
  char *outdata;
  void *memory; /* that outdata is in */
  long ms;
};

/*
 * Calls NationEcTrans with a buffer of `bytes` bytes that ends at a page which
 * cannot be touched. Each outcome is released with forget.
 */
struct outcome call_with(const char *url, const char *indata, size_t bytes);
struct outcome call(const char *indata);
void forget(struct outcome *outcome);

/* Whether the outcome is the library's own sentence, numbers filled in. */
int is_failure(const struct outcome *outcome, int code, enum nec_text why,
               enum nec_charset charset, const unsigned numbers[4]);

/* Calls with ASCII, asserts the sentence and that it took from..to ms. */
void expect_failure(const char *name, const char *indata, int code,
                    enum nec_text why, long from, long to);

/* Calls with ASCII and asserts the reply. */
void expect_reply(const char *name, const char *indata, const char *status,
                  const char *outdata);

#endif
