/*
 * openPipeToUsers: who may call through a named pipe. Windows only; elsewhere
 * the socket's mode says it.
 */
#include "bridge.h"

#ifdef _WIN32
#include <windows.h>
/* after windows.h */
#include <sddl.h>

#include <string>

extern "C" {
#include "owner_win.h"
}
#endif

namespace nationec {

static Napi::Value open_to_users(const Napi::CallbackInfo &info);

void export_pipe(Napi::Env env, Napi::Object exports) {
  exports.Set("openPipeToUsers", Napi::Function::New(env, open_to_users));
}

#ifndef _WIN32

static Napi::Value open_to_users(const Napi::CallbackInfo &info) {
  throw coded_error(info.Env(), "ENOSYS", "named pipes: only on Windows");
}

#else

/*
 * Nobody over the network. The system, administrators and the owner may do
 * everything. Whoever is logged in may read and write data and attributes
 * (0x12018b), but not create an instance of the pipe (FILE_APPEND_DATA), or
 * anybody could answer calls in the daemon's name.
 */
static const wchar_t RIGHTS[] =
    L"D:P(D;;GA;;;NU)(A;;GA;;;SY)(A;;GA;;;BA)(A;;GA;;;OW)"
    L"(A;;0x12018b;;;AU)";

static DWORD protect(const wchar_t *name);
static std::wstring owner();
static bool is_administrator();
static DWORD set_security(const wchar_t *name, PSECURITY_DESCRIPTOR security);

static Napi::Value open_to_users(const Napi::CallbackInfo &info) {
  Napi::Env env = info.Env();
  std::u16string name = info[0].ToString().Utf16Value();
  DWORD error = protect(reinterpret_cast<const wchar_t *>(name.c_str()));
  if (error != ERROR_SUCCESS) {
    throw system_error(env, "the rights of the pipe", static_cast<int>(error));
  }
  return env.Undefined();
}

static DWORD protect(const wchar_t *name) {
  std::wstring description = L"O:" + owner() + RIGHTS;
  PSECURITY_DESCRIPTOR security;
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(
          description.c_str(), SDDL_REVISION_1, &security, nullptr)) {
    return GetLastError();
  }
  DWORD error = set_security(name, security);
  LocalFree(security);
  return error;
}

/*
 * Whom the library trusts (owner_win.h). Said by us, since a policy decides
 * whether an administrator's objects are by default his or the group's.
 */
static std::wstring owner() {
  if (is_administrator()) return L"BA";
  union nec_user own;
  wchar_t *text = nullptr;
  if (!nec_own_user(&own) ||
      !ConvertSidToStringSidW(own.token.User.Sid, &text)) {
    return L"";
  }
  std::wstring sid = text;
  LocalFree(text);
  return sid;
}

static bool is_administrator() {
  BYTE group[SECURITY_MAX_SID_SIZE];
  DWORD length = sizeof group;
  BOOL is_member = FALSE;
  return CreateWellKnownSid(WinBuiltinAdministratorsSid, nullptr, group,
                            &length) &&
         CheckTokenMembership(nullptr, group, &is_member) && is_member;
}

/* All instances share it. The server sees a caller that says nothing. */
static DWORD set_security(const wchar_t *name, PSECURITY_DESCRIPTOR security) {
  HANDLE pipe = CreateFileW(name, WRITE_DAC | WRITE_OWNER, 0, nullptr,
                            OPEN_EXISTING, 0, nullptr);
  if (pipe == INVALID_HANDLE_VALUE) return GetLastError();
  BOOL done = SetKernelObjectSecurity(
      pipe, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, security);
  DWORD error = done ? ERROR_SUCCESS : GetLastError();
  CloseHandle(pipe);
  return error;
}

#endif

}  // namespace nationec
