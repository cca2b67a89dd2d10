/*
 * The native threads of this process that wait for JavaScript to answer them.
 *
 * A caller waits on its own stack. JavaScript never holds a pointer to it,
 * only its number; whoever has the lock may follow the number and finds
 * nothing once the caller has left. So an answer that is late or the second,
 * a deadline and the end of the environment cannot meet.
 */
#ifndef NATIONEC_CALLERS_H
#define NATIONEC_CALLERS_H

#include <napi.h>

extern "C" {
#include "local.h"
#include "wire.h"
}

namespace nationec {

/* Where a caller wants its REPLY frame. */
struct ReplyBuffer {
  uint8_t *at;
  size_t capacity;
  size_t *written;
};

/*
 * From now on callers are announced to `queue` by their number. Called on the
 * JavaScript thread of `owner`. False, and nothing done, if another accepts.
 */
bool accept_callers(napi_env owner, napi_threadsafe_function queue);

/*
 * Releases every caller with NEC_LOCAL_CLOSED, and the queue. False, and
 * nothing done, if `owner` does not accept callers.
 */
bool dismiss_callers(napi_env owner);

/* What nationec_local_call of local.h does. */
enum nec_local_result call_and_wait(const struct nec_frame &call,
                                    const ReplyBuffer &reply);

/*
 * Writes the fields of the caller's call into `object`; false if the caller
 * has left. What `object` gets are copies.
 */
bool copy_call(uintptr_t number, Napi::Object object);

/*
 * Gives the caller its reply and lets it go. NEC_OK also if it has left; on
 * anything else it still waits.
 */
enum nec_result answer_caller(uintptr_t number, const struct nec_frame &reply);

/* Lets the caller go without a reply, with NEC_LOCAL_CLOSED. */
void dismiss_caller(uintptr_t number);

}  // namespace nationec

#endif
