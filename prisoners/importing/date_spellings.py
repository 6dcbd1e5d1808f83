"""The words around dates as people type them, folded: months, seasons, before, about, perhaps."""

#: Stems by which a month is known in any of its cases.
STEMS = (
    ("jan", "январ", "янв", "кантар", "сичен", "сични", "студз"),
    ("feb", "феврал", "фев", "акпан", "лют"),
    ("mar", "март", "мар", "наурыз", "marz", "maerz", "берез", "сакавик", "מרס", "במרס"),
    ("apr", "апрел", "апр", "сауир", "квит", "красавик"),
    ("may", "mai", "май", "мая", "мае", "маю", "мамыр", "травн", "травен"),
    ("jun", "июн", "маусым", "червен", "червн", "чэрвен"),
    ("jul", "июл", "шилде", "липен", "липн"),
    ("aug", "август", "авг", "тамыз", "серп", "жни"),
    ("sep", "сентябр", "сен", "кыркуйек", "верес", "верас"),
    ("okt", "oct", "октябр", "окт", "казан", "жовт", "кастрычник"),
    ("nov", "ноябр", "ноя", "караша", "листопад", "листап"),
    ("dec", "dez", "декабр", "дек", "желтоксан", "груд", "снежан", "снежн"),
)
#: Hebrew writes "in", "of" and "from" together with the month.
JOINED = "בלמ"
#: Words of which the stem of a month is only the beginning.
NO_MONTHS = frozenset({"marked", "казань", "казани", "казахстан", "marriage", "mayor", "decade", "july4"})

SEASONS = {
    3: ("spring", "весн", "навесн", "вясн", "коктем", "fruhjahr", "fruhling", "printemps", "ilkbahar", "אביב", "באביב"),
    6: ("summer", "лет", "лит", "влит", "улет", "жаз", "sommer", "בקיץ"),
    9: ("autumn", "fall", "осен", "восен", "увосен", "куз", "herbst", "automne", "sonbahar", "סתיו", "בסתיו"),
    12: ("winter", "зим", "взим", "узим", "кыс", "hiver", "חורף", "בחורף"),
}
SHORT_SEASONS = {"yaz": 6, "קיץ": 6, "kis": 12}
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
        *(
            "невидомо",
            "невидома",
            "невид",
            "немае",
            "невядома",
            "няма",
            "inconnu",
            "inconnue",
            "bilinmiyor",
            "yok",
            "אין",
        ),
    ]
) | {"not known", "нет данных", "no data", "дерек жок", "немае даних", "няма дадзеных", "לא ידוע", "לא ידועה"}

BEFORE = (
    *("before", "until", "prior to", "earlier than", "до", "ранее", "vor", "vor dem", "bis", "avant", "jusqu'au"),
    *("jusqu'a", "jusqu'en", "ранише", "да", "раней", "לפני"),
)
BY = ("by", "no later than", "not later than", "не позднее", "к", "spatestens", "не пизнише", "не пазней", "עד")
AFTER = (
    "after",
    "later than",
    "после",
    "позже",
    "nach",
    "nach dem",
    "apres",
    "писля",
    "пизнише",
    "пасля",
    "אחרי",
    "לאחר",
)
_ABOUT = """
about; around; approx; approx.; approximately; circa; ca.; ca; c.; ~; ≈; early; mid; mid-; late; end of; beginning of
около; ок.; примерно; прим.; приблизительно; прибл.; шамамен
начало; в начале; нач.; нач; середина; в середине; сер.; сер; конец; в конце; кон.; кон
ungefahr; etwa; um; anfang; mitte; ende
environ; vers; debut; mi-; fin; yaklasik
близько; бл.; приблизно; початок; на початку; поч.; всередини; кинець; наприкинци; в кинци; кин.
каля; прыкладна; прыблизна; пачатак; у пачатку; сярэдзина; у сярэдзине; канец; у канцы
בסביבות; בערך; סביב; תחילת; בתחילת; אמצע; באמצע; סוף; בסוף
"""
ABOUT = tuple(_ABOUT.strip().replace("\n", "; ").split("; "))
_MAYBE = """
probably; possibly; perhaps; maybe; вероятно; возможно; предположительно; мумкин; vermutlich
peut-etre; probablement; belki; muhtemelen; ймовирно; имовирно; можливо; мабуть; магчыма; верагодна; אולי; כנראה
"""
MAYBE = tuple(_MAYBE.strip().replace("\n", "; ").split("; "))
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
    *("im jahr", "у", "з", "зи", "са", "вид", "ад", "ב-", "בשנת", "שנת", "מאז"),
)
#: What stands behind a date: Kazakh and Turkish have there what others have before it.
BEFORE_BEHIND, AFTER_BEHIND = ("дейин", "бурын", "once", "oncesinde"), ("кейин", "сон", "sonra", "sonrasinda")
#: What our own pages write behind a date of which a source is not sure, or which it says roughly.
NOT_SURE = r" \((not certain|неточно|накты емес|nicht sicher|incertain|kesin degil|לא ודאי)\)$"
ROUGHLY = r" \((approximate|приблизительно|шамамен|ungefahr|environ|yaklasik|בקירוב)\)$"

#: Days of the week in other cases and in short (0 for Monday); whole ones come from CLDR.
_WEEKDAYS = (
    *("mon пн", "tue tues вт", "wed ср среду середу сераду", "thu thur thurs чт", "fri пт пятницу п'ятницю"),
    *("sat сб субботу суботу", "sun вс недилю нядзелю"),
)
WEEKDAYS = {word: day for day, words in enumerate(_WEEKDAYS) for word in words.split()}

#: Months as Roman figures, as some write them between the day and the year.
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
#: Words that say no more than that the figures beside them are a year.
A_YEAR = "г|гг|год|года|году|годы|годзе|р|рр|рик|року|роци|ж|жыл|жылы|жылгы|жылга|жылдан|жылдар|yili|yilinda"
#: Endings of Turkish behind the figures of a year: 2022'de, 2022'den.
ENDINGS = "'(?:[dt][ea]n?|n?[iu]n)"
#: Words beside a month that say nothing more.
BESIDE = frozenset(
    {"of", "г", "года", "год", "жылы", "жылгы", "айында", "айы", "the", "de", "icinde", "ayi", "שנת", "של"}
)
#: What stands behind the first year of a decade: 1980s, 1980-е, 1980er.
DECADE = r"(\d{3}0)[ -]?(?:['’]?s|е|х|годы|гг|ж|жылдар\w*|er)"
