# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window remembers from one start to the next, and how amounts, regions and keys may be typed."""
import os
import pathlib
import subprocess
import sys
import tempfile

from atlib import find, focus_window, running, text, wait, words
from desk import Desk, Page

# Amounts as they come from a table, a web page, a Chinese keyboard or somebody in a hurry; all are 53,600.00.
AMOUNTS = ('¥53,600.00', ' 53 600.00 ', '5.36万', '５３，６００．００', '￥ 5.36 万', '53600元')
REGIONS = ('yt', '烟台', '370600', 'YT')
KEYS = {'window-width', 'window-height', 'window-maximized', 'last-region', 'last-page', 'text-size'}
SIZE = 1240, 720


def size_of(application):
    extents = find(application, 'frame').queryComponent().getExtents(0)
    return extents.width, extents.height


def wait_still(application):
    """The size that the window keeps: the same twice."""
    seen = []

    def still():
        seen.append(size_of(application))
        return seen[-1] if seen[-2:-1] == seen[-1:] else None
    return wait(still, 'a size that stays')


def check_regions(desk):
    """A code, a name or initials: the list closes with Enter and the rules are those of the place."""
    for typed in REGIONS:
        desk.go_to('参保地区', by='shift+Tab')
        desk.press('ctrl+a')
        desk.type(typed)
        desk.press('Return')
        wait(lambda: '370600' in text(desk.field('参保地区')), f'{typed} is Yantai')
        wait(lambda: any('烟台市' in word for word in words(desk.application)), 'whose rules')
        desk.go_to('参保地区', by='shift+Tab')
        desk.press('ctrl+a')
        desk.type('110000')
        desk.press('Return')
        wait(lambda: '110000' in text(desk.field('参保地区')), 'Beijing again')


def check_pasting(desk):
    """The same amount in every dress, typed where any text goes, cut there and pasted into the bill."""
    desk.go_to('人员类别')
    desk.fill({'人员类别': '1201', '出生日期': '19520318', '总费用': '1'})
    family = desk.turn_to('alt+3', '个人账户')
    for amount in AMOUNTS:
        family.go_to('关系 1')
        family.press('ctrl+a')
        family.type(amount)
        wait(lambda: text(family.field('关系 1')).strip() == amount.strip(), f'{amount} to copy')
        family.press('ctrl+a', 'ctrl+x')
        family.press('alt+1')
        desk.go_to('总费用')
        desk.press('ctrl+a', 'ctrl+v')
        wait(lambda: desk.totals().get('金额') == '53,600.00', f'{amount} is 53,600.00 while still in the field')
        desk.move_on('Tab')
        wait(lambda: text(desk.field('总费用')) == '53,600.00', f'{amount} reads 53,600.00 when it is left')
        desk.press('shift+Tab', 'ctrl+a', 'BackSpace')
        wait(lambda: not desk.totals(), 'no bill')
        desk.press('alt+3')
        wait(family.focused, 'back')


def check_keys_over_list(desk):
    """A list that is open swallows no key that turns the page, and F2 forgets as ever."""
    desk.press('alt+1')
    wait(desk.focused, 'the form')
    for keys, title in (('alt+5', '方案对比'), ('F5', '方案对比'), ('alt+KP_3', '个人账户'), ('alt+7', '政策库')):
        desk.go_to('人员类别', by='shift+Tab')
        desk.press('Down', 'Down')
        desk.turn_to(keys, title)
        desk.press('alt+1')
        wait(desk.focused, 'the form again')
    desk.go_to('人员类别', by='shift+Tab')
    desk.press('Down')
    desk.next_client()
    wait(lambda: text(desk.field('人员类别')) == '', 'nobody')
    assert desk.where() == '人员类别'


def check_first(program, env):
    with running([program], env=env, home=env['HOME']) as (process, application):
        desk = Desk(application)
        usual = size_of(application)
        focus_window()
        check_regions(desk)
        check_pasting(desk)
        check_keys_over_list(desk)
        subprocess.check_call(['xdotool', 'search', '--name', '医保明算', 'windowsize', *map(str, SIZE)])
        wait(lambda: size_of(application) != usual, 'another size')
        size = wait_still(application)
        desk.fill({'人员类别': '1201', '出生日期': '19520318', '总费用': '53600'})
        desk.go_to('参保地区', by='shift+Tab')
        desk.press('ctrl+a')
        desk.type('yt')
        desk.press('Return')
        wait(lambda: '370600' in text(desk.field('参保地区')), 'Yantai')
        desk.turn_to('alt+6', '复核对账').close(process)
    return size


def check_second(program, env, size):
    """Size, region and page are as they were; of the person there is nothing, on the screen or on the disk."""
    settings = pathlib.Path(env['XDG_CONFIG_HOME'], 'glib-2.0', 'settings', 'keyfile').read_text(encoding='utf-8')
    kept = {line.split('=')[0] for line in settings.splitlines() if '=' in line}
    assert kept <= KEYS and {'last-region', 'last-page', 'window-width'} <= kept, settings
    assert '1952' not in settings and '53' not in settings.replace('370600', ''), settings
    with running([program], env=env, home=env['HOME']) as (process, application):
        page = Page(application, '复核对账')
        wait(lambda: size_of(application) == size, lambda: f'{size}, but {size_of(application)}')
        assert '370600' in text(page.field('参保地区')), text(page.field('参保地区'))
        assert text(page.field('总费用')) == '' and text(page.field('人员类别')) == ''
        page.close(process)


def main(program):
    with tempfile.TemporaryDirectory(prefix='mingsuan-memory-') as folder:
        env = dict(os.environ, GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=os.path.join(folder, 'config'), HOME=folder)
        check_second(program, env, check_first(program, env))


main(sys.argv[1])
