/*
 * The daemon as a child of the service: node.exe beside this program, in a job
 * that ends it with this program at the latest. What it prints goes to
 * daemon.log in the data folder, where it finds nationec.toml too.
 */
#ifndef NATIONEC_SERVICE_DAEMON_H
#define NATIONEC_SERVICE_DAEMON_H

#include "failure.h"

struct nec_daemon {
  HANDLE process;
  HANDLE job;
};

/*
 * Starts the daemon, in the place of one that a program started for itself.
 * Whether that was done; else `failure` says why not.
 */
int nec_daemon_start(struct nec_daemon *daemon, struct nec_failure *failure);

/* Whether somebody serves the pipe that the library connects to. */
int nec_daemon_serves(void);

/*
 * Whether the daemon has ended within `timeout_ms`. `failure` names the log,
 * and has the exit code of a daemon that has ended.
 */
int nec_daemon_has_ended(const struct nec_daemon *daemon, DWORD timeout_ms,
                         struct nec_failure *failure);

/*
 * Ends a daemon that is not the service's own; until it has ended its files
 * cannot be replaced. Whether nobody serves the pipe then.
 */
int nec_daemon_end_other(void);

/*
 * Asks the daemon to end as nationec stop does; the result is to be closed
 * when it has ended. INVALID_HANDLE_VALUE where it cannot be asked.
 */
HANDLE nec_daemon_ask_to_stop(void);

/* Ends the daemon, and all that it started, in whatever state they are. */
void nec_daemon_end(const struct nec_daemon *daemon);

#endif
