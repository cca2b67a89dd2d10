/*
 * The addon sm2.node: SM2 (GB/T 32918) by the OpenSSL inside the node binary.
 * What it exports is declared in src/gm/openssl.ts. It stands apart from
 * nationec.node because a runtime without these functions (Electron has
 * BoringSSL) cannot load it at all.
 *
 * EVP_sm3 is not among the functions that Windows' node.exe exports, so the
 * digest is asked for by name.
 */
#include <napi.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>

#include <array>
#include <climits>
#include <memory>
#include <string>

namespace {

const size_t SCALAR_BYTES = 32;
/* 04, x, y */
const size_t POINT_BYTES = 65;
/* SEQUENCE {INTEGER, INTEGER}: two numbers of 33 bytes, three heads of 2. */
const size_t SIGNATURE_MAX = 72;

template <auto release>
struct Release {
  template <typename T>
  void operator()(T *held) const {
    release(held);
  }
};

using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using Group = std::unique_ptr<EC_GROUP, Release<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Release<EC_POINT_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_clear_free>>;
using Bytes = Napi::Buffer<uint8_t>;

/* An Error with the oldest sentence of OpenSSL's queue, which is emptied. */
Napi::Error failure(Napi::Env env, const char *operation) {
  const char *reason = ERR_reason_error_string(ERR_get_error());
  ERR_clear_error();
  std::string message = std::string(operation) + ": ";
  return Napi::Error::New(env, message + (reason ? reason : "refused"));
}

/* The bytes of argument `at`; a TypeError where it is not a Buffer. */
Bytes bytes_at(const Napi::CallbackInfo &info, size_t at) {
  if (!info[at].IsBuffer()) {
    throw Napi::TypeError::New(info.Env(), "not a Buffer");
  }
  Bytes bytes = info[at].As<Bytes>();
  if (bytes.Length() > INT_MAX) {
    throw Napi::RangeError::New(info.Env(), "more bytes than OpenSSL takes");
  }
  return bytes;
}

/* bytes_at, of exactly `length`. */
Bytes sized_at(const Napi::CallbackInfo &info, size_t at, size_t length) {
  Bytes bytes = bytes_at(info, at);
  if (bytes.Length() != length) {
    throw Napi::RangeError::New(info.Env(), "a key of a wrong size");
  }
  return bytes;
}

/* The scalar as OSSL_PARAM wants it: a number in the machine's byte order. */
class NativeScalar {
 public:
  explicit NativeScalar(const Bytes &big_endian) {
    Number number(BN_bin2bn(big_endian.Data(), SCALAR_BYTES, nullptr));
    if (number) BN_bn2nativepad(number.get(), bytes_.data(), SCALAR_BYTES);
  }
  ~NativeScalar() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }
  NativeScalar(const NativeScalar &) = delete;
  NativeScalar &operator=(const NativeScalar &) = delete;
  uint8_t *data() { return bytes_.data(); }

 private:
  std::array<uint8_t, SCALAR_BYTES> bytes_{};
};

Key key_from(Napi::Env env, int selection, OSSL_PARAM *parameters) {
  KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
  EVP_PKEY *key = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) <= 0 ||
      EVP_PKEY_fromdata(context.get(), &key, selection, parameters) <= 0) {
    throw failure(env, "SM2 key");
  }
  return Key(key);
}

char curve_name[] = "SM2";

OSSL_PARAM curve_parameter() {
  return OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME,
                                          curve_name, 0);
}

OSSL_PARAM point_parameter(Bytes &point) {
  return OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY,
                                           point.Data(), point.Length());
}

Key public_key(Napi::Env env, Bytes point) {
  OSSL_PARAM parameters[] = {curve_parameter(), point_parameter(point),
                             OSSL_PARAM_construct_end()};
  return key_from(env, EVP_PKEY_PUBLIC_KEY, parameters);
}

Key key_pair(Napi::Env env, const Bytes &scalar, Bytes point) {
  NativeScalar number(scalar);
  OSSL_PARAM parameters[] = {
      curve_parameter(), point_parameter(point),
      OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_PRIV_KEY, number.data(),
                              SCALAR_BYTES),
      OSSL_PARAM_construct_end()};
  return key_from(env, EVP_PKEY_KEYPAIR, parameters);
}

using DigestInit = int (*)(EVP_MD_CTX *, EVP_PKEY_CTX **, const char *,
                           OSSL_LIB_CTX *, const char *, EVP_PKEY *,
                           const OSSL_PARAM *);

/*
 * A context that digests with SM3 and the signer's identifier. OpenSSL 3.0
 * takes the identifier after the start only; without one it stays empty.
 */
Digest digest_for(Napi::Env env, DigestInit init, EVP_PKEY *key,
                  const Bytes &user_id) {
  Digest digest(EVP_MD_CTX_new());
  EVP_PKEY_CTX *context = nullptr;
  int length = static_cast<int>(user_id.Length());
  bool ready = digest && init(digest.get(), &context, "SM3", nullptr, nullptr,
                              key, nullptr) > 0;
  if (ready && length > 0) {
    ready = EVP_PKEY_CTX_set1_id(context, user_id.Data(), length) > 0;
  }
  if (!ready) throw failure(env, "SM2 digest");
  return digest;
}

/* publicPoint(scalar) */
Napi::Value public_point(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  Bytes scalar = sized_at(info, 0, SCALAR_BYTES);
  Group group(EC_GROUP_new_by_curve_name(NID_sm2));
  Number number(BN_bin2bn(scalar.Data(), SCALAR_BYTES, nullptr));
  Point point(group ? EC_POINT_new(group.get()) : nullptr);
  Bytes result = Bytes::New(env, POINT_BYTES);
  if (!number || !point ||
      EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr,
                   nullptr) <= 0 ||
      EC_POINT_point2oct(group.get(), point.get(),
                         POINT_CONVERSION_UNCOMPRESSED, result.Data(),
                         POINT_BYTES, nullptr) != POINT_BYTES) {
    throw failure(env, "SM2 public key");
  }
  return result;
}

/* sign(message, userId, scalar, point) */
Napi::Value sign(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  Bytes message = bytes_at(info, 0);
  Key key = key_pair(env, sized_at(info, 2, SCALAR_BYTES),
                     sized_at(info, 3, POINT_BYTES));
  Digest digest =
      digest_for(env, EVP_DigestSignInit_ex, key.get(), bytes_at(info, 1));
  std::array<uint8_t, SIGNATURE_MAX> signature;
  size_t length = signature.size();
  if (EVP_DigestSign(digest.get(), signature.data(), &length, message.Data(),
                     message.Length()) <= 0) {
    throw failure(env, "SM2 sign");
  }
  return Bytes::Copy(env, signature.data(), length);
}

/* verify(message, signature, userId, point) */
Napi::Value verify(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  Bytes message = bytes_at(info, 0);
  Bytes signature = bytes_at(info, 1);
  Key key = public_key(env, sized_at(info, 3, POINT_BYTES));
  Digest digest =
      digest_for(env, EVP_DigestVerifyInit_ex, key.get(), bytes_at(info, 2));
  int verdict = EVP_DigestVerify(digest.get(), signature.Data(),
                                 signature.Length(), message.Data(),
                                 message.Length());
  ERR_clear_error();
  return Napi::Boolean::New(env, verdict == 1);
}

/* encrypt(message, point) */
Napi::Value encrypt(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  Bytes message = bytes_at(info, 0);
  Key key = public_key(env, sized_at(info, 1, POINT_BYTES));
  KeyContext context(EVP_PKEY_CTX_new(key.get(), nullptr));
  size_t length = 0;
  if (!context || EVP_PKEY_encrypt_init(context.get()) <= 0 ||
      EVP_PKEY_encrypt(context.get(), nullptr, &length, message.Data(),
                       message.Length()) <= 0) {
    throw failure(env, "SM2 encrypt");
  }
  auto room = std::make_unique<uint8_t[]>(length);
  if (EVP_PKEY_encrypt(context.get(), room.get(), &length, message.Data(),
                       message.Length()) <= 0) {
    throw failure(env, "SM2 encrypt");
  }
  return Bytes::Copy(env, room.get(), length);
}

/* decrypt(ciphertext, scalar, point) */
Napi::Value decrypt(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  Bytes cipher = bytes_at(info, 0);
  Key key = key_pair(env, sized_at(info, 1, SCALAR_BYTES),
                     sized_at(info, 2, POINT_BYTES));
  KeyContext context(EVP_PKEY_CTX_new(key.get(), nullptr));
  /* A message is shorter than its ciphertext. */
  size_t length = cipher.Length();
  auto room = std::make_unique<uint8_t[]>(length);
  bool opened = context && EVP_PKEY_decrypt_init(context.get()) > 0 &&
                EVP_PKEY_decrypt(context.get(), room.get(), &length,
                                 cipher.Data(), cipher.Length()) > 0;
  Napi::Value message =
      opened ? Bytes::Copy(env, room.get(), length) : env.Undefined();
  OPENSSL_cleanse(room.get(), cipher.Length());
  ERR_clear_error();
  return message;
}

Napi::Object init(Napi::Env env, Napi::Object exports) {
  exports.Set("publicPoint", Napi::Function::New(env, public_point));
  exports.Set("sign", Napi::Function::New(env, sign));
  exports.Set("verify", Napi::Function::New(env, verify));
  exports.Set("encrypt", Napi::Function::New(env, encrypt));
  exports.Set("decrypt", Napi::Function::New(env, decrypt));
  return exports;
}

NODE_API_MODULE(sm2, init)

}  // namespace
