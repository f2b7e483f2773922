# SPDX-License-Identifier: GPL-3.0-or-later
"""What the citizen takes home: the head typed in, the sheet printed to a file through the dialog, read back."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from atlib import act, find, find_all, focus_window, focused, has, key, nodes, running, text, type_text, unnamed, wait
from desk import CASES, Desk, load_case

OFFICE = {'经办机构': 'Example Centre', '窗口': '3', '经办人工号': '0217'}
CASE = 'retired-50000'
KNOWN = "gtk_window_get_focus: assertion 'GTK_IS_WINDOW (window)' failed"


def windows(application):
    """Windows in front of the main one."""
    return [window for window in application if window.name != '医保明算']


def back(desk):
    wait(lambda: not windows(desk.application), 'the main window alone')
    focus_window()    # a window manager would do that
    wait(lambda: focused(desk.application) or True, 'back in the form')


def dialog(desk, name):
    return wait(lambda: next((w for w in windows(desk.application) if name in w.name), None), name)


def say_who(desk):
    """F10, then down to 经办信息: the head of every sheet."""
    desk.press('F10')
    menu = wait(lambda: find(desk.application, 'menu', ''), 'the menu')
    for _ in range(20):
        if any(has(item, 'focused') and '经办信息' in item.name for item in nodes(menu)):
            break
        desk.press('Down')
    desk.press('Return')
    window = dialog(desk, '经办信息')
    assert not unnamed(window), unnamed(window)
    for name, value in OFFICE.items():
        entry = wait(lambda: focused(window), f'the field {name}')
        assert name in entry.name, (name, entry.name)
        desk.type(value)
        if name != '经办人工号':
            desk.press('Tab')
    desk.press('Return')
    back(desk)


def focus_in(window, role, name=''):
    """Tabs on to what has that role and name."""
    for _ in range(40):
        at = wait(lambda: next((node for node in nodes(window) if has(node, 'focused')), None), 'the keyboard')
        if at.getRoleName() == role and name in at.name:
            return
        key('Tab')
        wait(lambda: not has(at, 'focused'), 'Tab moves on')
    raise AssertionError(f'Tab never comes to {role} {name}')


def type_path(chooser, path):
    """In a chooser of files: the whole path, then Enter."""
    entry = wait(lambda: next((node for role in ('text', 'entry') for node in find_all(chooser, role)
                               if has(node, 'focused')), None), 'the name of the file')
    key('ctrl+a')
    type_text(str(path))
    wait(lambda: text(entry) == str(path), 'the path typed')
    key('Return')


def choose_file(desk, window, path):
    """In the print dialog: print to file, and where."""
    focus_in(window, 'table row')
    key('space')
    wait(lambda: find(window, 'push button', '.pdf'), 'the file of the print')
    focus_in(window, 'push button', '.pdf')
    key('space')
    type_path(wait(lambda: next((w for w in windows(desk.application) if w.name != window.name), None), 'the chooser'),
              path)
    wait(lambda: len(windows(desk.application)) == 1, 'back in the print dialog')
    subprocess.check_call(['xdotool', 'search', '--name', window.name, 'windowfocus'])
    wait(lambda: find(window, 'push button', path.name[-9:]), 'the file in the dialog')


def print_to(desk, path):
    desk.press('ctrl+p')
    window = dialog(desk, '打印')
    choose_file(desk, window, path)
    key('alt+p')


def pdf(path):
    return subprocess.check_output(['pdftotext', '-layout', str(path), '-']).decode()


def squeeze(word):
    return re.sub(r'\s', '', word)


def check_file(path, expect, number):
    sheet = pdf(path)
    for figure in (expect['hifp_pay'], expect['psn_part_amt'], '50000.00'):
        assert f'{float(figure):,.2f}' in sheet, figure
    for word in [*OFFICE.values(), '医疗保险待遇测算单', '非结算凭证', number, '第158号修改', '第三十六条(四)']:
        assert squeeze(word) in squeeze(sheet), word
    fonts = subprocess.check_output(['pdffonts', str(path)]).decode().splitlines()[2:]
    assert fonts and all(re.search(r'\syes\s+yes\s+(yes|no)\s+\d+\s+\d+$', line) for line in fonts), fonts


def n_pages(path):
    info = subprocess.check_output(['pdfinfo', str(path)]).decode()
    return int(re.search(r'Pages:\s*(\d+)', info)[1])


class Lines:
    """The lines at the foot of the window; found once, as walks over the tree are long."""

    def __init__(self, desk):
        self.button = wait(lambda: find(desk.application, 'push button', '知道了'), 'the button of the message')
        self.notice = find(self.button.parent, 'label')
        self.status = next(node for node in self.button.parent.parent if node.getRoleName() == 'label')

    def __str__(self):
        return f'{self.status.name} {self.notice.name}'


def status(desk):
    if not hasattr(desk, 'lines'):
        desk.lines = Lines(desk)
    return str(desk.lines)


def keep(desk):
    desk.press('ctrl+s')
    said = wait(lambda: re.search(r'\d{4}-\d\d-\d\d-\d{4}', status(desk)), 'the number of the kept estimate')
    return said[0]


def check_print(desk, folder):
    case = load_case(CASES / 'beijing' / f'{CASE}.json')
    desk.fill_case(case['case'])
    wait(lambda: desk.totals().get('金额') == '50,000.00', 'the table')
    number = keep(desk)
    path = folder / 'sheet.pdf'
    print_to(desk, path)
    wait(lambda: '已送打印，共 2 页' in status(desk), 'told that it is printed')
    wait(lambda: path.exists() and b'%%EOF' in path.read_bytes()[-64:], 'the file')
    check_file(path, case['expect'], number)
    assert n_pages(path) == 2
    back(desk)


def check_remembered(config, folder):
    """Which printer is remembered; not where the sheet went."""
    settings = (config / 'mingsuan' / 'print.ini').read_text(encoding='utf-8')
    assert 'printer=' in settings and str(folder) not in settings and 'sheet' not in settings, settings


def check_preview(desk, folder):
    """Page by page by keys, in large type, with a name, and from there to the printer."""
    desk.press('ctrl+shift+p')
    window = dialog(desk, '打印预览')
    assert not unnamed(window), unnamed(window)
    wait(lambda: find(window, 'label', '第 1 页 共 2 页'), 'the first page')
    page = find(window, 'image') or find(window, 'img')
    assert page is None or '46,958.50' in page.description
    key('Page_Down')
    wait(lambda: find(window, 'label', '第 2 页 共 2 页'), 'the second page')
    key('ctrl+plus')
    wait(lambda: find(window, 'label', '175%'), 'larger')
    key('alt+l')
    position = wait(lambda: next((node for node in find_all(window, 'label')
                                  if re.match(r'第 1 页 共 [3-9] 页', node.name)), None), 'more pages of large type')
    pages = int(re.search(r'共 (\d+)', position.name)[1])
    key('ctrl+Return')
    printer = wait(lambda: next((w for w in windows(desk.application) if w.name == '打印'), None), 'the print dialog')
    path = folder / 'large.pdf'
    wait(lambda: len(windows(desk.application)) == 1, 'the preview closed')
    subprocess.check_call(['xdotool', 'search', '--name', '^打印$', 'windowfocus'])
    choose_file(desk, printer, path)
    key('alt+p')
    wait(lambda: path.exists() and b'%%EOF' in path.read_bytes()[-64:], 'the file in large type')
    assert n_pages(path) == pages, (n_pages(path), pages)
    back(desk)


def check_refused(desk):
    """A folder nobody can write to, root neither: the window says so, with the reason, until it is closed."""
    print_to(desk, pathlib.Path('/proc/sheet.pdf'))
    wait(lambda: re.search('没有打印：.*/proc/sheet.pdf', status(desk)), 'the reason in the window')
    back(desk)
    act(desk.lines.button, 'click')
    wait(lambda: '没有打印' not in status(desk), 'the message closed')


def check_export(desk, folder):
    for name, begins in [('figures.xlsx', b'PK'), ('sheet.txt', ' '.encode()), ('figures.json', b'{')]:
        desk.press('ctrl+e')
        chooser = dialog(desk, '导出')
        path = folder / name
        type_path(chooser, path)
        wait(lambda: f'已导出：{path}' in status(desk), f'told that {name} is written')
        assert path.read_bytes().lstrip().startswith(begins.strip()), name
        back(desk)


def main(program):
    with tempfile.TemporaryDirectory(prefix='mingsuan-print-') as place:
        folder, config = pathlib.Path(place), pathlib.Path(place) / 'config'
        # GTK 4.8 complains about itself when its print dialog goes after a print to a file: not fatal here. In a
        # debugger there is nothing but GTK and GLib between the main loop and the complaint, in the finalizer of a
        # window of its own.
        env = {**os.environ, 'G_DEBUG': 'gc-friendly', 'XDG_DATA_HOME': f'{place}/data',
               'XDG_CONFIG_HOME': str(config)}
        log = folder / 'log'
        out = folder / 'out'
        out.mkdir()
        with running(['sh', '-c', 'exec "$0" 2>"$1"', program, str(log)], env=env) as (process, application):
            desk = Desk(application)
            desk.press('ctrl+p')
            wait(lambda: '还没有可打印的内容' in status(desk), 'told that there is nothing to print')
            say_who(desk)
            desk.press('F2')
            check_print(desk, out)
            check_remembered(config, out)
            check_preview(desk, out)
            check_export(desk, out)
            check_refused(desk)
            desk.close(process)
        said = [line for line in log.read_text(encoding='utf-8').splitlines() if re.search('CRITICAL|WARNING', line)]
        assert all(KNOWN in line for line in said), said


if __name__ == '__main__':
    main(sys.argv[1])
