"""Standings: what a score means against the last cut-off of every kind of round."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import person
from tests.points_process import LEVELS, POINTS_PROCESS, TRAITS, held, row, when

from twelfth.base import Truth
from twelfth.distance import Standing, measure, standings
from twelfth.goal import Kind, Line, Node, Process, Requirement, Rubric, Version

ON = date(2020, 1, 1)


def stand(levels: dict[str, object], process: Process = POINTS_PROCESS, on: date = ON) -> dict[str, Standing]:
    found = standings(process, measure(process, person(TRAITS, levels, on)), as_of=on)
    return {one.kind: one for one in found}


def without(name: str) -> dict[str, object]:
    return {trait: level for trait, level in LEVELS.items() if trait != name}


def test_short_is_the_last_cut_off_less_the_score() -> None:
    """25 points against the last cut-off, 30, are 5 short."""
    found = stand(LEVELS)["open"]

    assert found.last is not None
    assert (found.last.id, found.short_lo, found.short_hi) == ("o3", 5.0, 5.0)


def test_an_unknown_level_makes_short_a_range() -> None:
    """5 to 35 points against 30 are 25 short at most and 5 above at best."""
    found = stand(without("degree"))["open"]

    assert (found.short_lo, found.short_hi) == (-5.0, 25.0)


def test_recent_is_the_twelve_months_up_to_the_day() -> None:
    """Rounds of the last 12 months are counted with their lowest and highest cut-off; older ones are not."""
    found = stand(LEVELS)["open"]

    assert (found.recent, found.lowest, found.highest) == (1, 30.0, 30.0)


def test_the_day_a_year_ago_is_outside_and_the_next_is_inside() -> None:
    """A round of exactly twelve months ago is left out, one a day later counts."""
    recent = [stand(LEVELS, on=day)["open"].recent for day in (date(2019, 12, 31), date(2020, 1, 1))]

    assert recent == [2, 1]


def test_later_rounds_play_no_part() -> None:
    """A round after the day is not the last one."""
    found = stand(LEVELS, on=date(2019, 3, 1))["open"]

    assert found.last is not None
    assert (found.last.id, found.recent, found.lowest, found.highest) == ("o2", 2, 20.0, 35.0)


def test_a_kind_that_was_never_held_has_no_standing() -> None:
    """Before the first round of a kind there is nothing to stand against."""
    assert set(stand(LEVELS, on=date(2019, 3, 1))) == {"open"}


@pytest.mark.parametrize(("licence", "eligible"), [(True, Truth.YES), (False, Truth.NO), (None, Truth.UNKNOWN)])
def test_eligible_is_yes_no_or_unknown(licence: bool | None, eligible: Truth) -> None:
    """What a requirement asks and nobody stated stays unknown, it is not no."""
    levels = without("licence") if licence is None else LEVELS | {"licence": licence}

    assert stand(levels)["skilled"].eligible is eligible


def test_a_requirement_of_which_no_rule_is_known_leaves_it_unknown() -> None:
    """A kind whose requirement no rule known by then describes is not open to everybody: unknown, with the reason."""
    found = stand(LEVELS, replace(POINTS_PROCESS, requirements=()))["skilled"]

    assert found.eligible is Truth.UNKNOWN
    assert found.requirements[0].why == "no rule sourced for this date"


def test_eligible_kinds_come_first_then_the_shortest_way() -> None:
    """Eligible before unknown before not eligible, and the shortest way first within each."""
    kinds = tuple(
        Kind(name=name, title=name, requires=needs)
        for name, needs in (("never", ("no",)), ("maybe", ("unknown",)), ("far", ()), ("near", ()))
    )
    cut_offs = {"never": 1.0, "maybe": 2.0, "far": 50.0, "near": 40.0}
    lines = {
        "no": Line(title="no", any_of=(when("fines at least 9"),)),
        "unknown": Line(title="unknown", not_judged="not sourced"),
    }
    process = replace(
        POINTS_PROCESS,
        kinds=kinds,
        rounds=tuple(held(name, name, date(2019, 6, 1), cut) for name, cut in cut_offs.items()),
        requirements=tuple(Requirement(id=name, title=name, lines=(line,)) for name, line in lines.items()),
    )

    assert list(stand(LEVELS, process)) == ["near", "far", "maybe", "never"]


@pytest.mark.parametrize(("cut_off", "selected"), [(24.0, True), (25.0, False), (26.0, False)])
def test_at_the_cut_off_is_not_above_it(cut_off: float, selected: bool) -> None:
    """Strictly above would be selected; at the cut-off the tie-break decides, which is not known."""
    process = replace(POINTS_PROCESS, rounds=(held("o", "open", date(2019, 6, 1), cut_off),))

    assert stand(LEVELS, process)["open"].would_be_selected is selected


def test_only_a_certain_score_would_be_selected() -> None:
    """A score that may be above and may be below would not certainly be selected."""
    assert not stand(without("degree"))["open"].would_be_selected


@pytest.mark.parametrize("licence", [False, None])
def test_only_the_eligible_would_be_selected(licence: bool | None) -> None:
    """Points above the cut-off do not help who is not, or not certainly, eligible."""
    levels = without("licence") | {"degree": "master"} | ({} if licence is None else {"licence": licence})

    assert not stand(levels)["skilled"].would_be_selected


def test_a_round_without_a_cut_off_gives_no_distance() -> None:
    """Where no cut-off was published there is no distance and no recent cut-off, but there is a last round."""
    process = replace(POINTS_PROCESS, rounds=(held("o", "open", date(2019, 6, 1), None),))

    found = stand(LEVELS, process)["open"]

    assert found.last is not None
    assert (found.short_lo, found.short_hi, found.recent, found.lowest) == (None, None, 0, None)
    assert not found.would_be_selected


def test_without_a_ranking_rubric_there_is_no_distance() -> None:
    """A process without points has kinds and requirements, and no score to compare."""
    process = replace(POINTS_PROCESS, rubric="", rubrics=())

    found = stand(LEVELS | {"licence": True}, process)["skilled"]

    assert (found.eligible, found.short_lo) == (Truth.YES, None)


SIDE = Rubric(
    name="side",
    title="Side",
    nodes=(Node(name="total", title="Total"),),
    rows=(row("total", "years at least 1", 10),),
    versions=(Version(id="side", begins=date(2019, 6, 1)),),
)
BY_SIDE = replace(
    POINTS_PROCESS,
    rubrics=(*POINTS_PROCESS.rubrics, SIDE),
    requirements=(
        Requirement(id="licensed", title="Side", lines=(Line(title="10 points", any_of=(when("side at least 10"),)),)),
    ),
)


@pytest.mark.parametrize(("years", "met"), [(1.0, Truth.YES), (0.0, Truth.NO)])
def test_a_requirement_may_ask_for_points_of_another_rubric(years: float, met: Truth) -> None:
    """Every rubric is scored and its total can be asked for."""
    found = measure(BY_SIDE, person(TRAITS, LEVELS | {"years": years}, ON))

    assert (set(found.scores), found.judged["licensed"].met) == ({"grid", "side"}, met)


def test_a_rubric_not_yet_in_force_leaves_its_requirement_unknown() -> None:
    """Before its first version a rubric that only a requirement asks for is unknown, not zero, and no error."""
    found = measure(BY_SIDE, person(TRAITS, LEVELS, date(2018, 1, 1)))

    assert (set(found.scores), found.judged["licensed"].met) == ({"grid"}, Truth.UNKNOWN)


def test_a_later_round_without_a_cut_off_hides_no_published_one() -> None:
    """As one that a person wrote down by themselves."""
    own = held("own", "open", ON, None)
    now = stand(LEVELS, replace(POINTS_PROCESS, rounds=(*POINTS_PROCESS.rounds, own)))

    assert now == stand(LEVELS)
