#include "transport.h"

#include <objbase.h>
#include <string.h>

#include "owner_win.h"
#include "start_win.h"

#define SYSTEM_PIPE L"\\\\.\\pipe\\nationec"
/* Longest name of a pipe, with \\.\pipe\ and the NUL. */
#define PIPE_NAME_MAX 272u
/*
 * For so long after a pipe was seen its state may be about to change: a server
 * that replaces its last free instance leaves a moment with none, and one that
 * has just begun sets the rights a moment later.
 */
#define SETTLE_MS 100u
#define SETTLE_RETRY_MS 5u
/* How often a daemon that was started is looked for; it takes half a second. */
#define READY_RETRY_MS 10u

static void pipe_name(wchar_t name[PIPE_NAME_MAX]);
static enum nec_transport open_pipe(HANDLE *pipe, const wchar_t *name,
                                    uint64_t deadline);
static enum nec_transport open_started(HANDLE *pipe, const wchar_t *name,
                                       uint64_t deadline,
                                       struct nec_file *file);
static enum nec_transport await_daemon(HANDLE daemon, HANDLE *pipe,
                                       const wchar_t *name,
                                       uint64_t deadline);
static DWORD try_pipe(HANDLE *pipe, const wchar_t *name);
static enum nec_transport reason_of(DWORD error);
static enum nec_transport write_all(const struct nec_connection *connection,
                                    struct nec_bytes piece, uint64_t deadline);
static enum nec_transport finish(const struct nec_connection *connection,
                                 BOOL at_once, OVERLAPPED *operation,
                                 DWORD *count, uint64_t deadline);
static DWORD time_left(uint64_t deadline);

uint64_t nec_now_ms(void) {
  LARGE_INTEGER frequency, counter;
  QueryPerformanceFrequency(&frequency);
  QueryPerformanceCounter(&counter);
  uint64_t hertz = (uint64_t)frequency.QuadPart;
  uint64_t ticks = (uint64_t)counter.QuadPart;
  return ticks / hertz * 1000u + ticks % hertz * 1000u / hertz;
}

enum nec_transport nec_open(struct nec_connection *connection,
                            uint64_t deadline, struct nec_file *file) {
  wchar_t name[PIPE_NAME_MAX];
  pipe_name(name);
  enum nec_transport result = open_pipe(&connection->pipe, name, deadline);
  if (result == NEC_TRANSPORT_ABSENT) {
    result = open_started(&connection->pipe, name, deadline, file);
  }
  if (result != NEC_TRANSPORT_OK) return result;
  connection->done = CreateEventW(NULL, TRUE, FALSE, NULL);
  if (connection->done != NULL) return NEC_TRANSPORT_OK;
  CloseHandle(connection->pipe);
  return NEC_TRANSPORT_EXHAUSTED;
}

enum nec_transport nec_send(const struct nec_connection *connection,
                            const struct nec_bytes pieces[3],
                            uint64_t deadline) {
  enum nec_transport result = NEC_TRANSPORT_OK;
  for (size_t at = 0; at < 3 && result == NEC_TRANSPORT_OK; at++) {
    result = write_all(connection, pieces[at], deadline);
  }
  return result;
}

enum nec_transport nec_receive(const struct nec_connection *connection,
                               uint8_t *bytes, size_t capacity,
                               size_t *received, uint64_t deadline) {
  OVERLAPPED operation = {0};
  operation.hEvent = connection->done;
  DWORD count = 0;
  BOOL at_once =
      ReadFile(connection->pipe, bytes, (DWORD)capacity, NULL, &operation);
  enum nec_transport result =
      finish(connection, at_once, &operation, &count, deadline);
  *received = count;
  if (result == NEC_TRANSPORT_OK && count == 0) return NEC_TRANSPORT_ENDED;
  return result;
}

void nec_close(const struct nec_connection *connection) {
  CloseHandle(connection->done);
  CloseHandle(connection->pipe);
}

nec_local_call nec_find_local(void) {
  HMODULE addon = GetModuleHandleA(NEC_LOCAL_MODULE);
  if (addon == NULL) return NULL;
  FARPROC symbol = GetProcAddress(addon, NEC_LOCAL_SYMBOL);
  nec_local_call call;
  memcpy(&call, &symbol, sizeof call);
  return call;
}

char *nec_allocate(size_t bytes) { return CoTaskMemAlloc(bytes); }

/* %NATIONEC_SOCKET% if it is set, not empty, and not too long for a name. */
static void pipe_name(wchar_t name[PIPE_NAME_MAX]) {
  DWORD length =
      GetEnvironmentVariableW(L"NATIONEC_SOCKET", name, PIPE_NAME_MAX);
  if (length == 0 || length >= PIPE_NAME_MAX) {
    memcpy(name, SYSTEM_PIPE, sizeof SYSTEM_PIPE);
  }
}

static enum nec_transport open_pipe(HANDLE *pipe, const wchar_t *name,
                                    uint64_t deadline) {
  uint64_t settled = 0;
  for (;;) {
    DWORD error = try_pipe(pipe, name);
    if (error == ERROR_SUCCESS) return NEC_TRANSPORT_OK;
    int is_busy = error == ERROR_PIPE_BUSY;
    if (is_busy) WaitNamedPipeW(name, time_left(deadline));
    uint64_t now = nec_now_ms();
    int is_there = error != ERROR_FILE_NOT_FOUND;
    if (is_busy || (is_there && settled == 0)) settled = now + SETTLE_MS;
    if (now >= settled) return reason_of(error);
    if (now >= deadline) return NEC_TRANSPORT_TIMED_OUT;
    if (!is_busy) Sleep(SETTLE_RETRY_MS);
  }
}

/* Of all callers that find no daemon, one starts it and the others wait. */
static enum nec_transport open_started(HANDLE *pipe, const wchar_t *name,
                                       uint64_t deadline,
                                       struct nec_file *file) {
  HANDLE turn = nec_take_turn(deadline);
  if (turn == NULL) return NEC_TRANSPORT_TIMED_OUT;
  enum nec_transport result = open_pipe(pipe, name, deadline);
  if (result == NEC_TRANSPORT_ABSENT) {
    HANDLE daemon;
    result = nec_start(&daemon, file);
    if (result == NEC_TRANSPORT_OK) {
      result = await_daemon(daemon, pipe, name, deadline);
      CloseHandle(daemon);
    }
  }
  nec_give_turn(turn);
  return result;
}

/* Another session's daemon may take the pipe first; ours then ends. */
static enum nec_transport await_daemon(HANDLE daemon, HANDLE *pipe,
                                       const wchar_t *name,
                                       uint64_t deadline) {
  for (;;) {
    DWORD ended = WaitForSingleObject(daemon, READY_RETRY_MS);
    enum nec_transport result = open_pipe(pipe, name, deadline);
    if (result != NEC_TRANSPORT_ABSENT) return result;
    if (ended == WAIT_OBJECT_0) return NEC_TRANSPORT_NOT_STARTED;
    if (nec_now_ms() >= deadline) return NEC_TRANSPORT_TIMED_OUT;
  }
}

/*
 * The server may learn who calls; it may not act in the caller's name. Not
 * GENERIC_WRITE: it includes the right to serve the pipe, which pipe.cc keeps.
 */
static DWORD try_pipe(HANDLE *pipe, const wchar_t *name) {
  *pipe = CreateFileW(name, GENERIC_READ | FILE_WRITE_DATA, 0, NULL,
                      OPEN_EXISTING,
                      FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT |
                          SECURITY_IDENTIFICATION,
                      NULL);
  if (*pipe == INVALID_HANDLE_VALUE) return GetLastError();
  if (nec_is_trusted(*pipe)) return ERROR_SUCCESS;
  CloseHandle(*pipe);
  return ERROR_INVALID_OWNER;
}

static enum nec_transport reason_of(DWORD error) {
  switch (error) {
    case ERROR_ACCESS_DENIED:
      return NEC_TRANSPORT_FORBIDDEN;
    case ERROR_INVALID_OWNER:
      return NEC_TRANSPORT_NOT_OURS;
    case ERROR_TOO_MANY_OPEN_FILES:
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_NO_SYSTEM_RESOURCES:
      return NEC_TRANSPORT_EXHAUSTED;
    default:
      return NEC_TRANSPORT_ABSENT;
  }
}

static enum nec_transport write_all(const struct nec_connection *connection,
                                    struct nec_bytes piece,
                                    uint64_t deadline) {
  while (piece.length > 0) {
    OVERLAPPED operation = {0};
    operation.hEvent = connection->done;
    DWORD count = 0;
    BOOL at_once =
        WriteFile(connection->pipe, piece.at, piece.length, NULL, &operation);
    enum nec_transport result =
        finish(connection, at_once, &operation, &count, deadline);
    if (result != NEC_TRANSPORT_OK) return result;
    piece.at += count;
    piece.length -= count;
  }
  return NEC_TRANSPORT_OK;
}

/*
 * Waits for one operation. An operation that is given up is awaited all the
 * same: until it has ended the system may write to its memory.
 */
static enum nec_transport finish(const struct nec_connection *connection,
                                 BOOL at_once, OVERLAPPED *operation,
                                 DWORD *count, uint64_t deadline) {
  if (!at_once && GetLastError() != ERROR_IO_PENDING) {
    return NEC_TRANSPORT_ENDED;
  }
  DWORD waited =
      at_once ? WAIT_OBJECT_0
              : WaitForSingleObject(connection->done, time_left(deadline));
  if (waited != WAIT_OBJECT_0) CancelIo(connection->pipe);
  BOOL ended = GetOverlappedResult(connection->pipe, operation, count, TRUE);
  if (ended) return NEC_TRANSPORT_OK;
  return GetLastError() == ERROR_OPERATION_ABORTED ? NEC_TRANSPORT_TIMED_OUT
                                                   : NEC_TRANSPORT_ENDED;
}

/* At least 1: for a named pipe 0 means the server's default. */
static DWORD time_left(uint64_t deadline) {
  uint64_t now = nec_now_ms();
  return now < deadline ? (DWORD)(deadline - now) : 1u;
}
