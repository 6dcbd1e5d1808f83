"""Erasing who came: seven days after an action only the counts are left (a list of sign-ups is political opinion)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from actions import photo_files
from actions.calendar import DAY
from actions.choices import PhotoState
from actions.models import Action, Photo, Report, SignUp
from actions.services.reports import counts_of
from actions.services.signatures import purge_signatures
from actions.services.teams import purge_invitations

KEPT_FOR = timedelta(days=7)
#: Nobody has looked at a photo for so long: nobody will.
PHOTO_WAITS_FOR = timedelta(days=30)
REFUSED_FOR = timedelta(days=1)
#: A file without a row may belong to one that is being written just now.
STRAY_FOR_SECONDS = 3600


def purge(now: datetime, dry_run: bool = False) -> dict[str, int]:
    """Delete sign-ups of actions that ended more than seven days before `now`, and unconfirmed ones past their time.

    Counts stay on the report. People on whom nothing hangs any more are forgotten by supporters' own purge, which runs
    after this one. With `dry_run` nothing is changed and the numbers say what would be.
    """
    old, expired = (_old(now).count(), _expired(now).count()) if dry_run else _erase(now)
    return {
        "sign_ups_of_past_actions": old,
        "unconfirmed_sign_ups": expired,
        "signatures": purge_signatures(now, dry_run),
        "photos_nobody_wanted": _purge_photos(now, dry_run),
        "stray_files_of_photos": _purge_strays(now, dry_run),
        "expired_invitations": purge_invitations(now, dry_run),
    }


def _old(now: datetime) -> QuerySet[SignUp]:
    """By the end of the action, or of its day; an action of which only the month is known counts from its last day."""
    ended = Q(action_end__isnull=False, action_end__lt=now - KEPT_FOR)
    vague = Q(action_end__isnull=True, action__held_latest__lt=(now - KEPT_FOR).date())
    end = Coalesce("action__ends_at", F("action__starts_at") + DAY)
    return SignUp.objects.annotate(action_end=end).filter(ended | vague)


def _expired(now: datetime) -> QuerySet[SignUp]:
    return SignUp.objects.filter(unconfirmed_until__lt=now)


def _keep_counts(actions: set[int]) -> None:
    """On the report, made as an empty draft where nobody wrote one.

    What the report says stays as it is, and so does when it was changed: nobody is told of it again.
    """
    for action in Action.internal.filter(pk__in=actions):
        signed_up, attended = counts_of(action)
        counts = {"signed_up_count": signed_up, "attended_count": attended}
        if signed_up and not Report.internal.filter(action=action).update(**counts):
            Report.internal.create(action=action, **counts)


@transaction.atomic
def _erase(now: datetime) -> tuple[int, int]:
    """Keep the counts and erase the rows; returns how many were of past actions, and how many unconfirmed.

    Rows are asked for as they are locked: who confirms meanwhile waits for us or we for them, and is not erased.
    """
    old, expired = _locked(_old(now)), _locked(_expired(now))
    _keep_counts({action for _pk, action in old})
    SignUp.objects.filter(pk__in=[pk for pk, _action in [*old, *expired]]).delete()
    return len(old), len(expired)


def _locked(rows: QuerySet[SignUp]) -> list[tuple[UUID, int]]:
    return list(rows.order_by().select_for_update(of=("self",)).values_list("pk", "action_id"))


def _purge_photos(now: datetime, dry_run: bool) -> int:
    waiting = Q(state__in=[PhotoState.UPLOADED, PhotoState.BLURRED], created_at__lt=now - PHOTO_WAITS_FOR)
    rows = Photo.internal.filter(waiting | Q(state=PhotoState.REJECTED, updated_at__lt=now - REFUSED_FOR))
    found = list(rows.values_list("pk", flat=True))
    if not dry_run:
        Photo.internal.filter(pk__in=found).delete()
        for photo in found:
            photo_files.forget(photo)
    return len(found)


def _purge_strays(now: datetime, dry_run: bool) -> int:
    """Files of which no row speaks, among them what was looked at while the disk could not delete."""
    pending = Photo.internal.filter(state__in=[PhotoState.UPLOADED, PhotoState.BLURRED])
    tokens = Photo.internal.exclude(token="").values_list("token", flat=True)
    strays = list(photo_files.strays(pending.values_list("pk", flat=True), tokens))
    old = [path for path in strays if path.stat().st_mtime < now.timestamp() - STRAY_FOR_SECONDS]
    for path in [] if dry_run else old:
        path.unlink(missing_ok=True)
    return len(old)
