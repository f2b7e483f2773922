# SPDX-License-Identifier: GPL-3.0-or-later
"""Chinese opens on a machine that says nothing about languages; English is whole."""
import os
import sys

from atlib import find, focused, key, running, type_text, unnamed, wait, words

SAYS_LANGUAGE = ('LANGUAGE', 'LANG', 'LC_ALL', 'LC_MESSAGES', 'MING_LANG')


def environment(**said):
    return {name: value for name, value in os.environ.items() if name not in SAYS_LANGUAGE} | said


def check_chinese(program, env):
    with running([program], env=env) as (_, application):
        wait(lambda: find(application, 'text', '总费用'), f'Chinese with {env.get("LC_ALL", env.get("LANG"))}')


def is_chinese(word):
    return any('一' <= letter <= '鿿' for letter in word)


def check_english(program):
    with running([program], env=environment(LC_ALL='C.UTF-8', LANGUAGE='en')) as (_, application):
        wait(lambda: focused(application), 'the keyboard in the form')
        wait(lambda: find(application, 'text', 'Total cost'), 'English')
        type_text('1201')
        wait(lambda: find(application, 'push button', 'Credit a month'), 'the figures')
        assert not unnamed(application), unnamed(application)
        # The place's own name is Chinese in every language; so are the titles of its documents.
        foreign = [word for word in words(application) if is_chinese(word) and '北京' not in word and '《' not in word]
        assert not foreign, foreign
        key('F2')


def main(program):
    check_chinese(program, environment())
    check_chinese(program, environment(LC_ALL='C'))
    check_chinese(program, environment(LANG='zh_CN.UTF-8'))
    check_english(program)


main(sys.argv[1])
