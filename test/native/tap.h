/* The Test Anything Protocol for the tests in C. */
#ifndef NATIONEC_TEST_TAP_H
#define NATIONEC_TEST_TAP_H

/* One assertion; the name is a printf format. From one thread at a time. */
__attribute__((format(printf, 2, 3))) void ok(int passed, const char *name,
                                              ...);

/* An assertion on two numbers that shows both where they differ. */
void same(long long actual, long long expected, const char *name);

/* An assertion that cannot be made here, and why. */
void skip(const char *name, const char *reason);

/* Ends the test where it cannot go on. */
void bail_out(const char *reason) __attribute__((noreturn));

/* Prints the plan; the exit code of main. */
int done(void);

#endif
