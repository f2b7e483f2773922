# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the functions of a test script as TAP points, and mingsuan-cli for them."""
import os
import subprocess
import sys
import traceback


class Cli:
    """mingsuan-cli at a path; run() gives exit code, output and errors as text."""

    def __init__(self, path):
        self.path = os.path.abspath(path)

    def run(self, *arguments, text=None, env=None, language='en', stdout=subprocess.PIPE):
        words = [self.path] + (['--lang', language] if language else []) + [str(word) for word in arguments]
        done = subprocess.run(words, input=None if text is None else text.encode(), stdout=stdout,
                              stderr=subprocess.PIPE, env=env, timeout=60, check=False)
        return Result(done.returncode, (done.stdout or b'').decode('utf-8'), done.stderr.decode('utf-8'))


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def expect(self, code):
        assert self.code == code, f'exit code {self.code}, not {code}; {self.err}'
        return self

    def refused(self, code):
        """Nothing on standard output, something on standard error."""
        self.expect(code)
        assert self.out == '', f'on standard output: {self.out[:200]!r}'
        assert self.err.strip(), 'nothing on standard error'
        return self


def main(tests):
    """Runs each (name, function) and prints TAP; the exit code says whether all went well."""
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f'ok {number} - {name}')
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            print(f'not ok {number} - {name}')
        sys.stdout.flush()
    return 1 if failed else 0
