"""Wires ports to adapters. The only reader of the environment and of the clock."""

from twelfth.compose.archive_files import archive_bytes, archived_text, read_archive, save_archive, sent_text, sent_work
from twelfth.compose.home import Home, home_of
from twelfth.compose.keeping import Keeping, keeping
from twelfth.compose.safe import (
    BackupSeen,
    Health,
    HealthLine,
    back_up_home,
    backups_of,
    health_of,
    restore_home,
)
from twelfth.compose.unfinished import Noted, Unfinished
from twelfth.compose.workplace import (
    CALENDAR,
    PAGE,
    Fuse,
    Kind,
    LabelLearner,
    LatePlanner,
    LateRedrawer,
    LateSimulator,
    SystemClock,
    Workplace,
    colour_allowed,
    save_calendar,
    save_page,
    workplace,
)

__all__ = [
    "CALENDAR",
    "PAGE",
    "BackupSeen",
    "Fuse",
    "Health",
    "HealthLine",
    "Home",
    "Keeping",
    "Kind",
    "LabelLearner",
    "LatePlanner",
    "LateRedrawer",
    "LateSimulator",
    "Noted",
    "SystemClock",
    "Unfinished",
    "Workplace",
    "archive_bytes",
    "archived_text",
    "back_up_home",
    "backups_of",
    "colour_allowed",
    "health_of",
    "home_of",
    "keeping",
    "read_archive",
    "restore_home",
    "save_archive",
    "save_calendar",
    "save_page",
    "sent_text",
    "sent_work",
    "workplace",
]
