/*
 * NationEcTrans: the one export of NationECCode.dll and libNationECCode.so.
 * XJ-D01-2019, Appendix B, B.1.2.
 */
#ifndef NATIONEC_CODE_H
#define NATIONEC_CODE_H

#ifdef __cplusplus
extern "C" {
#endif

#ifdef _WIN32
#define NATIONEC_CALL __stdcall
#define NATIONEC_EXPORT
#else
#define NATIONEC_CALL
#define NATIONEC_EXPORT __attribute__((visibility("default")))
#endif

/*
 * Scans a code where the transaction needs one, asks the platform, and fills
 * OutData. Blocks until the answer, at the longest until the call's deadline
 * (60 s unless the daemon is configured otherwise).
 *
 * strUrl   the platform's address, NUL-terminated
 * InData   JSON, NUL-terminated, in UTF-8 or GB18030
 * OutData  the caller's buffer of at least 2048 bytes; receives NUL-terminated
 *          JSON {code, message, orgId, data} in the charset of InData, never
 *          more than the daemon's reply.max_bytes (2048), the NUL included
 *
 * Returns a NUL-terminated status text: "0000" if and only if OutData's code
 * is 0, else that code as text. It is a fresh copy (CoTaskMemAlloc on Windows,
 * malloc elsewhere) that the caller may free or leave; NULL only where there
 * is no memory for it, and OutData's code is then -1.
 *
 * Any thread may call, many at once. Nothing is kept between calls, so fork()
 * and unloading are safe.
 */
NATIONEC_EXPORT char *NATIONEC_CALL NationEcTrans(char *strUrl, char *InData,
                                                  char *OutData);

#ifdef __cplusplus
}
#endif

#endif
