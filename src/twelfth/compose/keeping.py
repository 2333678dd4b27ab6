"""The workplace with everything a person keeps: goals, work, roads, audits."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from twelfth.compose.home import Home
from twelfth.compose.safe import back_up_once_a_day
from twelfth.compose.workplace import SystemClock, Workplace, workplace
from twelfth.packs import FileCases, FilePacks, LatePeople
from twelfth.usecases import EffortLog, Goals, KeptCases, PeopleReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """`place`, whose cases are the goals kept and behind them the examples; goals; work; the home they live in;
    and what reads a pasted table of people."""

    place: Workplace
    goals: Goals
    effort: EffortLog
    home: Home
    people: PeopleReader

    @property
    def folder(self) -> Path:
        return self.home.folder

    def at_once(self) -> AbstractContextManager[None]:
        """Several writes inside: all of them are kept, or nothing. Raises TwelfthError."""
        from twelfth.store import writing

        return writing()


def keeping(home: Home, *, settings: Mapping[str, object] | None = None) -> Keeping:
    """Open what is kept at home, and back it up where this is its first use of the day. settings: of the web app, where
    there is one.

    Raises:
        TwelfthError: the database cannot be opened, is newer than this program, or is none.
    """
    from twelfth.store import OrmEffort, OrmGoals, open_database

    today = SystemClock().today()
    opened = open_database(home.folder, url=home.database_url, settings=settings, today=today)
    if not opened.new:
        back_up_once_a_day(home, on=today)
    goals = OrmGoals()
    own = home.folder / "packs"
    own.mkdir(mode=0o700, exist_ok=True)
    packs = FilePacks(here=own)
    cases = KeptCases(goals, packs, FileCases(packs, here=own))
    place = replace(workplace(here=own), packs=packs, cases=cases)
    return Keeping(place=place, goals=goals, effort=OrmEffort(), home=home, people=LatePeople())
