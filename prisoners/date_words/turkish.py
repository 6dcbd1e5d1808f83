"""Partial dates in Turkish."""

from prisoners.date_words.shape import DateWords, month_names

TURKISH = DateWords(
    month_names("tr", keeps_capitals=True),
    {
        "day": "{day} {of} {year}",
        "month": "{name} {year} içinde",
        "year": "{year} yılında",
        "about_day": "yaklaşık {day} {of} {year}",
        "about_month": "yaklaşık {name} {year}",
        "about_year": "yaklaşık {year}",
        "before_day": "{day} {of} {year} öncesinde",
        "before_month": "{name} {year} öncesinde",
        "before_year": "{year} öncesinde",
        "after_day": "{day} {of} {year} sonrasında",
        "after_month": "{name} {year} sonrasında",
        "after_year": "{year} sonrasında",
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
        "no_year_day": "{day} {of}, yılı bilinmiyor",
        "no_year_month": "{name} içinde, yılı bilinmiyor",
        "unknown": "tarihi bilinmiyor",
        "approximate": "{said} (yaklaşık)",
        "uncertain": "{said} (kesin değil)",
    },
)
