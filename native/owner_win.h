/*
 * Whether the server of a pipe is one that a call may be told to.
 *
 * The pipe's owner is asked and not the server's process, which an ordinary
 * user may not open if it is a service. The owner answers for every instance:
 * the daemon's pipe lets nobody else create one (pipe.cc).
 */
#ifndef NATIONEC_OWNER_WIN_H
#define NATIONEC_OWNER_WIN_H

#include <windows.h>

/* Whether the system, an administrator or this process's user owns `pipe`. */
int nec_is_trusted(HANDLE pipe);

#endif
