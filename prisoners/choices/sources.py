"""What a source is, how far it is trusted, and how it is connected with what it tells."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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


class Material(TextChoices):
    """What a source is made of (OpenEvSys MT16, shortened)."""

    UNKNOWN = "", _("not recorded")
    COURT_RECORD = "court_record", _("court record")
    LAW = "law", _("law or official list")
    TESTIMONY = "testimony", _("testimony")
    INTERVIEW = "interview", _("interview")
    LETTER = "letter", _("letter")
    PRESS = "press", _("press report")
    BROADCAST = "broadcast", _("radio or television")
    OFFICIAL_RELEASE = "official_release", _("press release of an authority")
    NGO_RELEASE = "ngo_release", _("press release of an organisation")
    REPORT = "report", _("report or study")
    APPEAL = "appeal", _("appeal or urgent action")
    PICTURE = "picture", _("photograph or film")
    POST = "post", _("post on a social network")
    MEDICAL = "medical", _("medical record")
    OTHER = "other", _("other material")
