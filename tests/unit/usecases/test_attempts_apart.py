"""An attempt beside the one before it: what is the same, what is not, and what nobody knows."""

from datetime import date

import pytest

from twelfth.base import When, parse_when
from twelfth.goal import Attempt, Case, Fact, Numeric, Ordered, Process, Round, Stage, StageName
from twelfth.goal.traits import DateTrait
from twelfth.usecases import Apart, AttemptsApart, Document, attempts_apart

TODAY = date(2026, 3, 4)
PROCESS = Process(
    name="small",
    title="Small",
    version="1",
    traits=(
        Ordered("degree", levels=("bachelor", "master", "phd")),
        Numeric("years", unit="years"),
        Numeric("papers"),
        DateTrait("born"),
    ),
    rounds=tuple(
        Round(id=str(year), kind="", name=f"of {year}", decided=date(year, 6, 1), known=date(year, 6, 1))
        for year in (2024, 2025, 2026)
    ),
)
FACTS = (
    Fact(trait="degree", level="bachelor", begins=parse_when("2020"), ends=parse_when("2025-01-01")),
    Fact(trait="degree", level="master", begins=parse_when("2025-01-01")),
    Fact(trait="years", level=3.0, begins=parse_when("2020")),
    Fact(trait="papers", level=2.0, begins=parse_when("2025-02-01")),
    Fact(trait="born", level=date(1990, 1, 1), begins=parse_when("1990-01-01")),
)


def attempt(year: int, sent: str | None) -> Attempt:
    stage = StageName.DRAFT if sent is None else StageName.SUBMITTED
    return Attempt(
        round=str(year), history=(Stage(stage=stage, on=When.on(TODAY) if sent is None else parse_when(sent)),)
    )


def apart(*documents: Document, of: int = 2025, then: str = "2024-05-01", now: str | None = "2025-05") -> AttemptsApart:
    later = attempt(2025, now)
    case = Case(name="x", title="X", pack="small", facts=FACTS, attempts=(attempt(2024, then), later))
    found = attempts_apart(case, PROCESS, documents, round_id=str(of), as_of=TODAY)
    assert found is not None
    return found


def test_numbers_are_those_of_the_days_they_were_sent() -> None:
    """The last day each may have been; a day of birth is no news, and what is known of one day alone is no change."""
    found = apart()

    assert (found.before, found.then, found.now) == ("2024", date(2024, 5, 1), date(2025, 5, 31))
    assert [(one.trait, one.before, one.after) for one in found.changed] == [("degree", "bachelor", "master")]
    assert found.same == (("years", "3 years"),)
    assert found.unclear == ("papers",)


def test_what_is_not_sent_yet_is_compared_as_of_today() -> None:
    """It goes as one is now."""
    assert apart(now=None).now == TODAY


def test_of_an_unknown_day_it_is_that_of_the_decision() -> None:
    """Nothing can have been sent later."""
    assert apart(then="unknown").then == date(2024, 6, 1)


def test_the_first_attempt_has_none_before_it() -> None:
    """By the days of the rounds, whichever was written down first."""
    case = Case(
        name="x", title="X", pack="small", attempts=(attempt(2026, None), attempt(2024, "2024-01-01")), facts=()
    )

    assert attempts_apart(case, PROCESS, (), round_id="2024", as_of=TODAY) is None
    later = attempts_apart(case, PROCESS, (), round_id="2026", as_of=TODAY)
    assert later is not None
    assert later.before == "2024"


def document(year: int, title: str, address: str = "", sha256: str = "") -> Document:
    return Document(round=str(year), title=title, address=address, sha256=sha256)


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (document(2024, "Essay", sha256="a"), document(2025, "My essay", sha256="a"), [Apart.SAME]),
        (document(2024, "Essay", address="https://e"), document(2025, "Mine", address="https://e"), [Apart.SAME]),
        (document(2024, "Essay", sha256="a"), document(2025, "essay", sha256="b"), [Apart.OTHER]),
        (
            document(2024, "Essay", address="https://e", sha256="a"),
            document(2025, "Essay", address="https://e", sha256="b"),
            [Apart.OTHER],
        ),
        (document(2024, "Essay", sha256="a"), document(2025, "Letter", sha256="b"), [Apart.NEW, Apart.GONE]),
        (document(2023, "Essay", sha256="a"), document(2025, "Essay", sha256="a"), [Apart.NEW]),
    ],
)
def test_a_document_is_known_by_its_hash_then_its_address_then_its_title(
    before: Document, now: Document, told: list[Apart]
) -> None:
    """Behind one address there may be something else by now, where the hash says so."""
    assert [one.apart for one in apart(before, now).documents] == told


def test_each_document_of_last_time_is_the_twin_of_one() -> None:
    """Two of one title now, one then: the second is new, and the same one goes before a namesake."""
    found = apart(
        document(2024, "Letter", sha256="a"), document(2025, "Letter", sha256="b"), document(2025, "Letter", sha256="a")
    )

    assert [(one.document.sha256, one.apart) for one in found.documents] == [("b", Apart.NEW), ("a", Apart.SAME)]


def test_that_nothing_is_new_is_an_answer() -> None:
    """And a document that is gone is news."""
    assert not apart().nothing_new
    assert apart(then="2025-03-01", now="2025-05-01").nothing_new
    assert not apart(document(2024, "Letter", sha256="a"), then="2025-03-01", now="2025-05-01").nothing_new
