"""What a person's own past attempts say about the next ones."""

from twelfth.distance.history.history import History, Outcome, Outlook, naive_chance
from twelfth.distance.history.quality import Quality

__all__ = ["History", "Outcome", "Outlook", "Quality", "naive_chance"]
