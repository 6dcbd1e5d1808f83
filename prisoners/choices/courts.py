"""What courts do: charges, hearings, sanctions."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ChargeStatus(TextChoices):
    """Where a charge stands (Press Freedom Tracker's seven, and overturned)."""

    UNKNOWN = "unknown", _("not known")
    NOT_CHARGED = "not_charged", _("not charged")
    PENDING = "pending", _("pending")
    DROPPED = "dropped", _("dropped")
    CONVICTED = "convicted", _("convicted")
    ACQUITTED = "acquitted", _("acquitted")
    APPEALED = "appealed", _("under appeal")
    OVERTURNED = "overturned", _("conviction overturned")


class HearingKind(TextChoices):
    """What a court sits for."""

    DETENTION = "detention", _("detention hearing")
    REMAND_EXTENSION = "remand_extension", _("extension of remand")
    PRELIMINARY = "preliminary", _("preliminary hearing")
    TRIAL_SESSION = "trial_session", _("trial session")
    VERDICT = "verdict", _("verdict")
    SENTENCING = "sentencing", _("sentencing")
    APPEAL = "appeal", _("appeal")
    CASSATION = "cassation", _("cassation")
    SUPERVISION = "supervision", _("supervisory review")
    PAROLE = "parole", _("parole hearing")
    IN_PRISON_OFFENCE = "in_prison_offence", _("hearing on an alleged offence in prison")
    CIVIL = "civil", _("civil hearing")


#: For these a court sits only about somebody who is held.
ABOUT_CUSTODY = frozenset(
    {HearingKind.DETENTION, HearingKind.REMAND_EXTENSION, HearingKind.PAROLE, HearingKind.IN_PRISON_OFFENCE}
)


class HearingStatus(TextChoices):
    """Whether a hearing is still to come, took place or was called off."""

    SCHEDULED = "scheduled", _("scheduled")
    HELD = "held", _("took place")
    CANCELLED = "cancelled", _("cancelled")


class HearingDecision(TextChoices):
    """What the court decided, whatever it sat for; the words of the source stand beside it."""

    UNKNOWN = "", _("not known")
    CONVICTED = "convicted", _("convicted")
    ACQUITTED = "acquitted", _("acquitted")
    CUSTODY = "custody", _("custody ordered or prolonged")
    RELEASED = "released", _("release ordered")
    GRANTED = "granted", _("application granted")
    REFUSED = "refused", _("application refused")
    UPHELD = "upheld", _("earlier decision upheld")
    CHANGED = "changed", _("earlier decision changed")
    OVERTURNED = "overturned", _("earlier decision overturned")
    SENT_BACK = "sent_back", _("sent back to be heard again")
    POSTPONED = "postponed", _("postponed")
    ENDED = "ended", _("proceedings ended")
    OTHER = "other", _("other decision")


class CounselStatus(TextChoices):
    """How the defence could act (OpenEvSys MT31, shortened)."""

    UNKNOWN = "", _("not known")
    OWN_CHOICE = "own_choice", _("counsel of own choice present")
    APPOINTED = "appointed", _("appointed counsel present")
    NOT_ALLOWED_TO_DEFEND = "not_allowed_to_defend", _("counsel present, but not permitted to defend")
    NONE_PERMITTED = "none_permitted", _("no counsel permitted")
    NONE = "none", _("no counsel")
    DEFENDANT_ABSENT = "defendant_absent", _("defendant not present")


class SanctionKind(TextChoices):
    """What a court or an office imposed."""

    PRISON = "prison", _("imprisonment")
    SUSPENDED_PRISON = "suspended_prison", _("suspended prison sentence")
    RESTRICTED_FREEDOM = "restricted_freedom", _("restricted freedom")
    HOUSE_ARREST = "house_arrest", _("house arrest")
    ADMINISTRATIVE_ARREST = "administrative_arrest", _("administrative arrest")
    PROBATION = "probation", _("probation")
    FINE = "fine", _("fine")
    ACTIVITY_BAN = "activity_ban", _("ban on public activity")
    PROFESSION_BAN = "profession_ban", _("ban on a profession")
    COMMUNITY_SERVICE = "community_service", _("community service")
    CONFISCATION = "asset_confiscation", _("confiscation")
    DEPORTATION = "deportation", _("deportation")
    EXILE = "exile", _("exile")
    COMPULSORY_TREATMENT = "compulsory_treatment", _("compulsory treatment")
    UNKNOWN = "unknown", _("kind not known")


class PrisonRegime(TextChoices):
    """How strict the place is in which the court ordered a prison term to be served; some laws count remand by it."""

    UNKNOWN = "", _("not recorded")
    MAXIMUM = "maximum", _("maximum security, strict or special regime, prison")
    MEDIUM = "medium", _("medium security or general regime")
    MINIMUM = "minimum", _("minimum security or a settlement")


class SanctionEnd(TextChoices):
    """What ended a sanction, or took its place."""

    NOT_ENDED = "", _("not ended, as far as known")
    SERVED = "served", _("served in full")
    PARDON = "pardon", _("pardon")
    AMNESTY = "amnesty", _("amnesty")
    COMMUTATION = "commutation", _("commutation")
    REPLACEMENT = "replacement", _("replaced by another sanction")
    EARLY_RELEASE = "early_release", _("early release")
    OVERTURNED = "overturned", _("overturned")
    DEATH = "death", _("death")
