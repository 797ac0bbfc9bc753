/* What the C that SDEverywhere generates asks for. Its own runtime is in a package that the registry does not have, so the bench
   brings this one: the operations that the bench's models use, and a loop over time that counts its steps. */
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define _NA_ (-DBL_MAX)
#define bool_cond(x) ((x) != 0.0)
#define _ABS(x) fabs(x)
#define _EXP(x) exp(x)
#define _LN(x) log(x)
#define _POW(x, y) pow(x, y)
#define _POWER(x, y) pow(x, y)
#define _SIN(x) sin(x)
#define _COS(x) cos(x)
#define _SQRT(x) sqrt(x)
#define _MAX(a, b) fmax(a, b)
#define _MIN(a, b) fmin(a, b)
#define _IF_THEN_ELSE(test, yes, no) (bool_cond(test) ? (yes) : (no))
#define _INTEG(value, rate) ((value) + (rate) * _time_step)
#define _STEP(height, start) (_time + _time_step / 2.0 > (start) ? (height) : 0.0)
#define _XIDZ(a, b, x) (fabs(b) < 1e-6 ? (x) : (a) / (b))
#define _ZIDZ(a, b) (fabs(b) < 1e-6 ? 0.0 : (a) / (b))
#define _LOOKUP(table, x) sde_read(table, x)
#define _WITH_LOOKUP(x, table) sde_read(table, x)

typedef struct {
  size_t n;
  double *points; /* x, y, x, y … */
  size_t last;    /* where the last reading was: the next one is mostly there too */
} Lookup;

static double _time;
extern double _initial_time, _final_time, _time_step, _saveper;

static Lookup *__new_lookup(size_t n, bool copy, double *points) {
  (void)copy;
  Lookup *table = malloc(sizeof *table);
  *table = (Lookup){n, points, 0};
  return table;
}
static inline void __set_lookup(Lookup *table, size_t n, double *points) { *table = (Lookup){n, points, 0}; }

/* As in its own runtime a function apart, which also keeps the time to build within reason. */
static __attribute__((noinline)) double sde_read(Lookup *table, double x) {
  const double *p = table->points;
  const size_t end = table->n - 1;
  if (!(x > p[0])) return p[1];
  if (x >= p[2 * end]) return p[2 * end + 1];
  size_t i = table->last;
  while (i > 0 && x < p[2 * i]) i--;
  while (x >= p[2 * i + 2]) i++;
  table->last = i;
  return p[2 * i + 1] + (x - p[2 * i]) / (p[2 * i + 2] - p[2 * i]) * (p[2 * i + 3] - p[2 * i + 1]);
}

static double *sde_out;
static inline void outputVar(double value) { *sde_out++ = value; }
