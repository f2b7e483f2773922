# SPDX-License-Identifier: GPL-3.0-or-later
"""A policy pack read and settled the slow way: plain Python, exact fractions, nothing shared with the program.

Follows docs/pack-format.md. Amounts are Fractions of a fen until a rule says that they are rounded.
"""
import datetime
from fractions import Fraction

PAYERS = ['hifp_pay', 'hifob_pay', 'hifmi_pay', 'cvlserv_pay', 'hifes_pay', 'maf_pay', 'oth_pay']
NUMBER_FACTS = {'age', 'admission', 'insured_months', 'insured_years', 'claim_free_years', 'retired_year',
                'coverage_year'}
HALF_UP = {'unit': '分', 'mode': 'half_up'}
UNITS = {'分': 1, '角': 10, '元': 100, '10元': 1000}


class NoRule(Exception):
    """No version, no care or no row: the answer is no-rule."""


class Unknown(Exception):
    """A figure that the answer needs is not known."""


def fen(text):
    return int(Fraction(text) * 100)


def rate(text):
    if text.endswith('%'):
        return Fraction(text[:-1]) / 100
    return Fraction(text)


def rounded(value, rule=None):
    rule = rule or HALF_UP
    unit = UNITS[rule['unit']]
    whole, rest = divmod(Fraction(value), unit)
    mode = rule['mode']
    up = (rest > 0 if mode == 'up' else False if mode == 'down'
          else 2 * rest >= unit if mode == 'half_up'
          else 2 * rest > unit or (2 * rest == unit and whole % 2 == 1))
    return int(whole + up) * unit


def nearest(value):
    return rounded(value)


def parse_range(text):
    if '..' not in text:
        return int(text), int(text)
    low, high = text.split('..')
    return int(low) if low else 0, int(high) if high else 10 ** 9


class Pack:
    """Conditions and tables of one pack."""

    def __init__(self, data):
        self.data = data
        self.attributes = data.get('attributes', {})

    def class_of(self, name, facts):
        attribute = self.attributes[name]
        code = facts.get(attribute['from'])
        best = None
        for value, prefixes in attribute['values'].items():
            for prefix in prefixes:
                if code and code.startswith(prefix) and (best is None or len(prefix) > best[0]):
                    best = (len(prefix), value)
        return best and best[1]

    def holds(self, key, wanted, facts):
        if key in NUMBER_FACTS:
            low, high = parse_range(wanted)
            return facts.get(key) is not None and low <= facts[key] <= high
        words = [wanted] if isinstance(wanted, str) else wanted
        value = self.class_of(key, facts) if key in self.attributes else facts.get(key)
        return value in words

    def matches(self, when, facts):
        return all(self.holds(key, wanted, facts) for key, wanted in when.items())

    def implies(self, key, wanted, other, asked):
        """Whether whoever meets KEY = WANTED meets OTHER = ASKED."""
        if key in NUMBER_FACTS or other in NUMBER_FACTS:
            if key != other:
                return False
            low, high = parse_range(wanted)
            least, most = parse_range(asked)
            return least <= low and high <= most
        words = [wanted] if isinstance(wanted, str) else wanted
        others = [asked] if isinstance(asked, str) else asked
        if key == other:
            return set(words) <= set(others)
        if other not in self.attributes:
            return False
        source = self.attributes[key]['from'] if key in self.attributes else key
        if source != self.attributes[other]['from']:
            return False
        prefixes = [p for a in (key, other) if a in self.attributes for ps in self.attributes[a]['values'].values()
                    for p in ps] if key in self.attributes else words
        inside = [p for p in prefixes if key not in self.attributes or self.class_of(key, {source: p}) in words]
        return all(self.class_of(other, {source: p}) in others for p in inside)

    def covers(self, wide, narrow):
        return all(any(self.implies(key, wanted, other, asked) for key, wanted in narrow.items())
                   for other, asked in wide.items())

    def match(self, rows, facts, optional=False):
        found = [row for row in rows if self.matches(row.get('when', {}), facts)]
        for row in found:
            if all(self.covers(r.get('when', {}), row.get('when', {})) for r in found):
                return row
        if not optional:
            raise NoRule(f'no row among {len(rows)}')
        return None

    def care_of(self, med_type):
        best = None
        for care in self.data.get('care', {}).values():
            for prefix in care['med_types']:
                if med_type.startswith(prefix) and (best is None or len(prefix) > best[0]):
                    best = (len(prefix), care)
        if not best:
            raise NoRule('no care')
        return best[1]

    def version_of(self, care, day):
        for version in care['versions']:
            if not version.get('expected') and version['effective'] <= day <= version.get('until', '9999-12-31'):
                return version
        raise NoRule('no version')

    def year_begins(self, day):
        starts = self.data.get('benefit_year', {}).get('starts', '01-01')
        year = int(day[:4]) - (day[5:] < starts)
        return f'{year}-{starts}'


def known(text):
    if text == 'unknown':
        raise Unknown(text)
    return text


class Counter:
    def __init__(self):
        self.deductible = self.cost = self.paid = 0
        self.period = {}    # 'month' or 'quarter' → [deductible, cost, paid]


class Year:
    def __init__(self):
        self.admissions = {}
        self.counters = {}
        self.month = None

    def counter(self, name):
        return self.counters.setdefault(name, Counter())

    def enter(self, month):
        for counter in self.counters.values():
            if month != self.month:
                counter.period['month'] = [0, 0, 0]
            if self.month is None or month // 3 != self.month // 3:
                counter.period['quarter'] = [0, 0, 0]
        self.month = month

    def add(self, name, deductible, cost, paid):
        counter = self.counter(name)
        counter.deductible += deductible
        counter.cost += cost
        counter.paid += paid
        for period in ('month', 'quarter'):
            sums = counter.period.setdefault(period, [0, 0, 0])
            for i, amount in enumerate((deductible, cost, paid)):
                sums[i] += amount

    def used(self, name, period):
        counter = self.counter(name)
        if period == 'visit':
            return [0, 0, 0]
        if period == 'year':
            return [counter.deductible, counter.cost, counter.paid]
        return counter.period.setdefault(period, [0, 0, 0])


class Row:
    """A row of the segment × payer table: its exact amount, and what was paid on its fen."""

    def __init__(self, part, layer, exact):
        self.part, self.layer, self.exact = part, layer, Fraction(exact)
        self.amount, self.paid, self.by = nearest(exact), 0, {}

    def unpaid(self):
        return self.amount - self.paid

    def pay(self, payer, amount):
        self.paid += amount
        self.by[payer] = self.by.get(payer, 0) + amount


def level_of(hosp_lv):
    code = int(hosp_lv) if hosp_lv else 0
    return 0 if 1 <= code <= 4 else 1 if 5 <= code <= 7 else 2 if 8 <= code <= 10 else 3


class Layer:
    """One layer as it stands for these facts."""

    def __init__(self, pack, spec, facts):
        self.pack, self.spec, self.facts = pack, spec, facts
        self.id = spec['id']
        self.two_fractions = False
        self.counter = spec.get('counter', spec['id'])
        parts = [c.partition(':') for c in spec['counts']]
        self.counts = [(p, layer) for p, _, layer in parts]
        unsplit = all(p in ('inscp', 'over_cap') for p, _ in self.counts)
        self.kind = spec.get('kind', 'split' if unsplit else 'on_rest')
        self.deductible = spec.get('deductible')
        trouble = None
        for resolve in (self.resolve_deductible, self.resolve_bands, self.resolve_caps):
            try:
                resolve()
            except Unknown as unknown:
                trouble = unknown    # a missing row is worse than a missing figure: look at everything first
        if trouble:
            raise trouble

    def adjust(self, amount, facts):
        for table in self.deductible.get('factors', []):
            row = self.pack.match(table['rows'], facts, optional=True)
            if row:
                amount = rounded(amount * rate(known(row['times'])))
        for table in self.deductible.get('reductions', []):
            row = self.pack.match(table['rows'], facts, optional=True)
            if row:
                amount = max(amount - fen(known(row['less'])), 0)
        return amount

    def amount_of(self, nth):
        facts = dict(self.facts, admission=nth)
        row = self.pack.match(self.deductible['rows'], facts)
        amount = fen(known(row['amount']))
        if 'times' in row:
            amount = rounded(amount * rate(known(row['times'])))
        if 'less_each' in row:
            least = fen(row.get('not_below', '0'))
            amount = max(amount - fen(known(row['less_each'])) * (nth - 1), min(least, amount))
        return self.adjust(amount, facts)

    def resolve_deductible(self):
        """The amount for each n-th admission; None stands for one that is not known."""
        if not self.deductible:
            return
        row = self.pack.match(self.deductible['rows'], self.facts)
        self.percent = None
        if 'percent' in row:
            self.percent = rate(known(row['percent']))
            self.floor = self.adjust(fen(known(row.get('floor', '0'))), self.facts)
            self.ceiling = self.adjust(fen(known(row['ceiling'])), self.facts) if 'ceiling' in row else None
            return
        present = min(max(self.facts.get('admission') or 1, 1), 12)
        self.amounts, trouble = [], None
        for nth in range(1, 13 if self.asks_admission() else 2):
            try:
                self.amounts.append(self.amount_of(nth))
            except Unknown as unknown:
                trouble = unknown if nth == present or not self.asks_admission() else trouble
                self.amounts.append(None)
        if trouble:
            raise trouble

    def asks_admission(self):
        tables = [self.deductible] + self.deductible.get('factors', []) + self.deductible.get('reductions', [])
        return any('admission' in row.get('when', {}) or 'less_each' in row for t in tables for row in t['rows'])

    def rates_of(self, row, n_bands):
        listed = known(row['rate'])
        listed = [listed] * n_bands if isinstance(listed, str) else listed
        return [rate(known(r)) for r in (listed * n_bands if len(listed) == 1 else listed)]

    def resolve_bands(self):
        bands = self.spec['bands']
        edges = bands.get('edges', [{'from': '0.00'}])
        self.edges = [fen(e['to']) for e in edges if 'to' in e]
        row = self.pack.match(bands['rates'], self.facts)
        if 'self_share_of' in row:
            other = dict(self.facts)
            for key, wanted in row['self_share_of'].items():
                word = wanted if isinstance(wanted, str) else wanted[0]
                if key in self.pack.attributes:
                    attribute = self.pack.attributes[key]
                    other[attribute['from']] = attribute['values'][word][0]
                elif key in NUMBER_FACTS:
                    other[key] = parse_range(word)[0] or parse_range(word)[1]
                else:
                    other[key] = word
            base = self.rates_of(self.pack.match(bands['rates'], other), len(edges))
            self.rates = [1 - (1 - r) * rate(known(row['times'])) for r in base]
        else:
            self.rates = self.rates_of(row, len(edges))
        for table in bands.get('points', []):
            points = self.pack.match(table['rows'], self.facts, optional=True)
            if points:
                text = known(points['add'])
                add = -rate(text[1:]) if text.startswith('-') else rate(text)
                most = rate(table.get('not_above', '100%'))
                self.rates = [min(min(max(r + add, Fraction(0)), Fraction(1)), most) for r in self.rates]
        self.from_first = bands.get('from') == 'first_eligible_yuan'
        self.of_year = bands.get('scope') == 'year'
        self.per_layer = bands.get('round') == 'per_layer'
        self.rounding = bands.get('rounding')

    def resolve_caps(self):
        self.caps = []
        for cap in self.spec.get('caps', []):
            row = self.pack.match(cap['rows'], self.facts)
            if row['amount'] == 'none':
                continue
            amount = fen(known(row['amount']))
            if 'bonus' in cap:
                bonus = cap['bonus']
                years = max((self.facts.get('insured_years') or 0) - int(bonus.get('from_year', '1')) + 1, 0)
                growth = fen(known(bonus.get('per_insured_year', '0'))) * years
                growth += fen(known(bonus.get('per_claim_free_year', '0'))) * (self.facts.get('claim_free_years') or 0)
                amount += min(growth, int(amount * rate(bonus['at_most'])))
            self.caps.append((cap['on'], cap['per'], amount, cap.get('counter', self.counter)))

    # settling

    def sees(self, row):
        names = {'IN_SCOPE': 'inscp', 'OVER_CAP': 'over_cap', 'DEDUCTIBLE': 'deductible', 'SHARE': 'share',
                 'FIRST_PAY': 'first_pay', 'AWAY_FIRST': 'away_first', 'OVER_LIMIT': 'over_limit',
                 'FULL_OWN': 'full_own'}
        named = [layer for part, layer in self.counts if part == names[row.part]]
        return bool(named) and (row.layer is None or row.layer in named)

    def actual_deductible(self, year, base, nth, stay):
        if not self.deductible:
            return 0, 0, 0
        basis = self.deductible['basis']
        borne = year.counter(self.counter).deductible
        if self.percent is not None:
            standard = max(rounded(nearest(base) * self.percent), self.floor)
            standard = standard if self.ceiling is None else min(standard, self.ceiling)
        elif basis == 'per_admission':
            standard = self.amounts[min(nth, len(self.amounts)) - 1]
        else:
            standard = self.amounts[0]
        current = standard
        if basis == 'once_a_year':
            current = 0 if nth > 1 else standard
        elif basis in ('highest_of_year', 'cumulative'):
            current = max(standard - borne, 0)
        elif basis == 'per_visit' and 'year_stop' in self.deductible:
            current = min(standard, max(fen(known(self.deductible['year_stop'])) - borne, 0))
        return standard, current, min(current, nearest(base))

    def cut(self, start, cost):
        slices, position = [], Fraction(start)
        for i in range(len(self.rates)):
            end = start + cost
            if i < len(self.rates) - 1:
                end = min(max(Fraction(self.edges[i]), position), end)
            slices.append(end - position)
            position = end
        return slices

    def pay_slices(self, slices):
        limits = [nearest(s) if r > 0 else 0 for s, r in zip(slices, self.rates)]
        if not self.per_layer:
            return [min(rounded(s * r, self.rounding), most) for s, r, most in zip(slices, self.rates, limits)]
        paid, exact, running = [], Fraction(0), 0
        for s, r, most in zip(slices, self.rates, limits):
            exact += s * r
            running = rounded(exact, self.rounding)
            paid.append(min(max(running - sum(paid), 0), most))
        rest = max(running - sum(paid), 0)
        for i, most in enumerate(limits):
            given = min(most - paid[i], rest)
            paid[i] += given
            rest -= given
        return paid

    def left(self, year, kinds, deductible):
        lefts = []
        for on, per, amount, counter in self.caps:
            if on in kinds:
                used = year.used(counter, per)
                taken = {'payment': used[2], 'cost': used[1], 'eligible': used[0] + used[1] + deductible}[on]
                lefts.append(max(amount - taken, 0))
        return min(lefts) if lefts else None

    def work_out(self, year, base, nth, stay):
        standard, current, actual = self.actual_deductible(year, base, nth, stay)
        cost = base - actual
        start = 0
        if self.of_year:
            counter = year.counter(self.counter)
            start = counter.cost + (counter.deductible if self.from_first else 0)
        if self.from_first:
            start += actual
        left = self.left(year, ('cost', 'eligible'), actual)
        if left is not None:
            cost = min(cost, Fraction(left))
        slices = self.cut(start, cost)
        paid = self.pay_slices(slices)
        used = list(slices)
        left = self.left(year, ('payment',), 0)
        if left is not None and sum(paid) > left:
            running = 0
            for i, amount in enumerate(paid):
                if running + amount > left:
                    paid[i] = left - running
                    used[i] = min(paid[i] / self.rates[i], slices[i])
                    paid[i + 1:] = [0] * len(paid[i + 1:])
                    used[i + 1:] = [Fraction(0)] * len(used[i + 1:])
                    break
                running += amount
        self.two_fractions = base.denominator > 1 and any(u.denominator > 1 for u in used)
        return standard, actual, slices, used, paid, base - actual - sum(used)

    def run_split(self, bill, year, nth, stay):
        mine = [r for r in bill if self.sees(r) and r.paid == 0]
        base = Fraction(0)
        for row in mine:    # one fraction survives, a second one is rounded
            whole = base.denominator == 1
            base += row.exact if whole else row.amount
        bill[:] = [r for r in bill if r not in mine]
        standard, actual, slices, used, paid, over = self.work_out(year, base, nth, stay)
        if actual:
            bill.append(Row('DEDUCTIBLE', self.id, actual))
        rest = nearest(base) - actual - nearest(over)
        if rest:    # band by band does not matter for the sums; what a row lacks, later layers see as one
            row = Row('SHARE', self.id, rest)
            row.pay(self.spec['payer'], sum(paid))
            bill.append(row)
        if nearest(over):
            bill.append(Row('OVER_CAP', self.id, over))
        return standard, actual, sum(paid), over, slices

    def run_rest(self, bill, year, nth, stay, scope):
        mine = [r for r in bill if self.sees(r)]
        rest = sum(r.unpaid() for r in mine)
        slices, standard, actual, over = [], 0, 0, Fraction(0)
        if self.kind == 'on_rest':
            standard, actual, slices, used, paid, over = self.work_out(year, Fraction(rest), nth, stay)
            amount = sum(paid)
        else:
            share = rounded(scope * self.rates[0], self.rounding)
            amount = max(rest - share, 0) if self.kind == 'keep' else min(share, rest)
            left = self.left(year, ('payment',), 0)
            amount = amount if left is None else min(amount, left)
        seen = given = 0
        total = rest
        for row in mine:
            if not amount:
                break
            seen += row.unpaid()
            due = amount * seen // total
            row.pay(self.spec['payer'], due - given)
            given = due
        return standard, actual, amount, over, slices

    def count(self, year, actual, slices, paid):
        cost = sum(nearest(s) for s in slices)
        year.add(self.counter, actual, cost, paid)
        for name in {c[3] for c in self.caps} - {self.counter}:
            kinds = {c[0] for c in self.caps if c[3] == name}
            year.add(name, actual if 'eligible' in kinds else 0, cost if kinds & {'cost', 'eligible'} else 0,
                     paid if 'payment' in kinds else 0)


def facts_of(case, visit, nth):
    person = case['person']
    facts = {k: person.get(k) for k in ('psn_type', 'gend', 'clct_grde', 'sp_psn_type', 'cvlserv_flag')}
    flexible = person.get('psn_type', '')[:2] in ('11', '12') and person.get('psn_type', '').endswith('03')
    facts['flxempe_flag'] = person.get('flxempe_flag', '1' if flexible else '0')
    for key in ('age', 'insured_months', 'insured_years', 'claim_free_years'):
        facts[key] = int(person[key]) if key in person else None
    facts.update(med_type=visit['med_type'], hosp_lv=visit.get('hosp_lv'), away=visit.get('away', 'home'),
                 area=visit.get('area', 'city'), opsp_dise_code=visit.get('opsp_dise_code'), admission=nth,
                 coverage_year=int(visit['enddate'][:4]))
    return facts


def settle(pack, case, visit, year, own):
    """One visit: what it comes to. Raises NoRule or Unknown."""
    care = pack.care_of(visit['med_type'])
    version = pack.version_of(care, visit['enddate'])
    nth = sum(year.admissions.values()) + 1
    facts = facts_of(case, visit, nth)
    trouble = None
    layers = []
    for spec in version['layers']:
        if pack.matches(spec.get('when', {}), facts):
            try:
                layers.append(Layer(pack, spec, facts))
            except Unknown as unknown:
                trouble = unknown    # a missing row is worse than a missing figure
    away = version.get('away_first')
    row = pack.match(away['rows'], facts, optional=True) if away else None
    try:
        first_rate = rate(known(row['rate'])) if row else Fraction(0)
    except Unknown as unknown:
        trouble = unknown
    if trouble:
        raise trouble
    amounts = {k: fen(visit[k]) for k in ('fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt')}
    bill = [Row(part, None, amounts[key]) for part, key in (('FULL_OWN', 'fulamt_ownpay_amt'), (
        'OVER_LIMIT', 'overlmt_selfpay'), ('FIRST_PAY', 'preselfpay_amt')) if amounts[key]]
    scope = amounts['inscp_scp_amt']
    first = rounded(scope * first_rate, away.get('rounding')) if row else 0
    first = min(first, scope)
    scope -= first
    bill += [Row('IN_SCOPE', None, scope)] if scope else []
    bill += [Row('AWAY_FIRST', None, first)] if first else []
    day = datetime.date.fromisoformat(visit['enddate'])
    year.enter(day.year * 12 + day.month - 1)
    traces = []
    for layer in layers:
        run = layer.run_split if layer.kind == 'split' else layer.run_rest
        arguments = () if layer.kind == 'split' else (scope,)
        same = layer.deductible and layer.deductible.get('same_level')
        own_nth = 1 + year.admissions.get(level_of(visit.get('hosp_lv')), 0) if same else nth
        standard, actual, paid, over, slices = run(bill, year, own_nth, 1, *arguments)
        layer.count(year, actual, slices, paid)
        traces.append((layer.id, standard, actual, paid, nearest(over)))
    funds = [sum(r.by.get(p, 0) for r in bill) for p in PAYERS]
    may = {'deductible': 'DEDUCTIBLE', 'share': 'SHARE', 'over_cap': 'OVER_CAP', 'first_pay': 'FIRST_PAY',
           'away_first': 'AWAY_FIRST', 'over_limit': 'OVER_LIMIT', 'full_own': 'FULL_OWN'}
    parts = {may[p] for p in version.get('financing', {}).get('own_account', [])}
    account = min(own, sum(r.unpaid() for r in bill if r.part in parts))
    if care.get('admission'):
        level = level_of(visit.get('hosp_lv'))
        year.admissions[level] = year.admissions.get(level, 0) + 1
    person = sum(amounts.values()) - sum(funds)
    return {'away': first, 'funds': funds, 'person': person, 'account': account, 'own': own - account,
            'layers': traces, 'fractions': {layer.id for layer in layers if layer.two_fractions}}


def answer(pack, case):
    """Every visit of CASE: 'no-rule', 'unknown', or what it comes to."""
    year, own, answers, begun = Year(), fen(case['person'].get('balc', '0')), [], None
    so_far = case.get('year', {})
    if case['visits']:
        year.admissions[level_of(case['visits'][0].get('hosp_lv'))] = int(so_far.get('admissions', '0'))
    for name, sums in so_far.get('counters', {}).items():
        counter = year.counter(name)
        counter.deductible, counter.cost, counter.paid = (fen(sums.get(k, '0')) for k in ('deductible', 'cost', 'paid'))
    for visit in case['visits']:
        begins = pack.year_begins(visit['enddate'])
        if begun and begins != begun:
            year = Year()
        begun = begins
        try:
            result = settle(pack, case, visit, year, own)
            own = result['own']
        except NoRule:
            result = 'no-rule'
        except Unknown:
            result = 'unknown'
        answers.append(result)
    return answers
