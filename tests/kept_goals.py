"""A goal with everything that can be kept of one, for the tests of whatever keeps goals."""

from dataclasses import replace
from datetime import date

from twelfth.base import UNKNOWN_DAY, Source, SourceKind, When, parse_when
from twelfth.goal import (
    Attempt,
    Capacity,
    Certainty,
    Clause,
    Comparison,
    Condition,
    Fact,
    Range,
    Round,
    Stage,
    StageName,
    Way,
)
from twelfth.usecases import (
    Addendum,
    AuditEvent,
    AuditKept,
    Begun,
    Document,
    ForecastKept,
    GoalCard,
    Goals,
    GoalState,
    Note,
    OnePerson,
    Pause,
    PeopleColumn,
    PeopleKept,
    RoadKept,
    Thing,
)
from twelfth.work import Ability, Effort, Learning, Timer

DAY = date(2026, 3, 2)
EVENT = AuditEvent(action="begin", subject="moon", on=DAY)
CARD = GoalCard(
    name="moon",
    title="To the moon — ¡ya!",
    pack="nasa-astronaut",
    begun=DAY,
    state=GoalState.SET_ASIDE,
    capacity=Capacity(hours_per_week=7.5, money=1e300, currency="EUR"),
    also_known_as=("Ana", "José 🚀"),
    invented=True,
    again_on=date(2027, 1, 1),
)
PLAIN_CARD = GoalCard(name="plain", title="", pack="blank", begun=DAY)
SUBMITTED = Stage(stage=StageName.SUBMITTED, on=parse_when("1998-06"))
TURNED_DOWN = Stage(stage=StageName.NOT_SELECTED, on=UNKNOWN_DAY)
WHERE = Condition(
    text="age from 20 to 29 and meets degree",
    clauses=(
        Clause(name="age", how=Comparison.BETWEEN, low=20, high=29),
        Clause(name="degree", how=Comparison.MEETS, low=1),
    ),
)
LEVELS: tuple[object, ...] = (
    True,
    False,
    7,
    -(2**70),
    7.0,
    5e-324,
    1e308,
    0.1,
    "master",
    "",
    date(1, 1, 1),
    Range(1, 2.5),
)
TABLE = PeopleKept(
    on=DAY,
    columns=(
        PeopleColumn(name="years", title="Años", kind="numeric", unit="a"),
        PeopleColumn(
            name="degree", title="Grado", kind="category", levels=(("a", "Á"), ("b", "b c")), order=("b", "a")
        ),
        PeopleColumn(name="sex", title="Sex", kind="binary", protected=True),
        PeopleColumn(name="flew", title="Flew", kind="binary", marked=True),
        PeopleColumn(name="born", title="Born", kind="date"),
    ),
    people=(
        OnePerson(id="José 🚀", levels=(0.1, "a", True, None, date(1990, 1, 2))),
        OnePerson(id="2", levels=(Range(1, 2.5), "b", False, True, None)),
        OnePerson(id="3", levels=(None,) * 5),
    ),
    applied=5000,
    selected=12,
)
THINGS: tuple[Thing, ...] = (
    Source(id="s1", title="A letter", address="https://example.org/?a=1&b=2", kind=SourceKind.OWN, note="line\nline"),
    *(
        Fact(trait=f"t{place}", level=level, begins=When(None, DAY))  # type: ignore[arg-type]
        for place, level in enumerate(LEVELS)
    ),
    Fact(trait="still", level=True, begins=UNKNOWN_DAY, ends=UNKNOWN_DAY),
    Fact(
        trait="all",
        level="x",
        begins=parse_when("1987..2004"),
        ends=When(date(2005, 1, 1), None),
        known=date(2010, 10, 10),
        certainty=Certainty.INFERRED,
        source=("s1", "s2"),
        note="\t'\"%s\\",
    ),
    Attempt(round="1998", history=(SUBMITTED, TURNED_DOWN), seat="pilot", certainty="inferred", source=("s1",)),
    Attempt(round="2000", history=()),
    Round(id="2027", kind="class", name="The next", decided=date(2027, 6, 1), known=date(2026, 1, 1)),
    Round(
        id="2028",
        kind="class",
        name="After it",
        decided=date(2028, 6, 1),
        known=date(2026, 1, 1),
        opens=date(2028, 1, 1),
        closes=date(2028, 2, 1),
        selected=0,
        cut_off=471.0,
        tie_break="first come",
        pool_as_on=date(2028, 5, 1),
        source=("s1",),
        note="n",
    ),
    Way(trait="russian", level="spoken", hours_low=100, hours_high=300.5, given=WHERE, after=("a", "b")),
    Way(
        move="dive",
        months=0,
        hours_week=5,
        cost_low=0.1,
        cost_high=0.3,
        currency="USD",
        valid_months=24,
        exam=True,
        retry_days=30,
        passes=1,
        known=DAY,
        own=True,
        source=("s1",),
        note="n",
    ),
    Learning(towards="russian", ability=Ability.CAN_SHOW, resource="a book", proof="a paper"),
    Pause(monday=DAY),
    Timer(on=DAY, second=1_772_000_000, towards="russian"),
    Timer(on=DAY, second=0),
    RoadKept(made=DAY, text='{"road": 1}', accepted=DAY),
    RoadKept(made=DAY, text='{"road": 2}', accepted=DAY),
    RoadKept(made=DAY, text='{"road": 3}'),
    RoadKept(made=DAY, text='{"road": 4}'),
    AuditKept(made=DAY, round="1998", digest="d" * 64, text="{}"),
    Addendum(digest="d" * 64, on=DAY, text="later"),
    ForecastKept(made=DAY, round="1998", p=0.1 + 0.2, lo=1e-9, hi=1.0, basis="P2"),
    ForecastKept(made=DAY, round="1998", p=None, lo=None, hi=None, basis=""),
    Note(on=DAY, text="my own words"),
    Document(round="1998", title="essay", address="a", sha256="0" * 64),
    Document(round="1998", title="letter"),
    TABLE,
    Effort(on=DAY, minutes=90, towards="russian", note="verbs"),
    Effort(on=date(2026, 3, 8), minutes=1440),
)
"""One of every kind and more, with every optional field both left out and stated."""
BEGUN = Begun(card=CARD, things=THINGS)


def live(goals: Goals) -> None:
    """A goal with a past: begun, changed, something dropped before and after what is still there, its card changed."""
    goals.begin(BEGUN, event=EVENT)
    later = AuditEvent(action="amend", subject="moon", on=date(2026, 3, 9), actor="corner")
    first, second, _ = goals.keep("moon", *(Note(on=DAY, text=text) for text in ("one", "two", "three")), event=later)
    goals.drop("moon", Note, row=second, was=1, event=later)
    goals.amend("moon", Note(on=DAY, text="uno"), row=first, was=1, event=later)
    attempt = goals.get("moon").attempts[0]
    goals.amend("moon", Attempt(round="1998", history=(SUBMITTED,)), row=attempt.id, was=1, event=later)
    goals.recard("moon", replace(CARD, title="Mars"), was=1, event=later)
