"""Django's own backend for SQLite, made over the SQLite chosen by the guard and set up by it.

Django imports this by name (`ENGINE`). It knows one SQLite, `sqlite3`; while its backend is imported, and no longer,
that name stands for ours.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from twelfth.store.orm.sqlite.guard import BACKEND, damage_told, prepare, sqlite_library

NAMES = ("sqlite3", "sqlite3.dbapi2")


@contextmanager
def _sqlite_is_ours() -> Iterator[None]:
    ours = sqlite_library().__name__.partition(".")[0]
    if ours == "sqlite3":
        yield
        return
    before = {name: sys.modules.get(name) for name in NAMES}
    sys.modules |= {"sqlite3": import_module(ours), "sqlite3.dbapi2": sqlite_library()}
    try:
        yield
    finally:
        for name, module in before.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module


with _sqlite_is_ours():
    _django: Any = import_module(BACKEND)


class DatabaseWrapper(_django.DatabaseWrapper):  # type: ignore[misc]
    """A connection as the guard wants it."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        with damage_told():
            connection = super().get_new_connection(conn_params)
        try:
            prepare(connection, self.Database.sqlite_version_info)
        except Exception:
            connection.close()
            raise
        return connection
