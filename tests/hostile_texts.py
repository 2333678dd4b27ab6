"""Tables, forms and instances that are meant to harm or are merely broken, with what the refusal of each says."""

import json
from collections.abc import Callable

from tests.foreign import CASE, SHEETS
from tests.roadmap_files import INSTANCE

Hostile = dict[str, tuple[Callable[[], bytes], str]]
ACTION = {"id": "a", "hours": 1, "max_hours_week": 4, "effect": 1.0}
PEOPLE = SHEETS["yes-group"]


def asked(**instead: object) -> bytes:
    return json.dumps(INSTANCE | instead).encode()


def stated(line: str) -> bytes:
    """A case with another first fact."""
    return CASE.replace("value = 22.5", line).encode()


TABLES: Hostile = {
    "a sparse table": (lambda: bytes(50_000_000), "50,000,000 bytes"),
    "too many people": (lambda: b"id,a\n" + b"1,2\n" * 500_001, "over 500,000"),
    "too many columns": (lambda: ",".join(f"c{n}" for n in range(300)).encode() + b"\n1\n", "at most 200"),
    "a large cell": (lambda: PEOPLE.encode() + b"x" * 30_000 + b",1,2,3\n", "at most 20,000"),
    "a quote left open": (lambda: PEOPLE.encode() + b'"' + b"a,b\n" * 1_000_000, "every quote closed"),
    "a header left open": (lambda: b'"' + b"a" * 10_000_000, "every quote closed"),
    "a NUL in a table": (lambda: PEOPLE.encode() + b"a\0b,1,2,3\n", "without NUL"),
    "half of UTF-16": (lambda: b"\xff\xfe" + b"a", "UTF-16 that is cut off"),
    "a bell": (lambda: PEOPLE.encode() + b"\x07,1,2,3\n", "without control characters"),
    "an escape to the terminal": (lambda: PEOPLE.encode() + b"\x1b[2J,1,2,3\n", "without control characters"),
    "nobody": (lambda: b"Name,Hours\n", "at least one selected person"),
    "no table": (lambda: b"", "empty"),
    "blank lines": (lambda: b"\n" * 1_000_000, "empty"),
    "commas": (lambda: b"," * 10_000_000, "empty"),
    "a separator of its own": (lambda: b"sep=x\nax1\n", "sep= and then"),
    "a line with more cells": (lambda: PEOPLE.encode() + b"Dan,1,MSc,x,and,more\n", "at most 4"),
    "no column": (lambda: b"Name\nAna\nBen\n", "expected a column of"),
    "numbers in two ways": (lambda: b"Name,Hours\nAna,\"1,234\"\nBen,\"2,345\"\n", "1,234"),
}  # fmt: skip
FORMS: Hostile = {
    "lists in lists": (lambda: b"x = " + b"[" * 10_000, "over 12 levels"),
    "closed lists in lists": (lambda: b"x = " + b"[" * 400 + b"]" * 400, "over 12 levels"),
    "tables in tables": (lambda: b"x = " + b"{ a = " * 5_000, "over 12 levels"),
    "a key of 20,000 parts": (lambda: b".".join([b"a"] * 20_000) + b" = 1", "over 12 levels"),
    "an inline key of 20,000 parts": (lambda: b"x = { " + b" . ".join([b"a"] * 20_000) + b" = 1 }", "over 12 levels"),
    "200,001 values": (lambda: b"x = [" + b"1," * 200_001 + b"]", "over 200,000"),
    "a number of 5,000 digits": (lambda: b"x = " + b"1" * 5_000, "a shorter number"),
    "a form too large": (lambda: b"#" * 500_001, "at most 500,000"),
    "a NUL in a form": (lambda: b"a = 1\nb = '\0'\n", "without NUL"),
    "no UTF-8": (lambda: b"a = 'caf\xe9'\n", "not UTF-8"),
    "a lone surrogate": (lambda: b"a = '\xed\xa0\x80'\n", "not UTF-8"),
    "UTF-16": (lambda: CASE.encode("utf-16"), "NUL"),
    "a key twice": (lambda: b"a = 1\na = 2\n", "Cannot overwrite"),
    "a day there is not": (lambda: b"a = 2010-02-30\n", "valid TOML"),
    "no form": (lambda: b"\x7fELF" + b"a" * 100, "valid TOML"),
    "a pickle": (lambda: b"cos\nsystem\n(S'touch pwned'\ntR.", "valid TOML"),
    "40,000 facts": (lambda: CASE.partition("[[")[0].encode() + b"[[fact]]\n" * 40_000, "at most 2,000"),
    "a level that is no number": (lambda: stated("value = nan"), "value is 'nan'"),
    "a level without an end": (lambda: stated("value = inf"), "value is 'inf'"),
    "a level of 400 digits": (lambda: stated(f"value = {10**400}"), "value"),
    "hours of 400 digits": (lambda: CASE.replace("hours = 700", f"hours = {10**400}").encode(), "hours"),
    "a week of 400 digits": (lambda: CASE.replace("week = 10", f"week = {10**400}").encode(), "hours_per_week"),
    "a day in the year 10,000": (lambda: CASE.replace('"2016-05"', '"10000-05"').encode(), "10000-05"),
    "a time of day": (lambda: stated("value = 2016-05-01T12:00:00"), "expected a number with a decimal point"),
    "another format": (lambda: CASE.replace("schema = 1", "schema = 99").encode(), "schema is '99'"),
    "nothing to read": (lambda: b"", "schema"),
}
INSTANCES: Hostile = {
    "deep lists": (lambda: b"[" * 100_000, "too deep to read"),
    "JSON cut short": (lambda: asked()[:-20], "JSON"),
    "a field twice": (lambda: asked().replace(b'"weeks": 60', b'"weeks": 60, "weeks": 61'), "weeks"),
    "a number of 10,000 digits": (lambda: asked().replace(b'"weeks": 60', b'"weeks": ' + b"9" * 10_000), "digits"),
    "weeks without an end": (lambda: asked().replace(b'"weeks": 60', b'"weeks": 1e999'), "weeks"),
    "no number of weeks": (lambda: asked().replace(b'"weeks": 60', b'"weeks": NaN'), "weeks is 'nan'"),
    "a million weeks": (lambda: asked(weeks=1_000_000, hours=[4] * 1_000_000), "from 1 to 5200"),
    "weeks below none": (lambda: asked(weeks=-1), "from 1 to 5200"),
    "hours for other weeks": (lambda: asked(hours=[4] * 59), "one for each of the 60 weeks"),
    "100,000 actions": (lambda: asked(actions=[{"id": "a"}] * 100_000), "at most 2,?000"),
    "100,000 rounds": (lambda: asked(rounds=[{"week": 1}] * 100_000), "at most 500"),
    "a luck that is none": (lambda: asked(sigma=-1.0), "sigma"),
    "a field there is not": (lambda: asked(eval="import os"), "eval"),
    "a circle": (lambda: asked(actions=[ACTION | {"id": one, "after": [two]} for one, two in ("ab", "ba")]), "after"),
    "an effect of 400 digits": (lambda: asked(actions=[ACTION | {"effect": 10**400}]), "effect"),
    "hours of 400 digits": (lambda: asked(actions=[ACTION | {"hours": 10**400}]), "hours"),
    "an instance too large": (lambda: b" " * 20_000_001, "at most 20,000,000"),
    "no UTF-8 in JSON": (lambda: b'{"schema": "\xff"}', "UTF-8"),
    "half a sign in JSON": (lambda: asked().replace(b'"russian"', b'"\\ud83d"', 1), "half a sign"),
}
