/*
 * openPseudoTerminal: the serial line of a virtual scanner.
 */
#include "bridge.h"

#ifndef _WIN32
#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace nationec {

static Napi::Value open_pair(const Napi::CallbackInfo &info);

void export_pty(Napi::Env env, Napi::Object exports) {
  exports.Set("openPseudoTerminal", Napi::Function::New(env, open_pair));
}

#ifdef _WIN32

static Napi::Value open_pair(const Napi::CallbackInfo &info) {
  throw coded_error(info.Env(), "ENOSYS", "pseudo-terminals: not on Windows");
}

#else

/* "/dev/pts/", the digits of an int, and room. */
static const size_t PATH_BYTES = 64;

struct Pair {
  int controller = -1;
  int line = -1;
  char path[PATH_BYTES] = "";
};

static bool open_controller(Pair *pair);
static bool open_line(Pair *pair);

static Napi::Value open_pair(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  Pair pair;
  if (!open_controller(&pair) || !open_line(&pair)) {
    int number = errno;
    if (pair.line >= 0) close(pair.line);
    if (pair.controller >= 0) close(pair.controller);
    throw system_error(env, "opening a pseudo-terminal", number);
  }
  Napi::Object object = Napi::Object::New(env);
  object.Set("controller", pair.controller);
  object.Set("line", pair.line);
  object.Set("path", pair.path);
  return object;
}

static bool open_controller(Pair *pair) {
  pair->controller = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (pair->controller < 0 || grantpt(pair->controller) < 0 ||
      unlockpt(pair->controller) < 0) {
    return false;
  }
  errno = ptsname_r(pair->controller, pair->path, PATH_BYTES);
  return errno == 0;
}

static bool open_line(Pair *pair) {
  pair->line = open(pair->path, O_RDWR | O_NOCTTY | O_CLOEXEC);
  struct termios mode;
  if (pair->line < 0 || tcgetattr(pair->line, &mode) < 0) return false;
  cfmakeraw(&mode);
  return tcsetattr(pair->line, TCSANOW, &mode) == 0;
}

#endif

}  // namespace nationec
