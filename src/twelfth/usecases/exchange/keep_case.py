"""A case, which is a plain file, as a goal that is kept."""

from twelfth.base import NotFound, invalid
from twelfth.goal import Case
from twelfth.usecases.exchange.read_export import GOAL_NAME, LONGEST_NAME, PACK_NAME
from twelfth.usecases.keeping.kept import Begun, GoalCard, Thing
from twelfth.usecases.keeping.ports import GoalShelf
from twelfth.usecases.ports import AuditEvent, CaseShelf, Clock, PackShelf


def keep_case(file: str, *, cases: CaseShelf, packs: PackShelf, goals: GoalShelf, clock: Clock) -> Begun:
    """Begin a goal with everything a case says. packs: those of goals.

    Raises:
        NotFound: no such case, or its pack is not among those of goals.
        InvalidInput: the case has mistakes, or a name that no goal can have.
        Conflict: a goal of its name is kept.
    """
    begun = begun_case(cases.get(file), packs=packs, clock=clock)
    goals.begin(begun, event=AuditEvent(action="import", subject=begun.card.name, on=clock.today()))
    return begun


def begun_case(case: Case, *, packs: PackShelf, clock: Clock) -> Begun:
    """A goal of a case, from today on. Raises NotFound and InvalidInput as `keep_case`."""
    if not GOAL_NAME.fullmatch(case.name) or len(case.name) > LONGEST_NAME:
        raise invalid("name of the case", case.name, f"at most {LONGEST_NAME} letters, digits, - and _", field="name")
    if not PACK_NAME.fullmatch(case.pack):
        raise NotFound(
            f"The pack {case.pack!r} is a folder of its own: a goal that is kept needs its pack beside it.",
            next_step="Copy it into the folder `packs` of your home, and name it in the case by its name alone.",
        )
    packs.get(case.pack)
    card = GoalCard(
        name=case.name,
        title=case.title,
        pack=case.pack,
        begun=clock.today(),
        capacity=case.capacity,
        also_known_as=case.also_known_as,
        invented=case.invented,
    )
    things: tuple[Thing, ...] = (*case.sources, *case.facts, *case.attempts, *case.ways)
    return Begun(card=card, things=things)
