"""Letters on paper: the sender's lines empty, the address as the post there reads it."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext, override

from actions import words
from actions.appeal_page import letter_in
from actions.models import Appeal, Target
from actions.printing.press import pdf
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
