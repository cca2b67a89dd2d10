/*
 * peerCredentials: who is at the other end of a Unix socket.
 */
#include <cerrno>

#include "bridge.h"

#ifdef __linux__
#include <sys/socket.h>
#endif

namespace nationec {

static Napi::Value credentials(const Napi::CallbackInfo &info);

void export_peer(Napi::Env env, Napi::Object exports) {
  exports.Set("peerCredentials", Napi::Function::New(env, credentials));
}

static Napi::Value credentials(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  if (!info[0].IsNumber()) {
    throw Napi::TypeError::New(env, "fd: not a number");
  }
#ifdef __linux__
  int fd = info[0].As<Napi::Number>().Int32Value();
  struct ucred peer;
  socklen_t length = sizeof peer;
  if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &length) < 0) {
    throw system_error(env, "SO_PEERCRED", errno);
  }
  Napi::Object object = Napi::Object::New(env);
  object.Set("pid", peer.pid);
  object.Set("uid", peer.uid);
  object.Set("gid", peer.gid);
  return object;
#else
  throw coded_error(env, "ENOSYS", "peer credentials: only on Linux");
#endif
}

}  // namespace nationec
