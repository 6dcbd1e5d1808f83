"""Whatever address is given, nothing within our own network is spoken to."""

import time
from pathlib import Path
from threading import Event
from typing import Self

import pytest

from privacy import outside
from privacy.outside import NoAnswer, NotOutside, is_outside, locate, post
from tests.machine import HOST, Machine


def resolves(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Names lead to these addresses; returns the list of names that were asked for."""
    asked: list[str] = []

    def look_up(host: str) -> list[str]:
        asked.append(host)
        return list(addresses)

    monkeypatch.setattr(outside, "look_up", look_up)
    return asked


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",  # noqa: S104
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
    ],
)
def test_address_of_a_closed_network_is_not_outside(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_outside(address)
    resolves(monkeypatch, "93.184.216.34", address)
    with pytest.raises(NotOutside, match="not open to everybody"):
        locate("https://innocent.example/")


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_address_of_the_open_internet_is_outside(address: str) -> None:
    assert is_outside(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://hook.example/",
        "ftp://hook.example/",
        "file:///etc/passwd",
        "gopher://hook.example/",
        "//hook.example/",
        "https:///x",
        "https://hook.example:8443/",
        "https://hook.example:99999/",
        "https://user@hook.example/",
        "https://user:secret@hook.example/",
        "https://hook.example/\r\nHost: x",
        "https://hook.example/ x",
        "https://хук.example/",
        "https://[::1/",
        "",
        "https://hook.example/" + "x" * 500,
    ],
)
def test_address_that_is_no_plain_https_is_refused_without_being_looked_up(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = resolves(monkeypatch, "93.184.216.34")
    with pytest.raises(NotOutside) as refused:
        locate(url)
    assert asked == []
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("host", ["127.1", "0x7f.1", "2130706433", "017700000001", "localhost"])
def test_other_ways_of_writing_this_machine_are_seen_through(host: str) -> None:
    with pytest.raises((NotOutside, NoAnswer)):
        locate(f"https://{host}/")


def test_name_that_changes_its_mind_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that was looked at is the one that is spoken to (DNS rebinding)."""
    with Machine(tmp_path) as machine:
        machine.stands_outside(monkeypatch)
        asked = resolves(monkeypatch, "127.0.0.1")
        assert post(f"https://{HOST}/news?x=1", b"{}", {}).status == 200
        assert asked == [HOST]
        assert machine.got[0][0] == "/news?x=1"
        assert machine.got[0][1]["Host"].split(":")[0] == HOST


def test_redirect_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Machine(tmp_path) as machine:
        machine.stands_outside(monkeypatch)
        machine.answers = [(302, b"")]
        answer = post(f"https://{HOST}/", b"{}", {})
        assert (answer.status, answer.is_good, len(machine.got)) == (302, False, 1)


def test_certificate_of_another_name_is_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Machine(tmp_path, name="other.example") as machine:
        machine.stands_outside(monkeypatch)
        with pytest.raises(NoAnswer, match="SSL"):
            post(f"https://{HOST}/", b"{}", {})
        assert machine.got == []


def test_little_is_read_of_a_long_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Machine(tmp_path) as machine:
        machine.stands_outside(monkeypatch)
        machine.answers = [(200, b"x" * 200_000)]
        assert len(post(f"https://{HOST}/", b"{}", {}).body) == outside.MOST_READ


def test_machine_that_drips_its_answer_is_left_after_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "LONGEST_SECONDS", 0.5)
    with Dripping(tmp_path) as machine:
        machine.stands_outside(monkeypatch)
        began = time.monotonic()
        with pytest.raises(NoAnswer):
            post(f"https://{HOST}/", b"{}", {})
        assert time.monotonic() - began < 30
        machine.is_over.set()


class Dripping(Machine):
    """Each byte within the time for a step, and never the last."""

    def __enter__(self) -> Self:
        self.is_over = Event()
        return super().__enter__()

    def says(self, body: bytes) -> bytes:
        self.is_over.wait(60)
        return body


def test_a_line_asks_the_same_machine_on_one_connection_and_again_where_it_hung_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Machine(tmp_path, stays=True, hangs_up_after=202) as machine:
        machine.stands_outside(monkeypatch)
        looked: list[str] = []
        monkeypatch.setattr(outside, "look_up", lambda host: looked.append(host) or ["127.0.0.1"])
        line = outside.Line()
        said = [line.post(f"https://{HOST}/{number}", b"%d" % number, {}) for number in range(5)]
        assert [one.body for one in said] == [b"0", b"1", b"2", b"3", b"4"]
        assert (machine.connections, looked) == (1, [HOST])
        # It says nothing of hanging up, as a machine that waits for no longer does not.
        machine.answers = [(202, b"")]
        assert [line.post(f"https://{HOST}/", b"x", {}).status for _time in range(3)] == [202, 200, 200]
        assert machine.connections == 2
        line.close()
        assert [path for path, _headers, _body in machine.got] == ["/0", "/1", "/2", "/3", "/4", "/", "/", "/"]


@pytest.mark.parametrize("before", [0, 1])
def test_an_answer_that_is_broken_off_is_an_answer_and_nothing_is_said_twice(
    before: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Machine(tmp_path, stays=True) as machine:
        machine.stands_outside(monkeypatch)
        line = outside.Line()
        for number in range(before):
            line.post(f"https://{HOST}/{number}", b"x", {})
        machine.answers = [(201, b"", {"Content-Length": "900", "Retry-After": "7"})]
        answer = line.post(f"https://{HOST}/broken", b"x", {})
        assert (answer.status, answer.body) == (201, b"")
        assert line.post(f"https://{HOST}/next", b"x", {}).status == 200
        line.close()
        assert [path for path, *_rest in machine.got][before:] == ["/broken", "/next"]


def test_a_line_to_another_name_is_another_connection_to_an_address_that_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Machine(tmp_path, stays=True) as machine:
        machine.stands_outside(monkeypatch)
        line = outside.Line()
        line.post(f"https://{HOST}/", b"x", {})
        monkeypatch.undo()
        resolves(monkeypatch, "10.0.0.1")
        with pytest.raises(NotOutside):
            line.post("https://other.example/", b"x", {})
        with pytest.raises(NotOutside):
            line.post("http://127.0.0.1/", b"x", {})
        assert len(machine.got) == 1
