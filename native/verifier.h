/*
 * Tells whether signatures are by the owner of one public key (GB/T 32918.2,
 * 7.1). OpenSSL does the same by EVP_DigestVerify; a platform has thousands to
 * verify by few keys, and for them this is three times as fast.
 */
#ifndef NATIONEC_VERIFIER_H
#define NATIONEC_VERIFIER_H

#include <atomic>
#include <memory>
#include <mutex>

#include "multiples.h"
#include "openssl.h"

namespace nationec {

/* r and s, each of SCALAR_BYTES, from 1 to n - 1. */
const size_t SIGNATURE_BYTES = 2 * SCALAR_BYTES;

class Verifier {
 public:
  /* Throws refusal where `point` is none of the curve's. */
  explicit Verifier(const Octets &point);

  /*
   * Whether `signature` is of `message` by the owner, who is called `user_id`.
   * Any thread, and many at once. Throws refusal where memory is out.
   */
  bool verify(const Octets &message, const Octets &signature,
              const Octets &user_id);

 private:
  Octets digest(const Octets &message, const Octets &user_id) const;
  Point sum(const BIGNUM *s, const BIGNUM *t, BN_CTX *scratch);
  void add_multiples(EC_POINT *sum, const BIGNUM *s, const BIGNUM *t,
                     BN_CTX *scratch);

  /* 04, x, y: as bytes and as OpenSSL has it. */
  const Octets octets_;
  Point point_;
  std::atomic<unsigned> verified_{0};
  std::once_flag counted_;
  std::unique_ptr<const Multiples> multiples_;
};

}  // namespace nationec

#endif
