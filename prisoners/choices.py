"""The controlled vocabularies of the record; each names where its values come from.

The values follow the field: the U.S. Press Freedom Tracker (charge status), the microthesauri of OpenEvSys
(MT19 connection, MT25 status, MT31 counsel, MT42 reliability) and the Crowd Counting Consortium (figures).
Values are stored, labels are translated; a value is never reused with another meaning.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PublicationState(TextChoices):
    """Where a fact stands on its way to the public; only PUBLISHED is ever seen outside."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ConsentGround(TextChoices):
    """Why a person may be named in public; asked before publication."""

    ALREADY_PUBLIC = "already_public", _("widely published already, with the person's interest weighed")
    OWN_CONSENT = "own_consent", _("the person agreed")
    FAMILY_CONSENT = "family_consent", _("the family or the lawyer agreed")


class StaffRole(TextChoices):
    """What a member of staff may do; a role grants nothing that it does not name."""

    RESEARCHER = "researcher", _("researcher")
    PUBLISHER = "publisher", _("publisher")
    ORGANISER = "organiser", _("organiser")
    STEWARD = "steward", _("steward (data protection)")


class Gender(TextChoices):
    """Grammatical gender for sentences in languages that need it; never published as a fact."""

    UNKNOWN = "", _("not recorded")
    FEMALE = "f", _("she")
    MALE = "m", _("he")


class NamePart(TextChoices):
    """Which part of a name a spelling holds."""

    FULL = "full", _("full name")
    FAMILY = "family", _("family name")
    GIVEN = "given", _("given name")
    PATRONYMIC = "patronymic", _("patronymic")
    NICKNAME = "nickname", _("also known as")


class PlaceKind(TextChoices):
    """What sort of place it is."""

    LOCALITY = "locality", _("city or town")
    COURT = "court", _("court")
    PRISON = "prison", _("prison or colony")
    OTHER = "other", _("other place")


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


class EventKind(TextChoices):
    """What happened; the kinds that change a person's status are named as in CustodyEnd."""

    ARREST = "arrest", _("arrest")
    RELEASE = "release", _("release")
    PARDON = "pardon", _("pardon")
    COMMUTATION = "commutation", _("commutation")
    APPEAL = "appeal", _("appeal")
    TRANSFER = "transfer", _("transfer")
    EXPECTED_RELEASE = "expected_release", _("expected release")
    INVESTIGATION = "investigation", _("investigation")
    COMPLAINT = "complaint", _("complaint")
    ILL_TREATMENT = "ill_treatment", _("ill-treatment")
    HEALTH = "health", _("health")
    HUNGER_STRIKE = "hunger_strike", _("hunger strike")
    VISIT = "visit", _("visit")
    CONDITIONS = "conditions", _("conditions of detention")
    AWARD = "award", _("award")
    DEATH = "death", _("death")
    FUNERAL = "funeral", _("funeral")
    EXILE = "exile", _("exile")
    WANTED = "wanted", _("put on a wanted list")
    MISSING = "missing", _("disappearance")
    KILLING = "killing", _("killing")
    STRIKE = "strike", _("strike")
    PROTEST = "protest", _("protest")
    SUPPRESSION = "suppression", _("news suppressed")
    SITE_BLOCKED = "site_blocked", _("site blocked")
    SITE_DOWN = "site_down", _("site down")
    BROADCAST_CUT = "broadcast_cut", _("broadcast cut")
    NETWORK_CUT = "network_cut", _("telephone or internet cut off")
    OTHER = "other", _("event")


#: What keeps people from knowing: the log of suppression.
SUPPRESSIONS = (
    EventKind.SUPPRESSION,
    EventKind.SITE_BLOCKED,
    EventKind.SITE_DOWN,
    EventKind.BROADCAST_CUT,
    EventKind.NETWORK_CUT,
)


class CounterKind(TextChoices):
    """Who stands behind a figure (after the Crowd Counting Consortium and UCDP)."""

    OFFICIAL = "official", _("officials")
    MEDIA = "media", _("press")
    CAMPAIGN = "campaign", _("campaign")
    ORGANISER = "organiser", _("organisers")
    INDEPENDENT = "independent", _("independent observers")
    EYEWITNESS = "eyewitness", _("eye-witnesses")
    MEDICAL = "medical", _("medical staff")
    ESTIMATE = "estimate", _("estimate")
    UNKNOWN = "unknown", _("not said by whom")


class Stance(TextChoices):
    """Where a statement stands."""

    NOT_JUDGED = "", _("not judged")
    SUPPORTS = "supports", _("supports the prisoners")
    SOLIDARITY_ACTION = "solidarity_action", _("joins with an action")
    CONDEMNS_REPRESSION = "condemns_repression", _("condemns the repression")
    NEUTRAL = "neutral", _("neutral")
    REPEATS_OFFICIAL_LINE = "repeats_official_line", _("repeats the official version")
    BLAMES_VICTIMS = "blames_victims", _("blames the victims")
    HOSTILE = "hostile", _("hostile")


class Reliability(TextChoices):
    """How far a source is trusted (OpenEvSys MT42)."""

    UNKNOWN = "unknown", _("not judged")
    HIGHLY_RELIABLE = "highly_reliable", _("highly reliable")
    LIKELY_RELIABLE = "likely_reliable", _("likely reliable")
    UNSURE = "unsure", _("unsure")
    LIKELY_UNRELIABLE = "likely_unreliable", _("likely unreliable")
    HIGHLY_UNRELIABLE = "highly_unreliable", _("highly unreliable")


class Connection(TextChoices):
    """How a source is connected with what it tells (OpenEvSys MT19, shortened)."""

    UNKNOWN = "unknown", _("not known")
    PRISONER = "prisoner", _("the prisoner")
    WITNESS = "witness", _("witness")
    RELATIVE = "relative", _("relative")
    COLLEAGUE = "colleague", _("colleague")
    LAWYER = "lawyer", _("lawyer")
    REPORTER = "reporter", _("reporter")
    NGO = "ngo", _("non-governmental organisation")
    UNION = "union", _("trade union")
    CAMPAIGN = "campaign", _("campaign")
    AUTHORITY = "authority", _("authority")
    OPPONENT = "opponent", _("opponent")
