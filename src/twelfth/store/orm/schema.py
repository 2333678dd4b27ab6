"""Which version the tables have, and bringing them to the one this code knows: in one transaction, or not at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from twelfth.base import Conflict
from twelfth.store.orm.sqlite.guard import sqlite_library

LABEL = "kept"
LOCK = 0x7E1F7
"""Of the change of tables, where a server is asked for it by number."""

Migration = tuple[str, str]
OWN = Path(__file__).parent / "migrations"


def own_migrations() -> frozenset[str]:
    """The names of the versions of the store's own tables that this code knows."""
    return frozenset(file.stem for file in OWN.glob("[0-9]*.py"))


def check_not_newer(applied: frozenset[str], *, where: str) -> None:
    """Raises Conflict where the tables have a version this code does not know."""
    if newer := sorted(applied - own_migrations()):
        raise Conflict(
            f"{where} was written by a newer Twelfth ({newer[-1]}). It was not touched.",
            next_step="Install the newer Twelfth, or restore a backup made by this one.",
        )


def bring_up_to_date(*, where: str, before: Callable[[], object]) -> bool:
    """See to it that every table is there as this code knows it; whether anything was changed.

    before: called once, before anything is changed. Two processes that come at once do it one after the other.

    Raises:
        Conflict: the tables are newer than this code.
    """
    applied = _applied()
    check_not_newer(frozenset(name for label, name in applied if label == LABEL), where=where)
    if _known() <= applied:
        return False
    before()
    _migrate()
    return True


def _known() -> frozenset[Migration]:
    """Every version of every table of the apps there are."""
    folders = {one.label: Path(one.path) / "migrations" for one in apps.get_app_configs()}
    return frozenset((label, file.stem) for label, folder in folders.items() for file in folder.glob("[0-9]*.py"))


def _applied() -> frozenset[Migration]:
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return frozenset()
        cursor.execute("SELECT app, name FROM django_migrations")
        return frozenset((str(app), str(name)) for app, name in cursor.fetchall())


def _migrate() -> None:
    """Django would commit once for each migration and once more for the note that it was made; a kill in between would
    leave tables that nobody can change any more. So all of it is one transaction. SQLite checks foreign keys before the
    end of it, Django, and not while tables are taken apart."""
    from django.db.migrations.executor import MigrationExecutor

    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            executor = MigrationExecutor(connection)
            executor.migrate(executor.loader.graph.leaf_nodes())
            connection.check_constraints()
    finally:
        connection.enable_constraint_checking()


def applied_in(sqlite: Any) -> frozenset[str]:
    """The versions of the store's own tables in a plain connection to SQLite; none where it is not ours."""
    try:
        found = sqlite.execute("SELECT name FROM django_migrations WHERE app = ?", (LABEL,)).fetchall()
    except sqlite_library().OperationalError:
        return frozenset()
    return frozenset(str(name) for (name,) in found)
