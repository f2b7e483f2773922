# SPDX-License-Identifier: GPL-3.0-or-later
"""The library of policies by keyboard: figures and their documents, the line of time, what changes between two
versions, the folder, and packs that were changed on the disk meanwhile."""
import json
import os
import pathlib
import shutil
import sys
import tempfile

from atlib import cells, find, find_all, focus_window, has, nodes, running, wait, words
from desk import Desk

OPENER = '''[Desktop Entry]
Type=Application
Name=Folders
Exec=/bin/sh -c 'echo "$0" > {note}' %u
MimeType=inode/directory;
'''


def make_home(place):
    """Policies of its own, and a desktop in which one program opens folders: it only notes which."""
    shutil.copytree(os.environ['MING_DATADIR'], place / 'data')
    applications = place / 'applications'
    applications.mkdir()
    (applications / 'folders.desktop').write_text(OPENER.format(note=place / 'opened'), encoding='utf-8')
    (applications / 'mimeapps.list').write_text('[Default Applications]\ninode/directory=folders.desktop\n',
                                                encoding='utf-8')
    return dict(os.environ, MING_DATADIR=str(place / 'data'), XDG_DATA_DIRS=f'{place}:/usr/local/share:/usr/share')


class Library:
    """The page and what stands on it."""

    def __init__(self, desk):
        self.page = desk.turn_to('alt+7', '政策库')
        self.press = self.page.press
        self.packs = wait(lambda: find(self.page.page, 'tree table', '政策包'), 'the packs')

    def keyboard(self):
        return wait(lambda: next((node for node in nodes(self.page.page) if has(node, 'focused')), None),
                    'the keyboard')

    def tab_to(self, role, name=''):
        for _ in range(12):
            at = self.keyboard()
            if at.getRoleName() == role and name in at.name:
                return at
            self.press('Tab')
            wait(lambda at=at: not has(at, 'focused'), 'Tab moves on')
        raise AssertionError(f'Tab never comes to {role} {name}')

    def turn_tab(self, name):
        """To the row of tabs, and one to the right."""
        self.tab_to('panel', '说明')
        self.press('Right')
        wait(lambda: any(has(tab, 'selected') for tab in find_all(self.page.page, 'page tab', name)), f'the tab {name}')

    def search(self, typed, first):
        self.press('alt+1', 'alt+7')
        wait(self.page.focused, 'the keyboard in the search')
        self.press('ctrl+a')
        self.page.type(typed)
        wait(lambda: (lines := cells(self.packs)[1]) and lines[0][1] == first, f'{first} for {typed}')


def check_search(library):
    """By code, initials and name; nothing found says so."""
    for typed, first in (('370600', '370600-310'), ('yt', '370600-310'), ('烟台', '370600-310'), ('sz', '440300-310')):
        library.search(typed, first)
    library.press('ctrl+a')
    library.page.type('zzzz')
    wait(lambda: not cells(library.packs)[1], 'nothing is called so')


def check_figures(library):
    """Tab goes past a table, the arrows go through it; the document of a figure is in full below."""
    library.search('110000', '110000-310')
    library.tab_to('table row', '110000-310')
    library.press('Down')
    wait(lambda: '110000-390' in library.keyboard().name, 'the arrow goes to the next pack')
    library.press('Up')
    wait(lambda: any('缴费基数' in row['项目'] for row in library.page.rows_of('政策包的数字')), 'the figures of the first')
    library.press('Tab', 'Tab')
    row = library.tab_to('table row')
    wait(lambda: '缴费基数' in row.name, 'the first figure')
    library.press('Down', 'space')
    wait(lambda: library.page.says('《'), 'the documents of the figure')
    library.press('shift+Tab')
    wait(lambda: library.keyboard().getRoleName() == 'panel', 'the way back is as short')


def check_versions(library):
    """Old to new, each with its days and whether it has lapsed."""
    library.turn_tab('版本时间线')
    rows = wait(lambda: library.page.rows_of('版本时间线'), 'the versions')
    limits = [row for row in rows if '缴费基数' in row['规则']]
    days = [row['起'] for row in limits]
    assert len(days) > 2 and days == sorted(days), limits
    assert {'已失效', '现行'} <= {row['状态'] for row in limits}, limits
    for before, after in zip(limits, limits[1:]):
        assert before['止'] < after['起'], (before, after)
    return limits


def check_changes(library, limits):
    """The two days on both sides of a change of versions: old value, new value, document."""
    library.turn_tab('变化对比')
    library.tab_to('text', '从')
    library.page.type(limits[-2]['止'].replace('-', ''))
    library.press('Tab')
    wait(lambda: '到' in library.keyboard().name, 'the second day')
    library.page.type(limits[-1]['起'].replace('-', ''))
    changes = find(library.page.page, 'list', '变化')
    wait(lambda: any('缴费基数' in word and '→' in word for word in words(changes)), lambda: list(words(changes)))
    library.press('ctrl+a')
    library.page.type('2026')
    wait(lambda: library.page.says('输入两个日期'), 'half a day is asked for, not computed')


def check_folder(library, place):
    library.search('110000', '110000-310')
    library.tab_to('push button', '打开文件夹')
    library.press('space')
    opened = place / 'opened'
    wait(lambda: opened.exists() and 'policies' in opened.read_text(encoding='utf-8'), 'the folder is opened')
    assert str(place / 'data' / 'policies') in opened.read_text(encoding='utf-8')


def check_reload(library, place):
    """A figure changed on the disk is there after Ctrl+R; a pack that is spoilt is named, the others go on."""
    path = place / 'data' / 'policies' / '370600-310.json'
    good = path.read_text(encoding='utf-8')
    assert '"own": "2%"' in good

    def values():
        return [row['数值'] for row in library.page.rows_of('政策包的数字')]
    library.search('yt', '370600-310')
    library.tab_to('table row', '370600-310')
    library.press('space')
    wait(lambda: '2 %' in values(), 'the figure as it was')
    path.write_text(good.replace('"own": "2%"', '"own": "3%"'), encoding='utf-8')
    library.press('ctrl+r')
    wait(lambda: '3 %' in values() and '2 %' not in values(), 'the figure as it is')
    path.write_text(json.dumps(json.loads(good) | {'spoilt': 1}), encoding='utf-8')
    library.press('ctrl+r')
    wait(lambda: any('370600-310.json' in node.name and 'spoilt' in node.name
                     for node in find_all(library.page.application, 'label')), 'which file is spoilt, and where')
    library.search('370600', '370600-390')
    path.write_text(good, encoding='utf-8')
    library.press('ctrl+r')
    wait(lambda: cells(library.packs)[1][0][1] == '370600-310', 'mended')


def main(program):
    with tempfile.TemporaryDirectory(prefix='mingsuan-library-') as folder:
        place = pathlib.Path(folder)
        with running([program], env=make_home(place), home=folder) as (process, application):
            desk = Desk(application)
            focus_window()
            library = Library(desk)
            check_search(library)
            check_figures(library)
            limits = check_versions(library)
            check_changes(library, limits)
            check_folder(library, place)
            check_reload(library, place)
            library.press('alt+1')
            wait(desk.focused, 'the form')
            desk.close(process)


main(sys.argv[1])
