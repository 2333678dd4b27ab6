"""A road that cannot be drawn as no round is certainly open, with all that it lacks."""

from typing import TYPE_CHECKING

from twelfth.base import NotEnoughData, Said
from twelfth.goal import Process
from twelfth.usecases.roads.case_roadmap import NO_HOURS

if TYPE_CHECKING:
    from twelfth.learn import Catalogue


class NothingOpen(NotEnoughData):
    """Whatever is done of what can be planned, no kind of round is certainly open.

    hours: how many moves there are whose hours nobody has said. needs: what other moves wait for and is not certainly
    held, by title.
    """

    def __init__(self, process: Process, case: str, catalogue: "Catalogue") -> None:
        super().__init__(
            Said(
                "No kind of round of %(process)s is certainly open to this case, whatever it does of what is known.",
                process=process.title,
            ),
            next_step=f"See what is missing: twelfth score {case}",
        )
        self.hours = sum(one.why == NO_HOURS for one in catalogue.unpriced)
        self.needs = tuple(dict.fromkeys(one.need.title for one in catalogue.unpriced if one.need is not None))
