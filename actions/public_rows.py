"""Public campaigns, actions, reports and targets with what hangs on them, in a constant number of queries."""

from typing import Any

from django.db.models import Prefetch, Q, QuerySet, Sum

from actions.choices import PhotoState
from actions.models import Action, Appeal, Campaign, DayOfAction, Demand, Group, Photo, Question, Report, Slot, Target
from actions.models.cites import cites_of
from prisoners.choices import EventKind
from prisoners.models import Event
from prisoners.public_rows import events, figures, people, statements

Rows = QuerySet[Any]


def demands() -> Rows:
    """Demands with whom they are for and what they take the place of."""
    earlier = Prefetch("supersedes", queryset=Demand.public.all())
    raised_by = Prefetch("event", queryset=Event.public.all())
    return Demand.public.prefetch_related(people(), cites_of(Demand), earlier, raised_by)


def strikes() -> Rows:
    """Strikes with everything public about them, and what they demanded."""
    raised = Prefetch("demands", queryset=demands())
    return events().filter(kind=EventKind.STRIKE).prefetch_related(raised).order_by("-happened_latest", "-pk")


def campaigns_in_brief() -> Rows:
    """Campaigns with their prisoners, demands and figures."""
    return Campaign.public.prefetch_related(
        people(),
        Prefetch("demands", queryset=demands()),
        Prefetch("figures", queryset=figures()),
    ).order_by(*Campaign.natural_order, "pk")


def campaigns() -> Rows:
    """Campaigns with everything public about them."""
    return campaigns_in_brief().prefetch_related(
        cites_of(Campaign),
        Prefetch("events", queryset=events()),
        Prefetch("statements", queryset=statements()),
        Prefetch("actions", queryset=Action.public.all()),
    )


def appeals() -> Rows:
    """Appeals with their campaign, people, targets and predecessor, and how many said that they wrote."""
    return Appeal.public.annotate(written=Sum("claims__count")).prefetch_related(
        Prefetch("campaign", queryset=Campaign.public.all()),
        Prefetch("follows", queryset=Appeal.public.all()),
        Prefetch("targets", queryset=targets()),
        people(),
        cites_of(Appeal),
    )


def targets() -> Rows:
    """Targets with the sources of their addresses."""
    return Target.public.prefetch_related(cites_of(Target)).order_by(*Target.natural_order, "pk")


def reports() -> Rows:
    """Reports with their action."""
    photos = Prefetch("photos", queryset=Photo.public.all())
    return Report.public.select_related("action").prefetch_related(cites_of(Report), photos)


def groups() -> Rows:
    """Groups with the address that they may show."""
    return Group.public.select_related("contact").order_by(*Group.natural_order, "pk")


def days_of_action() -> Rows:
    """Calls with whom they are for, what they demand and their public cities."""
    return DayOfAction.public.prefetch_related(
        Prefetch("campaign", queryset=Campaign.public.all()),
        Prefetch("group", queryset=Group.public.all()),
        Prefetch("demands", queryset=demands()),
        Prefetch("actions", queryset=Action.public.order_by("country", "city", "pk")),
        Prefetch("picture", queryset=_looked_at()),
        people(),
    )


def _looked_at() -> Rows:
    return Photo.internal.filter(state=PhotoState.PUBLISHED)


def pictures() -> Rows:
    """Pictures that a second person has looked at, of actions and calls that everybody may see."""
    of_actions = Q(actions__in=Action.public.order_by())
    of_days = Q(days_of_action__in=DayOfAction.public.order_by())
    return Photo.internal.filter(of_actions | of_days, state=PhotoState.PUBLISHED, report=None).distinct()


def actions() -> Rows:
    """Actions with their campaign, group, target, people, slots, questions and report."""
    return Action.public.select_related("series").prefetch_related(
        Prefetch("day_of_action", queryset=DayOfAction.public.all()),
        Prefetch("campaign", queryset=Campaign.public.all()),
        Prefetch("group", queryset=Group.public.all()),
        Prefetch("target", queryset=Target.public.all()),
        Prefetch("slots", queryset=Slot.public.all()),
        Prefetch("questions", queryset=Question.public.all()),
        Prefetch("report", queryset=reports()),
        Prefetch("picture", queryset=_looked_at()),
        people(),
        cites_of(Action),
    )
