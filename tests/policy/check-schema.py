#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every pack fits the JSON Schema, and what does not fit is refused by it: check-schema.py ROOT."""
import copy
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print('1..0 # SKIP python3-jsonschema is not installed')
    sys.exit(0)

# Bad packs whose fault a schema can see; the others need the program.
SEEN_BY_SCHEMA = ['unknown-key', 'unknown-key-row', 'unknown-key-credit', 'missing-key', 'missing-key-credit', 'format',
                  'format-missing', 'missing-key-measure', 'missing-key-effective', 'wrong-type', 'wrong-type-list',
                  'wrong-type-null', 'wrong-type-bool', 'wrong-type-object', 'bad-value-amount', 'bad-value-rate',
                  'bad-value-code', 'bad-value-range', 'bad-value-word', 'bad-evidence', 'bands-count-many',
                  'unknown-value-away', 'bad-value-guidance-topic', 'bad-value-guidance-unit',
                  'bad-value-guidance-number', 'bad-value-guidance-papers', 'bad-value-guidance-scheme',
                  'missing-key-guidance', 'no-source-guidance', 'unknown-key-guidance']
# Objects whose keys the pack chooses.
FREE_KEYS = {'sources', 'attributes', 'values', 'en', 'care', 'when', 'self_share_of'}

results = []


def point(good, what):
    results.append(good)
    print(f'{"ok" if good else "not ok"} {len(results)} - {what}')


def read(path):
    return json.loads(path.read_text(encoding='utf-8'))


def objects(value, path=()):
    """Yield (path, object) for each object whose keys the format fixes."""
    if isinstance(value, dict):
        if not path or path[-1] not in FREE_KEYS or (path[-1] == 'care' and path[0] == 'gaps'):
            yield path, value
        for key, child in value.items():
            yield from objects(child, path + (key,))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from objects(child, path + (index,))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def main(root):
    root = pathlib.Path(root)
    schema = read(root / 'data/policies/schema/mingsuan-policy-1.json')
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    packs = sorted((root / 'data/policies').glob('*.json')) + sorted((root / 'tests/policy/packs/good').glob('*.json'))
    packs.append(root / 'docs/examples/999900-310.json')
    for path in packs:
        errors = list(validator.iter_errors(read(path)))
        for error in errors[:5]:
            print(f'# /{"/".join(map(str, error.absolute_path))}: {error.message[:200]}')
        point(not errors, f'{path.relative_to(root)} fits the schema')

    for name in SEEN_BY_SCHEMA:
        point(not validator.is_valid(read(root / f'tests/policy/packs/bad/{name}.json')), f'the schema refuses {name}')

    full = read(root / 'tests/policy/packs/good/990000-310.json')
    accepted = []
    for path, _ in objects(full):
        damaged = copy.deepcopy(full)
        at(damaged, path)['no_such_key'] = 'x'
        if validator.is_valid(damaged):
            accepted.append('/' + '/'.join(map(str, path)))
    for pointer in accepted:
        print(f'# {pointer} takes any key')
    point(not accepted, 'the schema refuses an unknown key everywhere')

    undescribed = [name for name, definition in schema['$defs'].items()
                   if 'description' not in definition and name not in ('text', 'care_version')]
    point(not undescribed, 'every definition is described')
    print(f'1..{len(results)}')
    return 0 if all(results) else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
