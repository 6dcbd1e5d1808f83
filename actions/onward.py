"""Where the pages behind the links of a sign-up or a signature lead on to, and what leads to them."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from actions import words
from actions.appeal_page import url_of
from actions.cards import action_url
from actions.choices import SignatureState
from actions.models import Action, Appeal, Signature, SignUp
from actions.services.sign_up_rules import CHANGEABLE
from supporters.links import Way, link_for
from supporters.models import Supporter
from supporters.onward import register_own


def action(row: Action) -> tuple[Way, ...]:
    """The page of an action and its date for a calendar, as long as it is public."""
    if not Action.public.filter(pk=row.pk).exists():
        return ()
    calendar = Way(reverse("calendars:action", args=[row.slug]), _("The date for your calendar"))
    return Way(action_url(row), row.title_i18n), *(() if row.is_cancelled else (calendar,))


def appeal(row: Appeal) -> tuple[Way, ...]:
    """The page of an appeal and that of its campaign, as long as they are public."""
    found = [Way(url_of(row), row.title_i18n)] if Appeal.public.filter(pk=row.pk).exists() else []
    campaign = row.campaign
    if campaign is not None and campaign.is_published:
        found.append(Way(reverse("actions:campaign", args=[campaign.slug]), campaign.title_i18n))
    return tuple(found)


def actions() -> Way:
    """The list of actions."""
    return Way(reverse("actions:actions"), _("Actions"))


def appeals() -> Way:
    """The list of appeals."""
    return Way(reverse("actions:appeals"), _("Appeals"))


def of_person(supporter: Supporter, until: datetime) -> Iterator[Way]:
    """The sign-ups and signatures of a person that are kept, each with the page on which it is changed or ended."""
    coming = SignUp.objects.filter(supporter=supporter, state__in=CHANGEABLE).select_related("action")
    for row in coming.order_by("action__starts_at", "pk"):
        said = ", ".join(part for part in (row.action.title_i18n, words.when(row.action)) if part)
        url = link_for("manage-sign-up", str(row.pk), expires_at=until)
        yield Way(url, _("You signed up: %(what)s") % {"what": said})
    signed = Signature.objects.filter(supporter=supporter, state=SignatureState.CONFIRMED).select_related("appeal")
    for one in signed.order_by("-signed_on", "pk"):
        url = link_for("not-me-signature", str(one.pk), expires_at=until)
        yield Way(url, _("You signed: %(what)s") % {"what": one.appeal.title_i18n})


def register() -> None:
    """Have the page of what is held about a person lead to these."""
    register_own(of_person)
