/* Runs a model that SDEverywhere has turned into C: `MODEL_C` is its file.
   usage: run rate SECONDS   runs per second, one after the other in one thread
          run dump           the run as written: a line a save, a number an output
          inputs are read from standard input: their count, then their values as the model has them (for `rate`, varied) */
#include MODEL_C

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void once(double *inputs, double *out) {
  _time = 0;
  initConstants();
  if (inputs) setInputs(inputs, NULL);
  initLevels();
  const long steps = lround((_final_time - _initial_time) / _time_step), each = lround(_saveper / _time_step);
  sde_out = out;
  for (long step = 0;; step++) {
    _time = _initial_time + step * _time_step;
    evalAux();
    if (step % each == 0) storeOutputData();
    if (step == steps) break;
    evalLevels();
  }
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  size_t count = 0;
  if (scanf("%zu", &count) != 1) return 2;
  double *base = calloc(count + 1, sizeof *base), *inputs = calloc(count + 1, sizeof *inputs);
  for (size_t i = 0; i < count; i++)
    if (scanf("%lf", base + i) != 1) return 2;
  size_t columns = 1;
  for (const char *c = getHeader(); *c; c++) columns += *c == '\t';
  initConstants();
  /* FINAL TIME and the like may be equations, which only a first step gives. */
  initLevels();
  evalAux();
  const size_t saves = lround((_final_time - _initial_time) / _saveper) + 1;
  double *out = malloc(columns * saves * sizeof *out);
  if (!strcmp(argv[1], "dump")) {
    once(count ? base : NULL, out);
    for (size_t i = 0; i < columns * saves; i++) printf("%.17g%c", out[i], i % columns == columns - 1 ? '\n' : '\t');
    return 0;
  }
  const double seconds = argc > 2 ? atof(argv[2]) : 1, start = now();
  uint32_t state = 1;
  long runs = 0;
  double end = start;
  for (; end - start < seconds; end = now())
    for (int k = 0; k < 8; k++, runs++) {
      for (size_t i = 0; i < count; i++) {
        state = state * 1664525u + 1013904223u;
        inputs[i] = base[i] * (0.8 + 0.4 * (state / 4294967296.0));
      }
      once(count ? inputs : NULL, out);
    }
  printf("%.9g\n", runs / (end - start));
  return 0;
}
