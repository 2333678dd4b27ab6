"""The nearest way in: what is missing for it and by how much, in numbers."""

from dataclasses import replace
from datetime import date

from tests.factories import fact, person
from tests.points_process import LEVELS, POINTS_PROCESS, TRAITS, held, when

from twelfth.base import Truth
from twelfth.distance import Entry, measure, nearest_entry, standings
from twelfth.goal import (
    Clause,
    Comparison,
    Condition,
    Derived,
    Kind,
    Line,
    Numeric,
    Process,
    Requirement,
    parse_condition,
    profile,
    vocabulary,
)

ON = date(2020, 1, 1)


def asks(name: str, *lines: tuple[str, ...], **more: object) -> Requirement:
    """A requirement of lines, each with its alternatives."""
    made = tuple(Line(title=" or ".join(one), any_of=tuple(map(when, one))) for one in lines)
    return Requirement(id=name, title=name.title(), lines=made, **more)  # type: ignore[arg-type]


def process(*requirements: Requirement, cuts: tuple[float, ...] = ()) -> Process:
    """A kind of round for each requirement, each held once."""
    names = [one.id for one in requirements]
    days = [date(2019, 1, 1 + at) for at in range(len(names))]
    return replace(
        POINTS_PROCESS,
        kinds=tuple(Kind(name=name, title=name, requires=(name,)) for name in names),
        rounds=tuple(held(f"r{at}", name, days[at], cuts[at] if cuts else 30.0) for at, name in enumerate(names)),
        requirements=requirements,
    )


def entry(found: Process, **levels: object) -> Entry | None:
    known = {name: level for name, level in (LEVELS | levels).items() if level != "?"}
    measured = measure(found, person(TRAITS, known, ON))
    return nearest_entry(found, measured, standings(found, measured, as_of=ON), as_of=ON)


def nearest(found: Process, **levels: object) -> Entry:
    one = entry(found, **levels)
    assert one is not None
    return one


def test_whoever_may_enter_a_round_has_no_way_left_to_it() -> None:
    """One kind asks for nothing."""
    assert entry(POINTS_PROCESS) is None


def test_a_number_is_short_by_what_it_lacks() -> None:
    """One year of the three that are asked for is two short; 25 of 30 points of the grid are five short."""
    one = nearest(process(asks("a", ("years at least 3",), ("grid at least 30",))))
    years, grid = (lack.shortfalls[0] for lack in one.lacks)

    assert one.unknown == ()
    assert (years.asked, years.own_lo, years.own_hi, years.short_lo, years.short_hi) == (3, 1, 1, 2, 2)
    assert (years.unit, years.over) == ("years", False)
    assert (grid.title, grid.own_lo, grid.short_lo, grid.short_hi) == ("The grid", 25, 5, 5)


def test_what_is_too_much_is_over() -> None:
    """Four fines where one is allowed are three too many."""
    lack = nearest(process(asks("a", ("fines at most 1",))), fines=4.0).lacks[0].shortfalls[0]

    assert (lack.over, lack.asked, lack.short_lo, lack.short_hi) == (True, 1, 3, 3)


def test_the_fewest_lines_come_first_then_the_smallest_part() -> None:
    """Two lines by a little are farther than one by far; of two single lines the one by less is nearer."""
    many = asks("many", ("years at least 2",), ("grid at least 26",))
    far, close = asks("far", ("years at least 30",)), asks("close", ("years at least 3",))

    assert nearest(process(many, far)).standing.kind == "far"
    assert nearest(process(many, far, close)).standing.kind == "close"


def test_of_equal_kinds_the_lower_cut_off_is_nearer() -> None:
    """Both ask for the same, so the points decide."""
    two = process(asks("high", ("licence is yes",)), asks("low", ("licence is yes",)), cuts=(45.0, 30.0))

    assert nearest(two).standing.kind == "low"


def test_of_a_line_the_nearest_alternative_is_told() -> None:
    """A year less of the one is nearer than nothing at all of the other."""
    lack = nearest(process(asks("a", ("years at least 2", "licence is yes")))).lacks[0]

    assert (lack.choices, [one.name for one in lack.shortfalls]) == (2, ["years"])


def test_what_a_requirement_rests_on_is_told_in_its_place_and_once() -> None:
    """The nearest of the requirements it names, by what that one lacks."""
    both = tuple(
        Condition(text="", clauses=(Clause(name=name, how=Comparison.MEETS, low=1.0),)) for name in ("near", "far")
    )
    rests = Requirement(
        id="top", title="Top", lines=(Line(title="one", any_of=both), Line(title="the same", any_of=both))
    )
    found = replace(
        POINTS_PROCESS,
        kinds=(Kind(name="top", title="Top", requires=("top",)),),
        rounds=(held("r", "top", date(2019, 1, 1), 30.0),),
        requirements=(rests, asks("near", ("years at least 2",)), asks("far", ("years at least 40",))),
    )
    lacks = nearest(found).lacks

    assert [(one.requirement, one.title) for one in lacks] == [("Near", "years at least 2")]


def test_what_is_not_known_is_no_shortfall_and_names_its_answers() -> None:
    """The points wait for the degree; a line nobody can fail for certain is not missing."""
    one = nearest(process(asks("a", ("grid at least 40",), ("licence is yes",))), degree="?", licence="?")

    assert one.missing == ()
    assert [lack.met for lack in one.lacks] == [Truth.UNKNOWN, Truth.UNKNOWN]
    assert [each.open for lack in one.lacks for each in lack.shortfalls] == [("degree", "licence"), ("licence",)]


def test_a_kind_without_a_rule_on_file_is_never_the_nearest_beside_one_with_a_rule() -> None:
    """Nobody can say what it asks for, and no answer would tell."""
    over = asks("over", ("licence is yes",), ends=date(2019, 12, 31))
    far = asks("far", ("years at least 40",), ("licence is yes",))

    assert nearest(process(over, far)).standing.kind == "far"
    assert nearest(process(over)).lacks[0].shortfalls == ()


def test_what_is_protected_is_told_without_its_value() -> None:
    """The line stands, and nothing of the person beside it."""
    one = nearest(process(asks("a", ("member is yes",))))

    assert [(each.words, each.own_lo) for lack in one.lacks for each in lack.shortfalls] == [("", None)]


def test_what_has_lapsed_is_told_by_its_word() -> None:
    """A test that counts no more has no level, so nobody is so many levels short by it: alone, and as the lowest of
    some."""
    spoken = Numeric("spoken", low=0, high=9, valid_months=24, when_lapsed=0, lapsed_label="not tested or lapsed")
    lowest = Derived(name="lowest", label="Lowest", lowest_of=("spoken",))
    code_of = vocabulary((*TRAITS, spoken), (lowest,), rubrics=("grid", "side"))
    for name in ("spoken", "lowest"):
        line = Line(title=name, any_of=(parse_condition(f"{name} at least 7", code_of),))
        asked = process(Requirement(id="a", title="A", lines=(line,)))
        asked = replace(asked, traits=(*TRAITS, spoken), derived=(lowest,))
        long_ago = fact("spoken", 9, "2015-01-01")
        who = profile([*(fact(one, level) for one, level in LEVELS.items()), long_ago], ON, traits=asked.traits)
        measured = measure(asked, who)
        one = nearest_entry(asked, measured, standings(asked, measured, as_of=ON), as_of=ON)
        assert one is not None
        (told,) = one.missing[0].shortfalls

        assert (told.words, told.own_lo, told.short_lo) == ("not tested or lapsed", None, None)
