#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second implementation of the layer machine, against the first.

Written from the comments in src/core/*.h, with Python's exact fractions; slow, plain, and not a translation.
Random years of visits go through settle-filter (the C core) and through this file; every number must agree.

usage: differential.py FILTER [CASES [SEED]]
"""
import random
import subprocess
import sys
from fractions import Fraction
from math import floor

FULL_OWN, OVER_LIMIT, FIRST_PAY, AWAY_FIRST, IN_SCOPE, DEDUCTIBLE, SHARE, OVER_CAP = range(8)
N_PARTS, N_FUNDS, N_PAYERS, ACCT, MULAID, CASH = 8, 7, 10, 7, 8, 9
NONE, PER_ADMISSION, ONCE_A_YEAR, HIGHEST, CUMULATIVE, PER_VISIT = range(6)
ON_PAYMENT, ON_COST, ON_ELIGIBLE = range(3)
VISIT, MONTH, QUARTER, YEAR = range(4)
SPLIT, ON_REST, SHARE_OF_SCOPE, KEEP = range(4)
HALF_UP, UP, DOWN, HALF_EVEN = range(4)
OK, FULL = 0, 5
ROWS_MAX, LEVELS, COUNTERS = 48, 6, 24


class Full(Exception):
    pass


def round_to(value, rounding):
    unit, mode = rounding
    count = Fraction(value) / unit
    low = floor(count)
    rest = count - low
    if rest == 0 or mode == DOWN:
        up = 0
    elif mode == UP:
        up = 1
    elif rest == Fraction(1, 2):
        up = 1 if mode == HALF_UP else low % 2
    else:
        up = 1 if rest > Fraction(1, 2) else 0
    return (low + up) * unit


def to_fen(value):
    return floor(value + Fraction(1, 2))


class Exact:
    """An amount with the denominator it is written with: of two different fractions only one can be kept."""

    def __init__(self, value, den=1):
        self.value, self.den = Fraction(value), den

    def is_whole(self):
        return self.value.denominator == 1

    def minus(self, part):
        value = part.value
        if not self.is_whole() and not part.is_whole() and self.den != part.den:
            value = Fraction(to_fen(value))
        den = part.den if self.is_whole() else self.den
        return Exact(max(self.value - value, 0), den)

    def numbers(self):
        whole = floor(self.value)
        rest = self.value - whole
        return [whole, rest.numerator, rest.denominator]


class Row:
    def __init__(self, part, layer, band, exact):
        self.part, self.layer, self.band, self.exact = part, layer, band, exact
        self.amount = to_fen(exact.value)
        self.paid = [0] * N_PAYERS

    def unpaid(self):
        return self.amount - sum(self.paid)


class Bill:
    def __init__(self):
        self.rows = []

    def append(self, part, layer, band, exact):
        row = Row(part, layer, band, exact)
        if row.amount > 0:
            if len(self.rows) == ROWS_MAX:
                raise Full()
            self.rows.append(row)
        return row


class Year:
    def __init__(self):
        self.admissions = [0] * LEVELS
        self.month = 0
        # by counter: [deductible, cost, paid] for the year, the month and the quarter
        self.counter = [{YEAR: [0, 0, 0], MONTH: [0, 0, 0], QUARTER: [0, 0, 0]} for _ in range(COUNTERS)]

    def copy(self):
        other = Year()
        other.admissions, other.month = self.admissions[:], self.month
        other.counter = [{period: sums[:] for period, sums in counter.items()} for counter in self.counter]
        return other

    def enter(self, month):
        for counter in self.counter:
            if month != self.month:
                counter[MONTH] = [0, 0, 0]
            if month // 3 != self.month // 3:
                counter[QUARTER] = [0, 0, 0]
        self.month = month

    def add(self, counter, deductible, cost, paid):
        for sums in self.counter[counter].values():
            sums[0] += deductible
            sums[1] += cost
            sums[2] += paid

    def numbers(self):
        out = self.admissions + [self.month]
        for counter in self.counter:
            out += counter[YEAR] + counter[MONTH] + counter[QUARTER]
        return out


class Trace:
    def __init__(self):
        self.base = Exact(0)
        self.nth, self.periods = 0, 1
        self.std = self.crt = self.act = self.start = self.cost_over = 0
        self.slices = []
        self.uncapped, self.cap_hit, self.cap_left = 0, -1, 0
        self.consumed, self.cap_band, self.over = Exact(0), -1, Exact(0)
        self.scope = self.keep = self.paid = 0

    def numbers(self):
        out = self.base.numbers() + [self.nth, self.periods, self.std, self.crt, self.act, self.start, self.cost_over]
        for cost, paid in self.slices:
            out += cost.numbers() + [paid]
        out += [self.uncapped, self.cap_hit, self.cap_left] + self.consumed.numbers() + [self.cap_band]
        return out + self.over.numbers() + [self.scope, self.keep, self.paid]


def apply_deductible(rule, visit, year, counter, base, trace):
    so_far = year.admissions[visit['level']] if rule['same_level'] else sum(year.admissions)
    nth = so_far + 1
    kind = rule['kind']
    if kind == NONE:
        return
    borne = year.counter[counter][YEAR][0]
    if rule['percent'] > 0:
        std = max(to_fen(base * rule['percent']), rule['floor'])
        if rule['ceiling'] > 0:
            std = min(std, rule['ceiling'])
    elif kind == PER_ADMISSION:
        if rule['period_days'] > 0 and visit['stay_days'] > rule['period_days']:
            trace.periods = -(-visit['stay_days'] // rule['period_days'])
        table = rule['amounts']
        std = sum(table[min(nth + i, len(table)) - 1] for i in range(trace.periods))
    else:
        std = rule['amounts'][0]
    crt = std
    if kind == ONCE_A_YEAR and so_far > 0:
        crt = 0
    elif kind in (HIGHEST, CUMULATIVE):
        crt = max(std - borne, 0)
    elif kind == PER_VISIT and rule['year_stop'] > 0:
        crt = min(std, max(rule['year_stop'] - borne, 0))
    trace.nth = nth if kind == PER_ADMISSION else 0
    trace.std, trace.crt, trace.act = std, crt, min(crt, base)


def cut(layer, start, cost):
    """The part of [start, start + cost] in each band."""
    lower = [0] + layer['edges']
    upper = layer['edges'] + [None]
    out = []
    end = start + cost.value
    for low, high in zip(lower, upper):
        top = end if high is None else min(end, high)
        out.append(Exact(max(top - max(start, low), 0), cost.den))
    return out


def pay(layer, costs):
    rates, rounding = layer['rates'], layer['rounding']
    most = [to_fen(cost.value) if rate > 0 else 0 for cost, rate in zip(costs, rates)]
    if not layer['per_layer']:
        return [min(round_to(cost.value * rate, rounding), limit) for cost, rate, limit in zip(costs, rates, most)]
    paid, exact, rounded = [], Fraction(0), 0
    for cost, rate, limit in zip(costs, rates, most):
        exact += cost.value * rate
        rounded = round_to(exact, rounding)
        paid.append(min(rounded - sum(paid), limit))
    for i, limit in enumerate(most):
        paid[i] += min(rounded - sum(paid), limit - paid[i])
    return paid


def tightest(layer, year, act, on_payment):
    best, index = None, -1
    for i, (kind, period, amount, counter) in enumerate(layer['caps']):
        if (kind == ON_PAYMENT) != on_payment:
            continue
        deductible, cost, paid = (0, 0, 0) if period == VISIT else year.counter[counter][period]
        used = {ON_PAYMENT: paid, ON_COST: cost, ON_ELIGIBLE: cost + deductible + act}[kind]
        left = max(amount - used, 0)
        if best is None or left < best:
            best, index = left, i
    return best, index


def work_out(layer, visit, year, base, trace):
    trace.base = base
    apply_deductible(layer['deductible'], visit, year, layer['counter'], to_fen(base.value), trace)
    cost = base.minus(Exact(trace.act))
    borne, seen, _ = year.counter[layer['counter']][YEAR]
    if layer['year_scope']:
        trace.start = seen + (0 if layer['above'] else borne)
    if not layer['above']:
        trace.start += trace.act
    left, index = tightest(layer, year, trace.act, False)
    if left is not None and cost.value > left:
        trace.cost_over = to_fen(cost.value - left)
        trace.cap_hit, trace.cap_left = index, left
        cost = Exact(left)
    costs = cut(layer, trace.start, cost)
    paid = pay(layer, costs)
    trace.uncapped = sum(paid)
    left, index = tightest(layer, year, trace.act, True)
    if left is not None and trace.uncapped > left:
        trace.cap_hit, trace.cap_left = index, left
        for i in range(len(paid)):
            room = left - sum(paid[:i])
            if paid[i] > room:
                paid[i] = room
                if trace.cap_band < 0:
                    trace.cap_band = i
                    rate = layer['rates'][i]
                    used = Exact(room / rate, layer['rate_nums'][i])
                    trace.consumed = used if used.value < costs[i].value else costs[i]
    trace.slices = list(zip(costs, paid))
    trace.paid = sum(paid)
    over = base.minus(Exact(trace.act))
    for i, cost in enumerate(costs):
        if trace.cap_band < 0 or i < trace.cap_band:
            over = over.minus(cost)
    if trace.cap_band >= 0:
        over = over.minus(trace.consumed)
    trace.over = over


def sees(layer, row):
    if not layer['parts'] >> row.part & 1:
        return False
    if row.layer < 0:
        return True
    return bool(layer['from'] >> row.layer & 1) and not layer['passed_over'][row.part - DEDUCTIBLE] >> row.layer & 1


def run_split(index, layer, visit, bill, year, trace):
    mine = [row for row in bill.rows if sees(layer, row) and sum(row.paid) == 0]
    bill.rows = [row for row in bill.rows if row not in mine]
    base = Exact(0)
    for row in mine:
        if not row.exact.is_whole() and base.is_whole():
            base = Exact(base.value + row.exact.value, row.exact.den)
        else:
            base = Exact(base.value + row.amount, base.den)
    work_out(layer, visit, year, base, trace)
    over = to_fen(trace.over.value)
    bill.append(DEDUCTIBLE, index, 0, Exact(trace.act))
    left = to_fen(base.value) - trace.act - over
    for i, (cost, paid) in enumerate(trace.slices):
        if 0 <= trace.cap_band < i:
            break
        amount = left if i == trace.cap_band else to_fen(cost.value)
        bill.append(SHARE, index, i, Exact(amount)).paid[layer['payer']] = paid
        left -= amount
    assert left == 0
    bill.append(OVER_CAP, index, 0, trace.over)


def run_on_rest(layer, visit, bill, year, trace):
    mine = [row for row in bill.rows if sees(layer, row)]
    rest = sum(row.unpaid() for row in mine)
    if layer['kind'] == ON_REST:
        work_out(layer, visit, year, Exact(rest), trace)
    else:
        trace.base = Exact(rest)
        trace.scope = visit['in_scope'] - sum(row.amount for row in bill.rows if row.part == AWAY_FIRST)
        share = round_to(trace.scope * layer['rates'][0], layer['rounding'])
        if layer['kind'] == KEEP:
            trace.keep = share
            trace.uncapped = max(rest - share, 0)
        else:
            trace.uncapped = min(share, rest)
        trace.paid = trace.uncapped
        left, index = tightest(layer, year, 0, True)
        if left is not None and trace.paid > left:
            trace.paid, trace.cap_hit, trace.cap_left = left, index, left
    seen = given = 0
    for row in mine if trace.paid > 0 else []:
        seen += row.unpaid()
        due = trace.paid * seen // rest
        row.paid[layer['payer']] += due - given
        given = due


def count(layer, trace, year):
    cost = sum(to_fen(c.value) for c, _ in trace.slices)
    year.add(layer['counter'], trace.act, cost, trace.paid)
    kinds = {}
    for kind, _, _, counter in layer['caps']:
        if counter != layer['counter']:
            kinds.setdefault(counter, set()).add(kind)
    for counter, limited in kinds.items():
        year.add(counter, trace.act if ON_ELIGIBLE in limited else 0,
                 cost if limited & {ON_COST, ON_ELIGIBLE} else 0, trace.paid if ON_PAYMENT in limited else 0)


def finance(plan, bill, purse):
    own, family = purse['own'], purse['family'][:]
    given = [0] * len(family)
    for who in range(-1, len(family)):
        for part in plan['order']:
            if not (plan['may_own'] if who < 0 else plan['may_family']) >> part & 1:
                continue
            for row in bill.rows:
                if row.part != part:
                    continue
                if who < 0:
                    amount = min(own, row.unpaid())
                    own -= amount
                    row.paid[ACCT] += amount
                else:
                    amount = min(family[who], row.unpaid())
                    family[who] -= amount
                    given[who] += amount
                    row.paid[MULAID] += amount
    for row in bill.rows:
        row.paid[CASH] += row.unpaid()
    out = [own]
    for left, paid in zip(family, given):
        out += [left, paid]
    return out


def settle(plan, visit, purse, year):
    bill, after, traces = Bill(), year.copy(), []
    for part, key in ((FULL_OWN, 'full_own'), (OVER_LIMIT, 'over_limit'), (FIRST_PAY, 'first_pay'),
                      (IN_SCOPE, 'in_scope')):
        bill.append(part, -1, 0, Exact(visit[key]))
    if plan['away'] > 0 and visit['in_scope'] > 0:
        first = min(round_to(visit['in_scope'] * plan['away'], plan['away_rounding']), visit['in_scope'])
        bill.rows.pop()
        bill.append(IN_SCOPE, -1, 0, Exact(visit['in_scope'] - first))
        bill.append(AWAY_FIRST, -1, 0, Exact(first))
    after.enter(visit['month'])
    for index, layer in enumerate(plan['layers']):
        trace = Trace()
        if layer['kind'] == SPLIT:
            run_split(index, layer, visit, bill, after, trace)
        else:
            run_on_rest(layer, visit, bill, after, trace)
        count(layer, trace, after)
        traces.append(trace)
    funds = sum(sum(row.paid[:N_FUNDS]) for row in bill.rows)
    total = sum(visit[key] for key in ('full_own', 'over_limit', 'first_pay', 'in_scope'))
    out = [funds, total - funds]
    asked = [t for t, layer in zip(traces, plan['layers']) if layer['deductible']['kind'] != NONE]
    out += [asked[0].std, asked[0].crt, asked[0].act] if asked else [0, 0, 0]
    accounts = finance(plan, bill, purse)
    for trace in traces:
        out += trace.numbers()
    for row in bill.rows:
        out += [row.part, row.layer, row.band, row.amount] + row.exact.numbers() + row.paid
    out += accounts
    if visit['admission']:
        after.admissions[visit['level']] += 1
    return out, after


# ---- random years -------------------------------------------------------------------------------------------------

def random_fen(rng):
    return rng.randrange(rng.choice((12, 60, 1000, 100000, 10000000, 10000000, 1000000000)))


def random_rounding(rng):
    return rng.choice((1, 1, 1, 1, 10, 100, 1000)), rng.randrange(4)


def random_layer(rng, index):
    kind = rng.choice((SPLIT, SPLIT, SPLIT, ON_REST, ON_REST, SHARE_OF_SCOPE, KEEP))
    plain = kind >= SHARE_OF_SCOPE
    n_bands = 1 if plain else rng.randint(1, 4) if rng.random() < 0.97 else 12
    den = rng.choice((2, 4, 20, 37, 100, 10000, 1000000))
    edges = []
    for _ in range(n_bands - 1):
        edges.append((edges[-1] if edges else 0) + 1 + random_fen(rng))
    nums = [rng.choice((rng.randint(0, den), rng.randint(den // 2, den))) for _ in range(n_bands)]
    n_amounts = rng.randint(1, 3)
    floor_fen = rng.choice((0, 10))
    percent = (rng.randint(1, 100), 100) if rng.random() < 0.2 else (0, 1)
    parts = rng.randrange(1 << N_PARTS)
    if kind == SPLIT:
        parts = 1 << (IN_SCOPE if index == 0 else rng.choice((OVER_CAP, OVER_CAP, IN_SCOPE)))
        parts |= rng.choice((0, 1 << OVER_CAP))
    return {
        'kind': kind, 'payer': rng.randrange(N_FUNDS), 'parts': parts,
        'from': rng.randrange(1 << index) | (1 << index >> 1),
        'passed_over': [rng.randrange(1 << index) if rng.random() < 0.2 else 0 for _ in range(3)],
        'deductible': {
            'kind': NONE if plain or rng.random() < 0.4 else rng.randint(PER_ADMISSION, PER_VISIT),
            'amounts': [random_fen(rng) for _ in range(n_amounts)], 'percent_raw': percent,
            'percent': Fraction(*percent), 'floor': floor_fen,
            'ceiling': rng.choice((0, floor_fen + random_fen(rng) + 1)), 'period_days': rng.choice((0, 30, 90)),
            'year_stop': rng.choice((0, random_fen(rng))), 'same_level': rng.randrange(2)},
        'edges': edges, 'rate_nums': nums, 'rate_den': den, 'rates': [Fraction(num, den) for num in nums],
        'above': rng.randrange(2), 'year_scope': rng.randrange(2), 'per_layer': rng.randrange(2),
        'rounding': random_rounding(rng),
        'caps': [(ON_PAYMENT if plain else rng.choice((ON_PAYMENT, ON_PAYMENT, ON_COST, ON_ELIGIBLE)),
                  rng.randrange(4), random_fen(rng), rng.randrange(COUNTERS) if rng.random() < 0.3 else index)
                 for _ in range(rng.choice((0, 1, 1, 2, 3)))],
        'counter': index}


def dense_layer(rng, index):
    """Twelve bands of a fen each and a cap behind them: four of these fill a bill."""
    layer = random_layer(rng, index)
    layer.update(kind=SPLIT, parts=1 << IN_SCOPE | 1 << OVER_CAP, edges=list(range(1, 12)), year_scope=0, above=1,
                 rate_nums=[rng.randint(0, 4) for _ in range(12)], rate_den=4,
                 caps=[(ON_COST, VISIT, rng.randint(10, 13), index)])
    layer.update({'from': (1 << index) - 1, 'passed_over': [0, 0, 0]})
    layer['rates'] = [Fraction(num, 4) for num in layer['rate_nums']]
    return layer


def random_plan(rng):
    make_layer = dense_layer if rng.random() < 0.02 else random_layer
    away = (rng.randint(1, 100), 100) if rng.random() < 0.2 else (0, 1)
    return {
        'layers': [make_layer(rng, i) for i in range(rng.randint(0, 5))], 'away': Fraction(*away), 'away_raw': away,
        'away_rounding': random_rounding(rng),
        'order': [rng.randrange(N_PARTS) for _ in range(rng.randint(0, N_PARTS))],
        'may_own': rng.randrange(1 << N_PARTS), 'may_family': rng.randrange(1 << N_PARTS)}


def random_visit(rng, month):
    visit = {key: rng.choice((0, random_fen(rng))) for key in ('full_own', 'over_limit', 'first_pay')}
    visit.update(in_scope=random_fen(rng), stay_days=rng.randrange(200), admission=rng.randrange(2),
                 level=rng.randrange(LEVELS), month=month)
    purse = {'own': rng.choice((0, random_fen(rng))), 'family': [random_fen(rng) for _ in range(rng.randint(0, 3))]}
    return visit, purse


# ---- the lines of settle-filter -----------------------------------------------------------------------------------

def layer_numbers(layer):
    d = layer['deductible']
    out = [layer['kind'], layer['payer'], layer['parts'], layer['from'], *layer['passed_over']]
    out += [d['kind'], len(d['amounts'])] + d['amounts']
    out += [*d['percent_raw'], d['floor'], d['ceiling'], d['period_days'], d['year_stop'], d['same_level']]
    out += [len(layer['rates'])] + layer['edges']
    for num in layer['rate_nums']:
        out += [num, layer['rate_den']]
    out += [layer['above'], layer['year_scope'], layer['per_layer'], *layer['rounding'], len(layer['caps'])]
    for cap in layer['caps']:
        out += cap
    return out + [layer['counter']]


def case_line(plan, visits):
    out = [len(plan['layers'])]
    for layer in plan['layers']:
        out += layer_numbers(layer)
    out += [*plan['away_raw'], *plan['away_rounding'], len(plan['order']), *plan['order']]
    out += [plan['may_own'], plan['may_family'], len(visits)]
    for visit, purse in visits:
        classes = [visit[key] for key in ('full_own', 'over_limit', 'first_pay', 'in_scope')]
        out += [sum(classes)] + classes + [visit[key] for key in ('stay_days', 'admission', 'level', 'month')]
        out += [purse['own'], len(purse['family'])] + purse['family']
    return ' '.join(map(str, out))


def expected_lines(plan, visits):
    year = Year()
    for visit, purse in visits:
        try:
            out, year = settle(plan, visit, purse, year)
            yield ' '.join(map(str, [OK] + out + year.numbers()))
        except Full:
            yield str(FULL)


def main():
    if len(sys.argv) < 2 or len(sys.argv) > 4:
        sys.exit(__doc__)
    n_cases = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20240913)
    cases = []
    for _ in range(n_cases):
        month = 24288
        visits = []
        for _ in range(rng.randint(1, 3)):
            month += rng.choice((0, 0, 1, 2, 3))
            visits.append(random_visit(rng, month))
        cases.append((random_plan(rng), visits))
    text = ''.join(case_line(*case) + '\n' for case in cases)
    run = subprocess.run([sys.argv[1]], input=text, stdout=subprocess.PIPE, text=True, check=True)
    got = [line.strip() for line in run.stdout.splitlines()]
    at = differences = full = 0
    for case in cases:
        for line in expected_lines(*case):
            full += line == str(FULL)
            if at >= len(got) or got[at] != line:
                differences += 1
                if differences <= 3:
                    print('# case:', case_line(*case), file=sys.stderr)
                    print('# expected:', line, file=sys.stderr)
                    print('# core:    ', got[at] if at < len(got) else 'nothing', file=sys.stderr)
            at += 1
    differences += len(got) - at if len(got) > at else 0
    print('1..1')
    print(f'# {n_cases} years, {at} visits, {full} with more rows than a bill holds, {differences} differences')
    print(('ok' if differences == 0 else 'not ok') + ' 1 - the core and the plain implementation agree')
    return 0 if differences == 0 else 1


if __name__ == '__main__':
    sys.exit(main())
