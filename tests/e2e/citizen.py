# SPDX-License-Identifier: GPL-3.0-or-later
"""The screen for the client, by keyboard: it follows what is typed, shows nothing private, and is empty after F2."""
import sys

from atlib import find, find_all, focus_window, key, running, text, unnamed, wait, words
from desk import CASES, Desk, fen, load_case


def check(program):
    case = load_case(CASES / 'beijing' / 'retired-50000.json')
    with running([program]) as (process, application):
        desk = Desk(application)
        desk.press('F11')
        screen = wait(lambda: find(application, 'frame', '客户屏'), 'the second window')
        wait(lambda: any('您好' in word for word in words(screen)), 'a greeting')
        focus_window()    # with one monitor the new window has the keyboard
        wait(desk.focused, 'the keyboard in the form')

        def shown(part):
            return [word for word in words(screen) if part in word]
        desk.fill({'人员类别': '1201', '身份证号': '11010519491231002X'})
        wait(lambda: shown('正在录入') or shown('每月划入'), 'it follows while there is no bill yet')
        desk.move_on('Tab')
        wait(lambda: text(desk.field('身份证号')) == '110105**********2X', 'the number is masked')
        wait(lambda: shown('110105**********2X'), 'masked here too')
        # The same bill by the same rules: the number's owner is retired, like the person of the case.
        wanted = {'医疗类别': '21', '医院等级': case['case']['visits'][0]['hosp_lv'],
                  '出院日期': case['case']['visits'][0]['enddate'],
                  '总费用': case['case']['visits'][0]['medfee_sumamt']}
        desk.fill(wanted)
        row = wait(desk.totals, 'the table of the clerk')
        wait(lambda: shown('您自己付'), 'what the client pays')
        values = list(dict.fromkeys(word for word in words(screen)
                                    if word.replace(',', '').replace('.', '').isdigit()))
        total, fund, own = (fen(value) for value in values)
        assert total == fen(case['case']['visits'][0]['medfee_sumamt']), values
        assert own == fen(case['expect']['psn_part_amt']) == total - fund, values
        assert own == fen(row['个人账户']) + fen(row['现金']), (values, row)
        assert shown('起付线'), list(words(screen))
        assert not shown('1949') and not shown('19491231'), 'no birth date'
        assert not unnamed(screen), unnamed(screen)
        desk.press('ctrl+a')
        desk.type('5x')
        wait(lambda: shown('需要更正：总费用'), 'no answer from a refused amount, and why')
        desk.press('ctrl+a')
        desk.type('50000')
        wait(lambda: shown('您自己付'), 'the answer is back while typing')
        desk.press('F2')
        wait(lambda: any('您好' in word for word in words(screen)) and not shown('110105') and not shown('50,000'),
             'empty for the next client')
        key('F11')
        wait(lambda: not find_all(application, 'frame', '客户屏'), 'closed by the same key')
        wait(desk.focused, 'the keyboard is back')
        # The keys of the counter work from the second window as well.
        key('F11')
        wait(lambda: find(application, 'frame', '客户屏'), 'open again')
        focus_window('客户屏')
        desk.close(process)


check(sys.argv[1])
