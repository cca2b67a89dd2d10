/*
 * What the parts of nationec-service.exe share: the service's name, and the
 * failure that its user reads.
 */
#ifndef NATIONEC_SERVICE_FAILURE_H
#define NATIONEC_SERVICE_FAILURE_H

#include <windows.h>

#define NEC_SERVICE L"nationec"
/* Longest path with the NUL: what CreateProcess takes without a prefix. */
#define NEC_PATH_CHARS MAX_PATH

struct nec_failure {
  DWORD error;     /* of the system; ERROR_SERVICE_SPECIFIC_ERROR: below */
  DWORD exit_code; /* of the daemon that ended by itself */
  wchar_t file[NEC_PATH_CHARS]; /* what it is about */
};

#endif
