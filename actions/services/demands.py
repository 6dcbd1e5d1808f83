"""Raising a demand, and letting a later version take its place; nothing that was demanded is ever overwritten."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from actions.choices import DemandState
from actions.models import Campaign, Demand
from actions.refusals import ActionsRefusal

NO_WORDS = _("A demand needs words.")
SUPERSEDED_ALREADY = _("A later version has taken the place of this demand already.")
NOT_A_STATE = _("“Superseded” is what a demand becomes when a later version takes its place.")


def raise_demand(campaign: Campaign, *, text: str, **fields: Any) -> Demand:
    """A new demand of a campaign, as a draft. Raises ActionsRefusal without words."""
    if not text.strip():
        raise ActionsRefusal(NO_WORDS)
    return Demand.internal.create(campaign=campaign, text=text.strip(), **fields)


def supersede(old: Demand, *, text: str, **fields: Any) -> Demand:
    """A later version of a demand; the old one stays readable, ended on the day the new one was raised.

    Raises ActionsRefusal without words, or when a later version is there already.
    """
    with transaction.atomic():
        row = Demand.internal.select_for_update(of=("self",)).order_by().get(pk=old.pk)
        if row.superseded_by.exists():
            raise ActionsRefusal(SUPERSEDED_ALREADY)
        new = raise_demand(row.campaign, text=text, supersedes=row, **fields)
        row.status, row.ended_on = DemandState.SUPERSEDED, row.ended_on or new.raised_on
        row.save()
    return new


def settle(demand: Demand, status: str, **fields: Any) -> Demand:
    """Say what became of a demand. Raises ActionsRefusal for a state that only a later version can bring."""
    if status == DemandState.SUPERSEDED or status not in DemandState.values:
        raise ActionsRefusal(NOT_A_STATE)
    demand.status = status
    for name, value in fields.items():
        setattr(demand, name, value)
    demand.save()
    return demand
