"""The codes of sign-ups, for whom the link in the mail is of no use."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from actions.choices import SignUpState
from actions.models import SignUp
from supporters.codes import Pressed, code_words, register_codes


def register() -> None:
    """Make known which sign-ups wait for the word of a person."""
    register_codes(waiting)


def waiting(supporter: UUID) -> Iterator[Pressed]:
    """Those that were not confirmed yet, and the places that are kept for somebody; as long as their links live."""
    now = timezone.now()
    asked = Q(state=SignUpState.UNCONFIRMED, unconfirmed_until__gt=now)
    offered = Q(state=SignUpState.OFFERED, offered_until__gt=now)
    yield from map(_pressed, SignUp.objects.filter(asked | offered, supporter=supporter).order_by("pk"))


def words_for(row: SignUp) -> dict[str, str]:
    """What a mail says of the code of a sign-up; without one where nothing waits."""
    return code_words(_pressed(row) if row.state in (SignUpState.UNCONFIRMED, SignUpState.OFFERED) else None)


def _pressed(row: SignUp) -> Pressed:
    # A place that is offered a second time is another wish.
    until = row.offered_until if row.state == SignUpState.OFFERED else None
    return Pressed("confirm-sign-up", str(row.pk), f"{row.state} {row.signed_up_on} {until}")
