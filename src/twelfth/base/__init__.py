"""Words every room speaks: errors, three-valued truth, uncertain days, honest figures, sources."""

from twelfth.base.dates import (
    EXPECTED_DATE,
    UNKNOWN_DAY,
    When,
    add_months,
    completed_years,
    day_from,
    parse_day,
    parse_when,
)
from twelfth.base.errors import (
    Conflict,
    InvalidInput,
    NotEnoughData,
    NotFound,
    Problem,
    TwelfthError,
    invalid,
    shorten,
)
from twelfth.base.figures import FEWEST_FOR_A_PERCENTAGE, Estimate, figures_of, percent, plain_number, share
from twelfth.base.plain import Plain, plain
from twelfth.base.said import Said, filled
from twelfth.base.sources import Source, SourceKind
from twelfth.base.spelling import alike, unaccented, word_of
from twelfth.base.truth import Truth, every, some

__all__ = [
    "EXPECTED_DATE",
    "FEWEST_FOR_A_PERCENTAGE",
    "UNKNOWN_DAY",
    "Conflict",
    "Estimate",
    "InvalidInput",
    "NotEnoughData",
    "NotFound",
    "Plain",
    "Problem",
    "Said",
    "Source",
    "SourceKind",
    "Truth",
    "TwelfthError",
    "When",
    "add_months",
    "alike",
    "completed_years",
    "day_from",
    "every",
    "figures_of",
    "filled",
    "invalid",
    "parse_day",
    "parse_when",
    "percent",
    "plain",
    "plain_number",
    "share",
    "shorten",
    "some",
    "unaccented",
    "word_of",
]
