"""The words around dates as people type them, folded: months, seasons, before, about, perhaps."""

#: Stems by which a month is known in any of its cases.
STEMS = (
    ("jan", "январ", "янв", "кантар"),
    ("feb", "феврал", "фев", "акпан"),
    ("mar", "март", "мар", "наурыз", "marz", "maerz"),
    ("apr", "апрел", "апр", "сауир"),
    ("may", "mai", "май", "мая", "мае", "маю", "мамыр"),
    ("jun", "июн", "маусым"),
    ("jul", "июл", "шилде"),
    ("aug", "август", "авг", "тамыз"),
    ("sep", "сентябр", "сен", "кыркуйек"),
    ("okt", "oct", "октябр", "окт", "казан"),
    ("nov", "ноябр", "ноя", "караша"),
    ("dec", "dez", "декабр", "дек", "желтоксан"),
)
#: Words of which the stem of a month is only the beginning.
NO_MONTHS = frozenset({"marked", "казань", "казани", "казахстан", "marriage", "mayor", "decade", "july4"})

SEASONS = {
    3: ("spring", "весн", "коктем", "fruhjahr", "fruhling"),
    6: ("summer", "лет", "жаз", "sommer"),
    9: ("autumn", "fall", "осен", "куз", "herbst"),
    12: ("winter", "зим", "кыс"),
}
NOTHING = frozenset(
    [
        "-",
        "–",
        "—",
        "?",
        "n/a",
        "na",
        "nd",
        "n.d.",
        "none",
        "null",
        "unknown",
        "неизвестно",
        "неизвестна",
        "неизв",
        "неизв.",
        "нет",
        "нет",
        "данных",
        "н/д",
        "белгисиз",
        "жок",
        "unbekannt",
        "keine",
        "x",
        "tbd",
        "tbc",
    ]
) | {"not known", "нет данных", "no data", "дерек жок"}

BEFORE = ("before", "until", "prior to", "earlier than", "до", "ранее", "vor", "bis", "avant")
BY = ("by", "no later than", "not later than", "не позднее", "к", "spatestens")
AFTER = ("after", "later than", "после", "позже", "nach", "apres")
_ABOUT = """
about; around; approx; approx.; approximately; circa; ca.; ca; c.; ~; ≈; early; mid; mid-; late; end of; beginning of
около; ок.; примерно; прим.; приблизительно; прибл.; шамамен
начало; в начале; нач.; нач; середина; в середине; сер.; сер; конец; в конце; кон.; кон
ungefahr; etwa; um; anfang; mitte; ende
environ; vers; debut; mi-; fin
"""
ABOUT = tuple(_ABOUT.strip().replace("\n", "; ").split("; "))
MAYBE = ("probably", "possibly", "perhaps", "maybe", "вероятно", "возможно", "предположительно", "мумкин", "vermutlich")
PLAIN = (
    "on",
    "in",
    "since",
    "from",
    "from about",
    "the",
    "с",
    "со",
    "в",
    "во",
    "am",
    "im",
    "seit",
    "den",
    "le",
    "en",
    "depuis",
)
KK_BEFORE, KK_AFTER = ("дейин", "бурын"), ("кейин", "сон")

#: Days of the week in other cases and in short (0 for Monday); whole ones come from CLDR.
_WEEKDAYS = ("mon пн", "tue tues вт", "wed ср среду", "thu thur thurs чт", "fri пт пятницу", "sat сб субботу", "sun вс")
WEEKDAYS = {word: day for day, words in enumerate(_WEEKDAYS) for word in words.split()}

#: Months as Roman figures, as some write them between the day and the year.
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
#: What stands behind the first year of a decade: 1980s, 1980-е, 1980er.
DECADE = r"(\d{3}0)[ -]?(?:['’]?s|е|х|годы|гг|ж|жылдар\w*|er)"
