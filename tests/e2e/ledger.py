# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of two admissions by keyboard, as its case file has it; one more before them, and what that changes."""
import sys

from atlib import (FIELD_ROLES, cells, find, find_all, has, key, nodes, running, text, type_text, unnamed, wait,
                   words)
from desk import CASES, Desk, fen, find_page, load_case

COLUMNS = {'入院日期': 'begndate', '出院日期': 'enddate', '医疗类别': 'med_type', '医院等级': 'hosp_lv',
           '总费用': 'medfee_sumamt', '全自费': 'fulamt_ownpay_amt', '先行自付': 'preselfpay_amt',
           '超限价': 'overlmt_selfpay'}
EARLIER = {'begndate': '20250105', 'enddate': '20250110', 'med_type': '21', 'hosp_lv': '02',
           'medfee_sumamt': '20000', 'fulamt_ownpay_amt': '0', 'preselfpay_amt': '0', 'overlmt_selfpay': '0'}


class Ledger:
    """The page, and how it is typed in."""

    def __init__(self, application):
        self.page = wait(lambda: find_page(application, '年度台账'), 'the page')
        self.fields = {}

    def field(self, name):
        """A field once found is kept: rows stay, and looking through all of them takes long."""
        if name not in self.fields:
            self.fields = {node.name: node for node in nodes(self.page) if node.getRoleName() in FIELD_ROLES}
        return self.fields[name]

    def arrive(self, name):
        wait(lambda: has(self.field(name), 'focused'), f'the keyboard in {name}')

    def type_row(self, number, visit):
        for label, field in COLUMNS.items():
            self.arrive(f'第 {number} 行 {label}')
            type_text(visit[field].replace('-', ''))
            key('Return')

    def figure(self, row, caption):
        """What is said behind the row, e.g. "42,895.00"; '' while there is nothing."""
        start = f'第 {row} 行 {caption} '
        self.page.clear_cache()    # a figure that was read too early would be remembered
        return next((node.name.removeprefix(start) for node in find_all(self.page, 'label', start)), '')

    def changes(self):
        return cells(find(self.page, 'tree table', '补差'))[1]

    def says(self, part):
        return any(part in word for word in words(self.page))


def main(program):
    case = load_case(CASES / 'beijing' / 'two-stays.json')
    visits, expected = case['case']['visits'], case['expect']
    with running([program]) as (process, application):
        desk = Desk(application)
        desk.fill({'人员类别': case['case']['person']['psn_type'], '年龄': case['case']['person']['age']})
        key('alt+2')
        ledger = Ledger(application)
        for number, visit in enumerate(visits, 1):
            ledger.type_row(number, visit)
        wait(lambda: fen(ledger.figure(2, '基金支付')) == fen(expected['hifp_pay@2']), 'the second admission')
        assert fen(ledger.figure(1, '基金支付')) + fen(ledger.figure(2, '基金支付')) \
            == fen(expected['year:pool:paid'])
        deductible = fen(expected['act_pay_dedc@1']) + fen(expected['act_pay_dedc@2'])
        assert ledger.says(f'起付累计 {deductible // 100:,}.{deductible % 100:02}')
        assert not ledger.changes()
        following = cells(find(ledger.page, 'tree table', '下次住院大约花多少'))[1]
        assert ['起付标准', expected['act_pay_dedc@2']] in following, following

        # An admission that was forgotten: the keyboard goes up, a row comes in, the rest is worked out anew.
        key('Up', 'Up')
        ledger.arrive('第 1 行 入院日期')
        key('Insert')
        ledger.type_row(1, EARLIER)
        wait(lambda: ledger.changes() and ledger.says('应退还参保人 552.50 元'), 'the differences')
        assert [row[0] for row in ledger.changes()] == ['第 1 行', '第 2 行'], ledger.changes()
        assert ledger.changes()[1][-1] == '-552.50', ledger.changes()
        assert fen(ledger.figure(3, '基金支付')) == fen(expected['hifp_pay@2'])

        # Deleted without a question, and taken back.
        key('ctrl+Delete')
        wait(lambda: ledger.figure(3, '基金支付') == '', 'a row less')
        key('ctrl+z')
        wait(lambda: ledger.figure(3, '基金支付') != '', 'the row again')
        key('F8')
        wait(lambda: ledger.says('已退费'), 'a refund')
        assert not unnamed(ledger.page), unnamed(ledger.page)

        key('F2')
        wait(lambda: not ledger.changes() and ledger.figure(1, '基金支付') == '', 'nothing of the client is left')
        gone = ('50,000', '2025-03-10', '2025-01-10', '552.50', '42,895', '20,000')
        assert not [word for word in words(ledger.page) if any(part in word for part in gone)]
        assert text(ledger.field('第 1 行 总费用')) == ''
        key('ctrl+z')
        assert ledger.figure(1, '基金支付') == '' and not ledger.says('50,000')
        desk.close(process)


if __name__ == '__main__':
    main(sys.argv[1])
