"""The page: nothing in it can load or run anything, whatever the case says. Then the same in a real browser."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.command import DAY, DEMO, Done
from tests.pages import (
    BROWSERS_OWN,
    CHROMIUM,
    Seen,
    asked_for,
    check_inert,
    check_told,
    needs_browser,
    pixels,
    widths,
    written,
)
from tests.small_pack import spoiled, write_pack
from tools.shots import SIZES, shoot

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
PAPER = {"light": (0xFB, 0xFA, 0xF6), "dark": (0x14, 0x17, 0x1C)}
"""The colour of the page in style.css."""
COMMANDS = {
    "audit": ("audit", "hernandez", "--as-of", "1998-06-30"),
    "gap": ("gap", "hernandez", "--as-of", "1998-06-30"),
    "score": ("score", "newcomer", "--as-of", DAY),
}
PageOf = Callable[[str], Path]
GOALS = ("goals", "hernandez", "newcomer", "--as-of", DAY)


@pytest.fixture(scope="module")
def page_of(tmp_path_factory: pytest.TempPathFactory, once: Callable[..., Done], once_folder: Path) -> PageOf:
    """The page of a command, written once."""

    @cache
    def made(name: str) -> Path:
        if name == "demo":
            assert once(*DEMO).code == 0
            return once_folder / DEMO[-1]
        folder = tmp_path_factory.mktemp(name)
        written(folder, *COMMANDS[name])
        return folder / "page.html"

    return made


@pytest.fixture(scope="module")
def demo(page_of: PageOf) -> Path:
    """The page of `make demo`."""
    return page_of("demo")


@pytest.mark.parametrize("name", ["demo", *COMMANDS])
def test_a_page_is_inert(name: str, page_of: PageOf) -> None:
    """No script, no handler, no attribute that loads, and a policy that would forbid all of it."""
    check_inert(page_of(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["demo", *COMMANDS])
def test_a_page_can_be_read_without_seeing_it(name: str, page_of: PageOf) -> None:
    """A language, a title, one main heading, and words for every drawing but the swatches of a legend."""
    check_told(page_of(name).read_text(encoding="utf-8"))


def test_every_number_of_the_terminal_is_on_the_page(page_of: PageOf) -> None:
    """The page says what the terminal says: score, cut-off, distance, and the change that passes one."""
    text = " ".join(Seen(page_of("score").read_text(encoding="utf-8")).text.split())

    for told in ("416 points", "515 on 2025-12-16", "99 below", "+62 = 478", "17 above"):
        assert told in text


def test_several_goals_are_a_page_of_their_own(tmp_path: Path) -> None:
    """Inert, with how each stands, the trait that two packs mean alike, and what the owners of the facts ask for."""
    page = written(tmp_path, *GOALS)
    text = " ".join(Seen(page).text.split())

    check_inert(page)
    assert "Highest degree / Highest level of education: of help to 2 of 2 goals." in text
    assert "One step is the best for all: research doctorate." in text
    assert "416 points" in text
    assert "Immigration, Refugees and Citizenship Canada" in text


def hostile_case(folder: Path) -> Path:
    """A pack and a case that put markup wherever a text may stand."""
    quoted = "'" + HOSTILE.replace("'", "") + "'"
    pack = spoiled("pack.toml", '"A small process"', quoted)
    pack = (
        pack.replace('"It is small."', quoted).replace('"Yearly round"', quoted).replace('"Points were raised"', quoted)
    )
    traits = spoiled("traits.toml", '"Highest degree"', quoted).replace('"No degree"', quoted)
    sources = 'id,title,address,kind,note\nown,"{0}","javascript:alert(3)",own,\npaper,"{0}",,press,\n'
    moves = spoiled("moves.toml", '"Study on"', quoted)
    told = HOSTILE.replace('"', "")
    write_pack(
        folder,
        **{"pack.toml": pack, "traits.toml": traits, "sources.csv": sources.format(told), "moves.toml": moves},
    )
    case = f"""schema = 1
name = {quoted}
title = {quoted}
pack = "small"
[[source]]
id = "own"
title = {quoted}
address = "javascript:alert(4)"
[[fact]]
trait = "degree"
value = "none"
from = "2000"
source = "own"
[[fact]]
trait = "years"
value = 2
from = "2000"
[[attempt]]
round = "r2"
seat = "crew"
[[attempt.stage]]
stage = "submitted"
on = 2013-02-01
[[attempt.stage]]
stage = "not_selected"
on = 2013-06-01
"""
    path = folder / "me.toml"
    path.write_text(case, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["audit", "gap", "score"])
def test_markup_in_a_case_or_a_pack_is_only_text(command: str, tmp_path: Path) -> None:
    """Whoever names their case or their trait in markup sees that markup, and nothing runs."""
    case = hostile_case(tmp_path)
    page = written(tmp_path, command, case.name, "--as-of", "2013-07-01")

    check_inert(page)
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)</script>" in Seen(page).text


@pytest.mark.browser
@needs_browser
def test_the_page_is_drawn_wide_and_narrow_light_and_dark(demo: Path, tmp_path: Path) -> None:
    """Four pictures with something on each, in the colours asked for, all different."""
    pictures = {}
    for size, (width, _) in SIZES.items():
        for scheme, paper in PAPER.items():
            target = tmp_path / f"{size}-{scheme}.png"
            shoot(CHROMIUM, demo, target, width, 1200, scheme)
            pictures[size, scheme] = target.read_bytes()
            _, height, first = pixels(pictures[size, scheme])
            assert (height, first) == (1200, paper)

    assert len(set(pictures.values())) == 4
    assert min(map(len, pictures.values())) > 20_000


@pytest.mark.browser
@needs_browser
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_is_wider_than_the_window(width: int, demo: Path, tmp_path: Path) -> None:
    """No sideways scrolling, down to the narrowest phone."""
    content, window = widths(demo, tmp_path, width)

    assert window in range(width - 20, width + 1)  # a scroll bar may take its part
    assert content <= window


@pytest.mark.browser
@needs_browser
def test_the_measure_of_width_can_tell(tmp_path: Path) -> None:
    """A page that is too wide is seen to be."""
    page = tmp_path / "wide.html"
    page.write_text('<!doctype html><body style="margin:0"><div style="width:900px">.</div>', encoding="utf-8")
    content, window = widths(page, tmp_path, 390)

    assert content == 900
    assert window <= 390


@pytest.mark.browser
@needs_browser
def test_the_page_asks_the_network_for_nothing(demo: Path, tmp_path: Path) -> None:
    """No request at all for our page; a page with one picture elsewhere is caught, so the counter counts."""
    control = tmp_path / "control.html"
    control.write_text('<!doctype html><img src="http://elsewhere.invalid/one.png">', encoding="utf-8")

    assert any("http://elsewhere.invalid/one.png" in line for line in asked_for(control))
    assert not [host for host in BROWSERS_OWN if host in demo.read_text(encoding="utf-8")]
    assert asked_for(demo) == []
