"""The app as a person has it: the server in a process of its own, and a browser."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from tests.pages import CHROMIUM


@contextmanager
def served(home: Path, *, today: str = "") -> Iterator[str]:
    """The one-time link of a server of this home, which ends when this does."""
    environment = os.environ | {"TWELFTH_HOME": str(home)} | ({"TWELFTH_TODAY": today} if today else {})
    command = [str(Path(sys.executable).with_name("twelfth")), "serve", "--no-browser"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stderr is not None
            link = process.stdout.readline().strip()
            assert link.startswith("http://127.0.0.1:"), process.stderr.read()
            yield link
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)


class Watched:
    """A page whose every request, mistake and refusal is noted."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.elsewhere: list[str] = []
        self.mistakes: list[str] = []
        page.on("request", self._asked)
        page.on("console", self._told)
        page.on("pageerror", lambda error: self.mistakes.append(str(error)))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:")):
            self.elsewhere.append(request.url)

    def _told(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.mistakes.append(message.text)


@contextmanager
def browsing(link: str, *, language: str = "en", width: int = 1280) -> Iterator[Watched]:
    """A fresh profile with the app open in it."""
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": width, "height": 900}, locale=language)
        context.set_default_timeout(20_000)
        watched = Watched(context.new_page(), link.partition("/open/")[0])
        watched.page.goto(link)
        yield watched
        browser.close()


def press(page: Page, selector: str, *, timeout: float | None = None) -> None:
    """Clicks, and waits until the page that follows is whole: the browser's own wait ends where it begins to come."""
    page.click(selector, timeout=timeout)
    page.wait_for_load_state()


def press_and_wait(page: Page, selector: str) -> None:
    """The same for what goes on in the background: until it has ended and the page tells of it."""
    press(page, selector)
    page.locator("#job progress").wait_for(state="detached")
    page.wait_for_load_state()
