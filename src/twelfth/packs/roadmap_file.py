"""Roadmap instances and plans as JSON files, in the form of 04-roadmap, so that other programs can ask and judge.

    {"schema": "twelfth/roadmap-instance@1", "weeks": 520, "hours": [...], "money": [[0, 5000]], "sigma": 1.0,
     "question": {"maximise": "chance"}, "rounds": [{"week": 49, "base_logit": -4.1}], "actions": [{"id": "a0", ...}]}
    {"schema": "twelfth/roadmap-plan@1", "work": {"a0": [[3, 9], [4, 9]]}}

A field that is not known is refused: a misspelt one would silently change the question.
"""

import json
from pathlib import Path

from twelfth.base import InvalidInput, Problem
from twelfth.packs.form import Form
from twelfth.packs.limits import read_limited
from twelfth.roadmap import (
    Action,
    Answer,
    BestChance,
    Calendar,
    Found,
    Impossible,
    Instance,
    Least,
    Plan,
    Question,
    RoundAhead,
    RoundReached,
    Undecided,
)

INSTANCE, PLAN = "twelfth/roadmap-instance@1", "twelfth/roadmap-plan@1"
MOST_BYTES = 20_000_000
AS_UTF_8 = "Save the file again as UTF-8."
EXAMPLE = "See an example in docs/reference/roadmap-files.md."
MOST_WEEKS, MOST_ACTIONS, MOST_ROUNDS, MOST_ARRIVALS = 5_200, 2_000, 500, 5_200


def read_instance(path: Path) -> tuple[Instance, Question]:
    """The instance in a file, and what is asked; the best chance where nothing is.

    Raises:
        NotFound: no such file.
        InvalidInput: what cannot be read or cannot be, with file, field, value and what was expected.
    """
    form = json_form(path, (INSTANCE,))
    weeks, hours = form.get("weeks", int), _wholes(form, "hours")
    if not 1 <= weeks <= MOST_WEEKS:
        raise form.problem("weeks", weeks, f"a whole number from 1 to {MOST_WEEKS}")
    if len(hours) != weeks:
        expected, remedy = f"one for each of the {weeks} weeks", f"Give {weeks}, or set weeks to {len(hours)}."
        raise form.problem("hours", f"{len(hours)} entries", expected, next_step=remedy)
    rounds = [_round(one) for one in _forms(form, "rounds", MOST_ROUNDS)]
    actions = tuple(_action(one) for one in _forms(form, "actions", MOST_ACTIONS))
    question = _question(form.form("question"))
    with form.here():
        calendar = Calendar(hours=hours, money=_pairs(form, "money"))
        sigma = form.get("sigma", float, 0.0)
        instance = Instance(
            calendar=calendar,
            rounds=tuple(one for one in rounds if isinstance(one, RoundAhead)),
            actions=actions,
            sigma=sigma,
            past=tuple(one for one in rounds if isinstance(one, int)),
        )
    form.finish()
    return instance, question


def read_plan(path: Path) -> Plan:
    """The work in a plan file; what else it says (chance, bound, status) is not taken from it.

    Raises:
        NotFound: no such file.
        InvalidInput: what cannot be read, with file, field, value and what was expected.
    """
    form = json_form(path, (PLAN,))
    work = form.form("work")
    if work is None:
        raise form.problem("work", None, "an object of weeks and hours by action")
    return Plan.of({name: _pairs(work, name) for name, _ in work.items()})


def work_of(plan: Plan) -> dict[str, list[list[int]]]:
    """The work of a plan as it stands in a plan file."""
    return {name: [list(pair) for pair in weeks] for name, weeks in plan.work.items()}


def plan_file(answer: Answer) -> dict[str, object]:
    """An answer as a plan file, with what it took. Where a target is not reached there is no work in it."""
    best = answer.best
    told: dict[str, object] = {
        "schema": PLAN,
        "work": work_of(best.plan) if isinstance(answer, Found) else {},
        "chance": best.chance,
        "bound": best.bound,
        "status": type(answer).__name__.lower(),
        "chance_of_doing_nothing": best.idle,
        "slices": best.effort.slices,
        "seed": best.effort.seed,
        "cut": best.effort.cut,
        "versions": dict(best.effort.versions),
        "warnings": list(best.warnings),
    }
    match answer:
        case Found():
            if answer.value is None:
                return told
            return told | {"value": answer.value, "least": answer.least, "earliest_round": _round_file(answer.reached)}
        case Impossible():
            return told | {"target": answer.target} | _missed(answer)
        case Undecided():
            return told | {"target": answer.target, "best": work_of(best.plan)}


def _missed(answer: Impossible) -> dict[str, object]:
    """What stands in the way of a target, and with how much more of one limit alone it is reached."""
    earliest = _round_file(answer.earliest)
    for one in answer.easings:
        if earliest and one.limit == "rounds":
            earliest |= {"chance": one.chance, "work": work_of(one.plan)}
    return {
        "conflicts": list(answer.conflicts),
        "best": work_of(answer.best.plan),
        "relaxations": [
            {"limit": one.limit, "more": one.more, "least": one.least, "chance": one.chance, "work": work_of(one.plan)}
            for one in answer.easings
            if one.limit != "rounds"
        ],
        "never": list(answer.never),
        "earliest_round": earliest,
    }


def _round_file(reached: RoundReached | None) -> dict[str, object] | None:
    return None if reached is None else {"round": reached.number, "week": reached.week, "least": reached.least}


def json_form(path: Path, schemas: tuple[str, ...]) -> Form:
    """What a JSON file of one of these schemas holds. Raises NotFound, InvalidInput."""
    content = read_limited(path, MOST_BYTES)
    try:
        text = content.decode("utf-8-sig")
        values = json.loads(text, object_pairs_hook=_once)
        if "\\u" in text:
            json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise _unreadable(path, "half a sign (a lone surrogate)", expected="text of whole signs") from None
    except UnicodeDecodeError as error:
        raise _unreadable(path, f"bytes that are not UTF-8 (byte {error.start})", next_step=AS_UTF_8) from None
    except json.JSONDecodeError as error:
        what = error.msg if content.strip() else "nothing"
        raise _unreadable(path, what, line=error.lineno, next_step=EXAMPLE) from None
    except RecursionError:
        raise _unreadable(path, "lists within lists too deep to read") from None
    except InvalidInput:
        raise
    except ValueError as error:
        raise _unreadable(path, str(error)) from None
    if not isinstance(values, dict):
        raise _unreadable(path, f"a {type(values).__name__}", expected="an object", next_step=EXAMPLE)
    form = Form(values, file=path.name, places=None)
    if form.text("schema") not in schemas:
        raise form.problem("schema", form.text("schema"), " or ".join(schemas))
    return form


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the field {next(name for name in names if names.count(name) > 1)} twice")
    return found


def _unreadable(
    path: Path, value: str, *, expected: str = "JSON", line: int | None = None, next_step: str = ""
) -> InvalidInput:
    return InvalidInput(
        Problem(thing="content", value=value, expected=expected, file=path.name, line=line, next_step=next_step)
    )


def _question(asked: Form | None) -> Question:
    if asked is None:
        return BestChance()
    if "maximise" in asked:
        if asked.text("maximise") != "chance":
            raise asked.problem("maximise", asked.text("maximise"), "chance")
        asked.finish()
        return BestChance()
    with asked.here():
        question = Least(asked.text("minimise"), asked.get("target", float), asked.maybe("by", int))
    asked.finish()
    return question


def _round(form: Form) -> RoundAhead | int:
    """A round to come, or the week of one that is over, which is before week 0."""
    week = form.get("week", int)
    with form.here():
        found = RoundAhead(week=max(week, 0), base_logit=form.get("base_logit", float))
    form.finish()
    return week if week < 0 else found


def _action(form: Form) -> Action:
    with form.here():
        found = Action(
            id=form.text("id"),
            hours=form.get("hours", int),
            min_hours_week=form.get("min_hours_week", int, 1),
            max_hours_week=form.get("max_hours_week", int),
            min_weeks=form.get("min_weeks", int, 1),
            cost=form.get("cost", int, 0),
            effect=form.get("effect", float),
            after=form.words("after"),
            group=form.maybe("group", str),
            valid_weeks=form.maybe("valid_weeks", int),
            pass_probability=form.get("pass_probability", float, 1.0),
            retry_weeks=form.maybe("retry_weeks", int),
            renews=form.maybe("renews", str),
        )
    form.finish()
    return found


def _forms(form: Form, field: str, most: int) -> list[Form]:
    """A list of at most so many objects, which must be there."""
    count = len(form.get(field, list))
    if count > most:
        raise form.problem(field, f"{count:,} entries", f"at most {most:,}")
    return form.forms(field)


def _wholes(form: Form, field: str) -> tuple[int, ...]:
    for place, one in enumerate(form.get(field, list)):
        if not _is_whole(one):
            raise form.problem(f"{field}[{place}]", one, "a whole number")
    return tuple(form.get(field, list))


def _pairs(form: Form, field: str) -> tuple[tuple[int, int], ...]:
    """A list of pairs of whole numbers; empty where it is absent."""
    values = form.get(field, list, [])
    if len(values) > MOST_ARRIVALS:
        raise form.problem(field, f"{len(values):,} entries", f"at most {MOST_ARRIVALS:,}")
    for place, one in enumerate(values):
        if not (isinstance(one, list) and len(one) == 2 and all(_is_whole(each) for each in one)):
            remedy = f"Two numbers: the week first, then {'the amount' if field == 'money' else 'its hours'}."
            raise form.problem(f"{field}[{place}]", one, "a pair of whole numbers such as [3, 9]", next_step=remedy)
    return tuple((one[0], one[1]) for one in values)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
