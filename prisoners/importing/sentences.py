"""One sentence in one cell: "7 лет колонии строгого режима", "3 years (suspended)", "fine 500 000 KZT"."""

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prisoners.choices import SanctionKind
from prisoners.importing.cell_words import CURRENCIES, REGIMES, SANCTIONS
from prisoners.importing.folded import fold
from prisoners.importing.lengths import Length, once, read_length, refuse_impossible
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sheets import Value

#: Words around a length that say nothing of their own.
AROUND = re.compile(
    r"\b(sentence|арест|arrest|наказани\w+|в виде|в|к|на|to|срок\w*|with|mit|auf|of|in|a|an|freedom|свободы|regime"
    r"|режим\w*|security|работ\w*)\b"
)
AMOUNT = re.compile(r"(?P<number>\d{1,3}(?:[ .,']\d{3})+|\d+)(?P<cents>[.,]\d\d?)? ?(?P<currency>[^\d\s.,]*)\.?")
#: Community service is counted in hours.
HOURS = re.compile(r"(\d+) ?(?:hours?|hrs?|h|час|часа|часов|ч|сагат|stunden?|std|heures?|saat)\.?")
MOST_HOURS = 10_000
#: What the record can hold of a fine, with cents.
MOST_FINE = 10**14

UNCLEAR = gettext_lazy("These are not read as sentences: write them like “2 years; fine 500000 KZT”.")
#: What stands between a sentence and another one that was imposed beside it.
BESIDE = re.compile(
    r"\s*[;+\n]\s*|,\s+(?=\D)|\s+(?:and|with|plus|и|а также|плюс|und|sowie|жане|және)\s+", re.IGNORECASE
)


def read_sentences(value: Value, unit: str) -> list[dict[str, Any]] | None:
    """The sentences in one cell: one as a rule, or "2 years and a fine of 500 000 KZT". Raises CellRefused."""
    try:
        found = read_sentence(value, unit)
    except CellRefused:
        parts = [part for part in BESIDE.split(value.strip()) if part] if isinstance(value, str) else []
        if len(parts) < 2 or not any(stem_of(part, SANCTIONS) for part in parts):
            raise
        return _beside(parts, unit)
    return None if found is None else [found]


def _beside(parts: list[str], unit: str) -> list[dict[str, Any]]:
    try:
        found = [one for part in parts if (one := read_sentence(part, unit))]
    except CellRefused as refused:
        raise CellRefused(UNCLEAR) from refused
    kinds = [one["kind"] for one in found]
    if len(found) != len(parts) or len(set(kinds)) != len(kinds):
        raise CellRefused(str(UNCLEAR))
    return found


def read_sentence(value: Value, unit: str) -> dict[str, Any] | None:
    """Kind, length, regime and fine by the names of their fields, None for an empty cell.

    `unit` is that of the column, for bare numbers. Raises CellRefused.
    """
    if not isinstance(value, str):
        return _with_length({}, read_length(value, unit))
    refuse_impossible(value)
    value = once(value)
    text = unfenced(value)
    kind, regime = stem_of(text, SANCTIONS), stem_of(text, REGIMES)
    found: dict[str, Any] = ({"kind": kind} if kind else {}) | ({"regime": regime} if regime else {})
    rest = _bare(text) if found else value
    if kind == SanctionKind.FINE:
        return found | _fine(rest)
    if kind == SanctionKind.COMMUNITY_SERVICE and (hours := HOURS.fullmatch(rest)):
        return found | _work(int(hours[1]))
    return _with_length(found, read_length(rest, unit) if rest else None)


def stem_of(said: str, known: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """What the first word says that begins like one of the known, "" for none."""
    text = f" {unfenced(said)}"
    return next((kind for kind, stems in known if any(f" {stem}" in text for stem in stems)), "")


def unfenced(said: str) -> str:
    """Folded, with blanks for brackets and commas between words, so that a word begins after a blank."""
    return re.sub(r"[()\[\];+]+|,(?!\d)", " ", fold(said))


def _with_length(found: dict[str, Any], length: Length | None) -> dict[str, Any] | None:
    if length is not None:
        found |= {"years": length.term.years, "months": length.term.months, "days": length.term.days}
        found["is_indefinite"] = length.is_indefinite
    return {"kind": _usual_kind(length), **found} if found else None


def _usual_kind(length: Length | None) -> str:
    """A list of prisoners means prison by a bare term, and administrative arrest by a few days."""
    is_days = length is not None and length.term.days and not length.term.years and not length.term.months
    is_short = length is not None and length.term.days <= 60
    return SanctionKind.ADMINISTRATIVE_ARREST if is_days and is_short else SanctionKind.PRISON


def _bare(text: str) -> str:
    """What is left without the words for kind and regime."""
    for _word, stems in (*SANCTIONS, *REGIMES):
        for stem in stems:
            text = re.sub(rf"(^| ){re.escape(stem)}[^ \d]*", " ", text)
    return AROUND.sub(" ", text).strip(" ,.;:()+-")


def _fine(rest: str) -> dict[str, Any]:
    if not rest:
        return {}
    amount = AMOUNT.fullmatch(rest)
    currency = CURRENCIES.get(amount["currency"], "") if amount else ""
    if amount is None or not currency:
        raise CellRefused(_("This is not read as a fine: write it like “fine 500000 KZT”."))
    number = re.sub(r"\D", "", amount["number"]) + (amount["cents"] or "").replace(",", ".")
    if Decimal(number) >= MOST_FINE:
        raise CellRefused(_("This number cannot be right."))
    return {"fine_amount": Decimal(number), "fine_currency": currency}


def _work(hours: int) -> dict[str, Any]:
    if hours > MOST_HOURS:
        raise CellRefused(_("This term is longer than any court pronounces."))
    return {"hours": hours}
