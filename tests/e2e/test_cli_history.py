"""twelfth history through the real command: what it says, and what it never says."""

import json
from pathlib import Path

from tests.command import DAY, twelfth

THEN = "2003-12-31"


def test_the_answer_says_what_it_rests_on(tmp_path: Path) -> None:
    """The attempts, the outlook, its range, the break-even; the page says the same; nobody is advised to stop."""
    page = tmp_path / "history.html"
    told = twelfth("history", "hernandez", "--as-of", THEN, "--ahead", "5", "--html", str(page))
    shown = page.read_text(encoding="utf-8")

    assert told.code == 0, told.err
    for words in ("not decided", "interviewed, not selected", "at most 1.5%", "times what the"):
        assert words in told.out
    assert max(len(line) for line in told.out.splitlines()) <= 80
    assert "interviewed, not selected" in shown
    assert "<script" not in shown
    assert not [word for word in ("give up", "quit", "failed", "stop trying") if word in told.out + shown]


def test_one_attempt_ahead_is_one() -> None:
    """No plural for one."""
    assert "The next attempt\n" in twelfth("history", "hernandez", "--as-of", THEN, "--ahead", "1").out


def test_a_case_without_attempts_has_the_chance_it_started_with() -> None:
    """Before any attempt the next has the average applicant's chance."""
    told = twelfth("history", "hernandez", "--as-of", "1990-06-01", "--chance", "0.02", "--json")

    assert json.loads(told.out)["answer"]["outlook"]["next"] == 0.02
    assert "No attempt by that day" in twelfth("history", "hernandez", "--as-of", "1990-06-01", "--chance", ".02").out


def test_a_process_that_publishes_no_applicants_asks_for_a_chance() -> None:
    """Express Entry ranks by points: without a chance of one's own there is nothing to start from."""
    told = twelfth("history", "newcomer", "--as-of", DAY)

    assert (told.code, told.out) == (6, "")
    assert "--chance" in told.err
    given = twelfth("history", "newcomer", "--as-of", DAY, "--chance", "0.1")
    assert "left out" in given.out
    assert "you stated" in given.out
