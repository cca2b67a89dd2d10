/*
 * A small HTTP/1.1 client.
 *
 *   http-client WARM COUNT PAUSE_MS PORT INDATA keep|close
 */
#define _GNU_SOURCE /* strcasestr */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "exchange.h"
#include "measure.h"

#define BYTES_MAX 4096

struct request {
  int port;
  int keeps;
  int descriptor; /* -1 while there is no connection */
  size_t length;
  char bytes[BYTES_MAX];
};

/* Whether head and body of an answer with Content-Length are all there. */
static int is_whole(const char *answer, size_t received) {
  const char *end = strstr(answer, "\r\n\r\n");
  const char *length = strcasestr(answer, "\r\nContent-Length:");
  if (end == NULL || length == NULL) return 0;
  size_t body = (size_t)atol(length + strlen("\r\nContent-Length:"));
  return received >= (size_t)(end + 4 - answer) + body;
}

static int receive_answer(int descriptor) {
  char answer[BYTES_MAX];
  size_t received = 0;
  for (;;) {
    ssize_t count = recv(descriptor, answer + received,
                         sizeof answer - 1 - received, 0);
    if (count <= 0) return -1;
    received += (size_t)count;
    answer[received] = '\0';
    if (is_whole(answer, received)) break;
  }
  return strncmp(answer, "HTTP/1.1 200", 12);
}

static int call(void *context) {
  struct request *request = context;
  if (request->descriptor < 0) {
    request->descriptor = connect_loopback(request->port);
  }
  int failed = send_all(request->descriptor, request->bytes,
                        request->length) ||
               receive_answer(request->descriptor);
  if (!request->keeps) {
    close(request->descriptor);
    request->descriptor = -1;
  }
  return failed;
}

int main(int count, char **arguments) {
  if (count != 7) return 2;
  struct request request = {0};
  request.port = atoi(arguments[4]);
  request.keeps = strcmp(arguments[6], "keep") == 0;
  request.descriptor = -1;
  int length = snprintf(
      request.bytes, sizeof request.bytes,
      "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: %s\r\n"
      "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
      request.keeps ? "keep-alive" : "close", strlen(arguments[5]),
      arguments[5]);
  request.length = (size_t)length;
  return measure(read_plan(arguments + 1), call, &request);
}
