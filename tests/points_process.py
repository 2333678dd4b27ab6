"""A small process with points, and a small one with people, for tests of the distance and the audit."""

from datetime import date

from twelfth.base import When
from twelfth.goal import (
    Attempt,
    Better,
    Binary,
    Case,
    Condition,
    DateTrait,
    Fact,
    FunnelCount,
    Kind,
    Limit,
    Line,
    Move,
    Node,
    Numeric,
    Ordered,
    Process,
    Recorded,
    Requirement,
    Round,
    Row,
    Rubric,
    SelectedFact,
    Stage,
    StageName,
    Timing,
    Version,
    gather,
    parse_condition,
    vocabulary,
)

DEGREE = Ordered("degree", levels=("none", "bachelor", "master"))
YEARS = Numeric("years", unit="years", low=0, high=50, whole=True)
LICENCE = Binary("licence")
MEMBER = Binary("member", protected=True)
FINES = Numeric("fines", low=0, high=9, whole=True, better=Better.LESS)
TRAITS = (DEGREE, YEARS, LICENCE, MEMBER, FINES)
CODE_OF = vocabulary(TRAITS, (), rubrics=("grid", "side"))
DIVING = Binary("diving", recorded=Recorded.POSITIVES_ONLY)
PEOPLE_TRAITS = (DEGREE, YEARS, LICENCE, DIVING, DateTrait("born", protected=True))


def when(text: str) -> Condition:
    return parse_condition(text, CODE_OF)


def row(node: str, text: str, points: float, **more: object) -> Row:
    return Row(node=node, condition=when(text), points=(("points", points),), **more)  # type: ignore[arg-type]


GRID = Rubric(
    name="grid",
    title="The grid",
    nodes=(
        Node(name="total", title="Total", caps=(("points", 50.0),)),
        Node(name="study", title="Study", within="total"),
        Node(name="work", title="Work", within="total"),
        Node(name="extra", title="Extra", within="total"),
    ),
    rows=(
        row("study", "degree at least bachelor", 20),
        row("study", "degree at least master", 30),
        row("work", "years at least 1", 5),
        row("work", "years at least 3", 10),
        row("work", "years at least 5", 15, confirmed=False),
        row("extra", "licence is yes", 8, repeat="licence"),
        row("extra", "member is yes", 7, repeat="member"),
        row("extra", "fines is 0", 2, repeat="fines"),
    ),
    versions=(Version(id="one", begins=date(2010, 1, 1)),),
)


def held(name: str, kind: str, day: date, cut_off: float | None) -> Round:
    return Round(id=name, kind=kind, name=name, decided=day, known=day, selected=10, cut_off=cut_off)


LICENSED = Requirement(
    id="licensed", title="Licensed", lines=(Line(title="Licence", any_of=(when("licence is yes"),)),)
)
POINTS_PROCESS = Process(
    name="points",
    title="Points",
    version="1",
    traits=TRAITS,
    rubric="grid",
    rubrics=(GRID,),
    kinds=(Kind(name="open", title="Open"), Kind(name="skilled", title="Skilled", requires=("licensed",))),
    rounds=(
        held("o1", "open", date(2018, 6, 1), 20.0),
        held("o2", "open", date(2019, 1, 1), 35.0),
        held("o3", "open", date(2019, 6, 1), 30.0),
        held("s1", "skilled", date(2019, 5, 1), 25.0),
    ),
    requirements=(LICENSED,),
    moves=(
        Move(id="study_on", title="A master", sets=(("degree", "master"),)),
        Move(id="study_less", title="A bachelor", sets=(("degree", "bachelor"),)),
        Move(id="get_licence", title="A licence", sets=(("licence", True),)),
        Move(id="pay_fines", title="No fines", sets=(("fines", 0.0),)),
        Move(id="be_fined", title="More fines", sets=(("fines", 9.0),)),
        Move(id="join", title="Become a member", sets=(("member", True),)),
        Move(id="work_on", title="Three years", sets=(("years", 3.0),)),
    ),
)
LEVELS: dict[str, object] = {"degree": "bachelor", "years": 1.0, "licence": False, "member": False, "fines": 1.0}
"""Somebody of 25 points."""


def chosen(
    person: str, round_id: str, trait: str, level: object, timing: str = "S", seat: str = "crew"
) -> SelectedFact:
    return SelectedFact(
        person=person,
        round=round_id,
        seat=seat,
        trait=trait,
        level=level,  # type: ignore[arg-type]
        timing=Timing(timing),
    )


ROUND_DAYS = {"r1": date(2010, 6, 1), "r2": date(2013, 6, 1)}
SELECTED = (
    *(chosen(f"a{one}", "r1", "degree", "master") for one in range(4)),
    *(chosen(f"b{one}", "r2", "degree", "bachelor") for one in range(3)),
    *(chosen(f"a{one}", "r1", "licence", one > 0) for one in range(4)),
    chosen("a0", "r1", "diving", True),
    chosen("a1", "r1", "diving", True, "B"),
    chosen("a2", "r1", "diving", True, "P"),
    chosen("a0", "r1", "years", 4.0),
    chosen("Pat", "r2", "degree", "master"),
    chosen("Pam", "r2", "degree", "none", seat="pilot"),
)
PEOPLE_PROCESS = Process(
    name="people",
    title="People",
    version="2",
    traits=PEOPLE_TRAITS,
    seat="crew",
    kinds=(Kind(name="yearly", title="Yearly", requires=("graduate",)),),
    rounds=tuple(
        Round(id=name, kind="yearly", name=name, decided=day, known=day, selected=5) for name, day in ROUND_DAYS.items()
    ),
    funnel=(
        FunnelCount(round="r1", stage="applied", count=50),
        FunnelCount(round="r2", stage="applied", count=100),
        FunnelCount(round="r2", stage="interviewed", count=20),
    ),
    yes_group=gather(PEOPLE_TRAITS, SELECTED, known=ROUND_DAYS),
    requirements=(
        Requirement(
            id="graduate", title="Graduate", lines=(Line(title="Degree", any_of=(when("degree at least bachelor"),)),)
        ),
    ),
    limits=(Limit(topic="pool", text="Nothing is known of the pool."),),
)


def stages(**days: date | When) -> tuple[Stage, ...]:
    """A history: stage=day, in order."""
    return tuple(
        Stage(stage=StageName(name), on=day if isinstance(day, When) else When.on(day)) for name, day in days.items()
    )


def case_of(*attempts: Attempt, facts: tuple[Fact, ...] = (), names: tuple[str, ...] = ()) -> Case:
    """A case of the process with people."""
    return Case(name="sam", title="Sam", pack="people", facts=facts, attempts=attempts, also_known_as=names)


FIRST = Attempt(round="r1", history=stages(submitted=date(2010, 3, 1), not_selected=date(2010, 6, 2)))
SECOND = Attempt(round="r2", history=stages(submitted=date(2013, 3, 1), not_selected=date(2013, 6, 3)))
