"""Goals of one's own: the table of those who got in is mended, moved and erased, and nothing of it is lost."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web_app.client import App, text
from tests.web_app.own_goal import GOAL, PEOPLE, TITLE, right, table

from twelfth.web import told
from twelfth.web.remembered import Remembered

DAY = "2025-12-17"


@pytest.fixture
def today() -> str:
    return DAY


@pytest.fixture
def own(app: App) -> App:
    """With a goal that has a table."""
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    return app


def test_a_table_is_kept_once_it_is_said_to_be_right(own: App) -> None:
    """A goal begins with it, under the name that was typed."""
    assert [one.id for one in table(own).people] == list("1234567")
    assert own.goals.get(GOAL).card.thing.title == TITLE
    assert f">{TITLE}</a>" in text(own.get(f"/goal/{GOAL}/distance"))


def test_a_table_is_meant_whatever_stands_above_it(app: App) -> None:
    """A pasted table makes a process of its own, also where another one was still chosen."""
    right(app, "/begin", title="Mine", pack="express-entry", people=PEOPLE)

    assert app.goals.get("mine").card.thing.pack == "blank"
    assert 'name="degree"' in text(app.get("/goal/mine/numbers"))


def test_a_table_can_come_later(app: App) -> None:
    """A goal of one's own has no fields until there is one; from then on it has."""
    goal = app.begin(title="Academy", pack="blank")
    assert f'action="/goal/{goal}/people"' in text(app.get(f"/goal/{goal}/numbers"))
    people = "id;años;grado\n" + "".join(f"{number};{3 + number},5;{('sí', 'no')[number % 2]}\n" for number in range(8))
    empty = app.post(f"/goal/{goal}/people", people=" ")
    right(app, f"/goal/{goal}/people", people=people)

    assert empty.status_code == 400
    assert table(app, goal).people[0].levels == (3.5, True)
    assert "Keep these and show the distance" in text(app.get(f"/goal/{goal}/numbers"))


def test_the_table_is_led_to_from_where_it_is_missed(own: App) -> None:
    """Distance, the numbers and the data of such a goal, and of no other."""
    other = own.begin(pack="express-entry")

    for path in ("/distance", "/numbers", "/data"):
        assert f'href="/goal/{GOAL}/people"' in text(own.get(f"/goal/{GOAL}{path}"))
        assert f'href="/goal/{other}/people"' not in text(own.get(f"/goal/{other}{path}"))
    assert own.get(f"/goal/{other}/people").status_code == 404


def test_a_person_is_added_mended_and_taken_out(own: App) -> None:
    """A new word of a column too; what was there before stands in the trail."""
    where = f"/goal/{GOAL}/people"
    new = {"who": "Zoé", "of-degree": "Licenciatura", "of-years": "3,5"}
    assert own.post(f"{where}/add", was="1", **new).headers["Location"].startswith(where)
    own.post(f"{where}/1", was="2", who="Ana", **{"of-degree": "MASTER", "of-years": "?"})
    own.post(f"{where}/2", was="3", do="drop")

    found = table(own)
    assert [one.id for one in found.people] == ["Ana", "3", "4", "5", "6", "7", "Zoé"]
    assert (found.cells(found.people[0]), found.cells(found.people[-1])) == (("master", ""), ("Licenciatura", "3.5"))
    assert [one.action for one in own.goals.trail(GOAL)][-3:] == ["person added", "person mended", "person taken out"]
    assert '"2"' in own.goals.trail(GOAL)[-1].before
    assert "Zoé" in text(own.get(where))
    assert 'value="Licenciatura"' in text(own.get(f"{where}/7"))


def test_a_person_that_cannot_be_read_is_asked_for_again(own: App) -> None:
    """Beside the field, with everything that was typed; nothing is written."""
    response = own.post(f"/goal/{GOAL}/people/add", was="1", who="3", **{"of-degree": "phd", "of-years": "many"})

    assert response.status_code == 400
    assert "a name that nobody else in the table has" in text(response)
    assert "“many”: expected" in text(response)
    assert 'value="many"' in text(response)
    assert len(table(own).people) == 7


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/people/add", {"who": "Zoé", "of-years": "3"}),
        ("/people/1", {"who": "Zoé", "of-years": "3"}),
        ("/people/1", {"do": "drop", "who": "Zoé"}),
        ("/people/figures", {"applied": "5000", "selected": "77"}),
    ],
)
def test_two_tabs_do_not_overwrite_each_other(own: App, path: str, fields: dict[str, str]) -> None:
    """The later one is shown both versions, and nothing of it is written."""
    own.post(f"/goal/{GOAL}/people/2", was="1", who="Theirs")
    response = own.post(f"/goal/{GOAL}{path}", was="1", **fields)

    assert response.status_code == 409
    assert "Theirs" in text(response)
    assert all(value in text(response) for value in fields.values())
    assert [one.id for one in table(own).people] == ["1", "Theirs", *"34567"]


def test_a_whole_new_table_from_an_old_tab_is_stale(own: App) -> None:
    """Also where it was looked at in between."""
    own.post(f"/goal/{GOAL}/people/2", was="1", who="Theirs")
    shown = text(own.post(f"/goal/{GOAL}/people", was="1", people=PEOPLE))
    digest = re.search(r'name="right" value="(\w+)"', shown)
    assert digest
    assert 'name="was" value="1"' in shown
    response = own.post(f"/goal/{GOAL}/people", was="1", people=PEOPLE, right=digest[1])

    assert response.status_code == 409
    assert "Theirs" in text(response)


def test_a_whole_new_table_takes_the_place_of_the_old_one(own: App) -> None:
    """Its figures stay, its history too; what one knows of oneself counts as far as it is still asked for."""
    own.post(f"/goal/{GOAL}/people/figures", was="1", applied="5.000", selected="100")
    own.post(f"/goal/{GOAL}/numbers", degree="master", years="5")
    right(own, f"/goal/{GOAL}/people", people="id,degree,years\n1,yes,7\n2,no,8\n3,no,9\n")

    assert (table(own).applied, table(own).selected, len(table(own).people)) == (5000, 100, 3)
    assert len(own.goals.get(GOAL).people) == 1
    for path in ("", "/distance", "/numbers", "/levers", "/road", "/rounds", "/learn", "/data"):
        assert own.get(f"/goal/{GOAL}{path}").status_code == 200
    assert "1 of 2 known" in text(own.get(f"/goal/{GOAL}/distance"))
    own.post(f"/goal/{GOAL}/numbers", degree="yes", years="5")
    assert "2 of 2 known" in text(own.get(f"/goal/{GOAL}/distance"))


def test_with_both_figures_a_chance_is_told(own: App) -> None:
    """By the person's own word; without them it is said that they are missing."""
    own.post(f"/goal/{GOAL}/numbers", degree="master", years="5")
    before = text(own.get(f"/goal/{GOAL}/distance"))
    own.post(f"/goal/{GOAL}/people/figures", was="1", applied="5\u202f000", selected="?")
    half = text(own.get(f"/goal/{GOAL}/distance"))
    own.post(f"/goal/{GOAL}/people/figures", was="2", applied="5,000", selected="100")
    told = text(own.get(f"/goal/{GOAL}/distance"))

    assert "No chance can be told yet: you have not said how many apply and how many of them get in." in before
    assert "No chance can be told yet: you have not said how many of those who apply get in." in half
    assert "The average applicant" in told
    assert "100 of about 5,000" in told
    assert "What I know myself" in told
    assert 'value="2025"' not in text(own.get(f"/goal/{GOAL}/rounds"))


@pytest.mark.parametrize(
    ("applied", "selected", "told"),
    [
        ("many", "3", "expected a whole number from 1"),
        ("10", "11", "at most the 10 who apply"),
        ("0", "", "expected a whole number"),
        ("9" * 30, "", "expected a whole number"),
        ("1.5", "", "expected a whole number"),
    ],
)
def test_figures_that_cannot_be_are_refused(own: App, applied: str, selected: str, told: str) -> None:
    """At their field."""
    response = own.post(f"/goal/{GOAL}/people/figures", was="1", applied=applied, selected=selected)

    assert response.status_code == 400
    assert told in text(response)
    assert table(own).applied is None


def test_a_table_is_shown_some_people_at_a_time(app: App) -> None:
    """Whatever is asked for."""
    people = "id,years\n" + "".join(f"p{number},{number}\n" for number in range(120))
    right(app, "/begin", title="Own", pack="blank", people=people)
    first, middle, last = (text(app.get(f"/goal/own/people?from={n}")).partition("<h2")[0] for n in ("x", 51, 10**5))

    assert ("p49<" in first, "p50<" in first, "?from=51" in first) == (True, False, True)
    assert ("p50<" in middle, "?from=101" in middle, '?from=1"' in middle) == (True, True, True)
    assert "p119<" in last
    assert app.get("/goal/own/people/121").status_code == 404


def test_two_goals_of_one_name_can_be_told_apart(own: App) -> None:
    """The later one has its day in its title."""
    right(own, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    own.post("/begin", title=TITLE, pack="express-entry")

    assert [one.thing.title for one in own.goals.cards()] == [TITLE, f"{TITLE} ({DAY})", f"{TITLE} ({DAY}, 2)"]
    assert f"{TITLE} ({DAY})" in text(own.get("/goals"))


def told_of(app: App) -> list[str]:
    pages = ("levers", "distance", "numbers", "people", "people/2", "what-if?with=degree=1")
    return [re.sub(r'name="key" value="\w+"', "", text(app.get(f"/goal/{GOAL}/{page}"))) for page in pages]


def exported(app: App) -> bytes:
    return bytes(app.get(f"/export?goal={GOAL}").content)


@pytest.mark.usefixtures("in_a_folder")
def test_a_goal_of_ones_own_moves_to_another_home(own: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers there as it did here, to the letter, and leaves again as it came."""
    own.post(f"/goal/{GOAL}/numbers", degree="master", years="5")
    own.post(f"/goal/{GOAL}/people/add", was="1", who="Zoé", **{"of-degree": "Licenciatura", "of-years": "3,5"})
    own.post(f"/goal/{GOAL}/people/figures", was="2", applied="5000", selected="100")
    here, archive = told_of(own), exported(own)
    other = App(tmp_path / "other")
    monkeypatch.setattr(told, "_REMEMBERED", Remembered())
    assert other.goals.cards() == ()
    looked = text(other.post("/import", file=SimpleUploadedFile("x.zip", archive)))
    waits = re.search(r'name="waits" value="(\w+)"', looked)
    assert waits, looked
    other.post("/import", waits=waits[1])

    assert "is not here" not in looked
    assert told_of(other) == here
    assert all(words in page for words, page in zip(("2.0%", "2.0%", "Licenciatura"), here, strict=False))
    assert exported(other) == archive
    with ZipFile(BytesIO(archive)) as members:
        assert "Licenciatura" in members.read("people.csv").decode()


@pytest.mark.usefixtures("in_a_folder")
def test_an_erased_goal_of_ones_own_is_in_no_file(own: App) -> None:
    """Its people neither; in no table, log or backup."""
    own.post(f"/goal/{GOAL}/people/add", was="1", who="Kanarienvogel")
    own.post("/backup")
    files = [path for path in own.home.rglob("*") if path.is_file()]
    there = [path for path in files if b"Kanarienvogel" in path.read_bytes()]
    own.post(f"/goal/{GOAL}/data/erase", name=GOAL)

    assert there
    left = [path for path in own.home.rglob("*") if path.is_file() and b"Kanarienvogel" in path.read_bytes()]
    assert left == []
    assert list((own.home / "packs").iterdir()) == []


def test_today_and_distance_lead_to_the_road(own: App) -> None:
    """One is drawn from the table alone, whether the figures of a round are there or not."""
    own.post(f"/goal/{GOAL}/numbers", degree="master", years="5")
    pages = [text(own.get(f"/goal/{GOAL}{below}")) for below in ("", "/distance")]
    own.post(f"/goal/{GOAL}/people/figures", was="1", applied="5000", selected="100")
    pages += [text(own.get(f"/goal/{GOAL}{below}")) for below in ("", "/distance")]

    assert all(f'href="/goal/{GOAL}/road"' in page.partition("<main")[2] for page in pages)


def test_a_table_says_yes_in_the_language_it_is_shown_in(app: App) -> None:
    """And is read again as it is shown."""
    people = "id;docencia\n1;si\n2;no\n3;si\n4;no\n5;si\n"
    right(app, "/begin", title="Beca", pack="blank", people=people)
    spanish = text(app.get("/goal/beca/people", **{"Accept-Language": "es"}))
    english = text(app.get("/goal/beca/people"))

    assert "1;sí\n2;no" in spanish
    assert "1;yes\n2;no" in english
    assert [one.levels for one in table(app, "beca").people][:2] == [(True,), (False,)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_example_of_a_table_is_read_as_it_is_shown(language: str, app: App) -> None:
    """One more line of it makes three people of three numbers each, in either way to write them."""
    page = text(app.get("/begin", **{"Accept-Language": language}))
    example = re.findall(r'<pre class="hint">(.*?)</pre>', page, flags=re.DOTALL)[0]
    right(app, "/begin", title="Mine", pack="blank", people=f"{example}\n{example.splitlines()[1]}")

    assert [one.levels for one in table(app, "mine").people] == [(2.0, 18.0, 8.9), (0.0, 24.0, 9.2), (2.0, 18.0, 8.9)]
