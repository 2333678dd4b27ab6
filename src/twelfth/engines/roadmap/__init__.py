"""The planner: a search in compiled code for a plan, and whole-number programmes for what no plan exceeds."""

from twelfth.engines.roadmap.planner import AnytimePlanner

__all__ = ["AnytimePlanner"]
