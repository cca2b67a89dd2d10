#include "events.h"

#include <wchar.h>

#define SOURCE \
  L"SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\" NEC_SERVICE
/* Every Windows has it; its message 1 is the first text that it is given. */
#define MESSAGES L"%SystemRoot%\\System32\\EventCreate.exe"
#define MESSAGE 1u
/* A file's path, and a sentence or the system's own in two languages. */
#define TEXT_CHARS 1024

static void describe(wchar_t text[TEXT_CHARS],
                     const struct nec_failure *failure);

DWORD nec_events_register(void) {
  HKEY key;
  DWORD error = (DWORD)RegCreateKeyExW(HKEY_LOCAL_MACHINE, SOURCE, 0, NULL, 0,
                                       KEY_SET_VALUE, NULL, &key, NULL);
  if (error != ERROR_SUCCESS) return error;
  const DWORD types = EVENTLOG_ERROR_TYPE;
  RegSetValueExW(key, L"EventMessageFile", 0, REG_EXPAND_SZ,
                 (const BYTE *)MESSAGES, sizeof MESSAGES);
  RegSetValueExW(key, L"TypesSupported", 0, REG_DWORD, (const BYTE *)&types,
                 sizeof types);
  RegCloseKey(key);
  return ERROR_SUCCESS;
}

void nec_events_unregister(void) {
  RegDeleteKeyW(HKEY_LOCAL_MACHINE, SOURCE);
}

void nec_events_tell(const struct nec_failure *failure) {
  wchar_t text[TEXT_CHARS];
  const wchar_t *texts[] = {text};
  describe(text, failure);
  HANDLE log = RegisterEventSourceW(NULL, NEC_SERVICE);
  ReportEventW(log, EVENTLOG_ERROR_TYPE, 0, MESSAGE, NULL, 1, 0, texts, NULL);
  DeregisterEventSource(log);
}

static void describe(wchar_t text[TEXT_CHARS],
                     const struct nec_failure *failure) {
  int is_daemons_own = failure->error == ERROR_SERVICE_SPECIFIC_ERROR;
  const wchar_t *format =
      is_daemons_own ? L"服务进程已退出（退出代码 %lu），原因见 %ls。\r\n"
                       L"The daemon ended with exit code %lu: %ls says why."
                     : L"服务未能启动（系统错误 %lu）：%ls。\r\n"
                       L"The service did not start, system error %lu: %ls";
  DWORD code = is_daemons_own ? failure->exit_code : failure->error;
  _snwprintf(text, TEXT_CHARS, format, code, failure->file, code,
             failure->file);
  text[TEXT_CHARS - 1] = L'\0';
}
