/*
 * What nationec status and nationec stop send, without the time that Node
 * needs to start:
 *
 *   command PIPE status|stop
 *
 * Prints the daemon's JSON. Ends with 3 if no daemon is there.
 */
#include <windows.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* native/wire.h: magic, versions, kind CONTROL, length, no deadline. */
#define HEADER_BYTES 16
#define FRAME_BYTES 4096

int main(int count, char **arguments) {
  if (count != 3) return 2;
  char frame[FRAME_BYTES] = "NECT\1\1\4";
  char name[MAX_PATH];
  snprintf(name, sizeof name, "%s.control", arguments[1]);
  HANDLE pipe = CreateFileA(name, GENERIC_READ | GENERIC_WRITE, 0, NULL,
                            OPEN_EXISTING, 0, NULL);
  if (pipe == INVALID_HANDLE_VALUE) return 3;
  int length = snprintf(frame + HEADER_BYTES, FRAME_BYTES - HEADER_BYTES,
                        "{\"command\":\"%s\"}", arguments[2]);
  frame[8] = (char)length;
  DWORD bytes = 0, total = 0;
  WriteFile(pipe, frame, (DWORD)(HEADER_BYTES + length), &bytes, NULL);
  while (total < FRAME_BYTES - 1 &&
         ReadFile(pipe, frame + total, FRAME_BYTES - 1 - total, &bytes, NULL)) {
    total += bytes;
  }
  frame[total] = '\0';
  puts(frame + HEADER_BYTES);
  return 0;
}
