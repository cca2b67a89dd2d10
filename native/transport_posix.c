#define _GNU_SOURCE /* secure_getenv, RTLD_DEFAULT */
#include "transport.h"

#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define SYSTEM_SOCKET "/run/nationec/nationec.sock"
#define USER_SOCKET "/nationec.sock"
/* A full backlog has no event to wait for: how often it is tried again. */
#define BACKLOG_RETRY_MS 2u

static enum nec_transport connect_to(struct nec_connection *connection,
                                     const char *folder, const char *name,
                                     uint64_t deadline);
static enum nec_transport connect_until(int descriptor,
                                        const struct sockaddr_un *address,
                                        uint64_t deadline);
static enum nec_transport reason_of(int error);
static int make_address(struct sockaddr_un *address, const char *folder,
                        const char *name);
static const char *environment(const char *name);
static size_t skip_sent(struct iovec *vectors, size_t count, size_t sent);
static enum nec_transport wait_for(int descriptor, short events,
                                   uint64_t deadline);

uint64_t nec_now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u;
}

enum nec_transport nec_open(struct nec_connection *connection,
                            uint64_t deadline, struct nec_file *file) {
  (void)file;
  const char *chosen = environment("NATIONEC_SOCKET");
  if (chosen != NULL) return connect_to(connection, chosen, "", deadline);
  const char *user = geteuid() == 0 ? NULL : environment("XDG_RUNTIME_DIR");
  enum nec_transport first = NEC_TRANSPORT_ABSENT;
  if (user != NULL) first = connect_to(connection, user, USER_SOCKET, deadline);
  if (first != NEC_TRANSPORT_ABSENT && first != NEC_TRANSPORT_FORBIDDEN) {
    return first;
  }
  enum nec_transport second =
      connect_to(connection, SYSTEM_SOCKET, "", deadline);
  return second == NEC_TRANSPORT_ABSENT ? first : second;
}

enum nec_transport nec_send(const struct nec_connection *connection,
                            const struct nec_bytes pieces[3],
                            uint64_t deadline) {
  struct iovec vectors[3];
  for (size_t at = 0; at < 3; at++) {
    vectors[at].iov_base = (void *)(uintptr_t)pieces[at].at;
    vectors[at].iov_len = pieces[at].length;
  }
  size_t first = skip_sent(vectors, 3, 0);
  while (first < 3) {
    struct msghdr message = {0};
    message.msg_iov = vectors + first;
    message.msg_iovlen = 3 - first;
    ssize_t sent = sendmsg(connection->socket, &message, MSG_NOSIGNAL);
    if (sent >= 0) {
      first += skip_sent(vectors + first, 3 - first, (size_t)sent);
    } else if (errno == EAGAIN) {
      enum nec_transport ready =
          wait_for(connection->socket, POLLOUT, deadline);
      if (ready != NEC_TRANSPORT_OK) return ready;
    } else if (errno != EINTR) {
      return NEC_TRANSPORT_ENDED;
    }
  }
  return NEC_TRANSPORT_OK;
}

enum nec_transport nec_receive(const struct nec_connection *connection,
                               uint8_t *bytes, size_t capacity,
                               size_t *received, uint64_t deadline) {
  for (;;) {
    enum nec_transport ready = wait_for(connection->socket, POLLIN, deadline);
    if (ready != NEC_TRANSPORT_OK) return ready;
    ssize_t count = recv(connection->socket, bytes, capacity, 0);
    if (count > 0) {
      *received = (size_t)count;
      return NEC_TRANSPORT_OK;
    }
    if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
      return NEC_TRANSPORT_ENDED;
    }
  }
}

void nec_close(const struct nec_connection *connection) {
  close(connection->socket);
}

nec_local_call nec_find_local(void) {
  void *symbol = dlsym(RTLD_DEFAULT, NEC_LOCAL_SYMBOL);
  nec_local_call call = NULL;
  if (symbol == NULL) {
    dlerror(); /* leaves no error behind for the caller's own dlerror */
  } else {
    memcpy(&call, &symbol, sizeof call);
  }
  return call;
}

char *nec_allocate(size_t bytes) { return malloc(bytes); }

static enum nec_transport connect_to(struct nec_connection *connection,
                                     const char *folder, const char *name,
                                     uint64_t deadline) {
  struct sockaddr_un address;
  if (!make_address(&address, folder, name)) return NEC_TRANSPORT_ABSENT;
  int descriptor =
      socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) return NEC_TRANSPORT_EXHAUSTED;
  enum nec_transport result = connect_until(descriptor, &address, deadline);
  if (result != NEC_TRANSPORT_OK) close(descriptor);
  connection->socket = descriptor;
  return result;
}

static enum nec_transport connect_until(int descriptor,
                                        const struct sockaddr_un *address,
                                        uint64_t deadline) {
  while (connect(descriptor, (const struct sockaddr *)address,
                 sizeof *address) != 0) {
    if (errno == EINTR) continue;
    if (errno != EAGAIN) return reason_of(errno);
    uint64_t now = nec_now_ms();
    if (now >= deadline) return NEC_TRANSPORT_TIMED_OUT;
    uint64_t left = deadline - now;
    poll(NULL, 0, (int)(left < BACKLOG_RETRY_MS ? left : BACKLOG_RETRY_MS));
  }
  return NEC_TRANSPORT_OK;
}

static enum nec_transport reason_of(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return NEC_TRANSPORT_FORBIDDEN;
    case ENOMEM:
    case ENOBUFS:
      return NEC_TRANSPORT_EXHAUSTED;
    default:
      return NEC_TRANSPORT_ABSENT;
  }
}

/* Whether the path fits into an address. */
static int make_address(struct sockaddr_un *address, const char *folder,
                        const char *name) {
  size_t folder_length = strlen(folder);
  size_t name_length = strlen(name);
  memset(address, 0, sizeof *address);
  address->sun_family = AF_UNIX;
  if (folder_length + name_length >= sizeof address->sun_path) return 0;
  memcpy(address->sun_path, folder, folder_length);
  memcpy(address->sun_path + folder_length, name, name_length);
  return 1;
}

/* A variable that is set and not empty, and not for a setuid program. */
static const char *environment(const char *name) {
  const char *value = secure_getenv(name);
  return value != NULL && value[0] != '\0' ? value : NULL;
}

/* Takes `sent` bytes off the front; how many vectors are done. */
static size_t skip_sent(struct iovec *vectors, size_t count, size_t sent) {
  size_t at = 0;
  while (at < count && sent >= vectors[at].iov_len) {
    sent -= vectors[at].iov_len;
    at++;
  }
  if (at < count) {
    vectors[at].iov_base = (uint8_t *)vectors[at].iov_base + sent;
    vectors[at].iov_len -= sent;
  }
  return at;
}

static enum nec_transport wait_for(int descriptor, short events,
                                   uint64_t deadline) {
  for (;;) {
    uint64_t now = nec_now_ms();
    if (now >= deadline) return NEC_TRANSPORT_TIMED_OUT;
    struct pollfd waited = {descriptor, events, 0};
    int ready = poll(&waited, 1, (int)(deadline - now));
    if (ready > 0) return NEC_TRANSPORT_OK;
    if (ready < 0 && errno != EINTR) return NEC_TRANSPORT_EXHAUSTED;
  }
}
