/* The system's event log, where a service that cannot run says why. */
#ifndef NATIONEC_SERVICE_EVENTS_H
#define NATIONEC_SERVICE_EVENTS_H

#include "failure.h"

/* Makes the log show our texts as they are. An error of the system, or 0. */
DWORD nec_events_register(void);
void nec_events_unregister(void);

/* Tells the file that `failure` names, and the reason. */
void nec_events_tell(const struct nec_failure *failure);

#endif
