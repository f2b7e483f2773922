# SPDX-License-Identifier: GPL-3.0-or-later
"""A client's way through the pages by keyboard alone: account, retirement, audit, library; then the next client."""
import sys

from atlib import cells, find, find_all, has, nameless, running, wait, words
from desk import CASES, Desk, fen, load_case

RETIREMENT = {'出生日期': '1966-01-15', '退休类别': 'male60', '实际缴费': '240', '视同缴费': '36'}


def check_names(page):
    assert not nameless(page), nameless(page)


def check_account(desk, stay, family):
    """The own account is spent first, then the family's in their order; the rest is cash."""
    page = desk.turn_to('alt+3', '个人账户')
    person = family['case']['person']
    typed = {'账户余额': person['balc']}
    for row, member in enumerate(person['family'], 1):
        typed |= {f'关系 {row}': member['relation'], f'余额 {row}': member['balc'], f'顺位 {row}': member['rank']}
    page.fill(typed, by='Return')
    spent = fen(family['expect']['acct_pay'])
    wait(lambda: page.says('900.00'), 'both accounts are spent')
    assert fen('900.00') == spent
    months = page.rows_of('账户十二个月')
    assert len(months) == 12 and fen(months[0]['账户支付']) == fen(person['balc']), months[0]
    credits = {line['划入'] for line in months}
    assert len(credits) == 1, credits
    balances = [fen(line['余额']) for line in months[-2:]]
    assert balances[1] - balances[0] == fen(months[-1]['划入']), months[-2:]
    page.press('alt+1')
    wait(lambda: desk.totals().get('现金') == amount(fen(stay['expect']['psn_part_amt']) - spent), 'the rest is cash')
    total = desk.totals()
    assert fen(total['家庭共济']) == fen(family['expect']['acct_mulaid_pay']), total
    return page


def amount(value_fen):
    return f'{value_fen // 100:,}.{value_fen % 100:02}'


def check_life(desk):
    """Born in January 1966, 276 months of the 300 that Beijing asks of a man."""
    page = desk.turn_to('alt+4', '退休与年限')
    page.go_to('出生日期', by='shift+Tab')
    page.fill(RETIREMENT, by='Return')
    wait(lambda: page.says('2026-05', '24', '276', '300'), 'date and missing months')
    return page


def check_audit(desk, second):
    """The statement of a second stay beside the estimate of a first: where they part, and the fact that explains it."""
    page = desk.turn_to('alt+6', '复核对账')
    expect = second['expect']
    page.fill({'总费用': '50000', '实际起付线': expect['act_pay_dedc'], '统筹基金': expect['hifp_pay']}, by='Return')

    def differences():
        return [line for line in page.rows_of('结算单与测算') if line['相差'][0] in '+-']
    first = wait(differences, 'the difference')[0]
    assert (first['项目'], first['结算单'], first['相差']) == ('实际起付线', expect['act_pay_dedc'], '-650.00'), first
    causes = find(page.page, 'list', '最可能的原因')
    wait(lambda: any('本年第几次住院：2' in word for word in words(causes)), 'the likeliest fact')
    page.go_to('第几次', by='shift+Tab')
    page.type('2')
    wait(lambda: page.rows_of('结算单与测算') and not differences(), 'now they agree')
    return page


def check_policy(desk):
    """Found by initials; every figure with its evidence; versions and their differences a Tab and an arrow away."""
    page = desk.turn_to('alt+7', '政策库')
    page.type('yt')
    packs = wait(lambda: find(page.page, 'tree table', '政策包'), 'the packs')
    wait(lambda: (line := cells(packs)[1]) and line[0][1] == '370600-310', 'the place by its initials')
    figures = wait(lambda: page.rows_of('政策包的数字'), 'its figures')
    assert all(line['数值'] and (line['证据'] or line['数值'] == '未知') for line in figures), figures
    return page


def check_privacy(desk, pages):
    """After F2 nothing of the client is anywhere in the tree, on the screen or not."""
    desk.press('F2')
    personal = ('1966', '50,000', '50000', '45,217', '3,041', '900.00', '300.00', '500.00', '父亲', '配偶', '650.00', '276',
                '2026-05')
    for page in [desk, *pages]:
        def left(page=page):
            return [word for word in page.words() if any(datum in word for datum in personal)]
        wait(lambda: not left(), lambda: f'nothing of the client on {page.title}, but {left()}')
    frame = find(desk.application, 'frame')
    outside = [node.name for node in find_all(frame, 'label') if has(node, 'visible')]
    assert not [word for word in outside if any(datum in word for datum in personal[:6])]


def main(program):
    stay = load_case(CASES / 'beijing' / 'retired-50000.json')
    second = load_case(CASES / 'beijing' / 'retired-second-stay.json')
    family = load_case(CASES / 'mechanisms' / 'family-by-rank.json')
    with running([program]) as (process, application):
        desk = Desk(application)
        desk.fill_case(stay['case'])
        wait(lambda: desk.totals().get('金额') == '50,000.00', 'the bill')
        pages = [check_account(desk, stay, family), check_life(desk), desk.turn_to('alt+5', '方案对比'),
                 check_audit(desk, second), check_policy(desk)]
        check_names(application)
        check_privacy(desk, pages)
        desk.close(process)


main(sys.argv[1])
