"""Speaking to a machine out there whose address somebody else gave, without being turned against our own (CWE-918).

https on its own port alone; the name is resolved once, every address of it has to be of the open internet, and the
connection goes to the very address that was looked at. No redirect is followed, no cookie kept, little is read.
"""

import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv6Address, IPv6Network, ip_address
from threading import Thread, Timer
from time import monotonic
from urllib.parse import urlsplit

PORT = 443
#: For each step, and for all of it: a machine that gives one byte at a time holds nobody up.
TIMEOUT_SECONDS, LONGEST_SECONDS = 10, 30
MOST_READ = 65_536
#: By which a resolver says that there is no such name (RFC 3493 section 6.1), or none with an address.
NO_NAME = frozenset({socket.EAI_NONAME, socket.EAI_NODATA})
LONGEST_URL = 500
LONGEST_HEADER = 100
#: IPv6 that stands for an IPv4 address behind a gateway (RFC 6052, RFC 3056, RFC 4380).
TRANSLATED = tuple(map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))


class NotOutside(ValueError):
    """The address is none that we speak to; the sentence says why and repeats nothing of it."""


class NoAnswer(OSError):
    """Nothing useful came back; only the class of what went wrong is named."""


class NoName(NoAnswer):
    """There is no such name."""


class HungUp(NoAnswer):
    """The machine ended the connection without a word."""


@dataclass(frozen=True)
class Target:
    """Where a message goes: the name that the certificate has to bear, its address, and the path."""

    host: str
    address: str
    path: str


@dataclass(frozen=True)
class Answer:
    """What came back: the status (RFC 9110), the beginning of the body, and when to come again (`Retry-After`)."""

    status: int
    body: bytes
    retry_after: str = ""

    @property
    def is_good(self) -> bool:
        """Whether it was taken."""
        return 200 <= self.status < 300


def locate(url: str) -> Target:
    """Resolve an address once.

    Raises NotOutside for what is not https, or not of the open internet; NoAnswer when its name is not known in time.
    """
    host, path = _read(url)
    addresses = look_up(host)
    if not addresses or not all(map(is_outside, addresses)):
        raise NotOutside("This address leads into a network that is not open to everybody.")
    return Target(host, addresses[0], path)


def look_up(host: str) -> list[str]:
    """All addresses of a name. Raises NoName when there is none, NoAnswer when that cannot be told in time."""
    answer: list[list[str] | NoAnswer] = []
    # The system's own look-up takes no time limit: whoever does not come back in time is left behind.
    asking = Thread(target=lambda: answer.append(_looked_up(host)), daemon=True)
    asking.start()
    asking.join(TIMEOUT_SECONDS)
    found = answer[0] if answer else NoAnswer("TimeoutError")
    if isinstance(found, NoAnswer):
        raise found
    return found


def _looked_up(host: str) -> list[str] | NoAnswer:
    try:
        found = socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        is_none = isinstance(error, socket.gaierror) and error.errno in NO_NAME
        return (NoName if is_none else NoAnswer)(type(error).__name__)
    return [str(one[4][0]) for one in found]


def is_outside(address: str) -> bool:
    """Whether an IP address belongs to the open internet, whatever way of writing it hides behind."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_outside(str(ip.ipv4_mapped))
        if any(ip in network for network in TRANSLATED):
            return False
    return ip.is_global and not ip.is_multicast


def post(url: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Hand a body over. Raises NotOutside or NoAnswer; redirects are an answer like any other, and not followed."""
    line = Line()
    try:
        return line.post(url, body, headers)
    finally:
        line.close()


class Line:
    """A connection that is kept open for what goes to the same machine next; not shared between threads.

    It stays with the address that was looked at when it was opened.
    """

    def __init__(self) -> None:
        self._connection: _Connection | None = None

    def post(self, url: str, body: bytes, headers: dict[str, str]) -> Answer:
        """As `post` does; a machine that has ended the connection meanwhile is asked on a new one."""
        began = monotonic()
        host, path = _read(url)
        kept = self._connection
        if kept is not None and kept.is_open_to(host):
            with suppress(HungUp):
                return self._asked(kept, path, body, headers, began)
        self.close()
        self._connection = made = _Connection(locate(url))
        return self._asked(made, path, body, headers, began)

    def close(self) -> None:
        """Keep nothing open."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _asked(
        self, connection: "_Connection", path: str, body: bytes, headers: dict[str, str], began: float
    ) -> Answer:
        try:
            return connection.ask(path, body, headers, LONGEST_SECONDS - (monotonic() - began))
        except BaseException:
            self.close()
            raise


class _Connection(HTTPSConnection):
    """To the address that was looked at; the certificate is that of the name."""

    def __init__(self, target: Target) -> None:
        self._context = context()
        super().__init__(target.host, PORT, timeout=TIMEOUT_SECONDS, context=self._context)
        self._target = target
        self.is_cut = False

    def is_open_to(self, host: str) -> bool:
        """Whether it may be used once more for a machine of that name."""
        return self.sock is not None and self._target.host == host

    def ask(self, path: str, body: bytes, headers: dict[str, str], seconds: float) -> Answer:
        """What is said within so many seconds. Raises NoAnswer, or HungUp where nothing was said at all."""
        ending = Timer(seconds, self.cut)
        ending.start()
        try:
            answer = self._read(self._heard(path, body, headers))
        except HungUp:
            raise
        except (OSError, HTTPException, ValueError) as error:
            raise NoAnswer(type(error).__name__) from None
        finally:
            ending.cancel()
        if self.is_cut:
            raise NoAnswer("TooSlow")
        return answer

    def _heard(self, path: str, body: bytes, headers: dict[str, str]) -> HTTPResponse:
        """The head of the answer. Raises HungUp where the machine has ended the connection before one."""
        try:
            self.request("POST", path, body, headers)
            return self.getresponse()
        except (ConnectionError, ssl.SSLEOFError) as error:
            raise (NoAnswer if self.is_cut else HungUp)(type(error).__name__) from None

    def _read(self, response: HTTPResponse) -> Answer:
        """All of it that we want. A status is an answer, also where what should follow is broken off."""
        asked, said = response.headers.get("Retry-After", "")[:LONGEST_HEADER], b""
        with suppress(OSError, HTTPException):
            said = response.read(MOST_READ)
        if not response.isclosed():
            # It says more than we read, or less than it promised: nothing else can be asked here.
            self.close()
        return Answer(response.status, said, asked)

    def cut(self) -> None:
        """End it from another thread, whatever step it is at."""
        self.is_cut = True
        with suppress(OSError):
            if self.sock is not None:
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

    def connect(self) -> None:
        """As its parent does, without asking for the name again."""
        plain = socket.create_connection((self._target.address, PORT), TIMEOUT_SECONDS)
        # Head and body go in two writes; the second would wait for word of the first.
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock = self._context.wrap_socket(plain, server_hostname=self._target.host, do_handshake_on_connect=False)
        self.sock.do_handshake()


@lru_cache(maxsize=1)
def context() -> ssl.SSLContext:
    """Certificates are checked against those that the system trusts; reading them costs more than a connection."""
    return ssl.create_default_context()


def _read(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise NotOutside("This is no address.") from None
    is_plain = url.isascii() and url.isprintable() and " " not in url and len(url) <= LONGEST_URL
    if not is_plain or parts.scheme != "https" or not parts.hostname:
        raise NotOutside("The address must begin with https:// and be written in Latin letters.")
    if port not in (None, PORT) or parts.username is not None or parts.password is not None:
        raise NotOutside("The address must have neither a port nor a name and password.")
    return parts.hostname, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
