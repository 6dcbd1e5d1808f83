"""What an appeal has to be before it is kept and before it is shown, and when it closes."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from actions import appeal_texts
from actions.models import Appeal
from prisoners.times import local_day_start, zone_or_refuse

Sentence = str | Promise
DAY = timedelta(days=1)

ENDED_LATE = _("It ended after the day on which it closes by itself.")
NOT_A_LANGUAGE = _("“{code}” is not a language of this site; there are {known}.")
WITHOUT_END = _("An appeal needs the last day on which it is to be written.")
PAST_END = _("The last day of this appeal is over: please give a later one.")
WITHOUT_ASKER = _("Please say who called for it: readers have to know whose appeal it is.")
FOR_NOBODY = _("An appeal is for a prisoner or belongs to a campaign.")
TO_NOBODY = _("An appeal needs somebody to whom it is addressed, and who is public.")
WITHOUT_LETTER = _("An appeal needs the text that is sent or signed.")
WITHOUT_WORDS = _("Please say in a sentence or two what it is about.")
NOT_PUBLIC_PERSON = _("It is for somebody whose page is not public: {name}.")
NOT_IN_THE_LANGUAGE = _("The letter is to be written in “{code}”, and there is no text in that language.")


def derive_closing(appeal: Appeal) -> None:
    """Set `closes_at` (UTC): the end of the last local day, or the begin of the one on which it ended before.

    Raises prisoners.times.BadTime for an unknown zone.
    """
    zone_or_refuse(appeal.time_zone)
    if appeal.ended_on is not None:
        appeal.closes_at = local_day_start(appeal.ended_on, appeal.time_zone)
    elif appeal.closes_on is not None:
        appeal.closes_at = local_day_start(appeal.closes_on + DAY, appeal.time_zone)
    else:
        appeal.closes_at = None


def faults(appeal: Appeal) -> list[Sentence]:
    """Why an appeal cannot be kept as it was entered; empty when it can."""
    codes = [code for code, _name in settings.LANGUAGES]
    is_known = appeal.letter_language in ("", *codes)
    is_late = appeal.ended_on is not None and appeal.closes_on is not None and appeal.ended_on > appeal.closes_on
    return [
        *([] if is_known else [format_lazy(NOT_A_LANGUAGE, code=appeal.letter_language, known=", ".join(codes))]),
        *([ENDED_LATE] if is_late else []),
        *appeal_texts.faults(appeal),
    ]


def missing(appeal: Appeal, now: datetime, computed: appeal_texts.Computed = None) -> list[Sentence]:
    """What an appeal needs before anybody is asked to follow it at `now`; empty when it is whole.

    `computed` is as for `appeal_texts.missing`.
    """
    needs = (
        (appeal.summary, WITHOUT_WORDS),
        (appeal.letter, WITHOUT_LETTER),
        (appeal.requested_by, WITHOUT_ASKER),
        (appeal.campaign_id or appeal.prisoners.exists(), FOR_NOBODY),
        (any(one.is_published for one in appeal.targets.all()), TO_NOBODY),
    )
    return [
        *faults(appeal),
        *(sentence for has, sentence in needs if not has),
        *_without_letter_language(appeal),
        *_hidden_people(appeal),
        *_closing_faults(appeal, now),
        *appeal_texts.missing(appeal, now.date(), computed),
    ]


def series_of(appeal: Appeal) -> str:
    """In which series it is counted: that of its campaign, else of the first for whom it is."""
    if appeal.campaign_id is not None:
        return f"campaign:{appeal.campaign_id}"
    first = appeal.prisoners.order_by("pk").values_list("pk", flat=True).first()
    return f"prisoner:{first}" if first is not None else ""


def is_open(appeal: Appeal, now: datetime) -> bool:
    """Whether it can still be followed at `now`."""
    return appeal.closes_at is not None and now < appeal.closes_at


def last_day(appeal: Appeal) -> date | None:
    """The last local day on which it could be followed."""
    return appeal.ended_on - DAY if appeal.ended_on else appeal.closes_on


def languages_of(appeal: Appeal) -> list[str]:
    """The codes of the languages in which its letter is written, that in which it is to be sent first."""
    first = settings.LANGUAGE_CODE
    codes = [code for code, _name in settings.LANGUAGES if code == first or getattr(appeal, f"letter_{code}")]
    return sorted(codes, key=lambda code: code != appeal.letter_language)


def _closing_faults(appeal: Appeal, now: datetime) -> list[Sentence]:
    derive_closing(appeal)
    if appeal.closes_at is None:
        return [WITHOUT_END]
    return [] if is_open(appeal, now) else [PAST_END]


def _hidden_people(appeal: Appeal) -> list[Sentence]:
    hidden = (one for one in appeal.prisoners.all() if not one.is_published)
    return [format_lazy(NOT_PUBLIC_PERSON, name=one.name) for one in hidden]


def _without_letter_language(appeal: Appeal) -> list[Sentence]:
    code = appeal.letter_language
    is_written = code in ("", settings.LANGUAGE_CODE) or bool(getattr(appeal, f"letter_{code}", True))
    return [] if is_written else [format_lazy(NOT_IN_THE_LANGUAGE, code=code)]
