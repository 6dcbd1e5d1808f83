"""Who stands with the prisoners, and what they are owed."""

from supporters.models.calendars import PersonalCalendar
from supporters.models.notifications import Notification, Tick
from supporters.models.people import Consent, StrangerMailCount, Subscription, Supporter, Suppression

__all__ = [
    "Consent",
    "Notification",
    "PersonalCalendar",
    "StrangerMailCount",
    "Subscription",
    "Supporter",
    "Suppression",
    "Tick",
]
