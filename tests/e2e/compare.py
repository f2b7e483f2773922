# SPDX-License-Identifier: GPL-3.0-or-later
"""The same bill in a hospital of another level, by keyboard: both columns as the case files have them."""
import sys

from atlib import FIELD_ROLES, cells, find, find_all, has, key, nodes, running, text, type_text, unnamed, wait, words
from desk import CASES, Desk, fen, find_page, load_case


def main(program):
    third = load_case(CASES / 'beijing' / 'active-third-level-50000.json')
    second = load_case(CASES / 'beijing' / 'active-second-level-50000.json')
    with running([program]) as (process, application):
        desk = Desk(application)
        desk.fill_case(third['case'])
        wait(lambda: desk.totals().get('金额') == '50,000.00', 'the bill')
        key('F5')
        page = wait(lambda: find_page(application, '方案对比'), 'the page')
        fields = [node for node in nodes(page) if node.getRoleName() in FIELD_ROLES]

        def focus():
            return next((node.name for node in fields if has(node, 'focused')), None)
        wait(lambda: focus() == '方案 2 参保地区', 'the keyboard in the second plan')
        while focus() != '方案 2 医院等级':
            before = focus()
            key('Return')
            wait(lambda: focus() != before, 'Enter goes down the plan')
        type_text(second['case']['visits'][0]['hosp_lv'])
        table = wait(lambda: find(page, 'tree table', '方案对比表'), 'the table')

        def row(caption):
            return next(line for line in cells(table)[1] if line[0] == caption)
        wait(lambda: '(' in row('统筹基金')[2], 'the second plan differs')
        first, other = row('统筹基金')[1:3]
        assert fen(first) == fen(third['expect']['hifp_pay']), first
        assert fen(other.split()[0]) == fen(second['expect']['hifp_pay']), other
        assert fen(other.split('(+')[1].rstrip(')')) == fen(second['expect']['hifp_pay']) - fen(
            third['expect']['hifp_pay']), other
        reasons = find(page, 'list', '差异原因')
        wait(lambda: any('87 %' in word and '85 %' in word for word in words(reasons)), 'the reason')
        assert not unnamed(page), unnamed(page)
        key('F2')
        wait(lambda: not cells(table)[1], 'nothing of the client is left')
        assert not [word for word in words(page) if '50,000' in word or '43,' in word]
        assert text(find_all(page, 'text', '方案 2 医院等级')[0]) == ''
        desk.close(process)


main(sys.argv[1])
