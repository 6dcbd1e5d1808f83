"""The mail and the links of a signature: please confirm, it was not me; only a button changes something."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actions import onward
from actions.appeal_page import url_of
from actions.choices import SignatureState
from actions.models import Signature
from actions.refusals import ActionsRefusal
from actions.services import signatures as services
from supporters import onward as supporters_onward
from supporters import topics
from supporters.codes import Pressed, code_words, register_codes
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.link_languages import register_language
from supporters.links import LinkPage, link_for, register_link
from supporters.models import Notification
from supporters.services import people, subscriptions

GONE, CONFLICT = 410, 409
ERASED = "the signature is gone"
_COUNTS = gettext_lazy(
    "Your signature counts. By the other link in the mail you can take it back as long as it is kept."
)


def register() -> None:
    """Make the mail and the links of signing known."""
    register_kind(Kind("signature_confirmation", context, against, is_essential=True))
    register_link("confirm-signature", show_confirm, act_confirm, settled)
    register_link("not-me-signature", show_not_me, act_not_me)
    register_language(_language, "confirm-signature", "not-me-signature")
    register_codes(waiting)


def context(notification: Notification) -> dict[str, Any]:
    """What a stranger's mail says: titles of our own record only, no word that a visitor chose."""
    row = _of(notification)
    if row is None:
        raise LookupError(ERASED)
    return {
        **code_words(_pressed(row) if row.state == SignatureState.UNCONFIRMED else None),
        "title": row.appeal.title_i18n,
        "appeal_url": f"{settings.SITE_ORIGIN}{url_of(row.appeal)}",
        "consent": str(services.CONSENT),
        "is_confirmed": row.state == SignatureState.CONFIRMED,
        "confirm_url": link_for("confirm-signature", str(row.pk), expires_at=notification.stale_at),
        "not_me_url": link_for("not-me-signature", str(row.pk)),
    }


def waiting(supporter: UUID) -> Iterator[Pressed]:
    """The signatures of a person that were not confirmed yet, as long as their links live."""
    rows = Signature.objects.filter(supporter=supporter, state=SignatureState.UNCONFIRMED)
    yield from map(_pressed, rows.filter(unconfirmed_until__gt=timezone.now()).order_by("pk"))


def against(notification: Notification, now: datetime) -> str:
    """Asked for while the signature is kept and the appeal can be signed."""
    row = _of(notification)
    return ERASED if row is None else " ".join(str(one) for one in services.reasons_against(row.appeal, now))


def show_confirm(request: HttpRequest, subject: str) -> LinkPage:
    """Ask whether the person signs, with the words that they agree to."""
    row = _row(subject)
    if row is None:
        return _gone()
    if row.state == SignatureState.CONFIRMED:
        return _signed(request, row)
    words = [row.appeal.title_i18n, str(services.CONSENT), *_alerts(row)]
    return LinkPage(title=_("Do you sign this?"), text="\n\n".join(words), button=_("Yes, I sign"))


def _alerts(row: Signature) -> list[str]:
    """The other consent, where it was given with this signature: what is followed by it, and the words."""
    titles = topics.titles_of([row.appeal.series]) if row.wants_news else {}
    asked = [_("You asked besides to be written to about: %(what)s") % {"what": one} for one in titles.values()]
    return [*asked, str(subscriptions.CONSENT)] if asked else []


def act_confirm(request: HttpRequest, subject: str) -> LinkPage:
    """Confirm, or say kindly why it is not possible any more."""
    row = _row(subject)
    if row is None:
        return _gone()
    has_waited = row.state != SignatureState.CONFIRMED
    try:
        services.confirm(row)
    except (Signature.DoesNotExist, people.Gone):
        return _gone()
    except ActionsRefusal as refused:
        ways = (*onward.appeal(row.appeal), onward.appeals())
        return LinkPage(_("We could not confirm your signature"), str(refused), status=CONFLICT, ways=ways)
    return _signed(request, row, has_waited)


def settled(subject: str) -> LinkPage | None:
    """For an old link that was confirmed in time."""
    row = _row(subject)
    if row is None or row.state != SignatureState.CONFIRMED:
        return None
    return LinkPage(_("You have signed"), _COUNTS, ways=(*onward.appeal(row.appeal), onward.appeals()))


def show_not_me(request: HttpRequest, subject: str) -> LinkPage:
    """Offer to delete it, whoever asked for it."""
    if _row(subject) is None:
        return _deleted()
    text = _("A signature was given with this address. If it was not you, or if you take it back, we delete it.")
    return LinkPage(title=_("Delete this signature?"), text=text, button=_("Delete the signature"))


def act_not_me(request: HttpRequest, subject: str) -> LinkPage:
    """Delete it."""
    row = _row(subject)
    if row is not None:
        services.take_back(row)
    return _deleted()


def _of(notification: Notification) -> Signature | None:
    return _row(notification.subject.removeprefix("signature:"))


def _pressed(row: Signature) -> Pressed:
    return Pressed("confirm-signature", str(row.pk), str(row.signed_on))


def _row(subject: str) -> Signature | None:
    return Signature.objects.select_related("appeal", "supporter").filter(pk=subject).first()


def _language(subject: str) -> str:
    row = _row(subject)
    return row.supporter.language if row else ""


def _signed(request: HttpRequest, row: Signature, has_just: bool = False) -> LinkPage:
    own = supporters_onward.own_page(request, row.supporter, has_just)
    ways = (*onward.appeal(row.appeal), *own, onward.appeals())
    return LinkPage(title=_("You have signed"), text=f"{row.appeal.title_i18n}\n\n{_COUNTS}", ways=ways)


def _deleted() -> LinkPage:
    ways = (supporters_onward.what_we_hold(), onward.appeals())
    return LinkPage(title=_("It is deleted"), text=_("We do not keep what was asked for in your name."), ways=ways)


def _gone() -> LinkPage:
    text = _("This signature does not exist any more: it was not confirmed in time, was taken back, or is erased.")
    return LinkPage(title=_("This link has done its work"), text=text, status=GONE, ways=(onward.appeals(),))
