"""What is said before and while an answer is looked at: fitting the time that has passed, and what there is to see."""

from pathlib import Path

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import PEOPLE, right


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    return App(tmp_path / "home")


def turned_down(app: App, goal: str, decided: str) -> str:
    """The address of the answer to one attempt."""
    no = {"round": "own", "name": "Spring", "decided": decided, "answer": "not_selected", "kind": "round"}
    assert app.post(f"/goal/{goal}/rounds", **no).status_code == 303
    return f"/goal/{goal}/audit/{app.goals.get(goal).attempts[-1].id}"


@pytest.mark.parametrize(("decided", "said"), [("2025-12-01", "A no is hard."), ("2024-06-01", "It was a while ago.")])
def test_an_answer_of_long_ago_is_no_fresh_wound(decided: str, said: str, app: App) -> None:
    """Later stands first either way."""
    page = text(app.get(turned_down(app, app.begin(pack="blank"), decided)))

    assert said in page
    assert page.index("Later, in 7 days") < page.index("Look at it now")


def test_with_nobody_to_compare_with_the_page_asks(app: App) -> None:
    """For what they said, and for one person who got in; what is told beside is closed."""
    goal = app.begin(pack="blank")
    page = text(app.get(f"{turned_down(app, goal, '2025-12-01')}?step=look"))

    assert "Nobody who got in is on file" in page
    assert f'href="/goal/{goal}/people"' in page
    assert page.index("<details>") < page.index('<section class="answer">')


def test_with_somebody_to_compare_with_it_compares(app: App) -> None:
    """At once, with nothing closed before it."""
    goal = str(right(app, "/begin", title="Own", pack="blank", people=PEOPLE).headers["Location"]).split("/")[2]
    page = text(app.get(f"{turned_down(app, goal, '2025-12-01')}?step=look"))

    assert "What you sent, what those selected had" in page
    assert "Nobody who got in is on file" not in page
