/* The folder of configuration, journal and keys. */
#ifndef NATIONEC_SERVICE_FOLDER_H
#define NATIONEC_SERVICE_FOLDER_H

#include "failure.h"

/*
 * Makes %ProgramData%\nationec, or takes it over: only the system and
 * administrators may read or write below it. ERROR_INVALID_OWNER where
 * another user owns it already.
 */
DWORD nec_make_data_folder(void);

#endif
