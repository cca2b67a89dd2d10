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

/* A user, with room for its SID. */
union nec_user {
  TOKEN_USER token;
  BYTE bytes[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
};

/* This process's user; 0 where the system does not say. */
int nec_own_user(union nec_user *own);

/* Whether the system, an administrator or this process's user owns `pipe`. */
int nec_is_trusted(HANDLE pipe);

#endif
