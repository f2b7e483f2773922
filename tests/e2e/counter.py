# SPDX-License-Identifier: GPL-3.0-or-later
"""A morning at the counter: published cases typed by keyboard alone, the payers read back, the client forgotten."""
import sys

from atlib import focus_window, focused, running, text, unnamed, wait, words
from desk import CASES, Desk, fen, load_case

BEIJING = ['retired-50000', 'active-second-stay-50000', 'band-30000-plus', 'deductible-minus', 'outpatient-1800-plus']


def check_case(desk, name):
    case = load_case(CASES / 'beijing' / f'{name}.json')
    expect = case['expect']
    total = fen(case['case']['visits'][0]['medfee_sumamt'])
    desk.fill_case(case['case'])
    row = wait(lambda: (t := desk.totals()) and fen(t['金额']) == total and t, f'{name}: the table')
    if 'hifp_pay' in expect:
        assert fen(row['统筹基金']) == fen(expect['hifp_pay']), (name, row)
    if 'psn_part_amt' in expect:
        assert fen(row['个人账户']) + fen(row['现金']) == fen(expect['psn_part_amt']), (name, row)
    payers = list(row)[3:-1]
    assert sum(fen(row[payer]) for payer in payers) == total, (name, row)
    for item, value in expect.items():
        if item.startswith('item:') and item.endswith(':hifp_pay'):
            code = item.split(':')[1]
            line = next(line for line in desk.rows() if line['费用段'].startswith(code + ' '))
            assert fen(line['统筹基金']) == fen(value), (name, line)


def check_credit(desk):
    desk.fill({'人员类别': '1101', '年龄': '40', '缴费基数': '5869', '测算日期': '20221008'})
    wait(lambda: '117.38' in desk.figure('账户月划入'), 'the credit of a month')


def check_faults(desk):
    """Nothing is computed from what is refused, and the reason stands in its place."""
    desk.fill({'人员类别': '1201', '出生日期': '19520318', '总费用': '５．３６万'})
    wait(lambda: desk.totals().get('金额') == '53,600.00', 'full-width digits and 万')
    desk.press('ctrl+a')
    desk.type('5x')
    wait(lambda: not desk.totals(), 'no table from a refused amount')
    wait(lambda: '不应出现在这里' in desk.field('总费用').description, 'the reason at the field')
    wait(lambda: any('总费用' in word and '不应出现' in word for word in words(desk.application)), 'the reason in the result')
    desk.press('ctrl+a')
    desk.type('53600')
    wait(lambda: desk.totals().get('金额') == '53,600.00', 'the answer is back while typing')


def check_privacy(desk):
    """After F2 nothing of the client is left anywhere a screen reader can look; the region stays."""
    desk.fill({'人员类别': '1201', '身份证号': '11010519491231002X', '月养老金': '5869.13', '账户余额': '1204.37',
               '总费用': '53600.11'})
    wait(lambda: text(desk.field('出生日期')) == '1949-12-31', 'the birth date from the number')
    wait(lambda: text(desk.field('身份证号')) == '110105**********2X', 'the number is masked')
    assert not [word for word in words(desk.application) if '19491231' in word], 'the number is not kept'
    desk.next_client()
    personal = ('1949', '110105', '5,869.13', '1,204.37', '53,600.11', '5869.13', '职工退休 1201')

    def left():
        return [word for word in words(desk.application) if any(datum in word for datum in personal)]
    wait(lambda: not left(), f'nothing personal after F2, but {left()}')
    assert '110000' in text(desk.field('参保地区'))


def check_keys(desk):
    """Keys work while a list is open; the list is used by arrows, initials and Escape."""
    desk.go_to('人员类别')
    desk.press('Down')
    desk.press('Down')
    wait(lambda: '1102' in text(desk.field('人员类别')), 'an arrow chooses')
    desk.type('zgt')
    wait(lambda: '基金支付' in desk.figure('基金支付'), 'the window answers')
    desk.press('F2')
    wait(lambda: text(desk.field('人员类别')) == '', 'F2 with a list open')
    desk.type('zgt')
    desk.press('Return')
    wait(lambda: '1201' in text(desk.field('人员类别')), 'initials choose')
    desk.press('F1')
    wait(lambda: any('下一位' in word for word in words(desk.application) if '清除' in word), 'all keys are shown')
    desk.press('Escape')
    wait(lambda: len(list(desk.application)) == 1, 'the list of keys is gone')
    focus_window()    # a window manager would do that
    wait(lambda: focused(desk.application), 'back in the form')
    desk.next_client()


def main(program):
    with running([program]) as (process, application):
        desk = Desk(application)
        assert desk.where() == '人员类别', desk.where()
        assert not unnamed(application), unnamed(application)
        for name in BEIJING:
            check_case(desk, name)
            if name.startswith('outpatient'):
                desk.go_to('医疗类别', by='shift+Tab')
                desk.type('21')
            desk.next_client()
        assert not unnamed(application), unnamed(application)
        check_credit(desk)
        desk.next_client()
        check_faults(desk)
        desk.next_client()
        check_privacy(desk)
        check_keys(desk)
        desk.close(process)


main(sys.argv[1])
