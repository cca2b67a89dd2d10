#include "start_win.h"

#include <stdio.h>
#include <string.h>

/* Longest path with the NUL: what CreateProcess takes without a prefix. */
#define PATH_MAX_CHARS MAX_PATH
/* Two paths in quotes and the rest of a command line. */
#define COMMAND_MAX_CHARS (2 * PATH_MAX_CHARS + 64)
/* Marks the bundle's folder. */
#define MARK L"nationec.cmd"
#define NODE L"node.exe"
#define SCRIPT L"bin\\nationec.js"
/* Longer than a quiet spell between two patients. */
#define IDLE_SECONDS 600
#define TURN L"Local\\nationec-start"
/* The code pages of GB18030, and of its part that every Windows has. */
#define CP_GB18030 54936u
#define CP_GBK 936u

static void find_bundle(wchar_t folder[PATH_MAX_CHARS]);
static void cut_name(wchar_t *path);
static int make_path(wchar_t path[PATH_MAX_CHARS], const wchar_t *folder,
                     const wchar_t *name);
static int is_there(const wchar_t *path);
static int run(HANDLE *process, const wchar_t *folder, const wchar_t *node,
               const wchar_t *script);
static void name_file(struct nec_file *file, const wchar_t *path);

HANDLE nec_take_turn(uint64_t deadline) {
  HANDLE turn = CreateMutexW(NULL, FALSE, TURN);
  if (turn == NULL) return NULL;
  uint64_t now = nec_now_ms();
  DWORD left = now < deadline ? (DWORD)(deadline - now) : 0u;
  DWORD waited = WaitForSingleObject(turn, left);
  /* Abandoned: who had the turn died in it, which leaves nothing half done. */
  if (waited == WAIT_OBJECT_0 || waited == WAIT_ABANDONED) return turn;
  CloseHandle(turn);
  return NULL;
}

void nec_give_turn(HANDLE turn) {
  ReleaseMutex(turn);
  CloseHandle(turn);
}

enum nec_transport nec_start(HANDLE *daemon, struct nec_file *file) {
  wchar_t folder[PATH_MAX_CHARS], node[PATH_MAX_CHARS], script[PATH_MAX_CHARS];
  find_bundle(folder);
  int node_fits = make_path(node, folder, NODE);
  int script_fits = make_path(script, folder, SCRIPT);
  name_file(file, node);
  if (!node_fits || !is_there(node)) return NEC_TRANSPORT_NO_BUNDLE;
  name_file(file, script);
  if (!script_fits || !is_there(script)) return NEC_TRANSPORT_NO_BUNDLE;
  name_file(file, node);
  return run(daemon, folder, node, script) ? NEC_TRANSPORT_OK
                                           : NEC_TRANSPORT_NOT_STARTED;
}

/* With a backslash at the end; empty if the library's own path is too long. */
static void find_bundle(wchar_t folder[PATH_MAX_CHARS]) {
  HMODULE library = NULL;
  const DWORD flags = GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS |
                      GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT;
  GetModuleHandleExW(flags, (LPCWSTR)(const void *)MARK, &library);
  wchar_t own[PATH_MAX_CHARS], marker[PATH_MAX_CHARS];
  DWORD length = GetModuleFileNameW(library, own, PATH_MAX_CHARS);
  if (length >= PATH_MAX_CHARS) length = 0;
  own[length] = L'\0';
  cut_name(own);
  memcpy(folder, own, sizeof own);
  size_t end = wcslen(folder);
  if (end > 0) folder[end - 1] = L'\0';
  cut_name(folder);
  int is_inside = make_path(marker, folder, MARK) && is_there(marker);
  if (!is_inside && !make_path(folder, own, L"nationec\\")) folder[0] = L'\0';
}

/* Leaves the folder with its backslash. */
static void cut_name(wchar_t *path) {
  wchar_t *last = wcsrchr(path, L'\\');
  *(last == NULL ? path : last + 1) = L'\0';
}

/* Whether it fits; else `path` is empty. */
static int make_path(wchar_t path[PATH_MAX_CHARS], const wchar_t *folder,
                     const wchar_t *name) {
  size_t folder_length = wcslen(folder);
  size_t name_length = wcslen(name);
  int fits = folder_length + name_length < PATH_MAX_CHARS;
  path[0] = L'\0';
  if (!fits) return 0;
  memcpy(path, folder, folder_length * sizeof *path);
  memcpy(path + folder_length, name, (name_length + 1) * sizeof *path);
  return 1;
}

static int is_there(const wchar_t *path) {
  return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

/* No path holds a quotation mark. */
static int run(HANDLE *process, const wchar_t *folder, const wchar_t *node,
               const wchar_t *script) {
  wchar_t command[COMMAND_MAX_CHARS];
  _snwprintf(command, COMMAND_MAX_CHARS, L"\"%ls\" \"%ls\" daemon --idle %d",
             node, script, IDLE_SECONDS);
  STARTUPINFOW startup = {0};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION started;
  if (!CreateProcessW(node, command, NULL, NULL, FALSE,
                      CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP, NULL,
                      folder, &startup, &started)) {
    return 0;
  }
  CloseHandle(started.hThread);
  *process = started.hProcess;
  return 1;
}

/* With slashes, since the name stands in a JSON string. */
static void name_file(struct nec_file *file, const wchar_t *path) {
  wchar_t name[PATH_MAX_CHARS];
  size_t at = 0;
  do {
    name[at] = path[at] == L'\\' ? L'/' : path[at];
  } while (path[at++] != L'\0');
  const UINT pages[] = {CP_UTF8, CP_GB18030, CP_GBK};
  size_t page = file->charset == NEC_UTF8 ? 0 : 1;
  int written = 0;
  while (written == 0 && page < sizeof pages / sizeof *pages) {
    written = WideCharToMultiByte(pages[page++], 0, name, -1, file->name,
                                  NEC_FILE_BYTES, NULL, NULL);
    if (file->charset == NEC_UTF8) break;
  }
  if (written == 0) file->name[0] = '\0';
}
