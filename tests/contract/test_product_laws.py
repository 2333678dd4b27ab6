"""The rules of the product, one test each. tests/mutations.toml breaks every one once and sees its test here fail."""

import dataclasses
import json
from datetime import date

import numpy as np
import pytest
from tests.factories import built_in, crs_score, fact, yes_group

from twelfth.audit import examine
from twelfth.base import NotEnoughData, NotFound, Truth, percent, plain, share
from twelfth.compose import Workplace, workplace
from twelfth.distance import GapStatus, base_rate, gaps, joint_bounds, measure, move_effects, standings
from twelfth.goal import (
    Better,
    Binary,
    Case,
    Fact,
    Numeric,
    Ordered,
    Recorded,
    SelectedFact,
    Status,
    Timing,
    YesGroup,
    gather,
    judge_requirements,
    profile,
    readings,
)
from twelfth.usecases import audit_attempt, record_digest

BINARY = Binary("degree")
COUNTED = Binary("diving", recorded=Recorded.POSITIVES_ONLY)
DAY = date(1998, 6, 30)
BEFORE = date(1990, 1, 1)


@pytest.fixture(scope="module")
def place() -> Workplace:
    return workplace()


def selected(person: str, trait: str, *, timing: Timing, round_id: str = "1", level: bool = True) -> SelectedFact:
    return SelectedFact(person=person, round=round_id, seat="", trait=trait, level=level, timing=timing)


def hernandez(place: Workplace) -> Case:
    return place.cases.get("hernandez")


def test_a_fact_known_later_takes_no_part() -> None:
    """A profile at a day holds nothing that became known after it."""
    later = fact("degree", True, date(1990, 1, 1), known=date(1998, 7, 1))

    assert profile([later], DAY, traits=(BINARY,))["degree"].status is Status.UNKNOWN


def test_a_fact_is_known_from_the_day_it_begins() -> None:
    """Without a `known` of its own a fact is known from its first day, not before."""
    begun = fact("degree", True, DAY)

    assert profile([begun], DAY, traits=(BINARY,))["degree"].status is Status.HELD
    assert profile([begun], date(1998, 6, 29), traits=(BINARY,))["degree"].status is Status.UNKNOWN


def test_an_uncertain_date_that_straddles_the_day_is_possibly() -> None:
    """A window around the day is neither yes nor no."""
    undated = fact("degree", True, "1987..2004")

    assert profile([undated], DAY, traits=(BINARY,))["degree"].status is Status.POSSIBLY


def test_a_wide_window_is_never_told_as_a_date() -> None:
    """What is known only to within years prints no year."""
    undated = fact("degree", True, "1987..1997")

    assert profile([undated], DAY, traits=(BINARY,))["degree"].since is None


def test_what_is_told_is_clipped_to_the_day() -> None:
    """The end of an uncertain beginning is told no later than the as-of day."""
    this_year = fact("degree", True, "1998")

    since = profile([this_year], DAY, traits=(BINARY,))["degree"].since
    assert since is not None
    assert since.latest == DAY


def test_the_end_of_a_fact_is_not_known_before_it_comes() -> None:
    """A fact that will end is held, with no word of its end, until then."""
    ending = fact("degree", True, date(1990, 1, 1), ends=date(2001, 1, 1))

    state = profile([ending], DAY, traits=(BINARY,))["degree"]
    assert state.status is Status.HELD
    assert state.lapsed is None


def test_unknown_is_never_no() -> None:
    """A trait nobody stated widens the score, and leaves a requirement open."""
    process = built_in("express-entry").known(date(2025, 12, 17))
    empty = profile([], date(2025, 12, 17), traits=process.traits)

    measured = measure(process, empty)
    assert measured.scores["crs"].total.lo == 0
    assert measured.scores["crs"].total.hi == 1200
    assert measured.judged["cec"].met is Truth.UNKNOWN


def test_only_what_was_true_at_selection_is_evidence() -> None:
    """Later biographies are counted apart and what was acquired afterwards never counts."""
    facts = [
        selected("a", "degree", timing=Timing.AT_SELECTION),
        selected("b", "degree", timing=Timing.LATER_BIOGRAPHY),
        selected("c", "degree", timing=Timing.AFTERWARDS),
    ]

    group = gather((BINARY,), facts, known={"1": DAY})
    assert len(group.column("degree")) == 1
    assert group.only_later("degree") == 1


def test_without_facts_at_selection_a_gap_is_unknown() -> None:
    """Only later facts: no evidence, no percentage, never 0 %."""
    group = gather((BINARY,), [selected("a", "degree", timing=Timing.AFTERWARDS)], known={"1": DAY})

    gap = gaps(profile([fact("degree", False, BEFORE)], DAY, traits=(BINARY,)), group)[0]
    assert gap.status is GapStatus.NO_EVIDENCE
    assert gap.yes_percentile is None


def test_a_class_is_known_on_its_announcement_day() -> None:
    """The people of a round are unknown the day before and known on the day."""
    process = built_in("nasa-astronaut")

    before = process.known(date(1998, 6, 3)).yes_group
    on_the_day = process.known(date(1998, 6, 4)).yes_group
    assert before is not None
    assert on_the_day is not None
    assert "1998" not in set(before.rounds or ())
    assert "1998" in set(on_the_day.rounds or ())


def test_a_positives_only_trait_shows_counts_and_nothing_else() -> None:
    """However many hold it: no percentile, no share lacking, no width, no weight, no bounds."""
    group = yes_group((COUNTED,), [[1.0]] * 9 + [[np.nan]])
    held = profile([fact("diving", True, BEFORE)], DAY, traits=(COUNTED,))

    gap = gaps(held, group)[0]
    assert gap.status is GapStatus.COUNTED
    assert (gap.yes_percentile, gap.lacking, gap.width, gap.woe, gap.bounds, gap.muscle) == (None,) * 5 + (False,)


def test_the_person_is_never_in_their_own_yes_group(place: Workplace) -> None:
    """Hernández was selected in 2004 and is not compared with himself."""
    record = audit_attempt("hernandez", cases=place.cases, log=place.log, clock=place.clock, number=4).record

    assert record.chosen.described == 8
    assert record.cohort is not None
    assert record.cohort.described == 69


def test_another_seat_is_not_the_same_yes_group(place: Workplace) -> None:
    """Those selected as pilots are not among the mission specialists."""
    group = built_in("nasa-astronaut").yes_group

    assert group is not None
    assert len(group) == 74
    assert len(group.among(seat="mission specialist")) == 70


def test_no_percentage_below_five_people() -> None:
    """Four people give counts, five a percentage."""
    assert share(2, 4) == "2 of 4"
    assert "%" in share(2, 5)
    who = profile([fact("degree", False, BEFORE)], DAY, traits=(BINARY,))
    assert gaps(who, yes_group((BINARY,), [[1.0]] * 4))[0].yes_percentile is None
    assert gaps(who, yes_group((BINARY,), [[1.0]] * 5))[0].yes_percentile is not None


def test_never_nought_and_never_a_hundred_percent() -> None:
    """The ends are told as under and over."""
    assert percent(1e-12) == "under 0.01%"
    assert percent(1 - 1e-12) == "over 99.99%"
    assert "100%" not in share(10, 10)


def test_a_pending_attempt_is_not_a_data_point(place: Workplace) -> None:
    """An attempt that is not decided cannot be audited."""
    case = hernandez(place)

    with pytest.raises(NotEnoughData, match="not decided"):
        examine(case, built_in("nasa-astronaut"), number=4, as_of=date(2004, 5, 5))


def test_a_protected_trait_is_never_a_lever() -> None:
    """No move of a built-in pack and no headroom touches one; a person's age is no muscle."""
    protected = Numeric("age", protected=True)
    group = yes_group((protected,), [[1.0]] * 9)

    assert not gaps(profile([fact("age", 50.0, BEFORE)], DAY, traits=(protected,)), group)[0].muscle
    rare = Binary("twin", protected=True, better=Better.NEITHER)
    mine = profile([fact("twin", True, BEFORE)], DAY, traits=(rare,))
    assert not gaps(mine, yes_group((rare,), [[0.0]] * 9))[0].muscle
    process = built_in("express-entry")
    assert not [name for move in process.moves for name, _ in move.sets if process.trait(name).protected]


def test_a_record_never_changes() -> None:
    """Setting anything on an audit record is refused."""
    record = examine(workplace().cases.get("hernandez"), built_in("nasa-astronaut"), number=1, as_of=date(1996, 5, 1))

    with pytest.raises(dataclasses.FrozenInstanceError):
        record.case = "other"  # type: ignore[misc]


def test_the_same_audit_gives_the_same_bytes(place: Workplace) -> None:
    """Same facts, pack and day: same digest; another day: another digest."""
    case, process = hernandez(place), built_in("nasa-astronaut")

    first, again = (examine(case, process, number=2, as_of=DAY) for _ in range(2))
    assert record_digest(first) == record_digest(again)
    assert record_digest(first) != record_digest(examine(case, process, number=1, as_of=DAY))


def test_notes_stay_private(place: Workplace) -> None:
    """No note a person wrote on a fact stands in an audit record."""
    case = hernandez(place)
    noted = dataclasses.replace(
        case, facts=tuple(dataclasses.replace(one, note="CANARY") for one in case.facts if isinstance(one, Fact))
    )

    record = examine(noted, built_in("nasa-astronaut"), number=2, as_of=DAY)
    assert "CANARY" not in json.dumps(plain(record))


def test_nothing_changed_is_said(place: Workplace) -> None:
    """A second attempt with the same profile has an empty difference, which is not the same as none."""
    record = audit_attempt("newcomer", cases=place.cases, log=place.log, clock=place.clock).record

    assert record.difference is not None
    assert record.difference.changes == ()


def test_gaps_come_widest_first() -> None:
    """The trait that most of them have and the person lacks comes first."""
    traits = (Binary("few"), Binary("many"))
    group = yes_group(traits, [[0.0, 1.0]] * 8 + [[1.0, 1.0]] * 2)
    who = profile([fact("few", False, BEFORE), fact("many", False, BEFORE)], DAY, traits=traits)

    assert [gap.trait for gap in gaps(who, group)] == ["many", "few"]


def test_a_trait_without_better_is_never_a_gap() -> None:
    """Where neither is better, the person is the same or different, never short."""
    neither = Binary("military", better=Better.NEITHER)
    group = yes_group((neither,), [[1.0]] * 8)

    gap = gaps(profile([fact("military", False, BEFORE)], DAY, traits=(neither,)), group)[0]
    assert gap.status is GapStatus.DIFFERENT
    assert gap.width is None


def test_a_muscle_is_held_by_fewer_than_a_quarter() -> None:
    """Two of nine hold it: a muscle. Three of nine: not."""
    who = profile([fact("degree", True, BEFORE)], DAY, traits=(BINARY,))

    assert gaps(who, yes_group((BINARY,), [[1.0]] * 2 + [[0.0]] * 7))[0].muscle
    assert not gaps(who, yes_group((BINARY,), [[1.0]] * 3 + [[0.0]] * 6))[0].muscle


def test_bounds_without_a_pool() -> None:
    """Lacking what all of them hold: the chance is at most the base rate, and no headline is given."""
    process = built_in("nasa-astronaut")
    rate = base_rate(process, "2000")

    assert rate is not None
    assert rate.rate == 17 / 3014
    bounds = joint_bounds(rate, 14, 57)
    assert bounds is not None
    assert 0 < bounds.lo < bounds.hi == rate.rate


def test_a_cap_holds() -> None:
    """Education pairs would give 100 and are capped at 50."""
    everything = {
        "born": date(1995, 1, 1),
        "education": "doctorate",
        "canadian_work": 60,
        "foreign_work": 0,
        **{f"english_{ability}": 10 for ability in ("reading", "writing", "listening", "speaking")},
    }

    node = crs_score(date(2025, 1, 15), everything).section("education_pairs")
    assert (node.lo, node.capped) == (50, True)


def test_the_version_of_the_day_is_used() -> None:
    """A job offer gave 50 points on 2025-03-24 and none on 2025-03-25."""
    offered = {"born": date(1995, 1, 1), "job_offer": "other_eligible"}

    assert crs_score(date(2025, 3, 24), offered).section("job_offer").lo == 50
    assert crs_score(date(2025, 3, 25), offered).section("job_offer").lo == 0


def test_rules_that_are_not_sourced_are_not_guessed() -> None:
    """A date after the sourced grid is refused, and the change is named."""
    with pytest.raises(NotEnoughData, match="not sourced"):
        crs_score(date(2026, 11, 3), {"born": date(1995, 1, 1)})


def test_an_old_language_test_counts_for_nothing() -> None:
    """Results lapse on their second anniversary."""
    since = {f"english_{ability}": date(2023, 12, 17) for ability in ("reading", "writing", "listening", "speaking")}
    levels: dict[str, object] = {"born": date(1995, 1, 1), **dict.fromkeys(since, 9)}

    assert crs_score(date(2025, 12, 16), levels, since=since).section("first_language").lo == 4 * 31
    assert crs_score(date(2025, 12, 17), levels, since=since).section("first_language").lo == 0


def test_the_better_first_language_is_taken() -> None:
    """French 9 with English 5 scores with French as the first language."""
    levels: dict[str, object] = {"born": date(1995, 1, 1)}
    for ability in ("reading", "writing", "listening", "speaking"):
        levels |= {f"english_{ability}": 5, f"french_{ability}": 9}

    assert dict(crs_score(date(2025, 12, 17), levels).assignment)["first"] == "french"


def test_a_requirement_is_a_gate_and_not_a_degree(place: Workplace) -> None:
    """Points above a cut-off do not select someone who is not eligible."""
    process = built_in("express-entry").known(date(2025, 12, 17))
    who = profile(place.cases.get("newcomer").facts, date(2025, 12, 17), traits=process.traits)

    french = {one.kind: one for one in standings(process, measure(process, who), as_of=who.as_of)}["french"]
    assert french.short_hi is not None
    assert french.short_hi < 0
    assert french.eligible is Truth.NO
    assert not french.would_be_selected


def test_a_move_says_what_it_would_give(place: Workplace) -> None:
    """French to level 7 gives the newcomer 62 points and opens the French rounds."""
    process = built_in("express-entry").known(date(2025, 12, 17))
    who = profile(place.cases.get("newcomer").facts, date(2025, 12, 17), traits=process.traits)

    move = next(one for one in move_effects(process, who, as_of=who.as_of) if one.move == "french_7")
    assert (move.gain_lo, move.total_lo) == (62, 478)
    assert move.opens == ("french",)


def test_later_attempts_stay_hidden(place: Workplace) -> None:
    """On a day in 1998 the attempts of 2000 and 2004 do not exist."""
    known = hernandez(place).known(DAY)

    assert [attempt.round for attempt in known.attempts] == ["1996", "1998"]
    with pytest.raises(NotFound):
        examine(hernandez(place), built_in("nasa-astronaut"), number=3, as_of=DAY)


def test_a_later_round_does_not_exist_yet() -> None:
    """Asked for by name, a round not decided yet is not found."""
    with pytest.raises(NotFound):
        built_in("nasa-astronaut").known(DAY).round("2000")


def test_an_unknown_line_leaves_the_requirement_unknown() -> None:
    """A requirement with nothing stated is unknown, never met and never failed."""
    process = built_in("express-entry")
    who = profile([], date(2025, 12, 17), traits=process.traits)

    found = dict(readings(who, process.traits, process.derived))
    judged = judge_requirements(tuple(one for one in process.requirements if one.id == "cec"), found, as_of=who.as_of)
    assert judged["cec"].met is Truth.UNKNOWN


def test_a_person_named_twice_counts_once() -> None:
    """The same id on two lines is one person."""
    group = YesGroup((BINARY,), np.array([[1.0], [1.0], [0.0]]), ids=["a", "a", "b"])

    assert len(group) == 2


def test_an_unordered_level_is_refused() -> None:
    """A level the trait does not have is refused with the levels it has."""
    ordered = Ordered("french", levels=("none", "B1", "B2"))

    with pytest.raises(ValueError, match="none, B1, B2"):
        ordered.parse("C3")
