"""A kept audit beside others: links to the one before and the one after, and whether what it rests on was changed."""

import re

from tests.web_app.client import App, text
from tests.web_app.typed_numbers import ENGLISH, NUMBERS

CHANGED = "were changed. The audit stays as it was:"


def audited(app: App, goal: str, number: str) -> str:
    """The address of the audit of one more answer."""
    led = app.post(f"/goal/{goal}/rounds", round=number, answer="not_selected").headers["Location"]
    return str(app.post(led, feedback="").headers["Location"]).partition("?")[0]


def two(app: App) -> tuple[str, str, str]:
    """A goal, and the audits of two rounds of December, the earlier first, though it was looked at last."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **NUMBERS, **ENGLISH)
    later = audited(app, goal, "384")
    return goal, audited(app, goal, "381"), later


def typed_anew(app: App, goal: str, education: str = "doctorate") -> None:
    """A number was typed wrong, or is put right."""
    shown = text(app.get(f"/goal/{goal}/numbers"))
    was = dict(re.findall(r'name="(was-[a-z_]+|was)" value="([^"]*)"', shown))
    app.post(f"/goal/{goal}/numbers", **was, **{**NUMBERS, "education": education}, **ENGLISH)


def test_it_links_to_the_one_before_and_the_one_after(app: App) -> None:
    """By the days of the rounds, not by when they were looked at."""
    _goal, earlier, later = two(app)
    first, last = text(app.get(earlier)), text(app.get(later))

    assert f'The audit after: <a href="{later}"' in first
    assert "The audit before:" not in first
    assert f'The audit before: <a href="{earlier}"' in last
    assert "The audit after:" not in last


def test_what_was_changed_since_is_told_beside_it(app: App) -> None:
    """On its own page and on that of the next; the record is what it was, and one may look again."""
    goal, earlier, later = two(app)
    before = app.goals.get(goal).audits
    assert CHANGED not in text(app.get(earlier))
    typed_anew(app, goal)
    page = text(app.get(earlier))

    assert CHANGED in page
    assert "Highest level of education: bachelor" in page.partition(CHANGED)[2][:80]
    assert app.goals.get(goal).audits == before
    assert "Its numbers of that day were changed since: look again." in text(app.get(later))
    row = next(one for one in app.goals.get(goal).attempts if one.thing.round == "381")
    again = str(app.post(f"/goal/{goal}/audit/{row.id}", do="again").headers["Location"])
    assert again.partition("?")[0] not in (earlier, later)
    assert CHANGED not in text(app.get(again))
    assert app.goals.get(goal).audits[: len(before)] == before
    assert "A newer audit of this round was made" in text(app.get(earlier))


def test_looking_again_at_the_same_keeps_no_second_one(app: App) -> None:
    """It is the audit there is."""
    goal, earlier, _later = two(app)
    row = next(one for one in app.goals.get(goal).attempts if one.thing.round == "381")
    many = len(app.goals.get(goal).audits)
    again = str(app.post(f"/goal/{goal}/audit/{row.id}", do="again").headers["Location"])

    assert again == f"{earlier}?said=same-audit"
    assert len(app.goals.get(goal).audits) == many


def test_once_a_number_is_put_right_the_audit_that_rests_on_it_counts_again(app: App) -> None:
    """Looking again leads to it from the outdated one, and nothing leads back."""
    goal, first, _later = two(app)
    row = next(one for one in app.goals.get(goal).attempts if one.thing.round == "381")
    typed_anew(app, goal)
    outdated = str(app.post(f"/goal/{goal}/audit/{row.id}", do="again").headers["Location"]).partition("?")[0]
    rounds = text(app.get(f"/goal/{goal}/rounds"))
    typed_anew(app, goal, NUMBERS["education"])
    told, counts = text(app.get(outdated)), text(app.get(first))

    assert outdated in rounds
    assert first not in rounds
    assert CHANGED in told
    assert "A newer audit of this round was made" not in told + counts
    assert CHANGED not in counts
    assert app.post(f"/goal/{goal}/audit/{row.id}", do="again").headers["Location"] == f"{first}?said=same-audit"
    assert app.get(f"/goal/{goal}/audit/{row.id}").headers["Location"] == first
    assert first in text(app.get(f"/goal/{goal}/rounds"))
    assert outdated not in text(app.get(f"/goal/{goal}/rounds"))


def test_where_every_audit_of_a_round_is_outdated_the_last_counts(app: App) -> None:
    """From there one looks again; the one before it leads to it."""
    goal, first, _later = two(app)
    row = next(one for one in app.goals.get(goal).attempts if one.thing.round == "381")
    typed_anew(app, goal)
    last = str(app.post(f"/goal/{goal}/audit/{row.id}", do="again").headers["Location"]).partition("?")[0]
    typed_anew(app, goal, "master_or_professional")

    assert CHANGED in text(app.get(last))
    assert app.get(f"/goal/{goal}/audit/{row.id}").headers["Location"] == last
    assert last in text(app.get(first)).partition("A newer audit of this round was made")[0][-150:]
