"""Writes a database of the tables there are now as SQL: once for each schema that is released, to be opened for ever.

A text and no binary, so that everybody can read what is kept. A file that is there is never written again: what was
released does not change.

Usage: python tools/released_schema.py tests/trust/schemas
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.kept_goals import BEGUN, EVENT
from tests.shelves_of_goals import a_database

from twelfth.store import OrmGoals
from twelfth.store.orm.schema import own_migrations
from twelfth.store.orm.sqlite.guard import sqlite_library


def lines_of(file: Path) -> Iterator[str]:
    """Statements that make the same database."""
    with closing(sqlite_library().connect(file)) as connection:
        made = connection.execute("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        made = [one for one in made if not one[0].startswith("sqlite_")]
        yield from (f"{' '.join(sql.split())};" for _, kind, sql in made if kind == "table")
        for table in [name for name, kind, _ in made if kind == "table"] + ["sqlite_sequence"]:
            columns = [one[1] for one in connection.execute(f'PRAGMA table_info("{table}")')]
            told = " || ',' || ".join(f'quote("{one}")' for one in columns)
            if table == "sqlite_sequence":
                yield f'DELETE FROM "{table}";'  # what the rows above have written there
            for (row,) in connection.execute(f'SELECT {told} FROM "{table}" ORDER BY 1'):
                yield f'INSERT INTO "{table}" VALUES ({row});'
        yield from (f"{' '.join(sql.split())};" for _, kind, sql in made if kind == "index")


def main(folder: Path) -> int:
    """0 where the schema there is now was written, or had been."""
    file = folder / f"{max(own_migrations())}.sql"
    if file.exists():
        print(f"{file} is there already, and stays.")
        return 0
    with tempfile.TemporaryDirectory() as home:
        with a_database(Path(home)):
            OrmGoals().begin(BEGUN, event=EVENT)
        folder.mkdir(exist_ok=True)
        file.write_text("\n".join(lines_of(Path(home) / "twelfth.sqlite3")) + "\n", encoding="utf-8")
    print(f"{file} written.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
