"""The score by a rubric: rows, repeats, caps, columns, roles, versions and ranges."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories import built_in, crs_score, fact, person
from tests.points_process import CODE_OF, DEGREE, FINES, GRID, LEVELS, LICENCE, MEMBER, TRAITS, YEARS, row

from twelfth.base import NotEnoughData
from twelfth.distance import Score, measure, score
from twelfth.goal import Node, Numeric, Row, Rubric, Version, parse_condition, profile, readings, vocabulary

ON = date(2020, 1, 1)
ONE = (Version(id="one", begins=date(2010, 1, 1)),)
ENGLISH, FRENCH = Numeric("english_test", low=0, high=9), Numeric("french_test", low=0, high=9)


def scored(levels: dict[str, object], rubric: Rubric = GRID, on: date = ON) -> Score:
    return score(rubric, readings(person(TRAITS, levels, on), TRAITS, ()), as_of=on)


def unspecified(name: str) -> dict[str, object]:
    return {trait: level for trait, level in LEVELS.items() if trait != name}


def test_a_total_by_hand() -> None:
    """A bachelor (20) with one year (5) and nothing else has 25 points."""
    found = scored(LEVELS)

    assert (found.total.lo, found.total.hi, found.exact) == (25.0, 25.0, True)
    assert (found.column, found.version, found.unknown) == ("points", "one", ())


def test_the_largest_row_of_a_section_counts() -> None:
    """Rows of one section are steps: the highest that holds counts, not the sum."""
    assert scored(LEVELS | {"degree": "master"}).section("study").lo == 30.0


def test_repeats_are_added() -> None:
    """Repeats of one section are scored apart and added: 8 and 7 and 2."""
    found = scored(LEVELS | {"licence": True, "member": True, "fines": 0.0})

    assert found.section("extra").lo == 17.0


def test_a_cap_holds_and_is_told() -> None:
    """30 + 10 + 17 stop at the cap of 50, and the section says that it was capped."""
    found = scored({"degree": "master", "years": 3.0, "licence": True, "member": True, "fines": 0.0}).total

    assert (found.lo, found.hi, found.cap, found.capped) == (50.0, 50.0, 50.0, True)
    assert sum(part.lo for part in found.parts) == 57.0


def test_at_the_cap_is_not_capped() -> None:
    """A sum of exactly the cap loses nothing, so it is not told as capped."""
    at_cap = replace(GRID, nodes=(replace(GRID.nodes[0], caps=(("points", 57.0),)), *GRID.nodes[1:]))

    assert not scored(
        {"degree": "master", "years": 3.0, "licence": True, "member": True, "fines": 0.0}, at_cap
    ).total.capped


def test_a_section_without_a_cap_has_none() -> None:
    """No cap is told as none and not as infinity."""
    assert scored(LEVELS).section("work").cap is None


def test_a_section_says_because_of_which_rows() -> None:
    """A leaf names the conditions that gave its points; a section of sections names none."""
    found = scored(LEVELS)

    assert (found.section("study").because, found.total.because) == (("degree at least bachelor",), ())


def test_a_section_there_is_not_is_an_error() -> None:
    """Asking for a section of another name is the caller's mistake."""
    with pytest.raises(KeyError, match="section of grid"):
        scored(LEVELS).section("sport")


def test_an_unknown_level_widens_the_range() -> None:
    """An unknown degree is neither none nor master: 5 to 35 points, and it is named."""
    found = scored(unspecified("degree"))

    assert (found.total.lo, found.total.hi, found.exact) == (5.0, 35.0, False)
    assert found.unknown == ("degree",)


def test_what_cannot_hold_waits_for_nothing() -> None:
    """Whoever is no member has no years as a member: they are asked by no row, so nothing waits for them."""
    rows = (*(one for one in GRID.rows if one.node == "study"), row("work", "member is yes and years at least 2", 9))
    unknown = {"degree", "years"}

    for member, asked in ((False, {"degree"}), (True, unknown)):
        levels = {name: level for name, level in LEVELS.items() if name not in unknown} | {"member": member}
        assert set(scored(levels, replace(GRID, rows=rows)).unknown) == asked


def test_a_range_of_points_names_no_row() -> None:
    """Where different rows are possible none of them is told as the reason."""
    assert scored(unspecified("degree")).section("study").because == ()


def test_what_is_unknown_and_changes_nothing_leaves_the_score_exact() -> None:
    """A certain total names nothing as unknown."""
    found = scored(LEVELS | {"years": 1.0}, replace(GRID, rows=tuple(one for one in GRID.rows if one.node == "study")))

    assert (found.exact, found.unknown) == (True, ())


def test_an_unconfirmed_row_widens_the_upper_end_only() -> None:
    """Five years: 10 points are confirmed, 15 are not, so 10 to 15."""
    found = scored(LEVELS | {"years": 5.0}).section("work")

    assert (found.lo, found.hi) == (10.0, 15.0)


def test_a_possible_level_is_one_of_those_possible() -> None:
    """A master that may have come by the day: the bachelor's points at least, the master's at most."""
    facts = [fact(name, level) for name, level in LEVELS.items()] + [fact("degree", "master", "2019..2021")]
    who = profile(facts, ON, traits=TRAITS)

    found = score(GRID, readings(who, TRAITS, ()), as_of=ON)

    assert (found.total.lo, found.total.hi) == (25.0, 35.0)


# ---------------------------------------------------------------- columns


def two_columns(*chosen_by: str) -> Rubric:
    """Degree points in two columns; each column is chosen by a condition."""
    names = ("single", "couple")
    rows = tuple(
        Row(node="total", condition=parse_condition(text, CODE_OF), points=(("single", one), ("couple", other)))
        for text, one, other in (("degree at least bachelor", 20.0, 12.0), ("degree at least master", 30.0, 33.0))
    )
    return Rubric(
        name="pairs",
        title="Pairs",
        nodes=(Node(name="total", title="Total", caps=(("single", 30.0), ("couple", 33.0))),),
        rows=rows,
        versions=ONE,
        columns=tuple((name, parse_condition(text, CODE_OF)) for name, text in zip(names, chosen_by, strict=True)),
    )


PAIRS = two_columns("member is no", "member is yes")


@pytest.mark.parametrize(("member", "column", "points"), [(False, "single", 20.0), (True, "couple", 12.0)])
def test_a_condition_chooses_the_column(member: bool, column: str, points: float) -> None:
    """The column whose condition holds gives the points."""
    found = scored(LEVELS | {"member": member}, PAIRS)

    assert (found.column, found.total.lo) == (column, points)


def test_unknown_columns_are_united() -> None:
    """Where either column may hold, the range spans both and what decides between them is named."""
    found = scored(unspecified("member"), PAIRS)

    assert (found.total.lo, found.total.hi) == (12.0, 20.0)
    assert (found.column, found.unknown, found.total.cap) == ("single or couple", ("member",), 33.0)


def test_no_column_for_a_person_is_said() -> None:
    """A rubric with columns of which none is for this person gives no score and says so."""
    with pytest.raises(NotEnoughData, match="none of its columns"):
        scored(LEVELS, two_columns("years at least 5", "years at least 9"))


# ---------------------------------------------------------------- roles

ROLE_TRAITS = (ENGLISH, FRENCH)
ROLE_WORDS = vocabulary(ROLE_TRAITS, (), roles={"first": "english", "second": "french"})
TONGUES = Rubric(
    name="tongues",
    title="Tongues",
    nodes=(Node(name="total", title="Total"),),
    rows=tuple(
        Row(node="total", repeat=each, condition=parse_condition(text, ROLE_WORDS), points=(("points", points),))
        for each, text, points in (("a", "first_test at least 7", 30.0), ("b", "second_test at least 5", 4.0))
    ),
    versions=ONE,
    assignments=((("first", "english"), ("second", "french")), (("first", "french"), ("second", "english"))),
)


def tongues(levels: dict[str, object]) -> Score:
    return score(TONGUES, readings(person(ROLE_TRAITS, levels), ROLE_TRAITS, ()), as_of=ON)


@pytest.mark.parametrize(("english", "french", "points"), [(8.0, 5.0, 34.0), (5.0, 8.0, 34.0), (8.0, 4.0, 30.0)])
def test_the_better_way_round_counts(english: float, french: float, points: float) -> None:
    """A person names as first whichever language gives the better total."""
    found = tongues({"english_test": english, "french_test": french})

    assert found.total.lo == points
    assert dict(found.assignment)["first"] == ("english" if english > french else "french")


def test_an_unknown_language_can_only_help() -> None:
    """With French unknown the certain total is that of English first; the upper end is the better of both ways."""
    found = tongues({"english_test": 8.0})

    assert (found.total.lo, found.total.hi) == (30.0, 34.0)


def test_the_upper_end_is_the_best_of_both_ways() -> None:
    """Certain of 4 with French first, possibly 34 that way: the upper end is that way's though English may be first."""
    found = tongues({"english_test": 6.0})

    assert (found.total.lo, found.total.hi) == (4.0, 34.0)


def test_unknown_languages_go_by_their_own_name() -> None:
    """The role of a trait is no name a person knows: the trait is named."""
    assert tongues({"english_test": 8.0}).unknown == ("french_test",)


# ---------------------------------------------------------------- versions and dates

BORN = {"born": date(1990, 3, 15), "spouse": False, "job_offer": "other_eligible", "education": "bachelor"}


@pytest.mark.parametrize(
    ("last_day", "before", "after"),
    [(date(2016, 11, 18), 600, 50), (date(2025, 3, 24), 50, 0)],
)
def test_a_rule_changes_on_its_day(last_day: date, before: int, after: int) -> None:
    """A job offer earns the old points to the last day of a version, the new ones from the next."""
    offers = [crs_score(day, BORN).section("job_offer").lo for day in (last_day, last_day + timedelta(days=1))]

    assert offers == [before, after]


def test_french_earns_from_its_first_day() -> None:
    """French points begin on 6 June 2017: the day before there was not even a section for them."""
    french = {f"french_{one}": 8 for one in ("reading", "writing", "listening", "speaking")}
    before, after = (crs_score(date(2017, 6, day), BORN | french) for day in (5, 6))

    assert before.total.find("french") is None
    assert after.section("french").lo == 15.0


def test_before_the_first_version_there_is_no_score() -> None:
    """A day before the first sourced rule is answered with a sentence that names both days."""
    process = built_in("express-entry")
    who = person(process.traits, {"spouse": False}, date(2014, 12, 31))

    with pytest.raises(NotEnoughData, match="no rule is sourced before 2015-01-01, and 2014-12-31 was asked for"):
        measure(process, who)


def test_a_rule_not_known_yet_gives_no_score() -> None:
    """A process as it was known before its first rule answers that it has no points, and is not broken."""
    process = built_in("express-entry")
    day = date(2014, 12, 31)

    with pytest.raises(NotEnoughData, match="no points are known by 2014-12-31"):
        measure(process.known(day), person(process.traits, {"spouse": False}, day))


def test_after_the_last_version_there_is_no_score() -> None:
    """A day after the last sourced rule is answered with the day it holds to and the change that ended it."""
    process = built_in("express-entry")
    who = person(process.traits, {"spouse": False}, date(2026, 11, 3))
    words = "holds to 2026-11-02, and 2026-11-03 was asked for. Points for work or an offer in a high-wage occupation"

    with pytest.raises(NotEnoughData, match=words) as raised:
        measure(process, who)

    assert "2026-11-03)." in str(raised.value)


def test_without_a_known_change_no_reason_is_made_up() -> None:
    """Where no change explains the end of the table, none is named."""
    ended = replace(GRID, versions=(replace(ONE[0], ends=date(2019, 12, 31)),))

    with pytest.raises(NotEnoughData, match=r"holds to 2019-12-31, and 2020-01-01 was asked for\.$"):
        scored(LEVELS, ended)


def test_a_scored_change_is_not_the_reason() -> None:
    """A change whose points the pack carries, or one after the day asked for, does not explain a missing rule."""
    process = built_in("express-entry")
    found = readings(person(process.traits, {}, date(2026, 11, 3)), process.traits, process.derived)
    crs = next(one for one in process.rubrics if one.name == "crs")
    scored_ones = tuple(replace(one, scored=True) for one in process.changes)

    with pytest.raises(NotEnoughData, match=r"was asked for\.$"):
        score(crs, found, as_of=date(2026, 11, 3), changes=scored_ones)


def test_unconfirmed_rows_of_the_pack_widen_upwards() -> None:
    """Study in Canada of one or two years: two of them count and one does not, so the grid gives a range upwards. Three
    years of work are 11 points by two sources."""
    process = built_in("express-entry")
    levels: dict[str, object] = {"born": date(1990, 1, 1), "canadian_work": 0.0, "foreign_work": 36.0}
    levels["canadian_study"] = "one_or_two_years"

    found = measure(process, person(process.traits, levels, date(2024, 1, 1))).scores["fsw67"]
    study, work = found.section("adapt_study"), found.section("experience")

    assert (study.lo, study.hi) == (0.0, 5.0)
    assert (work.lo, work.hi) == (11.0, 11.0)


def test_the_rows_of_the_toy_grid_are_in_force() -> None:
    """A row that begins with a later version is left out of an earlier one."""
    later = row("study", "degree at least master", 40, begins=date(2015, 1, 1))
    versions = (replace(ONE[0], ends=date(2014, 12, 31)), Version(id="two", begins=date(2015, 1, 1)))
    grid = replace(GRID, rows=(*GRID.rows, later), versions=versions)
    master = {"degree": "master", "years": 0.0, "licence": False, "member": False, "fines": 1.0}

    totals = [scored(master, grid, date(year, 6, 1)).total.lo for year in (2014, 2015)]

    assert totals == [30.0, 40.0]
    assert {DEGREE, YEARS, LICENCE, MEMBER, FINES} == set(TRAITS)
