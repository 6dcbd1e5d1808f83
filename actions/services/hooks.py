"""Registering another machine that is to be told of public news, and ending that."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import HookState
from actions.models import Hook
from actions.refusals import ActionsRefusal
from prisoners.refusals import Sentence
from privacy import outside
from privacy.outside import NoAnswer, NotOutside
from privacy.text import clean_line
from supporters.topics import EVERYTHING, titles_of

#: What a hook can be about: everything, or what has a feed of its own.
PREFIXES = ("prisoner", "campaign")

NO_NAME = _("Please give it a name that no other has.")
NO_TOPIC = _("It can be about everything, a prisoner or a campaign that is public.")
NO_LANGUAGE = _("This site does not speak that language.")
UNKNOWN_HOST = _("The name of that machine is not known.")


def register(
    *, name: str, url: str, topic: str = EVERYTHING, language: str = "en", now: datetime | None = None
) -> Hook:
    """A machine that is told once it has answered a challenge. Its `secret` is shown to whoever runs it.

    Raises ActionsRefusal with every reason.
    """
    name = clean_line(name)
    faults = [*_against_name(name), *_against_url(url), *_against_topic(topic)]
    faults += [] if language in dict(settings.LANGUAGES) else [NO_LANGUAGE]
    if faults:
        raise ActionsRefusal(faults)
    row = Hook(name=name, url=url, topic=topic, language=language, secret=secrets.token_urlsafe(32))
    row.next_attempt_at = now or timezone.now()
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise ActionsRefusal(NO_NAME) from None
    return row


def try_again(row: Hook) -> None:
    """Ask one that was given up once more; it goes on where it stopped."""
    row.failures, row.reason, row.next_attempt_at = 0, "", timezone.now()
    row.state = HookState.ACTIVE if row.told_until else HookState.UNCONFIRMED
    row.save(update_fields=("failures", "reason", "next_attempt_at", "state"))


def remove(row: Hook) -> None:
    """Tell it nothing any more, and forget its address."""
    Hook.objects.filter(pk=row.pk).delete()


def _against_name(name: str) -> list[Sentence]:
    return [] if name and len(name) <= 100 else [NO_NAME]


def _against_url(url: str) -> list[Sentence]:
    try:
        outside.locate(url)
    except NotOutside as refused:
        return [str(refused)]
    except NoAnswer:
        return [UNKNOWN_HOST]
    return []


def _against_topic(topic: str) -> list[Sentence]:
    prefix = topic.partition(":")[0]
    is_known = topic == EVERYTHING or (prefix in PREFIXES and topic in titles_of([topic]))
    return [] if is_known else [NO_TOPIC]
