"""An instance and a plan as files, as somebody would keep them, for commands that are typed."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.roads import mile, road

from twelfth.base import plain

INSTANCE: dict[str, Any] = {
    "schema": "twelfth/roadmap-instance@1",
    "weeks": 60,
    "hours": [4] * 60,
    "money": [[0, 500]],
    "sigma": 1.0,
    "rounds": [{"week": 26, "base_logit": -3.0}, {"week": 52, "base_logit": -3.0}],
    "actions": [
        {"id": "russian", "hours": 60, "min_hours_week": 2, "max_hours_week": 4, "cost": 300, "effect": 1.0},
        {"id": "diving", "hours": 20, "max_hours_week": 4, "effect": 0.5, "valid_weeks": 40},
        {
            "id": "licence",
            "hours": 12,
            "max_hours_week": 4,
            "cost": 150,
            "effect": 0.7,
            "after": ["diving"],
            "pass_probability": 0.6,
            "retry_weeks": 6,
        },
        {"id": "flying", "hours": 900, "max_hours_week": 40, "effect": 2.0},
    ],
}
BEGINS, WEEK = date(2025, 12, 18), timedelta(weeks=1)
WORK: dict[str, list[list[int]]] = {
    "russian": [[week, 4] for week in range(15)],
    "diving": [[week, 4] for week in range(16, 21)],
    "licence": [[week, 4] for week in range(21, 24)],
}
"""Russian complete in week 15, diving in week 21, the licence's exam in weeks 24, 30 and 36."""


def write_files(folder: Path) -> Path:
    """mine.json, its plan plan.json; broken.json, a plan that breaks two rules; road.json, a road of the newcomer."""
    (folder / "mine.json").write_text(json.dumps(INSTANCE))
    plan = {"schema": "twelfth/roadmap-plan@1", "work": WORK}
    (folder / "plan.json").write_text(json.dumps(plan))
    broken = {"licence": [[week, 4] for week in range(2)]}
    (folder / "broken.json").write_text(json.dumps(plan | {"work": broken}))
    english = mile(move="english_9", hours=60, cost=339, work=tuple((BEGINS + WEEK * at, 10) for at in range(6)))
    road_file = {"schema": "twelfth/roadmap/1", "twelfth": "0.1.0", "answer": plain(road(english))}
    (folder / "road.json").write_text(json.dumps(road_file))
    return folder
