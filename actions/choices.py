"""The vocabularies of campaigns and actions (kinds after Mobilize, counts after the Crowd Counting Consortium)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DemandState(TextChoices):
    """What became of a demand."""

    PROPOSED = "proposed", _("proposed")
    STANDING = "standing", _("standing")
    ESCALATED = "escalated", _("raised further")
    SUPERSEDED = "superseded", _("superseded")
    UNDELIVERED = "undelivered", _("never delivered")
    MET = "met", _("met")
    PARTLY_MET = "partly_met", _("partly met")
    DROPPED = "dropped", _("dropped")
    ENDED = "ended", _("no longer raised")


class ValueUnit(TextChoices):
    """In what the value of a demand is counted."""

    NONE = "", _("no value is claimed")
    PERCENT = "percent", _("per cent")
    MONEY = "money", _("money")
    PEOPLE = "people", _("people")


#: A demand that is still made.
RAISED = (DemandState.STANDING, DemandState.ESCALATED, DemandState.PARTLY_MET)


class TargetKind(TextChoices):
    """Whom an action addresses."""

    EMBASSY = "embassy", _("embassy")
    CONSULATE_GENERAL = "consulate_general", _("consulate general")
    CONSULATE = "consulate", _("consulate")
    HONORARY_CONSULATE = "honorary_consulate", _("honorary consulate")
    MISSION = "mission", _("permanent mission")
    AUTHORITY = "authority", _("authority")
    COMPANY = "company", _("company")
    OTHER = "other", _("other addressee")


class MayWrite(TextChoices):
    """Who may write letters to a prisoner, as far as somebody asked."""

    NOT_KNOWN = "", _("not known")
    ANYBODY = "anybody", _("anybody")
    COUNTRY = "country", _("people in the same country")
    RELATIVES = "relatives", _("relatives only")
    LAWYERS = "lawyers", _("lawyers only")


class MailState(TextChoices):
    """What becomes of mail to a target, as far as somebody tried."""

    UNKNOWN = "unknown", _("not tried")
    WORKS = "works", _("arrives")
    BOUNCES = "bounces", _("comes back")
    BLOCKED = "blocked", _("is refused from our side")


class AppealKind(TextChoices):
    """In what way those who can act are asked: each writes a letter, or all sign one."""

    LETTERS = "letters", _("letters")
    PETITION = "petition", _("petition")
    OPEN_LETTER = "open_letter", _("open letter")
    RESOLUTION = "resolution", _("resolution of unions and other organisations")


class SignatureState(TextChoices):
    """Where a signature stands; only a confirmed one counts."""

    UNCONFIRMED = "unconfirmed", _("not confirmed yet")
    CONFIRMED = "confirmed", _("confirmed")


class AppealOutcome(TextChoices):
    """What came of an appeal, as far as its campaign knows; that one thing followed another says not why."""

    FREED = "freed", _("set free")
    PARTLY = "partly", _("part of it was met")
    ANSWERED = "answered", _("answered, nothing changed")
    UNANSWERED = "unanswered", _("no answer, nothing changed")
    WORSE = "worse", _("it became worse")
    UNKNOWN = "unknown", _("not known")


class AppealResponse(TextChoices):
    """How those who were asked responded (OpenEvSys MT27, shortened)."""

    NOT_RECORDED = "", _("not recorded")
    NO_ANSWER = "no_answer", _("no answer")
    NOT_ACCEPTED = "not_accepted", _("did not take it")
    ACKNOWLEDGED = "acknowledged", _("acknowledged receipt, and no more")
    PROMISED = "promised", _("promised to act")
    INVESTIGATES = "investigates", _("says that it looks into it")
    TOKEN = "token", _("a token step")
    ACTED = "acted", _("acted as was asked")
    JUSTIFIED = "justified", _("justified what was done")
    DENIED = "denied", _("denied that it happened")
    REFUSED = "refused", _("refused")
    REPRISALS = "reprisals", _("answered with reprisals")
    OTHER = "other", _("responded otherwise")


class AppealImpact(TextChoices):
    """What an appeal did to the situation, as its campaign judges it (OpenEvSys MT44)."""

    NOT_JUDGED = "", _("not judged")
    STRONG_POSITIVE = "strong_positive", _("much better for it")
    POSITIVE = "positive", _("somewhat better for it")
    NONE = "none", _("no change")
    NEGATIVE = "negative", _("somewhat worse for it")
    STRONG_NEGATIVE = "strong_negative", _("much worse for it")
    UNCLEAR = "unclear", _("cannot be told")


class ActionKind(TextChoices):
    """What people do together; an action can be several at once."""

    PICKET = "picket", _("picket")
    RALLY = "rally", _("rally")
    VIGIL = "vigil", _("vigil")
    COURT_WATCH = "court_watch", _("court watch")
    DELIVERY = "delivery", _("delivery of a letter or petition")
    LETTER_WRITING = "letter_writing", _("letter writing")
    PHONE_IN = "phone_in", _("phone-in")
    MEETING = "meeting", _("meeting")
    STRIKE_SUPPORT = "strike_support", _("strike support")
    LEAFLETING = "leafleting", _("leafleting")
    PERFORMANCE = "performance", _("performance")
    STATEMENT = "statement", _("statement")
    ONLINE = "online", _("online action")
    OTHER = "other", _("action")


class AddressVisibility(TextChoices):
    """Who may read the exact address of an action."""

    EVERYBODY = "everybody", _("everybody")
    SIGNED_UP = "signed_up", _("those who signed up and confirmed")
    CONFIRMED = "confirmed", _("those who have a place")


class Rhythm(TextChoices):
    """How often an action returns; weekday and date are those of its first day."""

    WEEKLY = "weekly", _("each week")
    FORTNIGHTLY = "fortnightly", _("every two weeks")
    MONTHLY_WEEKDAY = "monthly_weekday", _("each month on the same weekday of it")
    MONTHLY_LAST_WEEKDAY = "monthly_last_weekday", _("each month on its last such weekday")
    MONTHLY_DATE = "monthly_date", _("each month on the same date")


class SkippedHour(TextChoices):
    """What happens on a day on which the clock skips the hour of a series."""

    LEAVE_OUT = "leave_out", _("leave that day out")
    LATER = "later", _("begin later by as much as the clock is put forward")


class SlotRole(TextChoices):
    """What somebody does at an action."""

    PARTICIPANT = "participant", _("taking part")
    STEWARD = "steward", _("steward")
    SPEAKER = "speaker", _("speaker")
    PHOTOGRAPHER = "photographer", _("photographer")
    BANNER = "banner", _("holding a banner")
    LIAISON = "liaison", _("liaison with the police")


class SignUpState(TextChoices):
    """Where a sign-up stands; who is coming or was offered a place takes one, nobody else does."""

    UNCONFIRMED = "unconfirmed", _("not confirmed yet")
    PENDING = "pending", _("waits for the organisers' word")
    WAITING = "waiting", _("on the waiting list")
    OFFERED = "offered", _("was offered a place")
    CONFIRMED = "confirmed", _("coming")
    LAPSED = "lapsed", _("did not take the place in time")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REFUSED = "refused", _("not accepted")

    @classmethod
    def alive(cls) -> list[str]:
        """Those of people who come or wait, and so hear of a change."""
        return [cls.CONFIRMED, cls.PENDING, cls.WAITING, cls.OFFERED]


class QuestionKind(TextChoices):
    """How a question of the organisers is answered."""

    TEXT = "text", _("a few words")
    CHOICE = "choice", _("one of several")
    YES_NO = "yes_no", _("yes or no")


class DeliveryOutcome(TextChoices):
    """What became of the statement or letter that an action brought."""

    NOT_RECORDED = "", _("not recorded")
    NONE = "none", _("nothing was to be delivered")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")
    LEFT = "left", _("left at the door")
    NOT_TRIED = "not_tried", _("not tried")


class PoliceMeasure(TextChoices):
    """What the police did at an action; several at once."""

    ABSENT = "absent", _("no police")
    WATCHED = "watched", _("watched")
    FILMED = "filmed", _("filmed or photographed people")
    CHECKED = "checked", _("checked papers")
    MOVED = "moved", _("moved people on")
    CONFINED = "confined", _("confined people")
    FORCE = "force", _("used force")
    SEIZED = "seized", _("took banners or leaflets")
    FINED = "fined", _("fined people")
    ARRESTED = "arrested", _("arrested people")
    OTHER = "other", _("something else")


class Audience(TextChoices):
    """To whom among those who signed up the organisers write."""

    COMING = "coming", _("everybody who comes")
    SLOT = "slot", _("those with one role")
    WAITING = "waiting", _("those who wait for a place")


class GroupRole(TextChoices):
    """What a member of staff does in a group or at one action; each role holds what the later ones hold."""

    ORGANISER = "organiser", _("organiser")
    HELPER = "helper", _("helper")
    VIEWER = "viewer", _("sees the numbers")


class PhotoState(TextChoices):
    """Where a photo stands: sent, blurred by the detector or by hand, shown, or refused."""

    UPLOADED = "uploaded", _("uploaded, nothing blurred")
    BLURRED = "blurred", _("blurred, waits for a second person")
    PUBLISHED = "published", _("published")
    REJECTED = "rejected", _("rejected")


class DispatchKind(TextChoices):
    """What a mailing is."""

    APPEAL = "appeal", _("urgent appeal")
    DISPATCH = "dispatch", _("dispatch")


class DispatchState(TextChoices):
    """Where a mailing stands; from `sending` on its words are what people have read."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved")
    SENDING = "sending", _("sending")
    PAUSED = "paused", _("paused")
    STOPPED = "stopped", _("stopped")
    SENT = "sent", _("sent")

    @classmethod
    def waiting(cls) -> list[str]:
        """Nothing has left yet."""
        return [cls.DRAFT, cls.IN_REVIEW, cls.APPROVED]

    @classmethod
    def begun(cls) -> list[str]:
        """Something may have left."""
        return [cls.SENDING, cls.PAUSED, cls.STOPPED, cls.SENT]


class HookState(TextChoices):
    """Whether another machine is told."""

    UNCONFIRMED = "unconfirmed", _("has not answered the challenge yet")
    ACTIVE = "active", _("told")
    SILENT = "silent", _("given up: it does not answer")
