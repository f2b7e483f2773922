# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers, times, withdrawal, transfer: the tab 办事指引 of three pages by keyboard alone, in Beijing and in 扬州."""
import sys

from atlib import find_all, has, nameless, nodes, running, wait
from desk import Desk

TAB = '办事指引'


class Guide:
    """A page and its row of tabs."""

    def __init__(self, desk, keys, title):
        self.page = desk.turn_to(keys, title)

    def keyboard(self):
        self.page.page.clear_cache()
        return next((node for node in nodes(self.page.page) if has(node, 'focused')), None)

    def open(self):
        """Tab to the row of tabs, and End to the last of them."""
        for _ in range(60):
            at = wait(self.keyboard, 'the keyboard')
            if at.getRoleName() == 'panel' and at.name == '说明':
                break
            self.page.press('Tab')
            wait(lambda at=at: not has(at, 'focused'), 'Tab moves on')
        self.page.press('End')
        wait(lambda: any(has(tab, 'selected') for tab in find_all(self.page.page, 'page tab', TAB)), TAB)
        assert not nameless(self.page.page), nameless(self.page.page)

    def says(self, *parts):
        wait(lambda: self.page.says(*parts), ', '.join(parts))


def main(program):
    with running([program]) as (process, application):
        desk = Desk(application)
        bill = Guide(desk, 'alt+1', '待遇测算')
        bill.open()
        bill.says('先垫了现金', '30 个工作日', '病历资料', '社会保险经办条例', '报销的钱到哪里', '正式',
                  '当地规定没有录入', '12393')
        account = Guide(desk, 'alt+3', '个人账户')
        account.open()
        account.says('账户的钱能不能取', '账户能不能继承', '待核实', '账户为什么没有划入', '怎么转')
        life = Guide(desk, 'alt+4', '退休与年限')
        life.open()
        life.says('能不能两边都参保', '停保、断缴', '居民、职工、灵活就业')

        # another region is typed: its province has rules of its own
        life.page.press('alt+1')
        desk.press('alt+4')
        life = Guide(desk, 'alt+4', '退休与年限')
        life.page.go_to('参保地区', by='shift+Tab')
        life.page.press('ctrl+a')
        life.page.type('321000')
        life.page.press('Return')
        life.says('江苏省医疗保障经办政务服务事项办事指南', '15 个工作日', '省级规定')
        account = Guide(desk, 'alt+3', '个人账户')
        account.says('养老金核定表', '继承人身份证')
        desk.close(process)


main(sys.argv[1])
