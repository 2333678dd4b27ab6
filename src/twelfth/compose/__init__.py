"""Wires ports to adapters. The only reader of the environment and of the clock."""

from twelfth.compose.home import Home, home_of
from twelfth.compose.keeping import Keeping, keeping
from twelfth.compose.workplace import (
    CALENDAR,
    PAGE,
    Fuse,
    Kind,
    LabelLearner,
    LatePlanner,
    LateRedrawer,
    LateSimulator,
    SystemClock,
    Workplace,
    colour_allowed,
    save_calendar,
    save_page,
    workplace,
)

__all__ = [
    "CALENDAR",
    "PAGE",
    "Fuse",
    "Home",
    "Keeping",
    "Kind",
    "LabelLearner",
    "LatePlanner",
    "LateRedrawer",
    "LateSimulator",
    "SystemClock",
    "Workplace",
    "colour_allowed",
    "home_of",
    "keeping",
    "save_calendar",
    "save_page",
    "workplace",
]
