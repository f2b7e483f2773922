#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prove the ACSL contracts of src/core with Frama-C/WP and say how many goals were proved.

files.txt names the sources to prove; unproved.txt the goals that may stay open, each with its reason;
inductions.txt the lemmas that need induction, which Frama-C does only by script. Frama-C ends with exit status 0
even when goals fail, so its own words are read. Everything it leaves goes into the build folder.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORE = ROOT / 'src' / 'core'
HERE = ROOT / 'tests' / 'proof'
WORK = ROOT / 'build' / 'proof'

SUM = re.compile(r'^\[wp\] Proved goals: +(\d+) / (\d+)', re.MULTILINE)
PROVED = re.compile(r'^\[wp\] \[[^\]]+\] (?:Goal|Smoke-test) (\S+) : Valid|^\[wp\] \[Passed\] Smoke-test (\S+)',
                    re.MULTILINE)
OPEN = re.compile(r'^\[wp\] \[(?:Failed|Timeout|Unknown|Stronger|Stepout)\] (?:Goal|Smoke-test) (\S+)', re.MULTILINE)

# A goal that was not proved in the first, short look gets a second, long one: a busy machine is no counter-example.
# Not when many are open, since then something is really wrong.
LONG_LOOK_FACTOR = 6
LONG_LOOK_GOALS = 6


def read_list(path):
    """The lines of a list, without comments and empty lines."""
    lines = path.read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith('#')]


def read_unproved():
    """{(file, goal): reason}; a goal without a reason is an error."""
    reasons = {}
    for line in read_list(HERE / 'unproved.txt'):
        name, goal, *reason = line.split(maxsplit=2)
        if not reason:
            sys.exit(f'tests/proof/unproved.txt: {name} {goal} is listed without a reason')
        reasons[name, goal] = reason[0]
    return reasons


def forgotten(listed):
    """Core sources that carry contracts, or implement a header that does, but are not in files.txt."""
    def has_contract(path):
        return '/*@' in path.read_text(encoding='utf-8')

    headers = [path.stem for path in CORE.glob('*.h') if has_contract(path)]
    due = {path.name for path in CORE.glob('*.c')
           if has_contract(path) or any(path.stem == stem or path.stem.startswith(stem + '-') for stem in headers)}
    return sorted(due - set(listed))


def write_inductions():
    """Leave a proof script for each lemma of inductions.txt: induction from 0 on the variable n."""
    folder = WORK / 'session' / 'script'
    folder.mkdir(parents=True, exist_ok=True)
    by_prover = [{'prover': 'CVC4:1.8', 'verdict': 'valid'}]
    script = [{'header': 'Induction', 'tactic': 'Wp.induction',
               'params': {'base': {'select': 'kint', 'val': '0'}},
               'select': {'select': 'inside-goal', 'occur': 0, 'target': 'n_0', 'pattern': '$n'},
               'children': {case: by_prover for case in ('Base', 'Induction (sup)', 'Induction (inf)')}}]
    for lemma in read_list(HERE / 'inductions.txt'):
        (folder / f'lemma_{lemma}.json').write_text(json.dumps(script), encoding='utf-8')


def prepare_provers():
    """Let Why3 find the provers; its configuration stays in the build folder."""
    os.environ['WHY3CONFIG'] = str(WORK / 'why3.conf')
    done = subprocess.run(['why3', 'config', 'detect'], capture_output=True, text=True)
    found = done.stdout + done.stderr
    for prover in ('Z3', 'CVC4'):
        if f'Found prover {prover} ' not in found:
            sys.exit(f'why3 does not find the prover {prover}:\n{found}')


def run_frama_c(name, timeout, smoke):
    """Prove one source; returns (proved, total, open goals, all goals, log)."""
    log = WORK / f'{name}.log'
    command = ['frama-c', '-wp', '-wp-rte', '-wp-prover', 'script,z3,cvc4', '-wp-timeout', str(timeout),
               '-wp-par', str(os.cpu_count() or 1), '-wp-cache', 'update', '-wp-session', str(WORK / 'session'),
               f'-cpp-extra-args=-I{CORE} -I{CORE.parent}', *(['-wp-smoke-tests'] if smoke else []), str(CORE / name)]
    done = subprocess.run(command, cwd=WORK, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    log.write_text(done.stdout, encoding='utf-8')
    sums = SUM.findall(done.stdout)
    if done.returncode != 0 or not sums:
        return 0, 0, [], set(), log
    proved, total = map(int, sums[-1])
    return (proved, total, list(dict.fromkeys(OPEN.findall(done.stdout))),
            {name for pair in PROVED.findall(done.stdout) for name in pair if name}, log)


def prove(name, reasons, options):
    """Prove one source and print its line; returns (proved, total, well)."""
    proved, total, still_open, done, log = run_frama_c(name, options.timeout, options.smoke)
    unexpected = [goal for goal in still_open if (name, goal) not in reasons]
    if 0 < len(unexpected) <= LONG_LOOK_GOALS:
        proved, total, still_open, done, log = run_frama_c(name, options.timeout * LONG_LOOK_FACTOR, options.smoke)
        unexpected = [goal for goal in still_open if (name, goal) not in reasons]

    well = True
    print(f'{name:<28} {proved:>4} of {total:>4} goals', flush=True)
    for goal in still_open:
        print(f'  open: {goal}  ({reasons.get((name, goal), "not listed in tests/proof/unproved.txt")})')
    if total == 0 or len(still_open) != total - proved:
        print(f'  Frama-C did not finish, or was not understood; {log.relative_to(ROOT)} ends:')
        for line in log.read_text(encoding='utf-8').splitlines()[-8:]:
            print(f'    {line}')
        well = False
    for listed_name, goal in reasons:
        if listed_name == name and goal in done:
            print(f'  proved now, take it out of tests/proof/unproved.txt: {goal}')
        elif listed_name == name and goal not in still_open:
            print(f'  tests/proof/unproved.txt names a goal that does not exist: {goal}')
            well = False
    return proved, total, well and not unexpected


def main():
    parser = argparse.ArgumentParser(description='Prove the contracts of src/core.')
    parser.add_argument('files', nargs='*', help='only these sources of src/core')
    parser.add_argument('--timeout', type=int, default=10, help='seconds for each goal and prover (10)')
    parser.add_argument('--smoke', action='store_true', help='also look for contradictory contracts')
    options = parser.parse_args()

    WORK.mkdir(parents=True, exist_ok=True)
    listed = read_list(HERE / 'files.txt')
    reasons = read_unproved()
    points = []
    if not options.files and (missing := forgotten(listed)):
        print(f'with contracts, but not in tests/proof/files.txt: {" ".join(missing)}')
        points.append('not ok - every core source with contracts is proved')
    prepare_provers()
    write_inductions()

    names = [pathlib.Path(name).name for name in options.files] or listed
    sum_proved = sum_total = 0
    for name in names:
        proved, total, well = prove(name, reasons, options)
        sum_proved += proved
        sum_total += total
        points.append(f'{"ok" if well else "not ok"} - {name} {proved} of {total} goals')
    print(f'proved {sum_proved} of {sum_total} goals')

    (WORK / 'summary.tap').write_text('\n'.join([*points, f'1..{len(points)}', '']), encoding='utf-8')
    return 1 if any(point.startswith('not') for point in points) else 0


if __name__ == '__main__':
    sys.exit(main())
