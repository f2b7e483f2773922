# SPDX-License-Identifier: GPL-3.0-or-later
"""A case on the counter becomes a file in the form of tests/cases, and the command line computes it to the same fen."""
import json
import pathlib
import subprocess
import sys
import tempfile

from atlib import focus_window, key, running, type_text, wait, words
from desk import CASES, Desk, choose_in_menu, fen, load_case


def main(program, cli):
    wanted = load_case(CASES / 'beijing' / 'retired-50000.json')
    wanted['case']['person'].pop('age', None)
    wanted['case']['person']['brdy'] = '1949-12-31'
    with tempfile.TemporaryDirectory(prefix='mingsuan-as-test-') as folder, \
            running([program], home=folder) as (process, application):
        path = pathlib.Path(folder, 'from-the-window.json')
        desk = Desk(application)
        desk.fill_case(wanted['case'])
        wait(lambda: desk.totals(), 'the answer')
        choose_in_menu(application, '存为测试')
        key('ctrl+a')
        type_text(str(path))
        key('Return')
        wait(lambda: any('已存为测试' in word for word in words(application)), 'saved')
        made = load_case(path)
        assert made['id'] == 'from-the-window' and made['pack'] == '110000-310', made
        assert made['expect']['hifp_pay'] == wanted['expect']['hifp_pay'], made['expect']
        assert 'brdy' not in path.read_text(encoding='utf-8') and made['case']['person']['age'], made['case']
        again = subprocess.run([cli, 'estimate', '-', '--format', 'json'], input=json.dumps(made['case']), check=True,
                               stdout=subprocess.PIPE, text=True).stdout
        setlinfo = json.loads(again)['visits'][0]['setlinfo']
        for item, value in setlinfo.items():
            assert item not in made['expect'] or fen(made['expect'][item]) == fen(value), (item, value)
        focus_window()
        desk.close(process)


main(sys.argv[1], sys.argv[2])
