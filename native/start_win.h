/*
 * Starting the daemon that lies beside the library, for programs that a
 * vendor delivers with the bundle and without an installation:
 *
 *   POS.exe, NationECCode.dll, nationec\nationec.cmd …   a copy of the library
 *   nationec\x86\NationECCode.dll, nationec\nationec.cmd …   the bundle's own
 */
#ifndef NATIONEC_START_WIN_H
#define NATIONEC_START_WIN_H

#include "transport.h"

/*
 * Waits until no other caller of this session starts a daemon; NULL if that
 * takes longer than `deadline`. It is the same thread that gives the turn back.
 */
HANDLE nec_take_turn(uint64_t deadline);
void nec_give_turn(HANDLE turn);

/*
 * Starts the daemon, which ends by itself when nobody calls; `daemon` is its
 * process, to be closed. `file` is the file that is not there or the program
 * that was started. It gets no handle of this process and its own folder.
 */
enum nec_transport nec_start(HANDLE *daemon, struct nec_file *file);

#endif
