"""A kept goal as the case that every question about distance, odds and road is asked of."""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import date

from twelfth.base import Conflict, NotFound
from twelfth.goal import Case, Fact, Process, Round, decided_note
from twelfth.usecases.keeping.followed_steps import followed_steps
from twelfth.usecases.keeping.forecasts import foretold_of
from twelfth.usecases.keeping.kept import KeptGoal
from twelfth.usecases.keeping.own_process import fits, own_process, with_figures
from twelfth.usecases.keeping.ports import GoalShelf
from twelfth.usecases.keeping.worked import with_work
from twelfth.usecases.ports import AuditEvent, CaseShelf, Draft, PackShelf


def process_of(kept: KeptGoal, packs: PackShelf) -> Process:
    """The process of a goal: that of its pack, or what its own table amounts to, with the rounds the person added.

    Raises:
        NotFound, InvalidInput: of the pack.
    """
    process, table = packs.get(kept.card.thing.pack), None if kept.table is None else kept.table.thing
    if table is None or process.traits:
        return _with_rounds(process, kept)
    return with_figures(_with_rounds(own_process(process, table, title=kept.card.thing.title), kept), table)


def _with_rounds(process: Process, kept: KeptGoal) -> Process:
    own = [_within(one.thing, kept) for one in kept.rounds if all(one.thing.id != other.id for other in process.rounds)]
    if not own:
        return process
    return replace(process, rounds=tuple(sorted((*process.rounds, *own), key=lambda one: (one.decided, one.id))))


def _within(own: Round, kept: KeptGoal) -> Round:
    """A round of the person's own word with the month or year that its answer says it was decided in, where its day is
    only the last one of that."""
    answers = (one.thing.decided for one in kept.attempts if one.thing.round == own.id)
    within = next((one for one in answers if one is not None and one.latest == own.decided), None)
    return own if own.note or within is None else replace(own, note=decided_note(within))


class CaseOf:
    """A CaseShelf that holds one kept goal, read once, so that all that is answered has one ground."""

    def __init__(self, kept: KeptGoal, packs: PackShelf) -> None:
        self._process = process_of(kept, packs)
        decided = {one.id: one.decided for one in self._process.rounds}
        case = replace(kept.case, foretold=foretold_of(kept.forecasts))
        if kept.table is not None:
            case = replace(
                case,
                facts=tuple(one for one in case.facts if fits(one, self._process)),
                ways=tuple(one for one in case.ways if fits(one, self._process)),
            )
        case = replace(case, steps=followed_steps(kept, self._process))
        known = [one for one in case.attempts if one.round in decided]
        self._case = replace(case, attempts=tuple(sorted(known, key=lambda one: decided[one.round])))

    def if_so(self, *facts: Fact) -> "CaseOf":
        """The same goal as if these were so, in place of what is known of the same traits. Nothing is kept of it."""
        other, instead = copy(self), {one.trait for one in facts}
        stay = tuple(one for one in self._case.facts if one.trait not in instead)
        other._case = replace(self._case, facts=(*stay, *facts))
        return other

    def after_work(self, worked: Mapping[str, int], as_of: date) -> "CaseOf":
        """The same goal with what was worked, in minutes by move, taken off what is to be done."""
        other = copy(self)
        other._case = with_work(self._case, self._process, as_of, worked)
        return other

    def names(self) -> tuple[str, ...]:
        return (self._case.name,)

    def get(self, name: str) -> Case:
        """Raises NotFound."""
        if name != self._case.name:
            raise NotFound(f"There is no goal {name!r} here.", next_step=f"There is {self._case.name!r}.")
        return self._case

    def process_of(self, name: str) -> Process:
        """Raises NotFound."""
        self.get(name)
        return self._process

    def add(self, draft: Draft, *, event: AuditEvent) -> str:  # noqa: ARG002
        """Not offered. Raises Conflict."""
        raise Conflict(f"{draft.name!r} cannot be written here: a goal is begun, not drafted.")


class KeptCases:
    """A CaseShelf over every goal kept, and behind them over another shelf: kept names come first."""

    def __init__(self, goals: GoalShelf, packs: PackShelf, behind: CaseShelf) -> None:
        self._goals, self._packs, self._behind = goals, packs, behind

    def names(self) -> tuple[str, ...]:
        kept = [one.thing.name for one in self._goals.cards()]
        return (*kept, *(one for one in self._behind.names() if one not in kept))

    def get(self, name: str) -> Case:
        """Raises NotFound, InvalidInput."""
        return self._shelf(name).get(name)

    def process_of(self, name: str) -> Process:
        """Raises NotFound, InvalidInput."""
        return self._shelf(name).process_of(name)

    def add(self, draft: Draft, *, event: AuditEvent) -> str:
        """As the shelf behind."""
        return self._behind.add(draft, event=event)

    def _shelf(self, name: str) -> CaseShelf:
        kept = any(one.thing.name == name for one in self._goals.cards())
        return CaseOf(self._goals.get(name), self._packs) if kept else self._behind
