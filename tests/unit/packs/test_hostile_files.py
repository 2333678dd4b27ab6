"""Foreign files that are meant to harm, or merely broken: each is refused with a sentence, quickly, unread if large."""

import os
from pathlib import Path

import pytest
from tests.small_pack import FILES, write_pack

from twelfth.base import InvalidInput, NotFound
from twelfth.packs import FileCases, FilePacks, read_case, read_pack
from twelfth.packs.form import parse_form, read_form
from twelfth.packs.limits import MOST_CSV_BYTES, MOST_FACTS, MOST_ROWS, MOST_TOML_BYTES
from twelfth.packs.table import parse_table, read_table


def test_a_sparse_file_of_50_mb_is_refused_unread(tmp_path: Path) -> None:
    """The size is looked at before the content."""
    path = tmp_path / "pool.csv"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(InvalidInput) as caught:
        read_table(path)

    problem = caught.value.problems[0]
    assert (problem.file, problem.value) == ("pool.csv", "50,000,000 bytes")
    assert problem.expected == f"a file of at most {MOST_CSV_BYTES:,} bytes"


def test_a_toml_over_its_limit_is_refused_unread(tmp_path: Path) -> None:
    """TOML is written by hand, so its limit is smaller."""
    path = tmp_path / "pack.toml"
    path.write_bytes(b"#" * (MOST_TOML_BYTES + 1))

    with pytest.raises(InvalidInput, match=r"pack\.toml: file is .* expected a file of at most"):
        read_form(path)


@pytest.mark.parametrize("link", ["rounds.csv", "pack.toml", "rubrics", "README.md"])
def test_a_link_in_a_pack_is_refused(link: str, tmp_path: Path) -> None:
    """A link could make a pack read, and a later export publish, any file of the machine."""
    folder = write_pack(tmp_path)
    place = folder / link
    if place.exists():
        place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(InvalidInput) as caught:
        read_pack(folder)

    told = [one for one in caught.value.problems if one.file == link]
    assert told
    assert "a regular file" in told[0].expected


def test_a_dangling_link_in_a_pack_is_refused(tmp_path: Path) -> None:
    """It is not taken for a file that is left out."""
    folder = write_pack(tmp_path, without=("pool.csv",))
    (folder / "pool.csv").symlink_to(tmp_path / "nowhere")

    with pytest.raises(InvalidInput, match=r"pool\.csv"):
        read_pack(folder)


def test_a_case_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """A case file is a file."""
    (tmp_path / "real.toml").write_text("schema = 1\n")
    (tmp_path / "case.toml").symlink_to(tmp_path / "real.toml")

    with pytest.raises(InvalidInput, match="a regular file"):
        read_case(tmp_path / "case.toml", pack_of=lambda name: read_pack(tmp_path / name))


@pytest.mark.parametrize("name", ["virus.exe", "pack.yaml", "model.pkl"])
def test_an_unknown_file_in_a_pack_is_refused(name: str, tmp_path: Path) -> None:
    """A misspelt file would otherwise be silently left out."""
    folder = write_pack(tmp_path, **{name: "x"})

    with pytest.raises(InvalidInput, match=f"{name}: file is '{name}': expected a file of the pack format"):
        read_pack(folder)


@pytest.mark.parametrize("name", ["rubrics/orphan.csv", "rubrics/notes.txt"])
def test_an_unknown_file_among_the_rubrics_is_refused(name: str, tmp_path: Path) -> None:
    """A table without its TOML is never read, so it is told."""
    folder = write_pack(tmp_path, **{name: "x"})

    with pytest.raises(InvalidInput, match=name):
        read_pack(folder)


def test_a_hidden_file_is_left_alone(tmp_path: Path) -> None:
    """File managers leave such files behind."""
    folder = write_pack(tmp_path, **{".DS_Store": "\0", "rubrics/.DS_Store": "\0"})

    assert read_pack(folder).name == "small"


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    """A folder is no table."""
    folder = write_pack(tmp_path, without=("pool.csv",))
    (folder / "pool.csv").mkdir()

    with pytest.raises(InvalidInput, match=r"pool\.csv: file is 'a folder, link or device'"):
        read_pack(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """Reading one would wait forever."""
    folder = write_pack(tmp_path, without=("pool.csv",))
    os.mkfifo(folder / "pool.csv")

    with pytest.raises(InvalidInput, match="a regular file"):
        read_pack(folder)


TOML_BOMBS = {
    "lists in lists": "x = " + "[" * 10_000,
    "closed lists in lists": "x = " + "[" * 400 + "]" * 400,
    "tables in tables": "x = " + "{ a = " * 5_000,
    "a header of 13 parts": "[" + ".".join("abcdefghijklm") + "]",
    "a key of 20,000 parts": ".".join("a" * 20_000) + " = 1",
    "a quoted key of 20,000 parts": ".".join(['"a"'] * 20_000) + " = 1",
    "an inline key of 20,000 parts": "x = { " + " . ".join("a" * 20_000) + " = 1 }",
}


@pytest.mark.parametrize("text", TOML_BOMBS.values(), ids=TOML_BOMBS)
def test_deep_nesting_is_refused(text: str) -> None:
    """Neither the stack nor the square of the depth is spent on it."""

    with pytest.raises(InvalidInput, match=r"x\.toml: nesting is 'over 12 levels'"):
        parse_form(text, "x.toml")


def test_nesting_of_ten_levels_is_read() -> None:
    """The limit leaves room for every pack."""
    form = parse_form("x = " + "[" * 9 + "]" * 9, "x.toml")

    assert "x" in form


def test_dots_in_a_text_are_no_nesting() -> None:
    """A row of dots, or a sentence of one-letter words, is a text."""
    form = parse_form(f'x = "{"." * 500} {"a. " * 40}"', "x.toml")

    assert form.text("x").startswith("...")


def test_200_000_values_are_refused() -> None:
    """A file may be small and still hold too much."""
    with pytest.raises(InvalidInput, match=r"values is 'over 200,000'"):
        parse_form("x = [" + "1," * 200_001 + "]", "x.toml")


def test_a_number_of_5_000_digits_is_refused() -> None:
    """Python refuses to read it with an error of its own, which is not shown."""
    with pytest.raises(InvalidInput, match="expected a shorter number"):
        parse_form("x = " + "1" * 5_000, "x.toml")


TOML_BYTES = {
    "NUL": (b"a = 1\nb = '\0'\n", "NUL", 2),
    "not UTF-8": (b"a = 'caf\xe9'\n", "not UTF-8", None),
    "UTF-16": ("a = 1\n".encode("utf-16"), "NUL", 1),
    "a lone surrogate": (b"a = '\xed\xa0\x80'\n", "not UTF-8", None),
    "a control character": (b"a = 1\nb = '\x01'\n", "valid TOML", 2),
    "a key twice": (b"a = 1\na = 2\n", "Cannot overwrite a value", 2),
    "a table twice": (b"[a]\n[b]\n[a]\n", "valid TOML", 3),
    "no value": (b"a = 1\nb =", "valid TOML", 2),
    "a day there is not": (b"a = 2010-02-30\n", "valid TOML", 1),
}


@pytest.mark.parametrize(("content", "said", "line"), TOML_BYTES.values(), ids=TOML_BYTES)
def test_bytes_that_are_no_toml_are_refused(content: bytes, said: str, line: int | None, tmp_path: Path) -> None:
    """The message names the file, the line where there is one, and what is wrong."""
    path = tmp_path / "pack.toml"
    path.write_bytes(content)

    with pytest.raises(InvalidInput, match=said) as caught:
        read_form(path)

    assert (caught.value.problems[0].file, caught.value.problems[0].line) == ("pack.toml", line)


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    """Some editors write one."""
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\n")

    assert read_form(path).get("a", int) == 1


def test_many_facts_are_refused_without_comparing_them(tmp_path: Path) -> None:
    """Every two facts of a case are compared, so their number has a limit."""
    write_pack(tmp_path)
    head = 'schema = 1\nname = "x"\ntitle = "x"\npack = "small"\n'
    (tmp_path / "x.toml").write_text(head + "[[fact]]\n" * 40_000)

    with pytest.raises(InvalidInput, match=f"40,000 facts': expected at most {MOST_FACTS:,}"):
        FileCases(FilePacks(here=tmp_path), here=tmp_path).get("x.toml")


def test_places_are_found_once_for_many_mistakes(tmp_path: Path) -> None:
    """Naming the line of each of 20,000 broken traits does not cost the square of the file."""
    folder = write_pack(tmp_path, **{"traits.toml": "[[trait]]\n" * 20_000})

    with pytest.raises(InvalidInput) as caught:
        read_pack(folder)

    lines = [one.line for one in caught.value.problems if one.file == "traits.toml"]
    assert lines[:3] == [1, 2, 3]


def test_too_many_rows_are_refused() -> None:
    """A table holds at most so many people."""
    with pytest.raises(InvalidInput, match=f"rows is 'over {MOST_ROWS:,}'"):
        parse_table("id\n" + "1\n" * (MOST_ROWS + 1), "x.csv")


@pytest.mark.parametrize("name", ["a" * 300, "a" * 5000, "a\0b", "../" * 2000, "", ".", "/dev/null", "no/such/place"])
def test_a_strange_path_is_not_found(name: str, tmp_path: Path) -> None:
    """No path a person can type ends in anything but a sentence."""
    packs = FilePacks(here=tmp_path)
    cases = FileCases(packs, here=tmp_path)

    with pytest.raises(NotFound, match="no pack"):
        packs.get(name)
    with pytest.raises(NotFound, match="no case"):
        cases.get(name)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An input error of the disk is a sentence too."""
    path = tmp_path / "x.csv"
    path.write_text("a\n1\n")

    def fails(self: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fails)

    with pytest.raises(InvalidInput, match="Input/output error"):
        read_table(path)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".csv")])
@pytest.mark.parametrize("content", [b"", b"\n\n", b"\0", b"\xff\xfe", b'"', b"a" * 140_000, b"\x1b[31m,", b",,,\n"])
def test_no_table_of_a_pack_ends_in_a_traceback(name: str, content: bytes, tmp_path: Path) -> None:
    """Whatever stands in a table, the pack reads or is refused with the file named."""
    folder = write_pack(tmp_path, **{name: content})

    with pytest.raises(InvalidInput) as caught:
        read_pack(folder)

    assert Path(name).name in {one.file for one in caught.value.problems}


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".toml")])
@pytest.mark.parametrize(
    "content", ["x = 1", "x", "[[trait]]\nname = []", "[x]", "kind = 1", "trait = [1]", "[[node]]"]
)
def test_no_form_of_a_pack_ends_in_a_traceback(name: str, content: str, tmp_path: Path) -> None:
    """Whatever stands in a form, the pack is refused with the file named."""
    folder = write_pack(tmp_path, **{name: content})

    with pytest.raises(InvalidInput) as caught:
        read_pack(folder)

    assert Path(name).name in {one.file for one in caught.value.problems}
