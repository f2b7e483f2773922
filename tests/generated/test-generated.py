#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases made from every pack at every threshold, settled by the program and by plain fractions (packs.py): both must
agree to the fen, and whatever a pack says, nothing may be lost, shrink as costs grow, or pass a cap.

test-generated.py FILTER ROOT    prints TAP, one point for each pack with rules for care.
"""
import json
import pathlib
import subprocess
import sys

import generate
import packs


class Run:
    """One case on its way: what it was made for, and what the program said."""

    def __init__(self, case, series=None, cost=0):
        self.case, self.series, self.cost = case, series, cost
        self.answers = None


def make_runs(pack):
    """Series of growing costs, years so far, and several visits; few of them where only the people differ."""
    runs, seen = [], set()
    for number, question in enumerate(generate.questions(pack)):
        signature = question.signature()
        if signature in seen:
            runs += [Run(question.case(cost), number, cost) for cost in question.few_costs()]
            continue
        seen.add(signature)
        costs = question.costs()
        runs += [Run(question.case(cost), number, cost) for cost in costs]
        middle = costs[len(costs) // 2] + 12345
        for balance in (0, 1, 10 ** 9):
            runs.append(Run(question.case(middle, balance=balance), ('account', number), balance))
        runs += [Run(question.case(1234567, so_far=so_far)) for so_far in question.so_far()]
        runs.append(Run(question.months()))
    return runs


def read_visit(text):
    if '|' not in text:
        return text
    outcome, away, payers, person, own, layers = text.split('|')
    paid = [int(p) for p in payers.split(',')]
    return {'away': int(away), 'funds': paid[:7], 'person': int(person), 'account': paid[7], 'family': paid[8],
            'cash': paid[9], 'own': int(own),
            'layers': [(p[0], *map(int, p[1:])) for p in (entry.split(',') for entry in layers.split(';') if entry)]}


def answer_all(program, folder, runs):
    lines = '\n'.join(json.dumps(run.case, ensure_ascii=False) for run in runs) + '\n'
    result = subprocess.run([program, folder], input=lines, capture_output=True, text=True, check=True)
    answers = result.stdout.splitlines()
    assert len(answers) == len(runs), f'{len(answers)} answers to {len(runs)} cases'
    for run, answer in zip(runs, answers):
        run.answers = [read_visit(visit) for visit in answer.split('\t')]


def problem_of_sums(run, visit, answer):
    total = packs.fen(visit['medfee_sumamt'])
    if sum(answer['funds']) + answer['account'] + answer['family'] + answer['cash'] != total:
        return 'the payers do not add up to the bill'
    if answer['person'] < 0 or min(answer['funds']) < 0 or answer['cash'] < 0:
        return 'somebody pays less than nothing'
    if any(actual > total for _, _, actual, _, _ in answer['layers']):
        return 'a deductible larger than the bill'
    return None


def problem_of_hand(run, expected):
    for number, (mine, theirs) in enumerate(zip(expected, run.answers)):
        if isinstance(mine, str) or isinstance(theirs, str):
            if mine != theirs:
                return f'visit {number}: {theirs}, by hand {mine}'
            continue
        for key in ('away', 'funds', 'person', 'account', 'own'):
            if mine[key] != theirs[key]:
                return f'visit {number}: {key} {theirs[key]}, by hand {mine[key]}'
        for hand, layer in zip(mine['layers'], theirs['layers']):
            # one fraction at a time: of two that meet in a layer the program rounds the one it takes off
            slack = 1 if hand[0] in mine['fractions'] else 0
            if hand[:4] != layer[:4] or abs(hand[4] - layer[4]) > slack:
                return f'visit {number}: layer {layer}, by hand {hand}'
    return None


def problem_of_caps(pack, run):
    """No layer pays more than its yearly caps leave it."""
    if len(run.answers) != 1 or isinstance(run.answers[0], str):
        return None
    visit = run.case['visits'][0]
    facts = packs.facts_of(run.case, visit, int(run.case.get('year', {}).get('admissions', '0')) + 1)
    version = pack.version_of(pack.care_of(visit['med_type']), visit['enddate'])
    paid = {trace[0]: trace[3] for trace in run.answers[0]['layers']}
    counters = run.case.get('year', {}).get('counters', {})
    for spec in version['layers']:
        if spec['id'] not in paid:
            continue
        layer = packs.Layer(pack, spec, facts)
        for on, per, amount, counter in layer.caps:
            used = packs.fen(counters.get(counter, {}).get('paid', '0')) if per == 'year' else 0
            if on == 'payment' and paid[spec['id']] > max(amount - used, 0):
                return f'{spec["id"]} pays {paid[spec["id"]]} of {amount} with {used} used'
    return None


def problems_of_series(runs):
    """Along growing costs the funds never pay less; along balances only the cash changes."""
    series = {}
    for run in runs:
        if run.series is not None and not isinstance(run.answers[0], str):
            series.setdefault(run.series, []).append(run)
    for key, members in series.items():
        for before, after in zip(members, members[1:]):
            first, second = before.answers[0], after.answers[0]
            if isinstance(key, tuple):
                if first['funds'] != second['funds'] or first['person'] != second['person']:
                    yield after, 'the balance of the account changes what a fund pays'
            elif sum(second['funds']) < sum(first['funds']):
                yield after, f'{sum(second["funds"])} from funds, but {sum(first["funds"])} at {before.cost}'


def check_pack(pack, runs):
    """The problems found, each with its case."""
    for run in runs:
        if any(answer.startswith('error') for answer in run.answers if isinstance(answer, str)):
            yield run, run.answers[0]
            continue
        yield run, problem_of_hand(run, packs.answer(pack, run.case))
        for visit, answer in zip(run.case['visits'], run.answers):
            if not isinstance(answer, str):
                yield run, problem_of_sums(run, visit, answer)
        yield run, problem_of_caps(pack, run)
    yield from problems_of_series(runs)


def test_pack(number, program, path):
    pack = generate.load(path)
    runs = make_runs(pack)
    answer_all(program, str(path.parent), runs)
    found = [(run, problem) for run, problem in check_pack(pack, runs) if problem]
    for run, problem in found[:3]:
        print(f'# {problem}\n# {json.dumps(run.case, ensure_ascii=False)}')
    known = sum(not isinstance(answer, str) for run in runs for answer in run.answers)
    print(f'{"not ok" if found else "ok"} {number} - {path.stem}: {len(runs)} cases, {known} visits known', flush=True)
    return not found


def main(program, root):
    root = pathlib.Path(root)
    paths = sorted((root / 'data/policies').glob('*.json')) + sorted((root / 'tests/cases/packs').glob('*.json'))
    paths = [path for path in paths if json.loads(path.read_text(encoding='utf-8')).get('care')]
    print(f'1..{len(paths)}')
    results = [test_pack(number, program, path) for number, path in enumerate(paths, 1)]
    return 0 if all(results) else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2]))
