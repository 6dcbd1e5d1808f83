"""Custody: its titles and ends, and how somebody is kept."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CustodyKind(TextChoices):
    """Under what title a person is held (from OpenEvSys MT25 and the Press Freedom Tracker)."""

    DETAINED = "detained", _("detained")
    PRETRIAL = "pretrial", _("in pre-trial detention")
    ADMINISTRATIVE = "administrative", _("under administrative arrest")
    SERVING = "serving", _("serving a sentence")
    HOUSE_ARREST = "house_arrest", _("under house arrest")
    UNKNOWN = "unknown", _("held, grounds not known")


class CustodyEnd(TextChoices):
    """How a stretch of custody ended."""

    NOT_RECORDED = "", _("not recorded")
    RELEASED = "released", _("released")
    SERVED = "served", _("released after the full term")
    EARLY = "early", _("released early")
    PARDONED = "pardoned", _("released under a pardon")
    AMNESTIED = "amnestied", _("released under an amnesty")
    ACQUITTED = "acquitted", _("released on acquittal")
    BAIL = "bail", _("released on bail")
    DROPPED = "dropped", _("released, charges dropped")
    TRANSFERRED = "transferred", _("transferred")
    ESCAPED = "escaped", _("escaped")
    DIED = "died", _("died in custody")


class Confinement(TextChoices):
    """How somebody is kept inside a place of detention."""

    NOT_RECORDED = "", _("not recorded")
    SHARED = "shared", _("together with others")
    SOLITARY = "solitary", _("in solitary confinement")
    PUNISHMENT = "punishment", _("in a punishment cell")
    MEDICAL = "medical", _("in a hospital or medical unit")


class Whereabouts(TextChoices):
    """What the authorities say of where somebody is held, and whom they let in (OpenEvSys MT30, shortened)."""

    NOT_RECORDED = "", _("not recorded")
    VISITED = "visited", _("place disclosed, family or counsel let in")
    CUT_OFF = "cut_off", _("place disclosed, nobody let in")
    UNDISCLOSED = "undisclosed", _("custody admitted, place not disclosed")
    DENIED = "denied", _("custody denied")
