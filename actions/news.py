"""What is new in the public record, newest first: the one list behind every feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Max, Prefetch, Q, QuerySet
from django.utils.translation import get_language, gettext

from actions import appeal_page, cards, words
from actions.dispatch_archive import shown
from actions.dispatch_words import address_of, words_in
from actions.models import Action, Appeal, Campaign, Dispatch, Group, Report
from prisoners.chain import sanction_in_words
from prisoners.choices import PublicationState
from prisoners.dates import PartialDate, describe
from prisoners.models import Case, Detention, Event, Hearing, Prisoner, Sanction
from supporters.sittings import sitting_of

#: How many entries a feed holds.
LATEST = 60
#: Since when tags are made with our host (RFC 4151 wants a day on which it was ours).
TAGGED_SINCE = "2026-01-01"
#: Models whose withdrawal takes an entry out of a feed.
CAN_BE_WITHDRAWN = (Hearing, Event, Sanction, Detention, Action, Appeal, Report, Prisoner, Case, Campaign)


@dataclass(frozen=True)
class Item:
    """One entry: an id that stays the same in every language, an absolute address, plain words, instants in UTC."""

    key: str
    url: str
    title: str
    text: str
    tag: str
    published_at: datetime
    updated_at: datetime

    @property
    def id(self) -> str:
        """The same for ever (RFC 4151)."""
        return tag_of(self.key)


def tag_of(key: str) -> str:
    """A tag URI of this site (RFC 4151)."""
    return f"tag:{settings.SITE_HOST},{TAGGED_SINCE}:{key}"


def news(prisoner: Prisoner | None = None, campaign: Campaign | None = None) -> list[Item]:
    """The latest entries about a prisoner, a campaign, or everything, in the active language.

    A number of queries that does not grow with them. Of what is not public there is nothing here.
    """
    people = _people(prisoner, campaign)
    found = [
        *_hearings(_of(Hearing.public.all(), people, "case__defendants")),
        *_events(_of(Event.public.all(), people, "prisoners", campaign, "campaigns")),
        *_sanctions(_of(Sanction.public.all(), people, "prisoner")),
        *_detentions(_of(Detention.public.all(), people, "prisoner")),
        *_actions(_of(Action.public.all(), people, "prisoners", campaign, "campaign")),
        *_appeals(_of(Appeal.public.all(), people, "prisoners", campaign, "campaign")),
        *_dispatches(_addressed(prisoner, campaign)),
        *_reports(_of(Report.public.all(), people, "action__prisoners", campaign, "action__campaign")),
    ]
    return sorted(found, key=lambda item: (item.updated_at, item.key), reverse=True)[:LATEST]


def news_of_country(country: str) -> list[Item]:
    """The latest entries about the public prisoners of a country (ISO 3166-1 alpha-2), in the active language."""
    people = Prisoner.public.filter(country=country).order_by()
    found = [
        *_hearings(_of(Hearing.public.all(), people, "case__defendants")),
        *_events(_of(Event.public.all(), people, "prisoners")),
        *_sanctions(_of(Sanction.public.all(), people, "prisoner")),
        *_detentions(_of(Detention.public.all(), people, "prisoner")),
        *_actions(_of(Action.public.all(), people, "prisoners")),
        *_appeals(_of(Appeal.public.all(), people, "prisoners")),
        *_dispatches(Dispatch.public.filter(audience=f"country:{country}")),
        *_reports(_of(Report.public.all(), people, "action__prisoners")),
    ]
    return sorted(found, key=lambda item: (item.updated_at, item.key), reverse=True)[:LATEST]


def news_of_group(group: Group) -> list[Item]:
    """The latest actions, reports and dispatches of one group, in the active language; a constant number of queries."""
    actions, reports = Action.public.filter(group=group), Report.public.filter(action__group=group)
    written = Dispatch.public.filter(group=group)
    found = [*_actions(_of(actions, None, "")), *_reports(_of(reports, None, "")), *_dispatches(written)]
    return sorted(found, key=lambda item: (item.updated_at, item.key), reverse=True)[:LATEST]


def news_of_dispatches() -> list[Item]:
    """The latest of what was mailed to those who follow, in the active language; a constant number of queries."""
    return list(_dispatches(Dispatch.public.all()))


def last_withdrawn() -> datetime | None:
    """When something was last taken out of the public record; a feed has changed since, though no entry is newer."""
    withdrawn = (
        model.internal.filter(state=PublicationState.WITHDRAWN).aggregate(at=Max("withdrawn_at"))["at"]
        for model in CAN_BE_WITHDRAWN
    )
    dispatches = Dispatch.internal.order_by().aggregate(at=Max("withdrawn_at"))["at"]
    return max((at for at in (*withdrawn, dispatches) if at is not None), default=None)


def _people(prisoner: Prisoner | None, campaign: Campaign | None) -> QuerySet[Prisoner] | None:
    """Whom it is about; None is everybody."""
    if prisoner is not None:
        return Prisoner.public.filter(pk=prisoner.pk).order_by()
    return Prisoner.public.filter(campaigns=campaign).order_by() if campaign is not None else None


def _of(
    rows: QuerySet, people: QuerySet[Prisoner] | None, path: str, campaign: Campaign | None = None, campaigns: str = ""
) -> QuerySet:
    """The latest of the rows that are about these people, or belong to the campaign themselves."""
    if people is not None:
        wanted = Q(**{f"{path}__in": people})
        wanted |= Q(**{campaigns: campaign}) if campaign is not None and campaigns else Q()
        rows = rows.filter(pk__in=rows.model.internal.filter(wanted).order_by().values("pk"))
    return rows.order_by("-updated_at", "-pk")[:LATEST]


def _hearings(rows: QuerySet[Hearing]) -> Iterable[Item]:
    people = Prefetch("case__defendants", Prisoner.public.all())
    for row in rows.select_related("case", "place").prefetch_related(people):
        defendants = list(row.case.defendants.all())
        who = _names(defendants) or row.case.title_i18n
        said = [row.get_kind_display(), sitting_of(row).say(_language()), row.get_status_display(), row.court_i18n]
        title = gettext("In court: %(who)s") % {"who": who}
        yield _item(f"hearing/{row.pk}", row, _page_of(defendants), title, [*said, row.came_of_it], "hearing")


def _events(rows: QuerySet[Event]) -> Iterable[Item]:
    for row in rows.prefetch_related(Prefetch("prisoners", Prisoner.public.all())):
        people = list(row.prisoners.all())
        title = row.title_i18n or ": ".join(part for part in (str(row.get_kind_display()), _names(people)) if part)
        said = [row.get_kind_display(), _said(row.happened_on), _names(people), row.text_i18n]
        yield _item(f"event/{row.pk}", row, _page_of(people), title, said, "event")


def _sanctions(rows: QuerySet[Sanction]) -> Iterable[Item]:
    for row in rows.select_related("prisoner"):
        title = gettext("Sentence: %(who)s") % {"who": row.prisoner.name_i18n}
        said = [sanction_in_words(row), _said(row.imposed_on), row.court_i18n]
        yield _item(f"sanction/{row.pk}", row, _page_of([row.prisoner]), title, said, "sanction")


def _detentions(rows: QuerySet[Detention]) -> Iterable[Item]:
    for row in rows.select_related("prisoner", "place"):
        title = gettext("Custody: %(who)s") % {"who": row.prisoner.name_i18n}
        end = [row.get_ended_by_display(), _said(row.ended_on)] if row.ended_on else []
        place = row.place.name_i18n if row.place else ""
        said = [row.get_kind_display(), _said(row.started_on), place, *end]
        yield _item(f"detention/{row.pk}", row, _page_of([row.prisoner]), title, said, "detention")


def _actions(rows: QuerySet[Action]) -> Iterable[Item]:
    for row in rows.select_related("group"):
        state = gettext("Cancelled") if row.is_cancelled else ""
        said = [state, words.kinds(row), words.when(row), words.place(row), words.organiser(row), row.description_i18n]
        yield _item(f"action/{row.pk}", row, cards.action_url(row), row.title_i18n, said, "action")


def _appeals(rows: QuerySet[Appeal]) -> Iterable[Item]:
    for row in rows:
        said = [row.get_outcome_display() if row.outcome else "", appeal_page.until(row), row.summary_i18n]
        yield _item(f"appeal/{row.pk}", row, appeal_page.url_of(row), row.title_i18n, said, "appeal")


def _addressed(prisoner: Prisoner | None, campaign: Campaign | None) -> QuerySet[Dispatch]:
    """What was mailed; about a prisoner or a campaign, only what was for those who follow just that."""
    rows = Dispatch.public.all()
    if prisoner is not None:
        rows = rows.filter(audience=f"prisoner:{prisoner.pk}")
    return rows.filter(audience=f"campaign:{campaign.pk}") if campaign is not None else rows


def _dispatches(rows: QuerySet[Dispatch]) -> Iterable[Item]:
    for row in shown(rows.prefetch_related("texts")[:LATEST]):
        said = words_in(row, _language())
        text = "\n\n".join(part for part in (said.note, said.text) if part)
        at = row.started_at or row.created_at
        yield Item(f"dispatch/{row.pk}", address_of(row, _language()), said.subject, text, "dispatch", at, at)


def _reports(rows: QuerySet[Report]) -> Iterable[Item]:
    for row in rows.select_related("action"):
        title = gettext("What happened: %(title)s") % {"title": row.action.title_i18n}
        said = [_said(row.action.held_on), row.action.city, row.text_i18n]
        yield _item(f"report/{row.pk}", row, cards.action_url(row.action), title, said, "report")


def _item(key: str, row: Any, path: str, title: str, said: Iterable[Any], tag: str) -> Item:
    published = row.published_at or row.created_at
    text = "\n".join(str(part) for part in said if part)
    url = f"{settings.SITE_ORIGIN}{path}"
    return Item(key, url, title, text, tag, published, max(published, row.updated_at))


def _names(prisoners: Iterable[Prisoner]) -> str:
    return ", ".join(prisoner.name_i18n for prisoner in prisoners)


def _page_of(prisoners: list[Prisoner]) -> str:
    """The page of the one it is about, else the list."""
    return f"/{_language()}/prisoners/" + (f"{prisoners[0].slug}/" if prisoners else "")


def _said(day: PartialDate | None) -> str:
    return describe(day, _language()) if day else ""


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
