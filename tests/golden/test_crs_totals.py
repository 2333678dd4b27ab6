"""Golden numbers: the points of invented Express Entry candidates, added up by hand from the published grid.

How to read a case. The sums stand in the order of the grid, one term per factor:

    core               age + education + first language + second language + work in Canada
    spouse             education + language + work in Canada
    transferability    min(50, education x language + education x work in Canada)
                       + min(50, foreign work x language + foreign work x work in Canada)
                       + certificate x language; a pair of groups that earns nothing may be left out
    additional         nomination + job offer + French + study in Canada + sibling, where they earn something

Language levels of one person differ by ability where four are given: reading, writing, listening, speaking.
The total is written out as well, so that a slip in one sum cannot hide. None of these people exists.
"""

from dataclasses import dataclass
from datetime import date

import pytest
from tests.factories import crs_score

ABILITIES = ("reading", "writing", "listening", "speaking")
SECTIONS = ("core", "spouse", "transferability", "additional")
VERSIONS = (
    (date(2015, 1, 1), date(2016, 11, 18)),
    (date(2016, 11, 19), date(2017, 6, 5)),
    (date(2017, 6, 6), date(2020, 10, 19)),
    (date(2020, 10, 20), date(2025, 3, 24)),
    (date(2025, 3, 25), date(2026, 11, 2)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One invented person on one day, and the points by hand."""

    name: str
    on: date
    facts: dict[str, object]
    core: int
    spouse: int = 0
    transferability: int = 0
    additional: int = 0
    total: int
    since: dict[str, date] | None = None


def levels(prefix: str, *given: int) -> dict[str, object]:
    """The four abilities of one language; a single level stands for all four."""
    each = given if len(given) == len(ABILITIES) else given * len(ABILITIES)
    return {f"{prefix}_{ability}": level for ability, level in zip(ABILITIES, each, strict=True)}


def taken(prefix: str, day: date) -> dict[str, date]:
    """The day on which the results of one language begin."""
    return {f"{prefix}_{ability}": day for ability in ABILITIES}


def en(*given: int) -> dict[str, object]:
    return levels("english", *given)


def fr(*given: int) -> dict[str, object]:
    return levels("french", *given)


def sp(*given: int) -> dict[str, object]:
    return levels("spouse", *given)


def single(born: date, *languages: dict[str, object], **other: object) -> dict[str, object]:
    facts: dict[str, object] = {"born": born, "spouse": False, **other}
    for language in languages:
        facts |= language
    return facts


def couple(born: date, *languages: dict[str, object], **other: object) -> dict[str, object]:
    return single(born, *languages, **other) | {"spouse": True}


# fmt: off
NEWCOMER: dict[str, object] = {"education": "bachelor", "canadian_work": 12, "foreign_work": 36}
BEFORE_STUDY = single(date(1988, 11, 1), en(7), education="bachelor", canadian_work=11, foreign_work=11,
                      canadian_study="three_years_or_more", job_offer="other_eligible", sibling=True)
BEFORE_FRENCH = couple(date(1981, 1, 20), en(6), fr(7), education="two_year", foreign_work=12, sibling=True,
                       canadian_study="one_or_two_years", job_offer="major_group_00",
                       spouse_education="one_year", **sp(4), spouse_canadian_work=11)
BEFORE_50 = single(date(1984, 10, 20), en(10), fr(7), education="bachelor", canadian_work=36, foreign_work=12)
SENIOR_MANAGER = single(date(1986, 8, 8), en(8), education="two_or_more", canadian_work=48, sibling=True,
                        job_offer="major_group_00")
OFFER_50 = couple(date(1991, 3, 25), en(10, 9, 9, 9), education="doctorate", canadian_work=24,
                  foreign_work=24, job_offer="other_eligible", spouse_education="doctorate", **sp(9),
                  spouse_canadian_work=24)
TOP: dict[str, object] = {"education": "doctorate", "foreign_work": 60, "certificate": True,
                          "nomination": True, "job_offer": "major_group_00", "sibling": True,
                          "canadian_study": "three_years_or_more"}
BILINGUAL: dict[str, object] = {**en(10), **fr(9), "education": "bachelor", "foreign_work": 36,
                                **sp(9, 8, 7, 5), "spouse_education": "two_year", "spouse_canadian_work": 35}
RENEWAL = single(date(1992, 6, 20), en(9), education="bachelor")

CASES = (
    # The built-in example: age 33, level 8, one year here and three abroad.
    Case(name="newcomer", on=date(2025, 12, 17), facts=single(date(1992, 3, 1), en(8), **NEWCOMER),
         core=88 + 120 + 4 * 23 + 0 + 40, transferability=min(50, 13 + 13) + min(50, 25 + 25), total=416),
    Case(name="newcomer with French 7", on=date(2025, 12, 17),
         facts=single(date(1992, 3, 1), en(8), fr(7), **NEWCOMER),
         core=88 + 120 + 4 * 23 + 4 * 3 + 40, transferability=min(50, 13 + 13) + min(50, 25 + 25),
         additional=50, total=478),

    # Ages, on both sides of a birthday.
    Case(name="17, is 18 tomorrow", on=date(2019, 5, 9),
         facts=single(date(2001, 5, 10), education="secondary"), core=0 + 30, total=30),
    Case(name="18 today", on=date(2019, 5, 10), facts=single(date(2001, 5, 10), education="secondary"),
         core=99 + 30, total=129),
    Case(name="17 with spouse", on=date(2020, 3, 1), facts=couple(date(2003, 1, 1)), core=0 + 0, total=0),
    Case(name="18 with spouse", on=date(2021, 3, 1), facts=couple(date(2003, 1, 1)), core=90 + 0, total=90),
    Case(name="19 with spouse and a nomination", on=date(2022, 12, 31),
         facts=couple(date(2003, 2, 1), education="secondary", nomination=True),
         core=95 + 28, additional=600, total=723),
    Case(name="19, is 20 tomorrow", on=date(2020, 6, 30),
         facts=single(date(2000, 7, 1), education="one_year"), core=105 + 90, total=195),
    Case(name="20 today", on=date(2020, 7, 1), facts=single(date(2000, 7, 1), education="one_year"),
         core=110 + 90, total=200),
    Case(name="29, is 30 tomorrow", on=date(2020, 6, 14),
         facts=single(date(1990, 6, 15), education="two_year"), core=110 + 98, total=208),
    Case(name="30 today", on=date(2020, 6, 15), facts=single(date(1990, 6, 15), education="two_year"),
         core=105 + 98, total=203),
    Case(name="44 with spouse, is 45 tomorrow", on=date(2025, 3, 2),
         facts=couple(date(1980, 3, 3), education="secondary"), core=5 + 28, total=33),
    Case(name="45 today with spouse", on=date(2025, 3, 3),
         facts=couple(date(1980, 3, 3), education="secondary"), core=0 + 28, total=28),
    Case(name="60", on=date(2025, 3, 3), facts=single(date(1964, 5, 5), education="one_year"),
         core=0 + 90, total=90),
    Case(name="44", on=date(2026, 4, 4), facts=single(date(1981, 8, 1), en(4, 4, 4, 3)),
         core=6 + 0 + 3 * 6, total=24),  # level 3 earns nothing

    # 2015-01-01..2016-11-18: a job offer of any kind or a nomination is 600; study, sibling, French nothing.
    Case(name="first day, any job offer is 600", on=date(2015, 1, 1),
         facts=single(date(1983, 4, 20), en(9), education="master_or_professional", canadian_work=24,
                      job_offer="other_eligible"),
         core=99 + 135 + 4 * 31 + 0 + 53, transferability=min(50, 50 + 50), additional=600, total=1061),
    Case(name="2015 offer and nomination are 600 together", on=date(2015, 6, 30),
         facts=couple(date(1982, 6, 30), en(8, 8, 8, 7), education="two_or_more", canadian_work=12,
                      foreign_work=24, nomination=True, job_offer="major_group_00",
                      spouse_education="bachelor", **sp(7), spouse_canadian_work=12),
         core=80 + 119 + (3 * 22 + 16) + 0 + 35, spouse=8 + 4 * 3 + 5,
         transferability=min(50, 25 + 25) + min(50, 13 + 13), additional=min(600, 600 + 600), total=1017),
    Case(name="2016 study, French and sibling earn nothing", on=date(2016, 9, 9),
         facts=couple(date(1979, 9, 9), en(8), fr(7), education="two_year", canadian_work=23, foreign_work=23,
                      sibling=True, canadian_study="one_or_two_years",
                      spouse_education="bachelor", **sp(5), spouse_canadian_work=12),
         core=60 + 91 + 4 * 22 + 4 * 3 + 35, spouse=8 + 4 * 1 + 5,
         transferability=min(50, 13 + 13) + min(50, 13 + 13), total=355),
    Case(name="last day of the 600 offer", on=date(2016, 11, 18), facts=BEFORE_STUDY,  # 11 months are none
         core=110 + 120 + 4 * 17 + 0 + 0, transferability=13 + 0, additional=600, total=911),

    # 2016-11-19..2017-06-05: offers are 200 or 50, study in Canada 15 or 30.
    Case(name="first day of the 50 offer and of study", on=date(2016, 11, 19), facts=BEFORE_STUDY,
         core=110 + 120 + 4 * 17 + 0 + 0, transferability=13 + 0, additional=50 + 30, total=391),
    Case(name="2017 nomination and study are 600 together", on=date(2017, 3, 31),
         facts=couple(date(1974, 4, 1), education="master_or_professional", canadian_work=12, foreign_work=36,
                      nomination=True, canadian_study="one_or_two_years"),
         core=25 + 126 + 0 + 0 + 35, transferability=min(50, 0 + 25) + min(50, 0 + 25),
         additional=min(600, 600 + 15), total=836),
    Case(name="last day without French and sibling", on=date(2017, 6, 5), facts=BEFORE_FRENCH,
         core=65 + 91 + 4 * 16 + 4 * 1 + 0, spouse=6 + 0 + 0,  # French is first; the spouse has 11 months
         transferability=min(50, 13 + 0) + min(50, 13 + 0), additional=200 + 15, total=471),

    # 2017-06-06..2020-10-19: French is 15 or 30, a sibling 15.
    Case(name="first day of French and sibling", on=date(2017, 6, 6), facts=BEFORE_FRENCH,
         core=65 + 91 + 4 * 16 + 4 * 1 + 0, spouse=6 + 0 + 0,
         transferability=min(50, 13 + 0) + min(50, 13 + 0), additional=200 + 30 + 15 + 15, total=516),
    Case(name="43 with spouse in 2018", on=date(2018, 1, 2),
         facts=couple(date(1975, 1, 2), en(4, 4, 4, 3), education="secondary", spouse_education="doctorate",
                      **sp(9, 9, 9, 8), spouse_canadian_work=11),
         core=15 + 28 + 3 * 6 + 0 + 0, spouse=10 + (3 * 5 + 3) + 0, total=89),
    Case(name="2018 French with English 4 is 15", on=date(2018, 3, 14),
         facts=single(date(1990, 3, 15), en(4), fr(9), education="master_or_professional", canadian_work=12,
                      foreign_work=36, sibling=True),
         core=110 + 135 + 4 * 31 + 0 + 40, transferability=min(50, 50 + 25) + min(50, 50 + 25),
         additional=15 + 15, total=539),
    Case(name="2018 French with English 5 is 30", on=date(2018, 3, 14),
         facts=single(date(1990, 3, 15), en(5), fr(9), education="master_or_professional", canadian_work=12,
                      foreign_work=36, sibling=True),
         core=110 + 135 + 4 * 31 + 4 * 1 + 40, transferability=min(50, 50 + 25) + min(50, 50 + 25),
         additional=30 + 15, total=558),
    Case(name="French first with spouse in 2020", on=date(2020, 1, 1),
         facts=couple(date(1982, 1, 1), en(7), fr(9), education="master_or_professional", canadian_work=24,
                      foreign_work=12, sibling=True, canadian_study="three_years_or_more",
                      spouse_education="secondary", **sp(8), spouse_canadian_work=24),
         core=55 + 126 + 4 * 29 + 4 * 3 + 46, spouse=2 + 4 * 3 + 7,
         transferability=min(50, 50 + 50) + min(50, 25 + 25), additional=30 + 30 + 15, total=551),
    Case(name="last day of French 30", on=date(2020, 10, 19), facts=BEFORE_50,
         core=77 + 120 + 4 * 34 + 4 * 3 + 64, transferability=min(50, 25 + 25) + min(50, 25 + 25),
         additional=30, total=539),

    # 2020-10-20..2025-03-24: French is 25 or 50.
    Case(name="first day of French 50, and 36 today", on=date(2020, 10, 20), facts=BEFORE_50,
         core=72 + 120 + 4 * 34 + 4 * 3 + 64, transferability=min(50, 25 + 25) + min(50, 25 + 25),
         additional=50, total=554),
    Case(name="French with one English ability at 4 is 25", on=date(2020, 10, 20),
         facts=couple(date(1979, 12, 1), en(5, 5, 5, 4), fr(8), education="one_year", canadian_work=23,
                      foreign_work=35, spouse_education="secondary", **sp(6), spouse_canadian_work=23),
         core=45 + 84 + 4 * 22 + 3 * 1 + 35, spouse=2 + 4 * 1 + 5,
         transferability=min(50, 13 + 13) + min(50, 13 + 13), additional=25, total=343),
    Case(name="last day of the 200 offer", on=date(2025, 3, 24), facts=SENIOR_MANAGER,
         core=61 + 128 + 4 * 23 + 0 + 72, transferability=min(50, 25 + 50), additional=200 + 15, total=618),
    Case(name="last day of the 50 offer", on=date(2025, 3, 24), facts=OFFER_50,
         core=80 + 140 + (32 + 3 * 29) + 0 + 46, spouse=10 + 4 * 5 + 7,
         transferability=min(50, 50 + 50) + min(50, 25 + 25), additional=50, total=572),
    Case(name="every extra but a nomination", on=date(2024, 12, 17),
         facts=single(date(2001, 12, 18), en(9), fr(8), education="bachelor", job_offer="major_group_00",
                      canadian_study="three_years_or_more", sibling=True),
         core=110 + 120 + 4 * 31 + 4 * 3 + 0, transferability=25, additional=200 + 50 + 30 + 15, total=686),

    # 2025-03-25..2026-11-02: a job offer earns nothing.
    Case(name="first day without the 200 offer", on=date(2025, 3, 25), facts=SENIOR_MANAGER,
         core=61 + 128 + 4 * 23 + 0 + 72, transferability=min(50, 25 + 50), additional=15, total=418),
    Case(name="first day without the 50 offer, and 34 today", on=date(2025, 3, 25), facts=OFFER_50,
         core=75 + 140 + (32 + 3 * 29) + 0 + 46, spouse=10 + 4 * 5 + 7,
         transferability=min(50, 50 + 50) + min(50, 25 + 25), total=517),
    Case(name="nomination alone", on=date(2025, 7, 22),
         facts=single(date(1990, 7, 23), en(8, 8, 8, 7), education="doctorate", canadian_work=12,
                      nomination=True),
         core=83 + 150 + (3 * 23 + 17) + 0 + 40, transferability=min(50, 25 + 25), additional=600,
         total=1009),
    Case(name="last day of the grid, a trade certificate", on=date(2026, 11, 2),
         facts=single(date(1985, 11, 3), en(7), education="secondary", canadian_work=60, foreign_work=36,
                      certificate=True, sibling=True, job_offer="other_eligible"),
         core=50 + 30 + 4 * 17 + 0 + 80, transferability=min(100, 0 + min(50, 25 + 50) + 50), additional=15,
         total=343),

    # The most there is, in both columns (500, or 460 and 40 for the spouse: the grid reaches these caps and
    # never goes over them), and the cap of the second language.
    Case(name="most points without spouse", on=date(2023, 8, 1),
         facts=single(date(1995, 1, 1), en(12), fr(10), canadian_work=72, **TOP),
         core=110 + 150 + 4 * 34 + min(24, 4 * 6) + 80,
         transferability=min(100, min(50, 50 + 50) + min(50, 50 + 50) + 50),
         additional=min(600, 600 + 200 + 50 + 30 + 15), total=1200),
    Case(name="most points with spouse", on=date(2026, 6, 1),
         facts=couple(date(2000, 6, 1), en(9), fr(12), canadian_work=60, **TOP, **sp(10),
                      spouse_education="master_or_professional", spouse_canadian_work=60),
         core=100 + 140 + 4 * 32 + min(22, 4 * 6) + 70, spouse=10 + 4 * 5 + 10,
         transferability=min(100, min(50, 50 + 50) + min(50, 50 + 50) + 50),
         additional=min(600, 600 + 50 + 30 + 15), total=1200),
    Case(name="second language 22 with spouse", on=date(2021, 1, 15),
         facts=couple(date(1988, 1, 16), **BILINGUAL),
         core=85 + 112 + 4 * 32 + min(22, 4 * 6) + 0, spouse=7 + (5 + 3 + 3 + 1) + 7,
         transferability=min(50, 25 + 0) + min(50, 50 + 0), additional=50, total=498),
    Case(name="second language 24 single, a spouse left behind", on=date(2021, 1, 15),
         facts=single(date(1988, 1, 16), **BILINGUAL),
         core=94 + 120 + 4 * 34 + 4 * 6 + 0, transferability=min(50, 25 + 0) + min(50, 50 + 0), additional=50,
         total=499),
    Case(name="second language 21 with spouse, one ability at 8", on=date(2024, 2, 29),
         facts=couple(date(1996, 2, 29), en(9, 9, 9, 8), fr(9, 9, 9, 8), education="master_or_professional",
                      canadian_work=60),
         core=100 + 126 + (3 * 29 + 22) + (3 * 6 + 3) + 70, transferability=min(50, 25 + 50), additional=50,
         total=526),

    # Combinations: one month, or one ability, short of the next step.
    Case(name="pairs below their cap", on=date(2016, 2, 10),
         facts=single(date(1974, 2, 11), en(7), education="bachelor", canadian_work=35, foreign_work=24),
         core=39 + 120 + 4 * 17 + 0 + 53, transferability=min(50, 13 + 25) + min(50, 13 + 25), total=356),
    Case(name="one ability at 6 loses the pairs with language", on=date(2017, 1, 1),
         facts=single(date(1974, 6, 1), en(7, 7, 7, 6), education="bachelor", canadian_work=24,
                      foreign_work=36),
         core=28 + 120 + (3 * 17 + 9) + 0 + 53, transferability=min(50, 0 + 25) + min(50, 0 + 50),
         total=336),
    Case(name="one ability at 8 halves the pairs", on=date(2019, 9, 9),
         facts=single(date(1982, 9, 9), en(9, 9, 8, 9), education="master_or_professional", canadian_work=11,
                      foreign_work=36),
         core=66 + 135 + (3 * 31 + 23) + 0 + 0, transferability=min(50, 25 + 0) + min(50, 25 + 0), total=367),
    Case(name="all four at 9 fill the pairs", on=date(2019, 9, 9),
         facts=single(date(1982, 9, 9), en(9), education="master_or_professional", canadian_work=11,
                      foreign_work=36),
         core=66 + 135 + 4 * 31 + 0 + 0, transferability=min(50, 50 + 0) + min(50, 50 + 0), total=425),
    Case(name="pairs with a year in Canada alone", on=date(2022, 5, 5),
         facts=single(date(1979, 5, 5), en(6), education="master_or_professional", canadian_work=12,
                      foreign_work=12),
         core=17 + 135 + 4 * 9 + 0 + 40, transferability=min(50, 0 + 25) + min(50, 0 + 13), total=266),
    Case(name="pairs with language alone, with spouse", on=date(2023, 11, 30),
         facts=couple(date(1987, 11, 30), en(7, 8, 7, 9), education="two_or_more", foreign_work=36),
         core=65 + 119 + (16 + 22 + 16 + 29) + 0 + 0, transferability=min(50, 25 + 0) + min(50, 25 + 0),
         total=317),
    Case(name="foreign work capped at 50", on=date(2020, 10, 25),
         facts=single(date(1985, 10, 25), en(9), education="secondary", canadian_work=12, foreign_work=36,
                      canadian_study="one_or_two_years"),
         core=77 + 30 + 4 * 31 + 0 + 40, transferability=0 + min(50, 50 + 25), additional=15, total=336),
    Case(name="foreign work capped at 50 with spouse, French 15", on=date(2017, 12, 1),
         facts=couple(date(1986, 12, 2), fr(7), education="secondary", canadian_work=24, foreign_work=36),
         core=95 + 28 + 4 * 16 + 0 + 46, transferability=0 + min(50, 25 + 50), additional=15, total=298),
    Case(name="23 months abroad are one year", on=date(2018, 8, 20),
         facts=single(date(1979, 1, 1), en(9), education="secondary", foreign_work=23),
         core=55 + 30 + 4 * 31 + 0 + 0, transferability=0 + min(50, 25 + 0), total=234),
    Case(name="certificate at 5 with spouse", on=date(2021, 11, 11),
         facts=couple(date(1986, 11, 11), en(5), education="bachelor", canadian_work=36, foreign_work=12,
                      certificate=True, spouse_education="one_year", **sp(4), spouse_canadian_work=60),
         core=70 + 112 + 4 * 6 + 0 + 56, spouse=6 + 0 + 10,
         transferability=min(50, 0 + 25) + min(50, 0 + 25) + 25, total=353),
    Case(name="certificate with one ability at 4", on=date(2023, 3, 3),
         facts=single(date(1989, 3, 3), en(5, 5, 5, 4), canadian_work=23, foreign_work=36, certificate=True),
         core=83 + 0 + 4 * 6 + 0 + 40, transferability=0 + min(50, 0 + 25) + 0, total=172),
    Case(name="certificate with one ability at 6", on=date(2024, 10, 10),
         facts=single(date(1983, 10, 11), en(7, 7, 7, 6), education="one_year", certificate=True),
         core=50 + 90 + (3 * 17 + 9) + 0 + 0, transferability=0 + 0 + 25, total=225),
    Case(name="three groups below 100", on=date(2016, 6, 1),
         facts=single(date(1984, 6, 1), en(6), education="bachelor", canadian_work=47, foreign_work=35,
                      certificate=True),
         core=94 + 120 + 4 * 9 + 0 + 64, transferability=min(50, 0 + 25) + min(50, 0 + 25) + 25, total=389),
    Case(name="three groups capped at 100", on=date(2022, 7, 7),
         facts=single(date(1990, 7, 8), en(8, 7, 7, 7), education="two_year", canadian_work=24,
                      foreign_work=36, certificate=True, canadian_study="three_years_or_more"),
         core=99 + 98 + (23 + 3 * 17) + 0 + 53,
         transferability=min(100, min(50, 13 + 25) + min(50, 25 + 50) + 50), additional=30, total=454),
    Case(name="59 months here, the spouse 47", on=date(2019, 12, 31),
         facts=couple(date(1978, 6, 15), en(4), education="two_or_more", canadian_work=59, foreign_work=36,
                      **sp(7), spouse_canadian_work=47),
         core=35 + 119 + 4 * 6 + 0 + 63, spouse=0 + 4 * 3 + 8,
         transferability=min(50, 0 + 50) + min(50, 0 + 50), total=361),

    # Languages: each ability apart, either one as first, results that lapse.
    Case(name="four different abilities", on=date(2026, 1, 31),
         facts=single(date(1997, 2, 1), en(10, 8, 6, 4), fr(9, 7, 5, 4), education="secondary"),
         core=110 + 30 + (34 + 23 + 9 + 6) + (6 + 3 + 1 + 0) + 0, total=222),
    Case(name="four different abilities with spouse", on=date(2026, 1, 31),
         facts=couple(date(1994, 2, 1), en(10, 8, 6, 4), fr(9, 7, 5, 4), education="secondary",
                      spouse_education="two_or_more", **sp(10, 8, 6, 4), spouse_canadian_work=48),
         core=90 + 28 + (32 + 22 + 8 + 6) + (6 + 3 + 1 + 0) + 0, spouse=9 + (5 + 3 + 1 + 0) + 9, total=223),
    # English first would be 105 + 120 + (3 * 34 + 9) + 4 * 3 = 348 with no combination: 398 in all.
    Case(name="French first for its combinations", on=date(2021, 9, 30),
         facts=single(date(1991, 1, 1), en(10, 10, 10, 6), fr(7), education="bachelor", foreign_work=36),
         core=105 + 120 + 4 * 17 + (3 * 6 + 1) + 0, transferability=min(50, 13 + 0) + min(50, 25 + 0),
         additional=50, total=400),
    Case(name="French with one ability at 6 earns no bonus", on=date(2025, 6, 30),
         facts=single(date(1993, 7, 1), en(9), fr(7, 7, 7, 6), education="master_or_professional"),
         core=99 + 135 + 4 * 31 + (3 * 3 + 1) + 0, transferability=min(50, 50 + 0), total=418),
    Case(name="French without English is 25", on=date(2025, 10, 31),
         facts=couple(date(1986, 10, 31), fr(10), education="bachelor", canadian_work=12,
                      canadian_study="one_or_two_years", job_offer="major_group_00",
                      spouse_education="bachelor"),
         core=50 + 112 + 4 * 32 + 0 + 35, spouse=8 + 0 + 0, transferability=min(50, 25 + 13),
         additional=25 + 15, total=411),
    Case(name="test two years old tomorrow", on=date(2024, 6, 14), facts=RENEWAL,
         since=taken("english", date(2022, 6, 15)),
         core=99 + 120 + 4 * 31 + 0 + 0, transferability=25, total=368),
    Case(name="test two years old today", on=date(2024, 6, 15), facts=RENEWAL,
         since=taken("english", date(2022, 6, 15)), core=99 + 120 + 0 + 0 + 0, total=219),
    Case(name="English lapsed, French carries on", on=date(2023, 5, 1),
         facts=single(date(1988, 5, 2), en(10), fr(7), education="master_or_professional", foreign_work=36),
         since=taken("english", date(2021, 1, 10)),
         core=83 + 135 + 4 * 17 + 0 + 0, transferability=min(50, 25 + 0) + min(50, 25 + 0), additional=25,
         total=361),
    Case(name="spouse's test lapsed", on=date(2022, 12, 1),
         facts=couple(date(1994, 12, 2), en(8), education="one_year", canadian_work=12, **sp(9),
                      spouse_education="master_or_professional", spouse_canadian_work=12),
         since=taken("spouse", date(2020, 11, 30)),
         core=100 + 84 + 4 * 22 + 0 + 35, spouse=10 + 0 + 5, transferability=min(50, 13 + 13), total=348),
)
# fmt: on


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_points_match_the_sum_made_by_hand(case: Case) -> None:
    """The total and each section of the score are exactly the points added up by hand."""
    score = crs_score(case.on, case.facts, since=case.since)
    found = {name: (score.section(name).lo, score.section(name).hi) for name in SECTIONS}
    assert found == {name: (getattr(case, name), getattr(case, name)) for name in SECTIONS}
    assert (score.total.lo, score.total.hi) == (case.total, case.total)


def test_the_sums_by_hand_agree_with_their_totals() -> None:
    """Each case's four sections add up to the total written beside them."""
    slips = [case.name for case in CASES if sum(getattr(case, name) for name in SECTIONS) != case.total]
    assert slips == []


def test_the_cases_cover_every_version_and_both_columns() -> None:
    """Deleting cases until a version, a column or the number of people runs short is noticed."""
    assert len(CASES) >= 26
    assert len({case.name for case in CASES}) == len(CASES)
    covered = {
        (begins, case.facts["spouse"]) for case in CASES for begins, ends in VERSIONS if begins <= case.on <= ends
    }
    assert covered == {(begins, spouse) for begins, _ in VERSIONS for spouse in (False, True)}
    assert {day for version in VERSIONS for day in version} <= {case.on for case in CASES}
