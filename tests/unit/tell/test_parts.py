"""A part: what the page of the same answer has inside it, fit for a page whose policy forbids every inline style."""

import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from markupsafe import Markup
from tests.factories import built_in, example
from tests.pages import LOADING, Seen
from tests.roads import mile, road
from tests.unit.usecases.test_estimate_odds import HERNANDEZ, MID_1998, NASA, Never, read, with_pool

from twelfth import tell
from twelfth.store import MemoryAuditLog, MemoryCases, MemoryPacks
from twelfth.tell import Report
from twelfth.tell.say.audit import cut_off_words
from twelfth.usecases import (
    audit_attempt,
    forecast_rounds,
    measure_gap,
    rank_levers,
    rank_moves,
    read_history,
    score_case,
)

DAY = date(2025, 12, 17)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
KINDS = {
    "audit": "audit",
    "audit of points": "audit",
    "gap": "distance",
    "score": "distance",
    "odds": "odds",
    "rounds": "rounds",
    "levers": "levers",
    "moves": "moves",
    "history": "history",
    "road": "road",
    "hostile road": "road",
}
"""Answers, and the function that makes a part of each."""


@cache
def report(name: str) -> Report:
    corps = MemoryCases(MemoryPacks(NASA), HERNANDEZ)
    points = MemoryCases(MemoryPacks(built_in("express-entry")), example("newcomer"))
    then = {"cases": corps, "clock": Never(), "as_of": MID_1998}
    now = {"cases": points, "clock": Never(), "as_of": DAY}
    made: dict[str, Callable[[], dict[str, object]]] = {
        "audit": lambda: {"audits": (audit_attempt("hernandez", log=MemoryAuditLog(), **then),)},
        "audit of points": lambda: {"audits": (audit_attempt("newcomer", log=MemoryAuditLog(), **now),)},
        "gap": lambda: {"distance": measure_gap("hernandez", **then)},
        "score": lambda: {"distance": score_case("newcomer", **now)},
        "odds": lambda: {"odds": read(process=with_pool())},
        "rounds": lambda: {"rounds": forecast_rounds("newcomer", **now)},
        "levers": lambda: {"levers": rank_levers("hernandez", **then)},
        "moves": lambda: {"moves": rank_moves("newcomer", **now)},
        "history": lambda: {"history": read_history("hernandez", **then)},
        "road": lambda: {"roadmap": road(mile())},
        "hostile road": lambda: {"roadmap": road(mile(title=HOSTILE))},
    }
    return Report(sources=NASA.sources[:3], **made[name]())


def page(name: str) -> str:
    return getattr(tell, f"{KINDS[name]}_page")(report(name))


def part(name: str) -> Markup:
    return getattr(tell, f"{KINDS[name]}_part")(report(name))


@pytest.mark.parametrize("name", [name for name in KINDS if not name.startswith("audit")])
def test_a_part_is_what_the_page_has_inside_it(name: str) -> None:
    """All between the head and the foot, but for how a road was worked out: that is for who keeps a file."""
    inside = re.search(r"<main>\n(.*)\n</main>", page(name), flags=re.DOTALL)

    assert inside is not None
    assert inside[1].strip()
    assert part(name).strip() == re.sub(r"<li>Slices of work:[^<]*</li>", "", inside[1]).strip()


@pytest.mark.parametrize("name", [name for name in KINDS if name.startswith("audit")])
def test_an_audit_is_whole_behind_its_headings(name: str) -> None:
    """Whatever its page says, but for what the page around the part says first: the round, the day and the cut-off."""
    (audit,) = report(name).audits
    _first, heading, rest = page(name).partition("What was different from last time")
    said_first = {cut_off_words(audit.record), "Those selected in that very round"} if audit.record.rubric else set()

    assert heading
    assert pieces(rest.partition("</main>")[0]) - pieces(part(name)) == said_first
    assert part(name).count("<details>") > part(name).count("<h2>") == 0


def pieces(made: str) -> set[str]:
    return {html.unescape(one).strip() for one in re.split(r"<[^>]*>", made)} - {""}


@pytest.mark.parametrize("name", KINDS)
def test_a_part_may_stand_where_nothing_inline_is_allowed(name: str) -> None:
    """No page of its own, no script, no style and no handler, neither as a tag nor as an attribute."""
    made = part(name)
    seen = Seen(made)

    assert isinstance(made, Markup)
    assert not seen.tags & {"html", "head", "body", "main", "h1", "meta", "style", "script", "img", "link"}
    assert not seen.attributes & {"style", *LOADING}
    assert not [one for one in seen.attributes if one.startswith("on")]
    assert not [one for one in ("<html", "<style", "<script") if one in made]


def test_two_answers_are_not_the_same_part() -> None:
    """Each is made of the report it is given."""
    other = replace(report("road"), roadmap=road(mile(title="Another mile")))

    assert "Another mile" in tell.road_part(other)
    assert "Another mile" not in part("road")


def test_the_style_is_that_of_every_page() -> None:
    """The file itself, which stands in a page as it is."""
    found = tell.style()

    assert found == Path(str(files("twelfth.tell.page") / "templates" / "style.css")).read_text(encoding="utf-8")
    assert f"<style>\n{found}" in page("road")
