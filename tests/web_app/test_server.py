"""The server: where it listens, how it starts and how it ends."""

import signal
import socket
import threading
import urllib.request
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.web_app.guarded import guarded

from twelfth.base import Conflict, InvalidInput
from twelfth.web import server as of_server
from twelfth.web.server import Server


@pytest.fixture
def taken() -> Iterable[int]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def plain(environ: dict[str, object], start_response: Callable[..., object]) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Length", "4")])
    return [b"here"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.168.1.7", "127.0.0.2", "example.org", "127.0.0.1:80"])
def test_other_machines_are_not_served(host: str) -> None:
    with pytest.raises(InvalidInput, match="other addresses are refused until there are accounts"):
        Server(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_it_listens_on_this_machine_alone(host: str) -> None:
    with Server(host, 0) as server:
        assert server.hosts == (f"127.0.0.1:{server.port}", f"localhost:{server.port}")
        assert server.url("key") == f"http://127.0.0.1:{server.port}/open/key"
        with socket.create_connection(("127.0.0.1", server.port), timeout=5):
            pass
        with pytest.raises(OSError, match=r"."), socket.create_connection(("127.0.0.2", server.port), timeout=5):
            pass


@pytest.mark.parametrize("port", [None, 0])
def test_the_usual_port_is_preferred(monkeypatch: pytest.MonkeyPatch, taken: int, port: int | None) -> None:
    """If it is taken, any that is free does."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        free = probe.getsockname()[1]
    monkeypatch.setattr(of_server, "USUAL_PORT", free)
    with Server(port=port) as server:
        assert server.port == free
    monkeypatch.setattr(of_server, "USUAL_PORT", taken)
    with Server(port=port) as server:
        assert server.port not in (0, taken)


def test_a_port_that_is_taken_is_named(taken: int) -> None:
    with pytest.raises(Conflict, match=f"The port {taken} of 127.0.0.1 is taken") as raised:
        Server(port=taken)

    assert "name another --port" in raised.value.next_step


@pytest.mark.parametrize("port", [-1, 65_536])
def test_a_port_is_a_port(port: int) -> None:
    with pytest.raises(InvalidInput, match="a whole number from 1 to 65535"):
        Server(port=port)


def test_it_answers_from_the_moment_it_says_so_and_leaves_no_thread() -> None:
    """`opened` may make a request itself; `stop` from another thread ends it; port and signals are given back."""
    before = set(threading.enumerate())
    handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    server = Server(port=0)
    said = []

    def opened() -> None:
        with urllib.request.urlopen(f"http://{server.hosts[0]}/", timeout=10) as answer:
            said.append(answer.read())
        threading.Thread(target=server.stop).start()

    assert server.run(plain, opened=opened) is None

    assert said == [b"here"]
    assert {one for one in threading.enumerate() if one.name.startswith(("waitress", "twelfth"))} <= before
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == handlers
    Server(port=server.port).close()


def test_an_opener_that_fails_leaves_nothing_behind() -> None:
    server = Server(port=0)

    def opened() -> None:
        raise LookupError("no browser")

    with pytest.raises(LookupError, match="no browser"):
        server.run(plain, opened=opened)

    Server(port=server.port).close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_after_what_was_begun(tmp_path: Path, number: signal.Signals) -> None:
    """A request that is being answered gets its answer; no thread and no socket is left."""
    with guarded(tmp_path / "home") as app:
        cookie = app.let_in()
        answers = []
        asking = threading.Thread(
            target=lambda: answers.append(app.ask("GET", "/page/slow", [("Host", app.host), ("Cookie", cookie)]))
        )
        asking.start()
        while not app.reached():
            pass
        app.process.send_signal(number)
        asking.join(timeout=20)
        ended = app.ended()

        assert [(answer.status, answer.body) for answer in answers] == [(200, "here")]
        assert ended == {"ended": number.name, "left": []}
        Server(port=app.port).close()
