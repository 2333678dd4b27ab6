"""The token of an install, the key that opens once, and the cookie."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest

from twelfth.base import Conflict, InvalidInput
from twelfth.web import token as of_token
from twelfth.web.token import Doorkeeper, install_token

posix = pytest.mark.skipif(os.name != "posix", reason="modes of files are a matter of posix")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_token_stays_the_same(tmp_path: Path) -> None:
    """256 bits, kept from one start to the next, and another in another home."""
    first = install_token(tmp_path / "home")

    assert len(first) == 43
    assert install_token(tmp_path / "home") == first
    assert install_token(tmp_path / "other") != first
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["token"]


def test_two_homes_may_be_open_in_one_browser(tmp_path: Path) -> None:
    """A browser gives the cookie of 127.0.0.1 to every port: each install has a name of its own, and keeps it."""
    names = [Doorkeeper(install_token(tmp_path / home)).cookie_name for home in ("one", "two", "one")]

    assert names[0] == names[2] != names[1]


@posix
def test_only_oneself_can_read_the_token(tmp_path: Path) -> None:
    """Whatever the umask."""
    before = os.umask(0)
    try:
        install_token(tmp_path / "home")
    finally:
        os.umask(before)

    assert mode(tmp_path / "home") == 0o700
    assert mode(tmp_path / "home" / "token") == 0o600


@posix
@pytest.mark.parametrize("loose", [0o640, 0o604, 0o620])
def test_a_token_that_others_could_read_is_replaced(tmp_path: Path, loose: int) -> None:
    first = install_token(tmp_path)
    (tmp_path / "token").chmod(loose)

    assert install_token(tmp_path) != first
    assert mode(tmp_path / "token") == 0o600


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff" * 43, b"a" * 5000])
def test_a_damaged_token_is_replaced(tmp_path: Path, content: bytes) -> None:
    install_token(tmp_path)
    (tmp_path / "token").write_bytes(content)

    assert len(install_token(tmp_path)) == 43


def test_a_token_is_no_link(tmp_path: Path) -> None:
    """It is neither followed nor replaced."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text(install_token(tmp_path / "other"))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "token").symlink_to(elsewhere)

    with pytest.raises(Conflict, match="is a link"):
        install_token(tmp_path / "home")


def test_a_home_that_cannot_be_used_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(InvalidInput, match="a folder that you can write to"):
        install_token(tmp_path / "file")


def test_starts_at_the_same_time_find_one_token(tmp_path: Path) -> None:
    for turn in range(20):
        with ThreadPoolExecutor(8) as threads:
            found = set(threads.map(install_token, [tmp_path / str(turn)] * 8))

        assert len(found) == 1


def test_a_key_opens_once(tmp_path: Path) -> None:
    keeper = Doorkeeper(install_token(tmp_path))
    key = keeper.new_key()
    cookie = keeper.trade(key)

    assert cookie is not None
    assert keeper.knows(cookie)
    assert keeper.trade(key) is None


def test_of_many_at_once_one_is_let_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though they compare the key at the same time."""

    def slowly(one: str, other: str) -> bool:
        sleep(0.01)
        return one == other

    monkeypatch.setattr(of_token, "_same", slowly)
    keeper = Doorkeeper(install_token(tmp_path))
    with ThreadPoolExecutor(8) as threads:
        cookies = list(threads.map(keeper.trade, [keeper.new_key()] * 8))

    assert sum(cookie is not None for cookie in cookies) == 1


def test_only_the_newest_key_opens(tmp_path: Path) -> None:
    """A wrong one does not spend it."""
    keeper = Doorkeeper(install_token(tmp_path))
    older, newer = keeper.new_key(), keeper.new_key()

    assert len(newer) == 43
    assert [keeper.trade(key) for key in ("", older, newer[:-1], f"{newer}=", "é", "\udcff")] == [None] * 6
    assert keeper.trade(newer) is not None


def test_before_the_first_key_nothing_opens(tmp_path: Path) -> None:
    keeper = Doorkeeper(install_token(tmp_path))

    assert [keeper.trade(key) for key in ("", "None", install_token(tmp_path))] == [None, None, None]


def test_the_cookie_is_of_the_install_and_does_not_tell_the_token(tmp_path: Path) -> None:
    """It outlives a restart; the token itself, and what is near the cookie, opens nothing."""
    token = install_token(tmp_path)
    keeper = Doorkeeper(token)
    cookie = str(keeper.trade(keeper.new_key()))
    wrong = ("", token, cookie[:-1], cookie.upper(), f"{cookie} ", keeper.new_key(), "é", "\udcff")

    assert token not in cookie
    assert Doorkeeper(token).knows(cookie)
    assert not Doorkeeper(install_token(tmp_path / "other")).knows(cookie)
    assert not any(keeper.knows(other) for other in wrong)


def test_no_cookie_is_made_of_an_empty_token() -> None:
    with pytest.raises(ValueError, match="43 characters"):
        Doorkeeper("")
