"""What happened, what was counted and what was said."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    """What happened; the kinds that change a person's status are named as in CustodyEnd."""

    ARREST = "arrest", _("arrest")
    LEFT_FREE = "left_free", _("left at liberty pending trial")
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


class EventRelation(TextChoices):
    """How one event stands to another, read from the first to the second (OpenEvSys MT22, one word for each pair)."""

    PRECEDES = "precedes", _("came before")
    CAUSES = "causes", _("led to")
    ENCOMPASSES = "encompasses", _("included")
    PARALLEL = "parallel", _("at the same time as")


class InvolvementRole(TextChoices):
    """As what a person or a body stood in an event or a case."""

    EMPLOYER = "employer", _("employer")
    UNION = "union", _("trade union")
    ORGANISER = "organiser", _("organiser")
    LAWYER = "lawyer", _("lawyer")
    JUDGE = "judge", _("judge")
    PROSECUTOR = "prosecutor", _("prosecutor")
    INVESTIGATOR = "investigator", _("investigator")
    AUTHORITY = "authority", _("authority")
    WITNESS = "witness", _("witness")
    EXPERT = "expert", _("expert of the court")
    MEDIATOR = "mediator", _("mediator")
    OBSERVER = "observer", _("observer")
    VICTIM = "victim", _("victim")
    PERPETRATOR = "perpetrator", _("perpetrator, by the source")
    OTHER = "other", _("another part")


#: Who acts in an office, or is a body: named without asking. All others named are private people.
IN_OFFICE = (
    InvolvementRole.EMPLOYER,
    InvolvementRole.UNION,
    InvolvementRole.JUDGE,
    InvolvementRole.PROSECUTOR,
    InvolvementRole.INVESTIGATOR,
    InvolvementRole.AUTHORITY,
    InvolvementRole.PERPETRATOR,
)
#: In an office, and a person and no body.
OFFICIALS = (
    InvolvementRole.JUDGE,
    InvolvementRole.PROSECUTOR,
    InvolvementRole.INVESTIGATOR,
    InvolvementRole.AUTHORITY,
    InvolvementRole.PERPETRATOR,
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


class Channel(TextChoices):
    """By which way a statement reached people."""

    NOT_RECORDED = "", _("not recorded")
    WRITTEN = "written", _("written statement")
    OPEN_LETTER = "open_letter", _("open letter")
    RESOLUTION = "resolution", _("resolution of a meeting or congress")
    SPEECH = "speech", _("speech")
    IN_COURT = "in_court", _("words in court")
    PARLIAMENT = "parliament", _("parliament")
    PRESS_CONFERENCE = "press_conference", _("press conference")
    INTERVIEW = "interview", _("interview")
    ARTICLE = "article", _("article of the speaker’s own")
    BROADCAST = "broadcast", _("radio or television")
    POST = "post", _("post on a social network")
    OTHER = "other", _("another way")


class Stance(TextChoices):
    """Where a statement stands."""

    NOT_JUDGED = "", _("not judged")
    SUPPORTS = "supports", _("supports the prisoners")
    RECOGNISES = "recognises", _("recognises as imprisoned for political reasons")
    SOLIDARITY_ACTION = "solidarity_action", _("joins with an action")
    CONDEMNS_REPRESSION = "condemns_repression", _("condemns the repression")
    NEUTRAL = "neutral", _("neutral")
    REPEATS_OFFICIAL_LINE = "repeats_official_line", _("repeats the official version")
    BLAMES_VICTIMS = "blames_victims", _("blames the victims")
    HOSTILE = "hostile", _("hostile")
