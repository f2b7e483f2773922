# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of two admissions and a working life are kept, and found again by their codes, each on its own page."""
import sys

from atlib import key, running, text, type_text, wait, words
from desk import CASES, Desk, Page, fen, load_case
from history import turn_to_history
from ledger import Ledger

LIFE = {'退休类别': 'female55', '实际缴费': '180', '视同缴费': '36'}


def keep(application, number):
    key('ctrl+s')
    wait(lambda: any(f'-{number:04}' in word and '已保存' in word for word in words(application)), 'kept')


def keep_year(application, desk, case):
    desk.fill({'人员类别': case['person']['psn_type'], '年龄': case['person']['age']})
    key('alt+2')
    ledger = Ledger(application)
    for number, visit in enumerate(case['visits'], 1):
        ledger.type_row(number, visit)
    wait(lambda: ledger.figure(2, '基金支付') != '', 'the second admission')
    keep(application, 1)
    key('F2')
    wait(lambda: ledger.figure(1, '基金支付') == '', 'nothing is left')


def keep_life(application):
    key('alt+4')
    page = Page(application, '退休与年限')
    key('shift+Tab')
    wait(lambda: '出生日期' in page.where(), 'the day of birth')
    type_text('19800930')
    key('Tab')
    wait(lambda: page.where() == '退休类别', 'the kind of retirement')
    page.fill(LIFE, by='Tab')
    wait(lambda: page.says('2038-06'), 'the month')
    missing = next(word for word in page.words() if '24 个月' in word)
    keep(application, 2)
    key('F2')
    wait(lambda: not page.says('2038-06'), 'nothing is left')
    return page, missing


def open_by_code(application, row):
    history = turn_to_history(application)
    wait(lambda: len(history.rows()) == 2, 'both')
    history.search(history.rows()[row]['回执号'], 1)
    key('Return')


def main(program):
    case = load_case(CASES / 'beijing' / 'two-stays.json')
    with running([program]) as (process, application):
        desk = Desk(application)
        keep_year(application, desk, case['case'])
        life, missing = keep_life(application)
        history = turn_to_history(application)
        rows = wait(lambda: (found := history.rows()) and len(found) == 2 and found, 'both')
        assert rows[0]['总费用'] == '—' and fen(rows[1]['基金支付']) == fen(case['expect']['year:pool:paid']), rows

        open_by_code(application, 1)
        ledger = Ledger(application)
        wait(lambda: fen(ledger.figure(2, '基金支付')) == fen(case['expect']['hifp_pay@2']), 'the year again')
        assert text(ledger.field('第 2 行 总费用')).replace(',', '') == case['case']['visits'][1]['medfee_sumamt']
        assert any(rows[1]['编号'] in word for word in words(application))

        open_by_code(application, 0)
        wait(lambda: life.says('2038-06', missing), 'the working life again')
        assert [text(life.field(name)) for name in ('实际缴费', '视同缴费')] == ['180', '36']
        key('alt+2')
        wait(lambda: ledger.figure(1, '基金支付') == '', 'the year went with its client')
        desk.close(process)


if __name__ == '__main__':
    main(sys.argv[1])
