"""Which entries stand in which calendar, through the public door, in a number of queries that does not grow."""

from datetime import date

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from actions import cards
from actions.calendar_parts import (
    Part,
    all_actions,
    all_days,
    all_hearings,
    near_actions,
    near_days,
    near_hearings,
    recent,
)
from actions.choices import SignUpState
from actions.ical_actions import action_entry
from actions.ical_actions import with_relations as whole_actions
from actions.models import Action, Campaign, DayOfAction, Group, SignUp
from prisoners.few import among, within
from prisoners.ical import Entry, Heading
from prisoners.in_office import hearings_before
from prisoners.models import Event, Hearing, Official, Prisoner
from supporters.models import Supporter
from supporters.personal_calendars import Followed, followed_by

Whole = tuple[Heading, list[Entry]]


def of_everything(today: date) -> Whole:
    """Every court date, every day that returns and every action; of a long record those around today."""
    return _whole(
        gettext("Until Free: court dates, anniversaries, actions"),
        gettext("All that is announced for political prisoners, in the time of the place."),
        reverse("home"),
        near_hearings(Hearing.public.all(), today),
        near_days(Prisoner.public.all(), Event.public.all()),
        near_actions(Action.public.all(), today),
    )


def of_prisoner(prisoner: Prisoner) -> Whole:
    """The court dates of one prisoner, the days that return, and the actions for this person; nothing is left out."""
    return _whole(
        gettext("%(name)s: court dates, anniversaries, actions") % {"name": prisoner.name_i18n},
        prisoner.summary_i18n,
        reverse("prisoners:detail", args=[prisoner.slug]),
        all_hearings(Hearing.public.filter(case__defendants=prisoner)),
        all_days(Prisoner.public.filter(pk=prisoner.pk), Event.public.filter(prisoners=prisoner)),
        all_actions(Action.public.filter(prisoners=prisoner)),
    )


def of_official(official: Official, today: date) -> Whole:
    """The court dates of one judge or other official, under all spellings; those around today."""
    return _whole(
        gettext("%(name)s: court dates") % {"name": official.name_i18n},
        official.office_i18n,
        reverse("prisoners:official", args=[official.slug]),
        near_hearings(Hearing.public.filter(within("pk", hearings_before(official.slug))), today),
    )


def of_campaign(campaign: Campaign, today: date) -> Whole:
    """The court dates and days of the campaign's prisoners, what it remembers, and its actions."""
    # Looked up once: each question about their days would look for them among all.
    numbers = Prisoner.public.filter(campaigns=campaign).order_by().values_list("pk", flat=True)
    people = Prisoner.public.filter(among("pk", numbers))
    return _whole(
        campaign.title_i18n,
        campaign.summary_i18n,
        reverse("actions:campaign", args=[campaign.slug]),
        near_hearings(Hearing.public.filter(case__in=people.order_by().values("cases")), today),
        near_days(people, Event.public.filter(campaigns=campaign)),
        near_actions(Action.public.filter(campaign=campaign), today),
    )


def of_group(group: Group, today: date) -> Whole:
    """The actions of one group."""
    page = reverse("actions:group", args=[group.slug])
    actions = near_actions(Action.public.filter(group=group), today)
    return _whole(group.name_i18n, group.description_i18n, page, actions)


def of_day(day: DayOfAction) -> Whole:
    """The actions of one day of action, each in the time of its city."""
    actions = all_actions(Action.public.filter(day_of_action=day))
    return _whole(day.title_i18n, day.description_i18n, reverse("actions:day", args=[day.slug]), actions)


def of_action(action: Action) -> Whole:
    """One action, however long it is over; nothing while its day is not known."""
    return _whole(action.title_i18n, "", cards.action_url(action), all_actions(Action.public.filter(pk=action.pk)))


def of_person(supporter: Supporter, today: date) -> Whole:
    """What one person follows and where this person comes; the name is nowhere in it."""
    followed = followed_by(supporter)
    return _whole(
        gettext("Until Free: what I follow"),
        "",
        reverse("supporters:alerts"),
        near_hearings(Hearing.public.filter(_cases_of(followed)), today),
        near_days(followed.people, followed.events),
        Part(_own(supporter, today)),
        is_personal=True,
    )


def _whole(title: str, description: str, path: str, *parts: Part, is_personal: bool = False) -> Whole:
    """The description says what the calendar is too short for."""
    left_out = [sentence for part in parts for sentence in part.left_out]
    said = "\n".join(words for words in (description, *left_out) if words)
    entries = [entry for part in parts for entry in part.entries]
    return Heading(title, said, f"{settings.SITE_ORIGIN}{path}", is_personal=is_personal), entries


def _cases_of(followed: Followed) -> Q:
    """A case is told under its own country too, whoever is accused."""
    if followed.is_everything:
        return Q()
    return Q(case__in=followed.people.order_by().values("cases")) | Q(case__country__in=followed.countries)


def _own(supporter: Supporter, today: date) -> list[Entry]:
    """Where the person comes, with the meeting point, as long as the action is public."""
    public = Action.public.filter(recent(today), sign_ups__supporter=supporter)
    coming = SignUp.objects.filter(supporter=supporter, state=SignUpState.CONFIRMED).values("action")
    rows = whole_actions(public.filter(pk__in=coming)).distinct()
    return [entry for one in rows if (entry := action_entry(one, knows_address=True)) is not None]
