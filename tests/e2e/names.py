# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the keyboard can come to has a name, on every page, behind every tab, in every dialog, in both languages.

What GTK opens by itself, its dialogs for files and printers, is left to GTK. The tree is small before there are pages:
so lists, the menu and dialogs come first.
"""
import os
import re
import sys

from atlib import act, find, find_all, focused, has, key, nameless, park_pointer, running, type_text, wait

# Person, born on, total cost, each with the number of times that Enter leads to it from the one before.
BILL = ((0, '1201'), (2, '19520318'), (8, '53600'))
# Actions of the window, and what they open besides it.
DIALOGS = ('win.print-preview', 'win.office', 'win.keeping', 'win.shortcuts', 'win.about', 'win.citizen')
PAGES = ('alt+2', 'alt+3', 'alt+4', 'alt+5', 'alt+6', 'alt+7', 'alt+8')


def check(where, root):
    left = nameless(root)
    assert not left, f'{where}: {left}'


def fill(application):
    for steps, typed in BILL:
        if steps:
            key(*['Return'] * steps)
        type_text(typed)
    wait(lambda: find(application, 'push button', '%'), 'the share of the funds')


def check_lists(application, language):
    """A list that is open under its field, the tabs of the cases kept, the menu."""
    key('F3', 'shift+Tab', 'shift+Tab', 'Down')
    wait(lambda: any(has(node, 'selectable') for node in find_all(application, 'list item')), 'the open list')
    check(f'{language}, an open list and tabs', application)
    key('Escape', 'F10')
    wait(lambda: find(application, 'menu', ''), 'the menu')
    check(f'{language}, the menu', application)
    key('Escape')


def check_dialogs(application, language):
    frame = find(application, 'frame')
    for dialog in DIALOGS:
        act(frame, dialog)
        window = wait(lambda: next(window for window in application if window != frame), dialog)
        assert not re.fullmatch('(Gtk.*)?', window.name), dialog
        check(f'{language}, {dialog}', window)
        if dialog == 'win.citizen':
            act(frame, dialog)
        else:
            key('Escape')
        wait(lambda: len(list(application)) == 1, f'{dialog} is closed')


def check_pages(application, language):
    """Every tab in turn, so that what is only made when it is seen is there; four plans side by side."""
    frame = find(application, 'frame')
    n_notebooks = 6
    key(*PAGES)
    wait(lambda: len(list(find_all(frame, 'page tab list'))) >= n_notebooks, 'the pages')
    for notebook in find_all(frame, 'page tab list'):
        for index in range(len(list(notebook))):
            notebook.querySelection().selectChild(index)
    more = find(frame, 'push button', '增加方案' if language == 'zh_CN' else 'More plans')
    act(more, 'click')
    act(more, 'click')
    check(f'{language}, pages', application)


def main(program):
    for language in ('zh_CN', 'en'):
        with running([program], env=dict(os.environ, LANGUAGE=language)) as (_, application):
            wait(lambda application=application: focused(application), 'the form')
            park_pointer()
            fill(application)
            check_dialogs(application, language)
            check_lists(application, language)
            check_pages(application, language)


main(sys.argv[1])
