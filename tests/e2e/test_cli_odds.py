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


def test_a_process_of_points_points_to_the_score() -> None:
    """Express Entry has no yes group: exit 6, and the command that answers."""
    told = twelfth("odds", "newcomer", "--as-of", DAY)

    assert (told.code, told.out) == (6, "")
    assert "twelfth score newcomer" in told.err
