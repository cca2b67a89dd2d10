#include "callers.h"

#include <uv.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <vector>

#include "bridge.h"

namespace nationec {

/* libuv's default and limit for UV_THREADPOOL_SIZE. */
static const unsigned POOL_DEFAULT = 4;
static const unsigned POOL_MAX = 1024;

struct Caller {
  uintptr_t number;
  const struct nec_frame &call;
  const ReplyBuffer &reply;
  enum nec_local_result result; /* NEC_LOCAL_NOBODY while it waits */
  std::condition_variable released;
};

struct Service {
  /* Who accepts, 0 for nobody: the child of a fork has no JavaScript. */
  std::atomic<uv_pid_t> process{0};
  std::mutex lock; /* guards all that follows */
  napi_env owner = nullptr;
  napi_threadsafe_function queue = nullptr;
  std::thread::id javascript;
  size_t callers_max = 0;
  std::vector<Caller *> callers;
  uintptr_t last_number = 0;
};

/* Never freed: native threads may call while the process exits. */
static Service &service = *new Service;

static size_t callers_max();
static enum nec_local_result refusal();
static bool announce(Caller *caller);
static Caller *find(uintptr_t number);
static void release(Caller *caller, enum nec_local_result result);

bool accept_callers(napi_env owner, napi_threadsafe_function queue) {
  std::lock_guard<std::mutex> guard(service.lock);
  if (service.owner != nullptr) return false;
  service.owner = owner;
  service.queue = queue;
  service.javascript = std::this_thread::get_id();
  service.callers_max = callers_max();
  service.callers.reserve(service.callers_max);
  service.process = uv_os_getpid();
  return true;
}

bool dismiss_callers(napi_env owner) {
  std::lock_guard<std::mutex> guard(service.lock);
  if (service.owner != owner) return false;
  service.process = 0;
  service.owner = nullptr;
  while (!service.callers.empty()) {
    release(service.callers.back(), NEC_LOCAL_CLOSED);
  }
  /* Under the lock too: no caller can hold a queue that is gone. */
  napi_release_threadsafe_function(service.queue, napi_tsfn_abort);
  return true;
}

enum nec_local_result call_and_wait(const struct nec_frame &call,
                                    const ReplyBuffer &reply) {
  auto deadline = std::chrono::steady_clock::now() +
                  std::chrono::milliseconds(call.deadline_ms);
  /* Before the lock, which a fork may have left locked. */
  if (service.process != uv_os_getpid()) return NEC_LOCAL_NOBODY;
  std::unique_lock<std::mutex> guard(service.lock);
  enum nec_local_result refused = refusal();
  if (refused != NEC_LOCAL_REPLIED) return refused;
  Caller caller{++service.last_number, call, reply, NEC_LOCAL_NOBODY, {}};
  if (!announce(&caller)) return NEC_LOCAL_CLOSED;
  auto is_released = [&] { return caller.result != NEC_LOCAL_NOBODY; };
  if (!caller.released.wait_until(guard, deadline, is_released)) {
    release(&caller, NEC_LOCAL_TIMED_OUT);
  }
  return caller.result;
}

bool copy_call(uintptr_t number, Napi::Object object) {
  std::lock_guard<std::mutex> guard(service.lock);
  Caller *caller = find(number);
  if (caller == nullptr) return false;
  set_call(object, caller->call);
  return true;
}

enum nec_result answer_caller(uintptr_t number,
                              const struct nec_frame &reply) {
  std::lock_guard<std::mutex> guard(service.lock);
  Caller *caller = find(number);
  if (caller == nullptr) return NEC_OK;
  const ReplyBuffer &buffer = caller->reply;
  enum nec_result result =
      nec_encode(buffer.at, buffer.capacity, &reply, buffer.written);
  if (result == NEC_OK) release(caller, NEC_LOCAL_REPLIED);
  return result;
}

void dismiss_caller(uintptr_t number) {
  std::lock_guard<std::mutex> guard(service.lock);
  Caller *caller = find(number);
  if (caller != nullptr) release(caller, NEC_LOCAL_CLOSED);
}

/*
 * One less than libuv's pool has threads, as libuv counts them: koffi's
 * asynchronous calls wait in that pool, and the handler's files need it too.
 * One where the pool has one; then a handler that reads files is stuck with it
 * until the call's deadline.
 */
static size_t callers_max() {
  const char *configured = std::getenv("UV_THREADPOOL_SIZE");
  unsigned threads = POOL_DEFAULT;
  if (configured != nullptr) {
    threads = static_cast<unsigned>(std::atoi(configured));
  }
  return std::clamp(threads, 2u, POOL_MAX) - 1;
}

/* NEC_LOCAL_REPLIED if there is nothing against a further caller. */
static enum nec_local_result refusal() {
  if (service.owner == nullptr) return NEC_LOCAL_NOBODY;
  if (service.javascript == std::this_thread::get_id()) {
    return NEC_LOCAL_OWN_THREAD;
  }
  bool full = service.callers.size() >= service.callers_max;
  return full ? NEC_LOCAL_TOO_MANY : NEC_LOCAL_REPLIED;
}

static bool announce(Caller *caller) {
  service.callers.push_back(caller);
  void *number = reinterpret_cast<void *>(caller->number);
  napi_status status = napi_call_threadsafe_function(service.queue, number,
                                                     napi_tsfn_nonblocking);
  if (status != napi_ok) service.callers.pop_back();
  return status == napi_ok;
}

static Caller *find(uintptr_t number) {
  for (Caller *caller : service.callers) {
    if (caller->number == number) return caller;
  }
  return nullptr;
}

static void release(Caller *caller, enum nec_local_result result) {
  auto &callers = service.callers;
  callers.erase(std::find(callers.begin(), callers.end(), caller));
  caller->result = result;
  caller->released.notify_one();
}

}  // namespace nationec
