"""What the weeks and the actions of an answer are called: as in its file, or as in the case whose road it is."""

from collections.abc import Sequence

from twelfth.tell.language import plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.left_open import BESIDE, LEFT_OPEN
from twelfth.usecases import Mile, Whose


def money_words(amount: float, currency: str) -> str:
    """An amount with its currency, where that is known."""
    return f"{plain_number(amount)} {currency}".strip()


class Named:
    """Words for an answer about a case, or about a file where there is none."""

    def __init__(self, whose: Whose | None) -> None:
        self.whose = whose

    @property
    def noun(self) -> str:
        """What one does."""
        return "action" if self.whose is None else "move"

    def action(self, name: str) -> str:
        """By its title."""
        return name if self.whose is None else self.whose.titles.get(name, name)

    def quoted(self, name: str) -> str:
        """Within a sentence."""
        return name if self.whose is None else f'"{self.action(name)}"'

    def actions(self, names: Sequence[str]) -> str:
        """Several, in a row."""
        return (", " if self.whose is None else "; ").join(self.action(one) for one in names)

    def kind(self, name: str) -> str:
        """A kind of round by its title."""
        return name if self.whose is None else self.whose.kinds.get(name, name)

    def week(self, week: int) -> str:
        """As a week, or as its first day."""
        return f"week {week}" if self.whose is None else str(self.whose.day(week))

    def round(self, week: int) -> str:
        """When a round is: its week, or its day."""
        return f"week {week}" if self.whose is None else str(self.whose.round_in(week))

    def by(self, week: int) -> str:
        """When something is complete."""
        return f"{self.when} {self.at(week)}"

    @property
    def when(self) -> str:
        """How the time of something complete begins."""
        return "in week" if self.whose is None else "by"

    def at(self, week: int) -> str:
        """The number of a week, or its first day."""
        return str(week if self.whose is None else self.whose.day(week))

    @property
    def widest(self) -> int:
        """Letters of a name in a table, before it goes on in the next line."""
        return 26 if self.whose is None else 32

    def money(self, amount: float) -> str:
        """An amount with what it is."""
        return f"{plain_number(amount)} of money" if self.whose is None else self.amount(amount)

    def amount(self, amount: float) -> str:
        """An amount of money where it is plain that it is one."""
        return money_words(amount, "" if self.whose is None else self.whose.currency)

    def title(self, paper: Paper, asked: str) -> None:
        """What was asked, and of whom."""
        if self.whose is None:
            paper.title(asked)
            return
        paper.title(f"{asked} · {self.whose.title} · {self.whose.process_title} · from {self.whose.as_of}")
        if self.whose.invented:
            paper.faint("An invented example: this is nobody.")

    def miles(self, paper: Paper, miles: Sequence[Mile]) -> None:
        """Each mile in order of its beginning."""
        if self.whose is None:
            rows = [("action", "from week", "complete in week", "hours", "cost", "")]
            for one in miles:
                figures = (str(one.begins), str(one.complete), f"{one.hours:,}", f"{one.cost:,}")
                rows.append((one.action, *figures, "exam" if one.exam else ""))
            paper.rows(rows, right=(1, 2, 3, 4), most=26)
            return
        days = self.whose.day
        paper.rows([(f"{days(one.begins)} to {days(one.complete)}", self._mile(one)) for one in miles], most=26)

    def _mile(self, mile: Mile) -> str:
        """What takes no hours is counted as one."""
        hours = f"{mile.hours:,} h" if mile.hours > 1 else ""
        took = ", ".join(filter(None, (hours, self.money(mile.cost) if mile.cost else "", "exam" * mile.exam)))
        return ": ".join(filter(None, (self.action(mile.action), took))) + "."

    def left_open(self, paper: Paper) -> None:
        """Of a case: what its chances leave open, and where its figures are from."""
        if self.whose is not None:
            paper.heading("What it leaves open")
            for sentence in (*BESIDE[self.whose.evidence], *LEFT_OPEN[self.whose.evidence]):
                paper.bullet(sentence)
            say_sources(paper, self.whose.process, self.whose.pack_version, self.whose.attribution)
