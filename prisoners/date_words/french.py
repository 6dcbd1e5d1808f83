"""Partial dates in French."""

from prisoners.date_words.shape import DateWords, month_names

FRENCH = DateWords(
    month_names("fr"),
    {
        "day": "{day} {of} {year}",
        "month": "en {name} {year}",
        "year": "en {year}",
        "about_day": "vers le {day} {of} {year}",
        "about_month": "vers {name} {year}",
        "about_year": "vers {year}",
        "before_day": "avant le {day} {of} {year}",
        "before_month": "avant {name} {year}",
        "before_year": "avant {year}",
        "after_day": "après le {day} {of} {year}",
        "after_month": "après {name} {year}",
        "after_year": "après {year}",
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
        "no_year_day": "le {day} {of}, année inconnue",
        "no_year_month": "en {name}, année inconnue",
        "unknown": "date inconnue",
        "approximate": "{said} (environ)",
        "uncertain": "{said} (incertain)",
    },
)
