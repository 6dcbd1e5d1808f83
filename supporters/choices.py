"""The vocabularies of supporters and their notifications."""

from enum import IntEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SupporterState(TextChoices):
    """Whether somebody may be written to."""

    UNCONFIRMED = "unconfirmed", _("has not confirmed the address yet")
    ACTIVE = "active", _("may be written to")
    UNREACHABLE = "unreachable", _("the address does not take mail")


class SubscriptionState(TextChoices):
    """Whether a topic is followed."""

    UNCONFIRMED = "unconfirmed", _("not confirmed yet")
    ACTIVE = "active", _("followed")
    STOPPED = "stopped", _("stopped a moment ago, and can be taken back")


class AlertGroup(TextChoices):
    """What kinds of news of a topic somebody may want or not."""

    COURT = "court", _("court dates and what came of them")
    DAYS = "days", _("days to remember")
    STATUS = "status", _("arrests, sentences, releases and other changes")
    ACTIONS = "actions", _("new actions")
    REPORTS = "reports", _("what happened at actions")
    DISPATCHES = "dispatches", _("urgent appeals and other dispatches")


class Rate(TextChoices):
    """How often the news of a topic is told, the hastiest first; of several the first wins."""

    AT_ONCE = "at_once", _("at once")
    DAILY = "daily", _("once a day, together")
    WEEKLY = "weekly", _("on Mondays, together")
    MONTHLY = "monthly", _("on the first of each month, together")
    OFF = "off", _("not at all")

    @classmethod
    def in_digests(cls) -> tuple["Rate", ...]:
        """Those at which news waits for the reader's hour and goes in one mail."""
        return (cls.DAILY, cls.WEEKLY, cls.MONTHLY)


class NotificationState(TextChoices):
    """What became of one message owed to one person once."""

    WAITING = "waiting", _("waits for a digest")
    QUEUED = "queued", _("queued")
    SENDING = "sending", _("sending")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


class Rank(IntEnum):
    """What overtakes what on the way out."""

    URGENT = 0
    ORDINARY = 1
    PATIENT = 2


class SuppressionReason(TextChoices):
    """Why an address is never, or for a while not, written to."""

    NOT_ME = "not_me", _("said «it was not me»")
    LEFT = "left", _("unsubscribed from everything")
    COMPLAINT = "complaint", _("complained about a mail")


class ConsentScope(TextChoices):
    """What somebody agreed to; each is asked for apart."""

    ALERTS = "alerts", _("alerts by e-mail")
    ACTION = "action", _("taking part in an action")


class ContributionKind(TextChoices):
    """What a reader hands in."""

    CASE = "case", _("Somebody is missing from the record")
    CORRECTION = "correction", _("Something is wrong or incomplete")
    FALSE = "false", _("Something is false")


class ContributionState(TextChoices):
    """What became of a contribution."""

    RECEIVED = "received", _("waits for a researcher")
    ASKED = "asked", _("we have a question")
    ANSWERED = "answered", _("our question was answered")
    ACCEPTED = "accepted", _("taken up")
    REJECTED = "rejected", _("not taken up")

    @classmethod
    def open(cls) -> list[str]:
        """Those of which nobody has decided yet."""
        return [cls.RECEIVED, cls.ASKED, cls.ANSWERED]

    @classmethod
    def decided(cls) -> list[str]:
        """Those that are over."""
        return [cls.ACCEPTED, cls.REJECTED]
