"""Answers as one self-contained page: printable, light and dark, no script, no request. Strips are SVG made here."""

from twelfth.cli.page.render import (
    Report,
    audit_page,
    demo_page,
    distance_page,
    goals_page,
    history_page,
    levers_page,
    moves_page,
    odds_page,
    road_page,
    rounds_page,
)

__all__ = [
    "Report",
    "audit_page",
    "demo_page",
    "distance_page",
    "goals_page",
    "history_page",
    "levers_page",
    "moves_page",
    "odds_page",
    "road_page",
    "rounds_page",
]
