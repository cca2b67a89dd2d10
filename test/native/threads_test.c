/* Many calls at once, forks and signals: each caller gets its own reply. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "daemon.h"
#include "expect.h"
#include "tap.h"

#define THREADS 64
#define CALLS_A_THREAD 20
#define FORKS 8

static void test_threads(void);
static void test_fork(void);
static void test_signals(void);
static int calls_that_failed(int caller);
static int is_own_reply(const char *who);
static void *thread_main(void *failures);
static void echo(int client);
static void echo_late(int client);
static void ignore_signal(int signal_number);

int main(void) {
  test_threads();
  test_fork();
  test_signals();
  return done();
}

static void test_threads(void) {
  struct daemon daemon;
  pthread_t threads[THREADS];
  int state[THREADS];
  int failures = 0;
  daemon_start(&daemon, echo);
  for (int at = 0; at < THREADS; at++) {
    state[at] = at;
    pthread_create(&threads[at], NULL, thread_main, &state[at]);
  }
  for (int at = 0; at < THREADS; at++) {
    pthread_join(threads[at], NULL);
    failures += state[at];
  }
  same(failures, 0, "64 threads, 20 calls each, each with its own reply");
  daemon_stop(&daemon);
}

/* Children of a process whose other threads are in the middle of a call. */
static void test_fork(void) {
  struct daemon daemon;
  pthread_t thread;
  pid_t children[FORKS];
  int state = FORKS;
  int failures = 0;
  daemon_start(&daemon, echo);
  pthread_create(&thread, NULL, thread_main, &state);
  for (int at = 0; at < FORKS; at++) {
    children[at] = fork();
    if (children[at] == 0) _exit(calls_that_failed(at) == 0 ? 0 : 1);
  }
  for (int at = 0; at < FORKS; at++) {
    int status = -1;
    waitpid(children[at], &status, 0);
    failures += status != 0;
  }
  same(failures, 0, "forked children call");
  pthread_join(thread, NULL);
  same(state, 0, "while their parent calls");
  daemon_stop(&daemon);
}

static void test_signals(void) {
  struct daemon daemon;
  struct sigaction action = {0};
  const struct itimerval often = {{0, 1000}, {0, 1000}};
  const struct itimerval never = {{0, 0}, {0, 0}};
  daemon_start(&daemon, echo_late);
  action.sa_handler = ignore_signal;
  sigaction(SIGALRM, &action, NULL);
  setitimer(ITIMER_REAL, &often, NULL);
  int is_own = is_own_reply("interrupted");
  setitimer(ITIMER_REAL, &never, NULL);
  ok(is_own, "a call that a signal interrupts each millisecond");
  daemon_stop(&daemon);
}

static void *thread_main(void *state) {
  int *caller = state;
  *caller = calls_that_failed(*caller);
  return NULL;
}

static int calls_that_failed(int caller) {
  int failures = 0;
  for (int round = 0; round < CALLS_A_THREAD; round++) {
    char who[32];
    snprintf(who, sizeof who, "H%d.%d", caller, round);
    failures += !is_own_reply(who);
  }
  return failures;
}

static int is_own_reply(const char *who) {
  char expected[64];
  snprintf(expected, sizeof expected, "{\"orgId\":\"%s\"}", who);
  struct outcome outcome = call(who);
  int is_own = outcome.status != NULL &&
               strcmp(outcome.status, "0000") == 0 &&
               strcmp(outcome.outdata, expected) == 0;
  forget(&outcome);
  return is_own;
}

static void echo(int client) {
  struct nec_frame call;
  char outdata[128];
  if (!read_call(client, &call)) return;
  snprintf(outdata, sizeof outdata, "{\"orgId\":\"%.*s\"}",
           (int)call.second.length, (const char *)call.second.at);
  send_frame(client, NEC_KIND_REPLY, 0, "0000", outdata);
}

static void echo_late(int client) {
  sleep_ms(100);
  echo(client);
}

static void ignore_signal(int signal_number) { (void)signal_number; }
