/*
 * The way of a call that stays in its process. A Node process that has
 * registered a handler holds the addon nationec.node, which exports
 * NEC_LOCAL_SYMBOL of the type nec_local_call and has promoted itself to
 * global scope. The library looks the symbol up in each call and opens no
 * socket where somebody answers.
 */
#ifndef NATIONEC_LOCAL_H
#define NATIONEC_LOCAL_H

#include <stddef.h>
#include <stdint.h>

#define NEC_LOCAL_SYMBOL "nationec_local_call"
/* The addon's file name, which is how Windows finds it among the modules. */
#define NEC_LOCAL_MODULE "nationec.node"

enum nec_local_result {
  NEC_LOCAL_NOBODY = 0,     /* no handler: the daemon is asked instead */
  NEC_LOCAL_REPLIED = 1,    /* a REPLY frame was written */
  NEC_LOCAL_TIMED_OUT = 2,  /* nothing by the deadline */
  NEC_LOCAL_OWN_THREAD = 3, /* called on the JavaScript thread: would hang */
  NEC_LOCAL_TOO_MANY = 4,   /* the calls would fill the libuv thread pool */
  NEC_LOCAL_CLOSED = 5      /* the environment went down during the call */
};

/*
 * Hands a call to the handler and blocks until its reply, at the longest
 * deadline_ms. `url` and `indata` are not NUL-terminated by contract and are
 * only valid until the return. On NEC_LOCAL_REPLIED `reply_frame`, which has
 * `capacity` bytes (NEC_REPLY_FRAME_MAX), holds one REPLY frame of wire.h
 * and `written` its length; on anything else both are untouched. Any thread.
 */
typedef enum nec_local_result (*nec_local_call)(
    const char *url, uint32_t url_length, const char *indata,
    uint32_t indata_length, uint32_t deadline_ms, uint8_t *reply_frame,
    size_t capacity, size_t *written);

#endif
