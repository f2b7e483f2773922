#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a machine can check, one TAP point for each: check-source.py ROOT."""
import pathlib
import re
import sys

MAX_LINE = {'.c': 110, '.h': 110, '.py': 120, '.sh': 120}
MAX_LINES = 600

# Which rooms a room may include besides itself. Arrows point one way.
MAY_INCLUDE = {
    'core': set(),
    'i18n': set(),
    'policy': {'core', 'i18n'},
    'estimate': {'core', 'i18n', 'policy'},
    'store': {'core', 'i18n', 'policy', 'estimate'},
    'report': {'core', 'i18n', 'policy', 'estimate'},
    'batch': {'core', 'i18n', 'policy', 'estimate', 'report'},
    'cli': {'core', 'i18n', 'policy', 'estimate', 'store', 'report', 'batch'},
    'desk': {'core', 'i18n', 'policy', 'estimate', 'store', 'report', 'batch'},
}
CORE_HEADERS = {'stdint.h', 'stdbool.h', 'stddef.h', 'string.h'}
# Only what draws may use floating point.
ROOMS_THAT_DRAW = {'desk', 'report'}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
FLOAT = re.compile(r'\b(float|double|gdouble|gfloat|strtod|atof|g_ascii_strtod|g_strtod|json_node_get_double'
                   r'|json_reader_get_double_value|json_object_get_double_member)\b')
NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
PROMISE = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X)\b')
ALLOCATION = re.compile(r'\b(malloc|calloc|realloc|free|alloca|printf|fprintf|snprintf|fopen|getenv|setlocale)\s*\(')


class Tree:
    """The text files of the project, read once."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.text = {}
        for folder in ('src', 'tests', 'scripts', 'ui', '.ci'):
            for path in sorted((self.root / folder).rglob('*')):
                if path.is_file() and '__pycache__' not in path.parts:
                    try:
                        self.text[path.relative_to(self.root)] = path.read_text(encoding='utf-8')
                    except UnicodeDecodeError:
                        pass    # not a text: a picture, or bad input for a test

    def select(self, *suffixes, under=''):
        return {path: text for path, text in self.text.items()
                if path.suffix in suffixes and str(path).startswith(under)}

    def code(self):
        return self.select('.c', '.h')

    def rooms(self):
        """Yield (room, path, text) for the C files of src."""
        for path, text in self.select('.c', '.h', under='src/').items():
            yield path.parts[1], path, text


def without_comments(text):
    """Code alone: comments and strings become blanks, lines stay where they are."""
    return NOT_CODE.sub(lambda match: re.sub(r'[^\n]', ' ', match[0]), text)


def lines_with(pattern, path, text):
    return [f'{path}:{n}: {line.strip()}' for n, line in enumerate(text.splitlines(), 1) if pattern.search(line)]


def check_licence(tree):
    """every C file begins with its licence"""
    return [str(path) for path, text in tree.code().items()
            if not text.startswith('/* SPDX-License-Identifier: GPL-3.0-or-later */\n')]


def check_once(tree):
    """every header is guarded by #pragma once"""
    return [str(path) for path, text in tree.select('.h').items() if '\n#pragma once\n' not in text]


def check_line_length(tree):
    """no line of C is longer than 110, none of a script longer than 120"""
    return [f'{path}:{n}: {len(line)}' for path, text in tree.select(*MAX_LINE).items()
            for n, line in enumerate(text.splitlines(), 1) if len(line) > MAX_LINE[path.suffix]]


def check_file_length(tree):
    """no file of code is longer than 600 lines"""
    return [f'{path}: {text.count(chr(10))} lines' for path, text in tree.select('.c', '.h', '.py', '.ui').items()
            if text.count('\n') > MAX_LINES]


def check_blanks(tree):
    """no tabs, no blanks at the end of a line, a newline at the end"""
    wrong = [found for path, text in tree.select('.c', '.h', '.py', '.ui', '.build').items()
             for found in lines_with(re.compile(r'\t|[ \r]+$'), path, text)]
    return wrong + [f'{path}: no newline at the end' for path, text in tree.text.items()
                    if text and path.suffix in ('.c', '.h', '.py', '.ui') and not text.endswith('\n')]


def check_promises(tree):
    """no promise instead of code"""
    return [found for path, text in tree.text.items() for found in lines_with(PROMISE, path, text)]


def check_float(tree):
    """no floating point in the rooms that handle money"""
    return [found for room, path, text in tree.rooms() if room not in ROOMS_THAT_DRAW
            for found in lines_with(FLOAT, path, without_comments(text))]


def check_core_headers(tree):
    """the core includes four headers of C and its own"""
    return [f'{path}: {name}' for room, path, text in tree.rooms() if room == 'core'
            for kind, name in INCLUDE.findall(text)
            if not (name in CORE_HEADERS if kind == '<' else (path.parent / name).name.startswith('ming-'))]


def check_core_calls(tree):
    """the core neither allocates nor reads nor writes"""
    return [found for room, path, text in tree.rooms() if room == 'core'
            for found in lines_with(ALLOCATION, path, without_comments(text))]


def check_arrows(tree):
    """a room includes only the rooms below it"""
    wrong = []
    for room, path, text in tree.rooms():
        if room not in MAY_INCLUDE:
            wrong.append(f'{path}: the room {room} is not known to this check')
            continue
        for kind, name in INCLUDE.findall(text):
            other = name.split('/')[0]
            if kind == '"' and '/' in name and other in MAY_INCLUDE and other not in MAY_INCLUDE[room] | {room}:
                wrong.append(f'{path}: {room} includes {name}')
            if name.startswith('gtk/') and (room != 'desk' or path.stem.endswith('-form')):
                wrong.append(f'{path}: only the window, and not its form logic, includes GTK')
    return wrong


CHECKS = [check_licence, check_once, check_line_length, check_file_length, check_blanks, check_promises, check_float,
          check_core_headers, check_core_calls, check_arrows]


def main(root):
    tree = Tree(root)
    failed = False
    for n, check in enumerate(CHECKS, 1):
        wrong = check(tree)
        for line in wrong:
            print(f'# {line}')
        print(f'{"not ok" if wrong else "ok"} {n} - {check.__doc__}')
        failed |= bool(wrong)
    print(f'1..{len(CHECKS)}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
