#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kill writers of a history file at random moments: kill-test.py STORE-TOOL ROUNDS [SEED].

Each round starts two windows (store-tool write) on one file and kills each with SIGKILL at a moment of its own; in
every third round a third process makes backups meanwhile. Then the file has to open, to verify, and to hold every
estimate that a window was told is kept, and none that it was told is deleted. Files are used for a while and then
made anew, so that creating one is interrupted as well. The last words are TAP.
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROUNDS_PER_FILE = 20
SECONDS_MAX = 0.25      # a window lives at most so long
SECONDS_SHORT = 0.02    # and every fourth at most so long: opening, creating and migrating
CHECK_SECONDS = 120


class Window:
    """A writing process and what it was told."""

    def __init__(self, tool, path, seed, folder, chance):
        self.words = folder / f'words-{seed}'
        longest = SECONDS_SHORT if chance.random() < 0.25 else SECONDS_MAX
        self.until = time.monotonic() + chance.uniform(0, longest)
        with open(self.words, 'wb') as output:
            self.process = subprocess.Popen([tool, 'write', str(path), str(seed), '0'], stdout=output,
                                            stderr=subprocess.PIPE)

    def kill(self):
        """Wait for the moment; True when the process was still running, as it always should be."""
        time.sleep(max(0, self.until - time.monotonic()))
        was_running = self.process.poll() is None
        self.process.send_signal(signal.SIGKILL)
        complaint = self.process.stderr.read().decode()
        self.process.stderr.close()
        self.process.wait()
        if not was_running:
            raise AssertionError(f'a window ended by itself: {complaint}')

    def told(self):
        """What it was told is kept, is deleted, and what it was deleting when it died."""
        kept, deleted, begun = set(), set(), set()
        for line in self.words.read_text().splitlines():
            word, number = line.split()[:2]
            {'K': kept, 'D': deleted, 'd': begun}[word].add(number)
        self.words.unlink()
        return kept, deleted, begun - deleted


def check(tool, path):
    """The numbers in a file that opens and verifies."""
    done = subprocess.run([tool, 'check', str(path)], capture_output=True, text=True, timeout=CHECK_SECONDS,
                          check=False)
    if done.returncode != 0:
        raise AssertionError(f'{path.name}: {done.stderr.strip()}')
    return set(done.stdout.split())


class Total:
    """Sums over all rounds."""

    def __init__(self):
        self.kept = self.deleted = self.silent = self.files = self.backups = 0


def run_round(tool, path, expected, number, chance, total):
    """One round; the numbers that the file holds after it."""
    folder = path.parent
    copy = folder / 'copy.db'
    backup = None
    windows = [Window(tool, path, 2 * number + i, folder, chance) for i in (0, 1)]
    if number % 3 == 0 and path.exists():
        with open(folder / 'backups', 'wb') as output:
            backup = subprocess.Popen([tool, 'backup', str(path), str(copy), '0'], stdout=output,
                                      stderr=subprocess.DEVNULL)
    for window in sorted(windows, key=lambda each: each.until):
        window.kill()
    if backup:
        backup.kill()
        backup.wait()
        total.backups += (folder / 'backups').read_text().count('B')

    kept, deleted, unsure = set(), set(), set()
    for window in windows:
        for whole, part in zip((kept, deleted, unsure), window.told()):
            whole |= part
    found = check(tool, path)
    must = (expected | kept) - deleted - unsure
    lost, undead, silent = must - found, deleted & found, found - expected - kept
    if lost:
        raise AssertionError(f'round {number}: acknowledged and not there: {sorted(lost)}')
    if undead:
        raise AssertionError(f'round {number}: deleted and there again: {sorted(undead)}')
    # killed between the disk and the word: one for each window at most
    if len(silent) > len(windows):
        raise AssertionError(f'round {number}: there, and nobody kept them: {sorted(silent)}')
    if copy.exists():
        check(tool, copy)
    total.kept += len(kept)
    total.deleted += len(deleted)
    total.silent += len(silent)
    return found


def main(tool, rounds, seed):
    chance = random.Random(seed)
    total = Total()
    folder = pathlib.Path(tempfile.mkdtemp(prefix='mingsuan-kill-'))
    begun = time.monotonic()
    expected = set()
    try:
        for number in range(rounds):
            if number % ROUNDS_PER_FILE == 0:
                shutil.rmtree(folder)
                folder.mkdir()
                expected = set()
                total.files += 1
            expected = run_round(tool, folder / 'mingsuan.db', expected, number, chance, total)
            if sys.stderr.isatty():
                print(f'\r{number + 1}/{rounds}', end='', file=sys.stderr, flush=True)
    except AssertionError as error:
        print(f'# {error}\n# kept for a look: {folder}\nnot ok 1 - nothing acknowledged is lost\n1..1')
        return 1
    shutil.rmtree(folder)
    print(f'# seed {seed}: {rounds} rounds on {total.files} files, {2 * rounds} windows killed, '
          f'{time.monotonic() - begun:.0f} s')
    print(f'# {total.kept} estimates acknowledged, {total.deleted} deletions acknowledged, '
          f'{total.silent} there without a word, {total.backups} backups meanwhile')
    print('# lost: 0, come back: 0, files that did not open or verify: 0')
    print('ok 1 - nothing acknowledged is lost\n1..1')
    return 0 if total.kept > 0 else 1


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(os.path.abspath(sys.argv[1]), int(sys.argv[2]),
                  int(sys.argv[3]) if len(sys.argv) == 4 else random.SystemRandom().randrange(1 << 30)))
