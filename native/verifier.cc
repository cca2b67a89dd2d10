#include "verifier.h"

#include <initializer_list>

namespace nationec {

namespace {

/* Until then OpenSSL's multiplication costs less than to count in advance. */
const unsigned OFTEN = 16;

const size_t DIGEST_BYTES = 32;

using Digest = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;

/* EVP_sm3 is not among the functions that Windows' node.exe exports. */
const EVP_MD *sm3() {
  static EVP_MD *hash = EVP_MD_fetch(nullptr, "SM3", nullptr);
  return hash;
}

/* SM3 over `parts`, one behind the other. */
Octets hash(std::initializer_list<const Octets *> parts) {
  Digest digest(EVP_MD_CTX_new());
  Octets result(DIGEST_BYTES);
  bool done = digest && EVP_DigestInit_ex(digest.get(), sm3(), nullptr) > 0;
  for (const Octets *part : parts) {
    done = done && EVP_DigestUpdate(digest.get(), part->data(), part->size());
  }
  if (!done || EVP_DigestFinal_ex(digest.get(), result.data(), nullptr) <= 0) {
    throw refusal("SM3");
  }
  return result;
}

/* a, b and the generator's x and y, as they go into every Z. */
Octets make_curve_octets() {
  Number a(BN_new()), b(BN_new());
  const EC_POINT *generator = EC_GROUP_get0_generator(sm2_group());
  Octets point(POINT_BYTES);
  Octets octets(2 * SCALAR_BYTES);
  uint8_t *data = octets.data();
  int bytes = static_cast<int>(SCALAR_BYTES);
  if (!a || !b ||
      EC_GROUP_get_curve(sm2_group(), nullptr, a.get(), b.get(),
                         nullptr) <= 0 ||
      BN_bn2binpad(a.get(), data, bytes) < 0 ||
      BN_bn2binpad(b.get(), data + SCALAR_BYTES, bytes) < 0 ||
      EC_POINT_point2oct(sm2_group(), generator, POINT_CONVERSION_UNCOMPRESSED,
                         point.data(), point.size(), nullptr) == 0) {
    throw refusal("SM2 curve");
  }
  octets.insert(octets.end(), point.begin() + 1, point.end());
  return octets;
}

const Octets &curve_octets() {
  static const Octets &octets = *new Octets(make_curve_octets());
  return octets;
}

const Multiples &generator_multiples(BN_CTX *scratch) {
  static const Multiples &multiples =
      *new Multiples(EC_GROUP_get0_generator(sm2_group()), scratch);
  return multiples;
}

Number number_at(const uint8_t *bytes) {
  Number number(BN_bin2bn(bytes, SCALAR_BYTES, nullptr));
  if (!number) throw refusal("SM2 verify");
  return number;
}

}  // namespace

Verifier::Verifier(const Octets &point)
    : octets_(point), point_(EC_POINT_new(sm2_group())) {
  if (!point_ || EC_POINT_oct2point(sm2_group(), point_.get(), point.data(),
                                    point.size(), nullptr) <= 0) {
    throw refusal("SM2 key");
  }
}

bool Verifier::verify(const Octets &message, const Octets &signature,
                      const Octets &user_id) {
  const BIGNUM *n = EC_GROUP_get0_order(sm2_group());
  Number e = number_at(digest(message, user_id).data());
  Number r = number_at(signature.data());
  Number s = number_at(signature.data() + SCALAR_BYTES);
  Number t(BN_new()), x1(BN_new()), found(BN_new());
  Scratch scratch(BN_CTX_new());
  if (!t || !x1 || !found || !scratch ||
      BN_mod_add(t.get(), r.get(), s.get(), n, scratch.get()) <= 0) {
    throw refusal("SM2 verify");
  }
  if (BN_is_zero(t.get())) return false;
  Point point = sum(s.get(), t.get(), scratch.get());
  if (EC_POINT_is_at_infinity(sm2_group(), point.get())) return false;
  if (EC_POINT_get_affine_coordinates(sm2_group(), point.get(), x1.get(),
                                      nullptr, scratch.get()) <= 0 ||
      BN_mod_add(found.get(), e.get(), x1.get(), n, scratch.get()) <= 0) {
    throw refusal("SM2 verify");
  }
  return BN_cmp(found.get(), r.get()) == 0;
}

/* e: SM3 over Z, which is the signer's (GB/T 32918.2, 5.5), and the message. */
Octets Verifier::digest(const Octets &message, const Octets &user_id) const {
  size_t bits = user_id.size() * 8;
  Octets length = {static_cast<uint8_t>(bits >> 8),
                   static_cast<uint8_t>(bits & 0xff)};
  Octets own(octets_.begin() + 1, octets_.end());
  Octets z = hash({&length, &user_id, &curve_octets(), &own});
  return hash({&z, &message});
}

/* s times the generator and t times the key. */
Point Verifier::sum(const BIGNUM *s, const BIGNUM *t, BN_CTX *scratch) {
  Point sum(EC_POINT_new(sm2_group()));
  if (!sum) throw refusal("SM2 verify");
  if (verified_.fetch_add(1, std::memory_order_relaxed) >= OFTEN) {
    add_multiples(sum.get(), s, t, scratch);
  } else if (EC_POINT_mul(sm2_group(), sum.get(), s, point_.get(), t,
                          scratch) <= 0) {
    throw refusal("SM2 verify");
  }
  return sum;
}

/* The same, counted in advance by the first who comes here, into `sum`. */
void Verifier::add_multiples(EC_POINT *sum, const BIGNUM *s, const BIGNUM *t,
                             BN_CTX *scratch) {
  std::call_once(counted_, [&] {
    multiples_ = std::make_unique<const Multiples>(point_.get(), scratch);
  });
  if (EC_POINT_set_to_infinity(sm2_group(), sum) <= 0) {
    throw refusal("SM2 verify");
  }
  generator_multiples(scratch).add_to(sum, s, scratch);
  multiples_->add_to(sum, t, scratch);
}

}  // namespace nationec
