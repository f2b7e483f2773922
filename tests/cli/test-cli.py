#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mingsuan-cli from outside: test-cli.py PROGRAM SOURCE-ROOT."""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import tap

cli = tap.Cli(sys.argv[1])
root = pathlib.Path(sys.argv[2]).resolve()
policies = root / 'data' / 'policies'
retired = root / 'data' / 'examples' / 'beijing-retired-inpatient.json'
two_stays = root / 'data' / 'examples' / 'beijing-active-two-stays.json'
COMMANDS = ['estimate', 'year', 'life', 'guide', 'report', 'policy list', 'policy show', 'policy check',
            'policy coverage', 'policy diff', 'region']


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding='utf-8'))


def estimate(case, *options, **more):
    return cli.run('estimate', '-', *options, text=json.dumps(case), **more)


def width(line):
    """Columns on a terminal: a wide character takes two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in line)


def test_version():
    assert cli.run('--version').expect(0).out.startswith('mingsuan-cli ')


def test_help():
    for language, word in (('en', 'Exit codes'), ('zh', '退出码')):
        overview = cli.run('--help', language=language).expect(0).out
        assert word in overview
        for command in COMMANDS:
            assert command in overview
            text = cli.run(*command.split(), '--help', language=language).expect(0).out
            assert text.startswith(f'mingsuan-cli {command}') and ('Example' in text) == (language == 'en')


def test_readme_command():
    """The example of the README, as it stands there, in a shell that knows nothing of the checkout."""
    readme = (root / 'README.md').read_text(encoding='utf-8')
    command = re.search(r'^build/src/cli/mingsuan-cli (estimate \S+)$', readme, re.MULTILINE)
    plain = {'PATH': os.environ['PATH'], 'LANG': 'C.UTF-8'}
    here = os.getcwd()
    os.chdir(root)
    try:
        done = cli.run(*command[1].split(), env=plain, language=None).expect(0)
    finally:
        os.chdir(here)
    assert '45,217.00' in done.out and '统筹基金' in done.out, done.out[:300]


def test_wrong_usage():
    cli.run().refused(2)
    assert 'estimate' in cli.run('estmate', retired).refused(2).err
    assert 'policy list' in cli.run('policy', 'lst').refused(2).err
    assert '--format' in cli.run('estimate', '--fromat', 'csv', retired).refused(2).err
    cli.run('estimate').refused(2)
    cli.run('estimate', retired, retired).refused(2)
    cli.run('estimate', retired, '--format').refused(2)
    cli.run('estimate', retired, '--format', 'xml').refused(2)
    cli.run('estimate', retired, '--date', '2025-02-30').refused(2)
    cli.run('estimate', '-x', retired).refused(2)
    cli.run('--lang', 'fr', 'estimate', retired, language=None).refused(2)
    cli.run('estimate', retired, '--lang', language=None).refused(2)


def test_table():
    english = cli.run('estimate', retired).expect(0)
    assert english.err == ''
    for text in ('45,217.00', '(30,000.00 − 1,300.00) × 91 % = 26,117.00', 'Deductible', 'not a settlement'):
        assert text in english.out, text
    chinese = cli.run('estimate', retired, language='zh').expect(0).out
    for text in ('45,217.00', '起付标准', '统筹基金'):
        assert text in chinese, text


def test_columns_align():
    for language in ('zh', 'en'):
        lines = cli.run('estimate', retired, language=language).expect(0).out.splitlines()
        rules = [n for n, line in enumerate(lines) if line.strip().startswith('-----')]
        table = lines[rules[0] - 1:rules[1]]
        cash = [width(line[:line.rindex('.')]) for line in table[2:] if line.count('.') > 1]
        assert len(cash) >= 5
        # The last amount of a row that names its step is followed by two blanks and the number of the step.
        assert len(set(cash)) == 1, (language, cash)
        assert max(width(line) for line in table) == width(lines[rules[0]])


def test_languages():
    base = {name: os.environ[name] for name in ('MING_DATADIR', 'MING_LOCALEDIR', 'PATH') if name in os.environ}
    for extra, chinese in (({}, True), ({'LC_ALL': 'C'}, True), ({'LANG': 'zh_CN.UTF-8'}, True),
                           ({'LANG': 'en_US.UTF-8'}, True), ({'LANGUAGE': 'en'}, False),
                           ({'LANGUAGE': 'en', 'MING_LANG': 'zh'}, True), ({'MING_LANG': 'en'}, False),
                           ({'MING_LANG': 'nonsense'}, True), ({'LC_ALL': 'POSIX', 'LANGUAGE': ''}, True)):
        out = cli.run('--help', env=base | extra, language=None).expect(0).out
        assert ('命令' in out) == chinese, extra
    assert '命令' in cli.run('--help', env=base | {'MING_LANG': 'en'}, language='zh').out
    assert 'Commands' in cli.run('--help', env=base | {'LANGUAGE': 'zh_CN'}, language='en').out
    assert '命令' in cli.run('--help', '--lang=zh', language=None).out


def test_json():
    result = json.loads(cli.run('estimate', retired, '--format', 'json').expect(0).out)
    assert result['format'] == 'mingsuan-result/1'
    assert result['visits'][0]['setlinfo']['hifp_pay'] == '45217.00'
    assert len(result['receipt']['sha256']) == 64
    again = cli.run('estimate', retired, '--format=json').out
    assert json.loads(again) == result


def test_csv():
    case = load(two_stays)
    case['visits'][0]['id'] = '甲,"乙"\n'.replace('\n', '')
    case['visits'][1]['id'] = '=1+1'
    rows = list(csv.DictReader(io.StringIO(estimate(case, '--format', 'csv').expect(0).out)))
    assert [row['id'] for row in rows] == ['甲,"乙"', "'=1+1"]
    assert rows[0]['act_pay_dedc'] == '1300.00' and rows[1]['act_pay_dedc'] == '650.00'
    assert rows[0]['outcome'] == 'known' and rows[0]['psn_part_amt'] == '7705.60'


def test_standard_input():
    assert estimate(load(retired)).expect(0).out == cli.run('estimate', retired).out


def test_documented_case():
    text = (root / 'docs' / 'case-format.md').read_text(encoding='utf-8')
    case = text.split('```json\n')[1].split('```')[0]
    assert '47,579.25' in cli.run('estimate', '-', text=case).expect(0).out


def test_date():
    person = {'psn_type': '1101', 'age': '40', 'base': '5869.00'}
    case = load(retired) | {'date': '2022-10-01', 'person': person, 'visits': []}
    now = json.loads(estimate(case, '--format', 'json').expect(0).out)
    then = json.loads(estimate(case, '--format', 'json', '--date', '2022-08-15').out)
    assert now['account_credit']['month'] == '117.38'
    assert then['date'] == '2022-08-15'
    # By the rule before 2022-09: 2 % of one's own and 1 % of the employer's at 40.
    assert then['account_credit']['month'] == '176.07'


def test_every_fault():
    """Each fault of each bad case is a line with place and code; nothing is on standard output."""
    folder = root / 'tests' / 'estimate' / 'cases' / 'bad'
    expected = [line.split('\t') for line in (folder / 'expected.tsv').read_text(encoding='utf-8').splitlines()
                if not line.startswith('#')]
    files = sorted(folder.glob('*.json'))
    assert len(files) > 40
    for path in files:
        lines = cli.run('estimate', path).refused(3).err.splitlines()
        faults = [(code, pointer) for name, code, pointer in expected if name == path.name]
        assert len(lines) == len(faults), (path.name, lines)
        for line, (code, pointer) in zip(lines, faults):
            assert line.startswith(f'mingsuan-cli: {path}: {pointer}: ') and line.endswith(f'[{code}]'), line


def test_cut_anywhere():
    text = retired.read_text(encoding='utf-8').rstrip()
    for length in range(0, len(text), 41):
        cli.run('estimate', '-', text=text[:length]).refused(3)


def test_terminal_is_safe():
    escape = '\x1b[31m'
    result = estimate(load(retired) | {escape: '1', 'insutype': escape}).refused(3)
    assert '\x1b' not in result.err and len(result.err.splitlines()) == 2


def test_files():
    cli.run('estimate', '/no/such/case.json').refused(7)
    cli.run('estimate', root).refused(7)
    cli.run('estimate', retired, '--policy', '/no/such/folder').refused(7)
    cli.run('estimate', retired, '--policy', retired).refused(7)
    cli.run('policy', 'list', '--policy', '/no/such/folder').refused(7)
    cli.run('policy', 'check', '/no/such/pack.json').refused(7)


def test_full_disk():
    with open('/dev/full', 'w', encoding='utf-8') as full:
        result = cli.run('estimate', retired, stdout=full)
    assert result.code == 7 and result.err


def test_no_policy():
    estimate(load(retired) | {'insuplc_admdvs': '659001'}).refused(4)
    with tempfile.TemporaryDirectory() as empty:
        cli.run('estimate', retired, '--policy', empty).refused(4)
    case = load(retired)
    case['visits'][0] |= {'begndate': '1995-01-01', 'enddate': '1995-01-02'}
    result = estimate(case).expect(4)
    assert '/visits/0' in result.err and '45,217.00' not in result.out


def test_unknown_figure():
    case = load(root / 'tests' / 'cases' / 'beijing' / 'away-unfiled.json')['case']
    result = estimate(case).expect(5)
    assert '/visits/0' in result.err and result.out
    rows = list(csv.DictReader(io.StringIO(estimate(case, '--format', 'csv').expect(5).out)))
    assert rows[0]['outcome'] == 'unknown' and rows[0]['hifp_pay'] == ''


def test_a_broken_pack_hides_no_other():
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(policies / '110000-310.json', folder)
        pathlib.Path(folder, '990000-310.json').write_text('{"format": "mingsuan-policy/1",', encoding='utf-8')
        result = cli.run('estimate', retired, '--policy', folder).expect(0)
        assert '45,217.00' in result.out and '990000-310.json' in result.err
        result = cli.run('policy', 'list', '--policy', folder).expect(3)
        assert '110000-310' in result.out and '990000-310.json' in result.err
        assert '[syntax]' in cli.run('policy', 'check', folder).refused(3).err
        os.remove(pathlib.Path(folder, '990000-310.json'))
        cli.run('policy', 'check', folder).expect(0)
        os.rename(pathlib.Path(folder, '110000-310.json'), pathlib.Path(folder, '110000-390.json'))
        assert '[id-mismatch]' in cli.run('policy', 'check', pathlib.Path(folder, '110000-390.json')).refused(3).err


def test_policy_show():
    by_name = cli.run('policy', 'show', '110000-310', '--date', '2025-11-03').expect(0).out
    by_file = cli.run('policy', 'show', policies / '110000-310.json', '--date', '2025-11-03').expect(0).out
    for out in (by_name, by_file):
        assert '85 % / 90 % / 95 %' in out and '7,162.00 – 35,811.00' in out
    then = cli.run('policy', 'show', '110000-310', '--date', '2021-05-01').expect(0).out
    assert '7,162.00' not in then
    assert '110000-310' in cli.run('policy', 'show', '110000-301').refused(4).err
    cli.run('policy', 'show', '110000-310', '--date', 'today').refused(2)
    chinese = cli.run('policy', 'show', '110000-310', '--date', '2025-11-03', language='zh').expect(0).out
    assert '起付标准' in chinese and '待核实' in chinese


def test_no_row_in_words():
    """Where no row of a table covers the visit the table is named in the language of the program."""
    case = load(root / 'tests' / 'cases' / 'beijing' / 'ungraded-hospital.json')['case']
    told = estimate(case, language='zh').expect(4).err
    assert '没有一行适用' in told and '（支付比例）' in told, told


def test_region():
    out = cli.run('region', 'yt').expect(0).out
    assert '370600' in out and '烟台' in out
    assert '110000-310' in cli.run('region', '110105').expect(0).out
    assert '烟台' in cli.run('region', '山东', '烟台').expect(0).out
    cli.run('region', 'nowhere at all').refused(3)
    # a region without a pack is found, and both the search and a case about it say what to do
    assert 'docs/pack-format.md' in cli.run('region', '绵阳').expect(0).out
    assert 'docs/pack-format.md' not in cli.run('region', '烟台').expect(0).out
    case = load(retired) | {'insuplc_admdvs': '510703'}
    for command in ['estimate', 'year', 'receipt']:
        assert 'docs/pack-format.md' in cli.run(command, '-', text=json.dumps(case)).refused(4).err
    assert 'docs/pack-format.md' in cli.run('life', '510703', '310').refused(4).err


def guide(*options):
    return json.loads(cli.run('guide', *options, '--format', 'json').expect(0).out)


def test_guide():
    """The nearer rule first, with papers, time, source and grade; what is not entered is said, and where to ask."""
    answer = guide('321012', '310', '--topic', 'cash_claim', '--date', '2026-11-23')
    levels = [entry['level'] for entry in answer['entries']]
    assert levels == ['province', 'province', 'province', 'nation'] and answer['without_own'] == []
    stay, last = answer['entries'][0], answer['entries'][-1]
    assert [limit['number'] for limit in stay['limits']] == ['10', '20']
    assert {limit['unit'] for limit in stay['limits']} == {'working_days'}
    assert stay['evidence'] == 'official-text' and stay['sources'][0]['clause'] == '二十、住院费用报销'
    assert last['limits'][0]['number'] == '30' and last['sources'][0]['number'] == '国务院令第765号'
    assert len(last['papers']) == 4

    # the ordinance is in force from 1 December 2023
    assert not [entry for entry in guide('320100', '390', '--topic', 'cash_claim', '--date', '2023-11-30')['entries']
                if entry['level'] == 'nation']

    text = cli.run('guide', '110000', '310', '--topic', 'inheritance', language='zh').expect(0).out
    assert '账户能不能继承？  [待核实]' in text and '当地规定没有录入' in text and '12393' in text
    question = ['guide', '440100', '310', '--topic', 'double_cover', '--date', '2026-11-23']
    text = cli.run(*question, language='en').expect(0).out
    assert 'the document ended on 2025-06-30' in text


def test_guide_without_answer():
    text = cli.run('guide', '110000', '390', '--topic', 'inheritance', language='en').expect(5).out
    assert 'Nothing is entered about' in text and '12393' in text
    cli.run('guide', '1100', '310').refused(2)
    cli.run('guide', '110000', '310', '--topic', 'inheritence').refused(2)


def write_sheet(case, *options):
    """The printed sheet as text, read back from the PDF."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, 'sheet.pdf')
        cli.run('report', '-', '-o', path, *options, text=json.dumps(case), language='zh').expect(0)
        return subprocess.run(['pdftotext', '-layout', path, '-'], stdout=subprocess.PIPE, check=True).stdout.decode()


def test_lapsed_document_on_paper():
    """Figures whose document has ended are marked on the printed sheet, from the day after its last day."""
    case = load(root / 'tests' / 'cases' / 'places' / 'fictional-third-stay.json')['case']
    pack = load(policies / '990000-310.json')
    for source in pack['sources'].values():
        source['ends'] = case['visits'][0]['enddate']
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, '990000-310.json').write_text(json.dumps(pack), encoding='utf-8')
        on_last_day = write_sheet(case, '--policy', folder)
        later = json.loads(json.dumps(case).replace('2026-05-01', '2026-05-02'))
        after = write_sheet(later, '--policy', folder)
    assert '有效期至 2026-05-01' in on_last_day and '已过有效期' not in on_last_day
    assert '文件已过有效期（至 2026-05-01）' in after


def test_sheet_says_where_money_goes():
    """The funds' money goes to the hospital or a bank account (E8); what is withheld stands on the account's sheet."""
    assert '不进个人账户' in write_sheet(load(retired))
    case = load(root / 'tests' / 'cases' / 'places' / 'guangzhou-flexible-2026.json')['case']
    text = write_sheet(case, '--sheet', 'account')
    assert '代扣' in text and '6,234.00 × 0.02 % = 1.25' in text


def test_year():
    ledger = json.loads(cli.run('year', two_stays, '--format', 'json').expect(0).out)
    assert ledger['format'] == 'mingsuan-year/1'
    visits = ledger['estimate']['visits']
    months = {month['month']: month for month in ledger['months']}
    assert visits[0]['setlinfo']['acct_pay'] == '3500.00'
    # The credits of May to September, 240.00 each, have come by the second visit.
    assert visits[1]['setlinfo']['acct_pay'] == '1200.00' and visits[1]['setlinfo']['balc'] == '0.00'
    assert months['2025-04']['balc'] == '0.00' and months['2025-08']['balc'] == '960.00'
    assert months['2025-12']['balc'] == '720.00' and len(months) == 9
    assert ledger['next_admission']['crt_dedc'] == '650.00'
    assert visits[1]['year_after']['pool']['deductible'] == '1950.00'
    table = cli.run('year', two_stays).expect(0).out
    assert '37,334.50' in table and '2025-12' in table


def test_year_recomputed():
    with tempfile.TemporaryDirectory() as folder:
        old = load(two_stays)
        old['visits'] = old['visits'][1:]
        before = pathlib.Path(folder, 'before.json')
        before.write_text(json.dumps(old), encoding='utf-8')
        ledger = json.loads(cli.run('year', two_stays, '--before', before, '--format', 'json').expect(0).out)
        added, changed = ledger['changes']
        assert added['change'] == 'added' and changed['change'] == 'changed'
        # What was the first stay is now the second: 650.00 less deductible at 87 %.
        assert changed['to_collect'] == '-565.50'
        assert '-565.50' in cli.run('year', two_stays, '--before', before).expect(0).out
        assert 'Nothing' in cli.run('year', two_stays, '--before', two_stays).expect(0).out
        cli.run('year', two_stays, '--before', pathlib.Path(folder, 'none.json')).refused(7)


def test_policy_list():
    out = cli.run('policy', 'list').expect(0).out
    assert '110000-310' in out and 'unknown' in out
    rows = list(csv.DictReader(io.StringIO(cli.run('policy', 'list', '--format', 'csv').expect(0).out)))
    assert len(rows) == len(list(policies.glob('*.json')))
    beijing = next(row for row in rows if row['id'] == '110000-310')
    assert int(beijing['official-quote']) > 0 and beijing['demonstration'] == 'false'


def test_policy_check_warns():
    with tempfile.TemporaryDirectory() as folder:
        pack = load(policies / '110000-310.json')
        pack['sources']['unused'] = {'title': '没有用到', 'issuer': '某处', 'evidence': 'secondary'}
        path = pathlib.Path(folder, '110000-310.json')
        path.write_text(json.dumps(pack), encoding='utf-8')
        result = cli.run('policy', 'check', path, '--date', '2026-01-01').expect(0)
        assert '/sources/unused: ' in result.out and '[source-unused]' in result.out
        text = path.read_text(encoding='utf-8')
        assert '"rate": "2%"' in text
        path.write_text(text.replace('"rate": "2%"', '"rate": "8%"'), encoding='utf-8')
        assert '[person-rate]' in cli.run('policy', 'check', path).refused(3).err


def test_policy_coverage():
    out = cli.run('policy', 'coverage').expect(0).out
    assert '110000-310' in out and 'rows that no case uses' not in out
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(retired, folder)
        some = cli.run('policy', 'coverage', folder).expect(0).out
    more = cli.run('policy', 'coverage', root / 'tests' / 'cases').expect(0).out
    assert '1 case was put' in some
    # Beijing's part alone: places in a pack are not names.
    some, more = (text[text.index('\n110000-310 '):text.index('\n110000-390 ')] for text in (some, more))
    row = '/care/inpatient/versions/1/layers/0/bands/rates/1  '
    assert row in some and row not in more
    assert len(more) < len(some)
    cli.run('policy', 'coverage', '--policy', '/no/such/folder').refused(7)
    cli.run('policy', 'coverage', '/no/such/case.json').refused(7)


def list_uncovered(*options):
    """By pack, the rows that no case uses and the thresholds that none meets from both sides."""
    found, pack, heading = {}, None, ''
    for line in cli.run('policy', 'coverage', root / 'tests' / 'cases', *options).expect(0).out.splitlines():
        if line[:1].isdigit() and line[6:7] == '-':
            pack = line[:10]
        elif line.startswith('    /') and 'unknown' not in heading:
            found.setdefault(pack, []).append(line.split()[0])
        elif not line.startswith('    '):
            heading = line
    return found


def test_shipped_packs_are_covered():
    """Every row of every shipped pack is used by a case, every threshold met from both sides, but for these."""
    never = {'310000-310': ['/contribution/base/0', '/contribution/base/0']}    # no rule of that contribution year
    found = list_uncovered()
    assert found == never, found


def test_small_packs_are_covered():
    """The same of the packs of one mechanism; the year's ledger tests interest, and nobody of 70 has a row."""
    never = {'994700-310': ['/account_credit/0/rows/0'], '998200-310': ['/account_interest/0/rows/0']}
    found = list_uncovered('--policy', root / 'tests' / 'cases' / 'packs')
    assert found == never, found


def test_policy_diff():
    with tempfile.TemporaryDirectory() as folder:
        new = pathlib.Path(folder, '110000-310.json')
        text = (policies / '110000-310.json').read_text(encoding='utf-8')
        assert '"35811.00"' in text
        new.write_text(text.replace('"35811.00"', '"36000.00"'), encoding='utf-8')
        out = cli.run('policy', 'diff', policies / '110000-310.json', new).expect(0).out
        assert out.startswith('1 difference ') and '35,811.00' in out and '36,000.00' in out
        cli.run('policy', 'diff', new).refused(2)
        cli.run('policy', 'diff', new, '--from', '2022-08-31').refused(2)
        cli.run('policy', 'diff', new, '/no/such.json').refused(7)
    out = cli.run('policy', 'diff', '110000-310', '--from', '2022-08-31', '--to', '2022-09-01').expect(0).out
    assert '2022-09-01' in out and '2022-08-31' in out


sys.exit(tap.main([(name[5:].replace('_', ' '), function) for name, function in list(globals().items())
                   if name.startswith('test_')]))
