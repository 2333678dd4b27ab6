"""Requirements in words."""

from twelfth.base import Truth
from twelfth.goal import Judged
from twelfth.tell.language import N_, _
from twelfth.tell.say.core_words import titled

MET = {Truth.YES: N_("met"), Truth.NO: N_("not met"), Truth.UNKNOWN: N_("unknown, not judged")}


def requirement_lines(judged: tuple[Judged, ...]) -> list[str]:
    """One line per requirement, with the lines that are not met or not known."""
    found = []
    for one in judged:
        open_lines = [titled(line.why or line.title) for line in one.lines if line.met is not Truth.YES]
        reason = "; ".join(open_lines) or (titled(one.why) if one.met is Truth.UNKNOWN else "")
        found.append(
            f"{titled(one.title)}: {_(MET[one.met])}" + (f" ({reason})" if reason and one.met is not Truth.YES else "")
        )
    return found
