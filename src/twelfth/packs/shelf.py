"""Packs and cases as files: the built-in ones by name, anybody's own by path."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from twelfth.base import Conflict, NotFound, TwelfthError, shorten
from twelfth.goal import Case, Process
from twelfth.packs.case_file import read_case
from twelfth.packs.read_pack import PACK_NAME, read_pack
from twelfth.usecases import AuditEvent, Draft

BUILT_IN = Path(__file__).parent / "builtin"
EXAMPLES = Path(__file__).parent / "cases"


class FilePacks:
    """A PackShelf over folders. New packs are written below `here`."""

    def __init__(self, *, here: Path, built_in: Path = BUILT_IN) -> None:
        self._here = here
        self._built_in = built_in
        self._read = cache(read_pack)

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(path.name for path in self._built_in.iterdir() if (path / "pack.toml").is_file()))

    def get(self, name: str) -> Process:
        """A built-in pack by name, or any pack by the path of its folder. Raises NotFound, InvalidInput."""
        return self.near(name, self._here)

    def near(self, name: str, folder: Path) -> Process:
        """As `get`, a relative path taken from `folder`."""
        if name in self.names():
            return self._read(self._built_in / name)
        path = folder / name
        if not _is_there(path.is_dir):
            raise NotFound(
                f"There is no pack {shorten(name)!r}: neither built in nor a folder here.",
                next_step=f"Built in are {', '.join(self.names())}; or give the path of a pack's folder.",
            )
        return self._read(path.resolve())

    def add(self, draft: Draft, *, event: AuditEvent) -> str:
        """Write a new folder, all or nothing. Raises Conflict when it exists."""
        target = self._here / draft.name
        if draft.name in self.names() or target.exists():
            raise Conflict(
                f"{shorten(draft.name)!r} is there already.", next_step="Choose another name, or edit that one."
            )
        staging = target.parent / f".{target.name}.new"
        try:
            _remove(staging)
            staging.mkdir()
            for name, content in draft.files:
                (staging / name).write_text(_signed(name, content, event), encoding="utf-8")
            staging.rename(target)
        except OSError as error:
            raise _cannot_write(draft.name, error) from None
        finally:
            _remove(staging)
        return str(target)

    def draft_from_people(self, name: str, people: str) -> Draft:
        """The files a CSV of selected people amounts to. Raises NotFound, InvalidInput."""
        from twelfth.packs.from_people import draft_from_people  # here, as few commands read a spreadsheet

        return draft_from_people(name, None if people == "-" else self._here / people)


class FileCases:
    """A CaseShelf over TOML files. New cases are written in `here`."""

    def __init__(self, packs: FilePacks, *, here: Path, examples: Path = EXAMPLES) -> None:
        self._packs = packs
        self._here = here
        self._examples = examples
        self._read = cache(self._read_file)

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in self._examples.glob("*.toml")))

    def get(self, name: str) -> Case:
        """A built-in case by name, or any case by the path of its file. Raises NotFound, InvalidInput."""
        return self._read(self._path(name))

    def process_of(self, name: str) -> Process:
        return self._packs.near(self.get(name).pack, self._path(name).parent)

    def add(self, draft: Draft, *, event: AuditEvent) -> str:
        """Write a new file. Raises Conflict when it exists."""
        target = self._here / draft.name
        try:
            file = target.open("x", encoding="utf-8")
        except FileExistsError:
            raise Conflict(
                f"{shorten(draft.name)!r} is there already.", next_step="Choose another name, or edit that one."
            ) from None
        except OSError as error:
            raise _cannot_write(draft.name, error) from None
        try:
            with file:
                file.write(_signed(draft.name, draft.files[0][1], event))
        except OSError as error:
            target.unlink(missing_ok=True)
            raise _cannot_write(draft.name, error) from None
        return str(target)

    def _path(self, name: str) -> Path:
        built_in = self._examples / f"{name}.toml"
        if PACK_NAME.fullmatch(name.replace("_", "-")) and _is_there(built_in.is_file):
            return built_in
        path = self._here / name
        if not _is_there(path.is_file):
            raise NotFound(
                f"There is no case {shorten(name)!r}: neither built in nor a file here.",
                next_step=f"Built in are {', '.join(self.names())}; or give the path of a case file.",
            )
        return path

    def _read_file(self, path: Path) -> Case:
        return read_case(path, pack_of=lambda name: self._packs.near(name, path.parent))


def _signed(name: str, content: str, event: AuditEvent) -> str:
    """TOML files say who began them and when; a CSV has no place for that."""
    return f"# {event.action}: {event.subject}, {event.on}\n{content}" if name.endswith(".toml") else content


def _is_there(look: Callable[[], bool]) -> bool:
    """False too for a path that cannot exist, such as one with a name too long."""
    try:
        return look()
    except OSError:
        return False


def _cannot_write(name: str, error: OSError) -> TwelfthError:
    return TwelfthError(
        f"{shorten(name)!r} cannot be written here: {error.strerror}.", next_step="Try again in a folder of your own."
    )


def _remove(folder: Path) -> None:
    if folder.exists():
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
