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
#include <openssl/core_names.h>
#include <openssl/err.h>
#ifdef __linux__
#include <sched.h>
#endif

#include <array>
#include <climits>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "openssl.h"
#include "verifier.h"

namespace nationec {

namespace {

/* SEQUENCE {INTEGER, INTEGER}: two numbers of 33 bytes, three heads of 2. */
const size_t DER_SIGNATURE_MAX = 72;
/* More than a process speaks for; with one more, all are forgotten. */
const size_t KEYS_MAX = 64;

using Key = std::shared_ptr<EVP_PKEY>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using Bytes = Napi::Buffer<uint8_t>;

/* The same as an Error of JavaScript. */
Napi::Error failure(Napi::Env env, const char *operation) {
  return Napi::Error::New(env, refusal(operation).what());
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
    throw Napi::RangeError::New(info.Env(), "not so many bytes");
  }
  return bytes;
}

Octets copy(const Bytes &bytes) {
  return Octets(bytes.Data(), bytes.Data() + bytes.Length());
}

/* What `make` gives; what it refuses is an Error of JavaScript. */
template <typename Make>
auto in_script(Napi::Env env, Make make) {
  try {
    return make();
  } catch (const std::runtime_error &error) {
    throw Napi::Error::New(env, error.what());
  }
}

/* The scalar as OSSL_PARAM wants it: a number in the machine's byte order. */
class NativeScalar {
 public:
  explicit NativeScalar(const Octets &big_endian) {
    Number number(BN_bin2bn(big_endian.data(), SCALAR_BYTES, nullptr));
    if (number) BN_bn2nativepad(number.get(), bytes_.data(), SCALAR_BYTES);
  }
  ~NativeScalar() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }
  NativeScalar(const NativeScalar &) = delete;
  NativeScalar &operator=(const NativeScalar &) = delete;
  uint8_t *data() { return bytes_.data(); }

 private:
  std::array<uint8_t, SCALAR_BYTES> bytes_{};
};

Key key_from(int selection, OSSL_PARAM *parameters) {
  KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
  EVP_PKEY *key = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) <= 0 ||
      EVP_PKEY_fromdata(context.get(), &key, selection, parameters) <= 0) {
    throw refusal("SM2 key");
  }
  return Key(key, EVP_PKEY_free);
}

char curve_name[] = "SM2";

OSSL_PARAM curve_parameter() {
  return OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME,
                                          curve_name, 0);
}

OSSL_PARAM point_parameter(Octets &point) {
  return OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY,
                                           point.data(), point.size());
}

Key make_public_key(Octets &point) {
  OSSL_PARAM parameters[] = {curve_parameter(), point_parameter(point),
                             OSSL_PARAM_construct_end()};
  return key_from(EVP_PKEY_PUBLIC_KEY, parameters);
}

Key make_key_pair(const Octets &scalar, Octets &point) {
  NativeScalar number(scalar);
  OSSL_PARAM parameters[] = {
      curve_parameter(), point_parameter(point),
      OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_PRIV_KEY, number.data(),
                              SCALAR_BYTES),
      OSSL_PARAM_construct_end()};
  return key_from(EVP_PKEY_KEYPAIR, parameters);
}

/*
 * What was made of the keys that were used last, by their bytes and for any
 * thread: to make one takes a tenth of the time of a signature. Never
 * destroyed: OpenSSL may have ended before.
 */
template <typename Made>
class Keys {
 public:
  template <typename Make>
  std::shared_ptr<Made> get(const Octets &name, Make make) {
    std::lock_guard<std::mutex> lock(mutex_);
    auto found = keys_.find(name);
    if (found != keys_.end()) return found->second;
    if (keys_.size() == KEYS_MAX) keys_.clear();
    return keys_.emplace(name, make()).first->second;
  }

 private:
  std::mutex mutex_;
  std::map<Octets, std::shared_ptr<Made>> keys_;
};

Keys<EVP_PKEY> &keys = *new Keys<EVP_PKEY>;
Keys<Verifier> &verifiers = *new Keys<Verifier>;

Key public_key(Octets &point) {
  return keys.get(point, [&] { return make_public_key(point); });
}

std::shared_ptr<Verifier> verifier(const Octets &point) {
  return verifiers.get(point,
                       [&] { return std::make_shared<Verifier>(point); });
}

Key key_pair(const Octets &scalar, Octets &point) {
  Octets name = scalar;
  name.insert(name.end(), point.begin(), point.end());
  return keys.get(name, [&] { return make_key_pair(scalar, point); });
}

/*
 * A context that digests with SM3 and the signer's identifier. OpenSSL 3.0
 * takes the identifier after the start only; without one it stays empty.
 */
Digest signing_digest(EVP_PKEY *key, const Octets &user_id) {
  Digest digest(EVP_MD_CTX_new());
  EVP_PKEY_CTX *context = nullptr;
  int length = static_cast<int>(user_id.size());
  bool ready = digest && EVP_DigestSignInit_ex(digest.get(), &context, "SM3",
                                               nullptr, nullptr, key,
                                               nullptr) > 0;
  if (ready && length > 0) {
    ready = EVP_PKEY_CTX_set1_id(context, user_id.data(), length) > 0;
  }
  if (!ready) throw refusal("SM2 digest");
  return digest;
}

/* publicPoint(scalar) */
Napi::Value public_point(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  Bytes scalar = sized_at(info, 0, SCALAR_BYTES);
  Number number(BN_bin2bn(scalar.Data(), SCALAR_BYTES, nullptr));
  Point point(EC_POINT_new(sm2_group()));
  Bytes result = Bytes::New(env, POINT_BYTES);
  if (!number || !point ||
      EC_POINT_mul(sm2_group(), point.get(), number.get(), nullptr, nullptr,
                   nullptr) <= 0 ||
      EC_POINT_point2oct(sm2_group(), point.get(),
                         POINT_CONVERSION_UNCOMPRESSED, result.Data(),
                         POINT_BYTES, nullptr) != POINT_BYTES) {
    throw failure(env, "SM2 public key");
  }
  return result;
}

/* A signature to make: it can be made on any thread. */
class Signing {
 public:
  /* sign(message, userId, scalar, point) */
  explicit Signing(const Napi::CallbackInfo &info)
      : message_(copy(bytes_at(info, 0))),
        user_id_(copy(bytes_at(info, 1))),
        scalar_(copy(sized_at(info, 2, SCALAR_BYTES))),
        point_(copy(sized_at(info, 3, POINT_BYTES))) {}
  ~Signing() { OPENSSL_cleanse(scalar_.data(), scalar_.size()); }
  Signing(const Signing &) = delete;
  Signing &operator=(const Signing &) = delete;

  void compute() {
    Key key = key_pair(scalar_, point_);
    Digest digest = signing_digest(key.get(), user_id_);
    if (EVP_DigestSign(digest.get(), signature_.data(), &length_,
                       message_.data(), message_.size()) <= 0) {
      throw refusal("SM2 sign");
    }
  }
  Napi::Value result(Napi::Env env) const {
    return Bytes::Copy(env, signature_.data(), length_);
  }

 private:
  Octets message_, user_id_, scalar_, point_;
  std::array<uint8_t, DER_SIGNATURE_MAX> signature_{};
  size_t length_ = DER_SIGNATURE_MAX;
};

/* A signature to verify, likewise. */
class Verifying {
 public:
  /* verify(message, signature, userId, point) */
  explicit Verifying(const Napi::CallbackInfo &info)
      : message_(copy(bytes_at(info, 0))),
        signature_(copy(sized_at(info, 1, SIGNATURE_BYTES))),
        user_id_(copy(bytes_at(info, 2))),
        point_(copy(sized_at(info, 3, POINT_BYTES))) {}

  void compute() {
    right_ = verifier(point_)->verify(message_, signature_, user_id_);
  }
  Napi::Value result(Napi::Env env) const {
    return Napi::Boolean::New(env, right_);
  }

 private:
  Octets message_, signature_, user_id_, point_;
  bool right_ = false;
};

/* Computes here and now. */
template <typename Work>
Napi::Value at_once(const Napi::CallbackInfo &info) {
  Work work(info);
  in_script(info.Env(), [&] { work.compute(); });
  return work.result(info.Env());
}

/*
 * The calling thread of libuv's pool no longer pushes the event loop aside
 * when it wakes up to compute: the loop has the others to answer, and loses
 * its caches each time. It gets as much of the processors as before.
 */
void give_way() {
#ifdef __linux__
  static thread_local bool asked = false;
  if (asked) return;
  asked = true;
  struct sched_param none = {};
  if (sched_getscheduler(0) == SCHED_OTHER) {
    sched_setscheduler(0, SCHED_BATCH, &none);
  }
#endif
}

/* Computes on a thread of libuv's pool; what it throws rejects the promise. */
template <typename Work>
class Aside : public Napi::AsyncWorker {
 public:
  explicit Aside(const Napi::CallbackInfo &info)
      : Napi::AsyncWorker(info.Env()),
        deferred_(Napi::Promise::Deferred::New(info.Env())),
        work_(info) {}
  Napi::Promise promise() const { return deferred_.Promise(); }

 protected:
  void Execute() override {
    give_way();
    work_.compute();
  }
  void OnOK() override { deferred_.Resolve(work_.result(Env())); }
  void OnError(const Napi::Error &error) override {
    deferred_.Reject(error.Value());
  }

 private:
  Napi::Promise::Deferred deferred_;
  Work work_;
};

template <typename Work>
Napi::Value aside(const Napi::CallbackInfo &info) {
  auto worker = std::make_unique<Aside<Work>>(info);
  Napi::Promise promise = worker->promise();
  worker.release()->Queue(); /* which deletes itself */
  return promise;
}

/* encrypt(message, point) */
Napi::Value encrypt(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  Bytes message = bytes_at(info, 0);
  Octets point = copy(sized_at(info, 1, POINT_BYTES));
  Key key = in_script(env, [&] { return public_key(point); });
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
  Octets scalar = copy(sized_at(info, 1, SCALAR_BYTES));
  Octets point = copy(sized_at(info, 2, POINT_BYTES));
  Key key = in_script(env, [&] { return key_pair(scalar, point); });
  OPENSSL_cleanse(scalar.data(), scalar.size());
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
  exports.Set("sign", Napi::Function::New(env, at_once<Signing>));
  exports.Set("verify", Napi::Function::New(env, at_once<Verifying>));
  exports.Set("signAside", Napi::Function::New(env, aside<Signing>));
  exports.Set("verifyAside", Napi::Function::New(env, aside<Verifying>));
  exports.Set("encrypt", Napi::Function::New(env, encrypt));
  exports.Set("decrypt", Napi::Function::New(env, decrypt));
  return exports;
}

NODE_API_MODULE(sm2, init)

}  // namespace

}  // namespace nationec
