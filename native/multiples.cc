#include "multiples.h"

namespace nationec {

namespace {

Point sum_of(const EC_POINT *a, const EC_POINT *b, BN_CTX *scratch) {
  Point sum(EC_POINT_new(sm2_group()));
  if (!sum || EC_POINT_add(sm2_group(), sum.get(), a, b, scratch) <= 0) {
    throw refusal("SM2 multiples");
  }
  return sum;
}

size_t digit_at(const BIGNUM *scalar, size_t first_bit, size_t bits) {
  size_t digit = 0;
  for (size_t bit = bits; bit-- > 0;) {
    int place = static_cast<int>(first_bit + bit);
    digit = digit << 1 | (BN_is_bit_set(scalar, place) ? 1U : 0U);
  }
  return digit;
}

}  // namespace

Multiples::Multiples(const EC_POINT *point, BN_CTX *scratch) {
  Point unit(EC_POINT_dup(point, sm2_group()));
  for (auto &row : rows_) {
    row[0].reset(EC_POINT_dup(unit.get(), sm2_group()));
    if (!row[0]) throw refusal("SM2 multiples");
    for (size_t at = 1; at < HIGHEST; at++) {
      row[at] = sum_of(row[at - 1].get(), unit.get(), scratch);
    }
    unit = sum_of(row[HIGHEST - 1].get(), unit.get(), scratch);
  }
}

void Multiples::add_to(EC_POINT *sum, const BIGNUM *scalar,
                       BN_CTX *scratch) const {
  for (size_t at = 0; at < DIGITS; at++) {
    size_t digit = digit_at(scalar, at * DIGIT_BITS, DIGIT_BITS);
    if (digit == 0) continue;
    const EC_POINT *multiple = rows_[at][digit - 1].get();
    if (EC_POINT_add(sm2_group(), sum, sum, multiple, scratch) <= 0) {
      throw refusal("SM2 multiples");
    }
  }
}

}  // namespace nationec
