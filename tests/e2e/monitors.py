# SPDX-License-Identifier: GPL-3.0-or-later
"""客户屏 on a counter with two screens and a window manager: it fills the client's screen, the keyboard stays
with the clerk, and a screen that is unplugged takes nothing with it."""
import re
import subprocess
import sys

from atlib import find, find_all, key, running, wait, words
from desk import CASES, Desk, fen, load_case
from two_screens import CLERK, CLIENT, plug, unplug

COUNTER, SCREEN = '医保明算', '客户屏'
CLERK_AREA, CLIENT_AREA = (0, 0, 1366, 768), (1366, 0, 1280, 800)


def ask(*argv):
    return subprocess.run(argv, check=True, capture_output=True, text=True).stdout


def identify(title):
    """The X window of that title, or None."""
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title}$'], check=False,
                           capture_output=True, text=True).stdout.split()
    return found[0] if found else None


def area(title):
    """Where the window stands, without its frame: x, y, width, height."""
    said = ask('xwininfo', '-id', identify(title))
    return tuple(int(re.search(rf'{name}: +(-?\d+)', said)[1])
                 for name in ('Absolute upper-left X', 'Absolute upper-left Y', 'Width', 'Height'))


def is_full_screen(title):
    return '_NET_WM_STATE_FULLSCREEN' in ask('xprop', '-id', identify(title), '_NET_WM_STATE')


def is_inside(inner, outer):
    return outer[0] <= inner[0] and inner[0] + inner[2] <= outer[0] + outer[2] and \
        outer[1] <= inner[1] and inner[1] + inner[3] <= outer[1] + outer[3]


def has_keyboard(title):
    return int(ask('xdotool', 'getwindowfocus')) == int(identify(title))


def on_top():
    """The number of the uppermost window."""
    return int(ask('xprop', '-root', '_NET_CLIENT_LIST_STACKING').split()[-1], 16)


def is_ordinary():
    """A window with a frame on the clerk's screen."""
    return not is_full_screen(SCREEN) and is_inside(area(SCREEN), CLERK_AREA)


def fills_second_screen():
    return is_full_screen(SCREEN) and area(SCREEN) == CLIENT_AREA


class Counter:
    """The counter's window and, while it is open, the client's."""

    def __init__(self, application):
        self.application = application
        self.desk = Desk(application)

    def client(self):
        return find(self.application, 'frame', SCREEN)

    def shown(self, part):
        screen = self.client()
        screen.clear_cache()
        return any(part in word for word in words(screen))

    def open(self):
        key('F11')
        wait(self.client, 'the second window')
        wait(lambda: identify(SCREEN), 'the second window on the screen')

    def close(self):
        key('F11')
        wait(lambda: not find_all(self.application, 'frame', SCREEN), 'closed by the same key')
        wait(lambda: not identify(SCREEN), 'gone from the screen')
        wait(lambda: has_keyboard(COUNTER), 'the keyboard is back')

    def type_total(self, typed, shown):
        """Into whatever has the keyboard: it lands in the counter's form and is seen by the client."""
        self.desk.press('ctrl+a')
        self.desk.type(typed)
        wait(lambda: self.desk.totals().get('金额') == shown, f'{shown} in the table of the clerk')
        wait(lambda: self.shown(shown), f'{shown} on the screen of the client')


def check_two_screens(counter):
    """What is typed lands in the counter's window and shows on both."""
    case = load_case(CASES / 'beijing' / 'retired-50000.json')
    counter.open()
    wait(fills_second_screen, lambda: f'the whole of the second screen, not {area(SCREEN)}')
    assert is_inside(area(COUNTER), CLERK_AREA), area(COUNTER)
    wait(lambda: has_keyboard(COUNTER), 'the keyboard stays with the clerk')
    counter.desk.fill_case(case['case'])
    wait(counter.desk.totals, 'the table of the clerk')
    own = fen(case['expect']['psn_part_amt'])
    wait(lambda: counter.shown(f'{own // 100:,}.{own % 100:02}'), 'what the client pays')
    counter.desk.go_to('总费用', by='shift+Tab')
    counter.type_total('61234.56', '61,234.56')
    assert has_keyboard(COUNTER)


def check_unplugged(counter):
    """Without the client's screen it is an ordinary window behind the counter's; then it goes there again."""
    unplug(CLIENT)
    wait(is_ordinary, lambda: f'an ordinary window on the screen that is left, not {area(SCREEN)}')
    wait(lambda: has_keyboard(COUNTER) and on_top() == int(identify(COUNTER)), 'the counter in front')
    counter.type_total('62345.67', '62,345.67')
    plug(CLIENT)
    wait(fills_second_screen, lambda: f'the second screen again, not {area(SCREEN)}')
    wait(lambda: has_keyboard(COUNTER), 'the keyboard stays with the clerk')
    counter.type_total('63456.78', '63,456.78')
    counter.close()


def check_one_screen(counter):
    """Opened with one screen only: an ordinary window that has the keyboard, and F11 closes it from there."""
    unplug(CLIENT)
    counter.open()
    wait(is_ordinary, lambda: f'an ordinary window, not {area(SCREEN)}')
    wait(lambda: has_keyboard(SCREEN), 'it is in front')
    counter.close()


def check_clerk_at_the_right(counter):
    """The client's is the screen that the counter's window is not on."""
    plug(CLIENT)
    ask('xdotool', 'windowmove', identify(COUNTER), str(CLIENT_AREA[0]), '20')
    wait(lambda: area(COUNTER)[0] >= CLIENT_AREA[0], 'the counter on the second screen')
    counter.open()
    wait(lambda: is_full_screen(SCREEN) and area(SCREEN) == CLERK_AREA,
         lambda: f'the first screen, not {area(SCREEN)}')
    wait(lambda: has_keyboard(COUNTER), 'the keyboard stays with the clerk')
    unplug(CLERK)
    wait(lambda: not is_full_screen(SCREEN), 'an ordinary window')
    counter.close()


def main(program):
    wait(lambda: 'window id' in ask('xprop', '-root', '_NET_SUPPORTING_WM_CHECK'), 'the window manager')
    with running([program]) as (process, application):
        counter = Counter(application)
        wait(lambda: has_keyboard(COUNTER), 'the keyboard')
        for check in (check_two_screens, check_unplugged, check_one_screen, check_clerk_at_the_right):
            check(counter)
        counter.desk.close(process)


main(sys.argv[1])
