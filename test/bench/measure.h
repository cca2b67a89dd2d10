/*
 * What every client of the benchmark does with its call.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

/* Returns 0 when the answer was the expected one. */
typedef int (*call_function)(void *context);

struct plan {
  int warm;     /* calls that are not counted */
  int count;    /* calls that are */
  int pause_ms; /* before each call; 0 for none */
};

/* The plan in the first three arguments of a client. */
struct plan read_plan(char **arguments);

/*
 * Makes the calls of `plan`, then prints for each that counts when it began
 * and when it ended, in ns of CLOCK_MONOTONIC, a line each. Returns the exit
 * code of the client: 0, or 1 after the first wrong answer.
 */
int measure(struct plan plan, call_function call, void *context);

#endif
