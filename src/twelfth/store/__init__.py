"""Where facts are kept. `memory` is the reference; others must behave like it.

`orm` keeps goals in a database. It and Django, which it needs, are loaded when they are asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from twelfth.store.memory import MemoryAuditLog, MemoryCases, MemoryEffort, MemoryGoals, MemoryPacks
from twelfth.store.told import KINDS, card_from, kind_of, line_of, row_from, thing_from, told

if TYPE_CHECKING:
    from twelfth.store.orm import (
        Checked,
        Opened,
        OrmEffort,
        OrmGoals,
        back_up,
        back_up_daily,
        doctor,
        open_database,
        restore,
    )

LATE = (
    "Checked",
    "Opened",
    "OrmEffort",
    "OrmGoals",
    "back_up",
    "back_up_daily",
    "doctor",
    "open_database",
    "restore",
)


def __getattr__(name: str) -> object:
    if name not in LATE:
        raise AttributeError(f"module 'twelfth.store' has no attribute {name!r}")
    return getattr(import_module("twelfth.store.orm"), name)


__all__ = [
    "KINDS",
    "Checked",
    "MemoryAuditLog",
    "MemoryCases",
    "MemoryEffort",
    "MemoryGoals",
    "MemoryPacks",
    "Opened",
    "OrmEffort",
    "OrmGoals",
    "back_up",
    "back_up_daily",
    "card_from",
    "doctor",
    "kind_of",
    "line_of",
    "open_database",
    "restore",
    "row_from",
    "thing_from",
    "told",
]
