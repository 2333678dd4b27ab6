"""Two hundred hostile texts in every text field of every form, and wherever else a text comes onto a page: each is
shown as the text it is, and does nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import APIResponse, Page
from tests.pages import needs_browser
from tests.web_app.app import Watched, browsing, press_and_wait, served
from tests.web_app.furnished import NO_PAGE, TODAY, said_right
from tests.web_app.hostile_strings import ELSEWHERE, HOSTILE_STRINGS
from tests.web_app.own_goal import PEOPLE

from twelfth.web.urls import urlpatterns

pytestmark = [pytest.mark.browser, needs_browser]
COLUMNS = 67
"""Of one table, which may have a hundred."""
AT_ONCE = 50
"""People on one page."""
SEEN = """() => [document.body.textContent, ...[...document.querySelectorAll('input, textarea, option')].map(one =>
    one.value + ' ' + one.textContent)].join(' ')"""
MADE = "() => [...document.querySelectorAll('[zqx], [ZQX]')].map(one => one.outerHTML.slice(0, 200))"
ATTRIBUTES = """() => [...document.querySelectorAll('*')].flatMap(one => [...one.attributes]
    .filter(each => each.name.startsWith('on') || /^\\s*javascript:/i.test(each.value) && each.name !== 'value')
    .map(each => one.outerHTML.slice(0, 200)))"""
TYPED = """(form, value) => {
    for (const one of form.querySelectorAll('input:not([type=hidden], [type=file], [type=radio], [type=checkbox]),'
        + 'textarea')) { one.type = one.type === 'textarea' ? one.type : 'text'; one.removeAttribute('maxlength');
        one.value = value; }
    form.noValidate = true; form.submit(); }"""
FIELDS = """form => [...form.querySelectorAll('input:not([type=hidden], [type=file], [type=radio], [type=checkbox]),'
    + 'textarea')].map(one => one.name)"""
ONLY_DAYS = """form => [...form.querySelectorAll('input:not([type=hidden]), textarea')].every(one =>
    one.type === 'date')"""
"""Whether no field of a form could show a text: one of days holds a day or nothing."""
WATCH = """window.violations = [];
    document.addEventListener('securitypolicyviolation', event => violations.push(event.blockedURI));"""
EXPECTED = ("the server responded with a status of 4", 'does not conform to the required format, "yyyy-MM-dd"')
"""What the console tells of a form that was refused, and of a text in a field of days, where nobody could type it."""
LINKS = (
    "/{}",
    "/goal/{}",
    "/goal/resident/audits/{}",
    "/goal/academy/people?from={}",
    "/goal/academy/people/{}",
    "/goal/resident/rounds/{}",
    "/goals?said={}",
    "/goal/resident/what-if?with={}",
    "/goal/resident/numbers/{}",
    "/goal/resident/numbers/education?education={}",
    "/goal/resident/audit/2?step={}",
    "/export?goal={}",
)
FORMS_TYPED = {
    ("/begin", "title"),
    ("/begin", "people"),
    ("/restore", "day"),
    ("/numbers", "foreign_work"),
    ("/people", "people"),
    ("/people", "who"),
    ("/people", "of-years"),
    ("/add", "who"),
    ("/figures", "applied"),
    ("/draw", "hours"),
    ("/draw", "money"),
    ("/draw", "until"),
    ("/rest", "rest-from"),
    ("/learn", "resource"),
    ("/learn", "proof"),
    ("/learn", "hours"),
    ("/learn", "currency"),
    ("/work", "time"),
    ("/work", "note"),
    ("/timer", "timer-note"),
    ("/bring", "table"),
    ("/rounds", "name"),
    ("/rounds", "decided"),
    ("/rounds", "sent"),
    ("/rounds", "title"),
    ("/rounds", "address"),
    ("/rounds", "sha256"),
    ("/answer", "on"),
    ("/send", "on"),
    ("/data", "text"),
    ("/erase", "name"),
    ("/audit", "feedback"),
    ("/audits", "text"),
    ("/next", "title"),
}
"""Some of what must be found; there may be more."""


@dataclass(slots=True)
class Home:
    """A home open in a browser, and everything odd that any of its pages did."""

    watched: Watched
    dialogs: list[str]

    @property
    def page(self) -> Page:
        return self.watched.page

    def post(self, path: str, **fields: str) -> APIResponse:
        origin = self.watched.origin
        asking = self.page.context.request
        return asking.post(origin + path, form=fields, headers={"Origin": origin})  # type: ignore[arg-type]

    def begin(self, title: str, people: str) -> None:
        """A goal with a table of its own, once it is said to be right."""
        asked = {"title": title, "pack": "blank", "people": people}
        answer = self.post("/begin", **asked, right=said_right(self.post("/begin", **asked).text()))
        assert answer.ok, answer.text()

    def visit(self, path: str) -> None:
        self.page.goto(self.watched.origin + path)

    def attempts(self, goal: str) -> list[str]:
        """Their numbers, the first first."""
        self.visit(f"/goal/{goal}/rounds")
        links = self.page.eval_on_selector_all("a.name", "all => all.map(one => one.getAttribute('href'))")
        return sorted((one.rpartition("/")[2] for one in links), key=int)

    def check_inert(self, where: str) -> None:
        """Nothing ran, nothing was made of a text, nothing was asked of anywhere else, no policy had to step in."""
        assert self.page.evaluate("window.ran") is None, where
        assert self.page.evaluate("window.violations") == [], where
        assert self.page.evaluate(MADE) == [], where
        assert self.page.evaluate(ATTRIBUTES) == [], where
        assert (self.dialogs, self.watched.elsewhere) == ([], []), where
        mistakes = [one for one in self.watched.mistakes if not any(known in one for known in EXPECTED)]
        assert mistakes == [], where
        assert self.page.url.startswith(self.watched.origin), where

    def check_shown(self, where: str, texts: Sequence[str]) -> None:
        """Every text, whole, as somebody reads it."""
        seen = _plain(self.page.evaluate(SEEN))
        missing = [one for one in texts if _plain(one) not in seen]
        assert missing == [], f"{where}: {len(missing)} of {len(texts)} are not shown"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _parts(texts: Sequence[str], most: int) -> list[str]:
    """As many as fit into a field of so many characters, and so on."""
    parts, part = [], ""
    for one in texts:
        if len(part) + len(one) + 1 > most:
            parts.append(part)
            part = ""
        part += f"{one} "
    return [*parts, part]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A goal with a pack and four attempts, of which one was looked at and one waits; one with a table of its own and
    an attempt that was not sent yet; one with nothing but a timer."""
    folder = tmp_path_factory.mktemp("home")
    with served(folder, today=TODAY) as link, browsing(link) as watched:
        made = Home(watched, [])
        watched.page.on("dialog", lambda dialog: (made.dialogs.append(dialog.message), dialog.dismiss()))
        watched.page.add_init_script(WATCH)
        made.post("/begin", title="Resident", pack="express-entry")
        made.post("/begin", title="Bare", pack="blank")
        made.post("/goal/bare/work/timer", do="start", towards="")
        made.begin("Academy", PEOPLE)
        draft = {"round": "own", "name": "Autumn", "decided": "2026-10", "answer": "not_yet", "stage": "draft"}
        made.post("/goal/academy/rounds", **draft, kind="round")
        made.post("/backup")
        made.visit("/goal/resident/rounds")
        rounds = watched.page.eval_on_selector_all("select[name=round] option", "all => all.map(one => one.value)")
        for each, answer in zip(rounds[3:7], (*["not_selected"] * 3, "not_yet"), strict=True):
            assert made.post("/goal/resident/rounds", round=each, answer=answer, sent="2025-11").ok
        assert made.post(f"/goal/resident/audit/{made.attempts('resident')[0]}").ok
        yield made


OF_THE_EXAMPLE = {"story"}
"""Nothing on it was typed by anybody."""


def pages(home: Home) -> dict[str, tuple[str, ...]]:
    """By name in the map of addresses."""
    at, own = "/goal/resident", "/goal/academy"
    looked_at, failed, *_ = home.attempts("resident")
    (draft,) = home.attempts("academy")
    home.visit(f"{at}/audit/{looked_at}")
    kept = home.page.url.removeprefix(home.watched.origin)
    below = ("numbers", "distance", "road", "learn", "work", "rounds", "data", "next")
    return {
        "home": ("/",),
        "begin": ("/begin",),
        "goals": ("/goals",),
        "keys": ("/keys",),
        "home-data": ("/data",),
        "today": (at,),
        **{name: (f"{at}/{name}",) for name in below},
        "numbers": (f"{at}/numbers", f"{own}/numbers"),
        "work": (f"{at}/work", "/goal/bare/work"),
        "rounds": (f"{at}/rounds", f"{own}/rounds"),
        "people": (f"{own}/people", "/goal/bare/people"),
        "person": (f"{own}/people/1",),
        "add-person": (f"{own}/people/add",),
        "attempt": (f"{at}/rounds/{failed}",),
        "send": (f"{own}/rounds/{draft}/send",),
        "first-round": (f"{at}/first/round",),
        "first-attempts": (f"{at}/first/attempts",),
        "acquired": (f"{at}/acquired?towards=french_7",),
        "what-if": (f"{at}/what-if?with=x",),
        "audit": (f"{at}/audit/{failed}?step=look",),
        "record": (kept,),
    }


def test_every_text_field_of_every_form(home: Home) -> None:
    """Whether the form is taken or sent back: what was typed is there, as it was typed."""
    every = pages(home)
    assert every.keys() == {one.name for one in urlpatterns} - NO_PAGE.keys() - OF_THE_EXAMPLE
    typed: set[tuple[str, str]] = set()
    for path in dict.fromkeys(each for several in every.values() for each in several):
        home.visit(path)
        actions = home.page.eval_on_selector_all("form", "all => all.map(one => one.getAttribute('action'))")
        for action in dict.fromkeys(actions):
            form = f"form[action='{action}']"
            home.visit(path)
            names = [one for all_of in home.page.locator(form).all() for one in all_of.evaluate(FIELDS)]
            kind = _kind(action)
            if not names or all((kind, name) in typed for name in names):
                continue
            typed |= {(kind, name) for name in names}
            which = next(at for at, one in enumerate(home.page.locator(form).all()) if one.evaluate(FIELDS))
            _send(home, path, form, which)

    assert FORMS_TYPED - typed == set()


def _kind(action: str) -> str:
    """The last word of an address, numbers and digests left out."""
    words = [one for one in action.split("/") if one and not re.fullmatch(r"\d+|[0-9a-f]{64}", one)]
    return f"/{words[-1]}" if words else "/"


def _send(home: Home, path: str, form: str, which: int) -> None:
    """All of them at once in each field of a form."""
    home.visit(path)
    only_days = home.page.locator(form).nth(which).evaluate(ONLY_DAYS)
    with home.page.expect_navigation():
        home.page.locator(form).nth(which).evaluate(TYPED, " ".join(HOSTILE_STRINGS))
    where = f"{path}, {form}"
    home.check_inert(where)
    home.check_shown(where, () if only_days else HOSTILE_STRINGS)


def test_wherever_else_what_is_kept_is_shown(home: Home) -> None:
    """Titles, rounds, notes, work, what is learned from, thoughts, and the words of a table."""
    at = "/goal/resident"
    for part in _parts(HOSTILE_STRINGS, 119):
        assert home.post("/begin", title=part, pack="blank").ok
    for part in _parts(HOSTILE_STRINGS, 79):
        own = {"round": "own", "name": part, "decided": TODAY, "kind": "french", "answer": "not_yet"}
        assert home.post(f"{at}/rounds", **own).ok, part
    home.post(f"{at}/data", text=" ".join(HOSTILE_STRINGS))
    for part in _parts(HOSTILE_STRINGS, 1990):
        home.post(f"{at}/work", time="1h", note=part, towards="")
    looked_at, failed, other, *_ = home.attempts("resident")
    home.post(f"{at}/audit/{other}", feedback=" ".join(HOSTILE_STRINGS))
    for part in _parts(HOSTILE_STRINGS, 199):
        sent = {"do": "add", "title": part, "address": f"https://{ELSEWHERE}/{quote(part)}"}
        assert home.post(f"{at}/rounds/{failed}", **sent).ok, part

    _look(home, "/goals", HOSTILE_STRINGS)
    _look(home, f"{at}/rounds", HOSTILE_STRINGS)
    _look(home, f"{at}/data", HOSTILE_STRINGS)
    _look(home, f"{at}/work", HOSTILE_STRINGS)
    _look(home, f"{at}/audit/{other}", HOSTILE_STRINGS)
    _look(home, f"{at}/rounds/{failed}", HOSTILE_STRINGS)
    _look(home, f"{at}/audit/{looked_at}", ())
    _look(home, at, ())
    first = home.page.context.request.get(f"{home.watched.origin}/export").body()
    home.visit("/data")
    home.page.set_input_files("#file", {"name": "all.zip", "mimeType": "application/zip", "buffer": first})
    press_and_wait(home.page, "form[action='/import'] button")
    home.check_inert("/import")
    home.check_shown("/import", HOSTILE_STRINGS)


def test_a_table_of_people(home: Home) -> None:
    """Names of columns, of people and words, as they are looked at and once they are kept."""
    for place, first in enumerate(range(0, len(HOSTILE_STRINGS), COLUMNS), 1):
        titles = HOSTILE_STRINGS[first : first + COLUMNS]
        header = ",".join(map(_cell, ("id", "word", *titles)))
        lines = [
            ",".join([_cell(name), _cell(titles[n % 5]), *(("yes", "no")[(n + at) % 2] for at in range(len(titles)))])
            for n, name in enumerate(HOSTILE_STRINGS)
        ]
        people, at = "\n".join([header, *lines, ""]), f"/goal/of-people-{place}"
        home.visit("/begin")
        form = {"title": f"Of people {place}", "people": people}
        home.page.evaluate("all => { for (const name in all) document.getElementById(name).value = all[name]; }", form)
        with home.page.expect_navigation():
            home.page.evaluate("document.getElementById('people').form.submit()")
        home.check_inert("/begin")
        home.check_shown("/begin", HOSTILE_STRINGS)
        home.begin(f"Of people {place}", people)
        for n in range(0, len(HOSTILE_STRINGS), AT_ONCE):
            _look(home, f"{at}/people?from={n + 1}", (*HOSTILE_STRINGS[n : n + AT_ONCE], *titles))
        _look(home, f"{at}/people/{first + 1}", (HOSTILE_STRINGS[first], *titles))
        _look(home, f"{at}/numbers", titles)
        _look(home, f"{at}/distance", ())


def test_a_table_of_work(home: Home) -> None:
    """As it is looked at before it is written."""
    lines = "".join(f"{TODAY},30,{_cell(part)}\n" for part in _parts(HOSTILE_STRINGS, 1990))
    home.visit("/goal/bare/work")
    with home.page.expect_navigation():
        home.page.evaluate(
            "text => { const at = document.getElementById('table'); at.value = text; at.form.submit(); }",
            f"on,minutes,note\n{lines}",
        )
    home.check_inert("/work/bring")
    home.check_shown("/work/bring", HOSTILE_STRINGS)


def test_what_stands_in_an_address(home: Home) -> None:
    """Whatever a link that somebody sent says: at most it is told that there is no such thing."""
    for text in _parts(HOSTILE_STRINGS, 2_000):
        for path in LINKS:
            _look(home, path.format(quote(text, safe="")), ())


def _look(home: Home, path: str, texts: Sequence[str]) -> None:
    home.visit(path)
    home.check_inert(path[:80])
    home.check_shown(path[:80], texts)


def _cell(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
