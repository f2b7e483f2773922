#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command on an X server of its own: two screens side by side and a window manager, as counters have.

two_screens.py COMMAND…; ends with 77 and the reason where such a server cannot be had.
"""
import contextlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

CONFIGURATION = pathlib.Path(__file__).with_name('two-screens.conf')
PROGRAMS = ('Xorg', 'openbox', 'xrandr', 'xwininfo', 'xprop')
MODES = {'1366x768': '85.25 1366 1440 1576 1784 768 771 781 798',
         '1280x800': '83.50 1280 1352 1480 1680 800 803 809 831'}
# The clerk's, and the client's to the right of it.
CLERK, CLIENT = ('DUMMY0', '1366x768'), ('DUMMY1', '1280x800')
SKIPPED = 77


def skip(reason):
    print(f'跳过 · skipped: {reason}')
    sys.exit(SKIPPED)


def xrandr(*arguments):
    subprocess.run(['xrandr', *arguments], check=True, capture_output=True, text=True)


def plug(output):
    """Switches an output on: the clerk's at the left, the client's to the right of it."""
    name, mode = output
    xrandr('--output', name, '--mode', mode, *(['--pos', '0x0', '--primary'] if output is CLERK else
                                               ['--right-of', CLERK[0]]))
    xrandr('--query')    # an output counts as connected when the server has looked again


def unplug(output):
    xrandr('--output', output[0], '--off')


@contextlib.contextmanager
def started(argv, **options):
    process = subprocess.Popen(argv, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


@contextlib.contextmanager
def server(folder):
    """An X server on a display that is free; DISPLAY names it."""
    reading, writing = os.pipe()
    log = os.path.join(folder, 'Xorg.log')
    argv = ['Xorg', '-displayfd', str(writing), '-config', str(CONFIGURATION), '-configdir', folder,
            '-logfile', log, '-noreset', '-nolisten', 'tcp', '-novtswitch', '-sharevts']
    with open(os.path.join(folder, 'Xorg.out'), 'w+', encoding='utf-8') as out:
        with started(argv, pass_fds=[writing], stdout=out, stderr=out):
            os.close(writing)
            with open(reading, encoding='ascii') as answer:
                number = answer.readline().strip()    # nothing when the server ends before it is ready
            if not number:
                out.seek(0)
                said = [line.strip() for line in out if '(EE)' in line or 'rror' in line]
                skip(f'Xorg does not start with the dummy driver: {" ".join(said)[:400]}')
            os.environ['DISPLAY'] = f':{number}'
            yield


def set_screens_up():
    for mode, timing in MODES.items():
        xrandr('--newmode', mode, *timing.split())
    for name, mode in (CLERK, CLIENT):
        xrandr('--addmode', name, mode)
    plug(CLERK)
    plug(CLIENT)


def main(argv):
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing:
        skip(f'not installed: {", ".join(missing)}')
    with tempfile.TemporaryDirectory(prefix='mingsuan-screens-') as folder:
        with server(folder):
            try:
                set_screens_up()
            except subprocess.CalledProcessError as error:
                skip(f'the dummy driver gives no second screen: {error.stderr.strip()}')
            with started(['openbox', '--sm-disable'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
                return subprocess.call(argv)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
