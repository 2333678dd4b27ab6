"""One page open in two windows: what one of them changed, the other never takes back unseen."""

import re
from dataclasses import replace

from tests.web_app.client import App, text
from tests.web_app.filled_form import filled
from tests.web_app.road_forms import PATIENCE

from twelfth.goal import Capacity
from twelfth.web.desk import desk

ABROAD = "Skilled paid work outside Canada within the last ten years"


def numbers_form(app: App, goal: str) -> dict[str, str]:
    """The form of Your numbers as a window opened now shows it."""
    return filled(text(app.get(f"/goal/{goal}/numbers")), f"/goal/{goal}/numbers")


def levels(app: App, goal: str) -> dict[str, object]:
    return {row.thing.trait: row.thing.level for row in app.goals.get(goal).facts}


def shown_rows(page: str) -> list[tuple[str, ...]]:
    """The table of both versions: the label, yours, what is there now."""
    body = page.partition('<table class="versions">')[2].partition("</table>")[0].partition("<tbody>")[2]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return [tuple(re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)) for row in rows]


def test_only_what_was_changed_in_a_form_is_written(app: App) -> None:
    """Two windows change two numbers: both stay."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", foreign_work="30", canadian_work="5")
    first, second = numbers_form(app, goal), numbers_form(app, goal)
    app.post(f"/goal/{goal}/numbers", **first | {"foreign_work": "36"})
    response = app.post(f"/goal/{goal}/numbers", **second | {"canadian_work": "12"})

    assert (response.status_code, levels(app, goal)) == (303, {"foreign_work": 36, "canadian_work": 12})


def test_a_number_that_came_meanwhile_is_not_cleared(app: App) -> None:
    """A form that showed nothing there says nothing of it."""
    goal = app.begin()
    first, second = numbers_form(app, goal), numbers_form(app, goal)
    app.post(f"/goal/{goal}/numbers", **first | {"foreign_work": "36"})
    app.post(f"/goal/{goal}/numbers", **second | {"canadian_work": "12", "ask-french": "no"})
    third = levels(app, goal)
    app.post(f"/goal/{goal}/numbers", **second | {"canadian_work": "12"})

    assert (third["foreign_work"], third["french_reading"]) == (36, 0)
    assert levels(app, goal) == third


def test_where_both_changed_one_number_both_are_shown(app: App) -> None:
    """409 with the label and both values, nothing written; sent again on purpose it is kept."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", foreign_work="30")
    first, second = numbers_form(app, goal), numbers_form(app, goal)
    app.post(f"/goal/{goal}/numbers", **first | {"foreign_work": "36"})
    response = app.post(f"/goal/{goal}/numbers", **second | {"foreign_work": "24", "canadian_work": "12"})

    assert (response.status_code, levels(app, goal)) == (409, {"foreign_work": 36})
    assert shown_rows(text(response)) == [(ABROAD, "24 months", "36 months")]
    again = app.post(f"/goal/{goal}/numbers", **filled(text(response), f"/goal/{goal}/numbers"))
    assert (again.status_code, levels(app, goal)) == (303, {"foreign_work": 24, "canadian_work": 12})


def test_what_only_this_window_changed_is_kept_where_the_rest_stands(app: App) -> None:
    """The second of the two forms: what the other window wrote stands, and nothing else that was typed is lost. There
    is none where nothing else was typed."""
    goal = app.begin()
    first, second = numbers_form(app, goal), numbers_form(app, goal)
    app.post(f"/goal/{goal}/numbers", **first | {"foreign_work": "36"})
    one = text(app.post(f"/goal/{goal}/numbers", **second | {"foreign_work": "24"}))
    both = text(app.post(f"/goal/{goal}/numbers", **second | {"foreign_work": "24", "canadian_work": "12"}))
    _mine, _table, rest = both.rpartition("<form")
    app.post(f"/goal/{goal}/numbers", **filled("<form" + rest, f"/goal/{goal}/numbers"))

    assert "Let these stand" not in one
    assert "Let these stand, and keep the rest of mine" in rest
    assert levels(app, goal) == {"foreign_work": 36, "canadian_work": 12}


def test_sent_again_it_leaves_alone_what_only_the_other_window_changed(app: App) -> None:
    """The page with both versions shows one number: that one is written over, and no other."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", foreign_work="30", canadian_work="5")
    first, second = numbers_form(app, goal), numbers_form(app, goal)
    app.post(f"/goal/{goal}/numbers", **first | {"foreign_work": "36", "canadian_work": "24"})
    both = app.post(f"/goal/{goal}/numbers", **second | {"foreign_work": "40"})
    app.post(f"/goal/{goal}/numbers", **filled(text(both), f"/goal/{goal}/numbers"))

    assert levels(app, goal) == {"foreign_work": 40, "canadian_work": 24}


def test_what_both_typed_alike_is_no_matter(app: App) -> None:
    """The day of a test is compared with its level."""
    goal = app.begin()
    first, second = numbers_form(app, goal), numbers_form(app, goal)
    same = {"english_reading": "8", "since-english_reading": "2025-06"}
    app.post(f"/goal/{goal}/numbers", **first | same)
    alike = app.post(f"/goal/{goal}/numbers", **second | same | {"foreign_work": "3"})
    other = app.post(f"/goal/{goal}/numbers", **second | same | {"since-english_reading": "2025-07"})

    assert (alike.status_code, other.status_code) == (303, 409)
    assert shown_rows(text(other))[0][1:] == ("8 CLB, July 2025", "8 CLB, June 2025")


def test_a_form_with_a_mistake_still_knows_what_it_showed(app: App) -> None:
    """Mended, it is compared with what it showed first."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", foreign_work="30")
    first, second = numbers_form(app, goal), numbers_form(app, goal)
    app.post(f"/goal/{goal}/numbers", **first | {"foreign_work": "36"})
    wrong = app.post(f"/goal/{goal}/numbers", **second | {"canadian_work": "many"})
    app.post(f"/goal/{goal}/numbers", **filled(text(wrong), f"/goal/{goal}/numbers") | {"canadian_work": "12"})

    assert levels(app, goal) == {"foreign_work": 36, "canadian_work": 12}


def test_both_versions_are_told_in_words(app: App) -> None:
    """The labels of the form and the values of the pages, in Spanish too, and yours can be kept on purpose."""
    goal, where = app.begin(), "/goal/fellow/learn"
    app.post(where, towards="french_7", ability="learning", resource="a course")
    mine = {"towards": "french_7", "ability": "can do", "resource": "a book", "proof": "", "was": "1"}
    app.post(where, **mine | {"resource": "a class"})
    app.post("/language", language="es", next="/")
    response = app.post(where, **mine)
    page = text(response)

    assert response.status_code == 409
    assert ("¿Hasta dónde has llegado?", "sé hacerlo", "sé hacerlo") in shown_rows(page)
    assert not re.search(r"Learning\(|Ability|french_7<|<dt>", page)
    assert app.post(where, **filled(page, where)).status_code == 303
    assert app.goals.get(goal).learnings[0].thing.resource == "a book"


def test_what_is_gone_cannot_be_written_over(app: App) -> None:
    """The page says so and leads back; what was typed is still to be read."""
    goal = app.begin()
    app.post(f"/goal/{goal}/work", time="1 h")
    entry = {"row": str(app.latest(goal).id), "was": "1"}
    app.post(f"/goal/{goal}/drop-work", **entry)
    response = app.post(f"/goal/{goal}/drop-work", **entry)

    assert response.status_code == 409
    assert f'<a class="button" href="/goal/{goal}/work">' in text(response)
    assert "Keep mine" not in text(response)


def test_the_hours_of_a_road_that_is_not_drawn_are_not_kept(app: App) -> None:
    """While another road is drawn the second Draw is refused, and so are its hours."""
    goal = app.begin()
    going_on = desk().jobs.start(goal, "road", lambda job: job.stop.wait(PATIENCE))  # type: ignore[arg-type,return-value]
    response = app.post(f"/goal/{goal}/road/draw", hours="33", money="9")
    going_on.stop.set()

    assert response.status_code == 409
    assert app.goals.get(goal).card.thing.capacity is None


def test_hours_that_another_window_changed_are_shown_before_they_are_written_over(app: App) -> None:
    """409 with both, and no road is begun; sent again on purpose it is."""
    app.post("/demo")
    goal = "demo"
    where = f"/goal/{goal}/road/draw"
    second = filled(text(app.get(f"/goal/{goal}/road")), where)
    kept = app.goals.get(goal).card
    changed = replace(kept.thing, capacity=Capacity(hours_per_week=15))
    app.goals.recard(goal, changed, was=kept.version, event=desk().event("capacity", goal))
    before = desk().jobs.of(goal)
    response = app.post(where, **second | {"hours": "9", "money": ""})

    assert response.status_code == 409
    assert desk().jobs.of(goal) is before
    assert ("Hours a week you can give it", "9", "15") in shown_rows(text(response))
    again = filled(text(response), where)
    assert (again["was-hours"], again["hours"]) == ("15", "9")


def test_a_pause_asked_for_twice_is_one(app: App) -> None:
    """Each button says what it wants: on stays on, off stays off."""
    goal = app.begin()
    button = 'name="do" value="%s"'
    for do, pauses in (("pause", 1), ("pause", 1), ("no-pause", 0), ("no-pause", 0)):
        app.post(f"/goal/{goal}/work", do=do)

        assert len(app.goals.get(goal).pauses) == pauses
        assert button % ("no-pause" if pauses else "pause") in text(app.get(f"/goal/{goal}/work"))


def test_a_road_is_asked_for_in_whole_hours_and_within_ten_years(app: App) -> None:
    """Said at the field, in the words of the form, before anything is drawn."""
    where = f"/goal/{app.begin()}/road/draw"
    for fields, expected in (
        ({"hours": "7.5"}, "“7.5”: expected a whole number, such as 7."),
        ({"hours": "7", "money": "10.5"}, "“10.5”: expected a whole number, such as 10."),
        ({"hours": "7", "until": "2090-01-01"}, "“2090-01-01”: expected a day not after Dec. 17, 2035."),
        ({"hours": "7", "until": "2025-12-17"}, "expected a day not before Dec. 18, 2025."),
    ):
        response = app.post(where, **fields)

        assert response.status_code == 400
        assert expected in text(response)
