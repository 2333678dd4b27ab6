"""Made-up roadmaps of a case, for tests of what follows from one."""

from dataclasses import replace
from datetime import date

from twelfth.usecases import CaseRoadmap, DatedMile, DayChance, KindChance

AS_OF, UNTIL = date(2025, 12, 17), date(2026, 12, 17)
EMPTY = CaseRoadmap(
    case="newcomer",
    title="Somebody",
    invented=True,
    process="express-entry",
    process_title="A process",
    pack_version="1.0.0",
    attribution="",
    as_of=AS_OF,
    until=UNTIL,
    hours_per_week=10,
    budget=1000,
    currency="CAD",
    target=None,
    status="found",
    chance=0.2,
    within=(0.1, 0.3),
    bound=0.2,
    idle=0.1,
    idle_within=(0.05, 0.2),
    weeks=None,
    least=None,
    miles=(),
    kinds=(KindChance(title="A kind", planned=0.2, idle=0.1),),
    by=(DayChance(day=UNTIL, planned=0.2, idle=0.1),),
    guessed=None,
    conflicts=(),
    aside=(),
    warnings=(),
    ends_early="",
    evidence="points",
    slices=1,
    seed=0,
    cut=False,
    versions=(),
)
MILE = DatedMile(
    move="one",
    title="One",
    begins=date(2025, 12, 18),
    done=date(2026, 1, 8),
    hours=20,
    cost=0,
    work=((date(2025, 12, 18), 10), (date(2025, 12, 25), 10)),
    passes=1.0,
    again=None,
    guessed=False,
    own=False,
    counted=True,
    note="",
    source=(),
)


def road(*miles: DatedMile) -> CaseRoadmap:
    """A roadmap of a year with these miles."""
    return replace(EMPTY, miles=miles)


def mile(**changed: object) -> DatedMile:
    """A mile of two weeks of work and a week of waiting, changed as told."""
    return replace(MILE, **changed)  # type: ignore[arg-type]
