"""Letters on paper: the sender's lines empty, the address as the post there reads it."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext, override

from actions import words
from actions.appeal_page import letter_in
from actions.models import Appeal, Target
from actions.printing.parts import printed
from actions.printing.press import pdf
from actions.printing.sheets import LINES
from prisoners.words import country_name, say


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
