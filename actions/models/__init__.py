"""What is done: one file a noun family."""

from actions.models.actions import Action, FormerActionSlug, Report, SignUp, Slot
from actions.models.campaigns import Campaign, Demand, FormerCampaignSlug
from actions.models.groups import Group, Membership, Target
from actions.models.links import (
    ActionPrisoner,
    ActionSource,
    CampaignFigure,
    CampaignPrisoner,
    CampaignSource,
    CampaignStatement,
    CampaignTimeline,
    DemandPrisoner,
    DemandSource,
    ReportSource,
    TargetSource,
)
from actions.models.photos import Photo

__all__ = [
    "Action",
    "ActionPrisoner",
    "ActionSource",
    "Campaign",
    "CampaignFigure",
    "CampaignPrisoner",
    "CampaignSource",
    "CampaignStatement",
    "CampaignTimeline",
    "Demand",
    "DemandPrisoner",
    "DemandSource",
    "FormerActionSlug",
    "FormerCampaignSlug",
    "Group",
    "Membership",
    "Photo",
    "Report",
    "ReportSource",
    "SignUp",
    "Slot",
    "Target",
    "TargetSource",
]
