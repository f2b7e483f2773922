# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people answer for a policy pack at the window: the first puts it forward, only a second one can approve it."""
import sys

from atlib import FIELD_ROLES, find, has, key, nodes, running, type_text, unnamed, wait, words
from desk import Desk, find_page


def says(page, part):
    return wait(lambda: any(part in word for word in words(page)), part)


def sign(page, name, mnemonic):
    key('alt+n')
    wait(lambda: any(has(node, 'focused') for node in nodes(page)
                     if node.getRoleName() in FIELD_ROLES and '您的姓名' in node.name), 'the keyboard in the name')
    key('ctrl+a', 'BackSpace')
    type_text(name)
    key(f'alt+{mnemonic}')


def main(program):
    with running([program]) as (process, application):
        desk = Desk(application)
        key('alt+7')
        page = wait(lambda: find_page(application, '政策库'), 'the page')
        tab = wait(lambda: find(page, 'page tab', '复核'), 'the tab')
        tab.parent.querySelection().selectChild(tab.getIndexInParent())
        says(page, '还没有两人提交、复核')
        assert not unnamed(page), unnamed(page)
        sign(page, 'chen', 'p')
        says(page, '还没有人提交')
        sign(page, 'chen', 'u')
        says(page, '已提交，记入日志')
        says(page, '待另一人复核')
        sign(page, 'Chen', 'p')
        says(page, '须由另一人复核')
        sign(page, 'li', 'p')
        says(page, '已复核通过')
        says(page, 'li')
        desk.close(process)


if __name__ == '__main__':
    main(sys.argv[1])
