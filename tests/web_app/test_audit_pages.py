"""What is said before and while an answer is looked at: fitting the time that has passed, and what there is to see."""

import re
from time import sleep

import pytest
from tests.web_app.client import App, text
from tests.web_app.filled_form import filled
from tests.web_app.own_goal import PEOPLE, right
from tests.web_app.typed_numbers import ENGLISH, NUMBERS

from twelfth.web.desk import desk

FIRST = re.compile(r'<div class="in-short">(.*?)</div>', re.DOTALL)


def turned_down(app: App, goal: str, decided: str) -> str:
    """The address of the answer to one attempt."""
    no = {"round": "own", "name": "Spring", "decided": decided, "answer": "not_selected", "kind": "round"}
    assert app.post(f"/goal/{goal}/rounds", **no).status_code == 303
    return f"/goal/{goal}/audit/{app.goals.get(goal).attempts[-1].id}"


def not_invited(app: App, number: str = "384") -> tuple[str, str]:
    """A goal whose numbers were typed today, and the address of the answer of Dec. 10, when two newer rounds are on
    file."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **NUMBERS, **ENGLISH)
    led = app.post(f"/goal/{goal}/rounds", round=number, answer="not_selected").headers["Location"]
    return goal, led


def first_lines(page: str) -> str:
    found = FIRST.search(page)
    assert found, page
    return found[1]


@pytest.mark.parametrize(
    ("decided", "said", "stands_out"),
    [
        ("2025-12-01", "A no is hard.", "Not today: later"),
        ("2024-06-01", "It was a while ago.", "Well enough: look at it now"),
    ],
)
def test_an_answer_of_long_ago_is_no_fresh_wound(decided: str, said: str, stands_out: str, app: App) -> None:
    """Later stands first either way; what stands out is to look at it, where the wound is old."""
    page = text(app.get(turned_down(app, app.begin(pack="blank"), decided)))
    main = re.findall(r'<(?:a|button)[^>]* ?class="(?:button )?main"[^>]*>([^<,]+)', page)

    assert said in page
    assert page.index("Not today: later, in 7 days") < page.index("Well enough: look at it now")
    assert main == [stands_out]


def test_with_nobody_to_compare_with_the_page_asks(app: App) -> None:
    """For what they said, and for one person who got in; what is told beside is closed."""
    goal = app.begin(pack="blank")
    page = text(app.get(f"{turned_down(app, goal, '2025-12-01')}?step=look"))

    assert "Nobody who got in is on file" in page
    assert f'href="/goal/{goal}/people"' in page
    assert page.index("<details>") < page.index('<section class="answer">')


def test_with_somebody_to_compare_with_it_compares(app: App) -> None:
    """At once, in sentences; the rest is closed."""
    goal = str(right(app, "/begin", title="Own", pack="blank", people=PEOPLE).headers["Location"]).split("/")[2]
    page = text(app.get(f"{turned_down(app, goal, '2025-12-01')}?step=look"))

    assert "Spring was decided on Dec. 1, 2025: not selected." in first_lines(page)
    assert "Nobody who got in is on file" not in page


def test_the_stage_that_was_reached_is_said_first(app: App) -> None:
    """An interview is further than most come."""
    goal = str(right(app, "/begin", title="Own", pack="blank", people=PEOPLE).headers["Location"]).split("/")[2]
    tried = {"round": "own", "name": "Spring", "decided": "2025-12-01", "answer": "not_yet", "kind": "round"}
    app.post(f"/goal/{goal}/rounds", **tried, stage="interviewed", sent="2025-11")
    row = app.goals.get(goal).attempts[0]
    app.post(f"/goal/{goal}/rounds/answer", row=str(row.id), stage="not_selected", was=str(row.version))

    page = text(app.get(f"/goal/{goal}/audit/{row.id}?step=look"))

    assert "You came as far as the interview." in first_lines(page)


def test_the_first_lines_speak_of_the_round_chosen(app: App) -> None:
    """Its day and its cut-off, which is all while it is asked what was so that day; a newer round is named only in the
    last of them, as the newest."""
    _goal, answer = not_invited(app)
    (asking,) = first_lines(text(app.get(f"{answer}?step=look"))).split("</p>")[:-1]
    *own, last = first_lines(text(app.get(f"{answer}?step=look&day=unknown"))).split("</p>")[:-1]

    assert asking == own[0]

    assert "Canadian Experience Class was decided on Dec. 10, 2025: not selected." in own[0]
    assert "with 520 points or more" in own[0]
    assert not any("Dec. 16, 2025" in each for each in own)
    assert "the newest cut-off of Canadian Experience Class, 515 on Dec. 16, 2025" in last


def test_a_kind_of_round_that_is_not_open_is_said_to_be_shut(app: App) -> None:
    """Not that no change passes its cut-off: points alone would, and open nothing."""
    goal = app.begin()
    abroad = {"canadian_work": "0", "canadian_work_3y": "0", "foreign_work": "48", "may_work_in_canada": "no"}
    app.post(f"/goal/{goal}/numbers", **NUMBERS | ENGLISH | abroad | {"funds_shown": "yes"})
    said = {"round": "own", "name": "December", "kind": "cec", "decided": "2025-12-16", "answer": "not_selected"}
    app.post(f"/goal/{goal}/rounds", **said)
    look = f"/goal/{goal}/audit/{app.goals.get(goal).attempts[-1].id}?step=look&day=unknown"
    lines = first_lines(text(app.get(look)))

    assert "rounds of Canadian Experience Class are not open to you as things stand" in lines, lines
    assert "no single change on file passes" not in lines


def test_few_sentences_come_first_and_the_rest_is_closed(app: App) -> None:
    """With the record's number among what is for checking."""
    _goal, answer = not_invited(app)
    page = text(app.get(f"{answer}?step=look&day=unknown"))
    _before, _div, behind = page.partition('class="answer behind-it"')

    assert len(re.findall("<p>", first_lines(page))) <= 4
    assert (
        re.sub(r"(?s)<details>.*</details>", "", behind.partition("</section>")[0]).strip()
        == "><h2>Everything behind it</h2><section>"
    )
    assert "Record " not in page.partition("For checking")[0]
    assert "over 99.99%" not in page
    assert "not known, from 51 earlier cut-offs" in page


def test_what_has_no_day_is_not_known_of_that_day(app: App) -> None:
    """And is asked for; "possibly" is nowhere said."""
    _goal, answer = not_invited(app)
    page = text(app.get(f"{answer}?step=look"))

    assert "On Dec. 10, 2025: was it already so?" in page
    assert "12 months, not known whether it was so that day" in page
    assert "possibly" not in page


def test_one_press_says_that_all_of_it_was_so(app: App) -> None:
    """Then the points of that day are known, and nothing is asked any more."""
    _goal, answer = not_invited(app)
    led = app.post(answer, **{"do": "that-day", "all": "yes"}).headers["Location"]
    page = text(app.get(led))

    assert "You had 416 that day: 104 short." in first_lines(page)
    assert "was it already so?" not in page


def test_what_another_window_changed_since_is_not_said_to_have_been_so(app: App) -> None:
    """One press speaks of the numbers that were shown beside it."""
    goal, answer = not_invited(app)
    form = filled(text(app.get(f"{answer}?step=look")), answer)
    app.post(f"/goal/{goal}/numbers", canadian_work="30")
    app.post(answer, **form | {"all": "yes"})
    begins = {row.thing.trait: row.thing.begins for row in app.goals.get(goal).facts}

    assert begins["canadian_work"].latest is None or str(begins["canadian_work"].latest) > "2025-12-10"
    assert str(begins["education"].latest) == "2025-12-10"


def test_nothing_is_claimed_that_nobody_said(app: App) -> None:
    """Each number for itself: one it was, one it was another, and of the others it stays not known."""
    goal, answer = not_invited(app)
    before = {row.thing.trait: row.thing for row in app.goals.get(goal).facts}
    said = {"had-education": "=same", "had-canadian_work": "=other", "was-canadian_work": "11"}
    page = text(app.get(app.post(answer, do="that-day", **said).headers["Location"]))
    facts = [row.thing for row in app.goals.get(goal).facts]
    changed = {fact.trait for fact in facts if fact != before[fact.trait]}

    assert changed == {"education", "canadian_work"}
    assert [fact.level for fact in facts if fact.trait == "canadian_work"] == [12, 11]
    assert "bachelor&#39;s degree or another credential of three years or more</td>" in page
    assert "11 months</td>" in page
    assert "36 months, not known whether it was so that day" in page


def test_what_was_so_that_day_stays_of_that_day(app: App) -> None:
    """Your numbers go on with those of today, and one that is mended there is known and says nothing of that day."""
    goal, answer = not_invited(app)
    app.post(answer, **{"do": "that-day", "had-canadian_work": "=other", "was-canadian_work": "11"})
    fields = filled(text(app.get(f"/goal/{goal}/numbers")), f"/goal/{goal}/numbers")
    mended = app.post(f"/goal/{goal}/numbers", **fields | {"canadian_work": "13"})
    facts = [row.thing for row in app.goals.get(goal).facts if row.thing.trait == "canadian_work"]

    assert (fields["canadian_work"], mended.status_code) == ("12", 303)
    known = [(fact.level, str(fact.begins)) for fact in facts]
    assert known == [(13, "2025-12-11..2025-12-17"), (11, "unknown..2025-12-10")]
    assert f'href="/goal/{goal}/numbers#canadian_work"' not in text(app.get(f"/goal/{goal}/distance"))


def test_a_level_that_cannot_be_read_is_asked_again(app: App) -> None:
    """Nothing is written, and what was typed is still there."""
    goal, answer = not_invited(app)
    before = app.goals.get(goal).facts
    response = app.post(answer, **{"do": "that-day", "had-education": "=same", "was-canadian_work": "a while"})

    assert response.status_code == 400
    assert 'value="a while"' in text(response)
    assert app.goals.get(goal).facts == before


def test_an_audit_that_is_kept_stays_and_a_new_one_stands_beside_it(app: App) -> None:
    """Made anew with what was said later; what was thought goes with both."""
    goal, answer = not_invited(app)
    first = app.post(answer, feedback="They said nothing.").headers["Location"]
    kept = app.goals.get(goal).audits
    second = app.post(answer, **{"do": "that-day", "all": "yes"}).headers["Location"]
    audits = app.goals.get(goal).audits

    assert audits[:1] == kept
    assert len(audits) == 2
    assert "You had 416 that day: 104 short." in first_lines(text(app.get(second)))
    assert "They said nothing." in text(app.get(second))
    assert "A newer audit of this round was made on Dec. 17, 2025." in text(app.get(first))
    assert app.get(answer).headers["Location"] == second.partition("?")[0]
    assert app.goals.get(goal).forecasts == ()  # what is made afterwards was told to nobody


def test_what_was_so_that_day_is_asked_before_an_audit_can_be_kept(app: App) -> None:
    """With one button that stands out, and a way on for whoever does not know."""
    _goal, answer = not_invited(app)
    asking = text(app.get(f"{answer}?step=look"))
    on = next(href for href in re.findall(r'href="([^"]+)"', asking) if "day=unknown" in href)
    skipped = text(app.get(on.replace("&amp;", "&")))

    assert "Keep this audit" not in asking
    assert "What they told you" not in asking
    assert len(re.findall('<button class="main"', asking)) == 1
    assert '<button class="main">Keep this audit' in skipped
    assert "What was already so on Dec. 10, 2025? Some of it is not known." in skipped
    assert '<button class="main" name="all"' not in skipped


def test_what_was_answered_leads_to_the_audit(app: App) -> None:
    """Also where only a part of it is known: nothing is asked twice before an audit is kept."""
    _goal, answer = not_invited(app)
    page = text(app.get(app.post(answer, **{"do": "that-day", "had-education": "=same"}).headers["Location"]))

    assert '<button class="main">Keep this audit' in page


def test_from_a_kept_audit_the_road_is_drawn_anew_at_once(app: App, soon: None) -> None:
    """With the hours there are; where none are said their form is what it leads to."""
    goal, answer = not_invited(app)
    record = text(app.get(app.post(answer, feedback="They said nothing.").headers["Location"]))
    form = record[: record.index(">Redraw the road<")].rpartition("<form")[2]
    asked = app.post(f"/goal/{goal}/road/again").headers["Location"]
    app.post(f"/goal/{goal}/road/draw", hours="8")
    until_drawn(goal)
    drawn = app.post(f"/goal/{goal}/road/again").headers["Location"]
    until_drawn(goal)

    assert f'action="/goal/{goal}/road/again"' in form
    assert asked == f"/goal/{goal}/road#draw"
    assert drawn == f"/goal/{goal}/road#job"


def until_drawn(goal: str) -> None:
    """Waits for the road."""
    while not desk().jobs.of(goal).done:  # type: ignore[union-attr]
        sleep(0.02)


def test_a_text_about_a_no_stands_beside_no_other_form(app: App) -> None:
    """So that nothing typed into the one is lost when the other is sent."""
    _goal, answer = not_invited(app)
    kept = app.post(answer, feedback="They said nothing.").headers["Location"]
    record = text(app.get(kept))
    asking = text(app.get(f"{answer}?step=that-day"))

    assert f'href="{answer}?step=that-day"' in record
    assert 'name="do" value="that-day"' not in record
    assert "<textarea" not in asking
    assert f'href="{kept.partition("?")[0]}"' in asking


def test_a_text_that_is_too_long_is_there_again(app: App) -> None:
    """And what was said not to be known is not asked anew in its place."""
    _goal, answer = not_invited(app)
    long = "No. " * 6_000
    response = app.post(answer, feedback=long, day="unknown")

    assert response.status_code == 400
    assert long.strip() in text(response)


def test_a_month_in_which_it_was_sent_is_asked_about_as_that_month(app: App) -> None:
    """Also where the day of the round is known."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **NUMBERS, **ENGLISH)
    led = app.post(f"/goal/{goal}/rounds", round="384", answer="not_selected", sent="2025-11").headers["Location"]

    assert "In November 2025: was it already so?" in text(app.get(f"{led}?step=look"))
