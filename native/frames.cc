/*
 * limits, decodeFrame and encodeFrame: wire.h for JavaScript.
 */
#include <cmath>
#include <string>

#include "bridge.h"

extern "C" {
#include "charset.h"
}

namespace nationec {

/* In the order of enum nec_kind, which begins with 1. */
static const char *const kinds[] = {"",     "call",    "reply",
                                    "wait", "control", "refusal"};

static Napi::Value decode(const Napi::CallbackInfo &info);
static Napi::Value encode(const Napi::CallbackInfo &info);
static Napi::Object limits(Napi::Env env);
static void set_pieces(Napi::Object object, const struct nec_frame &frame);
static struct nec_frame frame_of(Napi::Object object);
static enum nec_kind kind_of(Napi::Value name);
static uint32_t milliseconds_of(Napi::Value value, const char *name);
static Napi::Value copy_of(Napi::Env env, struct nec_bytes bytes);
static const char *charset_name(struct nec_bytes bytes);

void export_frames(Napi::Env env, Napi::Object exports) {
  exports.Set("limits", limits(env));
  exports.Set("decodeFrame", Napi::Function::New(env, decode));
  exports.Set("encodeFrame", Napi::Function::New(env, encode));
}

Napi::Error frame_error(Napi::Env env, enum nec_result result,
                        const struct nec_frame &frame) {
  switch (result) {
    case NEC_BAD_MAGIC:
      return coded_error(env, "NEC_BAD_MAGIC",
                         "not a nationec frame: it does not begin with NECT");
    case NEC_BAD_VERSION: {
      Napi::Error error = coded_error(
          env, "NEC_BAD_VERSION",
          "the peer speaks other protocol versions: update the older side");
      error.Set("versionMin", Napi::Number::New(env, frame.version_min));
      error.Set("versionMax", Napi::Number::New(env, frame.version_max));
      return error;
    }
    case NEC_BAD_KIND:
      return coded_error(env, "NEC_BAD_KIND",
                         "a frame of a kind that the protocol does not have");
    case NEC_TOO_LONG:
      return coded_error(env, "NEC_TOO_LONG",
                         "a frame with a length above its limit");
    default:
      return coded_error(env, "NEC_BAD_LENGTH",
                         "a frame whose numbers contradict each other");
  }
}

void set_call(Napi::Object object, const struct nec_frame &call) {
  Napi::Env env = object.Env();
  object.Set("deadlineMs", call.deadline_ms);
  object.Set("url", copy_of(env, call.first));
  object.Set("inData", copy_of(env, call.second));
  object.Set("charset", charset_name(call.second));
}

static Napi::Object limits(Napi::Env env) {
  static const struct {
    const char *name;
    uint32_t value;
  } all[] = {
      {"VERSION_MIN", NEC_VERSION_MIN},
      {"VERSION_MAX", NEC_VERSION_MAX},
      {"HEADER_BYTES", NEC_HEADER_BYTES},
      {"URL_MAX", NEC_URL_MAX},
      {"INDATA_MAX", NEC_INDATA_MAX},
      {"REPLY_MAX", NEC_REPLY_MAX},
      {"CONTROL_MAX", NEC_CONTROL_MAX},
      {"DEADLINE_DEFAULT_MS", NEC_DEADLINE_DEFAULT_MS},
      {"DEADLINE_MAX_MS", NEC_DEADLINE_MAX_MS},
  };
  Napi::Object object = Napi::Object::New(env);
  for (const auto &limit : all) object.Set(limit.name, limit.value);
  object.Freeze();
  return object;
}

static Napi::Value decode(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  struct nec_bytes bytes = piece_of(info[0], "bytes");
  struct nec_frame frame;
  enum nec_result result = nec_decode(bytes.at, bytes.length, &frame);
  if (result == NEC_INCOMPLETE) return env.Undefined();
  if (result != NEC_OK) throw frame_error(env, result, frame);
  Napi::Object object = Napi::Object::New(env);
  object.Set("kind", kinds[frame.kind]);
  object.Set("total", frame.total);
  set_pieces(object, frame);
  return object;
}

static void set_pieces(Napi::Object object, const struct nec_frame &frame) {
  Napi::Env env = object.Env();
  switch (frame.kind) {
    case NEC_KIND_CALL:
      set_call(object, frame);
      break;
    case NEC_KIND_REPLY:
      object.Set("returned", copy_of(env, frame.first));
      object.Set("outData", copy_of(env, frame.second));
      break;
    case NEC_KIND_WAIT:
      object.Set("deadlineMs", frame.deadline_ms);
      break;
    case NEC_KIND_CONTROL:
      object.Set("json", copy_of(env, frame.first));
      break;
    case NEC_KIND_REFUSAL:
      object.Set("versionMin", Napi::Number::New(env, frame.version_min));
      object.Set("versionMax", Napi::Number::New(env, frame.version_max));
      break;
  }
}

static Napi::Value encode(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  if (!info[0].IsObject()) {
    throw Napi::TypeError::New(env, "frame: not an object");
  }
  struct nec_frame frame = frame_of(info[0].As<Napi::Object>());
  bool is_split = frame.kind == NEC_KIND_CALL || frame.kind == NEC_KIND_REPLY;
  size_t length = NEC_HEADER_BYTES + (is_split ? 4u : 0u);
  length += size_t{frame.first.length} + frame.second.length;
  auto bytes = Napi::Buffer<uint8_t>::New(env, length);
  enum nec_result result = nec_encode(bytes.Data(), length, &frame, &length);
  if (result != NEC_OK) throw frame_error(env, result, frame);
  return bytes;
}

static struct nec_frame frame_of(Napi::Object object) {
  struct nec_frame frame = {};
  frame.kind = kind_of(object.Get("kind"));
  switch (frame.kind) {
    case NEC_KIND_CALL:
      frame.deadline_ms =
          milliseconds_of(object.Get("deadlineMs"), "deadlineMs");
      frame.first = piece_of(object.Get("url"), "url");
      frame.second = piece_of(object.Get("inData"), "inData");
      break;
    case NEC_KIND_REPLY:
      frame.first = piece_of(object.Get("returned"), "returned");
      frame.second = piece_of(object.Get("outData"), "outData");
      break;
    case NEC_KIND_WAIT:
      frame.deadline_ms =
          milliseconds_of(object.Get("deadlineMs"), "deadlineMs");
      break;
    case NEC_KIND_CONTROL:
      frame.first = piece_of(object.Get("json"), "json");
      break;
    case NEC_KIND_REFUSAL:
      break;
  }
  return frame;
}

static enum nec_kind kind_of(Napi::Value name) {
  if (name.IsString()) {
    std::string wanted = name.As<Napi::String>();
    for (int kind = NEC_KIND_CALL; kind <= NEC_KIND_REFUSAL; kind++) {
      if (wanted == kinds[kind]) return static_cast<enum nec_kind>(kind);
    }
  }
  throw Napi::TypeError::New(name.Env(), "kind: not a kind of frame");
}

static uint32_t milliseconds_of(Napi::Value value, const char *name) {
  double ms = value.IsNumber() ? value.As<Napi::Number>().DoubleValue() : -1;
  if (!(ms >= 0 && ms <= UINT32_MAX && std::trunc(ms) == ms)) {
    throw Napi::TypeError::New(
        value.Env(), std::string(name) + ": not a whole number of ms");
  }
  return static_cast<uint32_t>(ms);
}

static Napi::Value copy_of(Napi::Env env, struct nec_bytes bytes) {
  return Napi::Buffer<uint8_t>::Copy(env, bytes.at, bytes.length);
}

static const char *charset_name(struct nec_bytes bytes) {
  enum nec_charset charset = nec_charset_of(bytes.at, bytes.length);
  if (charset == NEC_ASCII) return "ascii";
  return charset == NEC_UTF8 ? "utf-8" : "gb18030";
}

}  // namespace nationec
