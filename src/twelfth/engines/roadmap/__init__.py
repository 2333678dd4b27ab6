"""The planner: a search in compiled code for a plan, and whole-number programmes for what no plan exceeds."""

from twelfth.engines.roadmap.planner import AnytimePlanner
from twelfth.engines.roadmap.redrawer import AnytimeRedrawer

__all__ = ["AnytimePlanner", "AnytimeRedrawer"]
