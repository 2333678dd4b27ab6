"""A small valid pack that uses every file of the format, as text to write into a folder and to spoil."""

from pathlib import Path

PACK_TOML = """\
schema = 1
name = "small"
title = "A small process"
version = "1.0.0"
evidence = ["yes group", "rubric"]
rubric = "grid"
seat = "crew"
compiled = 2020-01-01
[[kind]]
name = "yearly"
title = "Yearly round"
names = ["Round"]
requires = ["basics"]

[[change]]
id = "raised"
title = "Points were raised"
announced = 2012-01-01
effective = 2012-01-01
status = "in force"
scored = true
source = "own"

[[note]]
topic = "size"
text = "It is small."
source = "own"

[[after_yes]]
id = "enrol"
title = "Enrol"
days = 30
from = 2012-01-01
to = 2019-12-31
note = "By letter."
source = "own"
"""
TRAITS_TOML = """\
[[trait]]
name = "degree"
label = "Highest degree"
kind = "ordered"
levels = ["none", "bachelor", "master"]
level_labels = { none = "No degree" }
source = "own"

[[trait]]
name = "field"
kind = "category"
levels = ["science", "arts"]

[[trait]]
name = "diving"
kind = "binary"
recorded = "positives-only"

[[trait]]
name = "years"
kind = "numeric"
unit = "years"
low = 0
high = 50
whole = true

[[trait]]
name = "english"
kind = "numeric"
low = 0
high = 12
valid_months = 24
when_lapsed = 0

[[trait]]
name = "born"
kind = "date"
protected = true

[[derived]]
name = "age"
years_since = "born"
protected = true
"""
REQUIREMENTS_TOML = """\
[[requirement]]
id = "basics"
title = "Basics"
source = "own"

[[requirement.line]]
title = "A degree"
any = ["degree at least bachelor"]

[[requirement]]
id = "senior"
title = "Senior"
source = "own"

[[requirement.line]]
title = "The basics"
any = ["meets basics"]
"""
MOVES_TOML = """\
[[move]]
id = "study"
title = "Study on"
sets = { degree = "master" }
source = "own"
"""
GRID_TOML = """\
name = "grid"
title = "The grid"
pass_mark = 10

[[version]]
id = "one"
from = 2010-01-01
to = 2011-12-31

[[version]]
id = "two"
from = 2012-01-01
to = 2020-12-31

[[node]]
name = "total"
title = "Total"
cap = 100

[[node]]
name = "study"
title = "Study"
within = "total"
cap = 60

[[node]]
name = "work"
title = "Work"
within = "total"
"""
FILES = {
    "pack.toml": PACK_TOML,
    "traits.toml": TRAITS_TOML,
    "requirements.toml": REQUIREMENTS_TOML,
    "moves.toml": MOVES_TOML,
    "rubrics/grid.toml": GRID_TOML,
    "rubrics/grid.csv": (
        "node,when,points,from,to,status,source\n"
        "study,degree at least bachelor,20,,,,own\n"
        "study,degree at least master,30,2012-01-01,,,own\n"
        "work,years from 1 to 5,10,,,,own\n"
        "work,years at least 6,15,,,unconfirmed,own\n"
    ),
    "sources.csv": "id,title,address,kind,note\nown,What I know,,own,\npaper,A paper,https://example.org/,press,\n",
    "rounds.csv": (
        "id,kind,name,opens,closes,decided,known,selected,cut_off,source\n"
        "r1,yearly,First,2010-01-01,2010-02-01,2010-06-01,,2,20,own\n"
        "r2,yearly,Second,2013-01-01,2013-02-01,2013-06-01,2013-06-03,3,25,own paper\n"
    ),
    "funnel.csv": (
        "round,stage,trait,level,count,bound,source\n"
        "r1,applied,,,40,about,own\n"
        "r1,applied,degree,master,10,exact,own\n"
        "r2,applied,,,50,at_least,own\n"
    ),
    "selected.csv": (
        "person,round,seat,trait,value,timing,certainty,source\n"
        "Ana,r1,crew,degree,master,S,stated,own\n"
        "Ana,r1,crew,years,3..5,S,,own\n"
        "Ben,r1,crew,degree,bachelor,S,,own\n"
        "Ben,r1,crew,diving,yes,B,,own\n"
        "Cleo,r2,crew,diving,yes,S,,own\n"
        "Cleo,r2,crew,field,arts,S,inferred,paper\n"
        "Dan,r2,pilot,degree,master,S,,own\n"
        "Eve,r2,crew,diving,yes,P,,own\n"
        "Eve,r2,crew,years,7,,,own\n"
    ),
    "pool.csv": (
        "trait,level,share,mean,sd,n,basis,known,source\n"
        "degree,master,0.25,,,,guess,,own\n"
        "diving,,0.1,,,300,survey,2011-01-01,paper\n"
        "years,,,4,2.5,,expert,,own\n"
    ),
    "scales.csv": (
        "scale,trait,from_score,to_score,level,valid_from,valid_to,source\n"
        "Exam,english,10,19,5,,2014-12-31,own\n"
        "Exam,english,20,29.5,6,,2014-12-31,own\n"
        "Exam,english,15,25,7,2016-01-01,,own\n"
    ),
    "pool_scores.csv": "as_on,known,0..50,51..100,total,source\n2013-05-30,2013-06-03,40,10,50,own\n",
}
"""Every file of the pack by its path in the folder."""


def write_pack(folder: Path, *, without: tuple[str, ...] = (), **files: str | bytes) -> Path:
    """Write the small pack into `folder`/small; keywords replace or add files by path, `without` leaves some out."""
    target = folder / "small"
    (target / "rubrics").mkdir(parents=True)
    for name, content in {**FILES, **files}.items():
        if name not in without:
            (target / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return target


def spoiled(file: str, old: str, new: str) -> str:
    """One file of the small pack with one place changed."""
    if FILES[file].count(old) < 1:
        raise ValueError(f"Expected {old!r} in {file}.")
    return FILES[file].replace(old, new, 1)
