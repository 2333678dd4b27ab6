"""Cases by name or path, and behind them the goals kept at home, which are opened when a name is none of those."""

from twelfth.base import NotFound
from twelfth.compose.home import Home, home_of
from twelfth.goal import Case, Process
from twelfth.packs import FileCases, FilePacks
from twelfth.usecases import AuditEvent, CaseOf, CaseShelf, Draft

DATABASE = "twelfth.sqlite3"


class LateGoals:
    """A CaseShelf: examples and files first, so that nothing is opened for them."""

    def __init__(self, files: FileCases) -> None:
        self._files = files
        self._kept: dict[str, CaseOf] = {}

    def names(self) -> tuple[str, ...]:
        return self._files.names()

    def get(self, name: str) -> Case:
        """Raises NotFound, InvalidInput."""
        return self._shelf(name).get(name)

    def process_of(self, name: str) -> Process:
        """Raises NotFound, InvalidInput."""
        return self._shelf(name).process_of(name)

    def add(self, draft: Draft, *, event: AuditEvent) -> str:
        """As the shelf of files."""
        return self._files.add(draft, event=event)

    def _shelf(self, name: str) -> CaseShelf:
        if name in self._kept:
            return self._kept[name]
        try:
            self._files.get(name)
        except NotFound as missing:
            home = home_of()
            if not home.database_url and not (home.folder / DATABASE).is_file():
                raise
            return self._opened(home, name, missing)
        return self._files

    def _opened(self, home: Home, name: str, missing: NotFound) -> CaseShelf:
        """The goal of that name; what was said of files where there is none."""
        from twelfth.store import OrmGoals, open_database

        open_database(home.folder, url=home.database_url)
        goals = OrmGoals()
        if all(one.thing.name != name for one in goals.cards()):
            raise missing
        self._kept[name] = CaseOf(goals.get(name), FilePacks(here=home.folder / "packs"))
        return self._kept[name]
