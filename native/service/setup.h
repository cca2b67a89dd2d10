/*
 * What the installer has done to the system, and undone. Each function ends
 * with 0 or an error of the system, and needs an administrator.
 */
#ifndef NATIONEC_SERVICE_SETUP_H
#define NATIONEC_SERVICE_SETUP_H

#include "failure.h"

/*
 * Registers this program as the service, also where one is registered, and
 * makes the data folder. Starts nothing. ERROR_INVALID_OWNER where the folder
 * is an ordinary user's: who owns the configuration tells the service what to
 * run.
 */
DWORD nec_service_install(void);

/* Ends when the service runs or could not. */
DWORD nec_service_start(void);

/*
 * Ends when no daemon runs, be it the service's or one that a program started
 * for itself.
 */
DWORD nec_service_stop(void);

/* Stops the service and unregisters it. The data folder stays. */
DWORD nec_service_remove(void);

#endif
