"""twelfth odds through the real command."""

from pathlib import Path

from tests.command import DAY, twelfth

MID_1998 = "1998-06-30"


def test_nasa_answers_wide_from_a_guess_that_is_named(tmp_path: Path) -> None:
    """An interval, the average beside it, the rounds, and the guess by name; the page says the same."""
    page = tmp_path / "odds.html"
    told = twelfth("odds", "hernandez", "--as-of", MID_1998, "--html", str(page))

    assert told.code == 0, told.err
    assert "The average applicant's chance is 1.0%." in " ".join(told.out.split())
    assert "what those who applied had is somebody's guess" in " ".join(told.out.split())
    assert "35 of at least\n    2,400 in round 1996" in told.out
    assert "only its presence is ever recorded" in told.out
    assert "The average applicant&#39;s chance is 1.0%." in page.read_text(encoding="utf-8")


def test_express_entry_answers_by_points_and_by_a_day(tmp_path: Path) -> None:
    """416 points against a cut-off of about 515: the chance by a day, the birthday, what independence would say."""
    page = tmp_path / "odds.html"
    told = twelfth("odds", "newcomer", "--as-of", DAY, "--html", str(page))
    words = " ".join(told.out.split())

    assert told.code == 0, told.err
    assert "at least one selection by 2026-12-17 in a round you may enter, at 416 points" in words
    assert "from 2026-03-01 411 -5" in words
    assert "Taken for unrelated, rounds as likely as the next one would give" in words
    assert "at least one selection by 2026-12-17" in page.read_text(encoding="utf-8")


def test_the_last_day_can_be_asked_for() -> None:
    """--until ends the forecast there; a day before the one asked about is refused, and so is one for a yes group."""
    near = twelfth("odds", "newcomer", "--as-of", DAY, "--until", "2026-01-31")
    past = twelfth("odds", "newcomer", "--as-of", DAY, "--until", "2025-01-01")
    people = twelfth("odds", "hernandez", "--as-of", MID_1998, "--until", "2003-01-01")

    assert "by 2026-01-31" in near.out
    assert past.code == 4
    assert "a day after 2025-12-17" in past.err
    assert people.code == 4
    assert "twelfth history hernandez" in people.err
