"""Which entries stand in which calendar, through the public door, in a number of queries that does not grow."""

from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from actions import cards
from actions.choices import SignUpState
from actions.ical_actions import action_entries, action_entry
from actions.ical_actions import with_relations as whole_actions
from actions.models import Action, Campaign, DayOfAction, Group, SignUp
from prisoners.ical import Entry, Heading
from prisoners.ical_days import day_entries
from prisoners.ical_hearings import hearing_entries
from prisoners.ical_hearings import with_relations as whole_hearings
from prisoners.models import Event, Hearing, Prisoner
from supporters.models import Supporter
from supporters.personal_calendars import Followed, followed_by

#: What is longer past than this leaves the calendars of many; what was called off stays in sight for as long.
KEPT_FOR = timedelta(days=366)

Whole = tuple[Heading, list[Entry]]


def of_everything(today: date) -> Whole:
    """Every court date, every day that returns and every action."""
    heading = Heading(
        gettext("Until Free: court dates, anniversaries, actions"),
        gettext("All that is announced for political prisoners, in the time of the place."),
        _origin(reverse("home")),
    )
    hearings = Hearing.public.filter(_recent(today))
    days = day_entries(Prisoner.public.all(), Event.public.all())
    return heading, [*_hearings(hearings), *days, *_actions(Action.public.filter(_recent(today)))]


def of_prisoner(prisoner: Prisoner) -> Whole:
    """The court dates of one prisoner, the days that return, and the actions for this person; nothing is left out."""
    title = gettext("%(name)s: court dates, anniversaries, actions") % {"name": prisoner.name_i18n}
    heading = Heading(title, prisoner.summary_i18n, _origin(reverse("prisoners:detail", args=[prisoner.slug])))
    hearings = Hearing.public.filter(case__defendants=prisoner)
    days = day_entries(Prisoner.public.filter(pk=prisoner.pk), Event.public.filter(prisoners=prisoner))
    return heading, [*_hearings(hearings), *days, *_actions(Action.public.filter(prisoners=prisoner))]


def of_campaign(campaign: Campaign, today: date) -> Whole:
    """The court dates and days of the campaign's prisoners, what it remembers, and its actions."""
    heading = Heading(
        campaign.title_i18n, campaign.summary_i18n, _origin(reverse("actions:campaign", args=[campaign.slug]))
    )
    people = Prisoner.public.filter(campaigns=campaign)
    cases = people.order_by().values("cases")
    hearings = Hearing.public.filter(_recent(today), case__in=cases)
    days = day_entries(people, Event.public.filter(campaigns=campaign))
    actions = Action.public.filter(_recent(today), campaign=campaign)
    return heading, [*_hearings(hearings), *days, *_actions(actions)]


def of_group(group: Group, today: date) -> Whole:
    """The actions of one group."""
    heading = Heading(group.name_i18n, group.description_i18n, _origin(reverse("actions:group", args=[group.slug])))
    return heading, _actions(Action.public.filter(_recent(today), group=group))


def of_day(day: DayOfAction) -> Whole:
    """The actions of one day of action, each in the time of its city."""
    heading = Heading(day.title_i18n, day.description_i18n, _origin(reverse("actions:day", args=[day.slug])))
    return heading, _actions(Action.public.filter(day_of_action=day))


def of_action(action: Action) -> Whole:
    """One action, however long it is over; nothing while its day is not known."""
    heading = Heading(action.title_i18n, "", _origin(cards.action_url(action)))
    return heading, _actions(Action.public.filter(pk=action.pk))


def of_person(supporter: Supporter, today: date) -> Whole:
    """What one person follows and where this person comes; the name is nowhere in it."""
    heading = Heading(gettext("Until Free: what I follow"), "", _origin(reverse("supporters:alerts")), is_personal=True)
    followed = followed_by(supporter)
    hearings = Hearing.public.filter(_recent(today), _cases_of(followed))
    days = day_entries(followed.people, followed.events)
    return heading, [*_hearings(hearings), *days, *_own(supporter, today)]


def _cases_of(followed: Followed) -> Q:
    """A case is told under its own country too, whoever is accused."""
    if followed.is_everything:
        return Q()
    return Q(case__in=followed.people.order_by().values("cases")) | Q(case__country__in=followed.countries)


def _own(supporter: Supporter, today: date) -> list[Entry]:
    """Where the person comes, with the meeting point, as long as the action is public."""
    public = Action.public.filter(_recent(today), sign_ups__supporter=supporter)
    coming = SignUp.objects.filter(supporter=supporter, state=SignUpState.CONFIRMED).values("action")
    rows = whole_actions(public.filter(pk__in=coming)).distinct()
    return [entry for one in rows if (entry := action_entry(one, knows_address=True)) is not None]


def _hearings(hearings: QuerySet[Hearing]) -> list[Entry]:
    return hearing_entries(whole_hearings(hearings).distinct())


def _actions(actions: QuerySet[Action]) -> list[Entry]:
    return action_entries(whole_actions(actions).distinct())


def _recent(today: date) -> Q:
    return Q(held_latest__gte=today - KEPT_FOR)


def _origin(path: str) -> str:
    return f"{settings.SITE_ORIGIN}{path}"
