/*
 * The addon's parts, each with the file of its name, and what they share.
 * What they put on the exports object is declared in src/bridge/addon.ts.
 */
#ifndef NATIONEC_BRIDGE_H
#define NATIONEC_BRIDGE_H

#include <napi.h>

extern "C" {
#include "wire.h"
}

namespace nationec {

/* limits, decodeFrame, encodeFrame */
void export_frames(Napi::Env env, Napi::Object exports);
/* peerCredentials */
void export_peer(Napi::Env env, Napi::Object exports);
/* openPseudoTerminal */
void export_pty(Napi::Env env, Napi::Object exports);
/* openPipeToUsers */
void export_pipe(Napi::Env env, Napi::Object exports);
/* grabInput, watchReadable */
void export_evdev(Napi::Env env, Napi::Object exports);
/* serveLocalCalls, stopLocalCalls */
void export_local(Napi::Env env, Napi::Object exports);

/* An Error with `code`. */
Napi::Error coded_error(Napi::Env env, const char *code, const char *message);

/* An Error with errno's name as `code`; `call` is what failed. */
Napi::Error system_error(Napi::Env env, const char *call, int number);

/* An Error for what wire.h reports, its name there as `code`. */
Napi::Error frame_error(Napi::Env env, enum nec_result result,
                        const struct nec_frame &frame);

/* The memory of a Uint8Array; else a TypeError that calls it `name`. */
struct nec_bytes piece_of(Napi::Value value, const char *name);

/* deadlineMs, url, inData and charset of a CALL, as copies. */
void set_call(Napi::Object object, const struct nec_frame &call);

}  // namespace nationec

#endif
