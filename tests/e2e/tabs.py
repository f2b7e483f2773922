# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing changed, two results: the cases kept as tabs, by keyboard; nothing of them is left for the next client."""
import sys

from atlib import running, text, unnamed, wait, words
from desk import CASES, Desk, fen, load_case


def main(program):
    third = load_case(CASES / 'beijing' / 'active-third-level-50000.json')
    second = load_case(CASES / 'beijing' / 'active-second-level-50000.json')
    own = 5000000 - fen(third['expect']['hifp_pay']), 5000000 - fen(second['expect']['hifp_pay'])
    shown = [f'{fen_ // 100:,}.{fen_ % 100:02}' for fen_ in own + (own[0] - own[1],)]
    with running([program]) as (process, application):
        desk = Desk(application)

        def tabs():
            """What stands on the tabs; hidden ones have no words."""
            return [word for word in dict.fromkeys(words(desk.page)) if word.startswith('方案 ')]
        desk.fill_case(third['case'])
        wait(lambda: desk.totals().get('金额') == '50,000.00', 'the bill')
        desk.press('F3')
        wait(lambda: tabs() == [f'方案 1：自付 {shown[0]}', f'方案 2：自付 {shown[0]}'], 'a copy in front')
        desk.go_to('医院等级', by='shift+Tab')
        desk.type(second['case']['visits'][0]['hosp_lv'])
        wait(lambda: tabs() == [f'方案 1：自付 {shown[0]}（+{shown[2]}）', f'方案 2：自付 {shown[1]}'], 'the difference')
        assert fen(desk.totals()['统筹基金']) == fen(second['expect']['hifp_pay'])
        assert not unnamed(desk.page), unnamed(desk.page)
        desk.press('F4')
        wait(lambda: fen(desk.totals()['统筹基金']) == fen(third['expect']['hifp_pay']), 'the first one as it was')
        wait(lambda: f'方案 2：自付 {shown[1]}（−{shown[2]}）' in tabs(), 'the difference the other way')
        desk.press('shift+F3')
        wait(lambda: fen(desk.totals()['统筹基金']) == fen(second['expect']['hifp_pay']), 'the other one is left')
        desk.press('F3')
        wait(lambda: len(tabs()) == 2, 'two again')
        desk.press('F2')
        wait(lambda: text(desk.field('总费用')) == '' and not tabs(), 'no tabs for the next client')
        assert not [word for word in words(application) if shown[0] in word or shown[1] in word]
        desk.close(process)


main(sys.argv[1])
