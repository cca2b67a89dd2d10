/*
 * The least a client does: connect, send, receive, close.
 *
 *   floor-client WARM COUNT PAUSE_MS SOCKET REQUEST_BYTES REPLY_BYTES
 */
#include <stdlib.h>
#include <unistd.h>

#include "exchange.h"
#include "measure.h"

#define BYTES_MAX 4096

struct request {
  const char *path;
  size_t request_bytes;
  size_t reply_bytes;
};

static int call(void *context) {
  const struct request *request = context;
  char bytes[BYTES_MAX] = {0};
  int descriptor = connect_unix(request->path);
  int failed = send_all(descriptor, bytes, request->request_bytes) ||
               receive_all(descriptor, bytes, request->reply_bytes);
  close(descriptor);
  return failed;
}

int main(int count, char **arguments) {
  if (count != 7) return 2;
  struct request request = {arguments[4], (size_t)atoi(arguments[5]),
                            (size_t)atoi(arguments[6])};
  return measure(read_plan(arguments + 1), call, &request);
}
