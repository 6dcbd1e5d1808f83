"""What is asked of a record of 100,000 people: lists, filters, pages, feeds, calendars, the API and the desk."""

from dataclasses import dataclass

from django.utils import timezone

from campaign.bench import record
from prisoners.models import Case, Hearing, Official, Organisation, Place, Prisoner

CHOOSING = "app_label=prisoners&model_name=hearing&field_name=case"
#: What the desk lists.
DESK = (
    *("prisoner", "personname", "affiliation", "case", "charge", "chargestep", "hearing", "sanction", "detention"),
    *("event", "eventlink", "involvement", "figure", "statement", "statusreport", "place", "organisation", "source"),
    *("disagreement", "variant", "official", "officialspelling"),
)
#: Pages far behind the first, near the end of what the desk lists.
DEEP_DESK = {"prisoner": 1900, "case": 1900, "event": 1900, "hearing": 3900, "detention": 3500}
#: Lists of the floor above, on pages and in the API; of a campaign that is planted, and of nothing else.
ABOVE = ("campaigns", "actions", "appeals", "days-of-action", "reports", "groups", "targets", "letters", "dispatches")
LIST, HEARINGS, STATISTICS, API = "/en/prisoners/", "/en/hearings/", "/en/statistics/", "/api/v1/"
STRIKES, OFFICIALS = "/en/strikes/", "/en/officials/"
FORMS = ("csv", "xlsx", "json")
SEVERAL = "kind=trial_session&status=held&country=KZ&since=2000-01-01"
#: Filters that go together, each of them fitting very many.
TOGETHER = {
    "words of everybody of a country": "words=accusation&country=KZ&held=true",
    "words of everybody, longest": "words=accusation&sort=longest",
    "free, longest": "held=false&sort=longest",
    "held of a country, longest": "country=KZ&held=true&sort=longest",
    "role and article": "role=journalist&article=110",
    "in court of a country": "hearing_within=90&country=KZ",
    "in court within a year": "hearing_within=366",
    "any arrest": "arrested=1990/2026",
    "any arrest, sentence and release": "arrested=1990/2026&sentenced=1990/2026&released=1990/2026",
    "officials of everybody": "official=Judge",
    "words of a campaign": "campaign=bench&words=accusation",
}


@dataclass(frozen=True)
class Rows:
    """Some rows of the planted record that addresses name."""

    one: Prisoner
    case: Case
    hearing: Hearing
    town: Place
    prison: Place
    union: Organisation
    judge: Official


def rows() -> Rows:
    """The same each time, for the record is."""
    case = Case.public.order_by("pk")[0]
    return Rows(
        one=Prisoner.public.order_by("pk")[record.PATTERNS // 2],
        case=case,
        hearing=case.hearings.order_by("pk")[0],
        town=Place.objects.filter(kind="locality").order_by("pk")[0],
        prison=Place.objects.filter(kind="prison").order_by("pk")[0],
        union=Organisation.objects.order_by("pk")[0],
        judge=Official.public.order_by("pk")[7],
    )


def first_pages(known: Rows) -> dict[str, str]:
    """What visitors ask, by a name for people."""
    return {**_lists(known), **_pages(known), **_programs(known)}


def deep_pages() -> dict[str, str]:
    """Far behind the first page, where machines read on and people do not."""
    return {
        "list: page 1000": f"{LIST}?page=1000",
        "list: page 4000": f"{LIST}?page=4000",
        "list: longest, page 1000": f"{LIST}?sort=longest&page=1000",
        "list: longest, page 4000": f"{LIST}?sort=longest&page=4000",
        "list: words, page 800": f"{LIST}?words=universities&page=800",
        "list: words of everybody, page 4000": f"{LIST}?words=accusation&page=4000",
        "hearings: page 1000": f"{HEARINGS}?page=1000",
        "hearings: page 6000": f"{HEARINGS}?page=6000",
        "sitemap: prisoners, page 20": "/sitemap-prisoners-en.xml?p=20",
        "api: prisoners, page 1000": f"{API}prisoners/?page=1000",
        "api: hearings, page 1000": f"{API}hearings/?page=1000",
        "api: cases, page 1000": f"{API}cases/?page=1000",
        "api: events, page 1000": f"{API}events/?page=1000",
    }


def statistics(known: Rows) -> dict[str, str]:
    """Numbers of many people: everybody, filters whose numbers are not kept, and how many were held on each day."""
    asked = {
        "": "",
        ": country": "country=KZ&held=true",
        ": article": "article=110",
        ": as of": "as_of=2019-12-16",
        ": words": "words=universities",
        ": words of everybody": "words=accusation",
        ": everybody of a country": "country=KZ",
        ": sentenced": "sentenced=2015/2024",
    }
    pages = {f"statistics{name}": f"{STATISTICS}?{query}" for name, query in asked.items()}
    pages |= {f"statistics: {form}": f"{STATISTICS}export.{form}?country=KZ" for form in FORMS}
    return {**pages, "held": "/en/held/", "api: statistics": f"{API}statistics/?country=KZ&held=true"}


def exports() -> dict[str, tuple[str, str]]:
    """Lists and statistics as files: in which form, and where."""
    lists = {f"export {form}": (form, f"{LIST}export.{form}") for form in FORMS}
    words = {f"export {form}: words": (form, f"{LIST}export.{form}?words=universities") for form in FORMS}
    numbers = {f"export {form}: statistics": (form, f"{STATISTICS}export.{form}?country=KZ") for form in FORMS}
    return {**lists, **words, **numbers}


def desk_pages(known: Rows) -> dict[str, str]:
    """What the staff ask of the researchers' desk."""
    name, desk = known.one.name.split()[-1], "/staff/prisoners"
    return {
        "desk": "/staff/",
        **{f"desk: {kind}": f"{desk}/{kind}/" for kind in DESK},
        **{f"desk: {kind}, searched": f"{desk}/{kind}/?q={name}" for kind in DESK},
        **{f"desk: {kind}, to verify": f"{desk}/{kind}/?verified=stale" for kind in ("prisoner", "detention")},
        **{f"desk: {kind}, page {page}": f"{desk}/{kind}/?p={page}" for kind, page in DEEP_DESK.items()},
        "desk: choosing a case": f"/staff/autocomplete/?{CHOOSING}&term={name}",
        "desk: source, searched": f"{desk}/source/?q=press.example/77",
        "desk: one prisoner": f"{desk}/prisoner/{known.one.pk}/change/",
        "desk: one case": f"{desk}/case/{known.case.pk}/change/",
        "desk: one hearing": f"{desk}/hearing/{known.hearing.pk}/change/",
    }


def _lists(known: Rows) -> dict[str, str]:
    asked = {
        "status": "serving",
        "country": "KZ",
        "held": "true",
        "place": known.town.pk,
        "facility": known.prison.pk,
        "organisation": known.union.slug,
        "role": "journalist",
        "article": "110",
        "words": "universities",
        "official": "Judge+7",
        "official by address": known.judge.slug,
        "campaign": "bench",
        "arrested": "2019",
        "sentenced": "2019-04/2020",
        "released": "2024",
        "hearing_within": 30,
        "can_be_written_to": "true",
        "as_of": "2019-12-16&held=true",
        "sort": "longest",
    }
    return {
        "list": LIST,
        "list: birthdays": f"{LIST}?sort=birthday",
        "list: birthdays of a country": f"{LIST}?sort=birthday&country=KZ",
        "list: newest": f"{LIST}?sort=newest",
        "list: last changed": f"{LIST}?sort=changed",
        **{f"list: {name}": f"{LIST}?{name.split(' ')[0]}={value}" for name, value in asked.items()},
        "list: all of them": f"{LIST}?country=KZ&held=true&arrested=2019/2024&organisation={known.union.slug}",
        "search": f"{LIST}?q={known.one.name}",
        "search: one word": f"{LIST}?q={known.one.name.split()[-1]}",
        "search: words of facts": f"{LIST}?q=universities",
        "search: words of facts of a country": f"{LIST}?q=universities&country=KZ&held=true",
        "list: words of few": f"{LIST}?words=matter17",
        "list: words, a label": f"{LIST}?words=employer+union",
        "list: words, a label and a place": f"{LIST}?words=detention+town+7",
        "list: words of a country": f"{LIST}?words=universities&country=KZ&held=true",
        "list: words of everybody": f"{LIST}?words=accusation",
        "list: words of everybody, in Russian": "/ru/prisoners/?words=accusation",
        "search: words of everybody": f"{LIST}?q=accusation",
        **{f"list: {name}": f"{LIST}?{query}" for name, query in TOGETHER.items()},
        **_hearings(known),
    }


def _hearings(known: Rows) -> dict[str, str]:
    asked = {
        "upcoming": "true",
        "country": "KZ",
        "since": "2019-01-01&until=2019-12-31",
        "until": "2015-12-31",
        "kind": "trial_session",
        "status": "held",
        "decision": "convicted",
        "case": known.case.slug,
        "prisoner": known.one.slug,
        "official": known.judge.slug,
    }
    pages = {f"hearings: {name}": f"{HEARINGS}?{name}={value}" for name, value in asked.items()}
    several = {
        "hearings: since long": f"{HEARINGS}?since=2000-01-01",
        "hearings: official by name": f"{HEARINGS}?official=Judge+7",
        "hearings: kind of a country": f"{HEARINGS}?kind=trial_session&country=KZ",
        "hearings: kind, status, country and time": f"{HEARINGS}?{SEVERAL}",
    }
    return {"hearings": HEARINGS, **pages, **several}


def _pages(known: Rows) -> dict[str, str]:
    return {
        "home": "/en/",
        "prisoner": f"{LIST}{known.one.slug}/",
        "prisoner: as of": f"{LIST}{known.one.slug}/?as_of=2019-12-16",
        "prisoner: as known": f"{LIST}{known.one.slug}/?known_on=2020-01-01",
        "days": "/en/days/",
        "days: another": f"/en/days/?day={timezone.now().year}-12-16",
        "suppression": "/en/suppression/",
        "strikes": STRIKES,
        **{f"strikes: {name}": f"{STRIKES}?{name}={value}" for name, value in _of_strikes(known).items()},
        "organisation": f"/en/organisations/{known.union.slug}/",
        "officials": OFFICIALS,
        "officials: searched": f"{OFFICIALS}?q={known.judge.name}",
        "official": f"{OFFICIALS}{known.judge.slug}/",
        "alerts": "/en/alerts/",
        "campaign": "/en/campaigns/bench/",
        "sitemap": "/sitemap.xml",
        "sitemap: prisoners": "/sitemap-prisoners-en.xml",
        **{f"{name} of the floor above": f"/en/{name}/" for name in ABOVE},
    }


def _programs(known: Rows) -> dict[str, str]:
    return {
        "calendar: all": "/calendar/all.ics",
        "calendar: campaign": "/calendar/campaigns/bench.ics",
        "calendar: prisoner": f"/calendar/prisoners/{known.one.slug}.ics",
        "calendar: official": f"/calendar/officials/{known.judge.slug}.ics",
        "feed: all": "/feeds/all.atom",
        "feed: all, json": "/feeds/all.json",
        "feed: country": "/feeds/countries/kz.atom",
        "feed: campaign": "/feeds/campaigns/bench.atom",
        "feed: prisoner": f"/feeds/prisoners/{known.one.slug}.atom",
        "api: prisoners": f"{API}prisoners/",
        "api: filtered": f"{API}prisoners/?country=KZ&held=true",
        "api: search": f"{API}prisoners/?q={known.one.name}",
        "api: prisoners: words of everybody": f"{API}prisoners/?words=accusation",
        "api: prisoners: names alone": f"{API}prisoners/?fields=slug,name&page_size=100",
        "api: prisoners, longest": f"{API}prisoners/?sort=longest",
        "api: prisoner, as of": f"{API}prisoners/{known.one.slug}/?as_of=2019-12-16",
        "api: prisoner": f"{API}prisoners/{known.one.slug}/",
        "api: words": f"{API}words/?q=universities",
        "api: words of everybody": f"{API}words/?q=accusation",
        "api: words of a country": f"{API}words/?q=universities&country=KZ&held=true",
        "api: hearings": f"{API}hearings/",
        "api: hearings to come": f"{API}hearings/?upcoming=true",
        "api: cases": f"{API}cases/",
        "api: cases: country": f"{API}cases/?country=KZ",
        "api: cases: prisoner": f"{API}cases/?prisoner={known.one.slug}",
        "api: events": f"{API}events/",
        **{f"api: events: {name}": f"{API}events/?{name}={value}" for name, value in _of_events(known).items()},
        "api: officials": f"{API}officials/",
        "api: official": f"{API}officials/{known.judge.slug}/",
        "api: strikes": f"{API}strikes/",
        "api: strikes: country": f"{API}strikes/?country=KZ",
        **{f"api: {name}": f"{API}{name}/" for name in ABOVE if name not in ("letters", "dispatches")},
    }


def _of_strikes(known: Rows) -> dict[str, str]:
    return {
        "country": "KZ",
        "organisation": known.union.slug,
        "happened": "2019",
        "going_on": "false",
        "claim": "percent",
        "became": "standing",
    }


def _of_events(known: Rows) -> dict[str, str]:
    return {
        "kind": "arrest",
        "suppression": "true",
        "country": "KZ",
        "happened": "2019",
        "prisoner": known.one.slug,
        "organisation": known.union.slug,
    }
