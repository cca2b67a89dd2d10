/* Where the files of an installation are. */
#ifndef NATIONEC_SERVICE_PATHS_H
#define NATIONEC_SERVICE_PATHS_H

#include "failure.h"

/* `name` beside this program; empty where that is too long for a path. */
void nec_program_path(wchar_t path[NEC_PATH_CHARS], const wchar_t *name);

/* The folder for data of all users; empty where the system has none. */
void nec_all_users_path(wchar_t path[NEC_PATH_CHARS]);

/* `name` in %ProgramData%\nationec, or with "" that folder; empty as above. */
void nec_data_path(wchar_t path[NEC_PATH_CHARS], const wchar_t *name);

#endif
