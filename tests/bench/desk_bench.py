# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to open, beside another program, and how many keys five usual cases take.

desk_bench.py PROGRAM FOLDER: FOLDER is where Xvfb keeps its picture (-fbdir). See scripts/bench-desk.
"""
import os
import statistics
import subprocess
import sys
import time

from atlib import running, wait
from desk import CASES, Desk, fen, fields_of, load_case
from screen import Screen, watch_start

STARTS = 10
BESIDE = 'gnome-calculator'

# Running totals by the layer of the case, as the form calls them.
SO_FAR = {'pool': '统筹基金已付', 'large': '大额医疗费用互助已付'}

# What the client asks, the case, and which of its expected figures is the answer.
QUESTIONS = [
    ('每月划入多少', 'credit-retired-70', 'credit_month'),
    ('退休人员第一次住院', 'retired-50000', 'hifp_pay'),
    ('在职人员第二次住院', 'active-second-stay-50000', 'hifp_pay'),
    ('统筹封顶以后', 'large-retired', 'hifob_pay'),
    ('普通门诊', 'outpatient-1800-plus', 'hifob_pay'),    # last: the kind of care stays for the next client
]


def start_once(argv, screen):
    """Seconds to the first frame with content, to the last change, and of processor time until then."""
    process, first, rest = watch_start(screen, lambda: subprocess.Popen(argv, stderr=subprocess.DEVNULL))
    process.terminate()
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return first, rest, used.ru_utime + used.ru_stime


def measure_starts(programs, screen):
    """Turn about, so that a busy moment of the machine meets both; the first start of each only warms up."""
    taken = {argv[0]: [] for argv in programs}
    for _ in range(STARTS + 1):
        for argv in programs:
            taken[argv[0]].append(start_once(argv, screen))
            time.sleep(0.3)
    for name, times in taken.items():
        first, rest, used = (statistics.median(column) for column in zip(*times[1:]))
        slowest = max(row[0] for row in times[1:])
        print(f'{os.path.basename(name):18} first frame {first:5.2f} s (slowest {slowest:5.2f})   '
              f'at rest {rest:5.2f} s   processor {used:5.2f} s   median of {STARTS} starts', flush=True)


def typed_for(case):
    """What the clerk types: a date of birth instead of an age, the stays so far instead of their number."""
    typed = fields_of(case)
    born = int(case['date'][:4]) - int(typed.pop('年龄'))
    typed |= {'出生日期': f'{born}0101'}
    if '第几次' in typed:
        typed['已住院'] = str(int(typed.pop('第几次')) - 1)
    for layer, counters in case.get('year', {}).get('counters', {}).items():
        typed[SO_FAR[layer]] = counters['paid']
    return {name: value.replace('-', '') for name, value in typed.items()
            if name != '测算日期' and value != '21'}    # what stands there already


def answered(desk, field, expected):
    """The figure stands on the screen."""
    if field == 'credit_month':
        return expected in desk.figure('账户月划入').split()
    return fen(expected) in [fen(cell) for cell in list(desk.totals().values())[1:] if cell[0].isdigit()]


def measure_question(desk, question, name, field):
    case = load_case(CASES / 'beijing' / f'{name}.json')
    expected = case['expect'][field]
    desk.keys, begin = 0, time.monotonic()
    desk.fill(typed_for(case['case']), by='Return')
    wait(lambda: answered(desk, field, expected), f'{name}: {expected}')
    seconds = time.monotonic() - begin
    print(f'{question} ({name}): {expected}, {desk.keys} keys, {seconds:.1f} s', flush=True)


def main(program, folder):
    measure_starts([[program], [BESIDE]], Screen(folder))
    with running([program]) as (process, application):
        desk = Desk(application)
        for question in QUESTIONS:
            measure_question(desk, *question)
            desk.next_client()
        desk.close(process)


main(*sys.argv[1:])
