"""Where everything a person owns lives."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """folder: of the database, the backups and own packs. database_url: of a PostgreSQL in place of the file, or ""."""

    folder: Path
    database_url: str = ""


def home_of() -> Home:
    """TWELFTH_HOME, else the usual place of this system; DATABASE_URL where there is one."""
    named = os.environ.get("TWELFTH_HOME", "")
    folder = Path(named).expanduser() if named else user_data_path("twelfth", appauthor=False)
    return Home(folder=folder.absolute(), database_url=os.environ.get("DATABASE_URL", ""))
