"""What can be acquired towards a goal: the moves of its pack and single levels, what each takes, how far one is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from twelfth.goal import Case, Level, Move, Process, Profile, Way
from twelfth.usecases.distance.reach import reach_of
from twelfth.usecases.keeping.kept import KeptGoal, Row
from twelfth.work import Learning


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Something that can be acquired. move: of the pack, or the step to one level of a trait. aim: "middle" or
    "quarter" of those selected, where it is enough for that; "required" where a requirement asks for it. way: as it
    counts, own figures first; told: as the pack has it; own: the row of one's own figures. minutes: worked towards it.
    said: one's own figures for another level of the same trait, where there are none for this one; said_for: that
    level in words; serves: whether they are counted, as it is further. before: another name by which something may be
    kept of it. now, then: the level one has, "" where it is
    not known, and the one it leads to, in words; "" of a yes or no. held: one certainly has it already.
    """

    move: Move
    aim: str
    way: Way | None
    told: Way | None
    said: Way | None = None
    said_for: str = ""
    before: str = ""
    now: str = ""
    then: str = ""
    own: Row[Way] | None = None
    learning: Row[Learning] | None = None
    minutes: int = 0
    held: bool = False

    @property
    def serves(self) -> bool:
        """Whether what was said of another level is counted for this one."""
        return self.said is not None and self.way is not None and self.way.level == self.said.level

    @property
    def waits_for_hours(self) -> bool:
        """Whether nobody has said how long it takes."""
        return self.way is None or (self.way.hours is None and self.way.months is None)

    @property
    def towards(self) -> str:
        """The name it goes by."""
        return self.move.id

    @property
    def title(self) -> str:
        """Of the move."""
        return self.move.title

    @property
    def note(self) -> str:
        """Of the move."""
        return self.move.note

    @property
    def sets(self) -> tuple[tuple[str, Level], ...]:
        """What it changes."""
        return self.move.sets


def lessons(case: Case, process: Process, who: Profile, *, as_of: date, wide: bool) -> tuple[Lesson, ...]:
    """The moves of the pack, then the levels for which it or the person has a figure. wide: also the steps to what
    those selected had and the person has not."""
    from twelfth.distance import measure, move_held
    from twelfth.learn import said_beside, way_of

    known = process.known(as_of)
    readings = measure(known, who).readings
    reach = reach_of(case.known(as_of), known, who) if wide else None
    steps = known.moves if reach is None else reach.steps
    aims, names = (dict[str, str](),) * 2 if reach is None else (reach.aims, reach.names)
    nobody = replace(case, ways=())
    found = [
        Lesson(
            move=move,
            aim=aims.get(move.id, ""),
            way=way_of(move, known, case, readings),
            told=way_of(move, known, nobody, readings),
            said=said_beside(move, known, case),
            before=names.get(move.id, ""),
            held=move_held(known, who, move),
        )
        for move in steps
    ]
    found = [_worded(one, known, who) for one in found]
    return (*found, *_levels(case, known, {trait for move in steps for trait, _level in move.sets}))


def with_progress(found: Iterable[Lesson], kept: KeptGoal, worked: Mapping[str, int]) -> tuple[Lesson, ...]:
    """The same lessons with what is kept of each, without those for which nothing is left to do and of which nothing is
    kept. worked: minutes by what they were towards."""
    from twelfth.learn import leads

    learnings = {row.thing.towards: row for row in kept.learnings}
    with_own = (
        replace(
            one,
            own=next((row for row in kept.ways if leads(row.thing, one.move)), None),
            learning=learnings.get(one.towards) or learnings.get(one.before),
            minutes=worked.get(one.towards, 0) + (worked.get(one.before, 0) if one.before else 0),
        )
        for one in found
    )
    return tuple(one for one in with_own if not one.held or one.own or one.learning or one.minutes)


def _worded(lesson: Lesson, process: Process, who: Profile) -> Lesson:
    """With the levels it is about in words, where it leads to a single one."""
    from twelfth.learn import said_for

    if len(lesson.sets) != 1:
        return lesson
    ((name, level),) = lesson.sets
    trait, own = process.trait(name), who[name].level
    return replace(
        lesson,
        said_for="" if lesson.said is None else said_for(lesson.said, lesson.move, process),
        now="" if own is None or trait.kind == "binary" else trait.words(own),
        then="" if trait.kind == "binary" else trait.words(level),
    )


def _levels(case: Case, process: Process, moved: set[str]) -> Iterable[Lesson]:
    """Of traits that no step changes and of which the pack knows what a level takes."""
    mine = {one.trait: one for one in case.ways}
    for name, told in {one.trait: one for one in process.ways if one.trait and one.trait not in moved}.items():
        sets = () if told.level is None else ((name, told.level),)
        step = Move(id=name, title=process.trait(name).title, sets=sets)
        yield Lesson(move=step, aim="", way=mine[name].over(told) if name in mine else told, told=told)
