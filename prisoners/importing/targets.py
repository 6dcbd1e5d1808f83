"""What a column of a spreadsheet can mean, and what a heading is taken to mean."""

import re
from dataclasses import dataclass, replace
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prisoners.columns import Column, columns
from prisoners.importing.date_parts import DAY_FIRST, MONTH_FIRST, YEARS_1900, YEARS_2000
from prisoners.importing.folded import fold
from prisoners.importing.headings import HEADINGS
from prisoners.importing.lengths import DAYS, MONTHS, YEARS
from prisoners.importing.refusals import FileRefused

IGNORE = "-"
OPTIONS = frozenset({DAY_FIRST, MONTH_FIRST, YEARS_1900, YEARS_2000, YEARS, MONTHS, DAYS})

#: What campaigners' own spreadsheets have beside the columns of an export. One cell may fill several fields.
_LOOSE: tuple[tuple[str, str, object], ...] = (
    ("names", "names", gettext_lazy("name, in one spelling or several")),
    ("family_name", "name_part", gettext_lazy("family name")),
    ("given_name", "name_part", gettext_lazy("given name")),
    ("patronymic", "name_part", gettext_lazy("patronymic")),
    ("other_names", "names", gettext_lazy("other spellings")),
    ("sex", "sex", gettext_lazy("sex")),
    ("country_name", "country", gettext_lazy("country")),
    ("sentence", "sentence", gettext_lazy("sentence: its length and maybe its kind")),
    ("sentence_kind", "sanction_kind", gettext_lazy("kind of sentence")),
    ("articles", "articles", gettext_lazy("articles of the code")),
    ("charges", "charge", gettext_lazy("accusation")),
    ("status_report", "status_report", gettext_lazy("situation, as reported")),
    ("reported_on", "reported_on", gettext_lazy("day of the report")),
    ("sources", "sources", gettext_lazy("sources: addresses or titles")),
    ("notes", "notes", gettext_lazy("note, kept in confidence")),
)


@dataclass(frozen=True)
class Target:
    """What a column means. `does` names the reader of its cells; `column` is set for those of an export."""

    name: str
    label: str
    does: str
    column: Column | None = None
    options: frozenset[str] = frozenset()

    @property
    def written(self) -> str:
        """As it is written after the heading and "=" in a mapping."""
        return ":".join([self.name, ",".join(sorted(self.options))] if self.options else [self.name])


def targets() -> dict[str, Target]:
    """Everything that a column can mean, by name."""
    found = {one.name: Target(one.name, str(one.label), _reader_of(one), one) for one in columns()}
    found |= {name: Target(name, str(label), does) for name, does, label in _LOOSE}
    found[IGNORE] = Target(IGNORE, _("leave this column out"), IGNORE)
    return found


def target_of(text: str) -> Target:
    """The target that a mapping names, such as "custody_started_on:dmy,20xx". Raises FileRefused."""
    name, _colon, options = text.strip().partition(":")
    known = targets().get(name.strip() or IGNORE)
    wanted = frozenset(one.strip() for one in options.split(",") if one.strip())
    if known is None:
        raise FileRefused(_("“%(name)s” is no column of the record; see docs/importing.md.") % {"name": name})
    if unknown := wanted - OPTIONS:
        values = {"option": ", ".join(sorted(unknown)), "known": ", ".join(sorted(OPTIONS))}
        raise FileRefused(_("“%(option)s” says nothing about a column; known are: %(known)s.") % values)
    return replace(known, options=wanted)


def guess(heading: str, is_export: bool) -> Target | None:
    """What a heading is taken to mean, None where it is not known. Headings of an export mean just themselves."""
    known = targets()
    if heading.strip() in known and (is_export or known[heading.strip()].column):
        return known[heading.strip()]
    if is_export:
        return None
    text = bare(heading)
    name = _synonyms().get(text) or _labels().get(text) or _beginning(text)
    return replace(known[name], options=_unit(heading)) if name == "sentence" else known.get(name or "")


def bare(heading: str) -> str:
    """A heading as it is looked up: folded, without what only adorns it."""
    return re.sub(r"\s+", " ", fold(heading).replace("*", " ").replace("_", " ").replace(":", " ")).strip(" .,;№#")


def _unit(heading: str) -> frozenset[str]:
    """A unit that a heading names, as in "Term (years)"."""
    words = re.findall(r"[a-zа-я]+", fold(heading))
    names = {
        YEARS: r"years?|yrs?|лет|годы|года|год|жыл|jahre?",
        MONTHS: r"months?|мес|месяцев|месяцы|ай|monate?",
        DAYS: r"days?|дней|сутки|суток|кун|tage?",
    }
    return frozenset(unit for unit, rule in names.items() if any(re.fullmatch(rule, word) for word in words))


def _beginning(text: str) -> str:
    """A heading that begins with a known one and goes on in brackets, after a slash or a comma."""
    first = re.split(r" ?[(\[/,|] ?", text, maxsplit=1)[0]
    return _synonyms().get(first, "") if first != text else ""


@cache
def _synonyms() -> dict[str, str]:
    return {word: name for name, words in reversed(HEADINGS) for word in words}


@cache
def _labels() -> dict[str, str]:
    """The labels of an export's columns in the languages of the site."""
    found: dict[str, str] = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found |= {bare(str(one.label)): one.name for one in columns() if one.group}
    return found


def _reader_of(column: Column) -> str:
    if column.is_computed:
        return "computed"
    return "country" if column.field == "country" else column.kind.name.lower()
