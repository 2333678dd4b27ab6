"""Pages as tests see them: their tags and text, what they load, and what headless Chromium makes of them."""

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
from tests.command import twelfth
from tools.shots import QUIET

CHROMIUM = which("chromium") or ""
needs_browser = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
LOADING = {"src", "srcset", "href", "xlink:href", "action", "formaction", "data", "poster", "background", "ping"}
BROWSERS_OWN = ("clients2.google.com", "update.googleapis.com", "accounts.google.com")
"""Whom Chromium asks for the time and for updates, whatever page it shows."""


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


def check_inert(page: str) -> None:
    """Nothing runs, nothing is loaded, nothing leads away."""
    seen = Seen(page)
    assert not seen.tags & {"script", "link", "img", "image", "iframe", "object", "embed", "base", "form", "use", "a"}
    assert not seen.attributes & LOADING
    assert not [name for name in seen.attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import|expression\(", page.split("<style>")[1].split("</style>")[0])
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


def check_told(page: str) -> None:
    """A language, a title, one main heading, and words for every drawing that is no mere sign."""
    assert '<html lang="en">' in page
    assert page.count("<h1>") == 1
    assert re.search(r"<title>[^<]+ · Twelfth</title>", page)
    drawings = re.findall(r"<svg[^>]*>", page)
    assert drawings
    assert all('role="img" aria-label="' in one or 'aria-hidden="true"' in one for one in drawings)


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
