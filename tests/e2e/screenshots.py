# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the real window for the documentation: screenshots.py PROGRAM FOLDER LOOK[,LOOK…] [NAME…]

Without NAME all pictures of the looks. See scripts/screenshots.
"""
import dataclasses
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from atlib import cells, find_all, running, wait, words
from desk import Page

# Fields in the order in which Enter goes through them; '' passes a field over.
CLIENT = ['1201', '', '19520318', '2', '5869', '1204.30', '', '', '20251020', '20251103', '53600', '1800', '1800']
FAMILY = ['', '', '', '', '', '', '配偶', '3000', '1', '', '子女', '500', '2']
LEVEL = ['', '', '', '', '05', '']
STATEMENT = ['53600', '1800', '', '1800', '50000', '650', '45808.50']
VISITS = [['20250301', '20250310', '', '', '36800', '1200', '2100', ''],
          ['20250601', '20250615', '', '05', '18000', '500', '900', '']]
FORGOTTEN = ['20250105', '20250110', '', '', '20000']
YEARS = ['1101', '19660115', 'male60', '240', '36']

# A still caret, so that two pictures of the same state are alike.
SETTINGS = '[Settings]\ngtk-cursor-blink=false\n'
LARGE = 'Xft.dpi: 192\n'    # 200 %


def settle():
    """Two pictures alike in a row: nothing is being drawn any more."""
    before = b''
    for _ in range(40):
        time.sleep(0.2)
        now = subprocess.run(['import', '-window', 'root', 'rgb:-'], check=True, capture_output=True).stdout
        if now == before:
            return
        before = now


def type_along(page, typed):
    """Types field by field, Enter between them; the last field is not left."""
    for value in typed[:-1]:
        if value:
            page.type(value)
        page.move_on('Return')
    page.type(typed[-1])


def shows(page, part):
    """Whether a table or list of the page holds part."""
    def held():
        page.page.clear_cache()    # else a table that was not there when it was first looked for never is
        tables = find_all(page.page, 'tree table')
        return any(part in cell for table in tables for row in cells(table)[1] for cell in row)
    wait(held, f'{part} on {page.title}')


def fill_estimate(page):
    type_along(page, CLIENT)
    shows(page, '45,217.00')


def spoil_estimate(page):
    page.press('shift+Tab', 'shift+Tab', 'ctrl+a')
    page.type('5x')
    wait(lambda: any('5x' in word or '“x”' in word for word in words(page.page)), 'the reason')


def mend_estimate(page):
    page.press('ctrl+a')
    page.type('53600')
    shows(page, '45,217.00')


def fill_ledger(page):
    """Two admissions, and one before them that was forgotten."""
    for visit in VISITS:
        type_along(page, visit)
        page.press('Return')
        page = Page(page.application, page.title)    # a row more
    page.press('Up', 'Up', 'Insert')
    page = Page(page.application, page.title)
    type_along(page, FORGOTTEN)
    shows(page, '-620.75')


def fill_account(page):
    type_along(page, FAMILY)
    shows(page, '110.00')


def fill_compare(page):
    type_along(page, LEVEL)
    shows(page, '(')


def fill_audit(page):
    type_along(page, STATEMENT)
    shows(page, '-650.00')


def fill_life(page):
    """From the kind of retirement, where the page begins, back over the day of birth to the kind of person."""
    page.move_on('shift+Tab')
    page.move_on('shift+Tab')
    type_along(page, YEARS)
    wait(lambda: page.says('2026-05'), 'the date')


def look_at_policy(page):
    shows(page, '110000-310')


# The pages in the order of the tour: (picture, keys, Chinese title, English title, what is done there).
ESTIMATE = ('待遇测算', 'Estimate')
STOPS = [
    ('ledger', 'alt+2', '年度台账', 'Ledger of the year', fill_ledger),
    ('account', 'alt+3', '个人账户', 'Personal account', fill_account),
    ('compare', 'alt+5', '方案对比', 'Compare plans', fill_compare),
    ('audit', 'alt+6', '复核对账', 'Audit a statement', fill_audit),
    ('policy', 'alt+7', '政策库', 'Policy library', look_at_policy),
    ('life', 'alt+4', '退休与年限', 'Retirement and years', fill_life),
]


@dataclasses.dataclass
class Look:
    """How the desktop is set for one tour: language, size of text, colours, size of the window."""
    english: bool = False
    resources: str = ''
    settings: str = ''
    size: tuple = ()
    names: tuple = ()    # only these pictures; all when empty


# What is seen elsewhere already is not taken again in other colours.
SOME = ('estimate-filled', 'ledger', 'compare', 'policy')
LOOKS = {
    'zh': Look(),
    'en': Look(english=True),
    'large-zh': Look(resources=LARGE),
    'dark-zh': Look(settings='gtk-application-prefer-dark-theme=1\n', names=SOME),
    'contrast-zh': Look(settings='gtk-theme-name=HighContrast\n', names=SOME),
    'contrast-dark-zh': Look(settings='gtk-theme-name=HighContrast\ngtk-application-prefer-dark-theme=1\n', names=SOME),
    'wide-zh': Look(size=(1920, 1080), names=SOME),
}


def write_file(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding='utf-8')


def make_desktop(folder, look):
    """The environment of a desktop that is set so; its files are in folder."""
    write_file(folder / 'gtk-4.0' / 'settings.ini', SETTINGS + look.settings)
    write_file(folder / 'resources', look.resources)
    if look.size:
        width, height = look.size
        write_file(folder / 'glib-2.0' / 'settings' / 'keyfile',
                   f'[org/mingsuan/Mingsuan]\nwindow-width={width}\nwindow-height={height}\n')
    return os.environ | {'LANGUAGE': 'en' if look.english else 'zh_CN', 'XENVIRONMENT': str(folder / 'resources'),
                         'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': str(folder), 'XDG_DATA_HOME': str(folder)}


class Tour:
    """One start of the program in one look, from page to page."""

    def __init__(self, program, folder, name, wanted):
        self.program, self.folder, self.name, self.look = program, folder, name, LOOKS[name]
        self.wanted = wanted or self.look.names

    def wants(self, name):
        return not self.wanted or name in self.wanted

    def shoot(self, name):
        if self.wants(name):
            settle()
            picture = self.folder / f'{name}-{self.name}.png'
            subprocess.check_call(['import', '-window', 'root', '-strip', str(picture)])

    def go(self):
        english = self.look.english
        with tempfile.TemporaryDirectory() as config:
            with running([self.program], env=make_desktop(pathlib.Path(config), self.look)) as (_, application):
                page = Page(application, ESTIMATE[english])
                self.shoot('estimate-empty')
                fill_estimate(page)
                self.shoot('estimate-filled')
                spoil_estimate(page)
                self.shoot('estimate-invalid')
                mend_estimate(page)
                for name, keys, *titles, fill in STOPS:
                    if self.wants(name):
                        stop = page.turn_to(keys, titles[english])
                        fill(stop)
                        self.shoot(name)


def main(program, folder, looks, *wanted):
    pictures = pathlib.Path(folder)
    pictures.mkdir(parents=True, exist_ok=True)
    for name in looks.split(','):
        Tour(program, pictures, name, wanted).go()


if __name__ == '__main__':
    main(*sys.argv[1:])
