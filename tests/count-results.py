#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count the single test points of Meson's testlog.json files and of TAP files; the last line is the sum.

A program that prints TAP counts once for each of its points, and once more as failed when it ended badly although no
point of it failed (a crash, a time-out, fewer points than planned). Any other test counts once.
"""
import collections
import json
import os
import re
import sys

POINT = re.compile(r'^(not )?ok\b(?: +\d+)?(?: +-)? *(.*)$')
DIRECTIVE = re.compile(r'(?<!\\)# *(skip|todo)', re.IGNORECASE)


def tap_points(text):
    """Yield (name, 'passed' | 'failed' | 'skipped') for each point at the left margin."""
    for line in text.splitlines():
        if match := POINT.match(line):
            directive = DIRECTIVE.search(match[2])
            kind = directive[1].lower() if directive else ''
            name = match[2][:directive.start()].strip() if directive else match[2].strip()
            if kind == 'skip':
                yield name, 'skipped'
            elif match[1] and kind != 'todo':
                yield name, 'failed'
            else:
                yield name, 'passed'


def meson_points(path):
    """Yield (name, outcome) for each point of each test in a testlog.json."""
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            test = json.loads(line)
            points = list(tap_points(test.get('stdout') or ''))
            went_well = test['result'] in ('OK', 'EXPECTEDFAIL')
            if test['result'] == 'SKIP' and not points:
                yield test['name'], 'skipped'
            elif not points:
                yield test['name'], 'passed' if went_well else 'failed'
            else:
                for name, outcome in points:
                    yield f"{test['name']} {name}", outcome
                if not went_well and test['result'] != 'SKIP' and 'failed' not in {o for _, o in points}:
                    yield f"{test['name']} ({test['result'].lower()}, exit status {test['returncode']})", 'failed'


def points_of(path):
    if path.endswith('.tap'):
        with open(path, encoding='utf-8') as tap:
            yield from ((f'proof {name}', outcome) for name, outcome in tap_points(tap.read()))
    else:
        yield from meson_points(path)


def main(paths):
    count = collections.Counter()
    for path in paths:
        log = path.replace('testlog.json', 'testlog.txt')
        # No result is not a good result: the runner itself did not get that far.
        if not os.path.exists(path) or os.path.getsize(path) == 0:
            print(f'失败 · failed: no result in {path}')
            count['failed'] += 1
            continue
        failed = []
        for name, outcome in points_of(path):
            count[outcome] += 1
            if outcome == 'failed':
                failed.append(name)
        for name in failed:
            print(f'失败 · failed: {name}')
        if failed:
            print(f'日志 · log: {log}')
    if count['skipped']:
        print(f"跳过 · skipped: {count['skipped']}")
    print(f"{count['passed']} passed, {count['failed']} failed")
    return 1 if count['failed'] or not count['passed'] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
