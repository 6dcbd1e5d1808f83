"""What a server says in answer to several commands at once, however it comes."""

import socket
from collections.abc import Iterator

import pytest

from supporters.transports import GO_ON, LOST, _Replies

WELL = b"250 2.0.0 Ok\r\n250 2.1.0 Ok\r\n251 2.1.5 will forward\r\n354 End data with <CR><LF>.<CR><LF>\r\n"


@pytest.fixture
def server() -> Iterator[tuple[socket.socket, _Replies]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield theirs, _Replies(ours)


def codes(replies: _Replies, count: int) -> list[int]:
    return [replies.read()[0] for _number in range(count)]


def test_what_goes_well_is_known_in_one_look(server: tuple[socket.socket, _Replies]) -> None:
    theirs, replies = server
    theirs.sendall(WELL)
    assert replies.are(GO_ON)
    theirs.sendall(WELL)
    assert replies.are(GO_ON)


@pytest.mark.parametrize("cut", [1, 13, 14, 15, 40, len(WELL) - 1])
def test_what_comes_in_two_pieces_is_read_reply_by_reply(server: tuple[socket.socket, _Replies], cut: int) -> None:
    theirs, replies = server
    theirs.sendall(WELL[:cut])
    assert not replies.are(GO_ON)
    theirs.sendall(WELL[cut:])
    assert codes(replies, 4) == [250, 250, 251, 354]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (WELL.replace(b"354", b"451"), [250, 250, 251, 451]),
        (WELL.replace(b"251 2.1.5 will forward", b"550 5.1.1 no such user"), [250, 250, 550, 354]),
        (b"452 4.2.2 full\r\n" + WELL, [452, 250, 250, 251, 354]),
        (WELL + b"421 4.3.2 closing\r\n", [250, 250, 251, 354, 421]),
        (b"250-2.0.0 Ok\r\n250 more\r\n" + WELL, [250, 250, 250, 251, 354]),
    ],
    ids=["no data", "no such user", "full", "closing", "in two lines"],
)
def test_what_is_not_just_that_is_read_reply_by_reply(
    server: tuple[socket.socket, _Replies], said: bytes, expected: list[int]
) -> None:
    theirs, replies = server
    theirs.sendall(said)
    assert not replies.are(GO_ON)
    assert codes(replies, len(expected)) == expected


def test_a_server_that_hung_up_is_lost(server: tuple[socket.socket, _Replies]) -> None:
    theirs, replies = server
    theirs.close()
    assert not replies.are(GO_ON)
    assert replies.read()[0] == LOST


def test_what_is_left_of_an_earlier_reply_is_not_passed_over(server: tuple[socket.socket, _Replies]) -> None:
    theirs, replies = server
    theirs.sendall(b"250 2.0.0 Ok\r\n250 2.1.0 Ok\r\n")
    assert codes(replies, 1) == [250]
    theirs.sendall(WELL)
    assert not replies.are(GO_ON)
    assert codes(replies, 5) == [250, 250, 250, 251, 354]
