# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the real window for the documentation: screenshots.py PROGRAM FOLDER (see scripts/screenshots)."""
import os
import pathlib
import subprocess
import sys
import time

from atlib import find, focused, key, running, type_text, wait

# The sample case, field by field as Enter goes; '' passes a field over.
CLIENT = ['1201', '', '19520318', '2', '5869', '1204.30', '', '', '20251020', '20251103', '53600', '1800', '1800']

PAGES = {'account': 'alt+3', 'life': 'alt+4', 'audit': 'alt+6', 'policy': 'alt+7'}


def settle():
    """Two pictures alike in a row: nothing is being drawn any more."""
    before = b''
    for _ in range(40):
        time.sleep(0.25)
        now = subprocess.run(['import', '-window', 'root', 'rgb:-'], check=True, capture_output=True).stdout
        if now == before:
            return
        before = now


def shoot(folder, name, language):
    settle()
    subprocess.check_call(['import', '-window', 'root', '-strip', str(folder / f'{name}-{language}.png')])


def enter(application, typed):
    before = focused(application).name
    if typed:
        type_text(typed)
    key('Return')
    wait(lambda: focused(application).name != before, f'Enter leaves {before}')


def tour(program, folder, language):
    env = os.environ | {'LANGUAGE': 'en' if language == 'en' else 'zh_CN'}
    with running([program], env=env) as (_, application):
        wait(lambda: focused(application), 'the keyboard in the form')
        shoot(folder, 'estimate-empty', language)
        for typed in CLIENT[:-1]:
            enter(application, typed)
        type_text(CLIENT[-1])
        wait(lambda: find(application, 'tree table'), 'the table')
        shoot(folder, 'estimate-filled', language)
        key('shift+Tab', 'shift+Tab')
        type_text('5x')
        shoot(folder, 'estimate-invalid', language)
        key('ctrl+a')
        type_text('53600')
        for name, keys in PAGES.items():
            before = focused(application).name
            key(keys)
            wait(lambda: (now := focused(application)) and now.name != before, f'{keys} turns to {name}')
            shoot(folder, name, language)


if __name__ == '__main__':
    pictures = pathlib.Path(sys.argv[2])
    pictures.mkdir(parents=True, exist_ok=True)
    for spoken in ('zh', 'en'):
        tour(sys.argv[1], pictures, spoken)
