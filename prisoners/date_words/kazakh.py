"""Partial dates in Kazakh: «сәуірде», «сәуірге» and «сәуірден»."""

from prisoners.date_words.shape import DateWords, month_names

KAZAKH = DateWords(
    month_names(
        "kk",
        stand_alone=True,
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
