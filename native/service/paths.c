#include "paths.h"

#include <shlobj.h>
#include <wchar.h>

static void join(wchar_t path[NEC_PATH_CHARS], const wchar_t *folder,
                 const wchar_t *name);

void nec_program_path(wchar_t path[NEC_PATH_CHARS], const wchar_t *name) {
  wchar_t own[NEC_PATH_CHARS];
  DWORD length = GetModuleFileNameW(NULL, own, NEC_PATH_CHARS);
  if (length >= NEC_PATH_CHARS) length = 0;
  own[length] = L'\0';
  wchar_t *last = wcsrchr(own, L'\\');
  *(last == NULL ? own : last) = L'\0';
  join(path, own, name);
}

void nec_all_users_path(wchar_t path[NEC_PATH_CHARS]) {
  const int folder = CSIDL_COMMON_APPDATA;
  HRESULT result = SHGetFolderPathW(NULL, folder, NULL, 0, path);
  if (FAILED(result)) path[0] = L'\0';
}

void nec_data_path(wchar_t path[NEC_PATH_CHARS], const wchar_t *name) {
  wchar_t all_users[NEC_PATH_CHARS], folder[NEC_PATH_CHARS];
  nec_all_users_path(all_users);
  join(folder, all_users, L"nationec");
  if (*name == L'\0') {
    wcscpy(path, folder);
  } else {
    join(path, folder, name);
  }
}

static void join(wchar_t path[NEC_PATH_CHARS], const wchar_t *folder,
                 const wchar_t *name) {
  int length = _snwprintf(path, NEC_PATH_CHARS, L"%ls\\%ls", folder, name);
  int fits = *folder != L'\0' && length > 0 && length < NEC_PATH_CHARS;
  if (!fits) path[0] = L'\0';
}
