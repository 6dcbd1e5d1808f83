"""The history of plain links of this floor: who tied what to campaigns, demands, actions and appeals."""

from actions.models.actions import Action
from actions.models.appeals import Appeal
from actions.models.campaigns import Campaign, Demand
from actions.models.days import DayOfAction
from prisoners.models.base import link_with_history


@link_with_history
class CampaignPrisoner(Campaign.prisoners.through):  # type: ignore[name-defined]
    """That a campaign is for a prisoner."""

    class Meta:
        proxy = True


@link_with_history
class DemandPrisoner(Demand.prisoners.through):  # type: ignore[name-defined]
    """That a demand is raised for a prisoner."""

    class Meta:
        proxy = True


@link_with_history
class ActionPrisoner(Action.prisoners.through):  # type: ignore[name-defined]
    """That an action is for a prisoner."""

    class Meta:
        proxy = True


@link_with_history
class DayOfActionPrisoner(DayOfAction.prisoners.through):  # type: ignore[name-defined]
    """That a day of action is for a prisoner."""

    class Meta:
        proxy = True


@link_with_history
class DayOfActionDemand(DayOfAction.demands.through):  # type: ignore[name-defined]
    """That a day of action raises a demand."""

    class Meta:
        proxy = True


@link_with_history
class CampaignTimeline(Campaign.events.through):  # type: ignore[name-defined]
    """That an event stands on the timeline of a campaign."""

    class Meta:
        proxy = True


@link_with_history
class CampaignStatement(Campaign.statements.through):  # type: ignore[name-defined]
    """That a statement belongs to a campaign."""

    class Meta:
        proxy = True


@link_with_history
class CampaignFigure(Campaign.figures.through):  # type: ignore[name-defined]
    """That a figure belongs to a campaign."""

    class Meta:
        proxy = True


@link_with_history
class AppealPrisoner(Appeal.prisoners.through):  # type: ignore[name-defined]
    """That an appeal is for a prisoner."""

    class Meta:
        proxy = True


@link_with_history
class AppealTarget(Appeal.targets.through):  # type: ignore[name-defined]
    """That an appeal is addressed to a target."""

    class Meta:
        proxy = True
