#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet as a citizen holds it, read back from the files: test-report.py PROGRAM SOURCE-ROOT."""
import csv
import functools
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
import zipfile
from xml.etree import ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'cli'))
import tap    # noqa: E402

cli = tap.Cli(sys.argv[1])
root = pathlib.Path(sys.argv[2]).resolve()
examples = sorted((root / 'data' / 'examples').glob('*.json'))
retired = root / 'data' / 'examples' / 'beijing-retired-inpatient.json'
two_stays = root / 'data' / 'examples' / 'beijing-active-two-stays.json'
work = pathlib.Path(tempfile.mkdtemp(prefix='mingsuan-report-'))
IDENTITY = '11010519491231002X'
HEAD = ['--office', '示例市医疗保障服务中心', '--window', '3 号窗口', '--clerk', '0217', '--number', '2026-000123', '--time', '09:30']
PAYERS = ['hifp_pay', 'hifob_pay', 'hifmi_pay', 'cvlserv_pay', 'hifes_pay', 'maf_pay', 'oth_pay', 'acct_own_pay',
          'acct_mulaid_pay', 'psn_cash_pay']


def tool(*words):
    return subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, check=True).stdout


def write(case, name, *options, language='zh', code=0):
    path = work / name
    cli.run('report', case, '-o', path, *options, language=language).expect(code)
    return path


def write_case(case, name):
    path = work / name
    path.write_text(json.dumps(case), encoding='utf-8')
    return path


def load(path):
    return json.loads(path.read_text(encoding='utf-8'))


@functools.cache
def answer(case):
    return json.loads(cli.run('estimate', case, '--format', 'json', language='zh').expect(0).out)


def pdf_text(path):
    return tool('pdftotext', '-layout', path, '-').decode('utf-8')


def squeeze(text):
    """Without blanks, line ends, furniture in between: what a wrapped line says."""
    return re.sub(r'\s', '', text)


def n_pages(path):
    return int(re.search(r'Pages:\s*(\d+)', tool('pdfinfo', path).decode())[1])


def yuan(amount):
    whole, cents = amount.split('.')
    return f'{int(whole):,}.{cents}'


def capital(amount):
    """人民币大写, written down once more, from the rule, four digits at a time."""
    digits, units = '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟']
    whole, cents = amount.split('.')
    text = ''
    groups = [whole[max(0, end - 4):end] for end in range(len(whole), 0, -4)][::-1]
    zero = False
    for number, group in enumerate(groups):
        said = False
        for place, digit in enumerate(group):
            if digit == '0':
                zero = True
                continue
            text += ('零' if zero and text else '') + digits[int(digit)] + units[len(group) - place - 1]
            zero, said = False, True
        text += ['', '万', '亿'][len(groups) - number - 1] if said else ''
    text += '元' if text else ''
    jiao, fen = int(cents[0]), int(cents[1])
    if not jiao and not fen:
        return text + '整' if text else '零元整'
    if jiao:
        text += ('零' if text and whole[-1] == '0' else '') + digits[jiao] + '角'
    elif text:
        text += '零'
    return text + (digits[fen] + '分' if fen else '')


def for_each_visit(check):
    for case in examples:
        for number, visit in enumerate(answer(case)['visits'], 1):
            check(case, number, visit)


def test_numbers():
    def check(case, number, visit):
        path = write(case, 'numbers.pdf', '--visit', str(number))
        text, cells = pdf_text(path), squeeze(tool('pdftotext', '-raw', path, '-').decode())
        words = set(text.split())
        assert visit['segments']
        for segment in visit['segments']:
            for key in ['amount'] + PAYERS:
                if segment.get(key, '0.00') != '0.00':
                    assert yuan(segment[key]) in words, f'{case.name}: {key} {segment[key]}'
            assert squeeze(segment['label']) in cells, segment['label']
        for key in ['medfee_sumamt', 'fund_pay_sumamt', 'psn_part_amt', 'psn_cash_pay']:
            assert '¥' + yuan(visit['setlinfo'][key]) in words, f'{case.name}: {key}'
        for step in visit['steps']:
            assert yuan(step['amount']) in words and squeeze(step['formula']) in cells, step['formula']
    for_each_visit(check)


def test_papers():
    """Every document, its number and every clause that a step names."""
    def check(case, number, visit):
        text = squeeze(pdf_text(write(case, 'papers.pdf', '--visit', str(number))))
        named = 0
        credit = answer(case)['account_credit'].get('step', {'citations': []})
        for citation in [c for step in visit['steps'] for c in step['citations']] + credit['citations']:
            title, clause = re.match(r'(《.*》(?:\(.*?\))?)\s*(.*)$', citation).groups()
            assert squeeze(title) in text, title
            assert squeeze(clause) in text, clause
            named += 1
        assert named > 0
    for_each_visit(check)


def test_pages():
    def check(case, number, _visit):
        path = write(case, 'pages.pdf', '--visit', str(number), *HEAD, '--name', '张秀兰', '--identity', IDENTITY)
        pages = n_pages(path)
        assert pages <= 2, f'{case.name}: {pages} pages'
        for page in range(1, pages + 1):
            text = tool('pdftotext', '-f', page, '-l', page, path, '-').decode()
            assert squeeze(f'第 {page} 页 共 {pages} 页') in squeeze(text) and '非结算凭证' in text
    for_each_visit(check)


def test_batch_pages():
    path = write(two_stays, 'batch.pdf')
    firsts = [page for page in range(1, n_pages(path) + 1)
              if '第1页' in squeeze(tool('pdftotext', '-f', page, '-l', page, path, '-').decode())]
    assert len(firsts) == 2 and firsts[0] == 1


def test_head():
    text = pdf_text(write(retired, 'head.pdf', *HEAD, '--name', '张秀兰', '--identity', IDENTITY))
    for word in ['医疗保险待遇测算单', '非结算凭证', '示例市医疗保障服务中心', '3 号窗口', '0217', '2026-000123', '09:30', '张秀兰',
                 '110105**********2X', '待核实', '未计入', answer(retired)['receipt']['code'], 'SHA-256',
                 answer(retired)['receipt']['sha256'][:16], answer(retired)['receipt']['revision']]:
        assert squeeze(word) in squeeze(text), word
    assert IDENTITY not in text and '19491231' not in squeeze(text)
    assert '结算单' not in squeeze(text).replace('北京医保结算单金额', '')    # the title of a source
    assert '张秀兰' not in pdf_text(write(retired, 'anonymous.pdf'))


def test_capital():
    assert capital('1409.50') == '壹仟肆佰零玖元伍角' and capital('107000.53') == '壹拾万零柒仟元零伍角叁分'
    def check(case, number, visit):
        text = squeeze(pdf_text(write(case, 'capital.pdf', '--visit', str(number))))
        for key in ['psn_part_amt', 'psn_cash_pay']:
            assert '人民币' + capital(visit['setlinfo'][key]) in text, visit['setlinfo'][key]
    for_each_visit(check)


def test_fonts_embedded():
    lines = tool('pdffonts', write(retired, 'fonts.pdf')).decode().splitlines()[2:]
    assert lines
    for line in lines:
        assert re.search(r'\s(yes)\s+(yes)\s+(yes|no)\s+\d+\s+\d+$', line), line


def test_same_bytes():
    for suffix in ['pdf', 'png', 'xlsx', 'csv', 'txt', 'json']:
        first, second = (write(retired, f'{name}.{suffix}', '--visit', '1', '--time', '09:30')
                         for name in ['one', 'two'])
        if suffix == 'png':
            first, second = work / 'one-1.png', work / 'two-1.png'
        assert first.read_bytes() == second.read_bytes(), suffix
    later = write(retired, 'later.pdf', '--time', '09:31').read_bytes()
    assert later != (work / 'one.pdf').read_bytes()


def test_created():
    assert b'20251103' in write(retired, 'created.pdf', '--time', '09:30').read_bytes()
    text = subprocess.run(['pdfinfo', work / 'created.pdf'], env={**os.environ, 'TZ': 'Asia/Shanghai'},
                          stdout=subprocess.PIPE, check=True).stdout.decode()
    assert re.search(r'CreationDate:\s+Mon Nov\s+3 09:30:00 2025', text), text


def heights(path):
    text = tool('pdftotext', '-bbox', path, '-').decode()
    words = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">全自费<', text)
    return [float(bottom) - float(top) for top, bottom in words]


def test_large():
    normal, large = write(retired, 'normal.pdf'), write(retired, 'large.pdf', '--large')
    assert max(heights(large)) > 1.5 * max(heights(normal)) > 0
    text = pdf_text(large)
    setlinfo = answer(retired)['visits'][0]['setlinfo']
    for key in ['medfee_sumamt', 'fund_pay_sumamt', 'psn_part_amt', 'psn_cash_pay']:
        assert yuan(setlinfo[key]) in text
    for step in answer(retired)['visits'][0]['steps']:
        assert squeeze(step['sentence']) in squeeze(text)
    assert '第1页' in squeeze(text)


def test_code():
    picture = work / 'code.png'
    text = pdf_text(write(retired, 'code.pdf'))
    printed = re.search(r'MS1:[0-9A-F]{4}-[0-9A-F]{4}:[0-9A-F]{16}', text)[0]
    picture.write_bytes(tool('pdftoppm', '-r', 200, '-f', 2, '-l', 2, '-png', work / 'code.pdf'))
    assert tool('zbarimg', '-q', '--raw', picture).decode().strip() == printed
    assert answer(retired)['receipt']['code'] in printed
    assert printed in pdf_text(write(retired, 'code-en.pdf', language='en'))


def with_fonts(*folders):
    """An environment in which only these folders have fonts."""
    config = work / 'fonts.conf'
    config.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                      + ''.join(f'<dir>{folder}</dir>' for folder in folders)
                      + f'<cachedir>{work}/cache</cachedir></fontconfig>', encoding='utf-8')
    return {**os.environ, 'FONTCONFIG_FILE': str(config)}


def test_no_chinese_font():
    (work / 'empty').mkdir(exist_ok=True)
    for name, folder in [('none.pdf', work / 'empty'), ('none.png', work / 'empty'),
                         ('latin.pdf', '/usr/share/fonts/truetype/dejavu')]:
        path = work / name
        done = cli.run('report', retired, '-o', path, env=with_fonts(folder)).refused(7)
        assert 'fonts-noto-cjk' in done.err and not path.exists()
        text = pathlib.Path(f'{path}.txt').read_text(encoding='utf-8')
        assert yuan(answer(retired)['visits'][0]['setlinfo']['psn_part_amt']) in text and '人民币' in text


def columns(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in line)


def test_text():
    text = write(two_stays, 'sheet.txt').read_text(encoding='utf-8')
    assert text.count('\f') == 1
    for line in re.split('[\n\f]', text):
        assert columns(line) <= 100, line
    for visit in answer(two_stays)['visits']:
        for segment in visit['segments']:
            assert yuan(segment['amount']) in text
        for step in visit['steps']:
            assert squeeze(step['formula']) in squeeze(text)


def test_png():
    path = write(retired, 'picture.png')
    assert not path.exists()
    for page in [1, 2]:
        data = (work / f'picture-{page}.png').read_bytes()
        assert data.startswith(b'\x89PNG') and int.from_bytes(data[16:20], 'big') == 1240
    assert not (work / 'picture-3.png').exists()
    write(write_case({**load(two_stays), 'visits': []}, 'credit.json'), 'single.png')
    assert (work / 'single.png').exists()


def test_csv():
    plain = write(two_stays, 'table.csv').read_bytes()
    assert plain.startswith(b'\xef\xbb\xbf') and b'\r\n' in plain and b'\n' not in plain.replace(b'\r\n', b'')
    other = write(two_stays, 'other.csv', '--encoding', 'gb18030').read_bytes()
    assert other.decode('gb18030') == plain.decode('utf-8-sig')
    rows = list(csv.DictReader(io.StringIO(plain.decode('utf-8-sig'))))
    visits = answer(two_stays)['visits']
    assert len(rows) == sum(len(visit['segments']) + 1 for visit in visits)
    for visit in visits:
        total = [row for row in rows if row['就医'] == visit['id']][-1]
        assert total['金额'] == visit['setlinfo']['medfee_sumamt'] and total['费用项目'] == '合计'
        pool = next(key for key in total if key.endswith('hifp_pay'))
        assert total[pool] == visit['setlinfo']['hifp_pay']


def test_csv_formula():
    case = load(retired)
    case['visits'][0]['id'] = '=1+1,"x"'
    text = write(write_case(case, 'formula.json'), 'formula.csv').read_text(encoding='utf-8-sig')
    assert next(csv.reader(io.StringIO(text.splitlines()[1])))[0] == '\'=1+1,"x"'


def sheet_cells(book, number):
    """Cells of a worksheet as (text or None, number text or None)."""
    space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    strings = [''.join(item.itertext()) for item in ElementTree.fromstring(book.read('xl/sharedStrings.xml'))]
    tree = ElementTree.fromstring(book.read(f'xl/worksheets/sheet{number}.xml'))
    cells = {}
    for cell in tree.iter(f'{space}c'):
        value = cell.findtext(f'{space}v')
        if value is not None:
            cells[cell.get('r')] = strings[int(value)] if cell.get('t') == 's' else ('number', value)
    return cells


def test_xlsx():
    with zipfile.ZipFile(write(two_stays, 'book.xlsx')) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read('xl/workbook.xml').decode())
        assert names == ['费用分段与支付', '计算过程', '政策依据', '说明'], names
        assert '#,##0.00' in book.read('xl/styles.xml').decode()
        table, working, papers = (sheet_cells(book, number) for number in [1, 2, 3])
    segments = [s for visit in answer(two_stays)['visits'] for s in visit['segments'] + [
        {'amount': visit['setlinfo']['medfee_sumamt']}]]
    for row, segment in enumerate(segments, 2):
        kind, value = table[f'E{row}']
        assert kind == 'number' and len(value.partition('.')[2]) <= 2, value
        assert f'{float(value):.2f}' == segment['amount']
    steps = [s for visit in answer(two_stays)['visits'] for s in visit['steps']]
    for row, step in enumerate(steps, 2):
        assert working[f'E{row}'] == step['formula'] and working.get(f'I{row}', '') == '; '.join(step['citations'])
    assert any('第158号修改' in cell for cell in papers.values())


def test_json():
    assert json.loads(write(two_stays, 'result.json').read_text(encoding='utf-8')) == answer(two_stays)


def test_year():
    text = pdf_text(write(two_stays, 'year.pdf', '--sheet', 'year'))
    infos = [visit['setlinfo'] for visit in answer(two_stays)['visits']]
    assert '年度待遇测算台账' in text
    for key in ['medfee_sumamt', 'fund_pay_sumamt', 'act_pay_dedc', 'psn_cash_pay']:
        total = sum(int(info[key].replace('.', '')) for info in infos)
        assert yuan(f'{total // 100}.{total % 100:02}') in text.split(), key
        for info in infos:
            assert yuan(info[key]) in text.split()


    due = sum(int(info['psn_part_amt'].replace('.', '')) for info in infos)
    assert '人民币' + capital(f'{due // 100}.{due % 100:02}') in squeeze(text)


def test_compare():
    """Two regions side by side: all documents, packs and cautions of both, each once; the first column's code."""
    fictional = root / 'data' / 'examples' / 'fictional-retired-inpatient.json'
    pdfs = [write_compare(name, retired, two_stays, fictional) for name in ('compare.pdf', 'compare-again.pdf')]
    text = pdf_text(pdfs[0])
    assert pdfs[0].read_bytes() == pdfs[1].read_bytes() and n_pages(pdfs[0]) <= 2
    answers = [answer(case) for case in (retired, two_stays, fictional)]
    person = [result['visits'][0]['setlinfo']['psn_part_amt'] for result in answers]
    for amount in person:
        assert yuan(amount) in text.split()
    titles = {re.match(r'《.*》(?:\(.*?\))?', citation)[0] for result in answers
              for step in result['visits'][0]['steps'] for citation in step['citations']}
    assert len(titles) >= 4
    for title in titles:
        assert squeeze(text).count(squeeze(title)) == 1, title
    for result in answers:
        assert result['receipt']['sha256'][:16] in text and result['receipt']['code'] in text
        for caution in result['cautions'] + [gap for gap in result['gaps'] if 'care' in gap_about(result)[gap]]:
            assert squeeze(text).count(squeeze(caution)) == 1, caution
    assert 'fictional-retired-inpatient：演示' in squeeze(text)
    assert '演示' not in squeeze(pdf_text(write_compare('real.pdf', retired, two_stays)))
    assert re.search(r'MS1:([0-9A-F-]{9}):', text)[1] == answers[0]['receipt']['code']


def gap_about(result):
    """What each gap of the pack of an answer touches, by its text."""
    pack = load(root / 'data' / 'policies' / f'{result["receipt"]["pack"]}.json')
    everything = ['care', 'account_credit', 'contribution', 'retirement_years', 'waiting', 'resident_premium']
    return {gap['zh']: gap.get('about', ['care'] if 'care' in gap else everything) for gap in pack['gaps']}


def test_gaps():
    """A sheet names what touches its own answers, all of it, and nothing else."""
    case = write_case({**load(two_stays), 'date': '2026-11-22'}, 'gaps.json')
    about = gap_about(answer(two_stays))
    care_of_case = set(answer(case)['gaps'])
    for sheet, own, options in [('visit', {'care', 'account_credit'}, []), ('year', {'care'}, []),
                                ('account', {'account_credit', 'contribution'}, []),
                                ('life', {'retirement_years'}, ['--kind', 'female55', '--paid', '180'])]:
        text = squeeze(pdf_text(write(case, f'gaps-{sheet}.pdf', '--sheet', sheet, *options)))
        named = {gap for gap in about if squeeze(gap) in text}
        due = {gap for gap, touched in about.items() if own & set(touched)}
        if sheet != 'life':    # of a bill only the kinds of care asked about
            due &= care_of_case
        assert named == due and named, (sheet, named ^ due)


def write_compare(name, *cases):
    cli.run('report', *cases, '--sheet', 'compare', '-o', work / name, language='zh').expect(0)
    return work / name


def test_several_cases():
    """A batch: the sheets of all cases in one file, each with its own pages, number and code."""
    cli.run('report', retired, two_stays, '-o', work / 'several.pdf', *HEAD, language='zh').expect(0)
    pages = [tool('pdftotext', '-f', page, '-l', page, work / 'several.pdf', '-').decode()
             for page in range(1, n_pages(work / 'several.pdf') + 1)]
    firsts = [page for page in pages if '第1页' in squeeze(page)]
    assert len(firsts) == 3 and '2026-000123-1' in firsts[0] and '2026-000123-2' in firsts[1]
    for case in (retired, two_stays):
        assert any(answer(case)['receipt']['code'] in page for page in pages)
    for options in [['-o', 'x.csv'], ['-o', 'x.pdf', '--name', '张秀兰'], ['-o', 'x.pdf', '--identity', IDENTITY]]:
        options[1] = str(work / options[1])
        cli.run('report', retired, two_stays, *options).refused(2)
    cli.run('report', retired, '--sheet', 'compare', '-o', work / 'x.pdf').refused(2)
    cli.run('report', *[retired] * 5, '--sheet', 'compare', '-o', work / 'x.pdf').refused(2)
    cli.run('report', retired, two_stays, '--sheet', 'compare', '--visit', '2', '-o', work / 'x.pdf').refused(2)
    assert not (work / 'x.pdf').exists()


def boxes(path):
    """Of the words of the first page: (text, left, top, right, bottom)."""
    out = tool('pdftotext', '-l', 1, '-bbox', path, '-').decode()
    return [(text, *map(float, box)) for *box, text in
            re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<', out)]


def test_nothing_overlaps():
    """The longest title beside the number and the moment; no two words of a page cover one another."""
    path, _, options = next(life_cases())
    for language in ('zh', 'en'):
        pdf = write(path, f'overlap-{language}.pdf', '--sheet', 'life', *options, *HEAD, language=language)
        words = boxes(pdf)
        assert any('2026-000123' in word[0] for word in words)
        for i, (text, left, top, right, bottom) in enumerate(words):
            for other, left2, top2, right2, bottom2 in words[:i]:
                across = min(right, right2) - max(left, left2)
                down = min(bottom, bottom2) - max(top, top2)
                assert across < 1 or down < 4, f'{text} on {other}'


def test_account():
    case = write_case({**load(two_stays), 'visits': []}, 'account.json')
    text = pdf_text(write(case, 'account.pdf'))
    result = answer(case)
    assert '个人账户与缴费测算单' in text
    credit = result['account_credit']
    for amount in [credit['month'], credit['year'], result['contribution']['total']]:
        assert '¥' + yuan(amount) in text
    for step in result['contribution']['steps']:
        assert step['formula'] in text


def life_cases():
    """A case, and the options of a working life: of several regions, and of a pack that knows the price of a month."""
    person = load(two_stays)
    for region, insutype, gend, brdy, options in [
            ('110000', '310', '2', '1980-09-30', ['--kind', 'female55', '--paid', '180', '--deemed', '36']),
            ('110000', '310', '1', '1966-01-15', ['--kind', 'male60', '--paid', '300']),
            ('310000', '310', '2', '1970-05-02', ['--kind', 'female50', '--paid', '100']),
            ('440100', '390', '2', '1990-02-03', ['--broken', '5', '--repaired', '2']),
            ('999100', '310', '1', '1968-11-20', ['--kind', 'male60', '--paid', '100', '--policy',
                                                  str(root / 'tests' / 'estimate' / 'packs')])]:
        case = {**person, 'date': '2026-11-22', 'insuplc_admdvs': region, 'insutype': insutype, 'visits': [],
                'person': {'psn_type': '1101' if insutype == '310' else '1501', 'gend': gend, 'brdy': brdy}}
        yield write_case(case, f'life-{region}-{insutype}-{brdy}.json'), case, options


def test_life():
    """Every formula, document and clause of the command life is on the sheet; at most two pages, the same each time."""
    formulas = 0
    for path, case, options in life_cases():
        person = case['person']
        said = cli.run('life', case['insuplc_admdvs'], case['insutype'], '--birth', person['brdy'],
                       '--date', case['date'], '--person', person['psn_type'], '--sex', person['gend'], *options,
                       language='zh').expect(0).out
        pdfs = [write(path, name, '--sheet', 'life', *options, *HEAD, '--identity', IDENTITY)
                for name in ('life.pdf', 'life-again.pdf')]
        text = squeeze(pdf_text(pdfs[0]))
        assert '退休与缴费年限测算单' in text and '非结算凭证' in text and '第1页共' in text
        assert n_pages(pdfs[0]) <= 2 and '110105**********2X' in text and IDENTITY not in text
        assert pdfs[0].read_bytes() == pdfs[1].read_bytes()
        for formula in re.findall(r'^ +(?:\d+\. .*  |)= (.*)$', said, re.MULTILINE):
            assert squeeze(formula) in text, formula
            formulas += 1
        for title, clause in re.findall(r'依据：(《.*?》(?:\(.*?\))?) ?(.*)$', said, re.MULTILINE):
            assert squeeze(title) in text and squeeze(clause) in text, (title, clause)
        assert re.search(r'MS1:[0-9A-F]{4}-[0-9A-F]{4}:[0-9A-F]{16}', text)
    assert formulas >= 8, formulas


def test_life_cost():
    """Where the pack knows what a missing month costs: the month, all of it, and in words."""
    path, _, options = list(life_cases())[-1]
    text = squeeze(pdf_text(write(path, 'cost.pdf', '--sheet', 'life', *options)))
    month = re.search(r'每补一个月¥([\d,]+\.\d\d)', text)[1]
    total = re.search(r'(?:一次补足|合计)（大写）人民币([零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+)', text)[1]
    missing = int(re.search(r'还差(\d+)个月', text)[1])
    fen = int(month.replace(',', '').replace('.', '')) * missing
    assert capital(f'{fen // 100}.{fen % 100:02}') == total, (month, missing, total)
    assert '¥' + yuan(f'{fen // 100}.{fen % 100:02}') in text


def has_code(text):
    """Whether there is a code on the paper that finds the answer again in the history."""
    return re.search(r'\b[0-9A-F]{4}-[0-9A-F]{4}\b|MS1:', text) is not None


def test_life_nothing():
    """Nothing known: the sheet says what is missing, and no figure."""
    path, _, _ = next(life_cases())
    text = squeeze(pdf_text(write(path, 'life-nothing.pdf', '--sheet', 'life')))
    assert '提示' in text and '¥' not in text and '还差' not in text
    assert not has_code(text), text
    cli.run('report', path, '-o', work / 'x.pdf', '--sheet', 'life', '--paid', 'many').refused(2)


def test_no_answer():
    """A case that no rule covers gives a sheet that says so, and the exit code of the estimate."""
    case = load(retired)
    case['visits'][0].update(begndate='1995-10-20', enddate='1995-11-03')
    code = cli.run('estimate', write_case(case, 'old.json')).code
    assert code in (4, 5)
    text = pdf_text(write(work / 'old.json', 'old.pdf', code=code))
    assert '未能测算' in text and '¥' not in text
    assert not has_code(text), text
    assert has_code(pdf_text(write(retired, 'with-code.pdf')))


def test_wrong_usage():
    cli.run('report', retired).refused(2)
    cli.run('report', retired, '-o').refused(2)
    cli.run('report', '-o', work / 'x.pdf').refused(2)
    for options in [['-o', 'x.doc'], ['-o', 'x'], ['-o', 'x.pdf', '--time', '9:30'], ['-o', 'x.pdf', '--time', '24:00'],
                    ['-o', 'x.pdf', '--time', '0930'], ['-o', 'x.pdf', '--visit', '0'], ['-o', 'x.pdf', '--visit', '2'],
                    ['-o', 'x.pdf', '--sheet', 'tax'], ['-o', 'x.csv', '--encoding', 'latin1']]:
        options[1] = str(work / options[1])
        cli.run('report', retired, *options).refused(2)
        assert not (work / 'x.pdf').exists()
    case = write_case({**load(retired), 'visits': []}, 'none.json')
    cli.run('report', case, '-o', work / 'x.pdf', '--sheet', 'year').refused(2)


def test_no_folder():
    done = cli.run('report', retired, '-o', work / 'nowhere' / 'x.pdf').refused(7)
    assert 'no such folder' in done.err


def in_small_disk(options, size):
    """Runs the program with a small or read-only disk of its own; None where no namespace can be had."""
    mount = work / 'mount'
    mount.mkdir(exist_ok=True)
    script = f'mount -t tmpfs -o size={size} tmpfs {mount} && echo old >{mount}/x.pdf && {{ {options}; }} && ' \
             f'{cli.path} --lang en report {retired} -o {mount}/x.pdf; echo "code $?"; cat {mount}/x.pdf; ls -A {mount}'
    try:
        done = subprocess.run(['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', script],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    except FileNotFoundError:
        return None
    out, err = done.stdout.decode(errors='replace'), done.stderr.decode()
    return None if 'code 7' not in out and 'mingsuan-cli' not in err and 'code 0' not in out else (out, err)


def test_disk_full():
    done = in_small_disk('true', '64k')
    if done is None:
        print('# no namespace here: the full disk was not tried')
        return
    out, err = done
    assert 'code 7' in out and 'disk is full' in err, done
    assert out.split()[2:] == ['old', 'x.pdf'], out    # as it was, and nothing beside it


def test_read_only():
    done = in_small_disk(f'mount -o remount,ro {work}/mount', '4m')
    if done is None:
        print('# no namespace here: the read-only disk was not tried')
        return
    out, err = done
    assert 'code 7' in out and 'read-only' in err, done
    assert out.split()[2:] == ['old', 'x.pdf'], out


def test_english():
    text = pdf_text(write(retired, 'english.pdf', language='en'))
    assert 'Medical insurance benefit estimate' in text and 'Page 1 of' in text and n_pages(work / 'english.pdf') <= 2
    assert '人民币' + capital(answer(retired)['visits'][0]['setlinfo']['psn_part_amt']) in squeeze(text)


TESTS = [(name[5:].replace('_', ' '), function) for name, function in list(globals().items())
         if name.startswith('test_')]

try:
    status = tap.main(TESTS)
finally:
    shutil.rmtree(work)
sys.exit(status)
