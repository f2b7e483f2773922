# SPDX-License-Identifier: GPL-3.0-or-later
"""A year goes into a file and comes back, as a table and as a case, through the dialogs and by keyboard alone; what a
file has wrong is named, and nothing of the year on the screen is lost by it."""
import csv
import json
import pathlib
import sys
import tempfile

from atlib import FIELD_ROLES, find_all, focus_window, has, key, nodes, running, text, type_text, wait
from desk import CASES, Desk, fen, find_page, load_case

COLUMNS = {'入院日期': 'begndate', '出院日期': 'enddate', '医疗类别': 'med_type', '医院等级': 'hosp_lv',
           '总费用': 'medfee_sumamt', '全自费': 'fulamt_ownpay_amt', '先行自付': 'preselfpay_amt',
           '超限价': 'overlmt_selfpay'}


class Ledger:
    def __init__(self, application):
        self.application = application
        self.page = wait(lambda: find_page(application, '年度台账'), 'the page')

    def focused(self):
        return next((node for node in nodes(self.page)
                     if node.getRoleName() in FIELD_ROLES and has(node, 'focused')), None)

    def type_row(self, number, visit):
        for label, field in COLUMNS.items():
            name = f'第 {number} 行 {label}'
            wait(lambda name=name: (at := self.focused()) and at.name == name, f'the keyboard in {name}')
            type_text(visit[field].replace('-', ''))
            key('Return')

    def figure(self, row, caption):
        start = f'第 {row} 行 {caption} '
        self.page.clear_cache()
        return next((node.name.removeprefix(start) for node in find_all(self.page, 'label', start)), '')

    def says(self, part):
        return any(part in node.name for node in find_all(self.application, 'label'))

    def choose(self, keys, title, path):
        """Opens the dialog with a key, types the path, Enter; the keyboard is back in the ledger after it."""
        key(keys)
        chooser = wait(lambda: next((window for window in self.application if title in window.name), None), title)
        if keys == 'ctrl+o':
            key('ctrl+l')    # where a name is typed when a file is opened
        entry = wait(lambda: next((node for node in nodes(chooser) if node.getRoleName() in ('text', 'entry')
                                   and has(node, 'focused')), None), 'the name')
        key('ctrl+a')
        type_text(str(path))
        wait(lambda: text(entry) == str(path), 'the path is typed')
        self.confirm(title)
        focus_window()    # a window manager would do that

    def confirm(self, title):
        """Enter; the first one may only close the list of names that GTK offers while a path is typed."""
        for _ in range(3):
            key('Return')
            try:
                wait(lambda: not any(title in window.name for window in self.application), title, seconds=5)
                return
            except AssertionError:
                pass
        raise AssertionError(f'{title} does not close')

    def fund(self, rows):
        return [fen(self.figure(row, '基金支付')) for row in rows]


def check_saved(ledger, folder, expected):
    """The same year twice: a table of the national field names with the results, and a case."""
    table, case = folder / 'year.csv', folder / 'year.json'
    ledger.choose('ctrl+shift+s', '另存台账', table)
    wait(table.exists, 'the table')
    wait(lambda: ledger.says('year.csv'), 'what was saved is said')
    with table.open(encoding='utf-8-sig', newline='') as file:
        lines = list(csv.DictReader(file))
    assert [fen(line['fund_pay_sumamt']) for line in lines] == expected, lines
    ledger.choose('ctrl+shift+s', '另存台账', case)
    wait(case.exists, 'the case')
    saved = json.loads(case.read_text(encoding='utf-8'))
    assert [visit['begndate'] for visit in saved['visits']] == [line['begndate'] for line in lines], saved
    assert '110105' not in case.read_text(encoding='utf-8')
    return table, case


def check_opened(desk, ledger, path, typed, expected):
    """After F2 nothing is there; the file brings the year back, to the fen."""
    key('F2')
    wait(lambda: ledger.figure(1, '基金支付') == '', 'nothing is left')
    if typed:    # a table holds no person
        key('alt+1')
        wait(desk.focused, 'the form')
        desk.fill(typed)
        key('alt+2')
        wait(ledger.focused, 'the ledger')
    ledger.choose('ctrl+o', '打开台账', path)
    wait(lambda: ledger.fund((1, 2)) == expected, lambda: f'the year again, but {ledger.fund((1, 2))}')


def check_bad(ledger, folder, expected):
    """Which line, which column, what is wrong; the year on the screen stays as it is."""
    bad = folder / 'bad.csv'
    bad.write_text('med_type,begndate,enddate,medfee_sumamt\n21,2025-03-01,2025-03-02,1000\n'
                   '21,2025-03-01,2025-03-05,x\n', encoding='utf-8')
    ledger.choose('ctrl+o', '打开台账', bad)
    wait(lambda: ledger.says('第 3 行第 4 列'), 'where the fault is')
    wait(lambda: ledger.fund((1, 2)) == expected, 'the year is untouched')


def main(program):
    case = load_case(CASES / 'beijing' / 'two-stays.json')
    visits, result = case['case']['visits'], case['expect']
    person = {'人员类别': case['case']['person']['psn_type'], '年龄': case['case']['person']['age']}
    with tempfile.TemporaryDirectory(prefix='mingsuan-ledger-') as place, \
            running([program], home=place) as (process, application):
        folder = pathlib.Path(place)
        desk = Desk(application)
        focus_window()
        desk.fill(person)
        key('alt+2')
        ledger = Ledger(application)
        for number, visit in enumerate(visits, 1):
            ledger.type_row(number, visit)
        expected = [fen(result['hifp_pay@1']) if 'hifp_pay@1' in result else None, fen(result['hifp_pay@2'])]
        wait(lambda: ledger.fund((2,)) == expected[1:], 'the second admission')
        expected[0] = ledger.fund((1,))[0]
        assert sum(expected) == fen(result['year:pool:paid']), expected
        table, whole = check_saved(ledger, folder, expected)
        check_opened(desk, ledger, table, person, expected)
        check_opened(desk, ledger, whole, None, expected)
        check_bad(ledger, folder, expected)
        key('ctrl+q')
        assert process.wait(10) == 0


main(sys.argv[1])
