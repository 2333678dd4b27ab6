"""Where facts are kept. `memory` is the reference; others must behave like it.

`orm` keeps goals in a database. It and Django, which it needs, are loaded when they are asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from twelfth.store.memory import MemoryAuditLog, MemoryCases, MemoryEffort, MemoryGoals, MemoryPacks
from twelfth.usecases import KINDS, card_from, kind_of, line_of, row_from, thing_from, told

if TYPE_CHECKING:
    from twelfth.store.archive import MOST_BYTES, archive_of, text_in
    from twelfth.store.orm import (
        Backup,
        Checked,
        Opened,
        OrmEffort,
        OrmGoals,
        back_up,
        back_up_daily,
        backups_in,
        doctor,
        open_database,
        restore,
        writing,
    )

LATE = (
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
)
OF_ARCHIVES = ("MOST_BYTES", "archive_of", "text_in")
"""Loaded when asked for: few commands read or write an archive."""


def __getattr__(name: str) -> object:
    if name not in (*LATE, *OF_ARCHIVES):
        raise AttributeError(f"module 'twelfth.store' has no attribute {name!r}")
    return getattr(import_module("twelfth.store.orm" if name in LATE else "twelfth.store.archive"), name)


__all__ = [
    "KINDS",
    "MOST_BYTES",
    "Backup",
    "Checked",
    "MemoryAuditLog",
    "MemoryCases",
    "MemoryEffort",
    "MemoryGoals",
    "MemoryPacks",
    "Opened",
    "OrmEffort",
    "OrmGoals",
    "archive_of",
    "back_up",
    "back_up_daily",
    "backups_in",
    "card_from",
    "doctor",
    "kind_of",
    "line_of",
    "open_database",
    "restore",
    "row_from",
    "text_in",
    "thing_from",
    "told",
    "writing",
]
