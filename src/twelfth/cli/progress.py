"""What is told on stderr while a search goes on."""

from collections.abc import Callable

from twelfth.cli.answer import note

WORTH_TELLING = 0.001
"""Of the chance, or of what no plan exceeds."""


class Progress:
    """A line for every answer that is better than the last one told by a thousandth."""

    def __init__(self) -> None:
        self._chance, self._bound = -1.0, 2.0

    def tell(self, slices: int, chance: float, bound: float, words: str) -> None:
        """words: of the chance."""
        if chance >= self._chance + WORTH_TELLING or bound <= self._bound - WORTH_TELLING:
            from twelfth.tell import LAST_TELLING_BOUND, chance_words

            self._chance, self._bound = chance, bound
            limit = f", no plan above {chance_words(bound)}" if bound <= LAST_TELLING_BOUND else ""
            note(f"slices of work: {slices}, {words}{limit}")


def counted(words: str) -> Callable[[int, int], None]:
    """Whoever is told how many of how many are done says so, with a word for what."""
    return lambda done, of: note(f"{done} of {of} {words}")
