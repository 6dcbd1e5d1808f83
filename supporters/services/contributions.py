"""What readers hand in: taken from anybody, decided by a researcher, never published by itself."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from prisoners.models import Citation, Prisoner, Source, Staff, Statement
from prisoners.refusals import Sentence
from prisoners.services import prisoners
from privacy.addresses import BadAddress, validate_address
from privacy.fields import lookup_of
from privacy.text import clean_line, clean_text
from supporters.choices import ContributionKind, ContributionState
from supporters.models import Contribution
from supporters.refusals import ContributionRefused
from supporters.services import outboxes, people

LONGEST_TEXT, LONGEST_SOURCE, LONGEST_LINE = 6000, 1000, 200
#: In one hour (UTC): of the whole site, and about one person.
SITE_AN_HOUR, PRISONER_AN_HOUR = 60, 15
#: The purpose of the link to the receipt, and the kind of the mail that brings it with a question.
RECEIPT, QUESTION_MAIL = "contribution", "contribution_question"
#: What people write around an address.
AROUND = "<>()[]\"',;:."
WITHHELD = "too many mails, or an address that is left in peace"

TOO_MANY = _("Very much is being handed in at this moment. What you wrote is still here: please send it in an hour.")
WITHOUT_TEXT = _("Please write what you know.")
WITHOUT_SOURCE = _("Please say how you know: a link, a document, a witness, your own eyes.")
WITHOUT_NAME = _("Please say whom it is about.")
DECIDED = _("Somebody has decided on it already.")
WITHOUT_REASON = _("Please give the reason; whoever handed it in can read it.")
WITHOUT_QUESTION = _("Please write the question; whoever handed it in can read it.")
WITHOUT_WORDS = _("Please write what the record shall say, in your own words.")
NOTHING_ASKED = _("There is no open question.")
NOT_A_RESEARCHER = _("Deciding on what readers hand in is for researchers.")


@dataclass(frozen=True)
class HandedIn:
    """What somebody wrote. `prisoner` is the public person it is about, or None with a name in `about`."""

    kind: str
    text: str
    source: str
    about: str = ""
    contact: str = ""
    prisoner: Prisoner | None = None
    language: str = "en"


def hand_in(what: HandedIn) -> Contribution:
    """Take what somebody hands in; the same thing sent twice is one. Raises ContributionRefused."""
    about, text, source = clean_line(what.about), clean_text(what.text), clean_text(what.source)
    _refuse_if(_against(what, about, text, source))
    _refuse_if([] if _is_within(what.prisoner) else [TOO_MANY])
    values = {
        "kind": what.kind,
        "prisoner": what.prisoner,
        "about": about[:LONGEST_LINE],
        "text": text[:LONGEST_TEXT],
        "source": source[:LONGEST_SOURCE],
        "contact": clean_line(what.contact)[:LONGEST_LINE] or None,
        "language": what.language,
    }
    said = repr((what.kind, what.prisoner and what.prisoner.pk, about, text, source))
    return Contribution.objects.get_or_create(fingerprint=lookup_of(said, "contribution"), defaults=values)[0]


def by_id(subject: str) -> Contribution | None:
    """The contribution of a receipt, unless it was erased meanwhile."""
    return Contribution.objects.filter(pk=subject).first()


@transaction.atomic
def answer(contribution: Contribution, words: str) -> None:
    """Note what whoever holds the receipt answers to our question. Raises ContributionRefused."""
    row, said = _locked(contribution), clean_text(words)[:LONGEST_TEXT]
    _refuse_if([*([] if said else [WITHOUT_TEXT]), *([] if row.state == ContributionState.ASKED else [NOTHING_ASKED])])
    row.answer = "\n\n".join(one for one in (row.answer, said) if one)[:LONGEST_TEXT]
    row.state = ContributionState.ANSWERED
    row.save(update_fields=("answer", "state"))


@transaction.atomic
def ask(contribution: Contribution, by: Staff, question: str) -> None:
    """Put a question to whoever holds the receipt. Raises ContributionRefused.

    Where they left one mail address, they are owed a mail with the link, within the caps of mail to strangers.
    """
    row, said = _locked(contribution), clean_text(question)
    _refuse_if([*_against_deciding(row, by), *([] if said else [WITHOUT_QUESTION])])
    row.question, row.state = said[:LONGEST_TEXT], ContributionState.ASKED
    row.save(update_fields=("question", "state"))
    _tell_of_question(row)


@transaction.atomic
def reject(contribution: Contribution, by: Staff, reason: str) -> None:
    """Leave it out of the record, and say why. Raises ContributionRefused."""
    row, said = _locked(contribution), clean_text(reason)
    _refuse_if([*_against_deciding(row, by), *([] if said else [WITHOUT_REASON])])
    row.reason = said[:LONGEST_TEXT]
    _decide(row, by, ContributionState.REJECTED)


@transaction.atomic
def accept(contribution: Contribution, by: Staff, words: str, *, name: str = "", country: str = "") -> Statement:
    """Take it up as a draft in the researcher's words, beside what the record says; nothing is overwritten.

    A case becomes a draft of a prisoner with that name and country (ISO 3166-1 alpha-2). The draft rests on a
    confidential source: how the reader knows, without who it was. Raises ContributionRefused or RecordRefused.
    """
    row, said = _locked(contribution), clean_text(words)
    _refuse_if([*_against_deciding(row, by), *([] if said else [WITHOUT_WORDS])])
    source = _source_of(row)
    prisoner = row.prisoner or _entered(name, country, source)
    statement = Statement.internal.create(text=said)
    statement.prisoners.add(prisoner)
    Citation.internal.create(source=source, statement=statement)
    row.prisoner = prisoner
    _decide(row, by, ContributionState.ACCEPTED)
    return statement


def _against(what: HandedIn, about: str, text: str, source: str) -> list[Sentence]:
    is_about_somebody = about or (what.prisoner is not None and what.kind != ContributionKind.CASE)
    faults: list[tuple[Any, Sentence]] = [
        (is_about_somebody, WITHOUT_NAME),
        (text, WITHOUT_TEXT),
        (source, WITHOUT_SOURCE),
    ]
    return [sentence for is_given, sentence in faults if not is_given]


def _is_within(prisoner: Prisoner | None) -> bool:
    about = [(f"contributions {prisoner.pk}", PRISONER_AN_HOUR)] if prisoner else []
    return people.are_within([*about, ("contributions", SITE_AN_HOUR)])


def _locked(contribution: Contribution) -> Contribution:
    """The row as it is now: a colleague may have been faster."""
    row = Contribution.objects.select_for_update(of=("self",)).filter(pk=contribution.pk).first()
    if row is None:
        raise ContributionRefused(DECIDED)
    return row


def _against_deciding(row: Contribution, by: Staff) -> list[Sentence]:
    is_allowed = by.has_role(StaffRole.RESEARCHER)
    return [*([] if is_allowed else [NOT_A_RESEARCHER]), *([] if row.is_open else [DECIDED])]


def _decide(row: Contribution, by: Staff, state: str) -> None:
    row.state, row.decided_by, row.decided_on = state, by, timezone.now().date()
    row.save(update_fields=("state", "decided_by", "decided_on", "reason", "prisoner"))


def _entered(name: str, country: str, source: Source) -> Prisoner:
    line = clean_line(name)
    prisoner = prisoners.enter(name=line, slug=prisoners.free_slug(line), country=country.strip().upper())
    Citation.internal.create(source=source, prisoner=prisoner)
    return prisoner


def _source_of(row: Contribution) -> Source:
    url = _url_in(row.source)
    return Source.internal.create(
        key=f"handed-in-{row.pk.hex[:16]}",
        title="" if url else "Handed in by a reader",
        url=url,
        note="Handed in by a reader; confidential until a researcher has read the source",
        accessed_on=timezone.now().date(),
        is_confidential=True,
    )


def _tell_of_question(row: Contribution) -> None:
    address = address_in(row.contact or "")
    if not address:
        return
    now = timezone.now()
    is_allowed = people.may_mail_stranger(address)
    outboxes.owe(
        people.meet(address, language=row.language),
        QUESTION_MAIL,
        f"contribution:{row.pk}",
        f"{now:%Y-%m-%dT%H:%M:%S.%f}",
        due_at=now,
        stale_at=now + people.CONFIRM_WITHIN - timedelta(hours=1),
        withheld="" if is_allowed else WITHHELD,
    )


def address_in(contact: str) -> str:
    """The one mail address in what somebody wrote of how to reach them; "" for none, for several, or a bad one."""
    found = {word.strip(AROUND) for word in contact.replace("mailto:", " ").split() if "@" in word.strip(AROUND)[1:]}
    try:
        return validate_address(found.pop()) if len(found) == 1 else ""
    except BadAddress:
        return ""


def _url_in(text: str) -> str:
    """The first web address in a text, or nothing; other schemes are none."""
    for word in text.split():
        try:
            URLValidator(schemes=["http", "https"])(word)
        except ValidationError:
            continue
        return word
    return ""


def _refuse_if(reasons: list[Sentence]) -> None:
    if reasons:
        raise ContributionRefused(reasons)
