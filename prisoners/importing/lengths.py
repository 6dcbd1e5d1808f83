"""Lengths of sentences as people type them: "14y", "2.5 yrs", "5 лет 6 мес", "6 yıl 3 ay", "seven years", "life"."""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from django.utils.translation import gettext as _

from prisoners.importing.date_spellings import NOTHING
from prisoners.importing.folded import fold
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sheets import Value
from prisoners.terms import Term

YEARS, MONTHS, DAYS = "years", "months", "days"

UNITS = (
    (
        YEARS,
        r"(years?|yrs?|y|годами|годов|года|году|год|лет|г|л|жылга|жылы|жыл|ж|jahren?|jahre|jahr|j|ans?|annees?|yil|a)",
    ),
    (MONTHS, r"(months?|mths?|mos?|mon|m|месяцев|месяца|месяц|мес|м|айга|айы|ай|monate|monaten|monat|mois|ay)"),
    ("weeks", r"(weeks?|wks?|w|недель|недели|неделя|нед|аптага|апта|wochen|woche|semaines?|hafta)"),
    (DAYS, r"(days?|d|дней|дня|день|дн|сутки|суток|сут|с|тауликке|таулик|кунге|кун|tagen?|tage|tag|jours?|gun|t)"),
)
WORDS = {
    1: "one a an один одного одна бир ein eine einem einen un une bir",
    2: "two два две двух еки zwei deux iki",
    3: "three три трех уш drei trois uc",
    4: "four четыре четырех торт vier quatre dort",
    5: "five пять пяти бес funf cinq bes",
    6: "six шесть шести алты sechs alti",
    7: "seven семь семи жети sieben sept yedi",
    8: "eight восемь восьми сегиз acht huit sekiz",
    9: "nine девять девяти тогиз neun neuf dokuz",
    10: "ten десять десяти он zehn dix on",
    11: "eleven одиннадцать одиннадцати elf",
    12: "twelve двенадцать двенадцати zwolf douze oniki",
    13: "thirteen тринадцать тринадцати dreizehn",
    14: "fourteen четырнадцать четырнадцати vierzehn",
    15: "fifteen пятнадцать пятнадцати funfzehn quinze",
    16: "sixteen шестнадцать шестнадцати sechzehn",
    17: "seventeen семнадцать семнадцати siebzehn",
    18: "eighteen восемнадцать восемнадцати achtzehn dix-huit",
    19: "nineteen девятнадцать девятнадцати neunzehn",
    20: "twenty двадцать двадцати жиырма zwanzig vingt yirmi",
    25: "twenty-five двадцать-пять funfundzwanzig",
    30: "thirty тридцать тридцати отыз dreissig trente otuz",
}
NUMBERS = {fold(word): number for number, words in WORDS.items() for word in words.split()}
LIFE = (
    *("life", "indefinite", "пожизн", "плс", "бессроч", "омир бойы", "мерзимсиз", "lebenslang"),
    *("perpetuite", "reclusion a perpetuite", "a vie", "prison a vie", "muebbet", "agirlastirilmis muebbet"),
)
HALVES = (
    (r"\b(полтора|полутора)\b", "1.5"),
    (r"\bбир жарым\b", "1.5"),
    (r"\b(anderthalb|eineinhalb)\b", "1.5"),
    (r"\b(one|an?) and a half\b", "1.5"),
    (r"\bполгода\b", "6 months"),
    (r"\bполугода\b", "6 months"),
    (r"\bжарты жыл\b", "6 months"),
    (r"\bhalf an? year\b", "6 months"),
    (r"\b(ein )?halbes jahr\b", "6 months"),
    (r"(\d+) ?(½|1/2)", r"\1.5"),
    (r"½", "0.5"),
    (r"\b([a-zа-я]+|\d+) (and a half|с половиной|жарым)\b", r"\1 +½"),
)
FILLERS = (
    r"\b(and|и|und|жане|of|imprisonment|prison|jail|in|лишения|свободы|"
    r"строгого|общего|режима|bas|бас|бостандыгынан|айыру|haft|gefangnis|custody|term|срок|мерзим|in|et|de|d|d'emprisonnement|ferme|ve|hapis)\b"
)
PART = re.compile(
    r"(\d+(?:[.,]\d+)?|[a-zа-я\-]+?) ?(\+½)? ?(?:" + "|".join(f"{rule}(?![a-zа-я])" for _n, rule in UNITS) + r")\.?"
)


@dataclass(frozen=True)
class Length:
    """A term as pronounced, or one without an end."""

    term: Term = field(default_factory=Term)
    is_indefinite: bool = False


def read_length(value: Value, unit: str) -> Length | None:
    """The length in a cell, None for none. `unit` is the column's, for bare numbers. Raises CellRefused."""
    if value is None or isinstance(value, bool):
        return None
    refuse_impossible(value)
    if isinstance(value, int | float):
        return _bare(Fraction(str(value)), unit)
    text = fold(once(str(value)))
    if text in NOTHING or not text:
        return None
    if text.startswith(LIFE):
        return Length(is_indefinite=True)
    if re.fullmatch(r"\d+([.,]\d+)?", text):
        return _bare(Fraction(text.replace(",", ".")), unit)
    return Length(_sum(text))


def refuse_impossible(value: Value) -> None:
    """Raises CellRefused where a number has more figures than any counts, or a cell begins with one below zero.

    Its sign is no dash that may be dropped.
    """
    if re.search(r"\d{16}", str(value)):
        raise CellRefused(_("This number cannot be right."))
    if re.match(r"-\d", fold(str(value))):
        raise CellRefused(_("A length cannot be below zero: write it without the minus sign."))


def once(text: str) -> str:
    """A text in which a number stands once, where it was written in figures and in words: "5 (пять) лет"."""
    text = re.sub(r"(\d+) ?\(([^\W\d_][\w -]*)\)", lambda match: _same(match[0], match[1], match[2]), text)
    return re.sub(r"([^\W\d_][\w-]*) ?\((\d+)\)", lambda match: _same(match[0], match[2], match[1]), text)


def _same(said: str, figures: str, word: str) -> str:
    """The figures, where the word says the same; what is not known as a number stays as it is."""
    number = NUMBERS.get(fold(word).replace(" ", "-"))
    if number is None:
        return said
    if number != int(figures):
        raise CellRefused(_("The number in figures and the one in words differ: %(said)s.") % {"said": said})
    return figures


def _bare(number: Fraction, unit: str) -> Length:
    if not unit:
        said = {"number": f"{float(number):g}"}
        raise CellRefused(_("Years or months? Write “%(number)s years”, or say the unit for the column.") % said)
    return Length(_part(number, unit))


def _sum(text: str) -> Term:
    text = re.sub(r"\(\d+\)", " ", text) if re.search(r"[a-zа-я]+ ?\(\d+\)", text) else text
    for rule, words in HALVES:
        text = re.sub(rule, words, text)
    text = re.sub(r"\s+", " ", re.sub(FILLERS, " ", text)).strip(" .,;+")
    total, rest = Term(), text
    for match in PART.finditer(text):
        number = _number(match[1])
        if number is None:
            continue
        number += Fraction(1, 2) if match[2] else 0
        unit = next(name for (name, _rule), group in zip(UNITS, match.groups()[2:], strict=True) if group)
        total += _part(number, unit)
        rest = rest.replace(match[0], " ", 1)
    if not total or rest.strip(" .,;+-()"):
        raise CellRefused(_("This is not read as a length: write it like “5 years 6 months” or “15 days”."))
    return total


def _number(word: str) -> Fraction | None:
    if word[0].isdigit():
        return Fraction(word.replace(",", "."))
    return Fraction(NUMBERS[word]) if word in NUMBERS else None


def _part(number: Fraction, unit: str) -> Term:
    if unit == "weeks":
        number, unit = number * 7, DAYS
    whole, rest = divmod(number, 1)
    if not rest:
        return _checked(Term(**{unit: int(whole)}))
    months = rest * 12
    if unit == YEARS and months.denominator == 1:
        return _checked(Term(years=int(whole), months=int(months)))
    raise CellRefused(_("A fraction that is no whole number of months: write years and months."))


def _checked(term: Term) -> Term:
    if term.years > 200 or term.months > 2_400 or term.days > 36_500:
        raise CellRefused(_("This term is longer than any court pronounces."))
    return term
