"""The app of `guarded_child.py`, started, asked byte for byte, and ended."""

import contextlib
import http.client
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from tests.command import ROOT

CHILD = Path(__file__).with_name("guarded_child.py")
FORM = "application/x-www-form-urlencoded"

Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back. Header names are in small letters."""

    status: int
    headers: dict[str, str]
    body: str


@dataclass(slots=True, kw_only=True)
class Guarded:
    """A running app: where it listens, the link of its start, and one connection that is kept."""

    process: "subprocess.Popen[str]"
    url: str
    home: Path
    _line: http.client.HTTPConnection | None = field(default=None)

    @property
    def port(self) -> int:
        port = urlsplit(self.url).port
        assert port is not None
        return port

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, headers: Headers, *, body: bytes = b"") -> Answer:
        """A request with these headers and no others; Content-Length is added where there is a body."""
        line = self._line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        self._line = line
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers:
            line.putheader(name, value)
        if body:
            line.putheader("Content-Length", str(len(body)))
        line.endheaders(body or None)
        response = line.getresponse()
        answer = Answer(
            status=response.status,
            headers={name.lower(): value for name, value in response.getheaders()},
            body=response.read().decode(),
        )
        if response.will_close:
            line.close()
        return answer

    def told(self, word: str) -> str:
        """`key` for a new key, `count` for how many requests reached a view."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def reached(self) -> int:
        return int(self.told("count"))

    def let_in(self) -> str:
        """The Cookie header of a browser that opened a new link."""
        answer = self.ask("GET", f"/open/{self.told('key')}", [("Host", self.host)])
        assert answer.status == 303
        return answer.headers["set-cookie"].partition(";")[0]

    def ended(self) -> dict[str, object]:
        """How it says it ended, once it has."""
        if self._line:
            self._line.close()
        out, _ = self.process.communicate(timeout=20)
        assert self.process.returncode == 0
        return dict(json.loads(out.splitlines()[-1]))


@contextlib.contextmanager
def guarded(home: Path) -> Iterator[Guarded]:
    """The app in a process of its own; it ends when its stdin does, at the latest when this process ends."""
    command = [sys.executable, str(CHILD), str(home)]
    with (
        (home.parent / f"{home.name}.err").open("w+") as errors,
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        if not url:
            errors.seek(0)
            raise AssertionError(errors.read())
        app = Guarded(process=process, url=url, home=home)
        try:
            yield app
        finally:
            if process.poll() is None:
                app.ended()
