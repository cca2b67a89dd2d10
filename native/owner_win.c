#include "owner_win.h"

/* An owner alone: the descriptor's header and one SID. */
#define DESCRIPTOR_BYTES (sizeof(SECURITY_DESCRIPTOR) + SECURITY_MAX_SID_SIZE)

static int is_own_user(PSID owner);

int nec_is_trusted(HANDLE pipe) {
  union {
    SECURITY_DESCRIPTOR aligned;
    BYTE bytes[DESCRIPTOR_BYTES];
  } descriptor;
  DWORD needed;
  PSID owner;
  BOOL is_default;
  if (!GetKernelObjectSecurity(pipe, OWNER_SECURITY_INFORMATION, &descriptor,
                               sizeof descriptor, &needed) ||
      !GetSecurityDescriptorOwner(&descriptor, &owner, &is_default) ||
      owner == NULL) {
    return 0;
  }
  return IsWellKnownSid(owner, WinLocalSystemSid) ||
         IsWellKnownSid(owner, WinBuiltinAdministratorsSid) ||
         is_own_user(owner);
}

static int is_own_user(PSID owner) {
  union nec_user own;
  return nec_own_user(&own) && EqualSid(owner, own.token.User.Sid);
}

int nec_own_user(union nec_user *own) {
  HANDLE token;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return 0;
  DWORD needed;
  BOOL known =
      GetTokenInformation(token, TokenUser, own, sizeof *own, &needed);
  CloseHandle(token);
  return known;
}
