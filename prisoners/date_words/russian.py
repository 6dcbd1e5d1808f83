"""Partial dates in Russian: «в апреле», but «до апреля»."""

from prisoners.date_words.shape import DateWords, month_names

RUSSIAN = DateWords(
    month_names(
        "ru",
        stand_alone=True,
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
