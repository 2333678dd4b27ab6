"""Who may come in: the token of an install, the link that opens the app once, and the cookie it is traded for.

It keeps no link on disk and no cookie anywhere: a cookie is the token's answer to a fixed question, so that a stolen
one does not tell the token, and all of them end when the file `token` is deleted. It knows nothing of requests.
"""

import contextlib
import hashlib
import hmac
import os
import re
import secrets
import stat
import tempfile
import threading
from pathlib import Path
from typing import Final

from twelfth.base import Conflict, InvalidInput, invalid

TOKEN_FILE: Final = "token"
_TOKEN_BYTES: Final = 32
"""256 bits, for the token and for each key."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_QUESTION: Final = b"twelfth: cookie of the local app, 1"
_NAME: Final = b"twelfth: name of the cookie, 1"
_NAME_LENGTH: Final = 8
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


class Doorkeeper:
    """Trades a key for the cookie, once, and knows the cookie again. One of it serves all threads."""

    def __init__(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            # The value is a secret, or was meant to be one: it is not shown.
            raise ValueError("Expected a token of 43 characters of base64url, as install_token makes it.")
        self._cookie = hmac.new(token.encode(), _QUESTION, hashlib.sha256).hexdigest()
        named = hmac.new(token.encode(), _NAME, hashlib.sha256).hexdigest()
        self.cookie_name: Final = f"twelfth-{named[:_NAME_LENGTH]}"
        """Its own for each install: a browser keeps cookies by host, not by port, and two homes may be open at once."""
        self._key: str | None = None
        self._lock = threading.Lock()

    def new_key(self) -> str:
        """A key that opens once. The one before it, if it was not used, opens no more."""
        key = secrets.token_urlsafe(_TOKEN_BYTES)
        with self._lock:
            self._key = key
        return key

    def trade(self, key: str) -> str | None:
        """The value of the cookie, for the key that is out; None for any other, and for the same one again."""
        with self._lock:
            if self._key is None or not _same(self._key, key):
                return None
            self._key = None
        return self._cookie

    def knows(self, cookie: str) -> bool:
        """Whether this is the cookie of this install."""
        return _same(self._cookie, cookie)


def install_token(home: Path) -> str:
    """The token kept in `home`, made on the first day. One that others could read, or that is damaged, is replaced:
    every browser then needs a new link, and nothing else is lost.

    Raises: InvalidInput if the folder cannot be used, Conflict if `token` in it is no file of one's own.
    """
    path = home / TOKEN_FILE
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            token = _kept(path)
            if token is not None:
                return token
            path.unlink()  # only where there was one: else another start may be giving its own that name just now
        _create(path)
        token = _kept(path)
    except OSError as error:
        raise _no_home(home, error) from error
    if token is None:
        raise Conflict(
            f"The token in {path} keeps changing or loses its mode: expected a file that only you can read.",
            next_step="Keep the data on a file system that has permissions, or end the program that writes there.",
        )
    return token


def _kept(path: Path) -> str | None:
    """The token of a file, or None if it is damaged or others could read it.

    Raises: FileNotFoundError, and Conflict if it is no file of one's own.
    """
    about = path.lstat()
    if not stat.S_ISREG(about.st_mode) or (os.name == "posix" and about.st_uid != os.geteuid()):
        raise Conflict(
            f"{path} is a link, a folder or somebody else's: expected a file of your own, or none.",
            next_step=f"Look at what it is, move {path.name} away and start again.",
        )
    if os.name == "posix" and about.st_mode & _OTHERS:
        return None
    text = path.read_bytes()[:100].decode("ascii", "replace").removesuffix("\n")
    return text if _TOKEN.fullmatch(text) else None


def _create(path: Path) -> None:
    """Write a token beside, then give it its name, so that two starts at once read the same one and a power cut leaves
    none or a whole one. `mkstemp` opens with O_EXCL and mode 0600."""
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{secrets.token_urlsafe(_TOKEN_BYTES)}\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(beside, path)  # unlike a rename, never over a file that is there
    except FileExistsError:
        pass  # another start was first, and its token is as good
    finally:
        os.unlink(beside)


def _no_home(home: Path, error: OSError) -> InvalidInput:
    return invalid(
        "the data folder",
        home,
        f"a folder that you can write to ({error.strerror})",
        next_step="Mend its permissions, or name another folder.",
    )


def _same(one: str, other: str) -> bool:
    """Compared in a time that does not tell how much of it agrees."""
    return hmac.compare_digest(one.encode(), other.encode(errors="replace"))
