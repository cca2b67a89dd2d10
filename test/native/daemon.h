/* A daemon for the tests of the library, as bad as its behaviour. */
#ifndef NATIONEC_TEST_DAEMON_H
#define NATIONEC_TEST_DAEMON_H

#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

#include "../../native/wire.h"

/* What is done to one connection; it is closed afterwards. */
typedef void (*behaviour)(int client);

struct daemon {
  int listener;
  behaviour behave;
  pthread_t thread;
};

/* A folder for sockets, made at the first call, removed at exit. */
const char *daemon_folder(void);

/* The socket in that folder; NATIONEC_SOCKET names it from then on. */
const char *daemon_path(void);

/* Listens at daemon_path; serves one connection after the other. */
void daemon_start(struct daemon *daemon, behaviour behave);
void daemon_stop(struct daemon *daemon);

/* Listens and never accepts; the caller closes the descriptor. */
int daemon_listen(int backlog);

/* Reads one whole CALL; it is valid until the next. 0 if none came. */
int read_call(int client, struct nec_frame *call);

/* Writes bytes; what the library does not take is dropped. */
void send_bytes(int client, const void *bytes, size_t length);

/* Makes a frame of texts; its length. `out` has NEC_REPLY_FRAME_MAX. */
size_t make_frame(uint8_t *out, enum nec_kind kind, uint32_t deadline_ms,
                  const char *first, const char *second);
void send_frame(int client, enum nec_kind kind, uint32_t deadline_ms,
                const char *first, const char *second);

/* Reads until the library closes. */
void await_close(int client);

void sleep_ms(unsigned ms);

#endif
