"""Goals in a database, by Django: SQLite in a folder of one's own, or PostgreSQL.

Importing this loads nothing; Django loads it too, as an app. The shelves have tables, and tables are made once Django
knows its settings: whoever asks for a shelf before a database is open gets Django with the settings of the store.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twelfth.store.orm.backup import Backup, back_up, back_up_daily, backups_in
    from twelfth.store.orm.database import Opened, open_database
    from twelfth.store.orm.effort_log import OrmEffort
    from twelfth.store.orm.goal_shelf import OrmGoals
    from twelfth.store.orm.health import Checked, doctor
    from twelfth.store.orm.restoration import restore
    from twelfth.store.orm.transactions import writing

FILES = {
    "Backup": "backup",
    "Checked": "health",
    "Opened": "database",
    "OrmEffort": "effort_log",
    "OrmGoals": "goal_shelf",
    "back_up": "backup",
    "back_up_daily": "backup",
    "backups_in": "backup",
    "doctor": "health",
    "open_database": "database",
    "restore": "restoration",
    "writing": "transactions",
}
WITH_TABLES = ("OrmEffort", "OrmGoals")


def __getattr__(name: str) -> object:
    if name not in FILES:
        raise AttributeError(f"module 'twelfth.store.orm' has no attribute {name!r}")
    if name in WITH_TABLES:
        import_module("twelfth.store.orm.django_settings").make_ready()
    return getattr(import_module(f"twelfth.store.orm.{FILES[name]}"), name)


__all__ = [
    "Backup",
    "Checked",
    "Opened",
    "OrmEffort",
    "OrmGoals",
    "back_up",
    "back_up_daily",
    "backups_in",
    "doctor",
    "open_database",
    "restore",
    "writing",
]
