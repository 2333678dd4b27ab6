"""How long the pages of the app take with a full home: 20 goals, 5,000 facts, 20,000 entries of work.

A server in a process of its own answers clients in threads of this one, which ask for one page after the other without
a pause, as no person does. First every page alone, and every what-if, which nobody asked before: of an Express Entry
goal, and of a goal of one's own with the largest table there may be; then 10 clients that read; then 50 clients of whom
every fifth request writes. Milliseconds from asking to the last byte. Any answer that is not 200 or 303 is an error,
and the run ends with 1 where there is one or where it takes longer than was asked for.

    python benchmarks/app_load.py [--home FOLDER] [--seconds 20] [--out FILE]
"""

import argparse
import http.client
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from odds_machine import machine

GOALS, FACTS, ENTRIES = 20, 250, 1000
DEGREES, YES = ("bsc", "msc", "phd"), ("yes", "no")
TODAY = date(2025, 12, 17)
PAGES = ("", "/distance", "/road", "/learn", "/work", "/rounds", "/data", "/numbers")
READERS, CROWD, WRITES = 10, 50, 0.2
MOST_READ, MOST_CROWD = 200.0, 400.0
MOST_WHAT_IF = 300.0
"""Milliseconds of the 95th percentile that are asked for."""
PEOPLE, TRAITS = 2000, 10
"""Of the own table: so many lines as one may have, and of each third column of traits numbers, words, yes and no."""


def furnish(home: Path) -> None:
    """Fill a home through the ports, as the app itself would."""
    from twelfth.base import When
    from twelfth.compose import Home, keeping
    from twelfth.goal import Fact
    from twelfth.usecases import AuditEvent, Begun, GoalCard, Wishes, kept_road, plan_case
    from twelfth.work import Effort

    kept = keeping(Home(folder=home))
    place, event = kept.place, AuditEvent(action="benchmark", subject="all", on=TODAY)
    case = place.cases.get("newcomer")
    road = plan_case(
        "newcomer", cases=place.cases, clock=place.clock, planner=place.planner, wishes=Wishes(), as_of=TODAY, slices=2
    )
    traits = [trait for trait in place.packs.get("express-entry").traits if trait.kind == "numeric"]
    for goal in range(GOALS):
        name = f"goal-{goal}"
        facts = [
            Fact(
                trait=traits[number % len(traits)].name,
                level=float(number % 5),
                begins=When.on(date(2000, 1, 1) + timedelta(days=9 * number)),
                source=("own",),
            )
            for number in range(FACTS - len(case.facts))
        ]
        card = GoalCard(name=name, title=name, pack="express-entry", begun=TODAY, capacity=case.capacity)
        kept.goals.begin(Begun(card=card, things=(*case.sources, *case.facts, *facts)), event=event)
        drawn = kept_road(road, made=TODAY, worked=())
        kept.goals.keep(name, replace(drawn, accepted=TODAY), event=event)
        work = [
            Effort(on=TODAY - timedelta(days=number % 700), minutes=30 + number % 60, towards="french_7", note="n")
            for number in range(ENTRIES)
        ]
        kept.goals.keep(name, *work, event=event)


class Client:
    """A browser that keeps its connection and its cookie."""

    def __init__(self, host: str, cookie: str) -> None:
        self.host, self.cookie = host, cookie
        self.line = http.client.HTTPConnection(host, timeout=60)
        self.text = ""

    def ask(self, path: str, fields: dict[str, str] | None = None, *, part: bool = False) -> tuple[int, float]:
        """Status and milliseconds; the answer is in `text`. part: of a page, as its script asks for it."""
        headers = {"Cookie": self.cookie, "Origin": f"http://{self.host}", "Sec-Fetch-Site": "same-origin"}
        headers |= {"HX-Request": "true"} if part else {}
        body = None
        if fields is not None:
            body, headers["Content-Type"] = urlencode(fields), "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self.line.request("GET" if body is None else "POST", path, body=body, headers=headers)
        answer = self.line.getresponse()
        self.text = answer.read().decode()
        again = answer.headers.get("Set-Cookie", "").partition(";")[0]
        if "again=" in answer.headers.get("Location", ""):  # a page with what was typed
            self.cookie += f"; {again}" if again else ""
            return self.ask(answer.headers["Location"], part=part)
        return answer.status, 1000 * (time.perf_counter() - began)


def crowd(host: str, cookie: str, *, clients: int, writes: float, seconds: float) -> dict[str, Any]:
    """So many clients at once for so long."""
    took: list[float] = []
    by_page: dict[str, list[float]] = {}
    errors: list[str] = []
    end = time.monotonic() + seconds

    def go(number: int) -> None:
        rng, client = random.Random(number), Client(host, cookie)
        while time.monotonic() < end:
            goal = f"/goal/goal-{rng.randrange(GOALS)}"
            writing = rng.random() < writes
            page = "write" if writing else rng.choice(PAGES)
            path = f"{goal}/work" if writing else goal + page
            fields = {"time": "30 min", "note": "load", "key": f"{number}-{rng.random()}"} if writing else None
            status, spent = client.ask(path, fields)
            took.append(spent)
            by_page.setdefault(page or "/", []).append(spent)
            if status not in (200, 303):
                errors.append(f"{status} {path}")

    threads = [threading.Thread(target=go, args=(number,)) for number in range(clients)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    pages = {page: figures(each)["p95"] for page, each in sorted(by_page.items())}
    told = {"errors": len(errors), "first_errors": errors[:3], "p95_by_page": pages}
    return {"clients": clients, "writes": writes, **figures(took), **told}


def figures(took: list[float]) -> dict[str, float]:
    """Requests, median, 95th percentile and the most, in milliseconds."""
    cuts = statistics.quantiles(took, n=20)
    return {
        "requests": len(took),
        "median": round(statistics.median(took), 1),
        "p95": round(cuts[-1], 1),
        "most": round(max(took), 1),
    }


def measured(host: str, cookie: str, seconds: float) -> dict[str, Any]:
    client = Client(host, cookie)
    alone = {}
    for page in PAGES:
        client.ask(f"/goal/goal-0{page}")
        alone[page or "/"] = figures([client.ask(f"/goal/goal-{number}{page}")[1] for number in range(GOALS)])
        print(f"alone  {page or '/':10}", alone[page or "/"], flush=True)
    what_if = what_ifs(client)
    reading = crowd(host, cookie, clients=READERS, writes=0.0, seconds=seconds)
    print("10 readers", reading, flush=True)
    busy = crowd(host, cookie, clients=CROWD, writes=WRITES, seconds=seconds)
    print("50 clients", busy, flush=True)
    return {"alone": alone, "what_if": what_if, "reading": reading, "busy": busy}


def what_ifs(client: Client) -> dict[str, dict[str, float]]:
    """Every what-if of each goal, asked for once, so that none of them is remembered."""
    goals = {"express-entry": [f"goal-{number}" for number in range(GOALS)], "own table": [own_goal(client)]}
    found = {}
    for kind, names in goals.items():
        took = []
        for name in names:
            client.ask(f"/goal/{name}/distance")
            choices = client.text.partition('<select id="with"')[2].partition("</select>")[0]
            for key in re.findall(r'<option value="([^"]+)"', choices):
                status, spent = client.ask(f"/goal/{name}/what-if?with={key}", part=True)
                took.append(spent if status == 200 else float("inf"))
        found[kind] = figures(took)
        print(f"what-if {kind:14}", found[kind], f"asked for: p95 under {MOST_WHAT_IF:.0f}", flush=True)
    return found


def own_goal(client: Client) -> str:
    """A goal with a table of those who got in, the counts of a round, and the numbers of the person; its name."""
    rng, kinds = (
        random.Random(1),
        (lambda r: str(r.randrange(100)), lambda r: r.choice(DEGREES), lambda r: r.choice(YES)),
    )
    head = ["id", *(f"trait{place}" for place in range(TRAITS))]
    lines = [[f"p{who}", *(kinds[place % 3](rng) for place in range(TRAITS))] for who in range(PEOPLE)]
    fields = {"title": "Own table", "pack": "blank", "people": "\n".join(map(",".join, [head, *lines]))}
    client.ask("/begin", fields)
    right = re.search(r'name="right" value="(\w+)"', client.text)
    client.ask("/begin", fields | {"right": right[1] if right else ""})
    name = "own-table"
    client.ask(f"/goal/{name}/people/figures", {"was": "1", "applied": "50000", "selected": str(PEOPLE)})
    typed = {f"trait{place}": ("50", DEGREES[1], YES[0])[place % 3] for place in range(TRAITS)}
    client.ask(f"/goal/{name}/numbers", typed)
    return name


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    os.environ["TWELFTH_TODAY"] = TODAY.isoformat()
    with tempfile.TemporaryDirectory() as folder:
        home = asked.home or Path(folder) / "home"
        if not (home / "twelfth.sqlite3").exists():
            furnish(home)
        found = served(home, asked.seconds)
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(json.dumps({"machine": machine(), **found}, indent=1) + "\n", encoding="utf-8")
    met = max(found["reading"]["p95_by_page"].values()) < MOST_READ and found["busy"]["p95"] <= MOST_CROWD
    met = met and all(each["p95"] < MOST_WHAT_IF for each in found["what_if"].values())
    return 0 if met and not found["reading"]["errors"] and not found["busy"]["errors"] else 1


def served(home: Path, seconds: float) -> dict[str, Any]:
    command = [str(Path(sys.executable).with_name("twelfth")), "serve", "--no-browser"]
    environment = os.environ | {"TWELFTH_HOME": str(home)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            link = server.stdout.readline().strip() if server.stdout else ""
            host, key = re.fullmatch(r"http://([^/]+)(/open/.*)", link).groups()  # type: ignore[union-attr]
            line = http.client.HTTPConnection(host)
            line.request("GET", key)
            cookie = line.getresponse().headers["Set-Cookie"].partition(";")[0]
            return measured(host, cookie, seconds)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(30)


if __name__ == "__main__":
    raise SystemExit(main())
