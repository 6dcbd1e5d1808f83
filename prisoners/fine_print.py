"""What is known of one fact beyond its title and text, in one quiet line: who judged, who was let in, when verified."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from prisoners.casing import with_capital
from prisoners.choices import Channel, CounselStatus
from prisoners.in_office import official
from prisoners.marked import Text, fill, joined
from prisoners.models import Charge, Hearing, Sanction, Statement
from prisoners.numbers import money
from prisoners.officials import slug_of
from prisoners.terms import Term
from prisoners.words import say


def fine_print(row: Any, following: Hearing | None = None, up_to: date | None = None) -> Text:
    """The line of a hearing, a sanction, a charge or another fact; "" where nothing is known.

    `following` is the hearing after a hearing, where readers may see it; a verification later than `up_to` (a civil
    day) is left out.
    """
    words = joined("; ", (*_known_of(row, following), _verified(row, up_to)))
    # What is safe stays so: the first letter of a sentence is no markup.
    return SafeString(with_capital(words))


def _known_of(row: Any, following: Hearing | None) -> Iterable[Text]:
    if isinstance(row, Hearing):
        return _of_hearing(row, following)
    if isinstance(row, Sanction):
        return _of_sanction(row)
    if isinstance(row, Statement):
        return (_said_by_way_of(row),)
    return _of_charge(row) if isinstance(row, Charge) else ()


def _of_hearing(hearing: Hearing, following: Hearing | None) -> Iterable[Text]:
    yield _judged_by(hearing)
    # The question who was there has its own answer; where only counsel's says it, that one tells.
    is_absence = hearing.counsel == CounselStatus.DEFENDANT_ABSENT
    is_said_twice = is_absence and hearing.is_defendant_present is not None
    yield str(hearing.get_counsel_display()) if hearing.counsel and not is_said_twice else ""
    yield _either(hearing.is_defendant_present, gettext("defendant present"), gettext("defendant not present"))
    yield _either(hearing.is_public_admitted, gettext("public admitted"), gettext("public not admitted"))
    yield _either(hearing.is_press_admitted, gettext("press admitted"), gettext("press not admitted"))
    yield gettext("next hearing: %(day)s") % {"day": say(following.held_on)} if following and following.held_on else ""


def _of_sanction(sanction: Sanction) -> Iterable[Text]:
    yield _judged_by(sanction)
    length = Term(months=sanction.suspended_for_months or 0).in_words()
    yield gettext("suspended for: %(length)s") % {"length": length} if length else ""
    yield gettext("regime: %(regime)s") % {"regime": sanction.get_regime_display()} if sanction.regime else ""


def _of_charge(charge: Charge) -> Iterable[str]:
    if charge.amount is not None:
        yield gettext("amount at issue: %(amount)s") % {"amount": money(charge.amount, charge.currency)}


def _said_by_way_of(statement: Statement) -> str:
    """Nothing for «another way», which tells nobody anything."""
    is_told = statement.channel and statement.channel != Channel.OTHER
    return gettext("by way of: %(channel)s") % {"channel": statement.get_channel_display()} if is_told else ""


def _judged_by(row: Hearing | Sanction) -> Text:
    return fill(gettext("judge: %(name)s"), name=official(row.judge, slug=slug_of(row))) if row.judge else ""


def _either(is_so: bool | None, yes: str, no: str) -> str:
    """One of two wordings, "" where it is not known."""
    return "" if is_so is None else yes if is_so else no


def _verified(row: Any, up_to: date | None) -> str:
    day = getattr(row, "verified_on", None)
    if day is None or (up_to is not None and day > up_to):
        return ""
    return gettext("last verified on %(day)s") % {"day": say(day)}
