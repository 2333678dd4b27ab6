"""A roadmap in words: its chance, how much better any plan could be, and what is done when."""

from twelfth.base import percent
from twelfth.cli.paper import Paper
from twelfth.roadmap import Found, Instance


def say_roadmap(found: Found, instance: Instance, *, colour: bool = False) -> str:
    """The whole answer."""
    paper = Paper(colour=colour)
    paper.title("Your roadmap")
    paper.heading("In short")
    for sentence in roadmap_short(found):
        paper.para(sentence, indent=2)
    if found.plan.work:
        paper.heading("What to do, and when")
        paper.rows(mile_rows(found, instance), right=(1, 2, 3, 4), most=26)
    if found.warnings:
        paper.heading("What it leaves out")
        for sentence in found.warnings:
            paper.bullet(sentence)
    paper.heading("How it was found")
    paper.para(effort_words(found), indent=2)
    return paper.text()


def roadmap_short(found: Found) -> list[str]:
    """The chance with and without the plan, and the proved limit."""
    without = f"Chance of being selected by the last round if nothing is done: {percent(found.idle)}."
    limit = (
        "No plan does better, which is proved."
        if found.gap < 0.001
        else f"No plan can do better than {percent(found.bound)}, which is proved."
    )
    if not found.plan.work:
        return [without, f"No action raises it. {limit}"]
    return [f"Chance with this plan: {percent(found.chance)}.", without, limit]


def mile_rows(found: Found, instance: Instance) -> list[tuple[str, ...]]:
    """Each action in order of its start: weeks, hours, cost."""
    actions = sorted(
        (instance.by_id[name] for name in found.plan.work), key=lambda one: (found.plan.first(one), one.id)
    )
    head = ("action", "from week", "complete in week", "hours", "cost", "")
    return [
        head,
        *(
            (
                one.id,
                str(found.plan.first(one)),
                str(found.plan.completion(one)),
                f"{one.hours:,}",
                f"{one.cost:,}",
                "exam" if one.is_exam else "",
            )
            for one in actions
        ),
    ]


def effort_words(found: Found) -> str:
    """What the answer took."""
    effort = found.effort
    said = f"{effort.slices} slices of work, seed {effort.seed}."
    return f"{said} Cut short by the time limit: more time may find a better plan." if effort.cut else said
