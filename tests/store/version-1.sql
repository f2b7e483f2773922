-- A history file as version 1 of the tables left it.
CREATE TABLE estimate ( id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, made_at TEXT NOT NULL, receipt_code TEXT NOT NULL, region TEXT NOT NULL, insutype TEXT NOT NULL, pack_id TEXT NOT NULL, pack_revision TEXT NOT NULL, pack_sha256 TEXT NOT NULL, engine TEXT NOT NULL, name TEXT, total_fen INTEGER NOT NULL CHECK (total_fen >= 0), fund_fen INTEGER NOT NULL CHECK (fund_fen >= 0), person_fen INTEGER NOT NULL CHECK (person_fen >= 0), case_json TEXT NOT NULL, result_json TEXT NOT NULL, CHECK (fund_fen + person_fen = total_fen)) STRICT;
CREATE INDEX estimate_by_day ON estimate (made_at);
CREATE INDEX estimate_by_code ON estimate (receipt_code);
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE log ( seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE) STRICT;
CREATE TRIGGER log_is_append_only_u BEFORE UPDATE ON log BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_append_only_d BEFORE DELETE ON log BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
INSERT INTO setting VALUES ('office', '某区医保经办大厅');
INSERT INTO estimate VALUES (1, '2026-11-20-0001', '2026-11-20T09:00:00+08:00', 'AAAA-0001', '110000', '310', '110000-310', '2026-11-18', 'abababababababababababababababababababababababababababababababab', '0.1.0', NULL, 5000000, 4503000, 497000, '{"case":1}', '{"result":1}');
INSERT INTO estimate VALUES (3, '2026-11-21-0001', '2026-11-21T10:00:00+08:00', 'BBBB-0001', '990000', '390', '990000-390', '2026-11-18', 'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd', '0.1.0', NULL, 1, 0, 1, '{"case":3}', '{"result":3}');
INSERT INTO log VALUES (1, '2026-11-20T08:59:00+08:00', 'chen', 'setting', 'office', '某区医保经办大厅', '0000000000000000000000000000000000000000000000000000000000000000', 'f0f7900f244bf5e44ee21470d03348a238bfc7ec9cf3b45958ce5db27936f09c');
INSERT INTO log VALUES (2, '2026-11-20T09:00:00+08:00', 'chen', 'keep', '2026-11-20-0001', '49a15c2397873ea2a598614fb7cbd3a26b67e2634a8df35173e9741b15d965ec', 'f0f7900f244bf5e44ee21470d03348a238bfc7ec9cf3b45958ce5db27936f09c', '4122ab1f8aec14ccab7374b5aa86bf43f7f4eacae2420a3ee0249906fad12c05');
INSERT INTO log VALUES (3, '2026-11-20T09:05:00+08:00', 'chen', 'keep', '2026-11-20-0002', 'c1e0a2ac285edc43ebe591814833ab53ffaa53fdebe32e9a781caa0bb9cecf52', '4122ab1f8aec14ccab7374b5aa86bf43f7f4eacae2420a3ee0249906fad12c05', '9bec86843dd8658c3af28fd31bf2f34e0b299dc23502db69c553517c8bc5a10e');
INSERT INTO log VALUES (4, '2026-11-21T10:00:00+08:00', 'chen', 'keep', '2026-11-21-0001', 'c52294fb81b6d2716468e46364f06f7e1fefdd2eedacc0c10215983d1902be0c', '9bec86843dd8658c3af28fd31bf2f34e0b299dc23502db69c553517c8bc5a10e', '6f12059fd4610981358bf9c767eee3e904454a925d6cfcf400b77858e7d38606');
INSERT INTO log VALUES (5, '2026-11-21T11:00:00+08:00', 'li', 'delete', '2026-11-20-0002', '录错', '6f12059fd4610981358bf9c767eee3e904454a925d6cfcf400b77858e7d38606', '094a5cdfc4b05b364e0a6890f74780a8565bade3ef0b3f98a392a9669330f438');
PRAGMA user_version = 1;
