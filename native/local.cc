/*
 * serveLocalCalls, stopLocalCalls, and what local.h promises the library.
 *
 * Neither a registered handler nor a waiting call keeps the event loop alive:
 * a process that has nothing else to do ends, and its callers get
 * NEC_LOCAL_CLOSED. While a handler works, its own timers and files keep it.
 */
#include <type_traits>

#include "bridge.h"
#include "callers.h"

#ifdef _WIN32
#define NEC_LOCAL_EXPORT __declspec(dllexport)
#else
#include <dlfcn.h>
#define NEC_LOCAL_EXPORT __attribute__((visibility("default")))
#endif

/* NEC_LOCAL_SYMBOL */
extern "C" NEC_LOCAL_EXPORT enum nec_local_result nationec_local_call(
    const char *url, uint32_t url_length, const char *indata,
    uint32_t indata_length, uint32_t deadline_ms, uint8_t *reply_frame,
    size_t capacity, size_t *written) {
  struct nec_frame call = {};
  call.kind = NEC_KIND_CALL;
  call.deadline_ms = deadline_ms;
  call.first = {reinterpret_cast<const uint8_t *>(url), url_length};
  call.second = {reinterpret_cast<const uint8_t *>(indata), indata_length};
  return nationec::call_and_wait(call, {reply_frame, capacity, written});
}

namespace nationec {

static_assert(std::is_same_v<nec_local_call, decltype(&nationec_local_call)>);

static Napi::Value serve(const Napi::CallbackInfo &info);
static Napi::Value stop(const Napi::CallbackInfo &info);
static void stop_at_end(void *environment);
static void deliver(Napi::Env env, Napi::Function handler, void *,
                    void *number);
static void answer(const Napi::CallbackInfo &info, uintptr_t number);
static void make_visible(Napi::Env env);

using Queue = Napi::TypedThreadSafeFunction<void, void, deliver>;

void export_local(Napi::Env env, Napi::Object exports) {
  Napi::Function stopper = Napi::Function::New(env, stop);
  exports.Set("serveLocalCalls", Napi::Function::New(env, serve));
  exports.Set("stopLocalCalls", stopper);
  /*
   * process.exit() runs no clean-up hook but waits for libuv's pool, in
   * which callers may be waiting.
   */
  Napi::Object process = env.Global().Get("process").As<Napi::Object>();
  process.Get("once").As<Napi::Function>().Call(
      process, {Napi::String::New(env, "exit"), stopper});
}

static Napi::Value serve(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  if (!info[0].IsFunction()) {
    throw Napi::TypeError::New(env, "handler: not a function");
  }
  make_visible(env);
  Queue queue = Queue::New(env, info[0].As<Napi::Function>(), "nationec", 0, 1);
  queue.Unref(env);
  if (!accept_callers(env, queue)) {
    queue.Abort();
    throw Napi::Error::New(env,
                           "local calls are served in this process already: "
                           "stopLocalCalls() where they are");
  }
  /* Added after Node's own hook for the queue, so it runs before it. */
  napi_add_env_cleanup_hook(env, stop_at_end, static_cast<napi_env>(env));
  return env.Undefined();
}

static Napi::Value stop(const Napi::CallbackInfo &info) {
  napi_env env = info.Env();
  if (dismiss_callers(env)) {
    napi_remove_env_cleanup_hook(env, stop_at_end, env);
  }
  return info.Env().Undefined();
}

static void stop_at_end(void *environment) {
  dismiss_callers(static_cast<napi_env>(environment));
}

/* On the JavaScript thread; without `env` where the queue was released. */
static void deliver(Napi::Env env, Napi::Function handler, void *,
                    void *number_) {
  if (env == nullptr) return;
  uintptr_t number = reinterpret_cast<uintptr_t>(number_);
  Napi::Object call = Napi::Object::New(env);
  if (!copy_call(number, call)) return;
  auto answerer = Napi::Function::New(
      env, [number](const Napi::CallbackInfo &info) { answer(info, number); });
  try {
    handler.Call({call, answerer});
  } catch (const Napi::Error &error) {
    dismiss_caller(number);
    napi_fatal_exception(env, error.Value());
  }
}

static void answer(const Napi::CallbackInfo &info, uintptr_t number) {
  struct nec_frame reply = {};
  reply.kind = NEC_KIND_REPLY;
  reply.first = piece_of(info[0], "returned");
  reply.second = piece_of(info[1], "outData");
  enum nec_result result = answer_caller(number, reply);
  if (result != NEC_OK) throw frame_error(info.Env(), result, reply);
}

/*
 * Node loads addons where nobody else finds their symbols. The handle is kept:
 * while the library may be in nationec_local_call, the addon stays.
 */
static void make_visible(Napi::Env env) {
#ifdef _WIN32
  (void)env;
#else
  Dl_info self;
  const int mode = RTLD_NOW | RTLD_NOLOAD | RTLD_GLOBAL | RTLD_NODELETE;
  void *symbol = reinterpret_cast<void *>(&nationec_local_call);
  if (dladdr(symbol, &self) == 0 || dlopen(self.dli_fname, mode) == nullptr) {
    throw Napi::Error::New(env, "the addon cannot show its symbols");
  }
  if (dlsym(RTLD_DEFAULT, NEC_LOCAL_SYMBOL) != symbol) {
    throw Napi::Error::New(env,
                           "another copy of the addon has served local calls "
                           "in this process: use that one");
  }
#endif
}

}  // namespace nationec
