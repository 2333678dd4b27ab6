"""Laws of the score: what holds for every profile, complete or not, by the ranking rubric of the built-in pack."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import built_in
from tests.tried import tried

from twelfth.base import When
from twelfth.distance import NodeScore, Score, score
from twelfth.goal import Fact, Numeric, Process, profile, readings

PROCESS: Process = built_in("express-entry")
CRS = PROCESS.rubrics[0] if PROCESS.rubrics[0].name == "crs" else PROCESS.rubrics[1]
ABILITIES = ("reading", "writing", "listening", "speaking")
LANGUAGES = tuple(f"{one}_{ability}" for one in ("english", "french") for ability in ABILITIES)
GROWING = (
    *LANGUAGES,
    *(f"spouse_{ability}" for ability in ABILITIES),
    *("education", "canadian_work", "foreign_work", "canadian_study", "job_offer", "certificate", "nomination"),
    *("sibling", "spouse_education", "spouse_canadian_work"),
)
NAMES = (*GROWING, "born", "spouse")
DAYS = tuple(version.begins + timedelta(days=40) for version in CRS.versions)
Person = dict[str, float]


def codes_of(name: str) -> st.SearchStrategy[float]:
    trait = PROCESS.trait(name)
    codes = trait.codes()
    if codes is not None:
        return st.sampled_from(codes)
    if isinstance(trait, Numeric):
        return st.integers(int(trait.low or 0), int(trait.high or 0)).map(float)
    return st.integers(date(1960, 1, 1).toordinal(), date(2005, 1, 1).toordinal()).map(float)


people = st.fixed_dictionaries({name: codes_of(name) for name in NAMES})
days = st.sampled_from(DAYS)
LAWS = tried(20, of=60)


def scored(person: Person, on: date) -> Score:
    """The score of these codes; what is missing is unknown."""
    long_ago = When.on(on - timedelta(days=30))
    facts = [Fact(trait=name, level=PROCESS.trait(name).level(code), begins=long_ago) for name, code in person.items()]
    who = profile(facts, on, traits=PROCESS.traits)
    return score(CRS, readings(who, PROCESS.traits, PROCESS.derived), as_of=on, changes=PROCESS.changes)


def sections(node: NodeScore) -> list[NodeScore]:
    return [node, *(found for part in node.parts for found in sections(part))]


@LAWS
@given(people, days, st.sets(st.sampled_from(NAMES), min_size=1, max_size=4), st.data())
def test_the_range_holds_every_completion(person: Person, on: date, unknown: set[str], data: st.DataObject) -> None:
    """Law: for any unknown traits, every way of filling them in has an exact score within [lo, hi]."""
    partial = scored({name: code for name, code in person.items() if name not in unknown}, on)
    filled = person | {name: data.draw(codes_of(name)) for name in sorted(unknown)}

    for complete in (scored(person, on), scored(filled, on)):
        assert complete.exact
        assert partial.total.lo <= complete.total.lo <= partial.total.hi


@LAWS
@given(people, days, st.sampled_from([name for name in GROWING if name != "born"]))
def test_one_unknown_trait_gives_a_tight_range(person: Person, on: date, unknown: str) -> None:
    """Law: with one trait unknown, lo and hi are reached by its lowest and its highest level."""
    trait = PROCESS.trait(unknown)
    codes = trait.codes() or ((trait.low or 0.0, trait.high or 0.0) if isinstance(trait, Numeric) else ())
    partial = scored({name: code for name, code in person.items() if name != unknown}, on)
    ends = [scored(person | {unknown: code}, on).total.lo for code in (codes[0], codes[-1])]

    assert [partial.total.lo, partial.total.hi] == ends


@LAWS
@given(people, days)
def test_an_unknown_birth_gives_a_tight_range(person: Person, on: date) -> None:
    """Law: with the birth unknown, lo and hi are the least and the most over all ages."""
    partial = scored({name: code for name, code in person.items() if name != "born"}, on)
    born = [float(date(on.year - age, on.month, 1).toordinal()) for age in range(16, 50)]
    totals = [scored(person | {"born": code}, on).total.lo for code in born]

    assert (partial.total.lo, partial.total.hi) == (min(totals), max(totals))


@LAWS
@given(people, days, st.sampled_from(GROWING), st.data())
def test_more_never_lowers_the_total(person: Person, on: date, name: str, data: st.DataObject) -> None:
    """Law, without exception: a higher level of any one trait but age and spouse never lowers the total."""
    more = max(person[name], data.draw(codes_of(name)))

    assert scored(person | {name: more}, on).total.lo >= scored(person, on).total.lo


@LAWS
@given(people, days, st.sets(st.sampled_from(NAMES), max_size=3))
def test_a_fact_learned_never_widens_the_range(person: Person, on: date, unknown: set[str]) -> None:
    """Law: what is known of more traits lies within the range of what was known of fewer."""
    fewer = {name: code for name, code in person.items() if name not in unknown}
    learned = {name: code for name, code in person.items() if name not in sorted(unknown)[1:]}
    wide, narrow = scored(fewer, on).total, scored(learned, on).total

    assert wide.lo <= narrow.lo <= narrow.hi <= wide.hi


@LAWS
@given(people, days, st.sets(st.sampled_from(NAMES), max_size=3))
def test_no_section_passes_its_cap(person: Person, on: date, unknown: set[str]) -> None:
    """Law: 0 <= lo <= hi <= cap in every section."""
    found = scored({name: code for name, code in person.items() if name not in unknown}, on)

    for one in sections(found.total):
        assert 0 <= one.lo <= one.hi
        assert one.cap is None or one.hi <= one.cap


@LAWS
@given(people, days)
def test_a_section_is_the_capped_sum_of_its_parts(person: Person, on: date) -> None:
    """Law: the total, and every section with parts, is min(cap, sum of its parts)."""
    for one in sections(scored(person, on).total):
        if one.parts:
            total = sum(part.lo for part in one.parts)

            assert one.lo == min(total, one.cap if one.cap is not None else total)
            assert one.capped == (one.cap is not None and total > one.cap)


@LAWS
@given(people, days)
def test_the_better_assignment_of_languages_counts(person: Person, on: date) -> None:
    """Law: the total is the larger of the totals with either language named first.

    Swapping the two languages of a person need not keep the total: only French earns additional points.
    """
    facts_of = scored(person, on)
    who = profile(
        [Fact(trait=name, level=PROCESS.trait(name).level(code), begins=When.on(on)) for name, code in person.items()],
        on,
        traits=PROCESS.traits,
    )
    found = readings(who, PROCESS.traits, PROCESS.derived)
    each = []
    for first, second in (("english", "french"), ("french", "english")):
        named = {f"first_{one}": found[f"{first}_{one}"] for one in (*ABILITIES, "lowest")}
        named |= {f"second_{one}": found[f"{second}_{one}"] for one in (*ABILITIES, "lowest")}
        each.append(_one_assignment({**found, **named}, on))

    assert facts_of.total.lo == max(each)


def _one_assignment(found: dict[str, object], on: date) -> float:
    """The score of readings whose roles are given out already."""
    return score(replace(CRS, assignments=((),)), found, as_of=on).total.lo  # type: ignore[arg-type]


@LAWS
@given(people, days)
def test_swapping_the_languages_swaps_all_but_the_french_points(person: Person, on: date) -> None:
    """Law: without the additional points, exchanging the two languages changes no total."""
    swapped = dict(person)
    for ability in ABILITIES:
        swapped[f"english_{ability}"] = person[f"french_{ability}"]
        swapped[f"french_{ability}"] = person[f"english_{ability}"]
    bare = {"nomination": 0.0, "job_offer": 0.0, "canadian_study": 0.0, "sibling": 0.0}
    before, after = scored(person | bare, on), scored(swapped | bare, on)

    assert before.total.lo - before.section("additional").lo == after.total.lo - after.section("additional").lo
