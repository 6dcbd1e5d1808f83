"""Who stands with the prisoners, and what they are owed."""

from supporters.models.asked import Asked, Stir
from supporters.models.browsers import Browser
from supporters.models.calendars import PersonalCalendar
from supporters.models.contributions import Contribution
from supporters.models.notifications import Batch, MailCount, Notification, Tick
from supporters.models.once import Once
from supporters.models.people import Consent, StrangerMailCount, Subscription, Supporter, Suppression
from supporters.models.restoring import RestoreMark
from supporters.models.successions import Succession

__all__ = [
    "Asked",
    "Batch",
    "Browser",
    "Consent",
    "Contribution",
    "MailCount",
    "Notification",
    "Once",
    "PersonalCalendar",
    "RestoreMark",
    "Stir",
    "StrangerMailCount",
    "Subscription",
    "Succession",
    "Supporter",
    "Suppression",
    "Tick",
]
