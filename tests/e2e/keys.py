# SPDX-License-Identifier: GPL-3.0-or-later
"""Every key of the list that F1 shows does what the list says; those that no other story presses are pressed here."""
import os
import pathlib
import re
import sys

from atlib import find_all, focus_window, has, key, nodes, park_pointer, running, text, wait, words
from desk import CASES, Desk, Page, load_case
from ledger import Ledger
from print import back, dialog

HERE = 'keys.py'
# The action behind each key of ming-shortcuts.c: a key, and the story that presses it and looks at what it did.
TESTED = {
    'win.next-client': ('F2', 'counter.py'), 'win.keep': ('ctrl+s', 'history.py'),
    'win.copy-table': ('ctrl+shift+c', HERE), 'win.citizen': ('F11', 'citizen.py'), 'win.tab-add': ('F3', 'tabs.py'),
    'win.tab-next': ('F4', 'tabs.py'), 'win.tab-remove': ('shift+F3', 'tabs.py'), 'win.print': ('ctrl+p', 'print.py'),
    'win.print-preview': ('ctrl+shift+p', 'print.py'), 'win.export': ('ctrl+e', 'print.py'),
    'preview.next': ('Page_Down', HERE), 'preview.previous': ('Page_Up', HERE), 'preview.zoom-in': ('ctrl+plus', HERE),
    'preview.zoom-out': ('ctrl+minus', HERE), 'dialog.close': ('Escape', HERE),
    'preview.print': ('ctrl+Return', 'print.py'),
    'win.other-side': ('F6', HERE), "win.page('estimate')": ('alt+KP_1', HERE),
    "win.page('ledger')": ('alt+KP_2', HERE),
    "win.page('account')": ('alt+KP_3', HERE), "win.page('life')": ('alt+KP_4', HERE),
    "win.page('compare')": ('alt+KP_5', HERE), "win.page('audit')": ('alt+KP_6', HERE),
    "win.page('policy')": ('alt+KP_7', HERE), "win.page('history')": ('alt+KP_8', HERE),
    'ledger.insert': ('Insert', 'ledger.py'), 'ledger.remove': ('ctrl+Delete', 'ledger.py'),
    'ledger.refund': ('F8', 'ledger.py'), 'ledger.undo': ('ctrl+z', 'ledger.py'), 'ledger.sort': ('F9', HERE),
    'ledger.settle': ('F7', HERE), 'ledger.open': ('ctrl+o', 'ledger-files.py'),
    'ledger.save': ('ctrl+shift+s', 'ledger-files.py'), 'win.shortcuts': ('F1', 'counter.py'),
    'win.menu': ('F10', HERE), 'win.text-larger': ('ctrl+plus', HERE), 'win.text-smaller': ('ctrl+minus', HERE),
    'win.text-normal': ('ctrl+0', HERE),
    'win.reload': ('ctrl+r', 'library.py'), 'app.quit': ('ctrl+q', 'desk.py'),
}
# Those of a field, which no action stands behind.
OF_FIELDS = {'Return': 'counter.py', 'KP_Enter': HERE, 'shift+Tab': 'counter.py', 'Down': 'counter.py', 'Escape': HERE}
PAGES = {'alt+KP_2': '年度台账', 'alt+KP_3': '个人账户', 'alt+KP_4': '退休与年限', 'alt+KP_5': '方案对比',
         'alt+KP_6': '复核对账', 'alt+KP_7': '政策库', 'alt+KP_8': '历史'}
LATE = {'begndate': '20250601', 'enddate': '20250610', 'med_type': '21', 'hosp_lv': '02', 'medfee_sumamt': '20000',
        'fulamt_ownpay_amt': '0', 'preselfpay_amt': '0', 'overlmt_selfpay': '0'}
EARLY = LATE | {'begndate': '20250301', 'enddate': '20250310', 'medfee_sumamt': '50000'}


def check_list():
    """The list and this table name the same actions, and the stories press the keys."""
    folder = pathlib.Path(os.environ['G_TEST_SRCDIR'])
    source = (folder.parent / 'src/desk/ming-shortcuts.c').read_text(encoding='utf-8')
    actions = set(re.findall(r'"((?:win|app|ledger|preview|dialog)\.[^"]+)"', source))
    assert actions == set(TESTED), actions ^ set(TESTED)
    for pressed, story in [*TESTED.values(), *OF_FIELDS.items()]:
        told = (folder / 'e2e' / story).read_text(encoding='utf-8')
        assert f"'{pressed}'" in told, (pressed, story)


def focused_now(root):
    return next((node for node in nodes(root) if has(node, 'focused')), None)


def says(application, part):
    return any(part in word for word in words(application))


def check_fields(desk, case):
    """Keypad: digits, Enter; a list that is open lets the keys of the window through."""
    desk.type('1201')
    key('KP_Enter')
    wait(lambda: desk.where() == '身份证号', 'Enter of the keypad moves on')
    desk.go_to('人员类别', by='shift+Tab')
    key('Down')
    key('alt+KP_3')
    account = Page(desk.application, '个人账户')
    wait(account.focused, 'another page while a list was open')
    key('alt+KP_1')
    wait(lambda: desk.where() == '人员类别', 'back')
    key('Down')
    key('Escape')
    assert desk.where() == '人员类别'
    desk.fill_case(case)
    wait(lambda: desk.totals(), 'the answer')
    key('F6')
    wait(lambda: any(has(figure, 'focused') for figure in desk.figures), 'the result')
    key('F6')
    wait(lambda: desk.where() == '总费用', 'the form')
    key('ctrl+a')
    key('KP_5', 'KP_0', 'KP_0', 'KP_0', 'KP_0', 'KP_Decimal', 'KP_5')
    wait(lambda: text(desk.field('总费用')) == '50000.5', 'digits of the keypad')


def check_copy(desk):
    key('ctrl+shift+c')
    wait(lambda: says(desk.application, '表格已复制'), 'copied')
    key('alt+KP_8')
    history = Page(desk.application, '历史')
    key('ctrl+v')
    wait(lambda: '统筹基金' in text(history.focused()), 'the table on the clipboard')
    key('ctrl+a', 'BackSpace')


def check_pages(desk):
    for pressed, title in PAGES.items():
        page = desk.turn_to(pressed, title)
        before = wait(page.focused, title)
        key('F6')
        wait(lambda: title == '历史' or not has(before, 'focused'), f'F6 on {title}')
    key('F5')
    wait(Page(desk.application, '方案对比').focused, 'F5')


def check_ledger(desk):
    key('alt+KP_2')
    ledger = Ledger(desk.application)
    ledger.type_row(1, LATE)
    ledger.type_row(2, EARLY)
    wait(lambda: ledger.says('请按日期排'), 'out of order')
    key('F9')
    wait(lambda: text(ledger.field('第 1 行 总费用')) == '50,000.00', 'in order')
    key('F7')
    wait(lambda: ledger.says('与原结算一致'), 'as settled')


def check_menu(desk):
    key('alt+KP_1')
    wait(desk.focused, 'the form')
    desk.go_to('身份证号')
    key('F10')
    wait(lambda: desk.focused() is None, 'the menu')
    key('Escape')
    wait(lambda: desk.where() == '身份证号', 'where the keyboard was')


def check_size(desk):
    def height():
        return desk.field('身份证号').queryComponent().getExtents(0).height
    usual = height()
    key('ctrl+plus', 'ctrl+plus')
    wait(lambda: height() > usual, 'larger text')
    larger = height()
    key('ctrl+minus')
    wait(lambda: usual <= height() < larger, 'smaller text')
    key('ctrl+0')
    wait(lambda: height() == usual, 'text as usual')


def check_preview(desk):
    """On the sheet in large type, which has two pages at least."""
    key('ctrl+shift+p')
    window = dialog(desk, '预览')

    def shown(part):
        return any(part in label.name for label in find_all(window, 'label'))
    wait(lambda: shown('第 1 页'), 'the first page')
    key('alt+l')
    wait(lambda: any(re.search('共 [2-9] 页', label.name) for label in find_all(window, 'label')), 'two pages')
    key('Page_Down')
    wait(lambda: shown('第 2 页'), 'the second page')
    key('Page_Up')
    wait(lambda: shown('第 1 页'), 'the first page again')
    scale = next(label.name for label in find_all(window, 'label') if label.name.endswith('%'))
    key('ctrl+plus')
    wait(lambda: not shown(scale), 'larger')
    key('ctrl+minus')
    wait(lambda: shown(scale), 'smaller')
    key('Escape')
    back(desk)


def main(program):
    check_list()
    case = load_case(CASES / 'beijing' / 'retired-50000.json')['case']
    with running([program]) as (process, application):
        desk = Desk(application)
        focus_window()
        park_pointer()
        check_fields(desk, case)
        check_copy(desk)
        check_pages(desk)
        check_ledger(desk)
        check_menu(desk)
        check_size(desk)
        check_preview(desk)
        desk.close(process)


if __name__ == '__main__':
    main(sys.argv[1])
