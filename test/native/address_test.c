/* Where the library looks for the daemon, and what it says where none is. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon.h"
#include "expect.h"
#include "tap.h"

#define GOOD "{\"code\":0}"
#define SYSTEM_SOCKET "/run/nationec/nationec.sock"
/* What a caller without a daemon may be kept waiting. */
#define ABSENT_MS 200
#define NOBODY 65534u

static void test_absent(void);
static void test_order(void);
static void test_forbidden(void);
static void test_exhausted(void);
static void expect_absent(const char *name);
static void become_user(void);
static void become_root(void);
static void answer(int client);

int main(void) {
  daemon_path();
  test_absent();
  test_order();
  test_forbidden();
  test_exhausted();
  return done();
}

static void test_absent(void) {
  expect_absent("no socket");
  close(daemon_listen(1));
  expect_absent("a socket of a daemon that is gone");
  unlink(daemon_path());
  fclose(fopen(daemon_path(), "w"));
  expect_absent("a file that is no socket");
  unlink(daemon_path());
  setenv("NATIONEC_SOCKET", daemon_folder(), 1);
  expect_absent("a folder");
  char path[200];
  memset(path, 'p', sizeof path);
  path[0] = '/';
  path[sizeof path - 1] = '\0';
  setenv("NATIONEC_SOCKET", path, 1);
  expect_absent("a path too long for an address");
}

/* The daemon listens where XDG_RUNTIME_DIR points. */
static void test_order(void) {
  struct daemon daemon;
  daemon_start(&daemon, answer);
  expect_reply("NATIONEC_SOCKET is used", "{}", "0000", GOOD);
  setenv("XDG_RUNTIME_DIR", daemon_folder(), 1);
  setenv("NATIONEC_SOCKET", "/nonexistent/nationec.sock", 1);
  expect_absent("NATIONEC_SOCKET alone is used");
  setenv("NATIONEC_SOCKET", "", 1);
  int is_root = geteuid() == 0;
  if (access(SYSTEM_SOCKET, F_OK) == 0 || !is_root) {
    skip("root is not led to a user's daemon", "needs root and no daemon");
  } else {
    expect_absent("root is not led to a user's daemon");
  }
  chmod(daemon_folder(), 0755);
  chmod(daemon_path(), 0666);
  setenv("NATIONEC_SOCKET", "", 1);
  become_user();
  expect_reply("a user's daemon is found", "{}", "0000", GOOD);
  become_root();
  daemon_stop(&daemon);
}

static void test_forbidden(void) {
  struct daemon daemon;
  daemon_start(&daemon, answer);
  chmod(daemon_path(), 0);
  become_user();
  expect_failure("a socket that this user may not open", "{}", -4,
                 NEC_TEXT_NOT_ALLOWED, 0, ABSENT_MS);
  become_root();
  setenv("NATIONEC_SOCKET", "", 1);
  become_user();
  if (access(SYSTEM_SOCKET, F_OK) == 0) {
    skip("forbidden outweighs absent", "a daemon runs on this machine");
  } else {
    expect_failure("forbidden outweighs absent", "{}", -4,
                   NEC_TEXT_NOT_ALLOWED, 0, ABSENT_MS);
  }
  become_root();
  daemon_stop(&daemon);
}

static void test_exhausted(void) {
  struct rlimit usual;
  getrlimit(RLIMIT_NOFILE, &usual);
  struct rlimit none = {0, usual.rlim_max};
  setrlimit(RLIMIT_NOFILE, &none);
  expect_failure("no descriptor left", "{}", -1, NEC_TEXT_EXHAUSTED, 0,
                 ABSENT_MS);
  setrlimit(RLIMIT_NOFILE, &usual);
}

static void expect_absent(const char *name) {
  expect_failure(name, "{}", -1, NEC_TEXT_NO_DAEMON, 0, ABSENT_MS);
}

/* Root is allowed everything: the tests of a user need to be one. */
static void become_user(void) {
  if (getuid() == 0 && seteuid(NOBODY) != 0) bail_out("seteuid");
}

static void become_root(void) {
  if (getuid() == 0 && seteuid(0) != 0) bail_out("seteuid");
}

static void answer(int client) {
  struct nec_frame call;
  read_call(client, &call);
  send_frame(client, NEC_KIND_REPLY, 0, "0000", GOOD);
}
