"""What is done: one file a noun family."""

from actions.models.actions import Action, FormerActionSlug, Report, Slot
from actions.models.appeals import Appeal, AppealClaim
from actions.models.campaigns import Campaign, Demand, FormerCampaignSlug
from actions.models.cites import (
    ActionSource,
    AppealSource,
    CampaignSource,
    DemandSource,
    LetterRulesSource,
    LetterTermsSource,
    ReportSource,
    TargetSource,
)
from actions.models.days import DayOfAction
from actions.models.dispatches import Dispatch, DispatchText
from actions.models.groups import Group, GroupContact, GroupProposal, Membership, Target
from actions.models.hooks import Hook
from actions.models.letters import LetterClaim, LetterRules, LetterTerms
from actions.models.links import (
    ActionPrisoner,
    AppealPrisoner,
    AppealTarget,
    CampaignFigure,
    CampaignPrisoner,
    CampaignStatement,
    CampaignTimeline,
    DayOfActionDemand,
    DayOfActionPrisoner,
    DemandPrisoner,
)
from actions.models.new_words import NewWords
from actions.models.photos import Photo
from actions.models.series import Series
from actions.models.sign_ups import Answer, Message, Question, SignUp, WalkIns
from actions.models.signatures import Endorsement, Signature, SignatureCount
from actions.models.teams import Assignment, Invitation

__all__ = [
    "Action",
    "ActionPrisoner",
    "ActionSource",
    "Answer",
    "Appeal",
    "AppealClaim",
    "AppealPrisoner",
    "AppealSource",
    "AppealTarget",
    "Assignment",
    "Campaign",
    "CampaignFigure",
    "CampaignPrisoner",
    "CampaignSource",
    "CampaignStatement",
    "CampaignTimeline",
    "DayOfAction",
    "DayOfActionDemand",
    "DayOfActionPrisoner",
    "Demand",
    "DemandPrisoner",
    "DemandSource",
    "Dispatch",
    "DispatchText",
    "Endorsement",
    "FormerActionSlug",
    "FormerCampaignSlug",
    "Group",
    "GroupContact",
    "GroupProposal",
    "Hook",
    "Invitation",
    "LetterClaim",
    "LetterRules",
    "LetterRulesSource",
    "LetterTerms",
    "LetterTermsSource",
    "Membership",
    "Message",
    "NewWords",
    "Photo",
    "Question",
    "Report",
    "ReportSource",
    "Series",
    "SignUp",
    "Signature",
    "SignatureCount",
    "Slot",
    "Target",
    "TargetSource",
    "WalkIns",
]
