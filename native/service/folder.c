#include "folder.h"

/* after windows.h */
#include <aclapi.h>
#include <sddl.h>

#include "../owner_win.h"
#include "paths.h"

/* Not what the folder above grants, which is that everybody may read. */
#define RIGHTS L"O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"

static int is_ours(const wchar_t *folder);
static DWORD protect(wchar_t *folder, PSECURITY_DESCRIPTOR security);

DWORD nec_make_data_folder(void) {
  wchar_t folder[NEC_PATH_CHARS];
  nec_data_path(folder, L"");
  PSECURITY_DESCRIPTOR security;
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(
          RIGHTS, SDDL_REVISION_1, &security, NULL)) {
    return GetLastError();
  }
  SECURITY_ATTRIBUTES attributes = {.nLength = sizeof attributes,
                                    .lpSecurityDescriptor = security};
  DWORD error = ERROR_SUCCESS;
  if (!CreateDirectoryW(folder, &attributes)) error = GetLastError();
  if (error == ERROR_ALREADY_EXISTS) {
    error = is_ours(folder) ? protect(folder, security) : ERROR_INVALID_OWNER;
  }
  LocalFree(security);
  return error;
}

static int is_ours(const wchar_t *folder) {
  HANDLE handle =
      CreateFileW(folder, READ_CONTROL, FILE_SHARE_READ | FILE_SHARE_WRITE,
                  NULL, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
  if (handle == INVALID_HANDLE_VALUE) return 0;
  int ours = nec_is_trusted(handle);
  CloseHandle(handle);
  return ours;
}

/* Also all that is in it and has no rights of its own. */
static DWORD protect(wchar_t *folder, PSECURITY_DESCRIPTOR security) {
  BOOL present, by_default;
  PACL rights;
  if (!GetSecurityDescriptorDacl(security, &present, &rights, &by_default)) {
    return GetLastError();
  }
  return SetNamedSecurityInfoW(
      folder, SE_FILE_OBJECT,
      DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, NULL,
      NULL, rights, NULL);
}
