"""What a column of a spreadsheet can mean, and which headings mean it (English, Russian, Kazakh, German)."""

import re
from dataclasses import dataclass, replace
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prisoners.columns import Column, columns
from prisoners.importing.lengths import DAYS, MONTHS, YEARS
from prisoners.importing.messy_dates import DAY_FIRST, MONTH_FIRST, YEARS_1900, YEARS_2000, fold
from prisoners.importing.refusals import FileRefused

IGNORE = "-"
OPTIONS = frozenset({DAY_FIRST, MONTH_FIRST, YEARS_1900, YEARS_2000, YEARS, MONTHS, DAYS})

#: What campaigners' own spreadsheets have beside the columns of an export. One cell may fill several fields.
_LOOSE: tuple[tuple[str, str, object], ...] = (
    ("names", "names", gettext_lazy("name, in one spelling or several")),
    ("family_name", "name_part", gettext_lazy("family name")),
    ("given_name", "name_part", gettext_lazy("given name")),
    ("patronymic", "name_part", gettext_lazy("patronymic")),
    ("other_names", "names", gettext_lazy("other spellings")),
    ("sex", "sex", gettext_lazy("sex")),
    ("country_name", "country", gettext_lazy("country")),
    ("sentence", "sentence", gettext_lazy("sentence: its length and maybe its kind")),
    ("sentence_kind", "sanction_kind", gettext_lazy("kind of sentence")),
    ("articles", "articles", gettext_lazy("articles of the code")),
    ("charges", "charge", gettext_lazy("accusation")),
    ("status_report", "status_report", gettext_lazy("situation, as reported")),
    ("reported_on", "reported_on", gettext_lazy("day of the report")),
    ("sources", "sources", gettext_lazy("sources: addresses or titles")),
    ("notes", "notes", gettext_lazy("note, kept in confidence")),
)

#: Headings as they are met; a word stands for the first target that lists it.


def _listed(*words: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)


HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("family_name", _listed("family name", "surname", "last name", "фамилия", "тегі", "familienname", "nachname")),
    ("given_name", _listed("given name", "first name", "forename", "имя (без фамилии)", "vorname", "есімі", "аты")),
    ("patronymic", _listed("patronymic", "middle name", "father's name", "отчество", "әкесінің аты", "vatersname")),
    (
        "other_names",
        _listed(
            *(
                "other names",
                "other spellings",
                "also known as",
                "aka",
                "alias",
                "aliases",
                "name (cyrillic)",
                "name in cyrillic",
            ),
            *(
                "cyrillic name",
                "cyrillic",
                "name (russian)",
                "name (kazakh)",
                "russian name",
                "kazakh name",
                "name in russian",
            ),
            *(
                "имя латиницей",
                "латиница",
                "другие имена",
                "другие написания",
                "имя по-русски",
                "имя на казахском",
                "басқа аттары",
            ),
            *(
                "andere namen",
                "weitere namen",
                "andere schreibweisen",
                "name (russisch)",
                "latin name",
                "name (latin)",
                "spelling",
            ),
            *("spellings", "transliteration", "транслитерация", "имя (латиницей)", "имя (кириллицей)", "имя (лат.)"),
        ),
    ),
    (
        "names",
        _listed(
            *(
                "name",
                "names",
                "full name",
                "prisoner",
                "detainee",
                "person",
                "political prisoner",
                "name of prisoner",
                "prisoner name",
            ),
            *(
                "name and surname",
                "фио",
                "ф.и.о",
                "ф. и. о",
                "имя",
                "имена",
                "полное имя",
                "имя и фамилия",
                "имя, фамилия",
                "фамилия, имя",
            ),
            *(
                "фамилия и имя",
                "фамилия имя отчество",
                "фамилия, имя, отчество",
                "заключенный",
                "заключённый",
                "политзаключенный",
            ),
            *(
                "аты-жөні",
                "аты жөні",
                "толық аты",
                "тұтқын",
                "аты-жөнi",
                "тұтқынның аты",
                "name und vorname",
                "vor- und nachname",
            ),
            *(
                "vollständiger name",
                "gefangener",
                "gefangene",
                "inhaftierte",
                "inhaftierter",
                "name, vorname",
                "vorname und name",
            ),
        ),
    ),
    (
        "born_on",
        _listed(
            *(
                "born",
                "born on",
                "date of birth",
                "birth date",
                "birthdate",
                "dob",
                "d.o.b",
                "year of birth",
                "birthday",
                "birth year",
            ),
            *(
                "дата рождения",
                "год рождения",
                "родился",
                "родилась",
                "д.р",
                "др",
                "г.р",
                "рождение",
                "туған күні",
                "туған жылы",
            ),
            *("туылған күні", "geboren", "geburtsdatum", "geburtstag", "geburtsjahr", "geboren am"),
        ),
    ),
    ("sex", _listed("sex", "gender", "m/f", "пол", "жынысы", "geschlecht")),
    ("country_name", _listed("country", "state", "страна", "государство", "ел", "мемлекет", "елі", "land", "staat")),
    (
        "custody_place",
        _listed(
            *(
                "place",
                "place of detention",
                "prison",
                "facility",
                "colony",
                "held at",
                "held in",
                "location",
                "where held",
                "city",
                "where",
            ),
            *(
                "detention facility",
                "place of custody",
                "prison / facility",
                "current location",
                "jail",
                "penal colony",
                "place held",
            ),
            *(
                "место",
                "место содержания",
                "место заключения",
                "колония",
                "учреждение",
                "город",
                "сизо",
                "тюрьма",
                "где содержится",
            ),
            *(
                "орны",
                "қамау орны",
                "түрме",
                "мекеме",
                "қала",
                "ұсталған жері",
                "ort",
                "haftort",
                "gefängnis",
                "haftanstalt",
                "stadt",
            ),
        ),
    ),
    (
        "role_organisation",
        _listed(
            *(
                "organisation",
                "organization",
                "org",
                "union",
                "trade union",
                "party",
                "affiliation",
                "movement",
                "group",
                "employer",
            ),
            *(
                "организация",
                "партия",
                "профсоюз",
                "движение",
                "ұйым",
                "ұйымы",
                "партиясы",
                "кәсіподақ",
                "gewerkschaft",
                "partei",
                "verein",
            ),
        ),
    ),
    (
        "role_text",
        _listed(
            *(
                "role",
                "occupation",
                "profession",
                "position",
                "job",
                "роль",
                "профессия",
                "должность",
                "занятие",
                "род занятий",
                "кто",
            ),
            *("рөлі", "мамандығы", "кәсібі", "лауазымы", "beruf", "funktion", "rolle", "tätigkeit"),
        ),
    ),
    (
        "custody_started_on",
        _listed(
            *(
                "arrested",
                "arrested on",
                "date of arrest",
                "arrest date",
                "detained",
                "detained on",
                "date of detention",
                "arrest",
                "since",
            ),
            *(
                "detention date",
                "detained since",
                "in custody since",
                "held since",
                "imprisoned since",
                "date arrested",
                "date detained",
            ),
            *(
                "дата ареста",
                "арестован",
                "арестована",
                "задержан",
                "дата задержания",
                "арест",
                "под стражей с",
                "содержится с",
            ),
            *("қамауға алынған күні", "ұсталған күні", "қамалған күні", "қамауға алынды", "қамауға алынған", "ұсталды"),
            *(
                "verhaftet",
                "verhaftet am",
                "festgenommen",
                "festnahme",
                "verhaftung",
                "datum der festnahme",
                "inhaftiert seit",
                "haftbeginn",
            ),
        ),
    ),
    (
        "custody_ended_on",
        _listed(
            *(
                "released",
                "released on",
                "release date",
                "date of release",
                "freed",
                "freed on",
                "release",
                "дата освобождения",
                "освобожден",
            ),
            *(
                "освобождён",
                "освобождение",
                "вышел",
                "босатылған күні",
                "босатылды",
                "entlassen",
                "entlassung",
                "freigelassen",
                "haftende",
            ),
            *("entlassen am", "freilassung", "date released"),
        ),
    ),
    (
        "sanction_imposed_on",
        _listed(
            *(
                "sentenced",
                "sentenced on",
                "date of sentence",
                "sentence date",
                "verdict",
                "date of verdict",
                "convicted on",
                "convicted",
            ),
            *(
                "verdict date",
                "trial date",
                "дата приговора",
                "приговорен",
                "осужден",
                "осуждён",
                "дата осуждения",
                "вынесен",
                "дата суда",
            ),
            *(
                "үкім шыққан күні",
                "сотталған күні",
                "үкім күні",
                "verurteilt",
                "verurteilt am",
                "datum des urteils",
                "urteilsdatum",
            ),
        ),
    ),
    (
        "sentence",
        _listed(
            *(
                "sentence",
                "term",
                "length of sentence",
                "sentence length",
                "sentence (years)",
                "term (years)",
                "prison term",
                "punishment",
            ),
            *(
                "years",
                "sentence term",
                "sentence years",
                "срок",
                "приговор",
                "наказание",
                "срок (лет)",
                "срок, лет",
                "срок наказания",
            ),
            *(
                "мерзімі",
                "жазасы",
                "жаза",
                "үкім",
                "мерзім",
                "strafe",
                "haftstrafe",
                "strafmaß",
                "urteil",
                "haftdauer",
                "haft (jahre)",
            ),
        ),
    ),
    (
        "sentence_kind",
        _listed(
            "sentence kind",
            "kind of sentence",
            "type of sentence",
            "sentence type",
            "вид наказания",
            "жаза түрі",
            "strafart",
        ),
    ),
    ("sanction_court", _listed("court", "суд", "сот", "gericht", "court name", "tribunal")),
    ("sanction_judge", _listed("judge", "судья", "сотья", "судья (фио)", "richter", "richterin")),
    (
        "articles",
        _listed(
            *(
                "article",
                "articles",
                "article of the code",
                "criminal code article",
                "law",
                "article(s)",
                "art",
                "legal basis",
                "code article",
            ),
            *(
                "статья",
                "статьи",
                "ст",
                "статья ук",
                "ст. ук",
                "статья ук рк",
                "статьи ук",
                "бап",
                "баптар",
                "бабы",
                "қк бабы",
                "artikel",
            ),
            *("paragraph", "paragraf", "criminal code", "rechtsgrundlage", "articles of the code"),
        ),
    ),
    (
        "charges",
        _listed(
            *(
                "charge",
                "charges",
                "accusation",
                "accused of",
                "charged with",
                "reason",
                "обвинение",
                "обвинения",
                "в чем обвиняют",
            ),
            *("айып", "айыптау", "тағылған айып", "anklage", "vorwurf", "vorwürfe", "anklagepunkte", "grund"),
        ),
    ),
    (
        "status_report",
        _listed(
            *(
                "status",
                "current status",
                "situation",
                "state now",
                "статус",
                "положение",
                "состояние",
                "текущий статус",
                "жағдайы",
            ),
            *("мәртебесі", "статусы", "stand", "lage", "aktueller stand", "where it stands"),
        ),
    ),
    (
        "reported_on",
        _listed(
            *(
                "updated",
                "last updated",
                "as of",
                "status as of",
                "last update",
                "обновлено",
                "по состоянию на",
                "дата обновления",
            ),
            *("жаңартылды", "жаңартылған күні", "aktualisiert", "stand vom", "letzte aktualisierung"),
        ),
    ),
    (
        "sources",
        _listed(
            *(
                "source",
                "sources",
                "link",
                "links",
                "url",
                "urls",
                "reference",
                "references",
                "source url",
                "proof",
                "evidence",
            ),
            *(
                "источник",
                "источники",
                "ссылка",
                "ссылки",
                "дереккөз",
                "дереккөздер",
                "сілтеме",
                "сілтемелер",
                "quelle",
                "quellen",
            ),
            *("nachweis", "source(s)", "source link"),
        ),
    ),
    (
        "notes",
        _listed(
            *(
                "note",
                "notes",
                "comment",
                "comments",
                "remarks",
                "remark",
                "additional information",
                "other",
                "details",
                "info",
            ),
            *(
                "примечание",
                "примечания",
                "комментарий",
                "комментарии",
                "заметки",
                "ескерту",
                "ескертпе",
                "түсініктеме",
            ),
            *("bemerkung", "bemerkungen", "notiz", "notizen", "anmerkung", "anmerkungen", "kommentar"),
        ),
    ),
    (
        "summary",
        _listed(
            "summary",
            "description",
            "case summary",
            "описание",
            "кратко",
            "сипаттама",
            "beschreibung",
            "zusammenfassung",
        ),
    ),
    (
        "slug",
        _listed(
            "slug",
        ),
    ),
)


@dataclass(frozen=True)
class Target:
    """What a column means. `does` names the reader of its cells; `column` is set for those of an export."""

    name: str
    label: str
    does: str
    column: Column | None = None
    options: frozenset[str] = frozenset()

    @property
    def written(self) -> str:
        """As it is written after the heading and "=" in a mapping."""
        return ":".join([self.name, ",".join(sorted(self.options))] if self.options else [self.name])


def targets() -> dict[str, Target]:
    """Everything that a column can mean, by name."""
    found = {one.name: Target(one.name, str(one.label), _reader_of(one), one) for one in columns()}
    found |= {name: Target(name, str(label), does) for name, does, label in _LOOSE}
    found[IGNORE] = Target(IGNORE, _("leave this column out"), IGNORE)
    return found


def target_of(text: str) -> Target:
    """The target that a mapping names, such as "custody_started_on:dmy,20xx". Raises FileRefused."""
    name, _colon, options = text.strip().partition(":")
    known = targets().get(name.strip() or IGNORE)
    wanted = frozenset(one.strip() for one in options.split(",") if one.strip())
    if known is None:
        raise FileRefused(_("“%(name)s” is no column of the record; see docs/importing.md.") % {"name": name})
    if unknown := wanted - OPTIONS:
        values = {"option": ", ".join(sorted(unknown)), "known": ", ".join(sorted(OPTIONS))}
        raise FileRefused(_("“%(option)s” says nothing about a column; known are: %(known)s.") % values)
    return replace(known, options=wanted)


def guess(heading: str, is_export: bool) -> Target | None:
    """What a heading is taken to mean, None where it is not known. Headings of an export mean just themselves."""
    known = targets()
    if heading.strip() in known and (is_export or known[heading.strip()].column):
        return known[heading.strip()]
    if is_export:
        return None
    text = _bare(heading)
    name = _synonyms().get(text) or _labels().get(text) or _beginning(text)
    return replace(known[name], options=_unit(heading)) if name == "sentence" else known.get(name or "")


def _bare(heading: str) -> str:
    return re.sub(r"\s+", " ", fold(heading).replace("*", " ").replace("_", " ").replace(":", " ")).strip(" .,;№#")


def _unit(heading: str) -> frozenset[str]:
    """A unit that a heading names, as in "Term (years)"."""
    words = re.findall(r"[a-zа-я]+", fold(heading))
    names = {
        YEARS: r"years?|yrs?|лет|годы|года|год|жыл|jahre?",
        MONTHS: r"months?|мес|месяцев|месяцы|ай|monate?",
        DAYS: r"days?|дней|сутки|суток|кун|tage?",
    }
    return frozenset(unit for unit, rule in names.items() if any(re.fullmatch(rule, word) for word in words))


def _beginning(text: str) -> str:
    """A heading that begins with a known one and goes on in brackets, after a slash or a comma."""
    first = re.split(r" ?[(\[/,|] ?", text, maxsplit=1)[0]
    return _synonyms().get(first, "") if first != text else ""


@cache
def _synonyms() -> dict[str, str]:
    return {word: name for name, words in reversed(HEADINGS) for word in words}


@cache
def _labels() -> dict[str, str]:
    """The labels of an export's columns in the languages of the site."""
    found: dict[str, str] = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found |= {_bare(str(one.label)): one.name for one in columns() if one.group}
    return found


def _reader_of(column: Column) -> str:
    if column.is_computed:
        return "computed"
    return "country" if column.field == "country" else column.kind.name.lower()
