# SPDX-License-Identifier: GPL-3.0-or-later
"""The history file is damaged, newer, on a full or a read-only disk: the estimate works all the same, the window says
what is wrong, and not a byte of the file is changed."""
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from atlib import key, running, wait, words
from desk import CASES, Desk, fen, load_case
from history import History

NEWER = 'CREATE TABLE estimate (x); PRAGMA application_id = 1298755175; PRAGMA user_version = 99;'


def make_damaged(path):
    path.write_bytes(b'SQLite format 3\0' + bytes(range(256)) * 64)


def make_newer(path):
    with sqlite3.connect(path) as db:
        db.executescript(NEWER)
    db.close()


def make_full(path):
    """A disk of its own that holds nothing more."""
    subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path.parent], check=True, capture_output=True)
    with open(path.parent / 'ballast', 'wb', buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(4096))
        except OSError:
            pass


def make_read_only(path):
    subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=1m,ro', 'tmpfs', path.parent], check=True, capture_output=True)


FAULTS = [(make_damaged, '已损坏'), (make_newer, '更新版本'), (make_full, '已满'), (make_read_only, '只读')]


def content(path):
    """What is in the file; an empty one, made before the disk said no, is as good as none."""
    return path.read_bytes() if path.exists() else b''


def try_window(program, folder, path, verdict):
    before = content(path)
    case = load_case(CASES / 'beijing' / 'retired-50000.json')
    with running([program], home=str(folder)) as (process, application):
        desk = Desk(application)
        desk.fill_case(case['case'])
        total = fen(case['case']['visits'][0]['medfee_sumamt'])
        wait(lambda: (t := desk.totals()) and fen(t['金额']) == total, 'the answer')
        desk.press('ctrl+s')
        wait(lambda: any('未保存' in word and verdict in word for word in words(application)), f'not kept: {verdict}')
        key('alt+8')
        history = History(application)
        history.says(verdict)
        assert not history.rows()
        key('alt+1')
        wait(desk.focused, 'the form')
        assert fen(desk.totals()['金额']) == total
        desk.next_client()
        desk.close(process)
    assert content(path) == before


def main(program):
    for make, verdict in FAULTS:
        with tempfile.TemporaryDirectory(prefix='mingsuan-faults-') as folder:
            path = pathlib.Path(folder, 'data', 'mingsuan', 'mingsuan.db')
            path.parent.mkdir(parents=True)
            try:
                make(path)
            except subprocess.CalledProcessError:
                print(f'{make.__name__}: mounting a disk takes root; not tried')
                continue
            try:
                try_window(program, folder, path, verdict)
            finally:
                if os.path.ismount(path.parent):
                    subprocess.run(['umount', path.parent], check=True)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
