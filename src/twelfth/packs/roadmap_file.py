"""Roadmap instances and plans as JSON files, in the form of 04-roadmap, so that other programs can ask and judge.

    {"schema": "twelfth/roadmap-instance@1", "weeks": 520, "hours": [...], "money": [[0, 5000]], "sigma": 1.0,
     "question": {"maximise": "chance"}, "rounds": [{"week": 49, "base_logit": -4.1}], "actions": [{"id": "a0", ...}]}
    {"schema": "twelfth/roadmap-plan@1", "work": {"a0": [[3, 9], [4, 9]]}}

A field that is not known is refused: a misspelt one would silently change the question.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from twelfth.base import InvalidInput, Problem
from twelfth.packs.limits import read_limited
from twelfth.packs.record import Record
from twelfth.roadmap import Action, BestChance, Calendar, Instance, Least, Plan, Question, RoundAhead

INSTANCE, PLAN = "twelfth/roadmap-instance@1", "twelfth/roadmap-plan@1"
MOST_BYTES = 20_000_000
MOST_WEEKS, MOST_ACTIONS, MOST_ROUNDS = 5_200, 2_000, 500


def read_instance(path: Path) -> tuple[Instance, Question]:
    """The instance in a file, and what is asked; the best chance where nothing is.

    Raises:
        NotFound: no such file.
        InvalidInput: what cannot be read or cannot be, with file, field, value and what was expected.
    """
    record = _record(path, INSTANCE)
    weeks = record.whole("weeks", least=1, most=MOST_WEEKS)
    hours = record.wholes("hours")
    if len(hours) != weeks:
        raise record.problem("hours", f"{len(hours)} entries", f"one for each of the {weeks} weeks")
    money = tuple((one[0], one[1]) for one in record.pairs("money"))
    rounds = record.records("rounds", most=MOST_ROUNDS)
    actions = record.records("actions", most=MOST_ACTIONS)
    sigma = record.number("sigma", default=0.0)
    question = _question(record)
    record.finish()
    with record.placed():
        made = Instance(
            calendar=Calendar(hours=hours, money=money),
            rounds=tuple(_round(one) for one in rounds),
            actions=tuple(_action(one) for one in actions),
            sigma=sigma,
        )
    return made, question


def read_plan(path: Path) -> Plan:
    """The work in a plan file; what else it says (chance, bound, status) is not taken from it.

    Raises:
        NotFound: no such file.
        InvalidInput: what cannot be read, with file, field, value and what was expected.
    """
    record = _record(path, PLAN)
    work = record.record("work")
    return Plan.of({name: work.pairs(name) for name in work.names})


def work_of(plan: Plan) -> dict[str, list[list[int]]]:
    """The work of a plan as it stands in a plan file."""
    return {name: [list(pair) for pair in weeks] for name, weeks in plan.work.items()}


def _record(path: Path, schema: str) -> Record:
    try:
        text = read_limited(path, MOST_BYTES).decode("utf-8-sig")
        values = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise _unreadable(path, "text that is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise _unreadable(path, f"{error.msg}, line {error.lineno}", line=error.lineno) from None
    except RecursionError:
        raise _unreadable(path, "lists within lists too deep to read") from None
    except InvalidInput:
        raise
    except ValueError as error:
        raise _unreadable(path, str(error)) from None
    record = Record.of(values, file=path.name)
    if record.text("schema") != schema:
        raise record.problem("schema", record.text("schema"), schema)
    return record


def _once(pairs: list[tuple[str, object]]) -> Mapping[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the field {next(name for name in names if names.count(name) > 1)} twice")
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name}, which is no number of JSON")


def _unreadable(path: Path, value: str, line: int | None = None) -> InvalidInput:
    return InvalidInput(Problem(thing="content", value=value, expected="JSON", file=path.name, line=line))


def _question(record: Record) -> Question:
    asked = record.record_or_none("question")
    if asked is None:
        return BestChance()
    if "maximise" in asked.names:
        if asked.text("maximise") != "chance":
            raise asked.problem("maximise", asked.text("maximise"), "chance")
        asked.finish()
        return BestChance()
    measure, target = asked.text("minimise"), asked.number("target")
    asked.finish()
    with asked.placed():
        return Least.of(measure, target)


def _round(record: Record) -> RoundAhead:
    week, logit = record.whole("week", least=0), record.number("base_logit")
    record.finish()
    return RoundAhead(week=week, base_logit=logit)


def _action(record: Record) -> Action:
    with record.placed():
        found = Action(
            id=record.text("id"),
            hours=record.whole("hours"),
            min_hours_week=record.whole("min_hours_week", default=1),
            max_hours_week=record.whole("max_hours_week"),
            min_weeks=record.whole("min_weeks", default=1),
            cost=record.whole("cost", default=0),
            effect=record.number("effect"),
            after=record.words("after"),
            group=record.text_or_none("group"),
            valid_weeks=record.whole_or_none("valid_weeks"),
            pass_probability=record.number("pass_probability", default=1.0),
            retry_weeks=record.whole_or_none("retry_weeks"),
            renews=record.text_or_none("renews"),
        )
    record.finish()
    return found
