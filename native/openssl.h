/*
 * OpenSSL's objects as C++ owns them, and what the parts of sm2.node share.
 */
#ifndef NATIONEC_OPENSSL_H
#define NATIONEC_OPENSSL_H

#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

namespace nationec {

const size_t SCALAR_BYTES = 32;
/* 04, x, y */
const size_t POINT_BYTES = 65;

template <auto release>
struct Release {
  template <typename T>
  void operator()(T *held) const {
    release(held);
  }
};

using Point = std::unique_ptr<EC_POINT, Release<EC_POINT_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_clear_free>>;
using Scratch = std::unique_ptr<BN_CTX, Release<BN_CTX_free>>;
using Octets = std::vector<uint8_t>;

/* The oldest sentence of OpenSSL's queue, which is emptied. */
std::runtime_error refusal(const char *operation);

/* The curve of SM2, which lives as long as the process. Throws refusal. */
const EC_GROUP *sm2_group();

}  // namespace nationec

#endif
