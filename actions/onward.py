"""Where the pages behind the links of a sign-up or a signature lead on to."""

from django.urls import reverse
from django.utils.translation import gettext as _

from actions.appeal_page import url_of
from actions.cards import action_url
from actions.models import Action, Appeal
from supporters.links import Way


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
