"""Letters on paper: the sender's lines empty, the address as the post there reads it."""

from datetime import date

from django.urls import reverse
from django.utils.translation import get_language, gettext, override

from actions import words
from actions.appeal_page import letter_in
from actions.letter_page import Addressee, envelope, facts, plain, url_of
from actions.models import Appeal, Target
from actions.printing.parts import printed
from actions.printing.press import pdf
from actions.printing.sheets import LINES
from prisoners.words import country_name, say

#: As many as stand on one page below the address.
LINES_OF_A_LETTER = 12


def appeal(appeal: Appeal, target: Target, language: str, today: date) -> bytes:
    """The letter of an appeal to one of its targets, in that language, with numbers computed for the day."""
    letter = letter_in(appeal, language, today)
    with override(language):
        data = {
            "title": letter.subject,
            "sender": gettext("Your name and address"),
            "recipient": [target.name_i18n, words.where(target), country_name(target.country)],
            "day": say(today),
            "paragraphs": letter.body.split("\n\n"),
            "sign": gettext("Signature"),
            "more": gettext("The record, with every source"),
            "as_of": "",
        }
        return pdf("letter", reverse("actions:appeal", args=[appeal.slug]), data)


def signature_sheet(appeal: Appeal, language: str, today: date) -> bytes:
    """The text of an appeal that is signed, with empty lines for signatures, in that language."""
    letter = letter_in(appeal, language, today)
    with override(language):
        names = "; ".join(one.name_i18n for one in appeal.targets.all())
        data = {
            "title": appeal.title_i18n,
            "kicker": gettext("Open letter to: %(names)s") % {"names": names},
            "lede": [{"text": part, "language": language, "note": ""} for part in letter.body.split("\n\n")],
            "demands": [],
            "privacy": gettext("Only what you write here is handed over. Keep no copy of this sheet."),
            "columns": [gettext("Name"), gettext("City or organisation"), gettext("Signature")],
            "rows": LINES,
            "more": gettext("Or sign here"),
            "as_of": printed(today),
        }
        return pdf("signatures", reverse("actions:appeal", args=[appeal.slug]), data)


def to_prisoner(one: Addressee, today: date) -> bytes:
    """A sheet to write on, with the address above it to be cut out, and the rules that matter while writing."""
    cover = envelope(one)
    data = {
        "title": one.prisoner.name_i18n,
        "sender": [gettext("From:")],
        "recipient": [
            " ".join(part for part in (cover["name"], cover["year"]) if part),
            *cover["address"],
            *cover["country"],
        ],
        "address_language": cover["language"] or get_language() or "en",
        "cut": gettext("Cut out, and glue on the envelope"),
        "rules": [fact for fact in facts(one, plain) if fact["value"]],
        "lines": LINES_OF_A_LETTER,
        "more": "",
        "as_of": "",
    }
    return pdf("prisoner_letter", url_of(one.prisoner), data)
