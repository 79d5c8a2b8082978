"""The model's arithmetic (docs/METHOD.md) in numpy, in blocks of draws that fit the cache.

Usage: model.py CASE ANSWER RUNS BLOCK FORM

FORM says how much is computed organisation by organisation:
`equations`  everything, as the model is written, since every organisation may have its own levers;
`books`      gross, net, cash and cost, from curves that all organisations share;
`overlaps`   what is not linear in the shares and nothing else, as the Swift and C kernels do.

Reads CASE, writes ANSWER, prints two lines of milliseconds: each run's arithmetic, then each run's
arithmetic with P10, P50 and P90 of the four series.
"""

import sys
import time

import numpy as np

STREAMS, ASSUMPTIONS = 5, 34


class Case:
    """What the program hands over: see Sources/peers/Case.swift."""

    def __init__(self, path):
        numbers = np.fromfile(path)
        self.draws, self.organisations, self.years, self.nhs = numbers[:4].astype(int)
        self.coverage = numbers[4:7]
        self.posts, self.remediation, self.delay, self.pace, self.mitigation = numbers[7:12]
        (self.lag, self.ramp, self.crash, self.mitigation_cost, self.pension, self.insurance,
         self.threshold, self.recruitment, self.half_time, self.legacy_share,
         self.digital_spend) = numbers[12:23]
        self.weights = numbers[23:48].reshape(STREAMS, STREAMS)
        rest = numbers[48:]
        count = self.organisations
        self.classes = rest[:count].astype(int)
        self.shares = rest[count:count * 6].reshape(STREAMS, count)
        self.sample = rest[count * 6:].reshape(ASSUMPTIONS, self.draws)
        self.pairs = [(a, b) for a in range(STREAMS) for b in range(a + 1, STREAMS)
                      if self.weights[a, b] != 0]


class Kernel:
    """Blocks of draws; arrays are (years, draws) or (organisations, years, draws)."""

    def __init__(self, case, form):
        self.case = case
        self.form = form
        self.year = np.arange(case.years)[:, None].astype(float)
        self.room = {}

    def roll_out(self, stream, x, overrun):
        case = self.case
        coverage = case.coverage[stream]
        half_time = x[6 + stream] * case.pace * (1 + x[9])
        rate, shape = np.log(2 + x[10]) / half_time, x[10]

        def adoption(time):
            left = np.exp(-rate * np.maximum(0, time))
            return (1 - left) / (1 + shape * left)

        since = self.year - case.delay
        reach = 1 - (1 - coverage) ** x[32]
        planned = x[15] * case.pace ** -case.crash * x[stream] * coverage
        tau = np.maximum(0, since + 0.5 - case.lag)
        gross = x[stream] * reach * x[3 + stream] * adoption(tau)
        if stream == 2:
            gross *= (1 - x[14]) ** tau
        opening, closing = adoption(since), adoption(since + 1)
        return gross, planned * overrun * (closing - opening) + planned * x[17] * opening

    def convert_posts(self, x):
        case = self.case
        salary = x[19]
        servant = (salary * (1 + case.pension)
                   + case.insurance * np.maximum(salary - case.threshold, 0))
        posts = case.posts * x[20]

        def converted(time):
            return 1 - 0.5 ** (np.maximum(0, time) / case.half_time)

        since = self.year - case.delay
        gross = posts * servant * (x[18] - 1) / 1000 * converted(since + 0.5)
        each = posts * (x[21] / 12 * servant + case.recruitment * salary) / 1000
        return gross, each * (converted(since + 1) - converted(since))

    def evolve(self, x, estate, overrun):
        """Gross, cost, share that is cash, and legacy share of a legacy class."""
        case = self.case
        first, held, multiple = x[29 + estate], x[23], x[24]
        growth = np.maximum(0, (x[22] + held * case.legacy_share) / (1 - case.legacy_share))
        unit = x[25] * case.digital_spend / (1 + (multiple - 1) * first)
        extra = case.remediation * np.clip((self.year + 0.5 - case.delay) / case.ramp, 0, 1)
        policy = np.empty((case.years + 1, x.shape[1]))
        still = np.empty_like(policy)
        policy[0] = still[0] = first
        for year in range(case.years):
            policy[year + 1] = (policy[year] + growth) / (1 + growth + held + extra[year])
            still[year + 1] = (still[year] + growth) / (1 + growth + held)
        gross = unit * (multiple - 1) * (still[:-1] - policy[:-1])
        banked = np.minimum(np.maximum(unit * (multiple - 1) * (first - policy[:-1]), 0), gross)
        share = np.divide(banked, gross, out=np.zeros_like(gross), where=gross != 0)
        return gross, x[26] * multiple * unit * overrun * extra * policy[1:], share, policy[:-1]

    def curves(self, x):
        case = self.case
        overrun = (1 + (x[16] - 1) * (1 - case.mitigation)
                   + case.mitigation_cost * case.mitigation)
        national = [self.roll_out(stream, x, overrun) for stream in range(3)]
        national.append(self.convert_posts(x))
        estates = {estate: self.evolve(x, estate, overrun) for estate in set(case.classes)}
        policy = estates[case.classes[case.nhs]][3]
        outages = x[28] * (1 - x[27] + x[27] * policy / policy[0])
        return national, estates, outages

    def block(self, x):
        if self.form == "equations":
            return self.equations(x)
        national, estates, outages = self.curves(x)
        books = self.overlaps if self.form == "overlaps" else self.books
        benefit, cash, cost = books(x, national, estates)
        return benefit, cash, benefit - cost, outages

    def equations(self, x):
        """Organisation after organisation, each with curves of its own."""
        case = self.case
        total = [np.zeros((case.years, x.shape[1])) for _ in range(3)]
        for place, estate in enumerate(case.classes):
            overrun = (1 + (x[16] - 1) * (1 - case.mitigation)
                       + case.mitigation_cost * case.mitigation)
            streams = [self.roll_out(stream, x, overrun) for stream in range(3)]
            streams.append(self.convert_posts(x))
            legacy = self.evolve(x, estate, overrun)
            streams.append(legacy)
            share = case.shares[:, place]
            gross = [share[stream] * streams[stream][0] for stream in range(STREAMS)]
            net = [amount.copy() for amount in gross]
            for a, b in case.pairs:
                half = 0.5 * case.weights[a, b] * x[33] * np.minimum(gross[a], gross[b])
                net[a] -= half
                net[b] -= half
            total[0] += sum(net)
            total[1] += x[11] * net[0] + x[12] * net[1] + net[3] + legacy[2] * net[4]
            total[2] += sum(share[stream] * streams[stream][1] for stream in range(STREAMS))
            if place == case.nhs:
                outages = x[28] * (1 - x[27] + x[27] * legacy[3] / legacy[3][0])
        benefit, cash, cost = total
        return benefit, cash, benefit - cost, outages

    def arrays(self, name, organisations, draws):
        """Room that is kept from block to block."""
        key = name, organisations, draws
        if key not in self.room:
            self.room[key] = np.empty((organisations, self.case.years, draws))
        return self.room[key]

    def books(self, x, national, estates):
        case, draws = self.case, x.shape[1]
        count = case.organisations
        share = case.shares[:, :, None, None]
        gross = [np.multiply(share[stream], national[stream][0],
                             out=self.arrays(("gross", stream), count, draws))
                 for stream in range(4)]
        legacy = self.arrays(("gross", 4), count, draws)
        cost = self.arrays("cost", count, draws)
        banked = self.arrays("banked", count, draws)
        for place, estate in enumerate(case.classes):
            np.multiply(case.shares[4, place], estates[estate][0], out=legacy[place])
            np.multiply(case.shares[4, place], estates[estate][1], out=cost[place])
            banked[place] = estates[estate][2]
        gross.append(legacy)
        other = self.arrays("other", count, draws)
        for stream in range(4):
            cost += np.multiply(share[stream], national[stream][1], out=other)
        net = []
        for stream in range(STREAMS):
            net.append(self.arrays(("net", stream), count, draws))
            np.copyto(net[stream], gross[stream])
        for a, b in case.pairs:
            np.minimum(gross[a], gross[b], out=other)
            other *= 0.5 * case.weights[a, b] * x[33]
            net[a] -= other
            net[b] -= other
        benefit = self.arrays("benefit", count, draws)
        np.add(net[0], net[1], out=benefit)
        for stream in range(2, STREAMS):
            benefit += net[stream]
        cash = banked
        cash *= net[4]
        cash += net[3]
        cash += np.multiply(x[11], net[0], out=other)
        cash += np.multiply(x[12], net[1], out=other)
        return benefit.sum(axis=0), cash.sum(axis=0), cost.sum(axis=0)

    def overlaps(self, x, national, estates):
        case, draws = self.case, x.shape[1]
        benefit = np.zeros((case.years, draws))
        cash, cost = np.zeros_like(benefit), np.zeros_like(benefit)
        for estate, legacy in estates.items():
            members = case.classes == estate
            shares = case.shares[:, members]
            streams = national + [legacy]
            deduction = np.zeros((STREAMS, case.years, draws))
            for a, b in case.pairs:
                both = (shares[a] != 0) & (shares[b] != 0)
                count = int(both.sum())
                if count == 0:
                    continue
                first = np.multiply(shares[a, both, None, None], streams[a][0],
                                    out=self.arrays("first", count, draws))
                second = np.multiply(shares[b, both, None, None], streams[b][0],
                                     out=self.arrays("second", count, draws))
                half = np.minimum(first, second, out=first).sum(axis=0)
                half *= 0.5 * case.weights[a, b] * x[33]
                deduction[a] += half
                deduction[b] += half
            net = [streams[s][0] * shares[s].sum() - deduction[s] for s in range(STREAMS)]
            benefit += net[0] + net[1] + net[2] + net[3] + net[4]
            cash += x[11] * net[0] + x[12] * net[1] + net[3] + legacy[2] * net[4]
            for stream in range(STREAMS):
                cost += streams[stream][1] * shares[stream].sum()
        return benefit, cash, cost


def main():
    case = Case(sys.argv[1])
    runs, size = int(sys.argv[3]), int(sys.argv[4])
    kernel = Kernel(case, sys.argv[5])
    result = np.empty((4, case.years, case.draws))
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        for first in range(0, case.draws, size):
            draws = slice(first, min(first + size, case.draws))
            result[:, :, draws] = kernel.block(case.sample[:, draws])
        middle = time.perf_counter()
        answer = np.quantile(result, [0.1, 0.5, 0.9], axis=2)
        times.append((middle - start, time.perf_counter() - start))
    print(*(1e3 * middle for middle, _ in times))
    print(*(1e3 * end for _, end in times))
    np.moveaxis(answer, 0, 2).tofile(sys.argv[2])


main()
