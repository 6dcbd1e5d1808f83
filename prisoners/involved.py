"""As what people and bodies stood in an event or a case, in words, with the way to their pages."""

from django.utils.html import format_html
from django.utils.translation import get_language, gettext

from prisoners.cards import prisoner_url
from prisoners.casing import with_capital
from prisoners.choices import OFFICIALS
from prisoners.in_office import official
from prisoners.marked import Text, capitalised, fill, joined, words_of
from prisoners.models import Involvement, Organisation
from prisoners.officials import slug_of
from prisoners.words import say


def organisation_url(organisation: Organisation) -> str:
    """The address of an organisation's page, which belongs to the floor above and is fixed by contract."""
    return f"/{get_language()}/organisations/{organisation.slug}/"


def involved_in_words(one: Involvement) -> Text:
    """As what, and who it was."""
    return fill(gettext("%(role)s: %(who)s"), role=with_capital(one.get_role_display()), who=who_was_involved(one))


def who_was_involved(one: Involvement) -> Text:
    """Who it was; an organisation as the source names it first, with the name of this record where that differs."""
    if one.prisoner is not None:
        who: Text = _link(prisoner_url(one.prisoner), words_of(one.prisoner, "name"))
    elif one.organisation is not None:
        who = _link(organisation_url(one.organisation), words_of(one.organisation, "name"))
        is_other = one.name and one.name != one.organisation.name
        who = fill("%(name)s (%(organisation)s)", name=_name(one), organisation=who) if is_other else who
    else:
        who = _name(one)
    note = words_of(one, "note")
    return joined(" ", (who, fill("(%(note)s)", note=note) if note else ""))


def _name(one: Involvement) -> Text:
    """The name in the source; that of an official leads to everybody in whose cases this one was."""
    shown = words_of(one, "name")
    return official(one.name_i18n, shown, slug_of(one)) if one.role in OFFICIALS else shown


def in_what(one: Involvement) -> Text:
    """The event with its date, or the case."""
    if one.event is None:
        return words_of(one.case, "title")
    title = capitalised(one.event, "title") or with_capital(one.event.get_kind_display())
    return joined(" ", (title, f"({say(one.event.happened_on)})" if one.event.happened_on else ""))


def _link(url: str, words: Text) -> Text:
    return format_html('<a href="{}">{}</a>', url, words)
