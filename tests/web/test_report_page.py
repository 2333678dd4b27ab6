"""The page: nothing in it can load or run anything, whatever the case says. Then the same in a real browser."""

import html
import re
import socket
import struct
import subprocess
import tempfile
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from shutil import which

import pytest
from tests.command import DAY, twelfth
from tests.small_pack import spoiled, write_pack
from tools.shots import QUIET, SIZES, shoot

CHROMIUM = which("chromium") or ""
needs_browser = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
LOADING = {"src", "srcset", "href", "xlink:href", "action", "formaction", "data", "poster", "background", "ping"}
PAPER = {"light": (0xFB, 0xFA, 0xF6), "dark": (0x14, 0x17, 0x1C)}
"""The colour of the page in style.css."""
BROWSERS_OWN = ("clients2.google.com", "update.googleapis.com", "accounts.google.com")
"""Whom Chromium asks for the time and for updates, whatever page it shows."""
COMMANDS = {
    "demo": ("demo",),
    "audit": ("audit", "hernandez", "--as-of", "1998-06-30"),
    "gap": ("gap", "hernandez", "--as-of", "1998-06-30"),
    "score": ("score", "newcomer", "--as-of", DAY),
}
GOALS = ("goals", "hernandez", "newcomer", "--as-of", DAY)


class Seen(HTMLParser):
    """Tags, attributes and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def written(folder: Path, *command: str) -> str:
    """The page of a command."""
    done = twelfth(*command, "--html", "page.html", here=folder)
    assert done.code == 0, done.err
    return (folder / "page.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of `make demo`."""
    folder = tmp_path_factory.mktemp("demo")
    written(folder, "demo")
    return folder / "page.html"


def check_inert(page: str) -> None:
    """Nothing runs, nothing is loaded, nothing leads away."""
    seen = Seen(page)
    assert not seen.tags & {"script", "link", "img", "image", "iframe", "object", "embed", "base", "form", "use", "a"}
    assert not seen.attributes & LOADING
    assert not [name for name in seen.attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import|expression\(", page.split("<style>")[1].split("</style>")[0])
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_is_inert(name: str, tmp_path: Path) -> None:
    """No script, no handler, no attribute that loads, and a policy that would forbid all of it."""
    check_inert(written(tmp_path, *COMMANDS[name]))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_can_be_read_without_seeing_it(name: str, tmp_path: Path) -> None:
    """A language, a title, one main heading, and words for every drawing but the swatches of a legend."""
    page = written(tmp_path, *COMMANDS[name])

    assert '<html lang="en">' in page
    assert page.count("<h1>") == 1
    assert re.search(r"<title>[^<]+ · Twelfth</title>", page)
    drawings = re.findall(r"<svg[^>]*>", page)
    assert drawings
    assert all('role="img" aria-label="' in one or 'aria-hidden="true"' in one for one in drawings)


def test_every_number_of_the_terminal_is_on_the_page(tmp_path: Path) -> None:
    """The page says what the terminal says: score, cut-off, distance, and the change that passes one."""
    text = " ".join(Seen(written(tmp_path, *COMMANDS["score"])).text.split())

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


def pixels(png: bytes) -> tuple[int, int, tuple[int, ...]]:
    """Width, height and the first pixel; a first pixel is stored as it is under every filter of PNG."""
    width, height = struct.unpack(">II", png[16:24])
    parts, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            parts += png[at + 8 : at + 8 + length]
        at += length + 12
    return width, height, tuple(zlib.decompress(parts)[1:4])


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


def dumped(page: Path, *options: str) -> str:
    """The DOM after the page has settled."""
    with tempfile.TemporaryDirectory() as folder:
        command = [CHROMIUM, *QUIET, f"--user-data-dir={folder}", "--virtual-time-budget=4000", *options]
        done = subprocess.run([*command, "--dump-dom", page.as_uri()], capture_output=True, timeout=120, check=True)
    return done.stdout.decode()


def widths(page: Path, folder: Path, width: int) -> tuple[int, int]:
    """How wide the page's content is, and how wide its window, in a frame of that width.

    The script is the harness's own. The page stands in a frame whose policy forbids any.
    """
    content = html.escape(page.read_text(encoding="utf-8"), quote=True)
    harness = folder / f"harness-{width}.html"
    harness.write_text(
        f'<!doctype html><title>waiting</title><iframe id="frame" style="border:0;width:{width}px;height:800px" '
        f'srcdoc="{content}"></iframe><script>onload = () => {{ const root = '
        'document.getElementById("frame").contentDocument.documentElement; '
        'document.title = "widths " + root.scrollWidth + " " + root.clientWidth; }</script>',
        encoding="utf-8",
    )
    found = re.search(r"<title>widths (\d+) (\d+)</title>", dumped(harness))
    assert found is not None
    return int(found[1]), int(found[2])


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


@contextmanager
def counting_proxy() -> Iterator[tuple[int, list[str]]]:
    """A listener on the loopback to which the browser is told to send everything, and what it asked for."""
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.settimeout(5)
                    asked.append(connection.recv(4096).split(b"\r\n")[0].decode("latin-1"))
                    connection.sendall(b"HTTP/1.1 502 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield server.getsockname()[1], asked
        server.shutdown(socket.SHUT_RDWR)
        thread.join(10)


def asked_for(page: Path) -> list[str]:
    """Every request made while the browser shows a page, but for those of the browser's maker for its own purposes."""
    with counting_proxy() as (port, asked):
        dumped(page, f"--proxy-server=127.0.0.1:{port}", "--proxy-bypass-list=<-loopback>")
    return [line for line in asked if not any(host in line for host in BROWSERS_OWN)]


@pytest.mark.browser
@needs_browser
def test_the_page_asks_the_network_for_nothing(demo: Path, tmp_path: Path) -> None:
    """No request at all for our page; a page with one picture elsewhere is caught, so the counter counts."""
    control = tmp_path / "control.html"
    control.write_text('<!doctype html><img src="http://elsewhere.invalid/one.png">', encoding="utf-8")

    assert any("http://elsewhere.invalid/one.png" in line for line in asked_for(control))
    assert not [host for host in BROWSERS_OWN if host in demo.read_text(encoding="utf-8")]
    assert asked_for(demo) == []
