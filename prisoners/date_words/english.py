"""Partial dates in English."""

from prisoners.date_words.shape import DateWords, month_names

ENGLISH = DateWords(
    month_names("en", keeps_capitals=True),
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
