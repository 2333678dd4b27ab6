"""The built-in packs and cases: they read, and they say what the data they were built from says."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.factories import BUILT_IN, built_in

from twelfth.base import NotEnoughData
from twelfth.goal import Status, Timing, profile
from twelfth.packs import FileCases, FilePacks
from twelfth.packs.people_files import read_selected
from twelfth.packs.report import Report
from twelfth.usecases import score_case

DATA = Path(__file__).parents[2].parent / "shared" / "data"
needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the data the packs were built from is not beside the checkout"
)
CASES = FileCases(FilePacks(here=BUILT_IN), here=BUILT_IN)


class Today:
    def today(self) -> date:
        return date(2026, 11, 21)


def rows(path: str) -> list[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["blank", "express-entry", "nasa-astronaut"])
def test_every_built_in_pack_reads(name: str) -> None:
    """Under its own name, with a version and its sources."""
    process = built_in(name)

    assert process.name == name
    assert process.version == {"blank": "1.0.0", "express-entry": "1.2.0", "nasa-astronaut": "1.1.0"}[name]
    assert process.sources


def test_there_are_three_built_in_packs() -> None:
    """Each is named in this file."""
    assert FilePacks(here=BUILT_IN).names() == ("blank", "express-entry", "nasa-astronaut")


@pytest.mark.parametrize("name", CASES.names())
def test_every_built_in_case_reads(name: str) -> None:
    """Against the pack it names."""
    case = CASES.get(name)

    assert case.name == name
    assert case.facts
    assert case.invented is (name == "newcomer")


def test_express_entry_holds_every_round_to_the_end_of_2025() -> None:
    """389 of them, with the first and the last."""
    rounds = built_in("express-entry").rounds

    assert len(rounds) == 389
    assert (rounds[0].decided, rounds[-1].decided) == (date(2015, 1, 31), date(2025, 12, 17))


def test_the_points_have_five_versions_without_a_gap() -> None:
    """With the exact days on which the rules changed."""
    crs = next(one for one in built_in("express-entry").rubrics if one.name == "crs")

    assert [(one.begins.isoformat(), str(one.ends)) for one in crs.versions] == [
        ("2015-01-01", "2016-11-18"),
        ("2016-11-19", "2017-06-05"),
        ("2017-06-06", "2020-10-19"),
        ("2020-10-20", "2025-03-24"),
        ("2025-03-25", "2026-11-02"),
    ]


def test_a_score_from_3_november_2026_is_refused_with_the_reason() -> None:
    """The sentence names the change whose points nobody has published."""
    with pytest.raises(
        NotEnoughData, match=r"holds to 2026-11-02, and 2026-11-03 was asked for\. Points for work or an"
    ):
        score_case("newcomer", cases=CASES, clock=Today(), as_of=date(2026, 11, 3))


@pytest.mark.parametrize("trait", ["flying", "diving", "russian"])
def test_hernandez_has_no_year_for_what_no_source_dates(trait: str) -> None:
    """On every day before his selection he possibly held it, since nobody knows when."""
    case, process = CASES.get("hernandez"), CASES.process_of("hernandez")
    days = [date(year, month, 1) for year in range(1990, 2004) for month in (1, 5, 9)] + [date(2004, 5, 5)]

    states = [profile(case.known(day).facts, day, traits=process.traits)[trait] for day in days]

    assert {(state.status, state.since) for state in states} == {(Status.POSSIBLY, None)}


def test_hernandez_applied_to_four_selections() -> None:
    """Three times not selected, the fourth time selected; the yearly updates are no attempts."""
    attempts = CASES.get("hernandez").attempts

    assert [(one.round, one.history[-1].stage.value) for one in attempts] == [
        ("1996", "not_selected"),
        ("1998", "not_selected"),
        ("2000", "not_selected"),
        ("2004", "selected"),
    ]


@needs_data
def test_every_express_entry_round_is_as_published() -> None:
    """Day, invitations, cut-off and the kind its name belongs to, of every round to the end of the pack."""
    process = built_in("express-entry")
    kind_of = {name: kind.name for kind in process.kinds for name in kind.names}
    published = [one for one in rows("express_entry/rounds.csv") if one["date"] <= "2025-12-31"]

    assert {
        (one["draw_number"], one["date"], kind_of[one["name"]], int(one["invitations"]), float(one["crs_cutoff"]))
        for one in published
    } == {(one.id, one.decided.isoformat(), one.kind, one.selected, one.cut_off) for one in process.rounds}


@needs_data
def test_the_pool_totals_are_as_published() -> None:
    """The size of the pool before each round that printed one."""
    published = {
        (one["pool_601_1200"], one["pool_0_300"])
        for one in rows("express_entry/rounds.csv")
        if one["pool_total"] and one["date"] <= "2025-12-31"
    }

    told = {(str(one.bands[-1][2]), str(one.bands[0][2])) for one in built_in("express-entry").pool_scores}
    assert told
    assert told <= published


FACTORS = {
    "education": "education",
    "first language, per ability (x4)": "first_language",
    "second language, per ability (x4)": "second_language",
    "Canadian work experience (years)": "canadian_work",
    "spouse education": "spouse_education",
    "spouse first language, per ability (x4)": "spouse_language",
    "spouse Canadian work experience (years)": "spouse_canadian_work",
    "education x language": "education_language",
    "education x Canadian work": "education_canadian_work",
    "foreign work x language": "foreign_language",
    "foreign work x Canadian work": "foreign_canadian_work",
    "trade certificate x language": "certificate_language",
    "provincial nomination": "nomination",
    "French": "french",
    "Canadian post-secondary": "canadian_study",
    "sibling in Canada": "sibling",
    "job offer": "job_offer",
    "job offer (LMIA-based) or provincial nomination": "job_offer",
}
"""Sections of the grid by the name the source data gives them."""


def in_grid(node: str) -> Counter[tuple[float, float, str]]:
    crs = next(one for one in built_in("express-entry").rubrics if one.name == "crs")
    lines = {row.line: row for row in crs.rows if row.node == node}
    return Counter(
        (dict(row.points)["with_spouse"], dict(row.points)["without_spouse"], str(row.begins or "2015-01-01"))
        for row in lines.values()
    )


@needs_data
@pytest.mark.parametrize("node", sorted(set(FACTORS.values())))
def test_the_points_of_every_section_are_as_sourced(node: str) -> None:
    """With and without a spouse, and since when, line by line; a row of 0 points needs no line."""
    sourced = Counter(
        (float(one["points_with_spouse"]), float(one["points_without_spouse"] or 0), one["valid_from"])
        for one in rows("express_entry/crs_rules.csv")
        if FACTORS.get(one["factor"]) == node and re.fullmatch("[1-9][0-9]*", one["points_with_spouse"])
    )

    assert sourced
    assert in_grid(node) == sourced


@needs_data
def test_the_points_for_every_age_are_as_sourced() -> None:
    """From 15 to 50 completed years, by the row whose condition holds."""
    crs = next(one for one in built_in("express-entry").rubrics if one.name == "crs")
    told, sourced = {}, {}
    for one in rows("express_entry/crs_rules.csv"):
        if one["section"] == "A" and one["factor"] == "age":
            first, last = (re.findall(r"\d+", one["level_or_condition"]) * 2)[:2]
            low = 15 if one["level_or_condition"].startswith("<") else int(first)
            high = 50 if one["level_or_condition"].startswith(">") else int(last)
            points = (float(one["points_with_spouse"]), float(one["points_without_spouse"]))
            sourced |= dict.fromkeys(range(low, high + 1), points)
    for age in range(15, 51):
        holding = [row for row in crs.rows if row.node == "age" and row.condition.clauses[0].holds_at(age)]
        told[age] = tuple(max((dict(row.points)[name] for row in holding), default=0.0) for name in crs.column_names)

    assert crs.column_names == ("with_spouse", "without_spouse")
    assert told == sourced


@needs_data
def test_the_language_charts_are_as_sourced() -> None:
    """Every band of every test that Express Entry uses, and not one more."""
    language = {"en": "english", "fr": "french"}
    sourced = {
        (
            one["test"] + (" (former scale)" if one["test"] == "TEF Canada" else ""),
            f"{language[one['language']]}_{one['ability']}",
            float(one["clb_or_nclc"].rstrip("+")),
            float(one["min_score"]),
            float(one["max_score"]),
        )
        for one in rows("express_entry/language_tests.csv")
        if one["used_by_express_entry"].split(":")[0].lower() == "yes"
    }

    told = {(one.scale, one.trait, one.level, one.first, one.last) for one in built_in("express-entry").scales}
    assert told == sourced


def nasa_facts() -> list[tuple[str, str, str, object, object]]:
    process = built_in("nasa-astronaut")
    known: dict[str, date | None] = {one.id: one.known for one in process.rounds}
    traits = {trait.name: trait for trait in process.traits}
    facts = read_selected(BUILT_IN / "nasa-astronaut" / "selected.csv", Report(), traits=traits, known=known)
    return [(one.person, one.seat, one.trait, one.level, one.timing) for one in facts]


def test_the_nasa_pack_tells_of_70_mission_specialists() -> None:
    """And of four who were selected as pilots."""
    seats = {person: seat for person, seat, *_ in nasa_facts()}

    assert Counter(seats.values()) == {"mission specialist": 70, "pilot": 4}


def test_half_of_the_mission_specialists_had_worked_at_nasa() -> None:
    """35 yes and 31 no at selection; of the others it is unknown."""
    levels = {
        person: level
        for person, seat, trait, level, timing in nasa_facts()
        if (trait, seat, timing) == ("worked_at_nasa", "mission specialist", Timing.AT_SELECTION)
    }

    assert Counter(levels.values()) == {True: 35, False: 31}


def test_the_people_of_every_class_are_no_more_than_were_selected() -> None:
    """Nobody is told of twice."""
    process = built_in("nasa-astronaut")
    group = process.yes_group

    assert group is not None
    for round_id, count in Counter(group.rounds or ()).items():
        assert count <= (process.round(round_id).selected or 0)


@needs_data
def test_the_people_are_those_of_the_source_data() -> None:
    """The same 74 names in the same classes."""
    misspelt = {"Niclolas J. M. Patrick": "Nicholas J. M. Patrick"}
    facts = rows("nasa/mission_specialist_facts.csv")
    sourced = {(misspelt.get(one["name"], one["name"]), one["class_year"]) for one in facts}
    group = built_in("nasa-astronaut").yes_group

    assert group is not None
    assert set(zip(group.ids or (), group.rounds or (), strict=True)) == sourced


@needs_data
def test_the_nasa_funnels_agree_with_the_source_data() -> None:
    """Applicants, interviewed and selected of every class, where the data has a figure."""
    process = built_in("nasa-astronaut")
    told = {(one.round, one.stage): one.count for one in process.funnel if not one.trait}
    group_of = {one.name.removeprefix("Group "): one.id for one in process.rounds}
    columns = {"applied": "applicants", "interviewed": "interviewed", "selected": "selected_us"}
    sourced = {
        (group_of[one["group"]], stage): int(one[column])
        for one in rows("nasa/selection_classes.csv")
        if one["group"] in group_of
        for stage, column in columns.items()
        if one[column].isdigit()
    }

    shared = told.keys() & sourced.keys()
    assert len(shared) >= 10
    assert {key: told[key] for key in shared} == {key: sourced[key] for key in shared}
    assert {key[0]: count for key, count in told.items() if key[1] == "selected"} == {
        one.id: one.selected for one in process.rounds
    }
