/*
 * What the library needs of the system it runs on: a connection to the daemon,
 * a monotonic clock, memory for the returned text, and the way to a handler in
 * the same process. transport_posix.c and transport_win.c implement it.
 *
 * A deadline is an absolute time of nec_now_ms. Nothing blocks beyond it.
 */
#ifndef NATIONEC_TRANSPORT_H
#define NATIONEC_TRANSPORT_H

#include "charset.h"
#include "local.h"
#include "wire.h"

#ifdef _WIN32
#include <windows.h>
/* The charset of a reply to a request that is pure ASCII. */
#define NEC_CHARSET_DEFAULT NEC_GB18030
struct nec_connection {
  HANDLE pipe;
  HANDLE done; /* the event of the one pending operation */
};
#else
#define NEC_CHARSET_DEFAULT NEC_UTF8
struct nec_connection {
  int socket;
};
#endif

/* Room for the name of a file: 259 characters, of up to 3 bytes, and a NUL. */
#define NEC_FILE_BYTES 780u

/* The file that a failure is about, in the charset that was asked for. */
struct nec_file {
  enum nec_charset charset;
  char name[NEC_FILE_BYTES];
};

enum nec_transport {
  NEC_TRANSPORT_OK = 0,
  NEC_TRANSPORT_ABSENT,      /* nobody listens */
  NEC_TRANSPORT_FORBIDDEN,   /* this user may not connect */
  NEC_TRANSPORT_EXHAUSTED,   /* no handle or memory for a connection */
  NEC_TRANSPORT_ENDED,       /* the peer closed */
  NEC_TRANSPORT_TIMED_OUT,
  NEC_TRANSPORT_NOT_OURS,    /* another user's program listens */
  NEC_TRANSPORT_NO_BUNDLE,   /* nobody listens, nec_file is not there */
  NEC_TRANSPORT_NOT_STARTED, /* nobody listens, nec_file did not start */
};

/* Milliseconds of a clock that nobody sets. */
uint64_t nec_now_ms(void);

/*
 * Connects to the daemon. A daemon that is too busy to accept is retried until
 * the deadline. An absent one is told at once, except on Windows, where the
 * one beside the library is started and `file` names what hinders it. Only
 * after NEC_TRANSPORT_OK is there something to close.
 */
enum nec_transport nec_open(struct nec_connection *connection,
                            uint64_t deadline, struct nec_file *file);

/*
 * Sends the pieces one after the other. After NEC_TRANSPORT_ENDED there may
 * still be something to receive: a daemon that refuses says so, then closes.
 */
enum nec_transport nec_send(const struct nec_connection *connection,
                            const struct nec_bytes pieces[3],
                            uint64_t deadline);

/* Waits for bytes; `received` is at least 1 after NEC_TRANSPORT_OK. */
enum nec_transport nec_receive(const struct nec_connection *connection,
                               uint8_t *bytes, size_t capacity,
                               size_t *received, uint64_t deadline);

void nec_close(const struct nec_connection *connection);

/* The handler's entry point in this process, NULL where there is none. */
nec_local_call nec_find_local(void);

/* Memory that the caller's runtime can free; NULL if there is none. */
char *nec_allocate(size_t bytes);

#endif
