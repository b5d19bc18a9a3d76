"""The peer that reports are measured against: DuckDB over the same tables, in a file of its own.

    python duck.py load OFFICE.db TABLES.duckdb
    python duck.py ask TABLES.duckdb QUESTION.sql
"""

import pathlib
import sys

import duckdb

TABLES = {
    "place": "id BIGINT, parent_id BIGINT, level VARCHAR, name VARCHAR",
    "org": "id BIGINT, class VARCHAR, exempt BIGINT, name VARCHAR",
    "member": "id BIGINT, class VARCHAR, org_id BIGINT",
    "registration": "id BIGINT, member_id BIGINT, org_id BIGINT, place_id BIGINT, from_day DATE, until_day DATE",
    "need": "id BIGINT, code VARCHAR, kind VARCHAR, theme VARCHAR, place_id BIGINT, state VARCHAR, came_from VARCHAR, "
    "quantity BIGINT, deadline DATE, collected_on DATE, verified_on DATE, published_on DATE, closed_on DATE, "
    "content VARCHAR",
    "claim": "id BIGINT, need_id BIGINT, state VARCHAR, quantity BIGINT, unnamed BIGINT, claimed_on DATE, deadline DATE, "
    "started_on DATE, completed_on DATE, confirmed_on DATE, ended_on DATE, satisfaction BIGINT",
    "claim_party": "id BIGINT, claim_id BIGINT, role VARCHAR, member_id BIGINT, org_id BIGINT, outsider_id BIGINT",
    "outsider": "id BIGINT, class VARCHAR",
    "entry": 'id BIGINT, "at" VARCHAR, operator VARCHAR, command VARCHAR',
    "revision": "id BIGINT",
}
# Expands runs of revisions that are stored as one row.
SOURCES = {
    "revision": "(WITH RECURSIVE one (id, rest) AS (SELECT id, records FROM revision_run "
    "UNION ALL SELECT id + 1, rest - 1 FROM one WHERE rest > 1) SELECT id FROM revision UNION ALL SELECT id FROM one)",
}


def load(office, target):
    import csv
    import os
    import sqlite3
    import tempfile

    source = sqlite3.connect(f"file:{office}?mode=ro", uri=True)
    tables = duckdb.connect(target)
    for table, columns in TABLES.items():
        names = ", ".join(column.split()[0] for column in columns.split(", "))
        with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False, newline="", encoding="utf-8") as rows:
            csv.writer(rows).writerows(source.execute(f"SELECT {names} FROM {SOURCES.get(table, table)} ORDER BY id"))
        tables.execute(f"CREATE TABLE {table} ({columns})")
        if os.path.getsize(rows.name):
            tables.execute(f"COPY {table} FROM '{rows.name}' (HEADER false, NULLSTR '')")
        os.unlink(rows.name)
    tables.close()


def ask(tables, question):
    sql = pathlib.Path(question).read_text(encoding="utf-8")
    if sql.startswith("-- After stage.sql."):
        sql = pathlib.Path(question).with_name("stage.sql").read_text(encoding="utf-8") + sql
    connection = duckdb.connect(tables, read_only=True)
    for row in connection.execute(sql).fetchall():
        print("|".join("" if cell is None else str(cell) for cell in row))


if __name__ == "__main__":
    {"load": load, "ask": ask}[sys.argv[1]](*sys.argv[2:])
