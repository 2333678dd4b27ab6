"""What every kind of odds answers with: a chance with its interval, its basis and its caveats."""

from twelfth.distance.odds.answer import Caveat, Odds, Tier, told

__all__ = ["Caveat", "Odds", "Tier", "told"]
