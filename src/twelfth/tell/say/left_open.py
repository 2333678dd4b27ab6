"""What a road leaves open, by what its chance rests on, or where it has none."""

from twelfth.tell.language import N_

LEFT_OPEN = {
    "points": (
        N_(
            "The chance follows from the forecast of the cut-offs, which is no surer than their past; and if many do "
            "the same, the cut-offs rise."
        ),
    ),
    "distance": (
        N_(
            "Standing where those who got in stood is not being selected: what a closed gap adds to a chance, nobody "
            "can say from this."
        ),
        N_("Requirements are judged as of the day it was drawn, and those who get in by then may stand higher."),
    ),
    "people": (
        N_("When rounds are held is taken from how far apart they were so far; nobody has announced them."),
        N_(
            "What a move adds is what those selected show, with the share of it that is causal unknown: the middle of "
            "what is possible, from none of it to all. Having what they had is not being selected because of it."
        ),
    ),
}
BESIDE = {
    "points": (),
    "people": (N_("Only moves whose worth can be counted are in it; the others change no chance."),),
}
"""What a question about a plan leaves aside, which the plan of the case itself shows."""
