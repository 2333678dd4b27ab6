"""A form of one person finds that person, whatever another window made of the table, or says that they are gone."""

from pathlib import Path

import pytest
from tests.web_app.client import App, text
from tests.web_app.filled_form import filled
from tests.web_app.own_goal import GOAL, PEOPLE, TITLE, right, table

WHERE = f"/goal/{GOAL}/people"
ORDER = {"order-degree-phd": "2", "order-degree-master": "1"}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    """With a goal that has a table."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    app = App(tmp_path / "home")
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    return app


def names(app: App) -> list[str]:
    return [one.id for one in table(app).people]


def test_after_somebody_before_them_was_taken_out_a_form_is_of_the_same_person(own: App) -> None:
    """Its address too; and both versions are of them."""
    form = filled(text(own.get(f"{WHERE}/3")), f"{WHERE}/3")
    own.post(f"{WHERE}/1", was="1", do="drop")
    stale = own.post(f"{WHERE}/3", **form | {"who": "Ana"})
    again = filled(text(stale), f"{WHERE}/3")
    wrong_now = 'value="4"' in text(own.get(f"{WHERE}/3"))
    own.post(f"{WHERE}/3", **again)

    assert stale.status_code == 409
    assert "<td>Ana</td><td>3</td>" in text(stale)
    assert not wrong_now
    assert names(own) == ["2", "Ana", "4", "5", "6", "7"]


def test_after_a_whole_new_table_in_another_order_a_form_is_of_the_same_person(own: App) -> None:
    """Who stands in it under the same name is the same."""
    head, *lines = PEOPLE.splitlines()
    form = filled(text(own.get(f"{WHERE}/2")), f"{WHERE}/2")
    right(own, WHERE, people="\n".join([head, *reversed(lines)]))
    stale = own.post(f"{WHERE}/2", **form | {"do": "drop"})
    own.post(f"{WHERE}/2", **filled(text(stale), f"{WHERE}/2"))

    assert stale.status_code == 409
    assert "You wanted to remove this" in text(stale)
    assert names(own) == ["7", "6", "5", "4", "3", "1"]


UNNAMED = ("phd,7", "phd,4", "master,9", "phd,5", "master,8", "phd,6", "phd,11")


@pytest.mark.parametrize(("line", "left"), [("master,9", True), ("master,12", False)])
def test_where_nobody_has_a_name_a_form_is_of_nobody_else_on_the_line(own: App, line: str, left: bool) -> None:
    """Pasted anew in another order: whose levels are there is found by them, and who is not there is gone."""
    right(own, WHERE, people="\n".join(["degree,years", *UNNAMED]))
    key = next(one.key for one in table(own).people if one.levels == ("master", 9.0))
    form = filled(text(own.get(f"{WHERE}/{key}")), f"{WHERE}/{key}")
    sorted_anew = sorted(line if one == "master,9" else one for one in UNNAMED)
    right(own, WHERE, people="\n".join(["degree,years", *sorted_anew]))
    before = {one.key: one for one in table(own).people}
    stale = own.post(f"{WHERE}/{key}", **form | {"who": "Ana", "of-years": "10"})

    assert stale.status_code == 409
    assert ("it was removed in another window" in text(stale)) is not left
    if left:
        own.post(f"{WHERE}/{key}", **filled(text(stale), f"{WHERE}/{key}"))
        after = {one.key: one for one in table(own).people}
        assert {each for each in after if after[each] != before[each]} == {key}
        assert before[key].levels == ("master", 9.0)
    else:
        assert key not in before


@pytest.mark.parametrize(("language", "told"), [("en", "it was removed in another window"), ("es", "en otra ventana")])
def test_whom_another_window_took_out_is_told_to_be_gone_with_what_was_typed(
    own: App, language: str, told: str
) -> None:
    """The last one of the table too. One button adds them anew."""
    own.post("/language", language=language)
    form = filled(text(own.get(f"{WHERE}/7")), f"{WHERE}/7")
    own.post(f"{WHERE}/7", was="1", do="drop")
    gone = own.post(f"{WHERE}/7", **form | {"who": "Zoé", "of-degree": "Licenciatura"})
    before = names(own)
    added = own.post(f"{WHERE}/add", **filled(text(gone), f"{WHERE}/add"))

    assert gone.status_code == 409
    assert told in text(gone)
    assert "<td>Licenciatura</td>" in text(gone)
    assert text(gone).count(">degree</th>") == 1
    assert before == list("123456")
    assert added.status_code == 303
    assert names(own) == [*"123456", "Zoé"]


def test_whoever_joins_afterwards_is_nobody_s_successor(own: App) -> None:
    """Though the name that is free is that of who is gone."""
    own.post(f"{WHERE}/7", was="1", do="drop")
    own.post(f"{WHERE}/add", was="2", **{"of-years": "3"})
    page = own.get(f"{WHERE}/7")
    gone = own.post(f"{WHERE}/7", was="1", do="drop")
    twice = own.post(f"{WHERE}/7", was="3", who="x")

    assert names(own) == list("1234567")
    assert (page.status_code, gone.status_code, twice.status_code) == (404, 409, 409)
    assert "not in the table, or not any more" in text(page)


def test_a_second_press_of_taking_out_leads_where_the_first_did(own: App) -> None:
    """It is no other window."""
    form = filled(text(own.get(f"{WHERE}/7")), f"{WHERE}/7") | {"do": "drop"}
    led = [own.client.post(f"{WHERE}/7", form).headers["Location"] for _ in range(2)]

    assert led[0] == led[1]
    assert led[0].startswith(f"{WHERE}?said=")


def test_both_orders_are_shown(own: App) -> None:
    """Of words that another window put in another order meanwhile."""
    own.post(f"{WHERE}/order", was="1", **ORDER | {"order-degree-phd": "1", "order-degree-master": "2"})
    stale = own.post(f"{WHERE}/order", was="1", **ORDER)
    again = filled(text(stale), f"{WHERE}/order")
    then = own.post(f"{WHERE}/order", **again)

    assert stale.status_code == 409
    assert "<td>master &lt; phd</td><td>phd &lt; master</td>" in text(stale)
    assert (then.status_code, table(own).columns[0].order) == (303, ("master", "phd"))


def test_both_versions_are_told_as_the_language_writes_them(own: App) -> None:
    """Numbers so, and what a column is called as the person called it. The table, which this form does not ask for, is
    told once, across both."""
    own.post(f"{WHERE}/1", was="1", who="1", **{"of-degree": "phd", "of-years": "7.5"})
    own.post("/language", language="es")
    page = text(own.post(f"{WHERE}/1", was="1", who="Ana", **{"of-degree": "phd", "of-years": "4"}))

    assert '<th scope="row">years</th><td>4</td><td>7,5</td>' in page
    assert '<td class="whole" colspan="2">id;degree;years\n1;phd;7,5' in page
