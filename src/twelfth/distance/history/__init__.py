"""What a person's own past attempts say about the next ones."""

from twelfth.distance.history.history import History, Outcome, Outlook, naive_chance

__all__ = ["History", "Outcome", "Outlook", "naive_chance"]
