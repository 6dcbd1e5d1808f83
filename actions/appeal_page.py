"""An appeal as its page, its cards and its sheet want it: plain words and links, with everything computed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, gettext, override

from actions import appeal_rules, composing, words
from actions.appeal_texts import fill, values
from actions.choices import MailState
from actions.footnotes import Footnotes
from actions.models import Appeal, Campaign, Endorsement, Target
from actions.models.cites import cites_of
from actions.services import signatures
from prisoners.marked import is_translated
from prisoners.models import Prisoner
from prisoners.numbers import locale
from prisoners.times import utc_offset, zone_or_refuse
from prisoners.words import country_name, say
from prisoners.zone_words import city_of

#: Mail to these is not proposed.
DEAD = (MailState.BOUNCES, MailState.BLOCKED)

#: Fewer signatures from one country are told among the others: they could point at somebody.
FEW = 3
MOST_NAMES = 200


@dataclass(frozen=True)
class Letter:
    """What is sent, in one language, with its numbers computed for a day."""

    language: str
    subject: str
    body: str


def in_brief(appeals: QuerySet[Appeal]) -> QuerySet[Appeal]:
    """What a card shows of an appeal, each through the public door."""
    return appeals.prefetch_related(
        Prefetch("campaign", Campaign.public.all()), Prefetch("prisoners", Prisoner.public.all())
    )


def with_all(appeals: QuerySet[Appeal]) -> QuerySet[Appeal]:
    """What its page shows of an appeal, each through the public door."""
    public = Appeal.public.all()
    return in_brief(appeals).prefetch_related(
        Prefetch("targets", Target.public.prefetch_related(cites_of(Target))),
        cites_of(Appeal),
        Prefetch("follows", public),
        Prefetch("followed_by", public),
    )


def url_of(appeal: Appeal) -> str:
    """The address of its page in the active language."""
    return reverse("actions:appeal", args=[appeal.slug])


def number_of(appeal: Appeal) -> str:
    """ "Appeal 3: Freedom for strikers": its number and whose series it is."""
    of = appeal.campaign.title_i18n if appeal.campaign else ", ".join(one.name_i18n for one in appeal.prisoners.all())
    said = gettext("Appeal %(number)s") % {"number": appeal.number}
    return f"{said} · {of}" if of else said


def until(appeal: Appeal) -> str:
    """Until when it can be followed, with whose midnight that is."""
    day = appeal_rules.last_day(appeal)
    if appeal.closes_at is None or day is None:
        return ""
    return gettext("%(day)s, end of the day, %(zone)s") % {"day": say(day), "zone": _zone(appeal)}


def card(appeal: Appeal, now: datetime, signed: int | None = None) -> dict[str, Any]:
    """One appeal in a list; `signed` is how many have signed it, None where it is none to sign."""
    is_open = appeal_rules.is_open(appeal, now)
    return {
        "url": url_of(appeal),
        "title": appeal.title_i18n,
        "kicker": number_of(appeal),
        "kind": appeal.get_kind_display(),
        "requested_by": appeal.requested_by,
        "until": say(appeal_rules.last_day(appeal)),
        "is_open": is_open,
        "signed": signed,
        "outcome": appeal.get_outcome_display() if appeal.outcome else "",
    }


def cards_of(appeals: Iterable[Appeal], now: datetime) -> list[dict[str, Any]]:
    """Cards of appeals that came with `in_brief`."""
    rows = list(appeals)
    signed = signatures.totals(rows)
    return [card(one, now, signed.get(one.pk)) for one in rows]


def letter_in(appeal: Appeal, language: str, today: date) -> Letter:
    """The letter in one of the languages in which it is written, its numbers computed for that day."""
    with override(language):
        known = values(appeal, today)
        parts = (appeal.salutation_i18n, appeal.letter_i18n)
        body = "\n\n".join(fill(part.strip(), known) for part in parts if part)
        return Letter(language, fill(appeal.letter_subject_i18n or appeal.title_i18n, known), body)


def page(appeal: Appeal, asked_language: str, now: datetime) -> dict[str, Any]:
    """Everything on the page of an appeal; `asked_language` is that of the letter, "" for the one to send it in."""
    notes = Footnotes()
    codes = appeal_rules.languages_of(appeal)
    letter = letter_in(appeal, chosen_language(appeal, asked_language), now.date())
    targets = list(appeal.targets.all())
    return {
        "appeal": appeal,
        "card": card(appeal, now),
        "until": until(appeal),
        "summary": said(appeal, "summary", now.date()),
        "points": said(appeal, "points", now.date()),
        "own_numbers": notes.cited(appeal.cited.all()),
        "letter": letter,
        "letter_languages": [_language(appeal, code, letter.language) for code in codes],
        "targets": [_target(appeal, one, letter, notes) for one in targets],
        "earlier": appeal.follows,
        "later": list(appeal.followed_by.all()),
        **(_signing(appeal) if appeal.takes_signatures else _sending(targets, letter)),
        **_what_came(appeal),
        "sources": notes.listing(),
    }


def chosen_language(appeal: Appeal, asked: str) -> str:
    """The language of the letter: as asked where it is written in it, else the addressee's, else the reader's."""
    codes = appeal_rules.languages_of(appeal)
    wanted = (asked, appeal.letter_language, get_language() or settings.LANGUAGE_CODE)
    return next((one for one in wanted if one in codes), codes[0])


def said(appeal: Appeal, field: str, today: date) -> dict[str, Any]:
    """A text of the page as its lines, with its numbers computed in the language in which it is written."""
    active = get_language() or settings.LANGUAGE_CODE
    language = active if is_translated(appeal, field) else settings.LANGUAGE_CODE
    with override(language):
        text = fill(getattr(appeal, f"{field}_i18n") or "", values(appeal, today))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return {"lines": lines, "language": "" if language == active else language}


def _sending(targets: list[Target], letter: Letter) -> dict[str, Any]:
    addresses = [one.email for one in targets if one.email and one.mail_state not in DEAD]
    if not addresses:
        return {"meter": None, "webmail": []}
    webmail = (("Gmail", composing.gmail), ("Outlook", composing.outlook))
    return {
        "meter": composing.meter(addresses, letter.subject, letter.body),
        "webmail": [{"name": name, "url": make(addresses, letter.subject, letter.body)} for name, make in webmail],
    }


def _signing(appeal: Appeal) -> dict[str, Any]:
    """How many signed, from where, and who wants to be seen; a country of a few names nobody."""
    counts = signatures.by_country(appeal)
    known = {code: count for code, count in counts.items() if code and count >= FEW}
    ranked = sorted(known.items(), key=lambda pair: (-pair[1], pair[0]))
    return {
        "signed": sum(counts.values()) + appeal.paper_signatures,
        "countries": [{"name": country_name(code), "count": count} for code, count in ranked],
        "elsewhere": sum(counts.values()) - sum(known.values()),
        "names": signatures.public_names(appeal, MOST_NAMES),
        "endorsements": list(Endorsement.public.filter(appeal=appeal)),
    }


def _target(appeal: Appeal, target: Target, letter: Letter, notes: Footnotes) -> dict[str, Any]:
    has_mail = bool(target.email) and target.mail_state not in DEAD and not appeal.takes_signatures
    sheet = reverse("actions:appeal-letter", args=[appeal.slug])
    return {
        "name": target.name_i18n,
        "address": words.where(target),
        "country": country_name(target.country),
        "as_of": words.said(target.address_as_of),
        "email": target.email,
        "dead": target.get_mail_state_display() if target.email and target.mail_state in DEAD else "",
        "mailto": composing.mailto(target.email, letter.subject, letter.body) if has_mail else "",
        "sheet": f"{sheet}?to={target.slug}&letter={letter.language}",
        "numbers": notes.cited(target.cited.all()),
    }


def _what_came(appeal: Appeal) -> dict[str, Any]:
    return {
        "delivered": say(appeal.delivered_on),
        "replied": say(appeal.replied_on),
        "response": appeal.get_response_display() if appeal.response else "",
        "impact": appeal.get_impact_display() if appeal.impact else "",
        "outcome": appeal.get_outcome_display() if appeal.outcome else "",
    }


def _language(appeal: Appeal, code: str, current: str) -> dict[str, Any]:
    return {
        "code": code,
        "name": get_language_info(code)["name_local"],
        "url": f"{url_of(appeal)}?letter={code}#letter",
        "current": code == current,
        "is_wanted": code == appeal.letter_language,
    }


def _zone(appeal: Appeal) -> str:
    """Whose midnight: "Aqtau time (UTC+5)"."""
    if appeal.time_zone == "UTC" or appeal.closes_at is None:
        return "UTC"
    place = city_of(appeal.time_zone, locale())
    last = appeal.closes_at.astimezone(zone_or_refuse(appeal.time_zone)) - timedelta(seconds=1)
    return gettext("%(place)s time (%(offset)s)") % {"place": place, "offset": utc_offset(last)}
