#include "setup.h"

#include <wchar.h>

#include "daemon.h"
#include "events.h"
#include "folder.h"
#include "paths.h"

#define DISPLAY L"nationec 医保电子凭证服务"
#define DESCRIPTION \
  L"为 NationECCode.dll 读取扫码设备并连接医保平台 (the daemon of nationec)"
/* Longer than the service itself gives the daemon to start or to end. */
#define STATE_MS 60000u
#define STATE_RETRY_MS 50u
/* A daemon that crashed is started again after this, whenever it crashes. */
#define RESTART_MS 5000u
#define RESTARTS_FORGOTTEN_S 86400u

static DWORD stop_service(void);
static DWORD open_service(SC_HANDLE *service, DWORD access);
static DWORD create(SC_HANDLE *service);
static void describe(SC_HANDLE service);
static DWORD await_start(SC_HANDLE service);
static DWORD await_end(SC_HANDLE service);

DWORD nec_service_install(void) {
  DWORD error = nec_make_data_folder();
  if (error != ERROR_SUCCESS) return error;
  SC_HANDLE service;
  error = create(&service);
  if (error != ERROR_SUCCESS) return error;
  describe(service);
  CloseServiceHandle(service);
  return nec_events_register();
}

DWORD nec_service_start(void) {
  SC_HANDLE service;
  DWORD error =
      open_service(&service, SERVICE_START | SERVICE_QUERY_STATUS);
  if (error != ERROR_SUCCESS) return error;
  error = StartServiceW(service, 0, NULL) ? ERROR_SUCCESS : GetLastError();
  if (error == ERROR_SERVICE_ALREADY_RUNNING) error = ERROR_SUCCESS;
  if (error == ERROR_SUCCESS) error = await_start(service);
  CloseServiceHandle(service);
  return error;
}

DWORD nec_service_stop(void) {
  DWORD error = stop_service();
  if (error != ERROR_SUCCESS) return error;
  return nec_daemon_end_other() ? ERROR_SUCCESS : ERROR_PIPE_BUSY;
}

DWORD nec_service_remove(void) {
  DWORD error = nec_service_stop();
  if (error != ERROR_SUCCESS) return error;
  SC_HANDLE service;
  error = open_service(&service, DELETE);
  if (error == ERROR_SERVICE_DOES_NOT_EXIST) return ERROR_SUCCESS;
  if (error != ERROR_SUCCESS) return error;
  error = DeleteService(service) ? ERROR_SUCCESS : GetLastError();
  CloseServiceHandle(service);
  nec_events_unregister();
  return error;
}

static DWORD stop_service(void) {
  SC_HANDLE service;
  DWORD error = open_service(&service, SERVICE_STOP | SERVICE_QUERY_STATUS);
  if (error == ERROR_SERVICE_DOES_NOT_EXIST) return ERROR_SUCCESS;
  if (error != ERROR_SUCCESS) return error;
  error = await_end(service);
  CloseServiceHandle(service);
  return error;
}

static DWORD open_service(SC_HANDLE *service, DWORD access) {
  SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
  if (manager == NULL) return GetLastError();
  *service = OpenServiceW(manager, NEC_SERVICE, access);
  DWORD error = *service == NULL ? GetLastError() : ERROR_SUCCESS;
  CloseServiceHandle(manager);
  return error;
}

/* As LocalSystem: the library trusts no lesser account (owner_win.h). */
static DWORD create(SC_HANDLE *service) {
  wchar_t program[NEC_PATH_CHARS], command[NEC_PATH_CHARS + 2];
  nec_program_path(program, L"nationec-service.exe");
  _snwprintf(command, NEC_PATH_CHARS + 2, L"\"%ls\"", program);
  SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CREATE_SERVICE);
  if (manager == NULL) return GetLastError();
  *service = CreateServiceW(manager, NEC_SERVICE, DISPLAY, SERVICE_ALL_ACCESS,
                            SERVICE_WIN32_OWN_PROCESS, SERVICE_AUTO_START,
                            SERVICE_ERROR_NORMAL, command, NULL, NULL, NULL,
                            NULL, NULL);
  DWORD error = *service == NULL ? GetLastError() : ERROR_SUCCESS;
  CloseServiceHandle(manager);
  if (error != ERROR_SERVICE_EXISTS) return error;
  error = open_service(service, SERVICE_ALL_ACCESS);
  if (error != ERROR_SUCCESS) return error;
  BOOL changed = ChangeServiceConfigW(
      *service, SERVICE_WIN32_OWN_PROCESS, SERVICE_AUTO_START,
      SERVICE_ERROR_NORMAL, command, NULL, NULL, NULL, NULL, NULL, DISPLAY);
  if (changed) return ERROR_SUCCESS;
  error = GetLastError();
  CloseServiceHandle(*service);
  return error;
}

/*
 * The service works without. One that says that it failed is started again as
 * one that crashed.
 */
static void describe(SC_HANDLE service) {
  SERVICE_DESCRIPTIONW description = {.lpDescription = DESCRIPTION};
  SC_ACTION restart = {.Type = SC_ACTION_RESTART, .Delay = RESTART_MS};
  SERVICE_FAILURE_ACTIONSW actions = {.dwResetPeriod = RESTARTS_FORGOTTEN_S,
                                      .cActions = 1,
                                      .lpsaActions = &restart};
  SERVICE_FAILURE_ACTIONS_FLAG flag = {.fFailureActionsOnNonCrashFailures =
                                           TRUE};
  ChangeServiceConfig2W(service, SERVICE_CONFIG_DESCRIPTION, &description);
  ChangeServiceConfig2W(service, SERVICE_CONFIG_FAILURE_ACTIONS, &actions);
  ChangeServiceConfig2W(service, SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, &flag);
}

/* A service that stopped when it should run has said why. */
static DWORD await_start(SC_HANDLE service) {
  for (DWORD waited = 0; waited < STATE_MS; waited += STATE_RETRY_MS) {
    SERVICE_STATUS status;
    if (!QueryServiceStatus(service, &status)) return GetLastError();
    if (status.dwCurrentState == SERVICE_RUNNING) return ERROR_SUCCESS;
    if (status.dwCurrentState == SERVICE_STOPPED) {
      return status.dwWin32ExitCode;
    }
    Sleep(STATE_RETRY_MS);
  }
  return ERROR_SERVICE_REQUEST_TIMEOUT;
}

/* A service that is just starting can be stopped as soon as it runs. */
static DWORD await_end(SC_HANDLE service) {
  for (DWORD waited = 0; waited < STATE_MS; waited += STATE_RETRY_MS) {
    SERVICE_STATUS status;
    if (!QueryServiceStatus(service, &status)) return GetLastError();
    if (status.dwCurrentState == SERVICE_STOPPED) return ERROR_SUCCESS;
    if (status.dwCurrentState == SERVICE_RUNNING) {
      ControlService(service, SERVICE_CONTROL_STOP, &status);
    }
    Sleep(STATE_RETRY_MS);
  }
  return ERROR_SERVICE_REQUEST_TIMEOUT;
}
