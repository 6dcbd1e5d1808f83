"""The two ways out: who has given an address gets a mail, who has not is told in a browser.

Neither waits for the other: each has batches, claims, connections and a pause of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Protocol

from supporters import letters, pushes
from supporters.letters import Forms, Letter, Unwritten
from supporters.push_transport import PushTransport, Silences
from supporters.services.outboxes import PUSHES_A_BATCH
from supporters.transports import Leaving, SmtpTransport
from supporters.truth import Group
from supporters.verdicts import Outcome

#: Connections of one worker at the most, and letters that are worth one more: each may have one mail in doubt.
MOST_CONNECTIONS = 4
LETTERS_A_CONNECTION = 200
#: The same of pushes, each of which is a journey there and back of its own.
MOST_HANDS = 8
PUSHES_A_HAND = 5
#: Mails of the first claim, when nobody knows yet how fast the server is: the sooner something is on its way.
FIRST_MAILS = 500
PAUSED_UNTIL = "sending paused until"


class Transport(Protocol):
    """One connection of a way out, in the hands of one thread."""

    refused_by_policy: int
    failures_in_a_row: int

    def carry(self, letters: Iterator[Letter], leaving: Leaving) -> Iterator[tuple[Letter, Outcome]]:
        """Hand over one after the other; says what became of each and raises nothing."""

    def close(self) -> None:
        """No more."""


@dataclass(frozen=True)
class Way:
    """One way out: how what goes it is written and carried, and how much of it is in hand.

    `transports` is asked once a round for what makes the transport of each connection. Nothing is due on this way until
    the instant of the row (Tick) that `pause` names. It ends so much before the round, that what is slow on it
    does not keep the round from being over.
    """

    is_push: bool
    write: Callable[[Sequence[Group], Forms], Iterator[Letter | Unwritten]]
    transports: Callable[[], Callable[[], Transport]]
    most_connections: int
    letters_a_connection: int
    first_rows: int
    pause: str = ""
    ends_before: timedelta = timedelta()


MAILS = Way(
    is_push=False,
    write=letters.written,
    transports=lambda: SmtpTransport,
    most_connections=MOST_CONNECTIONS,
    letters_a_connection=LETTERS_A_CONNECTION,
    first_rows=FIRST_MAILS,
    pause=PAUSED_UNTIL,
)
PUSHES = Way(
    is_push=True,
    write=lambda groups, _forms: pushes.written(groups),
    transports=lambda: partial(PushTransport, Silences()),
    most_connections=MOST_HANDS,
    letters_a_connection=PUSHES_A_HAND,
    first_rows=PUSHES_A_BATCH,
    ends_before=timedelta(minutes=1),
)
