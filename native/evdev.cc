/*
 * grabInput and watchReadable: a gun that types, kept from typing elsewhere.
 * Linux only.
 */
#include <cerrno>

#include "bridge.h"

#ifdef __linux__
#include <linux/input.h>
#include <sys/ioctl.h>
#include <uv.h>

#include <memory>
#endif

namespace nationec {

static Napi::Value grab(const Napi::CallbackInfo &info);
static Napi::Value watch(const Napi::CallbackInfo &info);

void export_evdev(Napi::Env env, Napi::Object exports) {
  exports.Set("grabInput", Napi::Function::New(env, grab));
  exports.Set("watchReadable", Napi::Function::New(env, watch));
}

#ifndef __linux__

static Napi::Value grab(const Napi::CallbackInfo &info) {
  throw coded_error(info.Env(), "ENOSYS", "input devices: only on Linux");
}

static Napi::Value watch(const Napi::CallbackInfo &info) {
  throw coded_error(info.Env(), "ENOSYS", "input devices: only on Linux");
}

#else

static int descriptor_of(const Napi::CallbackInfo &info) {
  if (info[0].IsNumber()) return info[0].As<Napi::Number>().Int32Value();
  throw Napi::TypeError::New(info.Env(), "fd: not a number");
}

/* The kernel lets go when the descriptor is closed. */
static Napi::Value grab(const Napi::CallbackInfo &info) {
  if (ioctl(descriptor_of(info), EVIOCGRAB, 1) < 0) {
    throw system_error(info.Env(), "EVIOCGRAB", errno);
  }
  return info.Env().Undefined();
}

/* Outlives its handle, which libuv closes in its own time. */
struct Watch {
  uv_poll_t handle;
  Napi::FunctionReference listener;
  napi_async_cleanup_hook_handle hook = nullptr;
  bool closing = false;
};

static void on_readable(uv_poll_t *handle, int status, int events);
static void on_exit(napi_async_cleanup_hook_handle hook, void *data);
static void end(Watch *watch);

static Napi::Value watch(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  int fd = descriptor_of(info);
  if (!info[1].IsFunction()) {
    throw Napi::TypeError::New(env, "listener: not a function");
  }
  uv_loop_t *loop = nullptr;
  if (napi_get_uv_event_loop(env, &loop) != napi_ok) {
    throw coded_error(env, "ENOSYS", "no event loop");
  }
  auto owned = std::make_unique<Watch>();
  int result = uv_poll_init(loop, &owned->handle, fd);
  if (result < 0) throw system_error(env, "watching a descriptor", -result);
  Watch *watch = owned.release();
  watch->handle.data = watch;
  watch->listener = Napi::Persistent(info[1].As<Napi::Function>());
  napi_add_async_cleanup_hook(env, on_exit, watch, &watch->hook);
  uv_poll_start(&watch->handle, UV_READABLE | UV_DISCONNECT, on_readable);
  /* Called twice it must not touch what is freed. */
  auto held = std::make_shared<Watch *>(watch);
  return Napi::Function::New(env, [held](const Napi::CallbackInfo &) {
    if (*held != nullptr) end(*held);
    *held = nullptr;
  });
}

static void on_readable(uv_poll_t *handle, int, int) {
  Watch *watch = static_cast<Watch *>(handle->data);
  Napi::Env env = watch->listener.Env();
  Napi::HandleScope scope(env);
  try {
    watch->listener.MakeCallback(env.Global(), {});
  } catch (const Napi::Error &error) {
    /* As from any event: it ends the process unless it is listened for. */
    napi_fatal_exception(env, error.Value());
  }
}

static void on_exit(napi_async_cleanup_hook_handle, void *data) {
  end(static_cast<Watch *>(data));
}

static void end(Watch *watch) {
  if (watch->closing) return;
  watch->closing = true;
  watch->listener.Reset();
  uv_poll_stop(&watch->handle);
  uv_close(reinterpret_cast<uv_handle_t *>(&watch->handle),
           [](uv_handle_t *handle) {
             Watch *ended = static_cast<Watch *>(handle->data);
             napi_remove_async_cleanup_hook(ended->hook);
             delete ended;
           });
}

#endif

}  // namespace nationec
