/*
 * Multiples of one point, counted in advance, so that any scalar times it is
 * a sum of some forty of them and no doubling. Which ones are read, and so
 * the time, tells the scalar: for what everybody may know, as in verifying.
 */
#ifndef NATIONEC_MULTIPLES_H
#define NATIONEC_MULTIPLES_H

#include <array>

#include "openssl.h"

namespace nationec {

class Multiples {
 public:
  /* Of `point`: some milliseconds, and a megabyte. Throws refusal. */
  Multiples(const EC_POINT *point, BN_CTX *scratch);

  /* Adds `scalar`, less than 2^256, times the point to `sum`. */
  void add_to(EC_POINT *sum, const BIGNUM *scalar, BN_CTX *scratch) const;

 private:
  static constexpr size_t DIGIT_BITS = 6;
  static constexpr size_t DIGITS = (256 + DIGIT_BITS - 1) / DIGIT_BITS;
  static constexpr size_t HIGHEST = (1 << DIGIT_BITS) - 1;

  /* [i][j] is (j + 1) * 2^(i * DIGIT_BITS) times the point. */
  std::array<std::array<Point, HIGHEST>, DIGITS> rows_;
};

}  // namespace nationec

#endif
