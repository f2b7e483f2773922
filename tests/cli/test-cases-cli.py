#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of tests/cases through mingsuan-cli, read back from its JSON: test-cases-cli.py PROGRAM SOURCE-ROOT.

The second door: nothing of the C test is used here, and the sums are made with decimals, not with fen.
"""
import copy
import json
import pathlib
import sys
from decimal import Decimal

import tap

cli = tap.Cli(sys.argv[1])
root = pathlib.Path(sys.argv[2]).resolve()
cases = root / 'tests' / 'cases'
FUNDS = ['hifp_pay', 'hifob_pay', 'hifmi_pay', 'cvlserv_pay', 'hifes_pay', 'maf_pay', 'oth_pay']
PAYERS = FUNDS + ['acct_own_pay', 'acct_mulaid_pay', 'psn_cash_pay']
ANSWERED = {'known': {0, 5}, 'not-asked': {0, 5}, 'unknown': {5}, 'no-rule': {4}}


def item(visit, code, what=None):
    rows = [row for row in visit['segments'] if row['polItemCode'] == code]
    names = FUNDS if what is None else ['amount'] if what == 'amount' else [what]
    return str(sum((Decimal(row.get(name, '0.00')) for row in rows for name in names), Decimal('0.00')))


def layer(visit, name, what):
    return next(entry[what] for entry in visit['layers'] if entry['id'] == name)


def family(visit, relation, what):
    return next(entry[what] for entry in visit['family'] if entry.get('relation') == relation)


def counter(visit, name, what):
    return visit['year_after'].get(name, {}).get(what, '0.00')


def of_visit(visit, name):
    head, *rest = name.split(':')
    if head == 'burden':
        return visit['burden'][rest[0]]
    if head in ('item', 'layer', 'year', 'family'):
        return {'item': item, 'layer': layer, 'year': counter, 'family': family}[head](visit, *rest)
    if head == 'inscp_selfpay':
        record = visit['setlinfo']
        return str(Decimal(record['inscp_scp_amt']) - Decimal(record['fund_pay_sumamt']))
    return visit[head] if head in visit else visit['setlinfo'][head]


def of_person(result, name):
    parts = {'credit': 'account_credit', 'debit': 'account_debit'}
    part = result[parts.get(name.split('_')[0], 'contribution')]
    key = name.replace('debit_', '').replace('contribution:', '').replace('contribution_', '').replace('credit_', '')
    return part.get(key, part['outcome'])


def value(result, name):
    if name.startswith(('credit_', 'debit_', 'contribution')):
        return of_person(result, name)
    if name == 'tax_deduction':
        return result['tax_deduction']['amount']
    name, _, number = name.partition('@')
    visit = result['visits'][int(number or 0) - 1]
    return visit['outcome'] if visit['outcome'] != 'known' else of_visit(visit, name)


def check_identities(visit):
    record = {name: Decimal(text) for name, text in visit['setlinfo'].items() if name != 'pool_prop_selfpay'}
    assert record['medfee_sumamt'] == (record['fulamt_ownpay_amt'] + record['overlmt_selfpay']
                                       + record['preselfpay_amt'] + record['inscp_scp_amt']), 'I1'
    assert record['fund_pay_sumamt'] == sum(record[name] for name in FUNDS), 'I2'
    assert record['psn_part_amt'] == record['medfee_sumamt'] - record['fund_pay_sumamt'] - record['hosp_part_amt'], 'I3'
    assert record['psn_part_amt'] == record['acct_pay'] + record['psn_cash_pay'], 'I4'
    detail = sum(Decimal(row['fund_payamt']) for row in visit['setldetail'])
    assert detail + record['psn_cash_pay'] == record['medfee_sumamt'], 'I5'
    for row in visit['segments']:
        assert sum(Decimal(row.get(name, '0')) for name in PAYERS) == Decimal(row['amount']), row
    assert sum(Decimal(row['amount']) for row in visit['segments']) == record['medfee_sumamt']


def of_life(result, name):
    """"waiting:months" is the member months of the part waiting, or the part's outcome."""
    part, _, key = name.partition(':')
    return result[part].get(key, result[part]['outcome'])


def check_life(asked, expect, folder, pack):
    options = [f'--{key}={word}' for key, word in asked.items() if key not in ('region', 'insutype', 'in_window')]
    options += ['--in-window'] if asked.get('in_window') else []
    answer = cli.run('life', asked['region'], asked['insutype'], *options, '--format', 'json', '--policy', folder)
    assert answer.out, answer.err
    result = json.loads(answer.out)
    assert result['pack'] == pack
    compare(result, expect, of_life)


def compare(result, expect, read):
    assert expect
    for name, expected in expect.items():
        found = read(result, name)
        assert found == expected, f'{name} is {found}, not {expected}'


def varied(question, entry):
    """The question as one entry of "also" has it: the members at its pointers written anew."""
    question = copy.deepcopy(question)
    for pointer, new in entry['with'].items():
        *way, last = pointer.split('/')[1:]
        node = question
        for word in way:
            node = node[int(word)] if isinstance(node, list) else node[word]
        node[last] = new
    return question


def check(path):
    file = json.loads(path.read_text(encoding='utf-8'))
    folder = cases / 'packs' if file['packs'] == 'packs' else root / 'data' / 'policies'
    ask = check_life if 'life' in file else check_case
    first = file['life' if 'life' in file else 'case']
    ask(first, file['expect'], folder, file['pack'])
    # the thresholds are asked one by one where no process is started for each: tests/cases/test-cases.c
    for entry in [] if path.parent.name == 'thresholds' else file.get('also', []):
        ask(varied(first, entry), entry['expect'], folder, file['pack'])


def check_case(case, expect, folder, pack):
    answer = cli.run('estimate', '-', '--format', 'json', '--policy', folder, text=json.dumps(case))
    assert answer.out, answer.err
    result = json.loads(answer.out)
    assert result['receipt']['pack'] == pack
    compare(result, expect, value)
    for visit in result['visits']:
        assert answer.code in {0, 4, 5} and (len(result['visits']) > 1 or answer.code in ANSWERED[visit['outcome']])
        if visit['outcome'] == 'known':
            check_identities(visit)


def files():
    found = sorted(path for path in cases.glob('*/**/*.json') if 'packs' not in path.relative_to(cases).parts)
    assert found, 'no cases'
    return found


sys.exit(tap.main([(str(path.relative_to(cases)), lambda path=path: check(path)) for path in files()]))
