"""What one language needs to say partial dates: its sentences, and its month names in the cases they ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from babel import Locale

Say = Callable[..., str]


@dataclass(frozen=True)
class DateWords:
    """One language: its sentences, and the forms of its month names that they ask for.

    A sentence may use {day}, {year}, and the month as {of} (with a day), {name} (by itself) or any form
    listed in `forms`; {day_2}, {of_2} … belong to the second end of an interval.
    """

    months: dict[str, tuple[str, ...]]
    sentences: dict[str, str]

    def say(self, sentence: str, **parts: Any) -> str:
        """Fill the named sentence; `month` and `month_2` are numbers from 1, turned into every form."""
        return self.sentences[sentence].format(
            **parts, **self._forms(parts.get("month"), ""), **self._forms(parts.get("month_2"), "_2")
        )

    def _forms(self, month: int | None, suffix: str) -> dict[str, str]:
        if month is None:
            return {}
        return {f"{form}{suffix}": names[month - 1] for form, names in self.months.items()}


def month_names(
    language: str, *, keeps_capitals: bool = False, stand_alone: bool = False, **forms: str
) -> dict[str, tuple[str, ...]]:
    """Month names from CLDR (with a day, by themselves) and the forms CLDR does not have.

    `keeps_capitals` for languages that write them with a capital within a sentence (German, English, Turkish).
    `stand_alone` for languages of which CLDR has other names for a month by itself (Russian, Kazakh). Of the others it
    must not be asked: Babel answers with those of whichever language was asked first in this process.
    """
    names = Locale.parse(language).months
    said = (lambda name: name) if keeps_capitals else str.lower
    alone = names["stand-alone" if stand_alone else "format"]
    return {
        "of": tuple(said(names["format"]["wide"][month]) for month in range(1, 13)),
        "name": tuple(said(alone["wide"][month]) for month in range(1, 13)),
        **{form: tuple(listed.split()) for form, listed in forms.items()},
    }
