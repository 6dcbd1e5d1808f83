"""Words and signs by which cells are read: yes and no, sexes, countries, kinds of sentences and of custody."""

import re

from prisoners.choices import CustodyEnd, CustodyKind, PrisonRegime, SanctionKind

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"«»|]+", re.IGNORECASE)
SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]{1,15}:(?=\S)", re.IGNORECASE)
BETWEEN_NAMES = re.compile(
    r"\s+/\s+|\s*[;|\n]\s*|/|\s+(?:a\.?k\.?a\.?|alias|он же|она же|known as|also)\s+", re.IGNORECASE
)
#: What stands under a list, in the column of the names.
BELOW_A_LIST = re.compile(
    r"\*|(total|in all|итого|всего|барлыгы|барлығы|summe|gesamt|note|примечание|ескерту)\b", re.IGNORECASE
)
#: And those of a line that sums the list up: nobody needs to be asked about it.
SUMS_UP = re.compile(r"(total|in all|итого|всего|барлыгы|барлығы|summe|gesamt)\b", re.IGNORECASE)
ON_A_LINE = re.compile(r"\s*[;\n]\s*")
TWO_PEOPLE = re.compile(r"\w+ \w+.* (?:and|и|және|und|&) \w+ \w+", re.IGNORECASE)
BRACKETS = re.compile(r"^(.+?)\s*[(\[]([^()\[\]]+)[)\]]$")

YES = frozenset(["yes", "y", "true", "1", "да", "иа", "ja", "ия"])
NO = frozenset(["no", "n", "false", "0", "нет", "nein", "жок"])
FEMALE = frozenset(
    ["f", "female", "woman", "w", "ж", "жен", "женский", "женщина", "айел", "weiblich", "frau", "she", "она"]
)
MALE = frozenset(["m", "male", "man", "м", "муж", "мужской", "мужчина", "ер", "еркек", "mannlich", "mann", "he", "он"])

#: Beginnings of words by which a kind of sentence is known.
SANCTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        SanctionKind.SUSPENDED_PRISON,
        ("suspended", "условно", "условный", "условное", "шартты", "bewahrung", "auf bewahrung"),
    ),
    (
        SanctionKind.RESTRICTED_FREEDOM,
        ("restricted freedom", "restriction of freedom", "ограничени", "бас бостандыгын шектеу"),
    ),
    (SanctionKind.HOUSE_ARREST, ("house arrest", "домашн", "уй камак", "hausarrest")),
    # Before what is administrative: a fine can be that too.
    (SanctionKind.FINE, ("fine", "штраф", "айыппул", "geldstrafe")),
    (
        SanctionKind.ADMINISTRATIVE_ARREST,
        ("administrative", "административн", "акимшилик", "arrest", "арест", "verwaltungshaft"),
    ),
    (SanctionKind.PROBATION, ("probation", "пробаци")),
    (SanctionKind.COMMUNITY_SERVICE, ("community service", "общественн", "обязательн", "когамдык", "gemeinnutzige")),
    (SanctionKind.COMPULSORY_TREATMENT, ("compulsory treatment", "принудительн", "zwangsbehandlung")),
    (SanctionKind.DEPORTATION, ("deport", "депорт", "выдворен", "abschiebung")),
    (SanctionKind.EXILE, ("exile", "ссылк", "verbannung")),
    (
        SanctionKind.PRISON,
        (
            "prison",
            "imprisonment",
            "jail",
            "penal",
            "colony",
            "лишени",
            "исправительной колони",
            "исправительная колони",
            "колони",
            "ик",
            "тюрем",
            "бас бостандыгынан айыру",
            "haft",
            "gefangnis",
        ),
    ),
)
#: And those by which a regime is known.
REGIMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (PrisonRegime.MAXIMUM, ("strict", "maximum", "special", "строг", "особ", "катан", "streng")),
    (PrisonRegime.MEDIUM, ("general regime", "medium", "общего реж", "общий реж", "общем реж", "жалпы реж")),
    (PrisonRegime.MINIMUM, ("minimum", "settlement", "поселен", "колонии-поселен", "колония-поселен", "коныс")),
)
#: How people write a currency (ISO 4217), folded.
CURRENCIES = {
    word: code
    for code, words in {
        "KZT": "kzt тг тенге tenge ₸ теңге",
        "RUB": "rub руб рублей рубля рубль roubles rubles ₽ р",
        "BYN": "byn",
        "UAH": "uah грн гривен hryvnia ₴",
        "KGS": "kgs сом сомов som",
        "UZS": "uzs",
        "TRY": "try tl ₺",
        "USD": "usd $ dollars долларов",
        "EUR": "eur € euro euros евро",
    }.items()
    for word in words.split()
}
CUSTODIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (CustodyKind.HOUSE_ARREST, ("house arrest", "домашн", "уйкамак", "уй камак", "hausarrest")),
    (CustodyKind.ADMINISTRATIVE, ("administrative", "административн", "акимшилик")),
    (
        CustodyKind.PRETRIAL,
        (
            "pre-trial",
            "pretrial",
            "pre trial",
            "remand",
            "сизо",
            "под следств",
            "следствен",
            "тергеу",
            "u-haft",
            "untersuchungshaft",
            "awaiting trial",
        ),
    ),
    (
        CustodyKind.SERVING,
        (
            "serving",
            "imprisoned",
            "in prison",
            "convicted",
            "отбывает",
            "осужд",
            "в колонии",
            "жазасын отеуде",
            "strafhaft",
            "verbusst",
        ),
    ),
    (
        CustodyKind.DETAINED,
        (
            "detained",
            "arrested",
            "in custody",
            "задержан",
            "арестован",
            "под стражей",
            "камауда",
            "inhaftiert",
            "in haft",
        ),
    ),
)
ENDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (CustodyEnd.PARDONED, ("pardon", "помилован", "кешир", "begnadigt")),
    (CustodyEnd.AMNESTIED, ("amnest", "амнист", "амнистия")),
    (CustodyEnd.ACQUITTED, ("acquit", "оправдан", "акталды", "freigesprochen")),
    (CustodyEnd.BAIL, ("on bail", "bail", "под залог", "подписк", "кепилдик", "kaution")),
    (CustodyEnd.DROPPED, ("charges dropped", "case closed", "дело прекращ", "прекращен", "eingestellt")),
    (CustodyEnd.EARLY, ("early", "parole", "удо", "условно-досроч", "мерзиминен бурын", "vorzeitig")),
    (CustodyEnd.DIED, ("died", "dead", "deceased", "умер", "погиб", "скончал", "кайтыс", "gestorben", "verstorben")),
    (CustodyEnd.SERVED, ("served", "отбыл", "full term")),
    (
        CustodyEnd.RELEASED,
        ("released", "free", "freed", "освобожд", "на свободе", "вышел", "босатыл", "entlassen", "frei"),
    ),
)
