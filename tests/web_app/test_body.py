"""What a request carries is kept as far as it may be answered, and nowhere where it may not."""

import pytest
from waitress.adjustments import Adjustments

from twelfth.web.body import channel_for
from twelfth.web.guard import LARGEST_BODY
from twelfth.web.server import _BODY_FUSE

HOST = "127.0.0.1:8012"
FORM = "application/x-www-form-urlencoded"
SENT = b"a=" + b"x" * 2_000_000


def kept(body: bytes, *, length: bool = True, **changed: str) -> tuple[int, bytes]:
    """How much was counted of a body and what is kept of it, sent in pieces with these headers changed."""
    size = {"Content-Length": str(len(body))} if length else {"Transfer-Encoding": "chunked"}
    headers = {"Host": HOST, "Origin": f"http://{HOST}", "Content-Type": FORM, **size} | changed
    head = "POST / HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value) + "\r\n"
    parser = channel_for((HOST,)).parser_class(Adjustments(max_request_body_size=_BODY_FUSE))
    sent = body if length else f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    rest = head.encode() + sent
    while rest and not parser.completed:
        taken = parser.received(rest[:65_536])
        rest = rest[taken:]
    assert parser.completed
    assert parser.error is None
    found = len(parser.body_rcv), parser.get_body_stream().read()
    parser.close()
    return found


@pytest.mark.parametrize("length", [True, False])
def test_what_a_form_of_ours_carries_is_kept(length: bool) -> None:
    """With its length stated or piece by piece, up to the limit."""
    assert kept(SENT, length=length) == (len(SENT), SENT)


@pytest.mark.parametrize(
    "changed",
    [
        {"Host": "rebound.example"},
        {"Origin": "https://other.example"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Content-Type": "text/plain"},
    ],
)
def test_what_another_site_sends_is_kept_nowhere(changed: dict[str, str]) -> None:
    """It is read past, so that whoever sent it is told why it was refused."""
    assert kept(SENT, **changed) == (len(SENT), b"")


@pytest.mark.parametrize("length", [True, False])
def test_what_is_too_large_is_kept_nowhere(length: bool) -> None:
    """Also where nobody said how large it would be."""
    body = b"x" * (LARGEST_BODY + 1)

    assert kept(body, length=length) == (len(body), b"")
