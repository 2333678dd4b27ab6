"""Attempts: which stage may follow which, in which order of days, and what was known when."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from tools import stages

from twelfth.base import InvalidInput, When, parse_when
from twelfth.goal import NEXT_STAGES, Attempt, Stage, StageName

FINAL = {StageName.NOT_SELECTED, StageName.WITHDRAWN, StageName.INELIGIBLE}
PAIRS = list(product(NEXT_STAGES, StageName))
ALLOWED = [(before, after) for before, after in PAIRS if after in NEXT_STAGES[before]]
FORBIDDEN = [(before, after) for before, after in PAIRS if after not in NEXT_STAGES[before]]
MID_1998 = date(1998, 6, 4)


def attempt(*stages: tuple[str, str], **more: str) -> Attempt:
    """An attempt at round 17, its stages and days as a case writes them."""
    history = tuple(Stage(stage=StageName(name), on=parse_when(on)) for name, on in stages)
    return Attempt(round="17", history=history, **more)


def way_to(stage: StageName | None) -> tuple[StageName, ...]:
    """A shortest history that ends in a stage."""
    ways: list[tuple[StageName, ...]] = [()]
    for way in ways:
        last = way[-1] if way else None
        if last is stage:
            return way
        ways += [(*way, after) for after in sorted(NEXT_STAGES[last])]
    raise LookupError(stage)


def history(*names: StageName) -> tuple[Stage, ...]:
    """Stages a year apart."""
    return tuple(Stage(stage=name, on=When.on(date(2000 + year, 1, 1))) for year, name in enumerate(names))


@pytest.mark.parametrize(("before", "after"), ALLOWED)
def test_every_allowed_step_is_accepted(before: StageName | None, after: StageName) -> None:
    """Each step of the dict may be taken from a history that leads up to it."""
    taken = Attempt(round="17", history=history(*way_to(before), after))

    assert taken.stage is after


@pytest.mark.parametrize(("before", "after"), FORBIDDEN)
def test_every_other_step_is_refused(before: StageName | None, after: StageName) -> None:
    """A step that is not in the dict is refused, naming the round, both stages and what may follow."""
    with pytest.raises(InvalidInput) as caught:
        Attempt(round="17", history=history(*way_to(before), after))

    problem = caught.value.problems[0]
    assert problem.thing == f"stage after {before or 'the beginning'} (round 17)"
    assert problem.value == after
    assert problem.expected == (", ".join(sorted(NEXT_STAGES[before])) or "nothing: that stage is final")


def test_every_stage_has_its_line() -> None:
    """The dict speaks of the beginning and of every stage, and every stage can be reached."""
    assert set(NEXT_STAGES) == {None, *StageName}
    assert all(way_to(stage) for stage in StageName)


def test_the_final_stages_are_final() -> None:
    """A no, a withdrawal and an ineligibility end the attempt; who is selected may still withdraw."""
    assert {stage for stage, following in NEXT_STAGES.items() if not following} == FINAL
    assert NEXT_STAGES[StageName.SELECTED] == {StageName.WITHDRAWN}


def test_a_decision_is_never_the_first_stage() -> None:
    """Nobody is decided upon who did not apply."""
    assert NEXT_STAGES[None] == {StageName.DRAFT, StageName.SUBMITTED}
    assert NEXT_STAGES[StageName.DRAFT] == {StageName.SUBMITTED, StageName.WITHDRAWN}


@pytest.mark.parametrize(
    "stages",
    [
        [("submitted", "1998-06-04"), ("not_selected", "1998-06-03")],
        [("submitted", "1998"), ("not_selected", "1997")],
        [("submitted", "1998"), ("screened", "unknown"), ("not_selected", "1997")],
    ],
    ids=["days", "years", "over an unknown day"],
)
def test_days_do_not_run_backwards(stages: list[tuple[str, str]]) -> None:
    """A stage certainly dated before any earlier one is refused, naming both stages."""
    with pytest.raises(
        InvalidInput, match=r"date of not_selected \(round 17\) is .*a day not before submitted on 1998"
    ):
        attempt(*stages)


@pytest.mark.parametrize("on", ["1998-06-04", "1998", "1990..1998-06-04", "unknown"])
def test_days_may_be_equal_or_open(on: str) -> None:
    """A stage on the same day, or on one that may lie later, is accepted."""
    assert attempt(("submitted", "1998-06-04"), ("not_selected", on)).decided == parse_when(on)


def test_an_attempt_tells_when_it_was_submitted_and_decided() -> None:
    """The first decision counts: who was selected and then withdrew was selected."""
    found = attempt(("draft", "1997"), ("submitted", "1998"), ("selected", "1999"), ("withdrawn", "2000"))

    assert (str(found.submitted), str(found.decided), found.stage) == ("1998", "1999", StageName.WITHDRAWN)


def test_an_open_attempt_has_no_decision() -> None:
    """What has not come is None."""
    found = attempt(("draft", "1997"))

    assert (found.submitted, found.decided) == (None, None)


def test_an_attempt_without_stages_has_no_stage() -> None:
    """An empty history is allowed and known on no day."""
    found = Attempt(round="17", history=())

    assert (found.stage, found.known(MID_1998)) == (None, None)


@pytest.mark.parametrize(
    ("as_of", "stages"),
    [
        (date(1997, 5, 31), None),
        (date(1997, 6, 1), ["submitted"]),
        (date(1997, 10, 1), ["submitted", "interviewed"]),
        (date(1998, 6, 3), ["submitted", "interviewed"]),
        (date(1998, 6, 4), ["submitted", "interviewed", "not_selected"]),
    ],
)
def test_only_stages_that_had_come_are_known(as_of: date, stages: list[str] | None) -> None:
    """On each day an attempt ends with the last stage it had reached."""
    whole = attempt(
        ("submitted", "1997-06-01"), ("interviewed", "1997-10-01"), ("not_selected", "1998-06-04"), seat="pilot"
    )

    known = whole.known(as_of)

    assert (known and [stage.stage for stage in known.history]) == stages
    assert known is None or (known.round, known.seat, known.certainty) == ("17", "pilot", "stated")


@pytest.mark.parametrize("on", ["unknown", "1998", "1998-06-05"])
def test_a_decision_that_had_not_certainly_come_is_hidden(on: str) -> None:
    """An answer without a date, or of a date that may lie ahead, is not told."""
    known = attempt(("submitted", "1997"), ("not_selected", on)).known(MID_1998)

    assert known is not None
    assert known.decided is None


def test_a_stage_had_come_when_a_later_one_had() -> None:
    """History has an order: an undated interview lies before a dated answer, and is clipped to the day."""
    known = attempt(("submitted", "1997"), ("interviewed", "unknown"), ("not_selected", "1998-06-04")).known(MID_1998)

    assert known is not None
    assert [str(stage.on) for stage in known.history] == ["1997", "unknown..1998-06-04", "1998-06-04"]


def test_an_undated_withdrawal_hides_no_selection() -> None:
    """A selection that had come stays known when what followed had not certainly come."""
    known = attempt(("submitted", "1997"), ("selected", "1998-06-04"), ("withdrawn", "unknown")).known(MID_1998)

    assert known is not None
    assert known.stage is StageName.SELECTED


def test_the_page_shows_every_step() -> None:
    """The diagram has one arrow for each step of the dict."""
    arrows = [line for line in stages.page().splitlines() if "-->" in line]

    assert len(arrows) == len(set(arrows)) == len(ALLOWED)


@pytest.mark.parametrize(("text", "code"), [(stages.page(), 0), ("stale", 1), (None, 1)])
def test_the_check_tells_a_stale_page(
    text: str | None, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--check writes nothing and ends with 1 when the page is missing or another one."""
    page = tmp_path / "page.md"
    if text is not None:
        page.write_text(text, encoding="utf-8")
    monkeypatch.setattr(stages, "PAGE", page)
    monkeypatch.setattr("sys.argv", ["stages.py", "--check"])

    assert stages.main() == code
    assert (page.read_text(encoding="utf-8") if page.exists() else None) == text
