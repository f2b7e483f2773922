# SPDX-License-Identifier: GPL-3.0-or-later
"""An identity number is typed and the estimate kept: the number is in no file, not after F2 and not after the end.

Once as the program comes, once with the keeping of numbers turned on: then it is encrypted. All folders that a
program may write to by itself are the test's own, and every byte in them is searched.
"""
import os
import pathlib
import sys
import tempfile

from atlib import FIELD_ROLES, focus_window, has, key, nodes, running, text, type_text, unnamed, wait, words
from desk import CASES, Desk, choose_in_menu, load_case
from history import History, turn_to_history

NUMBER = '11010519491231002X'
BARE = NUMBER[:-1]
MASKED = '110105**********2X'
NAME = 'Zhang San'
PASSPHRASE = 'korrekt pferd'
NEXT_PASSPHRASE = 'batterie heftklammer'
# As text, as text of two bytes a character, and as the middle that a mask must hide.
FORMS = [BARE.encode(), BARE.encode('utf-16-le'), BARE.encode('utf-32-le'), b'19491231002']


def make_home(folder):
    """An environment in which every place a program may write to is inside folder."""
    places = {'HOME': '', 'XDG_CONFIG_HOME': 'config', 'XDG_CACHE_HOME': 'cache', 'XDG_STATE_HOME': 'state',
              'XDG_DATA_HOME': 'data', 'TMPDIR': 'tmp'}
    env = dict(os.environ, GSETTINGS_BACKEND='keyfile')
    for name, place in places.items():
        env[name] = str(folder / place)
        (folder / place).mkdir(exist_ok=True)
    return env


def files_with(folder, needles):
    found = []
    for path in folder.rglob('*'):
        if path.is_file():
            content = path.read_bytes()
            found += [(str(path), needle) for needle in needles if needle in content]
    return found


def check_process(process):
    """No core file, whatever happens: one byte, at which no collecting program is started either."""
    limits = pathlib.Path(f'/proc/{process.pid}/limits').read_text(encoding='ascii')
    line = next(line for line in limits.splitlines() if line.startswith('Max core file size'))
    assert line.split()[4:6] == ['1', '1'] or line.split()[4:6] == ['0', '0'], line


def fill(desk):
    case = load_case(CASES / 'beijing' / 'retired-50000.json')['case']
    desk.fill({'人员类别': '1201', '身份证号': NUMBER})
    desk.press('Tab')
    wait(lambda: text(desk.field('身份证号')) == MASKED, 'the number is masked')
    desk.go_to('人员类别', by='shift+Tab')
    case['person'].pop('brdy', None)
    case['person'].pop('age', None)
    desk.fill_case(case)
    wait(lambda: desk.totals(), 'the answer')


def assert_no_word(application, parts):
    """Nothing that a screen reader could say holds one of parts."""
    left = [word for word in words(application) if any(part in word for part in parts)]
    assert not left, left


def check_default(program, folder):
    env = make_home(folder)
    with running([program], env=env, home=str(folder)) as (process, application):
        check_process(process)
        desk = Desk(application)
        fill(desk)
        desk.press('ctrl+s')
        wait(lambda: any('已保存' in word for word in words(application)), 'kept')
        history = turn_to_history(application)
        wait(lambda: len(history.rows()) == 1, 'the row')
        assert history.rows()[0]['姓名和证号'] in ('', 'GtkLabel'), history.rows()
        assert not files_with(folder, FORMS), files_with(folder, FORMS)
        key('alt+1')
        wait(desk.focused, 'the form')
        desk.next_client()
        assert_no_word(application, (BARE, '19491231', MASKED))
        assert not files_with(folder, FORMS), files_with(folder, FORMS)
        desk.close(process)
    assert (folder / 'data' / 'mingsuan' / 'mingsuan.db').stat().st_size > 0
    assert not files_with(folder, FORMS), files_with(folder, FORMS)


def change_passphrase(window):
    """While it is open: the next one twice."""
    for again, verdict in (('something else', '两次口令不一样'), (NEXT_PASSPHRASE, '已更换')):
        key('alt+p')
        key('ctrl+a', 'BackSpace')
        type_text(NEXT_PASSPHRASE)
        key('alt+o')
        key('ctrl+a', 'BackSpace')
        type_text(again)
        key('alt+h' if again == NEXT_PASSPHRASE else 'Return')
        wait(lambda: any(verdict in word for word in words(window)), verdict)


def unlock(application):
    """In another run of the program: the first passphrase opens nothing any more."""
    window = choose_in_menu(application, '保存设置')
    wait(lambda: any('现在锁着' in word for word in words(window)), 'locked')
    for passphrase, verdict in ((PASSPHRASE, '口令不对'), (NEXT_PASSPHRASE, '已解锁')):
        key('alt+p')
        type_text(passphrase)
        key('Return')
        wait(lambda: any(verdict in word for word in words(window)), verdict)
    key('Escape')
    wait(lambda: len(list(application)) == 1, 'the window is closed')
    focus_window()


def turn_on(application):
    window = choose_in_menu(application, '保存设置')
    fields = [node for node in nodes(window) if node.getRoleName() in FIELD_ROLES + ('password text',)]
    wait(lambda: any(has(node, 'focused') for node in fields), 'the keyboard in the window')
    assert not unnamed(window), unnamed(window)
    key('alt+p')
    type_text(PASSPHRASE)
    key('alt+o')
    type_text('something else')
    key('Return')
    wait(lambda: any('两次口令不一样' in word for word in words(window)), 'a slip is told')
    key('alt+p')
    type_text(PASSPHRASE)
    key('alt+o')
    type_text(PASSPHRASE)
    key('Return')
    wait(lambda: any('已启用' in word for word in words(window)), 'turned on')
    change_passphrase(window)
    assert not {PASSPHRASE, NEXT_PASSPHRASE} & set(words(application))
    key('Escape')
    wait(lambda: len(list(application)) == 1, 'the window is closed')
    focus_window()
    key('alt+1')


def check_turned_on(program, folder):
    env = make_home(folder)
    needles = FORMS + [PASSPHRASE.encode(), NEXT_PASSPHRASE.encode()]
    with running([program], env=env, home=str(folder)) as (process, application):
        desk = Desk(application)
        turn_on(application)
        wait(desk.focused, 'back in the form')
        fill(desk)
        history = turn_to_history(application)
        history.says('只在您要求时保存；身份号码加密')
        key('alt+n')
        wait(lambda: has(history.field('姓名'), 'focused'), 'the name')
        type_text(NAME)
        key('Return')
        wait(lambda: [row['姓名和证号'] for row in history.rows()] == [f'{NAME} {MASKED}'], 'the masked number in the list')
        assert not files_with(folder, needles), files_with(folder, needles)
        assert files_with(folder, [NAME.encode()]), 'the name that was typed to be kept is kept'
        key('F2')
        wait(lambda: not history.rows(), 'nothing after F2')
        assert_no_word(application, (BARE, '19491231', MASKED, NAME))
        desk.close(process)
    assert not files_with(folder, needles), files_with(folder, needles)
    with running([program], env=env, home=str(folder)) as (process, application):
        history = History(application)    # the page of last time
        wait(lambda: [row['姓名和证号'] for row in history.rows()] == [f'{NAME} 证号已加密'], 'sealed')
        unlock(application)
        wait(lambda: [row['姓名和证号'] for row in history.rows()] == [f'{NAME} {MASKED}'], 'to be read again')
        key('alt+1')
        Desk(application).close(process)


def main(program):
    for check in (check_default, check_turned_on):
        with tempfile.TemporaryDirectory(prefix='mingsuan-privacy-') as folder:
            check(program, pathlib.Path(folder))


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
