"""Partial dates in Hebrew.

One that begins with a number has a mark of direction before it (U+200F): after a Latin name, as in a list of sources,
the number would stand on the wrong side of it (Unicode Standard Annex 9).
"""

from prisoners.date_words.shape import DateWords, month_names

HEBREW = DateWords(
    month_names("he"),
    {
        "day": "\u200f{day} ב{of} {year}",
        "month": "ב{name} {year}",
        "year": "בשנת {year}",
        "about_day": "בסביבות {day} ב{of} {year}",
        "about_month": "בסביבות {name} {year}",
        "about_year": "בסביבות {year}",
        "before_day": "לפני {day} ב{of} {year}",
        "before_month": "לפני {name} {year}",
        "before_year": "לפני {year}",
        "after_day": "אחרי {day} ב{of} {year}",
        "after_month": "אחרי {name} {year}",
        "after_year": "אחרי {year}",
        "alone_day": "\u200f{day} ב{of} {year}",
        "alone_month": "{name} {year}",
        "alone_year": "{year}",
        "days_of_a_month": "\u200f{day}–{day_2} ב{of} {year}",
        "days_of_a_year": "\u200f{day} ב{of} – {day_2} ב{of_2} {year}",
        "days": "\u200f{day} ב{of} {year} – {day_2} ב{of_2} {year_2}",
        "months_of_a_year": "{name}–{name_2} {year}",
        "months": "{name} {year} – {name_2} {year_2}",
        "years": "{year}–{year_2}",
        "between": "{first} – {second}",
        "no_year_day": "\u200f{day} ב{of}, השנה אינה ידועה",
        "no_year_month": "ב{name}, השנה אינה ידועה",
        "unknown": "התאריך אינו ידוע",
        "approximate": "{said} (בקירוב)",
        "uncertain": "{said} (לא ודאי)",
    },
)
