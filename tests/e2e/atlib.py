# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive the window from outside: AT-SPI to read and act, xdotool to type."""
import contextlib
import os
import re
import subprocess
import tempfile
import time

import pyatspi

FIELD_ROLES = ('text', 'entry', 'check box', 'combo box', 'spin button')
NAMED_ROLES = FIELD_ROLES + ('push button', 'toggle button', 'list', 'tree table')


def wait(fn, what='condition', seconds=45):
    """Call fn until it returns something true, and return that. The only way to wait."""
    end, last = time.monotonic() + seconds, None
    while time.monotonic() < end:
        try:
            if result := fn():
                return result
        except Exception as error:    # widgets come and go while the tree is read
            last = error
        time.sleep(0.02)
    raise AssertionError(f'timeout: {what() if callable(what) else what} (last error: {last!r})')


def find_application(pid):
    for application in pyatspi.Registry.getDesktop(0):
        if application and application.get_process_id() == pid and application.childCount:
            return application
    return None


def park_pointer():
    """Into the title line: without a window manager the keyboard follows the pointer into any list under it."""
    subprocess.check_call(['xdotool', 'mousemove', '400', '25'])


@contextlib.contextmanager
def running(argv, env=None, home=None):
    """Start argv, yield (process, accessible application), stop it at the end; a crash is an error.

    What the program keeps goes into a home of its own, or into home, which has to outlive it.
    """
    with contextlib.ExitStack() as stack:
        log = stack.enter_context(tempfile.NamedTemporaryFile('w+', prefix='mingsuan-', suffix='.log', dir=home))
        home = home or stack.enter_context(tempfile.TemporaryDirectory(prefix='mingsuan-home-'))
        env = dict(os.environ if env is None else env, XDG_DATA_HOME=os.path.join(home, 'data'))
        process = stack.enter_context(subprocess.Popen(argv, stdout=log, stderr=log, env=env))
        try:
            application = wait(lambda: find_application(process.pid), argv[0])
            park_pointer()
            yield process, application
        finally:
            code = process.poll()
            process.terminate()
            process.wait(10)
            if code:
                log.seek(0)
                raise AssertionError(f'{argv[0]} ended with {code}:\n{log.read()}')


def nodes(root):
    """root and everything below it, breadth first."""
    queue = [root]
    for node in queue:
        yield node
        queue.extend(child for child in node if child is not None)


def find_all(root, role, name=''):
    return [node for node in nodes(root) if node.getRoleName() == role and name in node.name]


def find(root, role, name=''):
    return next((node for node in nodes(root) if node.getRoleName() == role and name in node.name), None)


def has(node, *states):
    return all(node.getState().contains(getattr(pyatspi, 'STATE_' + state.upper())) for state in states)


def text(node):
    """What an entry holds. An explicit end: -1 gives '' in GTK 4.8."""
    whole = node.queryText()
    return whole.getText(0, whole.characterCount)


def focused(root):
    """The field that has the keyboard, or None."""
    return next((node for node in nodes(root) if node.getRoleName() in FIELD_ROLES and has(node, 'focused')), None)


def cells(table):
    """Heading cells and the rows of a column view; one whose rows are stacked has no headings."""
    table.clear_cache()    # else what was read too early is remembered
    headings = [child for child in table if child.getRoleName() == 'table row'][:1]
    titles = [node.name for heading in headings for node in find_all(heading, 'column header')] or \
        [node.name for heading in headings for node in find_all(heading, 'label')]
    rows = [[cell.name for cell in find_all(row, 'label')]
            for row in find_all(find(table, 'list'), 'table row')]
    return titles, rows


def act(node, name):
    action = node.queryAction()
    return action.doAction([action.getName(i) for i in range(action.nActions)].index(name))


def unnamed(root):
    """Controls and tables without a name, or called by their type ("GtkEntry"); inner parts are left out."""
    return [(node.getRoleName(), node.name) for node in nodes(root)
            if node.getRoleName() in NAMED_ROLES and re.fullmatch(r'((Gtk|Ming)[A-Z]\w*)?', node.name)
            and node.parent.getRoleName() not in ('combo box', 'spin button', 'tree table')]


def nameless(root):
    """Everything the keyboard can come to that has no name of its own. A pane hands the keyboard on to what it holds,
    and the list inside a table goes by the table's name."""
    found = []
    for node in nodes(root):
        role = node.getRoleName()
        if not has(node, 'focusable') or not re.fullmatch(r'((Gtk|Ming)[A-Z]\w*)?', node.name):
            continue
        if role == 'list' and node.parent.getRoleName() == 'tree table':
            continue
        if role == 'scroll pane' and any(has(inner, 'focusable') for child in node for inner in nodes(child)):
            continue
        found.append((role, node.name, node.parent.name, [child.name for child in node]))
    return found


def words(root):
    """Everything a screen reader could say: names, descriptions, texts."""
    for node in nodes(root):
        yield node.name
        yield node.description
        if 'Text' in pyatspi.utils.listInterfaces(node):
            yield text(node)


def key(*keys):
    subprocess.check_call(['xdotool', 'key', '--delay', '5', *keys])


def type_text(typed):
    # A character that no key has is put on one for the moment; the server takes a while to tell everybody.
    delay = '5' if typed.isascii() else '80'
    subprocess.check_call(['xdotool', 'type', '--delay', delay, '--', typed])


def focus_window(name='医保明算'):
    """As a window manager would; the pointer stays where no list opens under it."""
    park_pointer()
    subprocess.check_call(['xdotool', 'search', '--name', name, 'windowfocus', '--sync'])
