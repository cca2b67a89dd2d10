/*
 * Bytes there and back over a socket.
 */
#ifndef BENCH_EXCHANGE_H
#define BENCH_EXCHANGE_H

#include <stddef.h>

/* Connects to a Unix socket, or ends the process. */
int connect_unix(const char *path);

/* Connects to a TCP port of the loopback interface, or ends the process. */
int connect_loopback(int port);

/* 0 when all bytes have gone. */
int send_all(int descriptor, const char *bytes, size_t length);

/* 0 when exactly `length` bytes have come. */
int receive_all(int descriptor, char *bytes, size_t length);

#endif
