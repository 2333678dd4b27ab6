"""The audit of one attempt: what was sent, what was different, who was chosen, and what is worth finding out."""

import json
from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from tests.factories import fact
from tests.points_process import FIRST, LEVELS, PEOPLE_PROCESS, POINTS_PROCESS, SECOND, case_of, stages

from twelfth.audit import AuditRecord, CohortDistance, RubricDistance, examine
from twelfth.base import Truth, When, plain
from twelfth.distance import Gap, share_interval
from twelfth.goal import Attempt, Case, Change, ChangeStatus, Fact, Limit, Process

ON = date(2013, 6, 3)
BACHELOR = fact("degree", "bachelor", "2009-01-01")
LATE_MASTER = fact("degree", "master", "2012-01-01")


def second(*facts: Fact, names: tuple[str, ...] = (), process: Process = PEOPLE_PROCESS) -> AuditRecord:
    return examine(case_of(FIRST, SECOND, facts=facts, names=names), process, number=2, as_of=ON)


def cohort(record: AuditRecord) -> CohortDistance:
    assert record.cohort is not None
    return record.cohort


def gap(record: AuditRecord, trait: str) -> Gap:
    return next(one for one in cohort(record).gaps if one.trait == trait)


def test_what_was_sent_is_the_profile_of_that_day() -> None:
    """A level acquired after the submission was not sent, though it counts for the distance today."""
    after = fact("degree", "master", "2013-05-01")

    found = second(BACHELOR, after)

    sent = {one.trait: one.words for one in found.sent.traits}
    assert (found.sent.day, found.sent.assumed, sent["degree"]) == (date(2013, 3, 1), False, "bachelor")
    assert gap(found, "degree").words == "master"


@pytest.mark.parametrize(
    ("submitted", "day"),
    [
        (When(date(2013, 1, 1), date(2013, 2, 28)), date(2013, 2, 28)),
        (When(date(2013, 1, 1), date(2013, 12, 31)), date(2013, 6, 1)),
        (When(None, None), date(2013, 6, 1)),
    ],
)
def test_an_uncertain_submission_is_assumed_at_its_latest(submitted: When, day: date) -> None:
    """The last possible day, never after the decision of the round, and told as assumed."""
    history = stages(submitted=submitted, not_selected=ON)

    found = examine(case_of(replace(SECOND, history=history)), PEOPLE_PROCESS, number=1, as_of=ON).sent

    assert (found.day, found.assumed) == (day, True)


def test_the_first_attempt_has_no_difference() -> None:
    """There is nothing to compare a first attempt with."""
    assert examine(case_of(FIRST), PEOPLE_PROCESS, number=1, as_of=ON).difference is None


def test_nothing_changed_is_an_answer() -> None:
    """Sending the same again is told as no changes, which is not the same as no comparison."""
    found = second(BACHELOR).difference

    assert found is not None
    assert (found.since_attempt, found.since_round, found.changes) == (1, "r1", ())


def test_what_changed_is_told_in_words() -> None:
    """A degree earned between two attempts, and only that."""
    found = second(BACHELOR, LATE_MASTER, fact("licence", True, "2009-01-01")).difference

    assert found is not None
    assert [(one.trait, one.title, one.before, one.after) for one in found.changes] == [
        ("degree", "degree", "bachelor", "master")
    ]


def test_becoming_known_is_a_change() -> None:
    """From unknown to no is something that was different."""
    found = second(fact("licence", False, "2012-01-01")).difference

    assert found is not None
    assert [(one.before, one.after) for one in found.changes] == [("unknown", "no")]


def test_requirements_are_judged_on_the_day_of_the_round() -> None:
    """The degree counts that was held on the day of the round, not the one of the audit."""
    after = fact("degree", "bachelor", "2013-06-02")

    judged = [second(*facts).requirements[0].met for facts in ((BACHELOR,), (fact("degree", "none"),), (), (after,))]

    assert judged == [Truth.YES, Truth.NO, Truth.UNKNOWN, Truth.UNKNOWN]


def test_a_requirement_without_a_known_rule_is_unknown() -> None:
    """Where no rule is known by then the requirement is listed as unknown, not left out."""
    found = second(BACHELOR, process=replace(PEOPLE_PROCESS, requirements=())).requirements

    assert [(one.met, one.why) for one in found] == [(Truth.UNKNOWN, "no rule sourced for this date")]


def test_those_chosen_are_of_that_round_only() -> None:
    """Of the second round four are described for this seat; the distance is to all eight known by then."""
    found = second(BACHELOR)

    assert (found.chosen.selected, found.chosen.described, cohort(found).described) == (5, 4, 8)
    assert {one.n for one in found.chosen.gaps} == {4}
    assert [one.stage for one in found.chosen.funnel] == ["applied", "interviewed"]


def test_those_chosen_are_compared_with_what_was_sent() -> None:
    """Against the round stands the profile sent; against everybody the profile of today."""
    found = second(BACHELOR, fact("degree", "master", "2013-05-01"))
    (sent,) = (one for one in found.chosen.gaps if one.trait == "degree")

    assert (sent.level, gap(found, "degree").level) == ("bachelor", "master")


def test_a_round_of_which_nobody_is_described() -> None:
    """Where nobody of that round is known the chosen have no gaps, and their number is still told."""
    nobody = PEOPLE_PROCESS.yes_group
    assert nobody is not None

    found = second(BACHELOR, process=replace(PEOPLE_PROCESS, yes_group=nobody.among(rounds=["r1"])))

    assert (found.chosen.described, found.chosen.gaps, found.chosen.selected) == (0, (), 5)
    assert cohort(found).described == 4


def test_the_person_is_never_in_their_own_yes_group() -> None:
    """A person selected under another name is left out of everybody and of the round."""
    alone, with_me = second(BACHELOR, names=("Pat",)), second(BACHELOR)

    assert (cohort(alone).described, alone.chosen.described) == (7, 3)
    assert (cohort(with_me).described, with_me.chosen.described) == (8, 4)
    assert (gap(with_me, "degree").above, gap(alone, "degree").above) == (5, 4)


def test_the_title_of_a_case_names_the_person_too() -> None:
    """The yes group is searched for the title as well as the name."""
    case = replace(case_of(FIRST, SECOND, facts=(BACHELOR,)), title="Pat")

    assert cohort(examine(case, PEOPLE_PROCESS, number=2, as_of=ON)).described == 7


def test_another_seat_is_another_yes_group() -> None:
    """An attempt for the pilot's seat is compared with pilots; the seats left out are counted."""
    case = case_of(FIRST, replace(SECOND, seat="pilot"), facts=(BACHELOR,))

    found = cohort(examine(case, PEOPLE_PROCESS, number=2, as_of=ON))

    assert (found.described, found.left_out, found.rounds) == (1, 8, ("r2",))


def test_nothing_of_later_rounds_is_seen() -> None:
    """As of the first decision only the first round's people, rounds and funnel are known."""
    found = examine(
        case_of(FIRST, SECOND, facts=(BACHELOR, LATE_MASTER)), PEOPLE_PROCESS, number=1, as_of=date(2011, 1, 1)
    )

    assert (cohort(found).described, cohort(found).rounds, found.attempt.of) == (4, ("r1",), 1)
    assert gap(found, "degree").words == "bachelor"


def test_the_base_rate_bounds_all_that_is_lacked() -> None:
    """5 of 100; nobody of the four with degree and licence known lacks both as the person does."""
    found = cohort(second(BACHELOR, fact("licence", False)))

    assert found.base_rate is not None
    assert (found.base_rate.rate, found.joint_count, found.joint_of) == (0.05, 0, 4)
    assert found.joint is not None
    assert (found.joint.lo, found.joint.hi) == (0.05 * share_interval(0, 4).lo, 0.05)


def test_no_joint_bounds_without_anything_lacked() -> None:
    """Whoever lacks nothing is not bounded from above."""
    found = cohort(second(fact("degree", "master"), fact("licence", True)))

    assert (found.joint, found.joint_count, found.joint_of) == (None, 0, 0)


def test_no_joint_bounds_without_a_base_rate() -> None:
    """Without the number of applicants there is no bound."""
    assert cohort(second(BACHELOR, process=replace(PEOPLE_PROCESS, funnel=()))).joint is None


def test_questions_are_asked_of_own_levels_own_dates_and_the_yes_group() -> None:
    """Unknown own levels that count, own uncertain dates, and traits hardly known of the yes group."""
    facts = (fact("degree", "bachelor", "2013-01..2014"), fact("licence", True))

    found = [(one.trait, one.why) for one in second(*facts).worth_finding_out]

    assert found == [("degree", "own date"), ("years", "own level"), ("diving", "own level"), ("years", "yes group")]


def test_a_trait_nobody_recorded_is_no_question_of_ones_own() -> None:
    """What is known of nobody selected cannot be compared, so the own level is not asked for."""
    group = PEOPLE_PROCESS.yes_group
    assert group is not None
    process = replace(PEOPLE_PROCESS, yes_group=group.among(rounds=["r2"]))

    found = [(one.trait, one.why) for one in second(BACHELOR, process=process).worth_finding_out]

    assert ("years", "own level") not in found
    assert ("years", "yes group") in found


def test_half_known_is_not_hardly_known() -> None:
    """Of eight people four have a known licence: as many known as unknown is no question."""
    found = [(one.trait, one.why) for one in second(BACHELOR).worth_finding_out]

    assert ("licence", "yes group") not in found


def test_a_process_without_a_yes_group_has_no_cohort() -> None:
    """Without a yes group there is no cohort, no gap, no muscle and nobody described."""
    found = second(BACHELOR, process=replace(PEOPLE_PROCESS, yes_group=None))

    assert (found.cohort, found.muscles, found.chosen.described, found.rubric) == (None, (), 0, None)


def test_muscles_are_named() -> None:
    """Fifteen years where all of five had four are above three quarters of them."""
    group = PEOPLE_PROCESS.yes_group
    assert group is not None
    rows = group.rows.copy()
    rows[:6, [one.name for one in group.traits].index("years")] = 4.0

    found = second(fact("years", 15.0), process=replace(PEOPLE_PROCESS, yes_group=replace(group, rows=rows)))

    assert found.muscles == ("years",)


def test_rule_changes_stand_in_order_and_later_ones_are_not_seen() -> None:
    """Changes announced by the day, the earliest first."""
    changes = tuple(
        Change(id=name, title=name, announced=day, status=ChangeStatus.IN_FORCE)
        for name, day in (
            ("b", date(2012, 1, 1)),
            ("a", date(2012, 1, 1)),
            ("z", date(2011, 1, 1)),
            ("new", date(2014, 1, 1)),
        )
    )

    found = second(BACHELOR, process=replace(PEOPLE_PROCESS, changes=changes)).rule_changes

    assert [one.id for one in found] == ["z", "a", "b"]


def test_what_cannot_be_known_is_said() -> None:
    """The limits of the evidence travel with the record."""
    assert second().cannot_be_known == (Limit(topic="pool", text="Nothing is known of the pool."),)


def points_case(levels: dict[str, object]) -> Case:
    refused = Attempt(round="s1", history=stages(submitted=date(2019, 4, 1), not_selected=date(2019, 5, 2)))
    return replace(case_of(refused, facts=tuple(fact(*one) for one in levels.items())), pack="points")


def points_audit(levels: dict[str, object]) -> AuditRecord:
    return examine(points_case(levels), POINTS_PROCESS, number=1, as_of=date(2019, 7, 1))


def test_a_refusal_by_points_is_told_in_points() -> None:
    """20 points against the 25 of that very round, and against the last cut-off of every kind today."""
    found = points_audit(LEVELS | {"years": 0.0})

    assert (found.chosen.cut_off, found.chosen.short_lo, found.chosen.short_hi) == (25.0, 5.0, 5.0)
    assert isinstance(found.rubric, RubricDistance)
    assert [(one.kind, one.short_lo) for one in found.rubric.standings] == [("open", 10.0), ("skilled", 5.0)]
    assert found.cohort is None


def test_an_unknown_level_gives_a_range_of_points_short() -> None:
    """With the degree unknown the round's cut-off is 20 away at most and 10 behind at best."""
    found = points_audit({name: level for name, level in LEVELS.items() if name != "degree"}).chosen

    assert (found.short_lo, found.short_hi) == (-10.0, 20.0)


def test_the_points_of_a_round_are_those_of_its_day() -> None:
    """A degree of after the round changes the score of today and not the points short in that round."""
    case = points_case(LEVELS)
    case = replace(case, facts=(*case.facts, fact("degree", "master", "2019-06-01")))

    found = examine(case, POINTS_PROCESS, number=1, as_of=date(2019, 7, 1))

    assert found.chosen.short_lo == 0.0
    assert found.rubric is not None
    assert found.rubric.score.total.lo == 35.0


def test_a_record_cannot_be_changed() -> None:
    """Law 7: an audit record never changes once made."""
    found = second(BACHELOR)

    with pytest.raises(FrozenInstanceError):
        found.case = "other"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        found.sent.day = ON  # type: ignore[misc]


def test_equal_inputs_give_equal_records() -> None:
    """The same facts, process and day give the same record, to the byte of its plain form."""
    one, other = second(BACHELOR, LATE_MASTER), second(BACHELOR, LATE_MASTER)

    assert one == other
    assert json.dumps(plain(one)) == json.dumps(plain(other))


def test_a_record_names_its_case_process_and_day() -> None:
    """What is needed to repeat the audit stands in the record."""
    found = second()

    told = (found.case, found.title, found.process, found.pack_version, found.as_of, found.invented)
    assert told == ("sam", "Sam", "people", "2", ON, False)
    assert (found.attempt.number, found.attempt.of, found.attempt.round, found.attempt.decided) == (
        2,
        2,
        "r2",
        When.on(date(2013, 6, 1)),
    )
