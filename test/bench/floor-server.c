/*
 * The least a server does. It prints a line when it listens.
 *
 *   floor-server SOCKET REQUEST_BYTES REPLY_BYTES one|threads
 *
 * one: it answers one caller after the other, which no daemon can whose
 * callers wait for a scan. threads: a thread for each connection.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "exchange.h"

#define BYTES_MAX 4096
#define BACKLOG 511

static size_t request_bytes;
static size_t reply_bytes;

static void *serve(void *descriptor) {
  char bytes[BYTES_MAX] = {0};
  int client = (int)(intptr_t)descriptor;
  if (receive_all(client, bytes, request_bytes) == 0) {
    send_all(client, bytes, reply_bytes);
  }
  close(client);
  return NULL;
}

static void serve_in_thread(void *descriptor) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, serve, descriptor) != 0) exit(1);
  pthread_detach(thread);
}

static int listen_at(const char *path) {
  struct sockaddr_un address = {0};
  address.sun_family = AF_UNIX;
  memcpy(address.sun_path, path, strlen(path) + 1);
  int server = socket(AF_UNIX, SOCK_STREAM, 0);
  if (bind(server, (struct sockaddr *)&address, sizeof address) != 0 ||
      listen(server, BACKLOG) != 0) {
    perror(path);
    exit(1);
  }
  return server;
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  request_bytes = (size_t)atoi(arguments[2]);
  reply_bytes = (size_t)atoi(arguments[3]);
  int threads = strcmp(arguments[4], "threads") == 0;
  int server = listen_at(arguments[1]);
  puts("ready");
  fflush(stdout);
  for (;;) {
    int client = accept(server, NULL, NULL);
    if (client < 0) return 1;
    if (threads) serve_in_thread((void *)(intptr_t)client);
    else serve((void *)(intptr_t)client);
  }
}
