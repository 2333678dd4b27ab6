"""Whether it is known that a person may enter any round at all."""

from twelfth.base import NotEnoughData, Truth, every
from twelfth.distance import measure
from twelfth.goal import Process, Profile


def entry_known(process: Process, who: Profile) -> bool:
    """False where no kind of round is certainly open to a profile, and of some it is not known. process: as known on
    the day of the profile."""
    try:
        judged = measure(process, who).judged
    except NotEnoughData:
        return True
    met = [every(judged[name].met for name in kind.requires) for kind in process.kinds]
    return Truth.YES in met or Truth.UNKNOWN not in met
