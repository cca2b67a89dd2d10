/*
 * Another program in the daemon's place:
 *
 *   squatter PIPE SDDL [ANSWER]
 *
 * Serves one caller after the other, until it is ended, on a pipe of the owner
 * and rights that SDDL says. Prints "ready", and for each caller how many
 * bytes it sent; answers ANSWER if it is given.
 */
#include <windows.h>
#include <sddl.h>
#include <stdio.h>
#include <string.h>

#define PIPE_BYTES 4096

static DWORD serve(HANDLE pipe, const char *answer);

int main(int count, char **arguments) {
  SECURITY_ATTRIBUTES security = {sizeof security, NULL, FALSE};
  if (count < 3 ||
      !ConvertStringSecurityDescriptorToSecurityDescriptorA(
          arguments[2], SDDL_REVISION_1, &security.lpSecurityDescriptor,
          NULL)) {
    return 2;
  }
  HANDLE pipe = CreateNamedPipeA(arguments[1], PIPE_ACCESS_DUPLEX,
                                 PIPE_TYPE_BYTE, PIPE_UNLIMITED_INSTANCES,
                                 PIPE_BYTES, PIPE_BYTES, 0, &security);
  if (pipe == INVALID_HANDLE_VALUE) return 2;
  puts("ready");
  fflush(stdout);
  for (;;) {
    ConnectNamedPipe(pipe, NULL);
    printf("%lu bytes\n", serve(pipe, count > 3 ? arguments[3] : ""));
    fflush(stdout);
    DisconnectNamedPipe(pipe);
  }
}

static DWORD serve(HANDLE pipe, const char *answer) {
  char received[PIPE_BYTES];
  DWORD bytes = 0, total = 0;
  WriteFile(pipe, answer, (DWORD)strlen(answer), &bytes, NULL);
  while (ReadFile(pipe, received, sizeof received, &bytes, NULL)) {
    total += bytes;
  }
  return total;
}
