#include "daemon.h"

#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include "../wire.h"
#include "paths.h"

/* Two paths in quotes and the rest of a command line. */
#define COMMAND_CHARS (2 * NEC_PATH_CHARS + 64)
/* A pipe's name, which is shorter, has the room of a path. */
#define PIPE_NAME_CHARS NEC_PATH_CHARS
/* A log of this size, some months of a counter, makes room for the next. */
#define LOG_BYTES_MAX (16LL * 1024 * 1024)
/* How long a daemon that is alive keeps all its instances of a pipe busy. */
#define BUSY_MS 1000u
/* A daemon that is asked answers who waits for it, and ends. */
#define OTHER_ENDS_MS 4000u
#define STOP_COMMAND "{\"command\":\"stop\"}"
#define STOP_FRAME_BYTES 64u

static int is_taken(struct nec_failure *failure);
static int has_script(struct nec_failure *failure);
static int start_process(struct nec_daemon *daemon, HANDLE log,
                         struct nec_failure *failure);
static void use_same_data(void);
static HANDLE make_job(void);
static HANDLE open_log(struct nec_failure *failure);
static HANDLE open_inherited(const wchar_t *path, DWORD access, DWORD how);
static void pipe_name(wchar_t name[PIPE_NAME_CHARS], const wchar_t *suffix);
static HANDLE open_control(void);
static int fail(struct nec_failure *failure, const wchar_t *file);

int nec_daemon_start(struct nec_daemon *daemon, struct nec_failure *failure) {
  if (is_taken(failure) || !has_script(failure)) return 0;
  HANDLE log = open_log(failure);
  if (log == INVALID_HANDLE_VALUE) return 0;
  daemon->job = make_job();
  int started = start_process(daemon, log, failure);
  CloseHandle(log);
  if (!started) CloseHandle(daemon->job);
  return started;
}

int nec_daemon_serves(void) {
  wchar_t name[PIPE_NAME_CHARS];
  pipe_name(name, L"");
  return WaitNamedPipeW(name, 1) || GetLastError() == ERROR_SEM_TIMEOUT;
}

int nec_daemon_has_ended(const struct nec_daemon *daemon, DWORD timeout_ms,
                         struct nec_failure *failure) {
  nec_data_path(failure->file, L"daemon.log");
  DWORD waited = WaitForSingleObject(daemon->process, timeout_ms);
  if (waited != WAIT_OBJECT_0) return 0;
  failure->error = ERROR_SERVICE_SPECIFIC_ERROR;
  GetExitCodeProcess(daemon->process, &failure->exit_code);
  return 1;
}

int nec_daemon_end_other(void) {
  if (!nec_daemon_serves()) return 1;
  HANDLE asked = nec_daemon_ask_to_stop();
  ULONG id = 0;
  HANDLE other = NULL;
  if (GetNamedPipeServerProcessId(asked, &id)) {
    other = OpenProcess(SYNCHRONIZE, FALSE, id);
  }
  if (other != NULL) {
    WaitForSingleObject(other, OTHER_ENDS_MS);
    CloseHandle(other);
  }
  CloseHandle(asked);
  return !nec_daemon_serves();
}

HANDLE nec_daemon_ask_to_stop(void) {
  static const char command[] = STOP_COMMAND;
  struct nec_frame frame = {.kind = NEC_KIND_CONTROL};
  frame.first.at = (const uint8_t *)command;
  frame.first.length = sizeof command - 1;
  uint8_t bytes[STOP_FRAME_BYTES];
  size_t length;
  if (nec_encode(bytes, sizeof bytes, &frame, &length) != NEC_OK) {
    return INVALID_HANDLE_VALUE;
  }
  HANDLE pipe = open_control();
  if (pipe == INVALID_HANDLE_VALUE) return pipe;
  /* Far less than the pipe's own buffer takes: it does not wait. */
  DWORD written;
  WriteFile(pipe, bytes, (DWORD)length, &written, NULL);
  return pipe;
}

void nec_daemon_end(const struct nec_daemon *daemon) {
  TerminateJobObject(daemon->job, ERROR_PROCESS_ABORTED);
  CloseHandle(daemon->job);
  CloseHandle(daemon->process);
}

static int is_taken(struct nec_failure *failure) {
  if (nec_daemon_end_other()) return 0;
  pipe_name(failure->file, L"");
  failure->error = ERROR_PIPE_BUSY;
  return 1;
}

/* Node says so in its log alone. */
static int has_script(struct nec_failure *failure) {
  wchar_t path[NEC_PATH_CHARS];
  nec_program_path(path, L"bin\\nationec.js");
  if (GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES) return 1;
  return fail(failure, path);
}

/* It runs no instruction outside the job. */
static int start_process(struct nec_daemon *daemon, HANDLE log,
                         struct nec_failure *failure) {
  wchar_t node[NEC_PATH_CHARS], script[NEC_PATH_CHARS], data[NEC_PATH_CHARS];
  nec_program_path(node, L"node.exe");
  nec_program_path(script, L"bin\\nationec.js");
  nec_data_path(data, L"");
  use_same_data();
  wchar_t command[COMMAND_CHARS];
  _snwprintf(command, COMMAND_CHARS, L"\"%ls\" \"%ls\" daemon", node, script);
  STARTUPINFOW startup = {.cb = sizeof startup};
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdInput = open_inherited(L"NUL", GENERIC_READ, OPEN_EXISTING);
  startup.hStdOutput = log;
  startup.hStdError = log;
  PROCESS_INFORMATION started;
  BOOL runs = CreateProcessW(node, command, NULL, NULL, TRUE,
                             CREATE_NO_WINDOW | CREATE_SUSPENDED, NULL, data,
                             &startup, &started);
  if (!runs) fail(failure, node);
  CloseHandle(startup.hStdInput);
  if (!runs) return 0;
  AssignProcessToJobObject(daemon->job, started.hProcess);
  ResumeThread(started.hThread);
  CloseHandle(started.hThread);
  daemon->process = started.hProcess;
  return 1;
}

/* The variable by which the daemon finds its data, which Wine sets wrong. */
static void use_same_data(void) {
  wchar_t all_users[NEC_PATH_CHARS];
  nec_all_users_path(all_users);
  SetEnvironmentVariableW(L"ProgramData", all_users);
}

/* The system ends what is in it when its last handle, ours, is closed. */
static HANDLE make_job(void) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  HANDLE job = CreateJobObjectW(NULL, NULL);
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits,
                          sizeof limits);
  return job;
}

/* Written at its end only, so that nothing in it is lost. */
static HANDLE open_log(struct nec_failure *failure) {
  wchar_t path[NEC_PATH_CHARS], old[NEC_PATH_CHARS];
  nec_data_path(path, L"daemon.log");
  nec_data_path(old, L"daemon.log.old");
  WIN32_FILE_ATTRIBUTE_DATA known = {0};
  GetFileAttributesExW(path, GetFileExInfoStandard, &known);
  LARGE_INTEGER bytes;
  bytes.HighPart = (LONG)known.nFileSizeHigh;
  bytes.LowPart = known.nFileSizeLow;
  if (bytes.QuadPart > LOG_BYTES_MAX) {
    MoveFileExW(path, old, MOVEFILE_REPLACE_EXISTING);
  }
  HANDLE log = open_inherited(path, FILE_GENERIC_WRITE & ~FILE_WRITE_DATA,
                              OPEN_ALWAYS);
  if (log == INVALID_HANDLE_VALUE) fail(failure, path);
  return log;
}

static HANDLE open_inherited(const wchar_t *path, DWORD access, DWORD how) {
  SECURITY_ATTRIBUTES inherited = {.nLength = sizeof inherited,
                                   .bInheritHandle = TRUE};
  const DWORD share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  return CreateFileW(path, access, share, &inherited, how,
                     FILE_ATTRIBUTE_NORMAL, NULL);
}

/* The same rule as src/paths.ts. */
static void pipe_name(wchar_t name[PIPE_NAME_CHARS], const wchar_t *suffix) {
  const DWORD room = PIPE_NAME_CHARS - (DWORD)wcslen(suffix);
  DWORD length = GetEnvironmentVariableW(L"NATIONEC_SOCKET", name, room);
  if (length == 0 || length >= room) wcscpy(name, L"\\\\.\\pipe\\nationec");
  wcscat(name, suffix);
}

static HANDLE open_control(void) {
  wchar_t name[PIPE_NAME_CHARS];
  pipe_name(name, L".control");
  const DWORD access = GENERIC_READ | FILE_WRITE_DATA;
  HANDLE pipe = CreateFileW(name, access, 0, NULL, OPEN_EXISTING, 0, NULL);
  if (pipe != INVALID_HANDLE_VALUE || GetLastError() != ERROR_PIPE_BUSY) {
    return pipe;
  }
  WaitNamedPipeW(name, BUSY_MS);
  return CreateFileW(name, access, 0, NULL, OPEN_EXISTING, 0, NULL);
}

static int fail(struct nec_failure *failure, const wchar_t *file) {
  failure->error = GetLastError();
  wcscpy(failure->file, file);
  return 0;
}
