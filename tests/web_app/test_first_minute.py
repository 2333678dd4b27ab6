"""The first minute: the goal, its next closing date, past attempts, the numbers. Either of the two between is skipped
with one press.
"""

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import GOAL, PEOPLE, TITLE, right, table


def test_the_order_of_the_first_minute(app: App) -> None:
    """Date, past attempts, numbers; each page says which of four it is."""
    begun = app.post("/begin", title="Fellow", pack="express-entry").headers["Location"]
    dated = app.post("/goal/fellow/first/round", closes="?", kind="cec").headers["Location"]
    tried = text(app.get(dated))

    assert begun == "/goal/fellow/first/round?said=begun-first"
    assert dated == "/goal/fellow/first/attempts"
    assert 'class="button" href="/goal/fellow/numbers?first=1">None yet' in tried
    assert 'class="button main" href="/goal/fellow/rounds?first=1">' in tried
    pages = ("/begin", "/goal/fellow/first/round", dated, "/goal/fellow/numbers?first=1")
    assert all(f"{step} of 4" in text(app.get(page)) for step, page in enumerate(pages, 1))
    assert app.goals.get("fellow").rounds == ()


@pytest.mark.parametrize(
    ("typed", "shown", "spanish"),
    [("2026-05-31", "May 31, 2026", "31 de mayo de 2026"), ("May 2026", "May 2026", "mayo de 2026")],
)
def test_a_date_of_ones_own_is_the_next_date(app: App, typed: str, shown: str, spanish: str) -> None:
    """Kept as a coming round that Today tells, of a goal of one's own too: as it is known, in any language, and of a
    month no day is made up."""
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    led = app.post(f"/goal/{GOAL}/first/round", closes=typed, kind="round")
    (row,) = app.goals.get(GOAL).rounds

    assert led.headers["Location"] == f"/goal/{GOAL}/first/attempts?said=next-round"
    assert (str(row.thing.closes), row.thing.source) == ("2026-05-31", ("own",))
    assert f"closes: <strong>{shown}</strong>" in text(app.get(f"/goal/{GOAL}"))
    assert f"closes: <strong>{shown}</strong>" in text(app.get(f"/goal/{GOAL}/first/round"))
    app.post("/language", language="es", next="/")
    assert f"cierra: <strong>{spanish}</strong>" in text(app.get(f"/goal/{GOAL}"))
    assert f"Ronda que cierra: {spanish}" in text(app.get(f"/goal/{GOAL}/rounds"))


@pytest.mark.parametrize("typed", ["soon", "2025-12-01", "unknown"])
def test_a_date_that_is_none_to_come_is_asked_again(app: App, typed: str) -> None:
    """With what was typed, and a sentence."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/first/round", closes=typed, kind="cec")

    assert response.status_code == 400
    assert f'value="{typed}"' in text(response)
    assert app.goals.get(goal).rounds == ()


def test_a_date_that_is_known_is_shown_and_not_asked(app: App) -> None:
    """Of whatever round, though nothing is known yet of who asks."""
    goal = app.begin()
    asked = text(app.get(f"/goal/{goal}/first/round"))
    app.post(f"/goal/{goal}/first/round", closes="2026-05", kind="cec")
    shown = text(app.get(f"/goal/{goal}/first/round"))

    assert ('name="closes"' in asked, 'name="closes"' in shown) == (True, False)
    assert "closes: <strong>May 2026</strong>" in shown


def test_from_past_attempts_one_goes_on_to_the_numbers(app: App) -> None:
    """For as long as none is known."""
    goal = app.begin()
    link = f'href="/goal/{goal}/numbers?first=1"'
    before = text(app.get(f"/goal/{goal}/rounds"))
    app.post(f"/goal/{goal}/numbers", education="bachelor")

    assert (link in before, link in text(app.get(f"/goal/{goal}/rounds"))) == (True, False)


@pytest.mark.parametrize(
    ("answer", "said", "line"),
    [
        ("not_selected", "attempt-later", "Its answer can be looked at later"),
        ("not_yet", "attempt-first", "The attempt is kept."),
    ],
)
def test_a_past_attempt_leads_back_to_its_step(app: App, answer: str, said: str, line: str) -> None:
    """And not to how one is, in the first minute; Today says that the answer waits."""
    goal = app.begin()
    own = {"round": "own", "kind": "cec", "name": "Autumn draw", "decided": "2025-11-04"}
    wrong = text(app.post(f"/goal/{goal}/rounds", **own | {"decided": "soon"}, answer=answer, first="1"))
    led = app.post(f"/goal/{goal}/rounds", **own, answer=answer, first="1").headers["Location"]
    after = text(app.get(led))

    asked = text(app.get(f"/goal/{goal}/rounds?first=1"))
    assert all('<input type="hidden" name="first" value="1">' in page and "3 of 4" in page for page in (asked, wrong))
    assert led == f"/goal/{goal}/first/attempts?said={said}"
    assert (line in after, "3 of 4" in after) == (True, True)
    assert f'class="button main" href="/goal/{goal}/numbers?first=1">Go on' in after
    assert "Look at the answer of Autumn draw" in text(app.get(f"/goal/{goal}")) or answer == "not_yet"


def test_after_the_first_minute_a_no_is_followed_by_how_one_is(app: App) -> None:
    """The loop is as it was."""
    goal = app.begin()
    own = {"round": "own", "kind": "cec", "name": "Autumn draw", "decided": "2025-11-04"}
    led = app.post(f"/goal/{goal}/rounds", **own, answer="not_selected").headers["Location"]

    assert led.startswith(f"/goal/{goal}/audit/")
    assert 'name="first"' not in text(app.get(f"/goal/{goal}/rounds"))


def test_as_many_past_attempts_as_there_were_are_written_down(app: App) -> None:
    """Those on file are listed, and another one is one press away."""
    goal = app.begin()
    for name in ("Spring draw", "Autumn draw"):
        own = {"round": "own", "kind": "cec", "name": name, "decided": "2025-11-04", "answer": "not_selected"}
        led = app.post(f"/goal/{goal}/rounds", **own, first="1").headers["Location"]
    page = text(app.get(led))

    assert all(f"<li>{name} draw: in the pool, not invited</li>" in page for name in ("Spring", "Autumn"))
    assert f'href="/goal/{goal}/rounds?first=1">Write down another one</a>' in page
    assert "<h1>Were there other attempts?</h1>" in page
    assert "None yet" not in page


def test_how_many_apply_and_get_in_is_asked_in_the_first_minute(app: App) -> None:
    """Of a table of one's own alone, beside the date; either may be left out, and a mistake loses nothing."""
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    where = f"/goal/{GOAL}/first/round"
    sent = {"closes": "2026-04-30", "kind": "round", "applied": "25", "selected": "400", "was": "1"}
    wrong = app.post(where, **sent)
    assert (wrong.status_code, app.goals.get(GOAL).rounds, table(app).applied) == (400, (), None)
    assert all(f'value="{typed}"' in text(wrong) for typed in ("2026-04-30", "25", "400"))
    led = app.post(where, **sent | {"applied": "400", "selected": "25"}).headers["Location"]

    assert led == f"/goal/{GOAL}/first/attempts?said=figures"
    assert (table(app).applied, table(app).selected, len(app.goals.get(GOAL).rounds)) == (400, 25, 1)
    again = app.post(where, applied="400", selected="25", was="2").headers["Location"]
    assert (again, app.goals.get(GOAL).table.version) == (f"/goal/{GOAL}/first/attempts", 2)
    assert 'name="applied"' not in text(app.get(f"/goal/{app.begin()}/first/round"))
