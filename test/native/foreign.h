/* What the foreign programs of this room share: the library by its ABI. */
#ifndef NATIONEC_TEST_FOREIGN_H
#define NATIONEC_TEST_FOREIGN_H

#include <stddef.h>

/* Table B.1 allows 200K for data and for extra; 1 MB is what tests give. */
#define INDATA_BYTES (2u * 1024u * 1024u)

typedef char *(*trans_function)(char *, char *, char *);

/* NationEcTrans of the library; ends the program with 2 where there is none. */
trans_function load_library(const char *path);

/* A file's text, NUL-terminated, in memory that is never freed. */
char *read_text(const char *path);

/* `bytes` bytes that end at a page which cannot be touched, never freed. */
char *guarded(size_t bytes);

#endif
