"""How events stand to one another, in words, told from either of the two."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prisoners.casing import with_capital
from prisoners.choices import EventRelation
from prisoners.marked import Text, capitalised, fill, joined
from prisoners.models import Event, EventLink
from prisoners.words import say

#: The words of the list read from the first event to the second; these read the other way round.
TOLD_BACK: Final[dict[str, str | Promise]] = {
    EventRelation.PRECEDES: _("came after"),
    EventRelation.CAUSES: _("followed from"),
    EventRelation.ENCOMPASSES: _("was part of"),
    EventRelation.PARALLEL: _("at the same time as"),
}


def other_of(link: EventLink, event: Event) -> Event:
    """The event at the other end."""
    return link.other if link.event_id == event.pk else link.event


def relation_in_words(link: EventLink, event: Event) -> Text:
    """How that event stands to the other one, which is named with its date."""
    other = other_of(link, event)
    is_from_here = link.event_id == event.pk
    how = str(link.get_relation_display() if is_from_here else TOLD_BACK[link.relation])
    title = capitalised(other, "title") or other.get_kind_display()
    when = f"({say(other.happened_on)})" if other.happened_on else ""
    named = joined(" ", (title, when))
    return fill(gettext("%(how)s: %(event)s"), how=with_capital(how), event=named)
