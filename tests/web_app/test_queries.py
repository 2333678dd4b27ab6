"""What a page asks of the database: as much for a hundred rows as for ten."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.kept_goals import CARD, EVENT
from tests.roads import mile, road
from tests.web_app.client import App

from twelfth.base import When
from twelfth.goal import Fact
from twelfth.usecases import Begun, Note, Pause, Thing, kept_road
from twelfth.work import Ability, Effort, Learning

TODAY = date(2025, 12, 17)
PAGES = ("", "/numbers", "/distance", "/levers", "/road", "/learn", "/work", "/rounds", "/data")


def rows(several: int) -> tuple[Thing, ...]:
    """So many of what a page may list."""
    days = [TODAY - timedelta(days=number) for number in range(several)]
    moves = ("french_7", "french_9", "english_9")
    return (
        *(Fact(trait="canadian_work", level=float(n), begins=When.on(day)) for n, day in enumerate(days)),
        *(Effort(on=day, minutes=30, towards=moves[n % 3]) for n, day in enumerate(days)),
        *(Note(on=day, text="a note") for day in days),
        *(Pause(monday=date(2026, 1, 5) + timedelta(weeks=n)) for n in range(several)),
        *(Learning(towards=f"{moves[n % 3]}", ability=Ability.LEARNING) for n in range(3)),
        *(kept_road(replace(road(mile()), title=str(n)), made=TODAY) for n in range(several)),
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_page_costs_as_many_queries_however_much_is_kept(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read for the first time, and read again."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    monkeypatch.setenv("TWELFTH_TODAY", TODAY.isoformat())
    app, counts = App(tmp_path / "home"), []
    for several in (10, 100):
        card = replace(CARD, name=f"g{several}", pack="express-entry", begun=TODAY)
        app.goals.begin(Begun(card=card, things=rows(several)), event=EVENT)
        for _ in range(2):
            with CaptureQueriesContext(connection) as asked:
                assert app.get(f"/goal/g{several}{page}").status_code == 200
            counts.append(len(asked))

    assert counts[:2] == counts[2:]
