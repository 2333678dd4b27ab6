"""Where no chance can be told, and why: in a word, for whoever can still do something without one."""

from twelfth.base import NotEnoughData


class NoChance(NotEnoughData):
    """The evidence allows no chance.

    cause: "people", nobody selected is described; "applicants", it is not known how many applied or who they were;
    "rounds", too few were held to expect the next ones; "requirement", one is not met.
    """

    def __init__(self, message: str, *, cause: str, next_step: str = "") -> None:
        super().__init__(message, next_step=next_step)
        self.cause = cause
