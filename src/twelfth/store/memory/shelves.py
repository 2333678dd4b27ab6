"""Packs and cases in memory, for tests and for whoever embeds Twelfth with values of their own."""

from twelfth.base import Conflict, NotFound
from twelfth.goal import Case, Process
from twelfth.usecases import AuditEvent, Draft


class MemoryPacks:
    """A PackShelf in memory."""

    def __init__(self, *processes: Process) -> None:
        self._processes = {process.name: process for process in processes}
        self.drafts: dict[str, Draft] = {}
        self.events: list[AuditEvent] = []

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._processes))

    def get(self, name: str) -> Process:
        """Raises NotFound."""
        if name not in self._processes:
            raise NotFound(f"There is no pack {name!r}.", next_step=f"There are: {', '.join(self.names())}.")
        return self._processes[name]

    def add(self, draft: Draft, *, event: AuditEvent) -> str:
        """Raises Conflict when the name is taken."""
        _keep(self.drafts, draft, taken=self.names())
        self.events.append(event)
        return draft.name

    def draft_from_people(self, name: str, people: str) -> Draft:
        """Not offered in memory: there are no files to read."""
        raise NotFound(f"There is no file {people!r} in memory to draft {name!r} from.")


class MemoryCases:
    """A CaseShelf in memory."""

    def __init__(self, packs: MemoryPacks, *cases: Case) -> None:
        self._packs = packs
        self._cases = {case.name: case for case in cases}
        self.drafts: dict[str, Draft] = {}
        self.events: list[AuditEvent] = []

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._cases))

    def get(self, name: str) -> Case:
        """Raises NotFound."""
        if name not in self._cases:
            raise NotFound(f"There is no case {name!r}.", next_step=f"There are: {', '.join(self.names())}.")
        return self._cases[name]

    def process_of(self, name: str) -> Process:
        return self._packs.get(self.get(name).pack)

    def add(self, draft: Draft, *, event: AuditEvent) -> str:
        """Raises Conflict when the name is taken."""
        _keep(self.drafts, draft)
        self.events.append(event)
        return draft.name


def _keep(drafts: dict[str, Draft], draft: Draft, *, taken: tuple[str, ...] = ()) -> None:
    if draft.name in drafts or draft.name in taken:
        raise Conflict(f"{draft.name!r} is there already.", next_step="Choose another name.")
    drafts[draft.name] = draft
