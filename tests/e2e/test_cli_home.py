"""twelfth export, import, backup, restore and doctor through the real command: what is kept is yours, and safe."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from tests.command import ROOT, Done, twelfth
from tests.kept_goals import CARD, EVENT, live
from tests.roads import mile, road

from twelfth.compose import home_of, keeping
from twelfth.usecases import Begun, kept_road

DAY = "2026-03-10"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TWELFTH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TWELFTH_TODAY", DAY)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


@pytest.fixture
def lived(here: Path) -> Path:
    """With the goal `moon`, which has a past."""
    live(keeping(home_of()).goals)
    return here


def export(here: Path, file: str) -> bytes:
    done = twelfth("export", "--to", file, here=here)
    assert (done.code, done.out) == (0, f"{file}\n"), done.err
    return (here / file).read_bytes()


def checked(done: Done, name: str) -> object:
    """The answer, after a look at its schema."""
    answer = json.loads(done.out)
    schema = json.loads((ROOT / f"docs/reference/schemas/{name}.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(answer)) == []
    return answer["answer"]


def test_what_is_exported_comes_back_in_a_new_home(lived: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exported from there it is the same file, to the byte; brought twice it changes nothing."""
    first = export(lived, "first.zip")
    monkeypatch.setenv("TWELFTH_HOME", str(lived / "other"))
    looked = twelfth("import", "first.zip", "--dry-run", here=lived)
    brought = [twelfth("import", "first.zip", here=lived) for _ in range(2)]

    assert "would be kept: 41 rows, 47 changes" in looked.out
    assert "Nothing was written." in looked.out
    assert [one.code for one in brought] == [0, 0]
    assert "moon  kept now: 41 rows" in brought[0].out
    assert "moon  kept so already" in brought[1].out
    assert export(lived, "second.zip") == first


def test_an_export_has_everything_and_a_calendar_without_notes(here: Path) -> None:
    """Miles of the road that is followed and days of rounds; hours, money and notes stay out of it."""
    from datetime import date

    goals = keeping(home_of()).goals
    followed = kept_road(road(mile(note="my secret")), made=date(2026, 3, 2))
    goals.begin(Begun(card=CARD), event=EVENT)
    from dataclasses import replace

    goals.keep("moon", replace(followed, accepted=date(2026, 3, 2)), event=EVENT)
    with ZipFile(BytesIO(export(here, "x.zip"))) as archive:
        names, calendar = archive.namelist(), archive.read("calendar.ics").decode()
        assert archive.testzip() is None

    assert names[:3] == ["twelfth.json", "README.txt", "goals.csv"]
    titles = [str(one["summary"]) for one in Calendar.from_ical(calendar).walk("VEVENT")]
    assert any(one.startswith("Begin: ") for one in titles)
    assert "my secret" not in calendar
    assert "DESCRIPTION" not in calendar


def test_an_export_replaces_an_export_and_nothing_else(lived: Path) -> None:
    """It is for its owner alone to read, and named after the day where no name is given."""
    export(lived, "x.zip")
    export(lived, "x.zip")
    (lived / "thesis.zip").write_bytes(b"PK\x03\x04 my thesis")
    refused = twelfth("export", "--to", "thesis.zip", here=lived)
    named = twelfth("export", "moon", here=lived)

    assert (refused.code, (lived / "thesis.zip").read_bytes()) == (5, b"PK\x03\x04 my thesis")
    assert "is not a Twelfth export" in refused.err
    assert (named.out, (lived / f"twelfth-{DAY}.zip").stat().st_mode & 0o777) == (f"twelfth-{DAY}.zip\n", 0o600)
    assert not list(lived.glob(".*"))


def test_another_goal_of_the_same_name_is_a_conflict(lived: Path) -> None:
    """Code 5, and nothing is changed."""
    first = export(lived, "first.zip")
    goals = keeping(home_of()).goals
    goals.erase("moon", event=EVENT)
    goals.begin(Begun(card=CARD), event=EVENT)
    now = export(lived, "now.zip")
    done = twelfth("import", "first.zip", here=lived)

    assert (done.code, done.out) == (5, "")
    assert "'moon' is kept already and differs" in done.err
    assert export(lived, "now.zip") == now != first


def test_a_case_file_becomes_a_goal(here: Path) -> None:
    """Of which every command can be asked."""
    (here / "me.toml").write_text('schema = 1\nname = "me"\ntitle = "Me"\npack = "nasa-astronaut"\n', encoding="utf-8")
    looked = twelfth("import", "me.toml", "--dry-run", here=here)
    done = twelfth("import", "me.toml", here=here)
    (here / "me.toml").unlink()

    assert (looked.code, looked.out) == (0, "")
    assert (done.code, done.out) == (0, "me\n")
    assert twelfth("case", "show", "me", here=here).code == 0


@pytest.mark.parametrize(
    ("file", "content", "code", "told"),
    [
        ("nobody.zip", None, 3, "no file 'nobody.zip'"),
        ("nobody.toml", None, 3, "no case 'nobody.toml'"),
        ("x.zip", b"", 4, "no ZIP, or one cut short"),
        ("x.zip", b"PK\x03\x04" + bytes(50), 4, "no ZIP, or one cut short"),
        ("x.toml", b"schema = 1", 4, "x.toml"),
    ],
)
def test_what_cannot_be_brought_is_refused(file: str, content: bytes | None, code: int, told: str, here: Path) -> None:
    """With a sentence, the next step, and nothing kept."""
    if content is not None:
        (here / file).write_bytes(content)
    done = twelfth("import", file, here=here)

    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert "mistake of its own" not in done.err
    assert keeping(home_of()).goals.cards() == ()


def test_a_folder_is_no_export(here: Path) -> None:
    """Whatever it is called."""
    (here / "x.zip").mkdir()

    assert "file is 'a folder or device'" in twelfth("import", "x.zip", here=here).err


def test_a_backup_is_put_back(lived: Path) -> None:
    """By its name or by its path; what was there becomes a backup and can be put back too."""
    made = twelfth("backup", here=lived)
    before = export(lived, "x.zip")
    keeping(home_of()).goals.erase("moon", event=EVENT)
    gone = twelfth("restore", made.out.strip(), here=lived)

    assert (made.code, gone.code) == (0, 0), gone.err
    assert twelfth("export", here=lived).code == 3  # erased from its backups too
    assert before
    kept = twelfth("restore", str(lived / "home" / "backups" / gone.out.strip()), here=lived)
    assert kept.code == 0, kept.err


def test_a_slip_is_taken_back_by_a_backup(lived: Path) -> None:
    """Everything as it was, to the byte."""
    before = export(lived, "x.zip")
    made = twelfth("backup", here=lived).out.strip()
    goals = keeping(home_of()).goals
    note = goals.get("moon").notes[0]
    goals.drop("moon", type(note.thing), row=note.id, was=note.version, event=EVENT)
    slipped = export(lived, "x.zip")
    done = twelfth("restore", made, here=lived)

    assert done.code == 0, done.err
    assert export(lived, "x.zip") == before != slipped


def test_a_backup_that_is_not_there_or_not_whole_is_refused(lived: Path) -> None:
    """The next step names the last there is; nothing is changed."""
    before = export(lived, "x.zip")
    made = twelfth("backup", here=lived).out.strip()
    missing = twelfth("restore", "yesterday", here=lived)
    file = lived / "home" / "backups" / made
    file.write_bytes(file.read_bytes().replace(b"Mars", b"Marz"))
    damaged = twelfth("restore", made, here=lived)

    assert (missing.code, damaged.code) == (3, 1)
    assert made in missing.err
    assert "SHA-256 does not fit" in damaged.err
    assert export(lived, "x.zip") == before


def test_the_first_use_of_a_day_makes_a_backup(lived: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the second none."""
    backups = lived / "home" / "backups"
    monkeypatch.setenv("TWELFTH_TODAY", "2026-03-11")
    for file in ("a.zip", "b.zip"):
        export(lived, file)

    assert [one.name for one in backups.glob("*.sqlite3")] == ["twelfth-2026-03-11.sqlite3"]


def test_the_doctor_says_what_is_well_and_what_is_not(lived: Path) -> None:
    """Code 0 where all is, else 1; in words and as JSON."""
    before = twelfth("doctor", here=lived)
    twelfth("backup", here=lived)
    after = twelfth("doctor", "--json", here=lived)
    (lived / "home" / "twelfth.sqlite3").chmod(0o644)
    open_to_all = twelfth("doctor", here=lived)

    assert (before.code, after.code, open_to_all.code) == (1, 0, 1)
    assert "look at this: none yet" in before.out
    assert "others may look in" in " ".join(open_to_all.out.split())
    answer = checked(after, "doctor")
    assert isinstance(answer, dict)
    assert answer["ok"]
    assert {"what": "integrity", "ok": True, "told": "ok"} in answer["lines"]


def test_a_home_without_a_database_is_told_as_one(here: Path) -> None:
    """There is nothing to back up; the doctor says so."""
    assert "There is none" in twelfth("doctor", here=here).out
    assert twelfth("backup", here=here).code == 3


@pytest.mark.parametrize("command", [("backup",), ("restore", "x"), ("doctor",)])
def test_a_server_is_looked_after_elsewhere(
    command: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 5, and by which means."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@nowhere.invalid/x")
    done = twelfth(*command, here=here)

    assert done.code == 5
    assert "pg_dump" in done.err


def test_an_export_answers_by_its_schema(lived: Path) -> None:
    """Looked at and brought."""
    export(lived, "x.zip")
    answer = checked(twelfth("import", "x.zip", "--json", here=lived), "goals-brought")

    assert isinstance(answer, dict)
    assert [(one["name"], one["outcome"]) for one in answer["goals"]] == [("moon", "same")]
