// The model's arithmetic (docs/METHOD.md) in plain C: what a compiler makes of it at -O3 with AVX2,
// on one thread. It does what the Swift kernel does: curves once for the nation, organisations where
// they are not linear in their shares (the overlaps), then P10, P50 and P90 of four series by
// quickselect.
//
// Usage: kernel CASE ANSWER RUNS    reads CASE, writes ANSWER, prints two lines of milliseconds:
// each run's arithmetic, then each run's arithmetic with its quantiles.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LANES = 8, STREAMS = 5, MAX_YEARS = 100, MAX_ORGANISATIONS = 128, ASSUMPTIONS = 34 };
enum { SERIES = 4, CLASSES = 3 };

typedef struct {
  double draws, organisations, years, nhs;
  double coverage[3], posts, remediation, delay, pace, mitigation;
  double lag, ramp, crash, mitigation_cost, pension, insurance, threshold, recruitment;
  double conversion_half_time, legacy_share, digital_spend;
  double weights[STREAMS][STREAMS];
} Case;

// The register's columns in its order.
enum {
  POTENTIAL = 0, REALISATION = 3, YEARS_TO_HALF = 6, SCHEDULE_OVERRUN = 9, ADOPTION_SHAPE,
  AUTOMATION_CASH, CHANNEL_CASH, FRAUD_EXCHEQUER, FRAUD_EROSION, INVESTMENT, COST_OVERRUN,
  RUNNING, CONTRACTOR_MULTIPLE, SALARY, FILL_RATE, HANDOVER, DRIFT, BASELINE_REMEDIATION,
  UPKEEP_MULTIPLE, RUN_SHARE, REMEDIATION_COST, OUTAGES_DUE, OUTAGE_RATE, LEGACY_SHARE,
  CONCENTRATION = LEGACY_SHARE + CLASSES, OVERLAP_SCALE
};

typedef double Row[LANES];

// An estate: a legacy class that organisations have.
typedef struct {
  int class, members;
  double share[STREAMS];
  double shares[STREAMS][MAX_ORGANISATIONS];
} Estate;

typedef struct {
  Case given;
  int draws, years, estates, nhs_estate;
  Estate estate[CLASSES];
  double *sample;
  double *result;  // series, year, draw
} Model;

// Curves of one block of draws, for a share of one of each key.
typedef struct {
  Row gross[STREAMS][MAX_YEARS], cost[STREAMS][MAX_YEARS];
  Row cash_share[MAX_YEARS], deduction[STREAMS][MAX_YEARS];
  Row benefit[MAX_YEARS], cash[MAX_YEARS], spent[MAX_YEARS], outages[MAX_YEARS];
} Curves;

#define EACH for (int i = 0; i < LANES; i++)
#define X(place) (x[place][i])

static double least(double a, double b) { return b < a ? b : a; }
static double most(double a, double b) { return b > a ? b : a; }

static void roll_out(const Case *c, const double (*x)[LANES], int stream, Curves *curves) {
  int years = (int)c->years;
  double coverage = c->coverage[stream], crash = pow(c->pace, -c->crash);
  Row rate, step, close, benefit, kept, left, full, outturn, upkeep, open = {0};
  // τ is 0 until it starts: x is held at 1 there, so adoption is exactly 0.
  EACH {
    double half = X(YEARS_TO_HALF + stream) * c->pace * (1 + X(SCHEDULE_OVERRUN));
    rate[i] = log(2 + X(ADOPTION_SHAPE)) / half;
    step[i] = exp(-rate[i]);
    double planned = X(INVESTMENT) * crash * X(POTENTIAL + stream) * coverage;
    double over = 1 + (X(COST_OVERRUN) - 1) * (1 - c->mitigation)
                + c->mitigation_cost * c->mitigation;
    double reach = coverage == 1 ? 1 : 1 - pow(1 - coverage, X(CONCENTRATION));
    outturn[i] = planned * over;
    upkeep[i] = planned * X(RUNNING);
    full[i] = X(POTENTIAL + stream) * reach * X(REALISATION + stream);
    kept[i] = stream == 2 ? 1 - X(FRAUD_EROSION) : 1;
    close[i] = benefit[i] = left[i] = 1;
  }
  int close_begun = 0, benefit_begun = 0;
  for (int y = 0; y < years; y++) {
    double u = y + 1 - c->delay, tau = y + 0.5 - c->delay - c->lag;
    if (u > 0) {
      if (!close_begun) EACH close[i] = exp(-rate[i] * u);
      else EACH close[i] *= step[i];
      close_begun = 1;
    }
    if (tau > 0) {
      if (!benefit_begun) EACH {
        benefit[i] = exp(-rate[i] * tau);
        left[i] = stream == 2 ? pow(kept[i], tau) : 1;
      } else EACH { benefit[i] *= step[i]; left[i] *= kept[i]; }
      benefit_begun = 1;
    }
    double *gross = curves->gross[stream][y], *cost = curves->cost[stream][y];
    EACH {
      double at_close = (1 - close[i]) / (1 + X(ADOPTION_SHAPE) * close[i]);
      double at_benefit = (1 - benefit[i]) / (1 + X(ADOPTION_SHAPE) * benefit[i]);
      gross[i] = full[i] * at_benefit * left[i];
      cost[i] = outturn[i] * (at_close - open[i]) + upkeep[i] * open[i];
      open[i] = at_close;
    }
  }
}

static void convert_posts(const Case *c, const double (*x)[LANES], Curves *curves) {
  Row saved, spent;
  EACH {
    double s = X(SALARY), posts = c->posts * X(FILL_RATE);
    double servant = s * (1 + c->pension) + c->insurance * most(s - c->threshold, 0);
    saved[i] = posts * servant * (X(CONTRACTOR_MULTIPLE) - 1) / 1000;
    spent[i] = posts * (X(HANDOVER) / 12 * servant + c->recruitment * s) / 1000;
  }
  for (int y = 0; y < (int)c->years; y++) {
    double t = y - c->delay, h = c->conversion_half_time;
    double middle = 1 - pow(0.5, most(0, t + 0.5) / h);
    double during = pow(0.5, most(0, t) / h) - pow(0.5, most(0, t + 1) / h);
    EACH curves->gross[3][y][i] = saved[i] * middle;
    EACH curves->cost[3][y][i] = spent[i] * during;
  }
}

static void evolve(const Case *c, const double (*x)[LANES], int class, int with_outages, Curves *k) {
  Row first, growth, dear, legacy, policy, still;
  EACH {
    first[i] = policy[i] = still[i] = X(LEGACY_SHARE + class);
    growth[i] = most(
      0, (X(DRIFT) + X(BASELINE_REMEDIATION) * c->legacy_share) / (1 - c->legacy_share));
    double m = X(UPKEEP_MULTIPLE);
    double unit = X(RUN_SHARE) * c->digital_spend / (1 + (m - 1) * first[i]);
    double over = 1 + (X(COST_OVERRUN) - 1) * (1 - c->mitigation)
                + c->mitigation_cost * c->mitigation;
    dear[i] = unit * (m - 1);
    legacy[i] = unit * m * X(REMEDIATION_COST) * over;
  }
  for (int y = 0; y < (int)c->years; y++) {
    double extra = c->remediation * least(most((y + 0.5 - c->delay) / c->ramp, 0), 1);
    EACH {
      double saved = dear[i] * (still[i] - policy[i]);
      double banked = least(most(dear[i] * (first[i] - policy[i]), 0), saved);
      k->gross[4][y][i] = saved;
      k->cash_share[y][i] = saved == 0 ? 0 : banked / saved;
      if (with_outages) {
        double due = X(OUTAGES_DUE);
        k->outages[y][i] = X(OUTAGE_RATE) * (1 - due + due * policy[i] / first[i]);
      }
      double held = X(BASELINE_REMEDIATION);
      policy[i] = (policy[i] + growth[i]) / (1 + growth[i] + (held + extra));
      still[i] = (still[i] + growth[i]) / (1 + growth[i] + held);
      k->cost[4][y][i] = legacy[i] * extra * policy[i];
    }
  }
}

static void overlap(const Model *m, const Estate *e, Curves *k) {
  memset(k->deduction, 0, sizeof k->deduction);
  for (int a = 0; a < STREAMS; a++) for (int b = a + 1; b < STREAMS; b++) {
    double half = 0.5 * m->given.weights[a][b];
    if (half == 0) continue;
    for (int y = 0; y < m->years; y++) {
      Row sum = {0};
      const double *first = k->gross[a][y], *second = k->gross[b][y];
      for (int o = 0; o < e->members; o++) {
        double p = e->shares[a][o], q = e->shares[b][o];
        EACH sum[i] += least(p * first[i], q * second[i]);
      }
      EACH k->deduction[a][y][i] += half * sum[i];
      EACH k->deduction[b][y][i] += half * sum[i];
    }
  }
}

static void evaluate(const Model *m, int block, Curves *k) {
  double x[ASSUMPTIONS][LANES];
  for (int a = 0; a < ASSUMPTIONS; a++)
    memcpy(x[a], m->sample + (size_t)a * m->draws + (size_t)block * LANES, sizeof(Row));
  const Case *c = &m->given;
  memset(k->benefit, 0, sizeof k->benefit);
  memset(k->cash, 0, sizeof k->cash);
  memset(k->spent, 0, sizeof k->spent);
  for (int s = 0; s < 3; s++) roll_out(c, x, s, k);
  convert_posts(c, x, k);
  for (int e = 0; e < m->estates; e++) {
    const Estate *estate = &m->estate[e];
    evolve(c, x, estate->class, e == m->nhs_estate, k);
    overlap(m, estate, k);
    for (int y = 0; y < m->years; y++) {
      EACH {
        double net[STREAMS], cost = 0;
        for (int s = 0; s < STREAMS; s++) {
          net[s] = k->gross[s][y][i] * estate->share[s] - k->deduction[s][y][i] * X(OVERLAP_SCALE);
          cost += k->cost[s][y][i] * estate->share[s];
        }
        k->benefit[y][i] += net[0] + net[1] + net[2] + net[3] + net[4];
        k->cash[y][i] += X(AUTOMATION_CASH) * net[0] + X(CHANNEL_CASH) * net[1] + net[3]
                       + k->cash_share[y][i] * net[4];
        k->spent[y][i] += cost;
      }
    }
  }
  size_t series = (size_t)m->years * m->draws;
  for (int y = 0; y < m->years; y++) {
    double *to = m->result + (size_t)y * m->draws + (size_t)block * LANES;
    EACH to[i] = k->benefit[y][i];
    EACH to[series + i] = k->cash[y][i];
    EACH to[2 * series + i] = k->benefit[y][i] - k->spent[y][i];
    EACH to[3 * series + i] = k->outages[y][i];
  }
}

// Hoare's quickselect, median of three; from `low` on, everything before it being no greater.
static void quickselect(double *v, int low, int high, int rank) {
  while (high > low) {
    int middle = low + (high - low) / 2;
    double a = v[low], b = v[middle], c = v[high];
    double pivot = a < b ? (b < c ? b : (a < c ? c : a)) : (a < c ? a : (b < c ? c : b));
    int i = low, j = high;
    while (i <= j) {
      while (v[i] < pivot) i++;
      while (pivot < v[j]) j--;
      if (i <= j) {
        double t = v[i];
        v[i++] = v[j];
        v[j--] = t;
      }
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else return;
  }
}

// Type 7 quantiles at 0.1, 0.5 and 0.9: each rank is looked for above the one before it.
static void quantiles(double *v, int n, double *to) {
  static const double at[3] = {0.1, 0.5, 0.9};
  int low = 0;
  for (int q = 0; q < 3; q++) {
    double h = (n - 1) * at[q];
    int j = (int)h;
    quickselect(v, low, n - 1, j);
    double next = v[j];
    if (j + 1 < n) {
      next = v[j + 1];
      for (int p = j + 2; p < n; p++) next = least(next, v[p]);
    }
    to[q] = v[j] + (h - j) * (next - v[j]);
    low = j;
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

static void stop(const char *what) {
  fprintf(stderr, "kernel: %s\n", what);
  exit(1);
}

static void read_case(Model *m, const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file || fread(&m->given, sizeof m->given, 1, file) != 1) stop("cannot read the case");
  int organisations = (int)m->given.organisations;
  m->draws = (int)m->given.draws;
  m->years = (int)m->given.years;
  if (organisations > MAX_ORGANISATIONS || m->years > MAX_YEARS || m->draws % LANES)
    stop("the case is too large, or its draws are no multiple of 8");
  double classes[MAX_ORGANISATIONS], shares[STREAMS][MAX_ORGANISATIONS];
  size_t n = (size_t)organisations, count = (size_t)m->draws * ASSUMPTIONS;
  int whole = fread(classes, sizeof(double), n, file) == n;
  for (int s = 0; s < STREAMS; s++) whole &= fread(shares[s], sizeof(double), n, file) == n;
  m->sample = malloc(count * sizeof(double));
  m->result = malloc((size_t)SERIES * m->years * m->draws * sizeof(double));
  if (!whole || !m->sample || !m->result || fread(m->sample, sizeof(double), count, file) != count)
    stop("the case ends too soon");
  fclose(file);
  for (int class = 0; class < CLASSES; class++) {
    Estate *e = &m->estate[m->estates];
    for (int o = 0; o < organisations; o++) if ((int)classes[o] == class) {
      for (int s = 0; s < STREAMS; s++) {
        e->shares[s][e->members] = shares[s][o];
        e->share[s] += shares[s][o];
      }
      e->members++;
      if (o == (int)m->given.nhs) m->nhs_estate = m->estates;
    }
    e->class = class;
    if (e->members > 0) m->estates++;
  }
}

int main(int count, char **arguments) {
  if (count != 4) stop("usage: kernel CASE ANSWER RUNS");
  static Model m;
  static Curves curves;
  read_case(&m, arguments[1]);
  int runs = atoi(arguments[3]), columns = SERIES * m.years;
  double *answer = calloc((size_t)columns * 3, sizeof(double));
  double *times = calloc((size_t)runs * 2, sizeof(double));
  if (!answer || !times) stop("no memory");
  for (int run = 0; run < runs; run++) {
    double start = now();
    for (int block = 0; block < m.draws / LANES; block++) evaluate(&m, block, &curves);
    times[run] = now() - start;
    // Selection changes the order of a column; the next run writes it anew.
    for (int column = 0; column < columns; column++)
      quantiles(m.result + (size_t)column * m.draws, m.draws, answer + column * 3);
    times[runs + run] = now() - start;
  }
  for (int part = 0; part < 2; part++)
    for (int run = 0; run < runs; run++)
      printf("%.4f%c", times[part * runs + run], run + 1 < runs ? ' ' : '\n');
  FILE *file = fopen(arguments[2], "wb");
  if (!file || fwrite(answer, sizeof(double), (size_t)columns * 3, file) != (size_t)columns * 3)
    stop("cannot write the answer");
  return fclose(file);
}
