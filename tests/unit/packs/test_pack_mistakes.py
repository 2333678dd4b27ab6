"""Every rule of the pack format, broken once: the message names the file, the line, the field, the value and what
was expected."""

from pathlib import Path
from typing import NamedTuple

import pytest
from tests.small_pack import spoiled, write_pack

from twelfth.base import InvalidInput
from twelfth.packs import read_pack


class Mistake(NamedTuple):
    """One place of the small pack changed, and what the message must say of it."""

    name: str
    file: str
    old: str
    new: str
    line: int | None
    field: str
    value: str
    expected: str
    told_in: str = ""


P, T, R, M, G = "pack.toml", "traits.toml", "requirements.toml", "moves.toml", "rubrics/grid.toml"
C, S, Q, F = "rubrics/grid.csv", "selected.csv", "rounds.csv", "funnel.csv"
IN_PACK = [
    Mistake("malformed TOML", P, "schema = 1", "schema = = 1", 1, "", "Invalid value", "valid TOML"),
    Mistake("schema 2", P, "schema = 1", "schema = 2", 1, "schema", "2", "1, the version of the format"),
    Mistake("schema is text", P, "schema = 1", 'schema = "1"', 1, "schema", "1", "a whole number"),
    Mistake("another name", P, 'name = "small"', 'name = "large"', 2, "name", "large", "folder's name 'small'"),
    Mistake("unknown field", P, 'seat = "crew"', 'chair = "crew"', 7, "chair", "crew", "no such field here"),
    Mistake("title missing", P, 'title = "A small process"\n', "", None, "title", "title", "the field is missing"),
    Mistake("title is a number", P, '"A small process"', "7", 3, "title", "7", "a text in quotes"),
    Mistake("unknown evidence", P, '"rubric"]', '"guess"]', 5, "evidence", "guess", "one of yes group, rubric"),
    Mistake("evidence mixed", P, '"rubric"]', "3]", 5, "evidence", "3", "a list of texts"),
    Mistake("no such rubric", P, 'rubric = "grid"', 'rubric = "grad"', 6, "rubric", "grad", "file in rubrics/"),
    Mistake("kind without title", P, 'title = "Yearly round"\n', "", 9, "title", "title", "is missing"),
    Mistake("kind requires", P, '["basics"]', '["basic"]', None, "requires", "basic", "an id of requirements.toml"),
    Mistake("change status", P, '"in force"', '"maybe"', 20, "status", "maybe", "one of proposed, announced"),
    Mistake("change undated", P, "announced = 2012-01-01\n", "", 15, "announced", "announced", "the day it was"),
    Mistake(
        "change with a time",
        P,
        "effective = 2012-01-01",
        "effective = 2012-01-01T10:00:00",
        19,
        "effective",
        "2012-01-01 10:00:00",
        "a day without a time",
    ),
    Mistake("scored is text", P, "scored = true", 'scored = "yes"', 21, "scored", "yes", "true or false"),
    Mistake("note without text", P, 'text = "It is small."\n', "", 24, "text", "text", "a text in quotes"),
    Mistake("after a yes in no days", P, "days = 30", "days = 0", 32, "days", "0", "a whole number from 1 to 3650"),
    Mistake("after a yes in words", P, "days = 30", 'days = "30"', 32, "days", "30", "a whole number"),
    Mistake("after a yes, ended before", P, "to = 2019", "to = 2011", 34, "to", "2011-12-31", "from 2012-01-01 on"),
    Mistake("after a yes, untitled", P, 'title = "Enrol"\n', "", 29, "title", "title", "the field is missing"),
    Mistake("after a yes, two words", P, 'id = "enrol"', 'id = "en rol"', 30, "id", "en rol", "one word"),
    Mistake("after a yes, no source", P, 'note = "By letter."\nsource = "own"\n', "", 32, "days", "30", "a source"),
    Mistake("unknown trait kind", T, '"ordered"', '"sorted"', 4, "kind", "sorted", "one of binary, ordered"),
    Mistake(
        "level twice",
        T,
        '["none", "bachelor", "master"]',
        '["none", "none"]',
        1,
        "levels",
        "none",
        "at least two different words",
    ),
    Mistake("label of no level", T, "none = ", "nothing = ", 1, "", "nothing", "one of none, bachelor, master"),
    Mistake("labels no table", T, '{ none = "No degree" }', "7", 6, "level_labels", "7", "a table"),
    Mistake("trait named twice", T, 'name = "field"', 'name = "degree"', 10, "name", "degree", "a name used once"),
    Mistake("trait name", T, 'name = "field"', 'name = "Field"', 9, "name", "Field", "lower case a-z"),
    Mistake("recorded word", T, "positives-only", "sometimes", 17, "recorded", "sometimes", "positives-only"),
    Mistake(
        "positives-only number",
        T,
        'unit = "years"',
        'recorded = "positives-only"',
        19,
        "recorded",
        "positives-only",
        "only a binary trait",
    ),
    Mistake("part of no number", T, 'unit = "years"', 'at_most = "field"', None, "at_most", "field", "another numeric"),
    Mistake("low above high", T, "low = 0\nhigh = 50", "low = 60\nhigh = 50", 19, "low", "60", "low not above high"),
    Mistake("bound infinite", T, "high = 50", "high = inf", 24, "high", "inf", "a finite number"),
    Mistake("bound not a number", T, "high = 50", "high = nan", 24, "high", "nan", "a finite number"),
    Mistake("validity", T, "valid_months = 24", "valid_months = 0", 27, "valid_months", "0", "at least 1"),
    Mistake("lapsed level", T, "when_lapsed = 0", "when_lapsed = 99", 27, "", "99", "a number from 0 to 12"),
    Mistake("months yes", T, "valid_months = 24", "valid_months = true", 32, "valid_months", "True", "whole number"),
    Mistake("levels missing", T, 'levels = ["science", "arts"]\n', "", 9, "levels", "[]", "two different words"),
    Mistake("derived from nothing", T, 'years_since = "born"', 'years_since = "bern"', None, "", "bern", "a trait, or"),
    Mistake(
        "derived two ways",
        T,
        'years_since = "born"',
        'years_since = "born"\nsum_of = ["years"]',
        40,
        "",
        "years_since, sum_of",
        "one of years_since",
    ),
    Mistake(
        "field after a table",
        T,
        "[[derived]]\nname",
        "derived2 = 3\n[[derived]]\nname",
        40,
        "derived2",
        "3",
        "no such field",
    ),
    Mistake(
        "requirement cycle",
        R,
        '"degree at least bachelor"',
        '"meets senior"',
        None,
        "",
        "basics -> senior -> basics",
        "do not rest on themselves",
    ),
    Mistake("requirement title", R, 'title = "Basics"\n', "", 1, "title", "title", "a text in quotes"),
    Mistake("unknown name", R, "degree at least", "rank at least", 8, "any", "rank", "a trait or derived value"),
    Mistake("unknown level", R, "least bachelor", "least doctor", 8, "any", "doctor", "one of none, bachelor, master"),
    Mistake(
        "ordered category",
        R,
        "degree at least bachelor",
        "field at least arts",
        8,
        "any",
        "field at least arts",
        "'is' or 'is not'",
    ),
    Mistake("no condition", R, 'any = ["degree at least bachelor"]\n', "", 1, "", "no condition", "either `any`"),
    Mistake("no such clause", R, "degree at least bachelor", "degree >= 2", 8, "any", "degree >= 2", "clauses such as"),
    Mistake("meets nothing", R, "meets basics", "meets basic", 17, "any", "basic", "one of basics, senior"),
    Mistake("move unknown", M, "degree =", "rank =", 4, "sets", "rank", "a trait of traits.toml"),
    Mistake("move protected", M, 'degree = "master"', "born = 1990-01-01", 4, "sets", "born", "never a lever"),
    Mistake("move level", M, '"master"', '"doctor"', 4, "sets", "doctor", "for degree one of none"),
    Mistake("move nothing", M, 'degree = "master"', "", 4, "sets", "study", "at least one trait = level"),
    Mistake("need unknown", M, "sets =", "needs = { rank = 1 }\nsets =", 4, "needs", "rank", "a trait of traits.toml"),
    Mistake("need level", M, "sets =", 'needs = { years = "many" }\nsets =', 4, "needs", "many", "for years"),
    Mistake(
        "need protected", M, "sets =", "needs = { born = 1990-01-01 }\nsets =", 4, "needs", "born", "not protected"
    ),
    Mistake("need it sets", M, "sets =", 'needs = { degree = "none" }\nsets =', 4, "needs", "degree", "does not set"),
    Mistake("exams no list", M, "sets =", 'exams = "TEF"\nsets =', 4, "exams", "TEF", "a list"),
    Mistake("exam twice", M, "sets =", 'exams = ["A", "A"]\nsets =', 4, "exams", "A", "each once"),
    Mistake("exam unsourced", M, 'source = "own"', 'exams = ["A", "B"]', 5, "exams", "A, B", "a source of the move"),
]
IN_TABLES = [
    Mistake("source twice", "sources.csv", "paper,", "own,", 3, "id", "own", "an id used once"),
    Mistake("source kind", "sources.csv", "press", "rumour", 3, "kind", "rumour", "one of official"),
    Mistake("source untitled", "sources.csv", "A paper", "", 3, "title", "", "may not be blank"),
    Mistake("unknown column", Q, "cut_off", "cutoff", 1, "", "cutoff", "one of id, kind"),
    Mistake("missing column", Q, "decided,", "note,", 1, "", "id, kind", "a column 'decided' too"),
    Mistake("kind of round", Q, "r1,yearly", "r1,weekly", 2, "kind", "weekly", "a kind of pack.toml: yearly"),
    Mistake("undecided", Q, "2010-06-01", "", 2, "decided", "", "the day of the decision"),
    Mistake("not a day", Q, "2010-06-01", "2010-06", 2, "decided", "2010-06", "one day such as"),
    Mistake("no such day", Q, "2010-06-01", "2010-06-31", 2, "decided", "2010-06-31", "a day 1998-06-04"),
    Mistake("closes before opening", Q, "2010-02-01", "2009-02-01", 2, "closes", "2009-02-01", "between opening"),
    Mistake("decided before closing", Q, "2010-06-01", "2010-01-15", 2, "closes", "2010-02-01", "between opening"),
    Mistake(
        "decided before opening",
        Q,
        "2010-01-01,2010-02-01",
        "2011-01-01,",
        2,
        "opens",
        "2011-01-01",
        "not after the decision on 2010-06-01",
    ),
    Mistake("round twice", Q, "r2,yearly", "r1,yearly", 3, "id", "r1", "an id used once"),
    Mistake("half a person", Q, ",2,20,", ",2.5,20,", 2, "selected", "2.5", "a whole number"),
    Mistake("cut-off words", Q, ",2,20,", ",2,high,", 2, "cut_off", "high", "a number with a decimal point"),
    Mistake("unsourced round", Q, "20,own", "20,", None, "", "no source", "at least one id"),
    Mistake("unknown source", Q, "20,own", "20,mum", None, "", "mum", "an id of sources.csv"),
    Mistake("funnel round", F, "r2,applied", "r3,applied", 4, "round", "r3", "an id of rounds.csv"),
    Mistake("funnel stage", F, "r2,applied", "r2,apply", 4, "stage", "apply", "one of applied, qualified"),
    Mistake("funnel bound", F, "at_least", "atleast", 4, "bound", "atleast", "one of exact, about"),
    Mistake("funnel count", F, ",50,", ",,", 4, "count", "", "a whole number of at least 0"),
    Mistake("funnel trait", F, "applied,degree", "applied,rank", 3, "trait", "rank", "a trait of traits.toml"),
    Mistake("funnel level", F, "degree,master", "degree,doctor", 3, "level", "doctor", "one of none"),
    Mistake("timing X", S, "master,S,stated", "master,X,stated", 2, "timing", "X", "S (at selection)"),
    Mistake("selected trait", S, "crew,years,3..5", "crew,jahre,3..5", 3, "trait", "jahre", "a trait of traits.toml"),
    Mistake("selected level", S, "bachelor", "doctor", 4, "value", "doctor", "one of none, bachelor, master"),
    Mistake("selected round", S, "Ben,r1,crew,degree", "Ben,r9,crew,degree", 4, "round", "r9", "an id of rounds.csv"),
    Mistake("selected certainty", S, "inferred", "sure", 7, "certainty", "sure", "one of stated"),
    Mistake("selected nobody", S, "Dan,r2", ",r2", 8, "person", "", "may not be blank"),
    Mistake("selected somebody", S, "Dan,r2", "?,r2", 8, "person", "?", "a name or a number of their own"),
    Mistake(
        "contradiction",
        S,
        "Ben,r1,crew,diving,yes,B",
        "Ben,r1,crew,degree,master,S",
        5,
        "",
        "master",
        "one level per person",
    ),
    Mistake("two rounds", S, "Ben,r1,crew,diving", "Ben,r2,crew,diving", 5, "", "r2, crew", "r1, crew as above"),
    Mistake("range reversed", S, "3..5", "5..3", 3, "value", "5.0..3.0", "the lower first"),
    Mistake("share 1.2", "pool.csv", "0.25", "1.2", 2, "share", "1.2", "a share in [0, 1]"),
    Mistake("sd 0", "pool.csv", "4,2.5", "4,0", 4, "sd", "0", "a number above 0"),
    Mistake("sd not a number", "pool.csv", "4,2.5", "4,nan", 4, "sd", "nan", "a finite number"),
    Mistake("sd infinite", "pool.csv", "4,2.5", "4,inf", 4, "sd", "inf", "a finite number"),
    Mistake("mean alone", "pool.csv", "4,2.5", "4,", 4, "", "", "either a share, or a mean and an sd"),
    Mistake("pool trait", "pool.csv", "degree,", "rank,", 2, "trait", "rank", "a trait of traits.toml"),
    Mistake("pool level", "pool.csv", "degree,master", "degree,doctor", 2, "level", "doctor", "one of none"),
    Mistake("pool basis", "pool.csv", "guess", "hunch", 2, "basis", "hunch", "one of published"),
    Mistake("pool n", "pool.csv", "300", "-3", 3, "n", "-3", "a whole number of at least 0"),
    Mistake("scale trait", "scales.csv", "english,10", "latin,10", 2, "trait", "latin", "a trait of traits.toml"),
    Mistake("scale band", "scales.csv", "10,19", "19,10", 2, "from_score", "19.0..10.0", "the lower first"),
    Mistake("scale level", "scales.csv", "19,5", "19,15", 2, "level", "15", "a number from 0 to 12"),
    Mistake("bands overlap", "pool_scores.csv", "51..100", "50..100", None, "", "0..50", "an end below 50"),
    Mistake("band reversed", "pool_scores.csv", "51..100", "100..51", None, "", "100..51", "the lower end first"),
    Mistake("band unnamed", "pool_scores.csv", "51..100", "high", None, "", "high", "a band of scores"),
    Mistake("bands over total", "pool_scores.csv", "10,50", "10,49", 2, "total", "49", "sum of the bands, 50"),
    Mistake("pool undated", "pool_scores.csv", "2013-05-30", "", 2, "as_on", "", "a day"),
]
IN_RUBRIC = [
    Mistake("rubric name", G, 'name = "grid"', 'name = "crs"', 1, "name", "crs", "the file's name, grid"),
    Mistake("rubric field", G, "pass_mark", "passmark", 3, "passmark", "10", "no such field"),
    Mistake(
        "section cycle", G, 'within = "total"', 'within = "study"', None, "", "study -> study", "do not hold themselves"
    ),
    Mistake("section nowhere", G, 'within = "total"', 'within = "all"', None, "", "all", "up to the total"),
    Mistake("section twice", G, 'name = "work"', 'name = "study"', None, "", "a name twice", "named once"),
    Mistake("no total", G, 'name = "total"', 'name = "sum"', None, "", "total", "the name of a section"),
    Mistake("cap negative", G, "cap = 60", "cap = -1", 24, "cap", "-1", "a finite number of at least 0"),
    Mistake("cap not a number", G, "cap = 60", "cap = nan", 24, "cap", "nan", "a finite number of at least 0"),
    Mistake("cap infinite", G, "cap = 60", "cap = inf", 24, "cap", "inf", "a finite number of at least 0"),
    Mistake("cap of a column", G, "cap = 60", "cap = { points = nan }", 24, "cap", "nan", "a finite number of at"),
    Mistake("cap column", G, "cap = 60", "cap = { spouse = 5 }", 24, "cap", "spouse", "one of the columns points"),
    Mistake("cap below a row", G, "cap = 60", "cap = 25", 3, "cap", "25", "at least 30, which", "grid.csv"),
    Mistake("version overlap", G, "to = 2011-12-31", "to = 2012-01-01", None, "", "2012-01-01", "an end before"),
    Mistake(
        "version backwards",
        G,
        "to = 2011-12-31",
        "to = 2009-12-31",
        None,
        "",
        "2010-01-01..2009-12-31",
        "an end not before the beginning",
    ),
    Mistake("version undated", G, "from = 2010-01-01\n", "", 5, "from", "from", "the first day"),
    Mistake("row level", C, "least bachelor", "least doctor", 2, "when", "degree at least doctor", "one of none"),
    Mistake("row name", C, "years from", "months from", 4, "when", "months from 1 to 5", "a trait or derived"),
    Mistake("row section", C, "work,years from", "total,years from", 4, "node", "total", "without sections"),
    Mistake("row points", C, "bachelor,20", "bachelor,", 2, "points", "", "a number of at least 0"),
    Mistake("row negative", C, "bachelor,20", "bachelor,-20", 2, "points", "-20", "at least 0"),
    Mistake("row border", C, "2012-01-01", "2012-02-01", 3, "from", "2012-02-01", "the first day of a version"),
    Mistake("row status", C, "unconfirmed", "rumour", 5, "status", "rumour", "confirmed, unconfirmed"),
    Mistake("row source", C, "bachelor,20,,,,own", "bachelor,20,,,,", None, "", "no source", "at least one id"),
]


@pytest.mark.parametrize("mistake", IN_PACK + IN_TABLES + IN_RUBRIC, ids=lambda one: one.name)
def test_a_mistake_is_told_with_its_place_and_what_was_expected(mistake: Mistake, tmp_path: Path) -> None:
    """The message names file, line, field, value and expectation, and nothing else is said to be wrong first."""
    folder = write_pack(tmp_path, **{mistake.file: spoiled(mistake.file, mistake.old, mistake.new)})

    with pytest.raises(InvalidInput) as caught:
        read_pack(folder)

    file = mistake.told_in or Path(mistake.file).name
    named = [one for one in caught.value.problems if one.file == file]
    fitting = [one for one in named if mistake.expected in one.expected and mistake.value in (one.value or "")]
    assert fitting, str(caught.value)
    problem = fitting[0]
    assert (problem.line, problem.field) == (mistake.line, mistake.field), str(problem)
    for part in (problem.file, mistake.field, mistake.value, mistake.expected):
        assert part in str(caught.value)
    if mistake.line:
        assert f"line {mistake.line}" in str(problem)
