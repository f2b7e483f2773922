# SPDX-License-Identifier: GPL-3.0-or-later
"""The counter's window as a clerk uses it: by keyboard, in Chinese."""
import json
import os
import pathlib
import time

from atlib import FIELD_ROLES, cells, find, find_all, focus_window, has, key, nodes, text, type_text, wait, words

CASES = pathlib.Path(os.environ['G_TEST_SRCDIR']) / 'cases'
EXAMPLES = pathlib.Path(os.environ['MING_DATADIR']) / 'examples'

# The fields of the form by what a case calls them; a retired person's pension stands in the field of the base.
PERSON_FIELDS = {'psn_type': '人员类别', 'brdy': '出生日期', 'age': '年龄', 'gend': '性别', 'base': '缴费基数',
                 'pension': '月养老金', 'balc': '账户余额'}
VISIT_FIELDS = {'med_type': '医疗类别', 'hosp_lv': '医院等级', 'begndate': '入院日期', 'enddate': '出院日期',
                'medfee_sumamt': '总费用', 'fulamt_ownpay_amt': '全自费', 'preselfpay_amt': '先行自付',
                'overlmt_selfpay': '超限价', 'class_a': '甲类', 'class_b': '乙类', 'class_c': '丙类',
                'first_pay_rate': '先付比例', 'admission': '第几次'}


def load_case(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def fields_of(case):
    """What has to be typed for a case of one visit, by the names on the screen."""
    visit = case['visits'][0] if case.get('visits') else {}
    typed = {PERSON_FIELDS[name]: value for name, value in case['person'].items() if name in PERSON_FIELDS}
    typed |= {VISIT_FIELDS[name]: value for name, value in visit.items() if name in VISIT_FIELDS and value != '0.00'}
    typed['测算日期'] = case['date']
    if 'begndate' in visit and visit['med_type'].startswith('1'):
        typed['就诊日期'] = typed.pop('出院日期')
        typed.pop('入院日期')
    if 'admissions' in case.get('year', {}):
        typed['已住院'] = case['year']['admissions']
    return typed


def find_page(application, title):
    """The page called title; hidden pages are in the tree as well."""
    return next((node for node in find_all(application, 'panel', title) if find(node, 'text')), None)


def choose_in_menu(application, title):
    """F10, and down to the item."""
    focus_window()    # a window manager would do that; without one the first key may only bring the focus
    key('F10')
    try:
        menu = wait(lambda: find(application, 'menu', ''), 'the menu', seconds=2)
    except AssertionError:
        key('F10')
        menu = wait(lambda: find(application, 'menu', ''), 'the menu')
    for _ in range(30):
        if any(has(item, 'focused') and title in item.name for item in nodes(menu)):
            break
        key('Down')
    key('Return')
    return wait(lambda: next((window for window in application if title in window.name), None), title)


class Page:
    """A page of the window as the keyboard finds it. title: its accessible name, in the language of the window."""

    def __init__(self, application, title):
        self.application = application
        self.title = title
        self.keys = 0
        # Widgets are kept for the life of the window; finding them once spares long walks over the tree.
        self.page = wait(lambda: find_page(application, title), f'the page {title}')
        self.fields = [node for node in nodes(self.page) if node.getRoleName() in FIELD_ROLES]
        wait(self.focused, f'the keyboard in {title}')

    def focused(self):
        return next((node for node in self.fields if has(node, 'focused')), None)

    def press(self, *keys):
        self.keys += len(keys)
        key(*keys)

    def type(self, typed):
        self.keys += len(typed)
        type_text(typed)

    def where(self):
        """The name of the field that has the keyboard."""
        return wait(self.focused, f'a field of {self.title} with the keyboard').name

    def move_on(self, by):
        before = self.where()
        self.press(by)
        wait(lambda: self.where() != before, f'{by} leaves {before}')

    def go_to(self, name, by='Tab', at_most=40):
        for _ in range(at_most):
            if self.where() == name:
                return
            self.move_on(by)
        raise AssertionError(f'{by} never comes to {name}')

    def field(self, name):
        return next(node for node in self.fields if node.name == name)

    def fill(self, fields, by='Tab'):
        """Types every one of fields where the keyboard comes to it, from where it stands to the end."""
        left = dict(fields)
        for _ in range(60):
            name = self.where()
            if name in left:
                self.type(left.pop(name))
            if not left:
                return
            self.move_on(by)
        raise AssertionError(f'{by} never comes to {", ".join(left)}')

    def turn_to(self, keys, title):
        """The page that keys turn to."""
        self.press(*keys.split())
        return Page(self.application, title)

    def rows_of(self, name):
        """The rows of the table called name, each by its headings; [] while it is not shown."""
        table = find(self.page, 'tree table', name)
        titles, rows = cells(table) if table else ([], [])
        return [dict(zip(titles, row)) for row in rows]

    def words(self):
        self.page.clear_cache()    # else what was read too early is remembered
        return [word for word in words(self.page) if word]

    def says(self, *parts):
        """Whether all parts are said somewhere on the page."""
        said = self.words()
        return all(any(part in word for word in said) for part in parts)

    def close(self, process):
        self.press('ctrl+q')
        end = time.monotonic() + 10
        while process.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
        assert process.poll() == 0, f'the window ended with {process.poll()}'


class Desk(Page):
    """The window as it opens, on the page of the estimate, in Chinese; every change is made with keys."""

    def __init__(self, application):
        super().__init__(application, '待遇测算')
        self.figures = find_all(self.page, 'push button')
        self.main_table = None

    def fill_case(self, case):
        self.fill(fields_of(case))

    def table(self):
        if self.main_table is None:    # not in the tree before it is first shown
            self.main_table = wait(lambda: find(self.page, 'tree table', '费用段与支付方'), 'the main table')
        return self.main_table

    def totals(self):
        """The last row of the main table by heading; {} while there is none."""
        titles, rows = cells(self.table())
        return dict(zip(titles, rows[-1])) if rows else {}

    def rows(self):
        titles, rows = cells(self.table())
        return [dict(zip(titles, row)) for row in rows]

    def figure(self, caption):
        return next(button.name for button in self.figures if caption in button.name)

    def next_client(self):
        self.press('F2')
        wait(lambda: text(self.field('总费用')) == '', 'an empty form')


def fen(amount):
    """"1,204.30" in fen; the dot of an empty cell is nothing paid."""
    return 0 if amount in ('·', '') else int(amount.replace(',', '').replace('.', ''))
