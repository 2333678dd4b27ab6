"""What of a process a person may leave out of a road: its moves, or its traits where it names none."""

from collections.abc import Mapping

from twelfth.goal import Process
from twelfth.usecases.odds.tell_odds import points_decide


def leavable(process: Process) -> Mapping[str, str]:
    """Titles by name: of its moves; where it has none, of the traits that somebody could acquire."""
    moves = {one.id: one.title for one in process.moves}
    return moves or {one.name: one.title for one in process.traits if not one.protected}


def is_step(process: Process, name: str) -> bool:
    """Whether it is what a step to one level of a trait may be called; a road by points has none."""
    traits = {one.name for one in process.traits if not one.protected}
    return not points_decide(process) and (name in traits or name.rpartition("_")[0] in traits)
