"""Topics: what can be followed, how it is named in a link, and which topics a fact belongs to."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, to_locale

from prisoners.cards import prisoner_url
from prisoners.countries import codes_of_countries
from prisoners.models import Case, Prisoner
from prisoners.search import find
from supporters.asking import rows_once

EVERYTHING = "all"
#: Digits of a key; a longer number is nobody's.
LONGEST_KEY = 10


@dataclass(frozen=True)
class TopicKind:
    """One kind of topic of an upper floor: its prefix (`campaign`), what all of them are called together (lazily
    translated), and the public rows as (key, title).
    """

    prefix: str
    heading: Promise
    titles: Callable[[list[str] | None], dict[str, str]]
    #: The pages of public rows by key; what has none is left out.
    pages: Callable[[list[str]], dict[str, str]]
    #: Chosen from a list that folds away, since there are many.
    is_long: bool = False


_SOURCES: list[Callable[[], QuerySet]] = []
_EVENT_SOURCES: list[Callable[[], QuerySet]] = []
_KINDS: dict[str, TopicKind] = {}


def register_topics(source: Callable[[], QuerySet]) -> None:
    """Make topics above prisoners known: the rows of `source` are (prisoner's id, topic), such as (12, campaign:3)."""
    _SOURCES.append(source)


def register_event_topics(source: Callable[[], QuerySet]) -> None:
    """Make topics of events known: the rows of `source` are (event's id, topic), such as (150, campaign:3)."""
    _EVENT_SOURCES.append(source)


def register_topic_kind(
    prefix: str,
    heading: Promise,
    titles: Callable[[list[str] | None], dict[str, str]],
    pages: Callable[[list[str]], dict[str, str]],
    *,
    is_long: bool = False,
) -> None:
    """Make a kind of topic known to the forms: `titles(keys)` gives key and title of public rows (None: of all).

    `pages(keys)` gives key and address of their pages. One that `is_long` is offered in a list that folds away.
    """
    _KINDS[prefix] = TopicKind(prefix, heading, titles, pages, is_long)


def topics_of(prisoners: Iterable[int], countries: Iterable[str], cases: Iterable[int | None] = ()) -> list[str]:
    """All topics under which a fact about these prisoners, countries and cases is told."""
    ids = set(prisoners)
    topics = {EVERYTHING, *(f"prisoner:{one}" for one in ids), *(f"country:{one}" for one in countries if one)}
    topics.update(f"case:{one}" for one in cases if one)
    for source in _SOURCES if ids else ():
        told = _by_key(source)
        topics.update(topic for one in ids for topic in told.get(one, ()))
    return sorted(topics)


def topics_of_event(event: int, prisoners: Iterable[int], countries: Iterable[str]) -> list[str]:
    """All topics under which an event is told: those of its people and countries, and those it is part of itself."""
    topics = set(topics_of(prisoners, countries))
    for source in _EVENT_SOURCES:
        topics.update(_by_key(source).get(event, ()))
    return sorted(topics)


def _by_key(source: Callable[[], QuerySet]) -> dict[int, list[str]]:
    """The topics of each prisoner or event by a source: asked once while one question lasts."""

    def grouped() -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for one, topic in source():
            found[one].append(topic)
        return dict(found)

    return rows_once(("topics", source), grouped)


def keys_under(topics: Iterable[str]) -> tuple[set[int], set[int]]:
    """The ids of the public prisoners and events that belong to these topics of upper floors."""
    wanted = set(topics)
    people = {one for source in _SOURCES for one, topic in source() if topic in wanted}
    return people, {one for source in _EVENT_SOURCES for one, topic in source() if topic in wanted}


def titles_of(topics: Iterable[str]) -> dict[str, str]:
    """The topics that exist and are public, with their titles in the active language."""
    return _asked(topics, _titles)


def pages_of(topics: Iterable[str]) -> dict[str, str]:
    """The pages of the topics that are public and have one, in the active language; of a case, that of one it is of."""
    return _asked(topics, _pages)


def _asked(topics: Iterable[str], ask: Callable[[str, list[str]], dict[str, str]]) -> dict[str, str]:
    """What `ask` says of the keys of each prefix, by topic."""
    wanted: dict[str, list[str]] = {}
    for topic in topics:
        prefix, _colon, key = topic.partition(":")
        wanted.setdefault(prefix, []).append(key)
    found = ((prefix, key, said) for prefix, keys in wanted.items() for key, said in ask(prefix, keys).items())
    return {f"{prefix}:{key}" if key else prefix: said for prefix, key, said in found}


def offered(also: Iterable[str] = (), *, most: int | None = None) -> list[tuple[str, list[tuple[str, str]]]]:
    """What the form offers: groups of (topic, title), in the active language.

    Of cases and of long kinds only those of `also`: topics that a page has asked for; so too of prisoners where there
    are more than `most`.
    """
    only_asked = {prefix for prefix in _headings() if _is_long(prefix)}
    only_asked |= {"prisoner"} if most is not None and are_many(most) else set()
    wanted = titles_of(also)
    groups = [(gettext("Everything"), list(titles_of([EVERYTHING]).items()))]
    for prefix, heading in _headings().items():
        titles = {} if prefix in only_asked else {f"{prefix}:{key}": one for key, one in _titles(prefix, None).items()}
        titles |= {topic: title for topic, title in wanted.items() if topic.startswith(f"{prefix}:")}
        rows = sorted(titles.items(), key=lambda row: row[1])
        groups += [(heading, rows)] if rows else []
    return groups


def are_many(most: int) -> bool:
    """Whether there are more public prisoners than `most`."""
    return Prisoner.public.order_by().values("pk")[most : most + 1].exists()


def prisoners_like(name: str, most: int) -> list[str]:
    """The topics of the prisoners who go by such a name, in any spelling, the likest first; none for no name."""
    rows = find(Prisoner.public.all(), name) if name.strip() else Prisoner.public.none()
    return [f"prisoner:{pk}" for pk in rows.values_list("pk", flat=True)[:most]]


def long_lists() -> list[tuple[str, list[tuple[str, str]]]]:
    """What is offered in a list that folds away: groups of (topic, title), in the active language."""
    kinds = [kind for kind in _KINDS.values() if kind.is_long]
    found = ((str(kind.heading), kind.prefix, kind.titles(None).items()) for kind in kinds)
    return [
        (heading, sorted(((f"{prefix}:{key}", title) for key, title in rows), key=lambda row: row[1]))
        for heading, prefix, rows in found
    ]


def _is_long(prefix: str) -> bool:
    return prefix in _KINDS and _KINDS[prefix].is_long


def _headings() -> dict[str, str]:
    """By prefix, what all topics of a kind are called together; those of upper floors first."""
    own = {"case": gettext("Cases"), "country": gettext("Countries"), "prisoner": gettext("Prisoners")}
    return {**{prefix: str(_KINDS[prefix].heading) for prefix in sorted(_KINDS)}, **own}


def _titles(prefix: str, keys: list[str] | None) -> dict[str, str]:
    if prefix == EVERYTHING:
        return {"": gettext("All prisoners, campaigns and countries")}
    if prefix == "prisoner":
        return _prisoners(keys)
    if prefix == "country":
        return _countries(keys)
    if prefix == "case":
        return _cases(keys)
    return _KINDS[prefix].titles(keys) if prefix in _KINDS else {}


def _pages(prefix: str, keys: list[str]) -> dict[str, str]:
    if prefix == EVERYTHING:
        return {"": reverse("prisoners:list")}
    if prefix == "prisoner":
        return {str(row.pk): prisoner_url(row) for row in Prisoner.public.filter(pk__in=numbers(keys))}
    if prefix == "country":
        return {code: f"{reverse('prisoners:list')}?country={code}" for code in _countries(keys)}
    if prefix == "case":
        rows = Prisoner.public.filter(defendant_rows__case__in=Case.public.filter(pk__in=numbers(keys)))
        named = rows.annotate(case=F("defendant_rows__case")).filter(case__in=numbers(keys)).order_by("-pk")
        return {str(row.case): prisoner_url(row) for row in named}
    return _KINDS[prefix].pages(keys) if prefix in _KINDS else {}


def _prisoners(keys: list[str] | None) -> dict[str, str]:
    rows = Prisoner.public.all()
    if keys is not None:
        rows = rows.filter(pk__in=numbers(keys))
    return {str(row.pk): row.name_i18n for row in rows}


def _cases(keys: list[str] | None) -> dict[str, str]:
    return {str(row.pk): row.title_i18n for row in Case.public.filter(pk__in=numbers(keys or []))}


def numbers(keys: Iterable[str]) -> list[int]:
    """The keys that can be numbers of rows."""
    return [int(key) for key in keys if key.isdecimal() and key.isascii() and len(key) < LONGEST_KEY]


def countries() -> list[tuple[str, str]]:
    """Code and name of each country of which the record tells, by name in the active language."""
    return sorted(_countries(None).items(), key=lambda pair: pair[1])


def _countries(keys: list[str] | None) -> dict[str, str]:
    return {code: country_name(code) for code in codes_of_countries() if keys is None or code in keys}


def country_name(code: str) -> str:
    """The name of a country (ISO 3166-1 alpha-2) in the active language, by CLDR."""
    try:
        locale = Locale.parse(to_locale(get_language() or "en"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return locale.territories.get(code, code)
