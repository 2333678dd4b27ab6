"""Every address of the app, what its page shows, and what a form of the app sends there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.web_app.own_goal import PEOPLE

TODAY = "2025-12-17"
KEPT, OWN, OTHER, NOWHERE = "kept", "own", "other", "nowhere"
"""A goal with a pack, one with a table of its own, one beside them with little in it, and one that is not there."""
NO_ROW, NO_DIGEST = "987654321", "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An address. shows: its page holds what is kept of the goal. form: what a form of the app sends there that would
    write; `{…}` stands for an id of the goal."""

    path: str
    shows: bool = False
    form: Mapping[str, str] = field(default_factory=dict)


def of_goal(below: str = "", *, shows: bool = True, **form: str) -> Place:
    return Place(path=f"/goal/{{goal}}{below}", shows=shows, form=form)


def of_own(below: str = "", *, shows: bool = True, **form: str) -> Place:
    return Place(
        path=f"/goal/{{own}}/people{below}", shows=shows, form={name.replace("_", "-"): form[name] for name in form}
    )


UNFINISHED = {"import": (409,), "restore": (400,), "draw": (400,), "story": (404,), "backup": (303, 409)}
"""Forms that lack something here, such as a file, and the answer then."""
MATRIX = {
    "home": Place(path="/", shows=True),
    "begin": Place(path="/begin", form={"title": "Another", "pack": "blank"}),
    "backup": Place(path="/backup", form={"key": "b"}),
    "home-data": Place(path="/data"),
    "demo": Place(path="/demo", form={"key": "d"}),
    "export": Place(path="/export", shows=True),
    "import": Place(path="/import", form={"waits": "x"}),
    "language": Place(path="/language", form={"language": "es", "next": "/"}),
    "goals": Place(path="/goals", shows=True),
    "keys": Place(path="/keys"),
    "restore": Place(path="/restore", form={"backup": "x", "day": TODAY}),
    "report-style": Place(path="/report.css"),
    "today": of_goal(),
    "first-round": of_goal("/first/round", closes="2026-05", kind="cec"),
    "first-attempts": of_goal("/first/attempts"),
    "numbers": of_goal("/numbers", education="bachelor", may_work_in_canada="yes"),
    "beside": of_goal("/numbers/education?education=doctorate", shows=False),
    "figures": of_own("/figures", shows=False, applied="5000", selected="100", was="1"),
    "add-person": of_own("/add", who="Ana", was="2", **{"of-years": "3"}),
    "person": of_own("/1", who="Ben", was="3", **{"of-years": "4"}),
    "order": of_own("/order", shows=False, was="4"),
    "fixed": of_own("/fixed", shows=False, was="5"),
    "people": of_own(people=PEOPLE, right="{right}", was="6"),
    "distance": of_goal("/distance"),
    "levers": of_goal("/levers"),
    "what-if": of_goal("/what-if"),
    "road": of_goal("/road"),
    "draw": of_goal("/road/draw", shows=False, hours="none"),
    "progress": of_goal("/road/progress", shows=False),
    "stop": of_goal("/road/stop", shows=False),
    "rest": of_goal("/road/rest", shows=False, **{"rest-from": "2026-07-06", "rest-to": "2026-07-26"}),
    "drop-rest": of_goal("/road/rest/drop", shows=False, row="{pause}", was="1"),
    "mix": of_goal("/road/mix", shows=False, followed="{followed}", offered="{road}", **{"line-one": "take"}),
    "accept": of_goal("/road/accept", shows=False, row="{road}", was="1"),
    "learn": of_goal("/learn", towards="french_7", ability="learning", resource="a book"),
    "acquired": of_goal("/acquired?towards=french_7", towards="french_7", on=TODAY),
    "work": of_goal("/work", time="2h", towards="", note="verbs"),
    "timer": of_goal("/work/timer", shows=False, do="stop", row="{timer}", worked="1h"),
    "bring-work": of_goal("/work/bring", shows=False, waits="{brought}"),
    "work-table": of_goal("/work/table.csv", shows=False),
    "drop-work": of_goal("/drop-work", shows=False, row="{effort}", was="1"),
    "rounds": of_goal("/rounds", round="own", name="Spring", decided=TODAY, answer="not_yet", kind="cec"),
    "attempt": of_goal(
        "/rounds/{attempt}", do="mend", document="{document}", was="1", title="Essay", sha256="{digest}"
    ),
    "send": of_goal("/rounds/{draft}/send", was="1"),
    "answer": of_goal("/rounds/answer", shows=False, row="{waiting}", stage="selected", was="1"),
    "audit": of_goal("/audit/{attempt}?step=look", do="later"),
    "record": of_goal("/audits/{digest}", text="a thought"),
    "story": of_goal("/story", shows=False),
    "next": of_goal("/next", title="The next", pack="blank"),
    "data": of_goal("/data", text="a note"),
    "again": of_goal("/road/again", shows=False, key="g"),
    "erase": of_goal("/data/erase", shows=False, name=KEPT),
}
"""By the name in the map. Those that take away what others need come last."""
WRITE_NOTHING = {
    *("home", "home-data", "export", "goals", "keys", "report-style", "today", "distance", "levers", "what-if", "road"),
    *("story", "backup", "import", "language", "restore", "draw", "progress", "stop", "mix", "work-table"),
    *("first-attempts", "beside"),
}
"""Addresses without a form, and forms that change nothing that is kept: here, or ever."""
BESIDE = ("/nowhere", "/static/nowhere.css", "/goal", f"/goal/{KEPT}/nowhere")
"""Addresses that are in no map."""
ROWS = ("attempt", "waiting", "draft", "document", "digest", "followed", "road", "pause", "timer", "effort")
"""What is under the goal, by the name of its id."""
NOTHING = {name: NO_DIGEST if name == "digest" else NO_ROW for name in ROWS}
"""Ids of what is nowhere."""
