"""Sent twice is done once: a key that comes with a request is remembered for a time, as a keyed hash."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.refusals import Refusal
from privacy.fields import lookup_of
from supporters.models import Once

#: How long a key is remembered (SECURITY G.7).
KEPT = timedelta(hours=24)

REUSED = _("This key was used for something else already; please choose a new one.")


class KeyReused(Refusal):
    """A key came again with other words; nothing was done."""


def claim(what: str, key: str, said: str = "", kept: timedelta = KEPT) -> bool:
    """Whether this key comes for the first time for `what`; remembered if the caller's transaction is committed.

    Somebody who sends the same at the same time waits here until the first is done. `said` is all that came with it.
    Raises KeyReused when the key came with something else before.
    """
    lookup, words = _lookup(what, key), _words(said)
    now = timezone.now()
    Once.objects.filter(lookup=lookup, kept_until__lte=now).delete()
    try:
        with transaction.atomic():
            Once.objects.create(lookup=lookup, said=words, kept_until=now + kept)
    except IntegrityError:
        known = Once.objects.filter(lookup=lookup).first()
        if known is not None and known.said != words:
            raise KeyReused([REUSED]) from None
        return False
    return True


def note(what: str, key: str, kept: timedelta) -> None:
    """Remember that this happens now, in the place of when it last did."""
    values = {"said": _words(""), "kept_until": timezone.now() + kept}
    Once.objects.update_or_create(lookup=_lookup(what, key), defaults=values)


def was_noted_since(what: str, key: str, at: datetime, kept: timedelta) -> bool:
    """Whether it was noted after an instant, less than `kept` ago, as long as it is remembered."""
    return Once.objects.filter(lookup=_lookup(what, key), kept_until__gt=max(at + kept, timezone.now())).exists()


def forget(what: str, key: str) -> None:
    """Remember it no more."""
    Once.objects.filter(lookup=_lookup(what, key)).delete()


def _lookup(what: str, key: str) -> bytes:
    return lookup_of(f"{what} {key}", "key used once")


def _words(said: str) -> bytes:
    return lookup_of(said, "said with a key")
