#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Receipts and the history file from outside: test-store-cli.py PROGRAM SOURCE-ROOT STORE-TOOL."""
import contextlib
import datetime
import json
import os
import pathlib
import pty
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import termios

import tap

cli = tap.Cli(sys.argv[1])
root = pathlib.Path(sys.argv[2]).resolve()
tool = os.path.abspath(sys.argv[3])
retired = root / 'data' / 'examples' / 'beijing-retired-inpatient.json'
policies = root / 'data' / 'policies'
PACK = '110000-310.json'
LIFE = ['110000', '310', '--birth', '1966-01-15', '--kind', 'male60', '--paid', '240', '--deemed', '36',
        '--date', '2025-11-03']


@contextlib.contextmanager
def folder():
    with tempfile.TemporaryDirectory(prefix='mingsuan-store-cli-') as path:
        yield pathlib.Path(path)


def make_history(path, count=12):
    subprocess.run([tool, 'write', str(path), '5', str(count)], check=True, stdout=subprocess.DEVNULL)
    return f'--file={path}'


def make_receipt(path, language='zh', case=retired):
    path.write_text(cli.run('receipt', case, language=language).expect(0).out, encoding='utf-8')
    return json.loads(path.read_text(encoding='utf-8'))


def change(path, new, old_text, new_text):
    text = path.read_text(encoding='utf-8')
    assert old_text in text, old_text
    new.write_text(text.replace(old_text, new_text, 1), encoding='utf-8')
    return new


def test_receipt():
    with folder() as here:
        receipt = make_receipt(here / 'R.json')
        assert list(receipt) == ['format', 'code', 'engine', 'schemas', 'packs', 'date', 'language', 'case', 'result']
        assert receipt['format'] == 'mingsuan-receipt/1' and receipt['packs'][0]['id'] == '110000-310'
        answer = json.loads(cli.run('estimate', retired, '--format', 'json', language='zh').expect(0).out)
        assert receipt['result'] == answer and receipt['code'] == answer['receipt']['code']


def test_replay_same_bytes():
    with folder() as here:
        for made in ('zh', 'en'):
            receipt, again = here / f'{made}.json', here / 'again.json'
            make_receipt(receipt, made)
            for asked in ('zh', 'en'):
                cli.run('replay', receipt, '--output', again, language=asked).expect(0)
                assert receipt.read_bytes() == again.read_bytes(), (made, asked)


def make_life_receipt(path, language='zh', *more):
    out = cli.run('life', *LIFE, '--format', 'receipt', *more, language=language).expect(0).out
    path.write_text(out, encoding='utf-8')
    return json.loads(out)


def test_life_receipt():
    with folder() as here:
        for made in ('zh', 'en'):
            receipt, again = here / f'{made}.json', here / 'again.json'
            made_now = make_life_receipt(receipt, made, '--in-window')
            answer = cli.run('life', *LIFE, '--in-window', '--format', 'json', language=made).expect(0).out
            assert made_now['result'] == json.loads(answer) and made_now['language'] == made
            assert made_now['case']['life']['paid'] == '240' and made_now['case']['life']['in_window'] is True
            for asked in ('zh', 'en'):
                cli.run('replay', receipt, '--output', again, language=asked).expect(0)
                assert receipt.read_bytes() == again.read_bytes(), (made, asked)


def test_life_receipt_edited():
    with folder() as here:
        receipt, edited = here / 'L.json', here / 'E.json'
        make_life_receipt(receipt)
        other = change(receipt, edited, '"missing_months" : "24"', '"missing_months" : "23"')
        out = cli.run('replay', other).expect(1).out
        assert '/years/missing_months: 23 → 24' in out
        other = change(receipt, edited, '"paid" : "240"', '"paid" : "241"')
        assert '/code' in cli.run('replay', other).refused(3).err
        day = '"date" : "2025-11-03",\n  "language"'
        assert '/date' in cli.run('replay', change(receipt, edited, day, day.replace('03', '04'))).refused(3).err
        for old, new in [('"paid" : "240"', '"paid" : 240'), ('"paid" : "240"', '"payed" : "240"'),
                         ('"paid" : "240"', '"paid" : "240", "paid" : "240"'), ('"paid" : "240"', '"paid" : "-1"'),
                         ('"paid" : "240"', '"in_window" : "yes"'), ('"paid" : "240"', '"in_window" : {}'),
                         ('"region" : "110000",', ''), ('"insutype" : "310",', ''), ('"life" : {', '"life" : ["'),
                         ('"case" : "mingsuan-life/1"', '"case" : "mingsuan-case/1"'),
                         ('"format" : "mingsuan-life/1"', '"format" : "mingsuan-result/1"')]:
            cli.run('replay', change(receipt, edited, old, new)).refused(3)
        cli.run('replay', receipt, '--policy', here).refused(4)


def put_in_history(path, receipt):
    """Makes the first entry what the window would have kept."""
    pack = receipt['packs'][0]
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute('UPDATE estimate SET receipt_code = ?, engine = ?, pack_id = ?, pack_revision = ?,'
                         ' pack_sha256 = ?, case_json = ?, result_json = ? WHERE id = 1',
                         [receipt['code'], receipt['engine'], *(pack[key] for key in ('id', 'revision', 'sha256')),
                          *(json.dumps(receipt[key], ensure_ascii=False) for key in ('case', 'result'))])


def test_kept_receipt():
    with folder() as here:
        path, receipt, kept = here / 'h.db', here / 'R.json', here / 'kept.json'
        where = make_history(path, 3)
        year = root / 'data' / 'examples' / 'beijing-active-two-stays.json'
        for language in ('zh', 'en'):
            for make in (lambda: make_receipt(receipt, language), lambda: make_receipt(receipt, language, year),
                         lambda: make_life_receipt(receipt, language)):
                code = make()['code']
                put_in_history(path, json.loads(receipt.read_text(encoding='utf-8')))
                for asked in ('zh', 'en'):
                    out = cli.run('store', 'receipt', code.lower(), where, language=asked).expect(0).out
                    assert out == receipt.read_text(encoding='utf-8'), (language, asked)
                kept.write_text(out, encoding='utf-8')
                cli.run('replay', kept).expect(0)
        cli.run('store', 'receipt', 'FFFF-FFFF', where).refused(3)
        cli.run('store', 'receipt', where).refused(2)
        cli.run('store', 'receipt', code, where, '--policy', here).refused(4)
        cli.run('store', 'receipt', code, '--file', here / 'none.db').refused(7)


def test_replay_edited():
    with folder() as here:
        receipt = here / 'R.json'
        paid = make_receipt(receipt)['result']['visits'][0]['setlinfo']['hifp_pay']
        other = change(receipt, here / 'E.json', f'"hifp_pay" : "{paid}"', '"hifp_pay" : "1.00"')
        out = cli.run('replay', other).expect(1).out
        assert f'/visits/0/setlinfo/hifp_pay: 1.00 → {paid}' in out
        other = change(receipt, here / 'F.json', '"psn_type" : "1201"', '"psn_type" : "1101"')
        assert '/code' in cli.run('replay', other).refused(3).err
        (here / 'G.json').write_text('{"format": "mingsuan-receipt/1"')
        cli.run('replay', here / 'G.json').refused(3)
        cli.run('replay', here / 'none.json').refused(7)


def test_replay_other_packs():
    with folder() as here:
        receipt, packs = here / 'R.json', here / 'packs'
        make_receipt(receipt)
        packs.mkdir()
        cli.run('replay', receipt, '--policy', packs).refused(4)
        text = (policies / PACK).read_text(encoding='utf-8')
        revision = json.loads(text)['revision']
        newer = text.replace(f'"revision": "{revision}"', '"revision": "2099-01-01"', 1)
        (packs / PACK).write_text(newer.replace('"85%"', '"75%"'), encoding='utf-8')
        out = cli.run('replay', receipt, '--policy', packs).expect(1).out
        assert '/visits/0/setlinfo/hifp_pay' in out and 'since the policy pack of 2099-01-01' in out
        (packs / PACK).write_text(newer, encoding='utf-8')
        assert '/packs/0/revision' in cli.run('replay', receipt, '--policy', packs).expect(0).out
        archive = packs / 'archive' / revision
        archive.mkdir(parents=True)
        shutil.copy(policies / PACK, archive / PACK)
        assert 'same bytes' in cli.run('replay', receipt, '--policy', packs).expect(0).out


def test_as_test():
    text = cli.run('receipt', retired, '--as-test', 'retired', '--note', 'n').expect(0).out
    assert 'brdy' not in text
    made = json.loads(text)
    assert made['id'] == 'retired' and made['pack'] == '110000-310' and 'psn_cash_pay' in made['expect']
    cli.run('receipt').refused(2)
    cli.run('receipt', retired, '--as-tset', 'x').refused(2)


def test_verify():
    with folder() as here:
        path = here / 'h.db'
        where = make_history(path)
        out = cli.run('store', 'verify', where).expect(0).out
        last = out.split()[-1]
        assert len(last) == 64
        assert 'row 12' in cli.run('store', 'verify', where, '--has', last).expect(0).out
        cli.run('store', 'verify', where, '--has', 'f' * 64).refused(3)
        with contextlib.closing(sqlite3.connect(path)) as db, db:
            db.execute("UPDATE estimate SET name = 'x'")
        assert 'row' in cli.run('store', 'verify', where).refused(3).err


def test_no_file_is_made():
    with folder() as here:
        for words in (['verify'], ['backup', 'x.db'], ['export'], ['purge', '--before', '2026-01-01'], ['search']):
            cli.run('store', *words, f'--file={here / "none.db"}').refused(7)
        assert not list(here.iterdir())


def test_backup_and_restore():
    with folder() as here:
        path, copy = here / 'h.db', here / 'copy.db'
        where = make_history(path)
        cli.run('store', 'backup', copy, where).expect(0)
        make_history(path, 5)
        assert 'row' in cli.run('store', 'verify', where).expect(0).out
        cli.run('store', 'restore', copy, where).expect(0)
        assert cli.run('store', 'verify', where).expect(0).out.startswith('12 ')
        assert cli.run('store', 'verify', f'--file={path}.before-restore').expect(0).out.startswith('17 ')
        cli.run('store', 'restore', here / 'none.db', where).refused(3)
        (here / 'bad.db').write_bytes(b'not a backup')
        cli.run('store', 'restore', here / 'bad.db', where).refused(3)
        assert cli.run('store', 'verify', where).expect(0).out.startswith('12 ')


def test_search_purge_export():
    with folder() as here:
        where = make_history(here / 'h.db')
        kept = json.loads(cli.run('store', 'export', where).expect(0).out)
        assert kept['format'] == 'mingsuan-export/1'
        first = kept['estimates'][0]
        out = cli.run('store', 'search', first['number'], where).expect(0).out
        assert first['receipt_code'] in out and len(out.splitlines()) == 3
        yuan = f'{int(first["total_fen"]) // 100}.{int(first["total_fen"]) % 100:02}'
        assert first['number'] in cli.run('store', 'search', '--total', yuan, where).expect(0).out
        cli.run('store', 'search', '--total', '5x', where).refused(2)
        cli.run('store', 'search', '--limit', '0', where).refused(2)
        cli.run('store', 'search', '--from', '2026-13-01', where).refused(2)
        assert 'no retention period' in cli.run('store', 'purge', where).refused(2).err
        cli.run('store', 'purge', '--before', '2026-11', where).refused(2)
        cli.run('store', 'purge', '--before', '2099-12-31', '--who', 'li', where).expect(0)
        left = json.loads(cli.run('store', 'export', where).expect(0).out)
        assert left['estimates'] == [] and left['log'][-1]['who'] == 'li'
        cli.run('store', 'verify', where).expect(0)


def test_retention():
    """The office's period, set and shown; purge without a day deletes what is older, and no more."""
    with folder() as here:
        where = f'--file={here / "h.db"}'
        cli.run('store', 'retention', where).refused(7)
        assert '30 days' in cli.run('store', 'retention', '30', '--who', 'chen', where).expect(0).out
        assert '30 days' in cli.run('store', 'retention', where).expect(0).out
        for wrong in ('0', '-1', '36526', 'long', '3.5'):
            cli.run('store', 'retention', where, '--', wrong).refused(2)
        assert '30 days' in cli.run('store', 'retention', where).expect(0).out
        assert json.loads(cli.run('store', 'export', where).expect(0).out)['log'][-1]['who'] == 'chen'
        make_history(here / 'h.db')
        for days, left in ((31, 1), (29, 0)):
            made = (datetime.datetime.now() - datetime.timedelta(days=30)).strftime('%Y-%m-%dT12:00:00+08:00')
            with contextlib.closing(sqlite3.connect(here / 'h.db')) as db, db:
                db.execute('DELETE FROM estimate WHERE id > (SELECT min(id) FROM estimate)')
                db.execute('UPDATE estimate SET made_at = ?', (made,))
            cli.run('store', 'retention', str(days), where).expect(0)
            out = cli.run('store', 'purge', '--who', 'li', where).expect(0).out
            assert out.startswith(f'{1 - left} estimate'), out
            assert len(json.loads(cli.run('store', 'export', where).expect(0).out)['estimates']) == left
        assert 'until somebody' in cli.run('store', 'retention', 'none', where).expect(0).out
        cli.run('store', 'purge', where).refused(2)


def change_passphrase(where, *lines):
    """As lines of standard input, which is no terminal here."""
    return cli.run('store', 'passphrase', where, '--who', 'chen', text=''.join(line + '\n' for line in lines))


def test_passphrase():
    """The new passphrase opens the numbers, the old one no more; nothing else changes it."""
    identity = '11010519491231002X'
    with folder() as here:
        path = here / 'h.db'
        where = f'--file={path}'
        subprocess.run([tool, 'seal', path, 'the old one', identity], check=True)
        change_passphrase(where, 'not the old one', 'the new one', 'the new one').refused(3)
        change_passphrase(where, 'the old one', 'the new one', 'another one').refused(2)
        change_passphrase(where, 'the old one', 'short', 'short').refused(3)
        change_passphrase(where, 'the old one', 'the new one').refused(2)
        change_passphrase(where).refused(2)
        assert unseal(path, 'the old one') == identity
        change_passphrase(where, 'the old one', 'the new one', 'the new one').expect(0)
        assert unseal(path, 'the new one') == identity and unseal(path, 'the old one') is None
        log = json.loads(cli.run('store', 'export', where).expect(0).out)['log']
        assert log[-1]['who'] == 'chen' and log[-1]['what'] == 'vault-key'
        cli.run('store', 'verify', where).expect(0)


def unseal(path, passphrase):
    done = subprocess.run([tool, 'unseal', path, passphrase], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def test_passphrase_is_not_shown():
    """On a terminal nothing that is typed comes back, and afterwards it shows again."""
    with folder() as here:
        path = here / 'h.db'
        subprocess.run([tool, 'seal', path, 'the old one', '11010519491231002X'], check=True)
        terminal, end = pty.openpty()
        with subprocess.Popen([cli.path, '--lang', 'en', 'store', 'passphrase', f'--file={path}'], stdin=end,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            for prompt, line in ((b'Passphrase: ', b'the old one\n'), (b'New passphrase: ', b'the new one\n'),
                                 (b'Once more: ', b'the new one\n')):
                said = b''
                while prompt not in said:
                    byte = process.stderr.read(1)
                    assert byte, said
                    said += byte
                os.write(terminal, line)
            assert process.wait(30) == 0
        assert termios.tcgetattr(end)[3] & termios.ECHO
        os.set_blocking(terminal, False)
        with contextlib.suppress(BlockingIOError):
            assert b'one' not in os.read(terminal, 1000)
        os.close(terminal)
        os.close(end)
        assert unseal(path, 'the new one') is not None


def edit(path, sql):
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute(sql)


def test_faults():
    """A file that cannot be trusted is named, refused and left as it is; another fault has another exit code."""
    with folder() as here:
        path = here / 'h.db'
        where = make_history(path)
        edit(path, 'PRAGMA journal_mode = DELETE')
        sound = path.read_bytes()
        flipped = bytearray(sound)
        flipped[len(sound) // 2] ^= 4
        for number, bad in enumerate((b'not a history', sound[:len(sound) // 3], sound[:5000], bytes(flipped))):
            path.write_bytes(bad)
            assert str(path) in cli.run('store', 'verify', where).expect(3).err or number == 3
            assert cli.run('store', 'verify', where, language='zh').expect(3).err.strip()
            if number < 3:
                assert path.read_bytes() == bad, number
        path.write_bytes(sound)
        edit(path, 'PRAGMA user_version = 99')
        for words in (['verify'], ['search'], ['export'], ['backup', here / 'copy.db']):
            assert 'newer version' in cli.run('store', *words, where).refused(3).err
        edit(path, 'PRAGMA user_version = 3')
        cli.run('store', 'verify', where).expect(0)


def test_no_room():
    """No room for the copy: the exit code of a file that cannot be written, and no half of a copy."""
    with folder() as here:
        where = make_history(here / 'h.db', 40)
        words = [cli.path, '--lang', 'en', 'store', 'backup', str(here / 'copy.db'), where]
        done = subprocess.run(['prlimit', '--fsize=100000', *words], capture_output=True, text=True, check=False,
                              preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
        assert done.returncode == 7 and 'the disk is full' in done.stderr, done
        assert sorted(file.name for file in here.iterdir() if file.name.startswith('copy')) == []
        cli.run('store', 'verify', where).expect(0)
        cli.run('store', 'backup', here / 'no' / 'folder' / 'copy.db', where).refused(7)


def test_approvals():
    """Two people, the same bytes; looking makes no file; a changed pack is approved by nobody."""
    with folder() as here:
        where = f'--file={here / "h.db"}'
        packs = here / 'packs'
        packs.mkdir()
        shutil.copy(policies / PACK, packs / PACK)
        options = [f'--policy={packs}', where]
        assert '—' in cli.run('policy', 'approvals', *options).expect(0).out
        assert not (here / 'h.db').exists()
        cli.run('policy', 'submit', '110000-310', *options).refused(2)
        assert 'forward' in cli.run('policy', 'approve', '110000-310', '--who', 'li', *options).refused(3).err
        cli.run('policy', 'submit', '110000-310', '--who', 'chen', *options).expect(0)
        assert 'another person' in cli.run('policy', 'approve', '110000-310', '--who', 'Chen', *options).refused(3).err
        assert 'li' in cli.run('policy', 'approve', packs / PACK, '--who', 'li', *options).expect(0).out
        row = cli.run('policy', 'approvals', *options).expect(0).out.splitlines()[-1].split()
        assert row[0] == '110000-310' and row[3] == 'chen' and row[5] == 'li', row
        cli.run('store', 'verify', where).expect(0)
        text = (packs / PACK).read_text(encoding='utf-8')
        (packs / PACK).write_text(text.replace('"85%"', '"75%"', 1), encoding='utf-8')
        assert cli.run('policy', 'approvals', *options).expect(0).out.splitlines()[-1].split()[3:] == ['—', '—']
        (packs / PACK).write_text('{', encoding='utf-8')
        cli.run('policy', 'submit', packs / PACK, '--who', 'chen', *options).refused(3)


def test_words():
    assert 'store search' in cli.run('store', 'srch').refused(2).err
    for command in ('policy submit', 'policy approve', 'policy approvals', 'receipt', 'replay', 'store receipt',
                    'store verify', 'store backup', 'store restore', 'store export', 'store purge', 'store search',
                    'store retention', 'store passphrase'):
        for language in ('zh', 'en'):
            text = cli.run(*command.split(), '--help', language=language).expect(0).out
            assert text.startswith(f'mingsuan-cli {command}') and ('Example' in text) == (language == 'en')


if __name__ == '__main__':
    sys.exit(tap.main([(name[5:].replace('_', '-'), function) for name, function in list(globals().items())
                       if name.startswith('test_')]))
