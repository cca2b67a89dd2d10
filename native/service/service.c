/*
 * nationec-service.exe: the daemon as a service of Windows.
 *
 *   nationec-service            run by the service manager alone
 *   nationec-service install    registers the service
 *   nationec-service start      ends when it runs, or could not
 *   nationec-service stop       ends when it has stopped
 *   nationec-service remove     stops it and unregisters it
 *
 * Lies beside node.exe. It prints nothing: it ends with 0 or an error of the
 * system, and why the service itself failed is in the event log.
 */
#include "failure.h"

#include <string.h>

#include "daemon.h"
#include "events.h"
#include "setup.h"

/* node.exe starts in a second, on an old disk behind a virus scanner in ten. */
#define START_MS 45000u
/* The daemon gives its callers a second, then closes the journal. */
#define STOP_MS 10000u
/* How often the manager is told that it still goes on. */
#define PROGRESS_MS 100u
/* Beyond this silence the manager takes a service for hanging. */
#define HINT_MS 5000u

static SERVICE_STATUS_HANDLE manager;
static HANDLE stop_asked;

static void WINAPI serve(DWORD count, wchar_t **arguments);
static DWORD WINAPI control(DWORD asked, DWORD type, void *data, void *context);
static int start(struct nec_daemon *daemon, struct nec_failure *failure);
static int await_end(const struct nec_daemon *daemon,
                     struct nec_failure *failure);
static void stop(const struct nec_daemon *daemon);
static void report(DWORD state, DWORD checkpoint);
static void report_stopped(const struct nec_failure *failure);

int main(int count, char **arguments) {
  const struct {
    const char *name;
    DWORD (*run)(void);
  } commands[] = {{"install", nec_service_install},
                  {"start", nec_service_start},
                  {"stop", nec_service_stop},
                  {"remove", nec_service_remove}};
  for (size_t at = 0; at < sizeof commands / sizeof *commands; at++) {
    if (count == 2 && strcmp(arguments[1], commands[at].name) == 0) {
      return (int)commands[at].run();
    }
  }
  if (count > 1) return ERROR_BAD_ARGUMENTS;
  wchar_t name[] = NEC_SERVICE;
  const SERVICE_TABLE_ENTRYW services[] = {{name, serve}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(services) ? 0 : (int)GetLastError();
}

static void WINAPI serve(DWORD count, wchar_t **arguments) {
  (void)count;
  (void)arguments;
  struct nec_failure failure = {0};
  struct nec_daemon daemon;
  stop_asked = CreateEventW(NULL, TRUE, FALSE, NULL);
  manager = RegisterServiceCtrlHandlerExW(NEC_SERVICE, control, NULL);
  report(SERVICE_START_PENDING, 1);
  int failed = !start(&daemon, &failure);
  if (!failed) {
    report(SERVICE_RUNNING, 0);
    failed = !await_end(&daemon, &failure);
    nec_daemon_end(&daemon);
  }
  if (failed) nec_events_tell(&failure);
  report_stopped(&failure);
}

static DWORD WINAPI control(DWORD asked, DWORD type, void *data,
                            void *context) {
  (void)type;
  (void)data;
  (void)context;
  switch (asked) {
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_SHUTDOWN:
      report(SERVICE_STOP_PENDING, 1);
      SetEvent(stop_asked);
      return NO_ERROR;
    case SERVICE_CONTROL_INTERROGATE:
      return NO_ERROR;
    default:
      return ERROR_CALL_NOT_IMPLEMENTED;
  }
}

/* Whether the daemon serves calls; else nothing of it is left. */
static int start(struct nec_daemon *daemon, struct nec_failure *failure) {
  if (!nec_daemon_start(daemon, failure)) return 0;
  int ended = 0;
  for (DWORD at = 1; at < START_MS / PROGRESS_MS && !ended; at++) {
    if (nec_daemon_serves()) return 1;
    ended = nec_daemon_has_ended(daemon, PROGRESS_MS, failure);
    report(SERVICE_START_PENDING, at + 1);
  }
  if (!ended) failure->error = ERROR_SERVICE_REQUEST_TIMEOUT;
  nec_daemon_end(daemon);
  return 0;
}

/* Whether it ended because it was asked to. */
static int await_end(const struct nec_daemon *daemon,
                     struct nec_failure *failure) {
  const HANDLE ends[] = {stop_asked, daemon->process};
  DWORD first = WaitForMultipleObjects(2, ends, FALSE, INFINITE);
  if (first != WAIT_OBJECT_0) {
    nec_daemon_has_ended(daemon, 0, failure);
    return 0;
  }
  stop(daemon);
  return 1;
}

/* A daemon that does not end in time is ended by the caller. */
static void stop(const struct nec_daemon *daemon) {
  struct nec_failure ignored;
  HANDLE asked = nec_daemon_ask_to_stop();
  for (DWORD at = 1; at < STOP_MS / PROGRESS_MS; at++) {
    if (nec_daemon_has_ended(daemon, PROGRESS_MS, &ignored)) break;
    report(SERVICE_STOP_PENDING, at + 1);
  }
  CloseHandle(asked);
}

static void report(DWORD state, DWORD checkpoint) {
  SERVICE_STATUS status = {.dwServiceType = SERVICE_WIN32_OWN_PROCESS,
                           .dwCurrentState = state,
                           .dwCheckPoint = checkpoint};
  if (checkpoint > 0) status.dwWaitHint = HINT_MS;
  if (state == SERVICE_RUNNING) {
    status.dwControlsAccepted = SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN;
  }
  SetServiceStatus(manager, &status);
}

static void report_stopped(const struct nec_failure *failure) {
  SERVICE_STATUS status = {.dwServiceType = SERVICE_WIN32_OWN_PROCESS,
                           .dwCurrentState = SERVICE_STOPPED,
                           .dwWin32ExitCode = failure->error,
                           .dwServiceSpecificExitCode = failure->exit_code};
  SetServiceStatus(manager, &status);
}
