"""The app itself, `twelfth serve`, killed again and again while forms are sent to it, and a look at what is left. Run
by a test:

    python -m tests.trust.killed_app HOME KILLS SEED

Four people send forms at once, each of another kind: work, numbers, attempts and tables of work. A form counts as
acknowledged once its whole answer was read. Prints, as JSON, how many were, which of them are lost, and what is there
by half or does not open.
"""

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.command import DAY, TWELFTH
from tests.trust.killed_writer import closed
from tests.trust.written_life import half_of

from twelfth.store import OrmEffort, OrmGoals, doctor, open_database
from twelfth.usecases import Goals
from twelfth.web.again import AGAIN

PEOPLE = "id,years,papers\n1,7,3\n2,4,9\n3,9,1\n4,5,8\n5,8,2\n6,6,7\n7,11,4\n"
GOAL, TITLE = "academy", "Academy"
LINES = 20
"""Of a table of work: all of them are brought, or none."""
LONGEST = 0.5
"""Seconds after which the app is killed at the latest, once forms are sent or one was written."""
WRITES_FIRST = 0.8
"""Of its lives: a form was written before it is killed."""
PATIENCE = 30
"""Seconds for an answer."""
BACKUP = "last backup"
"""What the doctor says of backups is no matter of a kill."""


class Refused(Exception):
    """A form that should have been written was not."""


@dataclass(slots=True)
class Browser:
    """One browser that was let in. port, cookie: of the app as it runs now."""

    port: int
    cookie: str = ""

    def ask(self, path: str, **fields: str) -> tuple[int, str, str]:
        """Status, where it leads, and the page; with fields, a form. Raises OSError, HTTPException."""
        host = f"127.0.0.1:{self.port}"
        headers = {"Host": host, "Origin": f"http://{host}", "Cookie": self.cookie}
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
        line = HTTPConnection(host, timeout=PATIENCE)
        try:
            line.request("POST" if fields else "GET", path, urlencode(fields) if fields else None, headers | kind)
            answer = line.getresponse()
            text = answer.read().decode()
        finally:
            line.close()
        given = [one.partition(";")[0] for one in answer.headers.get_all("Set-Cookie") or []]
        self.cookie = "; ".join([*filter(None, [self.cookie]), *given])
        return answer.status, answer.headers.get("Location", ""), text

    def written(self, path: str, **fields: str) -> None:
        """Send a form that is written. Raises Refused."""
        status, led, text = self.ask(path, **fields)
        if status != 303 or f"?{AGAIN}=" in led:
            raise Refused(f"{path} {fields}: {status} {led} {text[:300]}")

    def shown(self, path: str, name: str, **fields: str) -> str:
        """What a field is called to by the page that a form leads to. Raises Refused."""
        _status, led, _text = self.ask(path, **fields)
        page = self.ask(led)[2]
        found = re.search(rf'name="{name}" value="([^"]+)"', page)
        if found is None:
            raise Refused(f"{path}: {page}")
        return found[1]

    def opens(self, *paths: str) -> list[str]:
        """The pages that are not there."""
        return [path for path in paths if self.ask(path)[0] != 200]


@contextmanager
def running(home: Path) -> Any:
    """The app in a process of its own, and a browser. It is killed at the end, whatever it does."""
    there = os.environ | {"TWELFTH_HOME": str(home), "TWELFTH_TODAY": DAY}
    command = [str(TWELFTH), "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, env=there, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            link = process.stdout.readline().strip() if process.stdout else ""
            found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)(/open/.+)", link)
            if found is None:
                raise Refused(f"the app did not start: {link!r}")
            browser = Browser(int(found[1]))
            browser.ask(found[2])
            yield browser
        finally:
            process.kill()
    if process.returncode != -signal.SIGKILL:
        raise Refused(f"the app ended by itself: {process.returncode}")


@dataclass(slots=True)
class Sent:
    """What was acknowledged over all lives, by kind, as numbers of forms. refused: what should not have been."""

    told: dict[str, list[int]] = field(default_factory=lambda: {kind: [] for kind in FORMS})
    refused: list[str] = field(default_factory=list)
    _number: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def next_number(self) -> int:
        with self._lock:
            self._number += 1
            return self._number

    def wait_for_one_more(self) -> None:
        """Until one more form is acknowledged, or for want of patience."""
        before, end = self.count, time.monotonic() + PATIENCE
        while self.count == before and time.monotonic() < end:
            time.sleep(0.005)

    @property
    def count(self) -> int:
        return sum(map(len, self.told.values()))

    def until_killed(self, browser: Browser, kind: str) -> None:
        """Send forms of one kind until nobody answers."""
        own = Browser(browser.port, browser.cookie)
        try:
            while True:
                number = self.next_number()
                FORMS[kind](own, number)
                self.told[kind].append(number)
        except Refused as error:
            self.refused.append(str(error))
        except (OSError, HTTPException):
            return


def send_work(browser: Browser, number: int) -> None:
    browser.written(f"/goal/{GOAL}/work", time="5 min", on=DAY, note=f"worked {number}")


def send_numbers(browser: Browser, number: int) -> None:
    sure = {f"sure-{name}": str(number) for name in ("years", "papers")}  # far outside what anybody on file has
    browser.written(f"/goal/{GOAL}/numbers", years=str(number), papers=str(number), **sure)


def send_attempt(browser: Browser, number: int) -> None:
    answer = {"decided": "2025-12-01", "answer": "not_selected", "kind": "round"}
    browser.written(f"/goal/{GOAL}/rounds", round="own", name=f"Round {number}", **answer)


def send_table(browser: Browser, number: int) -> None:
    lines = "".join(f"{DAY},{minutes},brought {number}\n" for minutes in range(1, LINES + 1))
    path = f"/goal/{GOAL}/work/bring"
    browser.written(path, waits=browser.shown(path, "waits", table="on,minutes,note\n" + lines))


FORMS: dict[str, Callable[[Browser, int], None]] = {
    "work": send_work,
    "numbers": send_numbers,
    "attempt": send_attempt,
    "table": send_table,
}


def begin(home: Path) -> None:
    """A goal of one's own that everything is sent to."""
    fields = {"title": TITLE, "pack": "blank", "people": PEOPLE}
    with running(home) as browser:
        browser.written("/begin", **fields, right=browser.shown("/begin", "right", **fields))


def one_life(home: Path, sent: Sent, chance: random.Random) -> list[str]:
    """Start, look whether all opens, send forms, be killed. What did not open."""
    with running(home) as browser:
        shut = browser.opens("/goals", *(f"/goal/{GOAL}{below}" for below in ("", "/work", "/rounds", "/numbers")))
        people = [threading.Thread(target=sent.until_killed, args=(browser, kind)) for kind in FORMS]
        for one in people:
            one.start()
        if chance.random() < WRITES_FIRST:
            sent.wait_for_one_more()
        time.sleep(chance.random() * LONGEST)
    for one in people:
        one.join()
    return shut


def unwell(home: Path) -> list[str]:
    """What the doctor wants to be looked at."""
    looked = doctor(home, today=date.fromisoformat(DAY))
    return [f"{one.what}: {one.told}" for one in looked if not one.ok and one.what != BACKUP]


def left(goals: Goals, sent: Sent) -> dict[str, list[str]]:
    """The acknowledged forms that are not there, and what is there by half."""
    kept = goals.get(GOAL)
    notes = Counter(row.thing.note for row in OrmEffort().latest(GOAL, most=1_000_000))
    names = {row.thing.name for row in kept.rounds}
    said = [json.loads(line.after)["thing"] for line in goals.trail(GOAL) if '"kind":"fact"' in line.after]
    typed = {(one["trait"], one["level"]) for one in said}
    there = {
        "work": lambda number: notes[f"worked {number}"] == 1,
        "numbers": lambda number: {("years", number), ("papers", number)} <= typed,
        "attempt": lambda number: f"Round {number}" in names,
        "table": lambda number: notes[f"brought {number}"] == LINES,
    }
    half = [f"{note}: {count}" for note, count in notes.items() if count not in (1, LINES)]
    half += ["rounds and attempts"] if len(kept.rounds) != len(kept.attempts) else []
    half += ["numbers"] if len({row.thing.level for row in kept.facts}) != 1 else []
    lost = [f"{kind} {number}" for kind, told in sent.told.items() for number in told if not there[kind](number)]
    return {"lost": lost, "half": half + half_of(OrmGoals(), GOAL)}


def main(home: Path, kills: int, seed: int) -> None:
    begin(home)
    chance, sent = random.Random(seed), Sent()
    shut, ill = [], []
    for _ in range(kills):
        shut += one_life(home, sent, chance)
        ill += unwell(home)
    open_database(home)
    found = left(OrmGoals(), sent)
    closed()
    told = {kind: len(numbers) for kind, numbers in sent.told.items()}
    sys.stdout.write(json.dumps({"told": told, "refused": sent.refused, "shut": shut, "unwell": ill, **found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
