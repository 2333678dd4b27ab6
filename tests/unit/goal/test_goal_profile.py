"""The profile: what was true on a day and known by the end of it."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import fact

from twelfth.base import InvalidInput
from twelfth.goal import Binary, Certainty, Fact, Numeric, Ordered, Range, State, Status, Trait, profile

DIVER = Binary("diver")
DEGREE = Ordered("degree", levels=("bachelor", "master", "doctor"))
HOURS = Numeric("hours")
ENGLISH = Ordered("english", levels=("none", "basic", "fluent"), valid_months=24, when_lapsed="none")
MID_1998 = date(1998, 6, 4)


def state(trait: Trait, *facts: Fact, as_of: date = MID_1998) -> State:
    """The state of one trait on one day."""
    return profile(facts, as_of, traits=(trait,))[trait.name]


def test_a_fact_that_has_begun_is_held() -> None:
    """What was true and known holds, with its source and its beginning."""
    found = state(DIVER, fact("diver", True, "1997-03", source=("b", "a"), certainty=Certainty.INFERRED))

    assert (found.status, found.level, found.possible, found.exhaustive) == (Status.HELD, True, (True,), True)
    assert (str(found.since), found.source, found.certainty) == ("1997-03", ("a", "b"), Certainty.INFERRED)


def test_a_stated_absence_is_not_held() -> None:
    """A stated "no" is told as not held, not as unknown."""
    found = state(DIVER, fact("diver", False, "1990-01-01"))

    assert (found.status, found.level) == (Status.NOT_HELD, False)


def test_a_trait_without_facts_is_unknown() -> None:
    """What nobody wrote down is unknown, with no level at all."""
    found = state(DIVER)

    assert found == State(trait="diver", status=Status.UNKNOWN)


def test_a_trait_that_was_not_asked_about_is_unknown() -> None:
    """A profile answers any name; one it does not have is unknown."""
    assert profile((), MID_1998, traits=(DIVER,))["pilot"] == State(trait="pilot", status=Status.UNKNOWN)


def test_states_stand_in_the_order_of_the_traits() -> None:
    """The order of the facts is not the order of the profile."""
    found = profile((fact("degree", "master"), fact("diver", True)), MID_1998, traits=(DIVER, DEGREE))

    assert [one.trait for one in found.states] == ["diver", "degree"]
    assert found.as_of == MID_1998


@pytest.mark.parametrize(("day", "status"), [(3, Status.UNKNOWN), (4, Status.HELD)])
def test_a_fact_counts_from_the_end_of_its_first_day(day: int, status: Status) -> None:
    """Without a `known` a fact is known on the day it begins and not the day before."""
    assert state(DIVER, fact("diver", True, "1998-06-04"), as_of=date(1998, 6, day)).status is status


@pytest.mark.parametrize(("day", "status"), [(3, Status.UNKNOWN), (4, Status.HELD)])
def test_a_fact_known_later_is_hidden_until_then(day: int, status: Status) -> None:
    """A fact of 1990 that came to light in 1998 takes no part in an audit before that day."""
    hidden = fact("diver", True, "1990-01-01", known=MID_1998)

    assert state(DIVER, hidden, as_of=date(1998, 6, day)).status is status


def test_a_wide_window_adds_a_possible_level() -> None:
    """A fact dated "1987..2004" is, in 1998, neither true nor false, and no date is told for it."""
    found = state(DIVER, fact("diver", True, "1987..2004"))

    assert (found.status, found.level, found.possible, found.since) == (Status.POSSIBLY, None, (True,), None)
    assert not found.exhaustive


def test_an_unknown_day_is_possibly() -> None:
    """A fact whose day nobody wrote down may hold on any day."""
    found = state(DIVER, fact("diver", True, "unknown"), as_of=date(1900, 1, 1))

    assert (found.status, found.possible, found.exhaustive) == (Status.POSSIBLY, (True,), False)


def test_an_unknown_day_takes_no_known_level_away() -> None:
    """Beside a certain level an undated one is one more possibility, and one of the two certainly holds."""
    found = state(DEGREE, fact("degree", "master", "1990-01-01"), fact("degree", "bachelor", "unknown"))

    assert (found.status, found.possible, found.exhaustive) == (Status.POSSIBLY, ("bachelor", "master"), True)


def test_the_latest_begun_holds() -> None:
    """Of facts without an end the later replaces the earlier."""
    found = state(DEGREE, fact("degree", "master", "1990-05-01"), fact("degree", "bachelor", "1985-05-01"))

    assert (found.level, str(found.since)) == ("master", "1990-05-01")


def test_facts_that_may_stand_in_either_order_are_both_possible() -> None:
    """Two windows that overlap do not say which level came later."""
    found = state(DEGREE, fact("degree", "bachelor", "1990"), fact("degree", "master", "1990-06..1991"))

    assert (found.status, found.possible, found.exhaustive) == (Status.POSSIBLY, ("bachelor", "master"), True)


def test_a_repeated_level_keeps_its_beginning() -> None:
    """The same level stated again later has held since it was first stated."""
    found = state(DIVER, fact("diver", True, "1990-01-01"), fact("diver", True, "1995-01-01"))

    assert str(found.since) == "1990-01-01"


def test_a_level_regained_begins_anew() -> None:
    """What was lost in between has held only since it was regained."""
    regained = [("1990-01-01", True), ("1992-01-01", False), ("1995-01-01", True)]

    found = state(DIVER, *(fact("diver", level, day) for day, level in regained))

    assert (found.level, str(found.since)) == (True, "1995-01-01")


def test_what_ended_is_no_longer_held() -> None:
    """A binary fact that has ended is not held, and the day it lapsed is told."""
    found = state(DIVER, fact("diver", True, "1990-01-01", ends="1995", source=("a",)))

    assert (found.status, found.level, str(found.lapsed), found.since) == (Status.NOT_HELD, False, "1995", None)
    assert (found.exhaustive, found.possible, found.source) == (True, (False,), ("a",))


@pytest.mark.parametrize(
    ("trait", "level"), [(DEGREE, "master"), (DIVER, False), (HOURS, 7.0)], ids=["ordered", "not held", "number"]
)
def test_what_follows_an_ended_level_is_unknown(trait: Trait, level: object) -> None:
    """The end of a level, or of an absence, does not say what came next."""
    found = state(trait, fact(trait.name, level, "1990-01-01", ends="1995"))

    assert (found.status, found.level, str(found.lapsed)) == (Status.UNKNOWN, None, "1995")


def test_the_end_is_the_last_of_the_ends() -> None:
    """Of two spells of one level the later end is told."""
    longer, shorter = fact("diver", True, "1990", ends="1996-05-01"), fact("diver", True, "1992", ends="1993")

    assert [str(state(DIVER, *pair).lapsed) for pair in ((longer, shorter), (shorter, longer))] == ["1996-05-01"] * 2


def test_a_possible_end_leaves_both_open() -> None:
    """Where the end straddles the day, it may be held or not, and no third is possible."""
    found = state(DIVER, fact("diver", True, "1990-01-01", ends="1995..2002"))

    assert (found.status, found.possible, found.exhaustive) == (Status.POSSIBLY, (False, True), True)


@pytest.mark.parametrize(("trait", "level"), [(DEGREE, "master"), (DIVER, False)], ids=["ordered", "not held"])
def test_a_possible_end_with_an_unknown_sequel_is_not_exhaustive(trait: Trait, level: object) -> None:
    """If nothing says what follows, the one level known is not certainly the level."""
    found = state(trait, fact(trait.name, level, "1990-01-01", ends="1995..2002"))

    assert (found.status, found.level, found.possible, found.exhaustive) == (Status.POSSIBLY, None, (level,), False)


def test_an_ended_fact_that_may_have_come_later_leaves_it_open() -> None:
    """A spell whose beginning may lie after a level may have replaced it and then ended."""
    spell = fact("degree", "doctor", "1985..1995", ends="1996")

    found = state(DEGREE, fact("degree", "master", "1990-01-01"), spell)

    assert (found.status, found.level, found.exhaustive) == (Status.POSSIBLY, None, False)


def test_an_ended_fact_does_not_outlive_its_end() -> None:
    """A spell of unknown beginning that ended before a level began was replaced by it."""
    spell = fact("diver", False, "unknown", ends="1989")

    assert state(DIVER, fact("diver", True, "1990-01-01"), spell).status is Status.HELD


def test_agreeing_possibilities_are_certain() -> None:
    """A level that holds whichever fact came last is no mere possibility."""
    spell = fact("diver", True, "1985..1995", ends="1996")

    found = state(DIVER, fact("diver", False, "1990-01-01"), spell)

    assert (found.status, found.level) == (Status.NOT_HELD, False)


def test_two_possible_last_facts_with_different_sequels_are_unknown() -> None:
    """After an ended "yes" comes no, after an ended "no" nobody knows: which came last decides."""
    found = state(
        DIVER,
        fact("diver", True, "1990..1995", ends="1990..1996"),
        fact("diver", False, "1991-01-01", ends="1992-01-01"),
    )

    assert (found.status, found.level) == (Status.UNKNOWN, None)


@pytest.mark.parametrize(
    ("as_of", "level"),
    [(date(1998, 6, 3), "fluent"), (date(1998, 6, 4), "none")],
)
def test_validity_ends_on_the_day_before_the_anniversary(as_of: date, level: str) -> None:
    """A result of 4 June 1996 valid for 24 months counts last on 3 June 1998."""
    found = state(ENGLISH, fact("english", "fluent", "1996-06-04"), as_of=as_of)

    assert (found.level, found.exhaustive) == (level, True)


def test_a_lapsed_result_tells_when() -> None:
    """The last valid day is told, and the lapsed level is no achievement."""
    found = state(ENGLISH, fact("english", "fluent", "1996-06-04"))

    assert (found.status, str(found.lapsed)) == (Status.NOT_HELD, "1998-06-03")


def test_a_lapse_may_be_uncertain() -> None:
    """A result known to the year lapses at some day of a year, and until then either level is possible."""
    found = state(ENGLISH, fact("english", "fluent", "1996"))

    assert (found.status, found.possible, found.exhaustive) == (Status.POSSIBLY, ("none", "fluent"), True)


def test_validity_counts_from_the_day_it_must_have_begun() -> None:
    """A result known on 1 May 1996 had begun by then, so it has lapsed two years later."""
    found = state(ENGLISH, fact("english", "fluent", "1996", known=date(1996, 5, 1)))

    assert found.level == "none"


def test_the_lapsed_level_itself_does_not_lapse() -> None:
    """Who had no valid result still has none."""
    found = state(ENGLISH, fact("english", "none", "1990-01-01"))

    assert (found.level, found.lapsed) == ("none", None)


def test_a_stated_end_goes_before_the_validity() -> None:
    """An end that is written down holds, even where the validity would last longer."""
    found = state(ENGLISH, fact("english", "fluent", "1997-06-04", ends="1997-12-31"))

    assert (found.level, str(found.lapsed)) == ("none", "1997-12-31")


def test_a_validity_without_a_lapsed_level_ends_in_the_unknown() -> None:
    """Where the trait does not say what holds once it has lapsed, nobody knows."""
    licence = Binary("licence", valid_months=24)

    assert state(licence, fact("licence", True, "1990-01-01")).status is Status.UNKNOWN


def test_contradicting_facts_are_refused() -> None:
    """Two levels from the same day have no profile."""
    with pytest.raises(InvalidInput, match="facts that can both be true"):
        state(DIVER, fact("diver", True, "1990-01-01"), fact("diver", False, "1990-01-01"))


def test_the_later_knowledge_corrects_the_earlier() -> None:
    """Believed a diver since 1990, known in 1999 never to have been one: a diver until then, none from then on."""
    facts = (fact("diver", True, "1990-01-01"), fact("diver", False, "1990-01-01", known=date(1999, 5, 1)))

    assert profile(facts, date(1999, 4, 30), traits=(DIVER,))["diver"].status is Status.HELD
    assert profile(facts, date(1999, 5, 1), traits=(DIVER,))["diver"].status is Status.NOT_HELD


def test_a_correction_counts_for_as_long_as_it_says() -> None:
    """Known in 1996: from 1994 to 1995 no diver after all. Before and after those years what was believed stands."""
    facts = (
        fact("diver", True, "1990-01-01", ends="1998-12-31"),
        fact("diver", False, "1994-01-01", ends="1995-12-31", known=date(1996, 5, 1)),
    )

    found = [profile(facts, date(year, 6, 1), traits=(DIVER,))["diver"].status for year in (1993, 1994, 1997)]
    assert found == [Status.HELD, Status.HELD, Status.HELD]
    assert profile(facts, date(1999, 6, 1), traits=(DIVER,))["diver"].status is Status.NOT_HELD, "all of it is over"
    retold = (facts[0], replace(facts[1], known=date(1990, 5, 1)))
    assert profile(retold, date(1994, 6, 1), traits=(DIVER,))["diver"].status is Status.NOT_HELD


def test_what_came_true_corrects_what_was_foretold() -> None:
    """Foretold in 1989 to be none from 1990, and then one: from that day on one."""
    facts = (fact("diver", False, "1990-01-01", known=date(1989, 5, 1)), fact("diver", True, "1990-01-01"))

    assert profile(facts, date(1990, 1, 1), traits=(DIVER,))["diver"].status is Status.HELD


def test_a_contradiction_of_the_future_is_not_seen() -> None:
    """Facts not known by then contradict nothing on that day."""
    later = [fact("diver", level, "1999-01-01") for level in (True, False)]

    assert state(DIVER, fact("diver", True, "1990-01-01"), *later).status is Status.HELD


def test_ranges_that_meet_are_both_possible() -> None:
    """Two statements of one day, one of them a range, leave every level between them open."""
    found = state(HOURS, fact("hours", Range(11, 13), "1990-01-01"), fact("hours", 12.0, "1990-01-01"))

    assert (found.status, found.possible, found.exhaustive) == (Status.POSSIBLY, (Range(11, 13), 12.0), True)


@pytest.mark.parametrize(
    ("begins", "told"),
    [("1990", "1990"), ("1990-03-01..1991-02", "1990-03-01..1991-02-28"), ("1990..1991", None)],
)
def test_a_beginning_is_told_only_to_within_a_year(begins: str, told: str | None) -> None:
    """A wide window is not a date and is never told as one."""
    since = state(DIVER, fact("diver", True, begins)).since

    assert (since and str(since)) == told


def test_a_beginning_that_straddles_the_day_is_clipped() -> None:
    """On 4 June nobody knew that the year would be told to its end."""
    found = state(DIVER, fact("diver", True, "1998"))

    assert (found.status, str(found.since)) == (Status.POSSIBLY, "1998-01-01..1998-06-04")


def test_a_lapse_that_straddles_the_day_is_clipped() -> None:
    """No end later than the day is told, though the end is known to the year only."""
    spell = fact("diver", True, "1990-01-01", ends="1998-01-01..1998-06-03")

    assert str(state(DIVER, spell).lapsed) == "1998-01-01..1998-06-03"


@pytest.mark.parametrize("turned", [False, True])
def test_a_state_is_as_certain_as_its_weakest_fact(turned: bool) -> None:
    """Of two statements of one level, in any order, the less certain is told with all sources."""
    facts = [
        fact("diver", True, "1990-01-01", certainty=Certainty.INFERRED, source=("a",)),
        fact("diver", True, "1995-01-01", certainty=Certainty.STATED, source=("b",)),
    ]

    found = state(DIVER, *(reversed(facts) if turned else facts))

    assert (found.certainty, found.source) == (Certainty.INFERRED, ("a", "b"))
