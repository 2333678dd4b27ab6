"""How well what was learned from people did on people it had not seen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was said of people not learned from, against what came of them.

    judged_on: who they are. learner: what was learned from the others. log_loss, base_log_loss: nats a person, of the
    chances given and of one and the same chance for all. auc: how often somebody selected was given the higher chance
    than somebody not selected; None where all had one outcome. ece: mean distance of the chance from the frequency
    over ten groups of equal size, in [0, 1]. All in the proportions given, before any move to another rate.
    """

    judged_on: str
    learner: str
    people: int
    log_loss: float
    base_log_loss: float
    auc: float | None
    ece: float
