"""The words and grammatical cases in which partial dates are said; a new language is one more entry here.

They stand here and not in the message catalogue because a sentence needs the month in a case of its own:
Russian says «в апреле» but «до апреля», Kazakh «сәуірде», «сәуірге» and «сәуірден».
"""

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


def words_of(language: str) -> DateWords:
    """The words of a language code ("kk", "ru-RU"), or English where there are none yet."""
    return WORDS.get(language.replace("_", "-").split("-")[0].lower(), WORDS["en"])


def _months(language: str, **forms: str) -> dict[str, tuple[str, ...]]:
    """Month names from CLDR (with a day, by themselves) and the forms CLDR does not have."""
    names = Locale.parse(language).months
    return {
        "of": tuple(names["format"]["wide"][month].lower() for month in range(1, 13)),
        "name": tuple(names["stand-alone"]["wide"][month].lower() for month in range(1, 13)),
        **{form: tuple(listed.split()) for form, listed in forms.items()},
    }


def _english_months() -> dict[str, tuple[str, ...]]:
    names = Locale.parse("en").months["format"]["wide"]
    return {form: tuple(names[month] for month in range(1, 13)) for form in ("of", "name")}


ENGLISH = DateWords(
    _english_months(),
    {
        "day": "{day} {of} {year}",
        "month": "in {name} {year}",
        "year": "in {year}",
        "about_day": "about {day} {of} {year}",
        "about_month": "about {name} {year}",
        "about_year": "about {year}",
        "before_day": "before {day} {of} {year}",
        "before_month": "before {name} {year}",
        "before_year": "before {year}",
        "after_day": "after {day} {of} {year}",
        "after_month": "after {name} {year}",
        "after_year": "after {year}",
        "alone_day": "{day} {of} {year}",
        "alone_month": "{name} {year}",
        "alone_year": "{year}",
        "days_of_a_month": "{day}–{day_2} {of} {year}",
        "days_of_a_year": "{day} {of} – {day_2} {of_2} {year}",
        "days": "{day} {of} {year} – {day_2} {of_2} {year_2}",
        "months_of_a_year": "{name}–{name_2} {year}",
        "months": "{name} {year} – {name_2} {year_2}",
        "years": "{year}–{year_2}",
        "between": "{first} – {second}",
        "no_year_day": "{day} {of}, year not known",
        "no_year_month": "in {name}, year not known",
        "unknown": "date not known",
        "approximate": "{said} (approximate)",
        "uncertain": "{said} (not certain)",
    },
)

RUSSIAN = DateWords(
    _months(
        "ru",
        at="январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    ),
    {
        "day": "{day} {of} {year} года",
        "month": "в {at} {year} года",
        "year": "в {year} году",
        "about_day": "около {day} {of} {year} года",
        "about_month": "около {of} {year} года",
        "about_year": "около {year} года",
        "before_day": "до {day} {of} {year} года",
        "before_month": "до {of} {year} года",
        "before_year": "до {year} года",
        "after_day": "после {day} {of} {year} года",
        "after_month": "после {of} {year} года",
        "after_year": "после {year} года",
        "alone_day": "{day} {of} {year} года",
        "alone_month": "{name} {year} года",
        "alone_year": "{year} год",
        "days_of_a_month": "{day}–{day_2} {of} {year} года",
        "days_of_a_year": "{day} {of} – {day_2} {of_2} {year} года",
        "days": "{day} {of} {year} года – {day_2} {of_2} {year_2} года",
        "months_of_a_year": "{name}–{name_2} {year} года",
        "months": "{name} {year} года – {name_2} {year_2} года",
        "years": "{year}–{year_2} годы",
        "between": "{first} – {second}",
        "no_year_day": "{day} {of}, год неизвестен",
        "no_year_month": "в {at}, год неизвестен",
        "unknown": "дата неизвестна",
        "approximate": "{said} (приблизительно)",
        "uncertain": "{said} (неточно)",
    },
)

KAZAKH = DateWords(
    _months(
        "kk",
        at="қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда",
        to="қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға",
        out="қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан "
        "қарашадан желтоқсаннан",
    ),
    {
        "day": "{year} жылғы {day} {of}",
        "month": "{year} жылғы {at}",
        "year": "{year} жылы",
        "about_day": "шамамен {year} жылғы {day} {of}",
        "about_month": "шамамен {year} жылғы {at}",
        "about_year": "шамамен {year} жылы",
        "before_day": "{year} жылғы {day} {to} дейін",
        "before_month": "{year} жылғы {to} дейін",
        "before_year": "{year} жылға дейін",
        "after_day": "{year} жылғы {day} {out} кейін",
        "after_month": "{year} жылғы {out} кейін",
        "after_year": "{year} жылдан кейін",
        "alone_day": "{year} жылғы {day} {of}",
        "alone_month": "{year} жылғы {name}",
        "alone_year": "{year} жыл",
        "days_of_a_month": "{year} жылғы {day}–{day_2} {of}",
        "days_of_a_year": "{year} жылғы {day} {of} – {day_2} {of_2}",
        "days": "{year} жылғы {day} {of} – {year_2} жылғы {day_2} {of_2}",
        "months_of_a_year": "{year} жылғы {name}–{name_2}",
        "months": "{year} жылғы {name} – {year_2} жылғы {name_2}",
        "years": "{year}–{year_2} жылдар",
        "between": "{first} – {second}",
        "no_year_day": "{day} {of}, жылы белгісіз",
        "no_year_month": "{at}, жылы белгісіз",
        "unknown": "күні белгісіз",
        "approximate": "{said} (шамамен)",
        "uncertain": "{said} (нақты емес)",
    },
)

WORDS = {"en": ENGLISH, "ru": RUSSIAN, "kk": KAZAKH}
