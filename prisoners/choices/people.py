"""Publication, and who the people and places of the record are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PublicationState(TextChoices):
    """Where a fact stands on its way to the public; only PUBLISHED is ever seen outside."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    SENT_BACK = "sent_back", _("sent back")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @classmethod
    def being_written(cls) -> list[str]:
        """What its author works on: nobody has been asked to publish it, or it was sent back."""
        return [cls.DRAFT, cls.SENT_BACK]

    @classmethod
    def hidden(cls) -> "list[PublicationState]":
        """As whatever is not public stands: an index finds these, and not whatever is something else than published."""
        return [one for one in cls if one != cls.PUBLISHED]


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


class RoleKind(TextChoices):
    """What sort of role a person had, beside the words of the source."""

    NOT_RECORDED = "", _("not recorded")
    TRADE_UNIONIST = "trade_unionist", _("trade unionist")
    DELEGATE = "delegate", _("elected delegate")
    WORKER = "worker", _("worker")
    LAWYER = "lawyer", _("lawyer")
    JOURNALIST = "journalist", _("journalist")
    ACTIVIST = "activist", _("activist")
    POLITICIAN = "politician", _("politician")
    ARTIST = "artist", _("artist or writer")
    SCHOLAR = "scholar", _("scholar or teacher")
    CLERGY = "clergy", _("person of a faith")
    RELATIVE = "relative", _("relative")
    WITNESS = "witness", _("witness")
    BYSTANDER = "bystander", _("bystander")
    OTHER = "other", _("another role")


class PlaceKind(TextChoices):
    """What sort of place it is."""

    LOCALITY = "locality", _("city or town")
    COURT = "court", _("court")
    PRISON = "prison", _("prison or colony")
    OTHER = "other", _("other place")
