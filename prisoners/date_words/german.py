"""Partial dates in German."""

from prisoners.date_words.shape import DateWords, month_names

GERMAN = DateWords(
    month_names("de", keeps_capitals=True),
    {
        "day": "{day}. {of} {year}",
        "month": "im {name} {year}",
        "year": "im Jahr {year}",
        "about_day": "um den {day}. {of} {year}",
        "about_month": "um {name} {year}",
        "about_year": "um {year}",
        "before_day": "vor dem {day}. {of} {year}",
        "before_month": "vor {name} {year}",
        "before_year": "vor {year}",
        "after_day": "nach dem {day}. {of} {year}",
        "after_month": "nach {name} {year}",
        "after_year": "nach {year}",
        "alone_day": "{day}. {of} {year}",
        "alone_month": "{name} {year}",
        "alone_year": "{year}",
        "days_of_a_month": "{day}.–{day_2}. {of} {year}",
        "days_of_a_year": "{day}. {of} – {day_2}. {of_2} {year}",
        "days": "{day}. {of} {year} – {day_2}. {of_2} {year_2}",
        "months_of_a_year": "{name}–{name_2} {year}",
        "months": "{name} {year} – {name_2} {year_2}",
        "years": "{year}–{year_2}",
        "between": "{first} – {second}",
        "no_year_day": "{day}. {of}, Jahr nicht bekannt",
        "no_year_month": "im {name}, Jahr nicht bekannt",
        "unknown": "Datum nicht bekannt",
        "approximate": "{said} (ungefähr)",
        "uncertain": "{said} (nicht sicher)",
    },
)
