"""Beginning a pack or a case of one's own: files that read back, never over what is there."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.small_pack import FILES, write_pack

from twelfth.base import Conflict, InvalidInput, NotFound, TwelfthError
from twelfth.packs import FileCases, FilePacks
from twelfth.usecases import begin_case, begin_pack, draft_case, draft_pack


class Today:
    def today(self) -> date:
        return date(2025, 1, 2)


def pack(folder: Path, name: str = "mine", **more: str) -> FilePacks:
    packs = FilePacks(here=folder)
    begin_pack(draft_pack(name, packs=packs, **more), packs=packs, clock=Today())
    return packs


def case(folder: Path, name: str = "me", pack: str = "nasa-astronaut") -> FileCases:
    packs = FilePacks(here=folder)
    cases = FileCases(packs, here=folder)
    begin_case(draft_case(name, pack=pack, packs=packs), cases=cases, clock=Today())
    return cases


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_pack_reads_back(tmp_path: Path) -> None:
    """Without a word added."""
    process = pack(tmp_path).get("mine")

    assert (process.name, process.title, process.traits) == ("mine", "Mine", ())
    assert names(tmp_path) == ["mine"]


@pytest.mark.parametrize(
    "title", ['Say "yes"', "C:\\new\\pack", "two\nlines", "{name}", "bell \x07", "é ñ 漢", "x\udcff", "'''", "# no"]
)
def test_a_pack_of_any_title_reads_back(title: str, tmp_path: Path) -> None:
    """No character of a title ends the text it stands in."""
    process = pack(tmp_path, title=title).get("mine")

    assert process.title


def test_a_new_pack_says_who_began_it_and_when(tmp_path: Path) -> None:
    """The audit event stands at the top of its TOML files."""
    pack(tmp_path)

    assert (tmp_path / "mine" / "pack.toml").read_text().startswith("# new pack: mine, 2025-01-02\n")
    assert (tmp_path / "mine" / "sources.csv").read_text().startswith("id,")


def test_a_pack_of_people_reads_back(tmp_path: Path) -> None:
    """Its columns are traits."""
    (tmp_path / "people.csv").write_text("id,licence\nAna,yes\n")

    process = pack(tmp_path, people="people.csv").get("mine")

    assert [trait.name for trait in process.traits] == ["licence"]


@pytest.mark.parametrize("name", ["", "Mine", "1st", "a b", "../up", "a/b", "-a", "é", "a\n", ".a", "a.b", "_a"])
def test_a_name_that_is_no_pack_name_is_refused(name: str, tmp_path: Path) -> None:
    """Nothing is written, above all not elsewhere."""
    with pytest.raises(InvalidInput, match="pack name"):
        pack(tmp_path, name)

    assert names(tmp_path) == []


def test_a_pack_is_never_written_over(tmp_path: Path) -> None:
    """What is there stays as it is."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note.txt").write_text("keep")

    with pytest.raises(Conflict, match="'mine' is there already"):
        pack(tmp_path)

    assert names(tmp_path) == ["mine"]
    assert (tmp_path / "mine" / "note.txt").read_text() == "keep"


def test_a_built_in_name_is_a_conflict(tmp_path: Path) -> None:
    """The built-in pack would hide the new one."""
    with pytest.raises(Conflict):
        pack(tmp_path, "nasa-astronaut")

    assert names(tmp_path) == []


def test_a_pack_of_no_people_file_leaves_nothing(tmp_path: Path) -> None:
    """The file is read before anything is written."""
    with pytest.raises(NotFound):
        pack(tmp_path, people="people.csv")

    assert names(tmp_path) == []


def test_a_pack_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk at the second file is a sentence, and the first file is gone."""
    written: list[str] = []
    write = Path.write_text

    def fails(self: Path, content: str, **more: str) -> int:
        if written:
            raise OSError(28, "No space left on device")
        written.append(self.name)
        return write(self, content, **more)

    monkeypatch.setattr(Path, "write_text", fails)

    with pytest.raises(TwelfthError, match="'mine' cannot be written here: No space left on device"):
        pack(tmp_path)

    assert written == ["pack.toml"]
    assert names(tmp_path) == []


def test_what_a_killed_run_left_behind_does_not_stand_in_the_way(tmp_path: Path) -> None:
    """The staging folder of a run that was killed is taken over."""
    (tmp_path / ".mine.new").mkdir()
    (tmp_path / ".mine.new" / "pack.toml").write_text("half")

    process = pack(tmp_path).get("mine")

    assert process.name == "mine"
    assert names(tmp_path) == ["mine"]


@pytest.mark.parametrize("begin", [pack, case])
def test_a_place_that_is_not_there_is_a_sentence(begin: object, tmp_path: Path) -> None:
    """Not a traceback."""
    with pytest.raises(TwelfthError, match="cannot be written here"):
        begin(tmp_path / "nowhere")  # type: ignore[operator]


@pytest.mark.parametrize("name", ["blank", "express-entry", "nasa-astronaut"])
def test_a_new_case_reads_back(name: str, tmp_path: Path) -> None:
    """For every built-in pack, without a word added."""
    read = case(tmp_path, pack=name).get("me.toml")

    assert (read.name, read.pack, read.facts, read.attempts) == ("me", name, (), ())
    assert names(tmp_path) == ["me.toml"]


@pytest.mark.parametrize("name", ["express-entry", "nasa-astronaut"])
def test_every_example_fact_of_a_new_case_reads_when_uncommented(name: str, tmp_path: Path) -> None:
    """The hints are right: each trait once, with a value it can take."""
    cases = case(tmp_path, pack=name)
    path = tmp_path / "me.toml"
    plain = re.sub(r"^# (?=\[\[|trait|value|from|source)", "", path.read_text().split("# [[attempt]]")[0], flags=re.M)
    path.write_text(plain)

    read = cases.get("me.toml")

    assert [fact.trait for fact in read.facts] == [trait.name for trait in cases.process_of("me.toml").traits]


def test_a_case_of_a_pack_with_a_strange_path_reads_back(tmp_path: Path) -> None:
    """Quotes, backslashes and line breaks in a folder's name end no text."""
    strange = tmp_path / 'a "b" \\c\nd'
    strange.mkdir()
    label = FILES["traits.toml"].replace('"Highest degree"', '"""two\nlines = 1"""')
    write_pack(strange, **{"traits.toml": label})

    read = case(tmp_path, pack=f"{strange.name}/small").get("me.toml")

    assert read.pack == f"{strange.name}/small"


@pytest.mark.parametrize("name", ["", "Me", "1st", "a-b", "../up", "a b", "é", "_a", "a\n"])
def test_a_name_that_is_no_case_name_is_refused(name: str, tmp_path: Path) -> None:
    """Nothing is written."""
    with pytest.raises(InvalidInput, match="case name"):
        case(tmp_path, name)

    assert names(tmp_path) == []


def test_a_case_is_never_written_over(tmp_path: Path) -> None:
    """What is there stays as it is."""
    (tmp_path / "me.toml").write_text("keep")

    with pytest.raises(Conflict, match=r"'me\.toml' is there already"):
        case(tmp_path)

    assert (tmp_path / "me.toml").read_text() == "keep"


def test_a_case_of_no_pack_leaves_nothing(tmp_path: Path) -> None:
    """The pack is looked up first."""
    with pytest.raises(NotFound, match="no pack 'tiny'"):
        case(tmp_path, pack="tiny")

    assert names(tmp_path) == []


def test_a_case_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is a sentence, and no half file stays."""
    opened = Path.open

    class Full:
        def __init__(self, path: Path) -> None:
            self._file = opened(path, "x")

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *ended: object) -> None:
            self._file.close()

        def write(self, text: str) -> int:
            self._file.write(text[:10])
            raise OSError(28, "No space left on device")

    def fills(self: Path, *how: str, **more: str) -> object:
        return Full(self) if how[:1] == ("x",) else opened(self, *how, **more)

    monkeypatch.setattr(Path, "open", fills)

    with pytest.raises(TwelfthError, match=r"'me\.toml' cannot be written here: No space left"):
        case(tmp_path)

    assert names(tmp_path) == []
