# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases at every threshold of a pack: each class of people and hospital, each age, each edge at −1, 0 and +1 fen."""
import itertools
import json

import packs
from packs import NUMBER_FACTS, Counter, NoRule, Pack, Unknown, Year, fen, parse_range

COMBINATIONS_MAX = 240
AWAY = ['home', 'long_term', 'referral', 'emergency', 'unfiled']
PERSON_KEYS = {'psn_type', 'gend', 'clct_grde', 'sp_psn_type', 'cvlserv_flag', 'flxempe_flag', 'age', 'insured_months',
               'insured_years', 'claim_free_years'}


def yuan(amount):
    return f'{amount // 100}.{amount % 100:02}'


def conditions(node):
    """Every "when" under NODE."""
    if isinstance(node, dict):
        if 'when' in node:
            yield node['when']
        for value in node.values():
            yield from conditions(value)
    elif isinstance(node, list):
        for value in node:
            yield from conditions(value)


def dimensions(pack, version):
    """The facts that the rules of VERSION ask for, each with the values that make a difference."""
    wanted = {}
    for when in conditions(version):
        for key, asked in when.items():
            words = [asked] if isinstance(asked, str) else asked
            if key in NUMBER_FACTS:
                low, high = parse_range(asked)
                values = {low - 1, low, high, high + 1}
                wanted.setdefault(key, set()).update(v for v in values if 0 <= v <= 149)
            elif key in pack.attributes:
                source = pack.attributes[key]['from']
                codes = [prefixes[0] for prefixes in pack.attributes[key]['values'].values()]
                wanted.setdefault(source, set()).update(codes)
            else:
                wanted.setdefault(key, set()).update(words)
    for key in ('admission', 'coverage_year', 'retired_year', 'med_type'):
        wanted.pop(key, None)
    if 'away' in wanted:
        wanted['away'] = set(AWAY)
    if 'hosp_lv' in wanted:
        wanted['hosp_lv'].add('11')
    return {key: sorted(values) for key, values in sorted(wanted.items())}


def combinations(sizes):
    """All combinations where they are few; otherwise one fact at a time beside the people and the hospitals."""
    keys = list(sizes)
    count = 1
    for values in sizes.values():
        count *= len(values)
    if count <= COMBINATIONS_MAX:
        for values in itertools.product(*sizes.values()):
            yield dict(zip(keys, values))
        return
    base = {key: values[0] for key, values in sizes.items()}
    main = [key for key in keys if key in ('psn_type', 'hosp_lv')]
    for values in itertools.product(*(sizes[key] for key in main)):
        chosen = dict(base, **dict(zip(main, values)))
        yield dict(chosen)
        for key in keys:
            for value in sizes[key] if key not in main else []:
                yield dict(chosen, **{key: value})


def make_visit(med_type, day, facts, cost, other=0):
    visit = {'med_type': med_type, 'begndate': day, 'enddate': day, 'medfee_sumamt': yuan(cost + 3 * other),
             'fulamt_ownpay_amt': yuan(other), 'overlmt_selfpay': yuan(other), 'preselfpay_amt': yuan(other),
             'inscp_scp_amt': yuan(cost)}
    visit.update({key: value for key, value in facts.items() if key not in PERSON_KEYS})
    return visit


def make_case(pack, facts, visits, balance=None, so_far=None):
    person = {key: str(value) for key, value in facts.items() if key in PERSON_KEYS}
    if balance is not None:
        person['balc'] = yuan(balance)
    case = {'format': 'mingsuan-case/1', 'date': visits[0]['enddate'], 'insuplc_admdvs': pack.data['region'],
            'insutype': pack.data['insutype'], 'person': person, 'visits': visits}
    if so_far:
        case['year'] = so_far
    return case


class Question:
    """One kind of person in one kind of care: the costs at which something changes."""

    def __init__(self, pack, med_type, day, facts):
        self.pack, self.med_type, self.day, self.facts = pack, med_type, day, facts

    def case(self, cost, **more):
        return make_case(self.pack, self.facts, [make_visit(self.med_type, self.day, self.facts, cost)], **more)

    def layers(self):
        """The layers as they stand; none when the answer is not known."""
        try:
            care = self.pack.care_of(self.med_type)
            version = self.pack.version_of(care, self.day)
            case = self.case(0)
            facts = packs.facts_of(case, case['visits'][0], 1)
            packs.settle(self.pack, case, case['visits'][0], Year(), 0)
            return [packs.Layer(self.pack, spec, facts) for spec in version['layers']
                    if self.pack.matches(spec.get('when', {}), facts)]
        except (NoRule, Unknown):
            return []

    def over(self, index, cost):
        case = self.case(cost)
        return packs.settle(self.pack, case, case['visits'][0], Year(), 0)['layers'][index][4] > 0

    def where_capped(self, index):
        """The least cost at which layer INDEX leaves something over its caps, or None."""
        low, high = 0, 10 ** 9
        if not self.over(index, high):
            return None
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self.over(index, middle) else (middle, high)
        return high

    def thresholds(self):
        found = set()
        for index, layer in enumerate(self.layers()):
            amounts = [a for a in getattr(layer, 'amounts', []) if a] if layer.deductible else []
            found.update(amounts[:3])
            found.update(layer.edges)
            found.update(edge + amount for edge in layer.edges for amount in amounts[:1])
            if layer.deductible and layer.percent:
                found.update(int(bound / layer.percent) for bound in (layer.floor, layer.ceiling) if bound)
            capped = self.where_capped(index) if layer.caps else None
            found.update([capped] if capped else [])
        return sorted(found)

    def signature(self):
        """Two questions with the same one are settled by the same numbers."""
        return repr([(layer.id, layer.kind, layer.edges, layer.rates, layer.caps, getattr(layer, 'amounts', None))
                     for layer in self.layers()])

    def few_costs(self):
        return [1, 1234567, 10 ** 8]

    def costs(self):
        costs = {0, 1, 10 ** 4, 1234567, 10 ** 7, 10 ** 8}
        for threshold in self.thresholds():
            costs.update((threshold - 1, threshold, threshold + 1))
        return sorted(c for c in costs if 0 <= c <= 10 ** 9)

    def so_far(self):
        """The year so far on both sides of each cap and each deductible that adds up over the year."""
        for layer in self.layers():
            for on, per, amount, counter in layer.caps:
                key = {'payment': 'paid', 'cost': 'cost', 'eligible': 'cost'}[on]
                for used in (amount - 1, amount, amount + 1) if per == 'year' and amount else ():
                    yield {'counters': {counter: {key: yuan(used)}}}
            if layer.deductible and layer.deductible['basis'] in ('cumulative', 'highest_of_year', 'per_visit'):
                for used in (layer.amounts[0] - 1, layer.amounts[0], layer.amounts[0] + 1) if layer.amounts else ():
                    if used > 0:
                        yield {'counters': {layer.counter: {'deductible': yuan(used)}}}
        for admissions in (1, 2, 3, 4, 5):
            yield {'admissions': str(admissions)}

    def months(self):
        """Three visits: two in one month, one in the next."""
        year, month = int(self.day[:4]), int(self.day[5:7])
        last = f'{year}-{month + 1:02}-15' if month < 12 else f'{year + 1}-01-15'
        days = [f'{self.day[:8]}28', f'{self.day[:8]}28', last]
        costs = (345678, 1234500, 9876543)
        visits = [make_visit(self.med_type, day, self.facts, cost, 101) for day, cost in zip(days, costs)]
        return make_case(self.pack, self.facts, visits, balance=10 ** 6)


def questions(pack):
    for care in pack.data.get('care', {}).values():
        for version in care['versions']:
            days = {version['effective'], version.get('until', '2026-06-15')}
            days = sorted(max(day, '2001-01-01') for day in days if day >= version['effective'])
            for facts in combinations(dimensions(pack, version)):
                for day in days:
                    yield Question(pack, care['med_types'][0], day, facts)


def load(path):
    with open(path, encoding='utf-8') as file:
        return Pack(json.load(file))


__all__ = ['Counter', 'fen', 'load', 'questions', 'yuan']
