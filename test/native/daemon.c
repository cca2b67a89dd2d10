#define _GNU_SOURCE
#include "daemon.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "tap.h"

#define CALL_MAX (NEC_CALL_PREFIX_BYTES + NEC_URL_MAX + NEC_INDATA_MAX)
#define BACKLOG 128

static char folder[64];
static char path[96];

static void *accept_loop(void *argument);
static void remove_folder(void);

const char *daemon_folder(void) {
  if (folder[0] == '\0') {
    strcpy(folder, P_tmpdir "/nationec-test-XXXXXX");
    if (mkdtemp(folder) == NULL) bail_out("mkdtemp");
    snprintf(path, sizeof path, "%s/nationec.sock", folder);
    atexit(remove_folder);
  }
  return folder;
}

const char *daemon_path(void) {
  daemon_folder();
  setenv("NATIONEC_SOCKET", path, 1);
  return path;
}

void daemon_start(struct daemon *daemon, behaviour behave) {
  daemon->behave = behave;
  daemon->listener = daemon_listen(BACKLOG);
  pthread_create(&daemon->thread, NULL, accept_loop, daemon);
}

void daemon_stop(struct daemon *daemon) {
  shutdown(daemon->listener, SHUT_RDWR);
  pthread_join(daemon->thread, NULL);
  close(daemon->listener);
  unlink(path);
}

int daemon_listen(int backlog) {
  struct sockaddr_un address = {0};
  address.sun_family = AF_UNIX;
  strcpy(address.sun_path, daemon_path());
  unlink(path);
  int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 ||
      listen(listener, backlog) != 0) {
    bail_out(path);
  }
  return listener;
}

int read_call(int client, struct nec_frame *call) {
  static uint8_t bytes[CALL_MAX];
  size_t length = 0;
  for (;;) {
    if (nec_decode(bytes, length, call) == NEC_OK) return 1;
    ssize_t count = read(client, bytes + length, sizeof bytes - length);
    if (count <= 0) return 0;
    length += (size_t)count;
  }
}

void send_bytes(int client, const void *bytes, size_t length) {
  const uint8_t *at = bytes;
  while (length > 0) {
    ssize_t count = send(client, at, length, MSG_NOSIGNAL);
    if (count <= 0) return;
    at += count;
    length -= (size_t)count;
  }
}

size_t make_frame(uint8_t *out, enum nec_kind kind, uint32_t deadline_ms,
                  const char *first, const char *second) {
  struct nec_frame frame = {0};
  size_t length = 0;
  frame.kind = kind;
  frame.deadline_ms = deadline_ms;
  frame.first.at = (const uint8_t *)first;
  frame.first.length = (uint32_t)strlen(first);
  frame.second.at = (const uint8_t *)second;
  frame.second.length = (uint32_t)strlen(second);
  if (nec_encode(out, NEC_REPLY_FRAME_MAX, &frame, &length) != NEC_OK) {
    bail_out("nec_encode");
  }
  return length;
}

void send_frame(int client, enum nec_kind kind, uint32_t deadline_ms,
                const char *first, const char *second) {
  uint8_t bytes[NEC_REPLY_FRAME_MAX];
  size_t length = make_frame(bytes, kind, deadline_ms, first, second);
  send_bytes(client, bytes, length);
}

void await_close(int client) {
  char bytes[4096];
  while (read(client, bytes, sizeof bytes) > 0) continue;
}

void sleep_ms(unsigned ms) {
  struct timespec left = {ms / 1000, (long)(ms % 1000) * 1000000};
  while (nanosleep(&left, &left) != 0 && errno == EINTR) continue;
}

static void *accept_loop(void *argument) {
  struct daemon *daemon = argument;
  for (;;) {
    int client = accept4(daemon->listener, NULL, NULL, SOCK_CLOEXEC);
    if (client < 0 && errno != EINTR) return NULL;
    if (client < 0) continue;
    daemon->behave(client);
    close(client);
  }
}

static void remove_folder(void) {
  unlink(path);
  rmdir(folder);
}
