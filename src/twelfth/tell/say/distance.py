"""The distance of a person in words."""

from collections.abc import Iterable, Sequence

from twelfth.audit import CohortDistance, RubricDistance
from twelfth.distance import Gap, GapStatus, Headroom
from twelfth.goal import Bound, Change, Limit
from twelfth.tell.language import N_, _, plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import percent, titled
from twelfth.tell.say.entry_words import points
from twelfth.tell.say.era_words import ERAS, WHY_ERAS, era_rows
from twelfth.tell.say.gap_words import gap_words, short_words
from twelfth.tell.say.rubric_words import (
    breakdown_rows,
    move_words,
    smallest_words,
    stand_words,
    standing_words,
)
from twelfth.usecases import Distance

RANKED = (GapStatus.SHORT,)
BESIDE = (GapStatus.EVEN, GapStatus.AHEAD, GapStatus.SAME, GapStatus.DIFFERENT)
OPEN = (GapStatus.POSSIBLY, GapStatus.UNKNOWN)
POOL_STATED = N_("The pack states what those who applied had, so a chance can be told beside the gaps.")

MOST_FURTHER = 3
"""Gaps told in short after the widest one."""


def say_gap(answer: Distance, *, colour: bool = False) -> str:
    """The distance by every kind of evidence."""
    paper = _begun(answer, colour=colour)
    say_short(paper, answer.cohort, answer.rubric)
    if answer.cohort is not None:
        say_cohort(paper, answer.cohort)
    if answer.drifts:
        paper.heading(ERAS)
        paper.para(WHY_ERAS, indent=2)
        paper.rows(era_rows(answer.drifts))
    if answer.rubric is not None:
        say_rubric(paper, answer.rubric, answer.unknown)
    _closing(paper, answer)
    return paper.text()


def say_score(answer: Distance, *, colour: bool = False) -> str:
    """The score, its breakdown, the standing, the moves."""
    paper = _begun(answer, colour=colour)
    say_short(paper, None, answer.rubric)
    if answer.rubric is not None:
        say_rubric(paper, answer.rubric, answer.unknown, whole=True)
    _closing(paper, answer)
    return paper.text()


def _begun(answer: Distance, *, colour: bool) -> Paper:
    paper = Paper(colour=colour)
    paper.title(f"{answer.title} · {answer.process_title} · as of {answer.as_of}")
    if answer.invented:
        paper.faint("An invented example: this is nobody.")
    return paper


def _closing(paper: Paper, answer: Distance) -> None:
    say_changes(paper, answer.rule_changes)
    say_limits(paper, answer.cannot_be_known, process=answer.process)
    say_sources(paper, answer.process, answer.pack_version, answer.attribution)


def say_short(paper: Paper, cohort: CohortDistance | None, rubric: RubricDistance | None) -> None:
    """The answer in a few sentences, before everything else."""
    smallest = "" if rubric is None else smallest_words(rubric)
    sentences = f"{short_sentences(cohort, rubric)} {smallest}".strip()
    if sentences:
        paper.heading("In short")
        paper.para(sentences, indent=2)


def short_sentences(cohort: CohortDistance | None, rubric: RubricDistance | None) -> str:
    """The widest gap, and where the score stands."""
    parts = []
    if cohort is not None and (ranked := _ranked(cohort)):
        told = short_words(ranked[0])
        if any(gap.fixed for gap in ranked) and not ranked[0].fixed:
            parts.append(_("The widest gap among what can still change is %(gap)s", gap=told))
        elif any(gap.positives_only for gap in cohort.gaps):
            parts.append(_("The widest gap among what is firmly recorded is %(gap)s", gap=told))
        else:
            parts.append(_("The widest gap is %(gap)s", gap=told))
    if rubric is not None:
        parts.append(stand_words(rubric))
    return " ".join(parts)


def _ranked(cohort: CohortDistance) -> list[Gap]:
    """The gaps, widest first, and after them those that cannot change any more."""
    return sorted((gap for gap in cohort.gaps if gap.status in RANKED), key=lambda gap: gap.fixed)


def further_gaps(cohort: CohortDistance | None) -> tuple[str, ...]:
    """The gaps after the widest, one line each; at most three."""
    ranked = () if cohort is None else _ranked(cohort)[1 : 1 + MOST_FURTHER]
    return tuple(map(_further, ranked))


def _further(gap: Gap) -> str:
    told = short_words(gap)
    return told + " " + _("It cannot change any more.") if gap.fixed else told


def say_cohort(paper: Paper, cohort: CohortDistance, *, heading: str = "Your gaps, widest first") -> None:
    """Gaps against the yes group, then muscles, then what is only counted."""
    rounds = ": " + ", ".join(filter(None, cohort.rounds)) if any(cohort.rounds) else ""
    paper.heading(f"{heading} (against {cohort.described} selected{rounds})")
    short = [gap for gap in cohort.gaps if gap.status in RANKED]
    for number, gap in enumerate(short, 1):
        words = gap_words(gap)
        paper.para(f"{number}. {words.title}: you {words.you}; they: {words.they}.", indent=2, hang=3)
        for detail in words.details:
            paper.para(detail, indent=5)
    if not short:
        paper.para("None among what is recorded both ways.", indent=2)
    _say_list(paper, "Where you stand with them or above", [gap for gap in cohort.gaps if gap.status in BESIDE])
    _say_list(paper, "Not known exactly enough of you on that day", open_gaps(cohort))
    counted = [gap for gap in cohort.gaps if gap.positives_only]
    if counted:
        paper.heading("Only counted: the sources never say who lacks these")
        paper.rows([(gap.title, gap_words(gap).they + f". You: {gap.words}.") for gap in counted])
    say_bounds(paper, cohort)


def further_heading(cohort: CohortDistance) -> str:
    """Over them: in how much of what is compared one is short."""
    short, compared = _short_of(cohort)
    return _("Short in %(short)s of %(all)s. After the widest:", short=short, all=compared)


def short_count(cohort: CohortDistance | None) -> str:
    """In how much of what is compared one is short, where that is more than the widest gap; "" else."""
    short, compared = (0, 0) if cohort is None else _short_of(cohort)
    if cohort is None or short <= 1:
        return ""
    told = {"short": short, "all": compared, "fixed": sum(gap.fixed for gap in _ranked(cohort))}
    if told["fixed"]:
        return _("Short in %(short)s of %(all)s, of which %(fixed)s cannot change any more.", **told)
    return _("Short in %(short)s of %(all)s.", **told)


def _short_of(cohort: CohortDistance) -> tuple[int, int]:
    ranked, beside = (sum(gap.status in some for gap in cohort.gaps) for some in (RANKED, BESIDE))
    return ranked, ranked + beside


def against_words(cohort: CohortDistance) -> str:
    """Whom a person is compared with, and by what of them."""
    if not any(cohort.rounds):
        return _("Against %(count)s people selected. Only what they had at selection counts.", count=cohort.described)
    return _(
        "Against %(count)s people selected: %(rounds)s. Only what they had at selection counts.",
        count=cohort.described,
        rounds=", ".join(filter(None, cohort.rounds)),
    )


def open_gaps(cohort: CohortDistance) -> list[Gap]:
    """What is not known exactly enough of the person; a protected trait is never asked for."""
    return [gap for gap in cohort.gaps if gap.status in OPEN and not gap.protected]


def pool_stated(cohort: CohortDistance) -> bool:
    """Whether the pack states anything of those who applied: then odds can be had, and bounds say less than they."""
    return any(gap.woe is not None for gap in cohort.gaps)


def _say_list(paper: Paper, heading: str, found: list[Gap]) -> None:
    if not found:
        return
    paper.heading(heading)
    for gap in found:
        words = gap_words(gap)
        muscle = " A muscle." if gap.muscle else ""
        paper.para(f"{words.title}: you {words.you}; they: {words.they}.{muscle}", indent=2, hang=2)


def say_bounds(paper: Paper, cohort: CohortDistance) -> None:
    """What the base rate alone allows; never a headline."""
    if cohort.base_rate is None:
        return
    if pool_stated(cohort):
        paper.heading("Your odds")
        paper.para(POOL_STATED, indent=2)
        return
    paper.heading("Your odds cannot be computed from the yes group alone")
    paper.para(applicants_words(cohort), indent=2)
    if cohort.joint is not None:
        paper.para(joint_words(cohort), indent=2)


def applicants_words(cohort: CohortDistance) -> str:
    """The base rate in words."""
    rate = cohort.base_rate
    if rate is None:
        return _("How many applied is not known.")
    share = percent(rate.rate, digits=2)
    return _(
        "Of %(applicants)s who applied to that round %(selected)s were selected (%(rate)s; all seats together). What "
        "the applicants had is not known.",
        applicants=about(plain_number(rate.applicants), rate.bound),
        selected=rate.selected,
        rate=_("at most %(figure)s", figure=share) if rate.bound is Bound.AT_LEAST else share,
    )


def about(figure: str, bound: Bound) -> str:
    """A count with how exactly it is known."""
    if bound is Bound.AT_LEAST:
        return _("at least %(figure)s", figure=figure)
    return _("about %(figure)s", figure=figure) if bound is Bound.ABOUT else figure


def joint_words(cohort: CohortDistance) -> str:
    """The bounds for everything the person is short of, together."""
    if cohort.joint is None:
        return ""
    got_in = _(
        "%(count)s of %(total)s got in without being ahead of you in anything you are short of.",
        count=cohort.joint_count,
        total=cohort.joint_of,
    )
    most = percent(cohort.joint.hi)
    if cohort.joint.lo == 0:
        lay = _("If none of it can hurt, your chance lay below %(most)s; how far below is not known.", most=most)
        return f"{got_in} {lay}"
    lay = _(
        "If none of it can hurt, your chance lay between %(least)s and %(most)s (the lower end is 95%% sure).",
        least=percent(cohort.joint.lo),
        most=most,
    )
    return f"{got_in} {lay}"


def say_rubric(paper: Paper, rubric: RubricDistance, unknown: Sequence[str] = (), *, whole: bool = False) -> None:
    """The score, the standing against every kind of round, and what would change it. unknown: what leaves the score a
    range, by its titles."""
    scored = rubric.score
    paper.heading(f"{scored.title}: {points(scored.total.lo, scored.total.hi)} {scored.unit}")
    paper.faint(f"Rules in force since {scored.since}.", indent=2)
    paper.rows(breakdown_rows(scored.total), right=(1,), most=52)
    if scored.unknown:
        paper.para("A range, because these are unknown: " + "; ".join(unknown_words(rubric, unknown)) + ".", indent=2)
    paper.heading("The last cut-off of each kind of round")
    words = [standing_words(standing) for standing in rubric.standings]
    paper.rows([(one.title, one.sentence) for one in words], most=24)
    kinds = {standing.kind: standing.title for standing in rubric.standings}
    paper.heading("What one change would give today, everything else as it is")
    moves = rubric.moves if whole else rubric.moves[:8]
    paper.rows([(gain, f"{title}{'; ' if effect else ''}{effect}") for title, gain, effect in _moves(moves, kinds)])
    if len(moves) < len(rubric.moves):
        paper.faint(f"and {len(rubric.moves) - len(moves)} smaller ones, listed by: twelfth score CASE", indent=2)
    if whole and rubric.headroom:
        paper.heading("Points one trait alone could still give")
        paper.rows(
            [
                (
                    f"+{plain_number(room.best_gain)}",
                    f"{room.title}: {room.best_level}{_next_step(room)}",
                )
                for room in rubric.headroom
            ],
            right=(0,),
        )


def unknown_words(rubric: RubricDistance, titles: Sequence[str] = ()) -> list[str]:
    """What leaves a score a range, in the words it is asked for in."""
    return [titled(title) for title in titles or (name.replace("_", " ") for name in rubric.score.unknown)]


def _next_step(room: Headroom) -> str:
    """The next level that gives points, where it is not the best one."""
    if room.next_level == room.best_level:
        return ""
    return f" (next: {room.next_level}, +{plain_number(room.next_gain)})"


def _moves(moves: Iterable[object], kinds: dict[str, str]) -> list[tuple[str, str, str]]:
    return [move_words(move, kinds) for move in moves]  # type: ignore[arg-type]


def say_changes(paper: Paper, changes: Iterable[Change]) -> None:
    """Announced and proposed changes of the rules that the figures do not carry."""
    unscored = [change for change in changes if not change.scored]
    if not unscored:
        return
    paper.heading("Changes of the rules that these figures do not carry")
    for change in unscored:
        paper.bullet(change_words(change))


def change_words(change: Change) -> str:
    """An announced or proposed change of the rules, with its days."""
    told = {"change": titled(change.title), "status": _(str(change.status)), "announced": change.announced}
    if not change.effective:
        return _("%(change)s (%(status)s, announced %(announced)s).", **told)
    return _(
        "%(change)s (%(status)s, announced %(announced)s, in effect %(effective)s).",
        effective=change.effective,
        **told,
    )


def say_limits(paper: Paper, limits: Iterable[Limit], *, process: str, most: int = 4) -> None:
    """What cannot be known from this evidence."""
    found = list(limits)
    if not found:
        return
    paper.heading("What cannot be known from this")
    for limit in found[:most]:
        paper.bullet(limit.text)
    if len(found) > most:
        paper.faint(f"and {len(found) - most} more notes, listed by: twelfth pack show {process}", indent=2)


def say_sources(paper: Paper, process: str, version: str, attribution: str) -> None:
    """Where the figures come from."""
    paper.gap()
    paper.faint(f"Every figure and its source: twelfth pack show {process} --sources (pack version {version}).")
    if attribution:
        paper.faint(attribution)
