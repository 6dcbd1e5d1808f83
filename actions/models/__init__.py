"""What is done: one file a noun family."""

from actions.models.actions import Action, FormerActionSlug, Report, SignUp, Slot
from actions.models.campaigns import Campaign, Demand, FormerCampaignSlug
from actions.models.groups import Group, Membership, Target
from actions.models.photos import Photo

__all__ = [
    "Action",
    "Campaign",
    "Demand",
    "FormerActionSlug",
    "FormerCampaignSlug",
    "Group",
    "Membership",
    "Photo",
    "Report",
    "SignUp",
    "Slot",
    "Target",
]
