/*
 * The addon nationec.node: its exports, and what its parts share.
 */
#include "bridge.h"

#include <uv.h>

#include <string>

namespace nationec {

static Napi::Object init(Napi::Env env, Napi::Object exports) {
  export_frames(env, exports);
  export_peer(env, exports);
  export_pty(env, exports);
  export_pipe(env, exports);
  export_evdev(env, exports);
  export_local(env, exports);
  return exports;
}

NODE_API_MODULE(nationec, init)

Napi::Error coded_error(Napi::Env env, const char *code, const char *message) {
  Napi::Error error = Napi::Error::New(env, message);
  error.Set("code", Napi::String::New(env, code));
  return error;
}

Napi::Error system_error(Napi::Env env, const char *call, int number) {
  const char *name = uv_err_name(uv_translate_sys_error(number));
  std::string message = std::string(name) + ": " + call;
  return coded_error(env, name, message.c_str());
}

struct nec_bytes piece_of(Napi::Value value, const char *name) {
  if (!value.IsTypedArray() ||
      value.As<Napi::TypedArray>().TypedArrayType() != napi_uint8_array) {
    throw Napi::TypeError::New(value.Env(),
                               std::string(name) + ": not a Uint8Array");
  }
  Napi::Uint8Array bytes = value.As<Napi::Uint8Array>();
  if (bytes.ByteLength() > UINT32_MAX) {
    throw frame_error(value.Env(), NEC_TOO_LONG, {});
  }
  return {bytes.Data(), static_cast<uint32_t>(bytes.ByteLength())};
}

}  // namespace nationec
