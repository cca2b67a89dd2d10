#include "exchange.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int must(int result, const char *what);

int connect_unix(const char *path) {
  struct sockaddr_un address = {0};
  address.sun_family = AF_UNIX;
  memcpy(address.sun_path, path, strlen(path) + 1);
  int descriptor = must(socket(AF_UNIX, SOCK_STREAM, 0), "socket");
  must(connect(descriptor, (struct sockaddr *)&address, sizeof address), path);
  return descriptor;
}

int connect_loopback(int port) {
  struct sockaddr_in address = {0};
  address.sin_family = AF_INET;
  address.sin_port = htons((uint16_t)port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int at_once = 1;
  int descriptor = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
  must(setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &at_once,
                  sizeof at_once), "TCP_NODELAY");
  must(connect(descriptor, (struct sockaddr *)&address, sizeof address),
       "connect");
  return descriptor;
}

int send_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = send(descriptor, bytes, length, MSG_NOSIGNAL);
    if (sent <= 0) return -1;
    bytes += sent;
    length -= (size_t)sent;
  }
  return 0;
}

int receive_all(int descriptor, char *bytes, size_t length) {
  while (length > 0) {
    ssize_t received = recv(descriptor, bytes, length, 0);
    if (received <= 0) return -1;
    bytes += received;
    length -= (size_t)received;
  }
  return 0;
}

static int must(int result, const char *what) {
  if (result >= 0) return result;
  perror(what);
  exit(1);
}
