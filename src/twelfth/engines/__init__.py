"""How answers are computed when it takes more than numpy: models learned from labelled people, the planner, and a
plan lived many times over.

Each is loaded when it is asked for, with the libraries it needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twelfth.engines.labelled import FittedLabels, LabelledOdds
    from twelfth.engines.roadmap import AnytimePlanner, AnytimeRedrawer, LifeSimulator

ROOMS = {
    "FittedLabels": "labelled",
    "LabelledOdds": "labelled",
    "AnytimePlanner": "roadmap",
    "LifeSimulator": "roadmap",
    "AnytimeRedrawer": "roadmap",
}


def __getattr__(name: str) -> object:
    if name not in ROOMS:
        raise AttributeError(f"module 'twelfth.engines' has no attribute {name!r}")
    return getattr(import_module(f"twelfth.engines.{ROOMS[name]}"), name)


__all__ = ["AnytimePlanner", "AnytimeRedrawer", "FittedLabels", "LabelledOdds", "LifeSimulator"]
