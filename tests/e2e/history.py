# SPDX-License-Identifier: GPL-3.0-or-later
"""Estimates kept, found by everything they are known by, opened from a scanned sheet, computed again, deleted."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from atlib import FIELD_ROLES, cells, find, has, key, nodes, running, text, type_text, unnamed, wait, words
from desk import CASES, Desk, fen, find_page, load_case

STATUS = '只在您要求时保存，不含姓名和身份号码'
FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xfee0) for code in range(0x21, 0x7f)})


class History:
    """The page 历史; its search box is a field, its rows are read back."""

    def __init__(self, application):
        self.application = application
        self.page = wait(lambda: find_page(application, '历史'), 'the page')
        self.fields = [node for node in nodes(self.page) if node.getRoleName() in FIELD_ROLES]
        self.table = wait(lambda: find(self.page, 'tree table', '保存的测算'), 'the table')

    def field(self, name):
        return next(node for node in self.fields if name in node.name)

    def rows(self):
        titles, rows = cells(self.table)
        return [dict(zip(titles, row)) for row in rows]

    def says(self, part):
        """Shown words that hold part."""
        return wait(lambda: next((word for word in words(self.application) if part in word), None), part)

    def search(self, typed, count):
        wait(lambda: has(self.field('查找'), 'focused'), 'the keyboard in the search')
        key('ctrl+a', 'BackSpace')
        if typed.isascii():
            type_text(typed)
        else:    # as an input method commits it
            self.field('查找').queryEditableText().setTextContents(typed)
        wait(lambda: text(self.field('查找')) == typed, f'{typed} is typed')
        wait(lambda: len(self.rows()) == count, f'{count} found for {typed}')

    def press(self, mnemonic):
        key(f'alt+{mnemonic}')


def keep(desk, name, number):
    case = load_case(CASES / 'beijing' / f'{name}.json')
    desk.fill_case(case['case'])
    total = fen(case['case']['visits'][0]['medfee_sumamt'])
    wait(lambda: (t := desk.totals()) and fen(t['金额']) == total, f'{name}: the table')
    desk.press('ctrl+s')
    wait(lambda: any(f'-{number:04}' in word and '已保存' in word for word in words(desk.application)), 'kept')
    desk.next_client()
    return case


def turn_to_history(application):
    key('alt+8')
    history = History(application)
    wait(lambda: has(history.field('查找'), 'focused'), 'the keyboard in the search')
    return history


def check_search(history, newest):
    """By number, code, QR code, day, region, amount; full-width and small letters."""
    code = newest['回执号']
    digits = code.replace('-', '')
    day = newest['编号'][:10]
    for typed, count in ((newest['编号'], 1), (newest['编号'][-5:], 1), (code, 1), (code.lower(), 1), (digits, 1),
                         (code.translate(FULL_WIDTH), 1), (day, 2), (day.replace('-', ''), 2), ('20000101', 0),
                         (f'20000101~{day}', 2), ('110000', 2), ('北京', 2), ('bj', 2), ('310000', 0),
                         (newest['总费用'], 2), (newest['总费用'].replace(',', ''), 2), (newest['个人负担'], 1),
                         (newest['基金支付'].replace(',', ''), 1), ('没有', 0)):
        history.search(typed, count)


def digest(cli, case):
    """The digest of the figures in the QR code of the sheet, from the program that prints it."""
    with tempfile.TemporaryDirectory() as folder:
        path, sheet = pathlib.Path(folder, 'case.json'), pathlib.Path(folder, 'sheet.txt')
        path.write_text(json.dumps(case), encoding='utf-8')
        subprocess.run([cli, 'report', path, '-o', sheet], check=True, stdout=subprocess.DEVNULL)
        return re.search(r'MS1:[0-9A-F]{4}-[0-9A-F]{4}:([0-9A-F]{16})', sheet.read_text(encoding='utf-8')).group(1)


def check_scan(desk, history, entry, case, cli):
    """A scanner types the text of the sheet's QR code, and Enter: the estimate is on the counter again."""
    total = fen(entry['总费用'])
    for figures, verdict in ((digest(cli, case), '与纸面数字一致'), ('0123456789ABCDEF', '与纸面数字不一致')):
        desk.press('F2')
        history.search(f'MS1:{entry["回执号"]}:{figures}', 1)
        key('Return')
        wait(lambda: (t := desk.totals()) and fen(t['金额']) == total, 'the bill again')
        history.says(verdict)
        wait(lambda: desk.focused(), 'the keyboard in the form')
        key('alt+8')


def check_again(history, entry):
    """Computed again with the pack of that day, and with today's: the same figures."""
    history.search(entry['编号'], 1)
    for letter in 'ap':
        key(f'alt+{letter}')
        history.says('各项数字完全相同')
        figures = wait(lambda: find(history.page, 'tree table', '重算结果'), 'the figures')
        rows = wait(lambda: cells(figures)[1], 'rows')
        assert next(row for row in rows if row[0] == '总费用')[1:] == [entry['总费用'], entry['总费用'], '·'], rows
        history.search('', 2)
        history.search(entry['编号'], 1)


def check_delete(history, entry):
    """Without a reason nothing goes; afterwards the count and the line at the foot are those of what is left."""
    history.search('', 2)
    history.says('共 2 条')
    key('Return')
    wait(lambda: not has(history.field('查找'), 'focused'), 'the keyboard in the table')
    key('Down')
    key('alt+r')
    wait(lambda: has(history.field('删除原因'), 'focused'), 'the reason')
    type_text('typed wrongly')
    wait(lambda: text(history.field('删除原因')) == 'typed wrongly', 'the reason is typed')
    key('Return')
    wait(lambda: [row['编号'] for row in history.rows()] == [entry['编号']], 'the older one is gone')
    history.says('共 1 条')
    history.says(STATUS)
    assert not [word for word in words(history.application) if '共 2 条' in word]


def check_next_client(history):
    key('F2')
    wait(lambda: not history.rows(), 'nothing of other clients after F2')


def main(program, cli):
    with running([program]) as (process, application):
        desk = Desk(application)
        keep(desk, 'retired-50000', 1)
        case = keep(desk, 'active-second-stay-50000', 2)
        history = turn_to_history(application)
        wait(lambda: len(history.rows()) == 2, 'both')
        history.says(STATUS)
        newest = history.rows()[0]
        assert newest['编号'].endswith('-0002'), newest
        check_search(history, newest)
        assert not unnamed(history.page), unnamed(history.page)
        check_scan(desk, history, newest, case['case'], cli)
        check_again(history, newest)
        check_delete(history, newest)
        check_next_client(history)
        desk.close(process)


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2])
