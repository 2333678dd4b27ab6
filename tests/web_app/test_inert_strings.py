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
from tests.web_app.app import Watched, browsing, served
from tests.web_app.furnished import NO_PAGE, TODAY
from tests.web_app.hostile_strings import HOSTILE_STRINGS

from twelfth.web.urls import urlpatterns

pytestmark = [pytest.mark.browser, needs_browser]
LINES = 40
"""People in a table, and kinds of a level among them."""
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
WATCH = """window.violations = [];
    document.addEventListener('securitypolicyviolation', event => violations.push(event.blockedURI));"""
EXPECTED = ("the server responded with a status of 4", 'does not conform to the required format, "yyyy-MM-dd"')
"""What the console tells of a form that was refused, and of a text in a field of days, where nobody could type it."""
LINKS = (
    "/{}",
    "/goal/{}",
    "/goal/resident/audits/{}",
    "/goals?said={}",
    "/goal/resident/what-if?with={}",
    "/goal/resident/audit/2?step={}",
    "/export?goal={}",
)
FORMS_TYPED = {
    ("/begin", "title"),
    ("/begin", "people"),
    ("/restore", "day"),
    ("/numbers", "foreign_work"),
    ("/people", "people"),
    ("/draw", "hours"),
    ("/draw", "money"),
    ("/draw", "until"),
    ("/learn", "resource"),
    ("/learn", "proof"),
    ("/learn", "hours"),
    ("/learn", "currency"),
    ("/work", "time"),
    ("/work", "note"),
    ("/rounds", "name"),
    ("/rounds", "sent"),
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

    def visit(self, path: str) -> None:
        self.page.goto(self.watched.origin + path)

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
    """One goal with a pack and three attempts, of which one was looked at, and one goal without a pack."""
    folder = tmp_path_factory.mktemp("home")
    with served(folder, today=TODAY) as link, browsing(link) as watched:
        made = Home(watched, [])
        watched.page.on("dialog", lambda dialog: (made.dialogs.append(dialog.message), dialog.dismiss()))
        watched.page.add_init_script(WATCH)
        made.post("/begin", title="Resident", pack="express-entry")
        made.post("/begin", title="Bare", pack="blank")
        made.post("/backup")
        made.visit("/goal/resident/rounds")
        rounds = watched.page.eval_on_selector_all("select[name=round] option", "all => all.map(one => one.value)")
        for each in rounds[1:4]:
            made.post("/goal/resident/rounds", round=each, stage="not_selected", sent="2025-11")
        made.post("/goal/resident/audit/1")
        yield made


def pages(home: Home) -> dict[str, tuple[str, ...]]:
    """By name in the map of addresses."""
    at = "/goal/resident"
    home.visit(f"{at}/audit/1")
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
        "numbers": (f"{at}/numbers", "/goal/bare/numbers"),
        "what-if": (f"{at}/what-if?with=x",),
        "audit": (f"{at}/audit/2?step=look",),
        "record": (kept,),
    }


def test_every_text_field_of_every_form(home: Home) -> None:
    """Whether the form is taken or sent back: what was typed is there, as it was typed."""
    every = pages(home)
    assert every.keys() == {one.name for one in urlpatterns} - NO_PAGE.keys()
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
    with home.page.expect_navigation():
        home.page.locator(form).nth(which).evaluate(TYPED, " ".join(HOSTILE_STRINGS))
    where = f"{path}, {form}"
    home.check_inert(where)
    home.check_shown(where, HOSTILE_STRINGS)


def test_wherever_else_what_is_kept_is_shown(home: Home) -> None:
    """Titles, rounds, notes, work, what is learned from, thoughts, and the words of a table."""
    at = "/goal/resident"
    for part in _parts(HOSTILE_STRINGS, 119):
        assert home.post("/begin", title=part, pack="blank").ok
    for part in _parts(HOSTILE_STRINGS, 79):
        own = {"round": "own", "name": part, "decided": TODAY, "kind": "french", "stage": "submitted"}
        assert home.post(f"{at}/rounds", **own).ok, part
    home.post(f"{at}/data", text=" ".join(HOSTILE_STRINGS))
    for part in _parts(HOSTILE_STRINGS, 1990):
        home.post(f"{at}/work", time="1h", note=part, towards="")
    home.post(f"{at}/audit/3", feedback=" ".join(HOSTILE_STRINGS))
    header = ",".join(_cell(one) for one in ("id", *HOSTILE_STRINGS[:150]))
    people = "\n".join(",".join([str(n), *(("yes", "no")[(n + at) % 2] for at in range(150))]) for n in range(LINES))
    home.post("/begin", title="Of people", pack="blank", people=f"{header}\n{people}\n")

    _look(home, "/goals", HOSTILE_STRINGS)
    _look(home, f"{at}/rounds", HOSTILE_STRINGS)
    _look(home, f"{at}/data", HOSTILE_STRINGS)
    _look(home, f"{at}/work", HOSTILE_STRINGS)
    _look(home, f"{at}/audit/3", HOSTILE_STRINGS)
    _look(home, "/goal/of-people/numbers", HOSTILE_STRINGS[:150])
    _look(home, "/goal/of-people/distance", ())
    _look(home, at, ())
    first = home.page.context.request.get(f"{home.watched.origin}/export").body()
    home.visit("/data")
    home.page.set_input_files("#file", {"name": "all.zip", "mimeType": "application/zip", "buffer": first})
    home.page.click("form[action='/import'] button")
    home.check_inert("/import")
    home.check_shown("/import", HOSTILE_STRINGS)


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
