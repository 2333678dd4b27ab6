"""Case files: every mistake told with its place, test scores read by the chart of their day."""

from datetime import date
from pathlib import Path

import pytest
from tests.small_pack import write_pack

from twelfth.base import InvalidInput, NotEnoughData, NotFound, parse_when
from twelfth.goal import Case, Certainty, Range
from twelfth.packs import FileCases, FilePacks

HEAD = """\
schema = 1
name = "mine"
title = "Mine"
pack = "small"

[[source]]
id = "own"
title = "What I state"

"""
FACT = """\
[[fact]]
trait = "degree"
value = "master"
from = "2009"
certainty = "stated"
source = "own"
"""
ATTEMPT = """\
[[attempt]]
round = "r1"
source = "own"
[[attempt.stage]]
stage = "submitted"
on = 2010-01-15
[[attempt.stage]]
stage = "not_selected"
on = 2010-06-01
"""
WHOLE = HEAD + FACT + ATTEMPT


def read(folder: Path, text: str, pack: str = "") -> Case:
    if not pack and not (folder / "small").exists():
        write_pack(folder)
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    return FileCases(FilePacks(here=folder), here=folder).get("mine.toml")


def fact(trait: str, value: str, rest: str = "") -> str:
    return HEAD + f'[[fact]]\ntrait = "{trait}"\nvalue = {value}\nsource = "own"\n{rest}\n'


def scored(folder: Path, trait: str, scale: str, score: float, on: str) -> object:
    """The level a test score gives by the built-in Express Entry charts."""
    text = fact(trait, str(score), f'scale = "{scale}"\nfrom = {on}').replace('"small"', '"express-entry"')
    return read(folder, text, pack="express-entry").facts[0].level


def test_a_case_reads_whole(tmp_path: Path) -> None:
    """Every part of the file arrives in the case."""
    case = read(tmp_path, WHOLE + '[capacity]\nhours_per_week = 10\nmoney = 3000\ncurrency = "CAD"\n')

    assert (case.name, case.title, case.pack, case.invented) == ("mine", "Mine", "small", False)
    assert case.facts[0].begins == parse_when("2009")
    assert case.facts[0].certainty is Certainty.STATED
    assert case.attempts[0].round == "r1"
    assert case.sources[0].kind.value == "own"
    assert case.capacity is not None
    assert (case.capacity.hours_per_week, case.capacity.money, case.capacity.currency) == (10.0, 3000.0, "CAD")


MISTAKES = {
    "schema 2": ("schema = 1", "schema = 2", 1, "schema", "2", "1, the version"),
    "no title": ('title = "Mine"\n', "", None, "title", "title", "the field is missing"),
    "unknown field": ('title = "Mine"', 'title = "Mine"\nnick = "m"', 4, "nick", "m", "no such field"),
    "invented is text": ('title = "Mine"', 'title = "Mine"\ninvented = "no"', 4, "invented", "no", "true or false"),
    "known as number": ('title = "Mine"', 'title = "M"\nalso_known_as = [3]', 4, "also_known_as", "3", "list of texts"),
    "source kind": ('title = "What I state"', 'title = "x"\nkind = "mine"', 9, "kind", "mine", "one of official"),
    "fact of no trait": ('"degree"', '"rank"', 11, "trait", "rank", "a trait of the pack small: degree"),
    "level": ('"master"', '"doctor"', 12, "value", "doctor", "one of none, bachelor, master"),
    "no value": ('value = "master"\n', "", 10, "value", "value", "leave the fact out"),
    "blank value": ('value = "master"', 'value = ""', 12, "value", "value", "leave the fact out"),
    "date": ('from = "2009"', 'from = "2009-13"', 13, "from", "2009-13", "a day 1998-06-04, a month"),
    "date with a time": (
        'from = "2009"',
        "from = 2009-01-01T10:00:00Z",
        13,
        "from",
        "2009-01-01 10:00",
        "without a time",
    ),
    "time of day": ('from = "2009"', "from = 10:00:00", 13, "from", "10:00:00", "without a time"),
    "end before beginning": (
        'from = "2009"',
        'from = "2009"\nto = "2008"',
        10,
        "to",
        "2008",
        "not before its beginning",
    ),
    "known is a year": ('from = "2009"', 'from = "2009"\nknown = "2009"', 14, "known", "2009", "one day such as"),
    "certainty": ('"stated"', '"sure"', 14, "certainty", "sure", "one of stated, approximate"),
    "fact source": (
        'source = "own"',
        'source = "mum"',
        15,
        "source",
        "mum",
        "the id of a [[source]] of this file: own",
    ),
    "unit": ('source = "own"', 'unit = "years"\nsource = "own"', 15, "unit", "years", "no unit, the unit of degree"),
    "scale of nothing": ('source = "own"', 'scale = "Exam"\nsource = "own"', 12, "value", "master", "decimal point"),
    "round": ('"r1"', '"r9"', 17, "round", "r9", "the id of a round of the pack small"),
    "stage": ('"submitted"', '"sent"', 20, "stage", "sent", "one of draft, submitted"),
    "history": ('"submitted"', '"interviewed"', 16, "", "interviewed", "draft, submitted"),
    "final stage": ('"submitted"', '"not_selected"', 16, "", "not_selected", "draft, submitted"),
    "backwards": ("on = 2010-06-01", "on = 2009-06-01", 16, "", "2009-06-01", "not before submitted on 2010-01-15"),
}


@pytest.mark.parametrize(("old", "new", "line", "field", "value", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_case_is_told_with_its_place(
    old: str, new: str, line: int | None, field: str, value: str, expected: str, tmp_path: Path
) -> None:
    """The message names file, line, field, value and expectation."""
    with pytest.raises(InvalidInput) as caught:
        read(tmp_path, WHOLE.replace(old, new, 1))

    problem = caught.value.problems[0]
    assert (problem.file, problem.line, problem.field) == ("mine.toml", line, field), str(problem)
    assert value in (problem.value or "")
    assert expected in problem.expected


def test_every_mistake_of_a_case_is_told_at_once(tmp_path: Path) -> None:
    """Two broken facts and a broken attempt make three problems."""
    text = WHOLE.replace('"master"', '"doctor"').replace('"r1"', '"r9"') + fact("rank", "3")[len(HEAD) :]

    with pytest.raises(InvalidInput) as caught:
        read(tmp_path, text)

    assert [one.field for one in caught.value.problems] == ["value", "round", "trait"]


def test_attempts_that_are_no_tables_are_refused(tmp_path: Path) -> None:
    """The message shows how a table is begun."""
    with pytest.raises(InvalidInput, match=r"mine\.toml, line 1, attempt: .* tables, each begun with \[\[attempt\]\]"):
        read(tmp_path, "attempt = [3]\n" + HEAD)


def test_an_attempt_without_stages_is_refused(tmp_path: Path) -> None:
    """It would have neither begun nor ended."""
    with pytest.raises(InvalidInput, match=r"at least one \[\[attempt\.stage\]\]"):
        read(tmp_path, HEAD + '[[attempt]]\nround = "r1"\n')


def test_a_negative_score_is_refused(tmp_path: Path) -> None:
    """No test gives less than nothing; a score below the chart is a level below it."""
    assert scored(tmp_path, "english_reading", "IELTS General Training", 0, "2025-01-01") == 0
    with pytest.raises(InvalidInput, match="at least 0"):
        scored(tmp_path, "english_reading", "IELTS General Training", -1, "2025-01-01")


def test_contradicting_facts_are_refused_and_both_named(tmp_path: Path) -> None:
    """Two degrees since the same day cannot both be true."""
    same_day = FACT.replace('"2009"', "2009-01-01")

    with pytest.raises(InvalidInput) as caught:
        read(tmp_path, HEAD + same_day + same_day.replace("master", "bachelor"))

    assert "master since 2009-01-01 and bachelor since 2009-01-01" in (caught.value.problems[0].value or "")
    assert caught.value.problems[0].file == "mine.toml"
    assert "an end" in caught.value.next_step


def test_a_fact_known_later_corrects_and_refuses_nothing(tmp_path: Path) -> None:
    """The same day and another level, known only later, is a correction: the case is read, both facts kept."""
    same_day = FACT.replace('"2009"', "2009-01-01")
    later = same_day.replace("master", "bachelor") + "known = 2020-01-01\n"

    assert len(read(tmp_path, HEAD + same_day + later).facts) == 2


def test_a_later_level_follows_an_earlier_one(tmp_path: Path) -> None:
    """Two degrees in two years are no contradiction."""
    case = read(tmp_path, HEAD + FACT + FACT.replace("2009", "2005").replace("master", "bachelor"))

    assert len(case.facts) == 2


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("1998-06-04", "1998-06-04"),
        ('"1998-06-04"', "1998-06-04"),
        ('"1998-06"', "1998-06"),
        ('"1998"', "1998"),
        ('"1987..2004-05-06"', "1987..2004-05-06"),
        ('"unknown"', "unknown"),
        ('""', "unknown"),
    ],
)
def test_every_form_of_a_date_is_read(written: str, read_as: str, tmp_path: Path) -> None:
    """A day, a month, a year, an interval or unknown, as text or as a TOML date."""
    case = read(tmp_path, fact("degree", '"master"', f"from = {written}"))

    assert case.facts[0].begins == parse_when(read_as)


@pytest.mark.parametrize(
    ("trait", "value", "level"),
    [
        ("diving", "true", True),
        ("diving", '"no"', False),
        ("years", "7", 7.0),
        ("years", '"3..5"', Range(3, 5)),
        ("born", "1990-02-03", date(1990, 2, 3)),
        ("degree", '"No degree"', "none"),
    ],
)
def test_every_kind_of_level_is_read(trait: str, value: str, level: object, tmp_path: Path) -> None:
    """As TOML writes it, or as words for people."""
    assert read(tmp_path, fact(trait, value)).facts[0].level == level


@pytest.mark.parametrize(
    ("trait", "value"),
    [
        ("born", "1990-02-03T10:00:00"),
        ("born", "10:00:00"),
        ("born", '"1990"'),
        ("years", "true"),
        ("years", "nan"),
        ("years", "inf"),
        ("years", "[1]"),
        ("diving", "2"),
        ("degree", "{ a = 1 }"),
    ],
)
def test_a_value_of_another_kind_is_refused(trait: str, value: str, tmp_path: Path) -> None:
    """Nothing is rounded, cut or guessed."""
    with pytest.raises(InvalidInput) as caught:
        read(tmp_path, fact(trait, value))

    assert (caught.value.problems[0].field, caught.value.problems[0].line) == ("value", 12)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("hours_per_week", "169", "hours from 0 to 168"),
        ("hours_per_week", "-1", "hours from 0 to 168"),
        ("hours_per_week", "nan", "a finite number"),
        ("hours_per_week", '"ten"', "a number"),
        ("money", "-1", "an amount of at least 0"),
        ("money", "inf", "a finite number"),
        ("currency", "3", "a text in quotes"),
        ("weeks", "3", "no such field"),
    ],
)
def test_capacity_has_bounds(field: str, value: str, expected: str, tmp_path: Path) -> None:
    """A week has 168 hours, and money at hand is not negative."""
    with pytest.raises(InvalidInput) as caught:
        read(tmp_path, HEAD + f"[capacity]\n{field} = {value}\n")

    problem = caught.value.problems[0]
    assert (problem.file, problem.line, problem.field) == ("mine.toml", 11, field)
    assert expected in problem.expected


@pytest.mark.parametrize("hours", [0, 168])
def test_capacity_may_stand_at_its_bounds(hours: int, tmp_path: Path) -> None:
    """None of the week, or all of it."""
    case = read(tmp_path, HEAD + f"[capacity]\nhours_per_week = {hours}\nmoney = 0\n")

    assert case.capacity is not None
    assert (case.capacity.hours_per_week, case.capacity.money) == (hours, 0)


def test_ielts_listening_7_5_is_level_8(tmp_path: Path) -> None:
    """The official chart gives level 8 from 7.5."""
    assert scored(tmp_path, "english_listening", "IELTS General Training", 7.5, "2025-01-01") == 8


def test_a_score_below_the_chart_is_level_0(tmp_path: Path) -> None:
    """It earns nothing, which is known."""
    assert scored(tmp_path, "english_listening", "IELTS General Training", 3.0, "2025-01-01") == 0


def test_a_score_between_bands_is_refused(tmp_path: Path) -> None:
    """Such a score does not exist."""
    with pytest.raises(InvalidInput, match=r"value is '7\.75': expected a score of IELTS General Training from"):
        scored(tmp_path, "english_listening", "IELTS General Training", 7.75, "2025-01-01")


def test_a_score_above_the_chart_is_refused(tmp_path: Path) -> None:
    """So is one above the highest."""
    with pytest.raises(InvalidInput, match="in its steps"):
        scored(tmp_path, "english_listening", "IELTS General Training", 9.5, "2025-01-01")


def test_a_test_before_its_first_chart_is_not_enough_data(tmp_path: Path) -> None:
    """PTE Core has been accepted since 30 January 2024."""
    with pytest.raises(NotEnoughData, match="no chart of PTE Core is sourced for 2024-01-29"):
        scored(tmp_path, "english_listening", "PTE Core", 70, "2024-01-29")


def test_an_unknown_scale_is_refused_and_the_known_ones_named(tmp_path: Path) -> None:
    """The message lists the scales of that trait."""
    with pytest.raises(InvalidInput, match=r"scale is 'TOEFL': expected a scale for english_listening: .*PTE Core"):
        scored(tmp_path, "english_listening", "TOEFL", 70, "2025-01-29")


def test_a_scale_for_a_trait_without_any_is_refused(tmp_path: Path) -> None:
    """A trait that no test measures says so."""
    with pytest.raises(InvalidInput, match="none in this pack"):
        read(tmp_path, fact("years", "7", 'scale = "Exam"\nfrom = 2010-01-01'))


@pytest.mark.parametrize(("day", "level"), [("2014-12-31", 5), ("2016-01-01", 7)])
def test_the_chart_of_the_day_of_the_test_is_used(day: str, level: int, tmp_path: Path) -> None:
    """The same score meant another level before the chart changed."""
    case = read(tmp_path, fact("english", "15", f'scale = "Exam"\nfrom = {day}'))

    assert case.facts[0].level == level


def test_attempts_are_numbered_by_the_day_of_their_round(tmp_path: Path) -> None:
    """Whatever their order in the file, so that a number means the same on every day."""
    later = ATTEMPT.replace('"r1"', '"r2"').replace("2010-01-15", "2013-01-15").replace("2010-06-01", "2013-06-03")

    case = read(tmp_path, HEAD + later + ATTEMPT)

    assert [one.round for one in case.attempts] == ["r1", "r2"]


def test_a_case_of_no_pack_is_not_found(tmp_path: Path) -> None:
    """The sentence names the pack and the ones there are."""
    with pytest.raises(NotFound, match="no pack 'tiny'") as caught:
        read(tmp_path, WHOLE.replace('"small"', '"tiny"'))

    assert "nasa-astronaut" in caught.value.next_step


def test_a_pack_is_found_from_the_folder_of_the_case(tmp_path: Path) -> None:
    """A relative path is relative to the file that writes it."""
    write_pack(tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "mine.toml").write_text(WHOLE.replace('"small"', '"../small"'))
    cases = FileCases(FilePacks(here=tmp_path), here=tmp_path)

    assert cases.process_of("cases/mine.toml").name == "small"
