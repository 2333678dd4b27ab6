"""The road where no chance can be told: which gaps it closes by when, what it leaves open and why, and that it never
tells a chance."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from tests.factories import yes_group
from tests.fellowship import DAY, MINE, ROWS, TRAITS, Today, drawn, person, process, shelf, way

from twelfth.base import InvalidInput, NotEnoughData
from twelfth.goal import Kind, Line, Move, Requirement, Round, parse_condition, profile, vocabulary
from twelfth.tell.say.closes import closes_short, more_words
from twelfth.tell.say.mile_words import mile_words
from twelfth.usecases import CaseRoadmap, GapOnRoad, RoadCloses, Row, Wishes, case_ground, kept_road, reach_of, road_of
from twelfth.usecases.keeping.worked import with_work
from twelfth.usecases.roads.road_closes import More

PAPERS_TRAIT = TRAITS[1]
PAPERS, FINES, TAUGHT = way("papers", 8.0, 80), way("fines", 1.0, 20), way("teaches", True, 30)
CLOSES = Round(
    id="next", kind="round", name="Next", decided=date(2026, 9, 1), closes=date(2026, 6, 15), known=date(2026, 4, 1)
)


def closes(road: CaseRoadmap) -> RoadCloses:
    assert road.closes is not None
    return road.closes


def gap_of(road: CaseRoadmap, trait: str) -> GapOnRoad:
    return next(one for one in closes(road).gaps if one.trait == trait)


def test_every_gap_is_told_now_then_and_by_when_in_counts() -> None:
    """Eighty hours at ten a week; the level reached is held by three of five who got in, or less."""
    road = drawn(person(PAPERS))
    gap = gap_of(road, "papers")

    assert [one.trait for one in closes(road).gaps] == ["degree", "papers", "fines", "teaches"]
    assert (gap.now, gap.then, gap.by) == ("3", "8", road.miles[0].done)
    assert (gap.now_at, gap.then_at, gap.aim_at, gap.people) == (1, 3, 3, 5)
    assert gap.is_closed
    assert (closes(road).closed, closes(road).proved, closes(road).why) == (1, True, "applicants")
    assert (road.miles[0].begins, road.miles[0].hours) == (date(2026, 5, 2), 80)
    assert road.miles[0].done == date(2026, 6, 27)


def test_no_chance_is_told_anywhere() -> None:
    """Nor could one be read out of the answer."""
    road = drawn(person(PAPERS, FINES))

    assert (road.chance, road.within, road.bound, road.idle, road.idle_within) == (None,) * 5
    assert (road.kinds, road.by, road.guessed, road.evidence) == ((), (), None, "distance")
    with pytest.raises(NotEnoughData):
        _ = road.chances


def test_fewer_is_better_where_the_trait_says_so() -> None:
    """From four fines to one, which two of five had more of."""
    gap = gap_of(drawn(person(FINES)), "fines")

    assert (gap.now, gap.then, gap.now_at, gap.then_at) == ("4", "1", 0, 3)


def test_what_nobody_gave_hours_for_is_asked_for_and_not_invented() -> None:
    """The level that is aimed at, by the trait's own name; nothing protected, nothing only ever counted."""
    road = drawn(person(PAPERS))

    assert [one.id for one in closes(road).hours] == ["degree", "fines", "teaches"]
    assert [one.title for one in closes(road).hours] == ["Degree: master", "Fines: 1", "Has taught"]
    assert [gap_of(road, one.id).lacks for one in closes(road).hours] == ["hours"] * 3
    assert [one.move for one in road.miles] == ["papers"]


def test_what_finds_no_place_says_so() -> None:
    """Eight hours are too few for eighty, and for the sixteen of a part of the way."""
    road = drawn(person(PAPERS, hours=1), until=date(2026, 7, 1))

    assert road.miles == ()
    assert gap_of(road, "papers").lacks == "place"
    assert [one.move for one in road.aside] == ["papers"]


def test_where_not_all_fits_a_part_of_the_way_is_gone() -> None:
    """Of eighty hours from three papers to eight, sixteen to the four that somebody had. It is no step by itself: where
    all of it fits nothing else is done, and nobody is told what else was weighed."""
    road, whole = drawn(person(PAPERS, hours=1), until=date(2026, 9, 1)), drawn(person(PAPERS))
    gap, (mile,) = gap_of(road, "papers"), road.miles

    assert (mile.move, mile.title, mile.hours, mile.said_for) == ("papers_4", "Papers: 4", 16, "8")
    assert (gap.then, gap.now_at, gap.then_at, gap.is_closed, gap.lacks) == ("4", 1, 2, False, "place")
    assert ([one.trait for one in closes(road).nearer], closes(road).closed) == (["papers"], 0)
    assert closes(road).proved
    assert [one.move for one in road.aside] == ["papers"]
    assert ([one.move for one in whole.miles], whole.aside, closes(whole).nearer) == (["papers"], (), ())
    short = " ".join(closes_short(road, closes(road)))
    assert "It goes a part of the way in: Papers (from 3 to 4). Left open, as the hours" in short
    assert "do not suffice: Papers: 8 (64 h more). More hours a week or a later last day may close it." in short


def test_what_finds_no_place_says_by_how_much() -> None:
    """All of it where no part is gone; the rest where one is; months that pass, and money where there is a limit to
    it."""
    none, some = (drawn(person(PAPERS, hours=1), until=day) for day in (date(2026, 7, 1), date(2026, 9, 1)))
    slow = replace(PAPERS, hours_low=0.0, hours_high=0.0, months=10.5)
    late = drawn(person(slow), until=date(2026, 9, 1))
    dear = replace(PAPERS, cost_low=500.0, cost_high=500.0, currency="EUR")
    poor = drawn(person(dear), until=date(2027, 5, 1), budget=10)

    assert gap_of(none, "papers").more == More(hours=80, months=0.0, cost=0)
    assert gap_of(some, "papers").more == More(hours=64, months=0.0, cost=0)
    assert more_words(gap_of(late, "papers")) == "9 months more"
    assert gap_of(poor, "papers").more == More(hours=80, months=0.0, cost=500)
    assert "the money or the days do not suffice: Papers: 8 (80 h more). More hours a week, more money or" in " ".join(
        closes_short(poor, closes(poor))
    )
    free = drawn(person(dear, hours=1), until=date(2026, 7, 1))
    assert "more money" not in " ".join(closes_short(free, closes(free)))
    assert gap_of(drawn(person(PAPERS)), "papers").more is None


def test_a_part_of_the_way_is_left_out_with_all_of_it() -> None:
    """Who leaves papers out, or says that they cannot change, goes no part of the way either."""
    fixed = tuple(replace(one, fixed=one.name == "papers") for one in TRAITS)
    left = drawn(person(PAPERS, hours=1), until=date(2026, 9, 1), avoid=("papers",))

    assert left.miles == ()
    assert drawn(person(PAPERS, hours=1), process(traits=fixed), until=date(2026, 9, 1)).miles == ()


def test_of_many_parts_of_the_way_some_are_weighed_and_nothing_is_proved() -> None:
    """Fourteen things at most, evenly apart: the best of all of them may not be among them."""
    table = [[2, 10 + at, 0, 1, 1, 30] for at in range(60)]
    known = process(yes_group=yes_group(TRAITS, table, ids=[f"p{one}" for one in range(60)]))
    case = person(way("papers", 39.0, 360), hours=10)
    road, whole = drawn(case, known, until=date(2026, 9, 1)), drawn(case, known)

    assert (road.miles[0].hours <= 170, gap_of(road, "papers").then_at > 0) == (True, True)
    assert (closes(road).proved, len(closes(road).nearer)) == (False, 1)
    assert gap_of(whole, "papers").is_closed


def test_work_on_a_part_of_the_way_is_work_on_all_of_it() -> None:
    """Ten hours towards the fourth paper: six are left of it, and seventy of eighty to the eighth. Once one has the
    fourth, its sixteen are still taken off."""
    on = Move(id="papers_4", title="Papers: 4", sets=(("papers", 4.0),))
    under_way = with_work(replace(person(PAPERS), steps=(on,)), process(), DAY, {"papers_4": 10 * 60})
    there = with_work(
        person(PAPERS, levels=MINE | {"papers": 4}), process(), DAY, {"papers_4": 16 * 60, "papers_9": 60}
    )

    assert {one.level: one.hours_low for one in under_way.ways} == {8.0: 70, 4.0: 6}
    assert {one.level: one.hours_low for one in there.ways} == {8.0: 64}


def test_a_trait_that_is_named_as_a_part_of_the_way_would_be_is_none() -> None:
    """Columns “papers” and “papers 4”: work towards the second is none towards the first, and no step has its name."""
    other, rows = replace(PAPERS_TRAIT, name="papers_4"), [[row[1], row[1]] for row in ROWS]
    traits = (PAPERS_TRAIT, other)
    known = process(traits=traits, yes_group=yes_group(traits, rows, ids=[f"p{one}" for one in range(5)]))
    case = person(PAPERS, levels={"papers": 3, "papers_4": 9}, hours=1)

    assert [one.hours_low for one in with_work(case, known, DAY, {"papers_4": 600}).ways] == [80]
    assert drawn(case, known, until=date(2026, 9, 1)).miles == ()


def test_what_is_left_out_is_left_out_and_not_asked_for() -> None:
    """By the trait, as this pack names no move."""
    road = drawn(person(PAPERS, FINES), avoid=("papers",))

    assert [one.move for one in road.miles] == ["fines"]
    assert gap_of(road, "papers").lacks == "aside"
    assert {one.move: one.why for one in road.aside}["papers"] == "left out, as you wish"
    with pytest.raises(InvalidInput, match="trait of the pack"):
        drawn(person(), avoid=("age",))


def test_the_better_quarter_asks_for_more() -> None:
    """Twelve papers in place of eight, whose hours nobody gave; the step to eight is still made."""
    road = drawn(person(PAPERS), aim="quarter")
    gap = gap_of(road, "papers")

    assert (gap.aim, gap.aim_at, gap.then, gap.is_closed, gap.lacks) == ("12", 4, "8", False, "hours")
    assert "papers_quarter" in [one.id for one in closes(road).hours]
    with pytest.raises(InvalidInput, match="middle or quarter"):
        drawn(person(), aim="best")


def test_of_two_steps_in_one_trait_one_is_made() -> None:
    """The higher, where there is time for it, and the hours of the lower are not spent."""
    road = drawn(person(PAPERS, way("papers", 12.0, 120)))

    assert [(one.move, one.title) for one in road.miles] == [("papers_quarter", "Papers: 12")]


def test_what_is_not_known_of_the_person_is_in_no_gap() -> None:
    """Unknown is neither zero nor no; without anything known there is no road."""
    road = drawn(person(PAPERS, TAUGHT, levels={"papers": 3}))

    assert [one.trait for one in closes(road).gaps] == ["papers"]
    assert [one.id for one in closes(road).unknown] == ["degree", "fines", "teaches"]
    assert [one.move for one in road.miles] == ["papers"]
    with pytest.raises(NotEnoughData, match="how many applied"):
        drawn(person(levels={}))


def test_whoever_stands_where_they_aim_has_nothing_to_close() -> None:
    """And hears it as it is."""
    road = drawn(person(levels={"papers": 20, "degree": "doctorate"}))

    assert (closes(road).gaps, road.miles, closes(road).hours) == ((), (), ())


def test_without_anybody_who_got_in_and_without_a_gate_there_is_no_road() -> None:
    """The refusal is the one about the chance."""
    with pytest.raises(NotEnoughData, match="Nobody selected by"):
        drawn(person(PAPERS), process(yes_group=None))


def gated(text: str = "degree at least master and papers at least 5") -> tuple[Requirement, ...]:
    line = Line(title="Both", any_of=(parse_condition(text, vocabulary(TRAITS, ())),))
    return (Requirement(id="basics", title="Basics", lines=(line,)),)


def test_requirements_come_before_any_standing() -> None:
    """Both parts of the requirement fit, or taught and fines, which would raise the standing more; what is left goes
    into a part of the fines."""
    known = process(kinds=(Kind(name="round", title="Round", requires=("basics",)),), requirements=gated())
    ways = (way("degree", "master", 50), way("papers", 8.0, 50), way("teaches", True, 50), way("fines", 0.0, 50))
    road = drawn(person(*ways, hours=10), known, until=date(2026, 7, 13))

    done = {one.move: one.done for one in road.miles}
    assert {*done} == {"degree", "papers_required", "fines_2"}
    assert [(one.title, one.known, one.by) for one in closes(road).gates] == [
        ("Basics", True, max(done["degree"], done["papers_required"]))
    ]


def test_a_requirement_alone_is_worth_a_road() -> None:
    """Where nobody who got in is on file; what it asks for is asked for by the hour."""
    known = process(
        kinds=(Kind(name="round", title="Round", requires=("basics",)),), requirements=gated(), yes_group=None
    )
    road = drawn(person(way("papers", 5.0, 10)), known)

    assert (closes(road).why, closes(road).people, closes(road).gaps) == ("people", 0, ())
    assert [one.by for one in closes(road).gates] == [None]
    assert road.miles == ()
    both = drawn(person(way("papers", 5.0, 10), way("degree", "master", 10)), known)
    assert [one.by for one in closes(both).gates] == [max(one.done for one in both.miles)]


def test_what_a_requirement_asks_for_is_asked_for_by_the_hour() -> None:
    """Five papers, not only the eight that are aimed at; each part of it, though neither alone would do."""
    known = process(kinds=(Kind(name="round", title="Round", requires=("basics",)),), requirements=gated())
    road = drawn(person(way("degree", "master", 10)), known)

    assert {"papers", "papers_required"} <= {one.id for one in closes(road).hours}
    assert [one.title for one in closes(road).hours if one.id == "papers_required"] == ["Papers: 5"]
    who = profile(person().facts, DAY, traits=TRAITS)
    assert reach_of(person(), known, who).aims["papers_required"] == "required"
    met = drawn(person(way("degree", "master", 10), way("papers", 5.0, 10)), known)
    assert closes(met).gates[0].by is not None
    assert not gap_of(met, "papers").is_closed


def test_a_round_that_closes_is_told_with_what_is_closed_by_then() -> None:
    """What can be there by then comes first: fines by the middle of June, papers after."""
    slow = way("papers", 8.0, 60, months=3)
    road = drawn(person(slow, way("fines", 1.0, 40)), process(rounds=(CLOSES,)))

    assert [(one.name, one.day, one.closed) for one in closes(road).closings] == [("Next", date(2026, 6, 15), 1)]
    assert gap_of(road, "fines").by <= date(2026, 6, 15)


def test_what_a_round_still_sees_goes_before_what_is_worth_more_an_hour() -> None:
    """Papers are, but take nine weeks of the six there are until it closes; both are there by the last day anyway."""
    road = drawn(person(way("papers", 15.0, 90), way("fines", 3.0, 40)), process(rounds=(CLOSES,)))

    assert [one.move for one in road.miles] == ["fines_3", "papers_15"]
    assert road.miles[0].done <= date(2026, 6, 15)


def test_an_exam_counts_as_passed_and_is_named() -> None:
    """No chance of passing is told of it either."""
    road = drawn(person(way("papers", 8.0, 40, exam=True, passes=0.4)))

    assert [(one.passes, one.again) for one in road.miles] == [(1.0, None)]
    assert closes(road).exams == ("Papers: 8",)


def test_what_lapses_before_the_last_day_is_timed_to_be_held_on_it() -> None:
    """Valid for three months, so done in the last three of two years; and nothing else is."""
    road = drawn(person(way("papers", 8.0, 40, valid_months=3)))

    assert gap_of(road, "papers").is_closed
    assert road.miles[0].done >= date(2028, 1, 20)


def test_moves_of_the_pack_are_steps_too() -> None:
    """By their own name; a step to the same level is not listed twice."""
    move = Move(id="course", title="A course", sets=(("teaches", True),))
    road = drawn(person(way("teaches", True, 30)), process(moves=(move,)))

    assert [(one.move, one.title) for one in road.miles] == [("course", "A course")]
    assert "teaches" not in [one.id for one in closes(road).hours]


def test_more_than_can_be_weighed_are_left_aside_with_the_reason() -> None:
    """Sixteen traits with an hour each: fourteen are weighed, the least useful are named."""
    traits = tuple(replace(TRAITS[1], name=f"t{one}", label="") for one in range(16))
    known = process(traits=traits, yes_group=yes_group(traits, [[6.0] * 16]))
    ways = [way(one.name, 6.0, 2 + place) for place, one in enumerate(traits)]
    road = drawn(person(*ways, levels=dict.fromkeys((one.name for one in traits), 1)), known)

    assert len(road.miles) == 14
    assert [one.move for one in road.aside] == ["t14", "t15"]
    assert all("no more than 14" in one.why for one in road.aside)


def test_the_plan_can_be_done_and_the_same_question_has_the_same_answer() -> None:
    """Hours of a week and money are kept to."""
    ways = (replace(PAPERS, cost_low=60.0, cost_high=60.0, currency="EUR"), FINES, TAUGHT)
    road = drawn(person(*ways, money=50))
    weeks: dict[date, int] = {}
    for mile in road.miles:
        for day, hours in mile.work:
            weeks[day] = weeks.get(day, 0) + hours

    assert {one.move for one in road.miles} == {"fines", "teaches"}
    assert max(weeks.values()) <= 10
    assert road == drawn(person(*ways, money=50))


def test_a_question_about_a_chance_is_still_refused() -> None:
    """What if, front, worth, lives and replanning all begin from this ground; so does a target."""
    with pytest.raises(NotEnoughData, match="how many applied"):
        case_ground("me", cases=shelf(person(PAPERS)), clock=Today(), roads=object(), wishes=Wishes())  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="by judgement"):
        drawn(person(PAPERS), target=0.5)


def test_it_is_kept_as_it_was_and_an_older_road_is_still_read() -> None:
    """To the last word; what roads did not say before may be absent."""
    road = drawn(person(PAPERS))
    kept = kept_road(road, made=DAY)
    older = json.loads(kept.text)
    del older["closes"]

    assert road_of(Row(id=1, version=1, thing=kept)) == road
    again = road_of(Row(id=1, version=1, thing=replace(kept, text=json.dumps(older))))
    assert again == replace(road, closes=None)
    assert all(getattr(again, one.name) == getattr(road, one.name) for one in fields(road) if one.name != "closes")


def test_work_towards_a_step_is_taken_off_its_hours() -> None:
    """Sixty of eighty hours are worked: two weeks are left; those of another step stay."""
    case = with_work(person(PAPERS, FINES), process(), DAY, {"papers": 60 * 60, "fines": 0})
    road = drawn(case)

    assert {one.trait: one.hours_low for one in case.ways} == {"papers": 20, "fines": 20}
    assert {one.move: one.hours for one in road.miles} == {"papers": 20, "fines": 20}


def test_work_towards_a_nearer_level_is_taken_off_what_was_said_of_a_further_one() -> None:
    """It is one way: of a hundred hours forty are worked, and of the 56 of its nearer part too."""
    case = with_work(person(way("papers", 12.0, 100)), process(), DAY, {"papers": 40 * 60})
    road = drawn(case, until=date(2026, 5, 16))

    assert [(one.level, one.hours_low) for one in case.ways] == [(12.0, 60), (8.0, 16)]
    assert [(one.move, one.hours) for one in road.miles] == [("papers", 16)]
    assert "papers" not in [one.id for one in closes(road).hours]


def test_a_road_says_of_which_level_its_figures_were_said() -> None:
    """Nobody who got in stands between eight and nine: eight is enough, with its part of the hours of nine."""
    road = drawn(person(way("papers", 9.0, 100)))
    (words,) = mile_words(road, {})

    assert [(one.move, one.hours, one.said_for) for one in road.miles] == [("papers", 84, "9")]
    assert "Counted by what you said of 9." in words.lines
