"""What Today has to do, in which order, and the mile above it with what comes before it is done."""

import re

from tests.web_app.client import App, text
from tests.web_app.typed_numbers import ENGLISH, NUMBERS


def test_an_answer_of_long_ago_has_one_place_behind_what_is_next(app: App) -> None:
    """A fresh one comes before the road; of several old ones one is named, after two other things to do."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **NUMBERS, **ENGLISH)
    for name, decided in (("One", "2025-10-10"), ("Two", "2025-09-10")):
        app.post(f"/goal/{goal}/rounds", round="own", name=name, decided=decided, answer="not_selected", kind="cec")
    old = _to_do(text(app.get(f"/goal/{goal}")))
    app.post(f"/goal/{goal}/rounds", round="own", name="New", decided="2025-12-10", answer="not_selected", kind="cec")
    new = _to_do(text(app.get(f"/goal/{goal}")))

    assert old[1:] == ["Draw your road", "Look at the answer of One, when you are ready"]
    assert new[2] == "Look at the answer of New, when you are ready"


def _to_do(page: str) -> list[str]:
    return re.findall(r"<a [^>]*>([^<]+)</a>", page.partition('class="todo"')[2].partition("</ol>")[0])
