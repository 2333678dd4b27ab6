"""What stands beside a question: the yes group with the person on it, or what is required, or a sentence alone."""

import re
from dataclasses import replace

from tests.factories import fact, yes_group
from tests.unit.tell.test_behind import CASE, DAY, DEGREE, PAPERS, ROWS, TEACHES, TRAITS, clause, process, requirement
from tests.unit.usecases.test_forecast_rounds import Never

from twelfth.goal import Basis, Case, Comparison, Numeric, PoolShare, Process, Recorded
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell import BesideTrait, beside_traits, beside_whom
from twelfth.usecases import Beside, beside_questions

LEAST_5 = requirement((clause("papers", Comparison.AT_LEAST, 5.0),))
MASTER = requirement((clause("degree", Comparison.AT_LEAST, 1.0),))


def answer(process: Process, case: Case = CASE) -> Beside:
    return beside_questions("me", cases=MemoryCases(MemoryPacks(process), case), clock=Never(), as_of=DAY)


def beside(process: Process, case: Case = CASE) -> dict[str, BesideTrait]:
    return dict(beside_traits(answer(process, case)))


def places(told: BesideTrait, what: str) -> list[float]:
    """Where marks of a class lie on a strip, in percent of its width."""
    return [float(at) for at in re.findall(rf'class="{what}" (?:cx|x1)="([\d.]+)%"', str(told.strip))]


def test_the_person_stands_among_those_selected_where_a_number_is_given() -> None:
    """Five had 2, 4, 8, 12 and 15 papers; the person has 11. Nothing is known of a degree, and so there is no mark."""
    found = beside(process())

    assert places(found["papers"], "you") == [round(2 + 9 * 96 / 13, 2)]
    assert places(found["degree"], "you") == []
    assert found["papers"].lines == ("Those selected: of 5 people 3 had 11 or fewer; at least half had 8 or more.",)
    assert found["degree"].lead == "Of 5 people:"
    assert [words for _shade, words in found["degree"].legend] == ["none 1", "master 2", "doctorate 2"]


def test_a_level_is_read_by_how_many_got_in_with_no_more() -> None:
    """With its interval."""
    case = replace(CASE, facts=(*CASE.facts, fact("degree", "master", DAY)))
    (line,) = beside(process(), case)["degree"].lines

    assert re.fullmatch(r"3 of 5 \(60%\) got in with your level or less; 90% .+ to .+\.", line)


def test_a_form_is_kept_light() -> None:
    """What is required stands there; past attempts and those who applied stand on Distance."""
    pool = (PoolShare(trait="papers", basis=Basis.GUESS, mean=5.0, sd=2.0),)
    found = beside(process(pool=pool, requirements=(LEAST_5,)))["papers"]

    assert found.lines[1:] == ("Required: at least 5 (The gate).",)
    assert len(places(found, "wall")) == 1
    assert not re.search('class="(past|pool)"', str(found.strip))


def test_what_is_recorded_only_where_it_is_present_is_told_in_words() -> None:
    """Counts, and no strip that could be read as shares."""
    counted = replace(TEACHES, recorded=Recorded.POSITIVES_ONLY)
    traits = (DEGREE, PAPERS, counted)
    group = yes_group(traits, [[2, 4, 1], *([1, at, float("nan")] for at in range(5))], ids=list("abcdef"))
    found = beside(process(traits=traits, yes_group=group))["teaches"]

    assert (found.strip, found.lead, found.legend) == ("", "", ())
    assert found.lines == ("Those selected: at least 1 of 6 known, the rest unknown.",)


def test_a_protected_trait_has_nothing_beside_it() -> None:
    """Nor where all is known of those selected and of the person."""
    age = Numeric("papers", label="Papers", protected=True)
    traits = (DEGREE, age, TEACHES)
    group = yes_group(traits, ROWS, ids=[str(at) for at in range(len(ROWS))])

    assert beside(process(traits=traits, yes_group=group)).keys() == {"degree", "teaches"}


def test_of_too_few_no_range_is_drawn() -> None:
    """Fewer than five, or of whom nothing is known."""
    few = yes_group(TRAITS, [[2, 4, float("nan")]], ids=["a"])
    found = beside(process(yes_group=few))

    assert found.keys() == {"degree"}
    assert found["degree"].lead == "Of 1 people:"


def test_where_nobody_selected_is_described_a_requirement_is_a_wall() -> None:
    """The person on its far side with enough, on the wall with just enough; more lies beyond."""
    alone = process(yes_group=None, requirements=(LEAST_5,))
    just = replace(CASE, facts=(fact("papers", 5, DAY),))
    enough, at_it = beside(alone)["papers"], beside(alone, just)["papers"]

    assert places(enough, "wall") < places(enough, "you") < [98.0]
    assert places(at_it, "wall") == places(at_it, "you") == [78.0]
    assert enough.lines == ("Required: at least 5 (The gate).",)
    assert beside(alone).keys() == {"papers"}
    assert beside_whom(answer(alone)) == ""


def test_a_required_level_begins_halfway_from_the_one_below_it() -> None:
    """The lowest and the highest level stand at the ends."""
    case = replace(CASE, facts=(fact("degree", "master", DAY),))
    told = beside(process(yes_group=None, requirements=(MASTER,)), case)["degree"]

    assert (places(told, "wall"), places(told, "you")) == ([26.0], [50.0])
    assert told.legend == (("", "none"), ("", "doctorate"))


def test_what_is_only_yes_or_no_needs_no_strip_of_a_requirement() -> None:
    """The question says it."""
    asked = requirement((clause("teaches", Comparison.IS, 1.0),))

    assert beside(process(yes_group=None, requirements=(asked,))) == {}


def test_one_is_never_among_those_one_stands_beside() -> None:
    """By the name of the case."""
    group = yes_group(TRAITS, ROWS, ids=["me", "b", "c", "d", "e"])

    assert beside(process(yes_group=group))["degree"].lead == "Of 4 people:"
    assert beside_whom(answer(process(yes_group=group))).startswith("Against 4 people selected")
