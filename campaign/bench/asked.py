"""What is asked of a record of 100,000 people: lists, filters, pages, feeds, calendars, the API and the desk."""

from dataclasses import dataclass

from campaign.bench import record
from prisoners.models import Case, Hearing, Organisation, Place, Prisoner

CHOOSING = "app_label=prisoners&model_name=hearing&field_name=case"
#: What the desk lists.
DESK = (
    *("prisoner", "personname", "affiliation", "case", "charge", "chargestep", "hearing", "sanction", "detention"),
    *("event", "eventlink", "involvement", "figure", "statement", "statusreport", "place", "organisation", "source"),
    *("disagreement", "variant"),
)
#: Lists of the floor above, on pages and in the API; of a campaign that is planted, and of nothing else.
ABOVE = ("campaigns", "actions", "appeals", "days-of-action", "reports", "groups", "targets", "letters", "dispatches")
LIST, HEARINGS, STATISTICS, API = "/en/prisoners/", "/en/hearings/", "/en/statistics/", "/api/v1/"
STRIKES = "/en/strikes/"


@dataclass(frozen=True)
class Rows:
    """Some rows of the planted record that addresses name."""

    one: Prisoner
    case: Case
    hearing: Hearing
    town: Place
    prison: Place
    union: Organisation


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
    )


def first_pages(known: Rows) -> dict[str, str]:
    """What visitors ask, by a name for people."""
    return {**_lists(known), **_pages(known), **_programs(known)}


def deep_pages() -> dict[str, str]:
    """Far behind the first page, where machines read on and people do not."""
    return {
        "list: page 1000": f"{LIST}?page=1000",
        "list: longest, page 1000": f"{LIST}?sort=longest&page=1000",
        "list: words, page 800": f"{LIST}?words=universities&page=800",
        "hearings: page 1000": f"{HEARINGS}?page=1000",
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
        ": sentenced": "sentenced=2015/2024",
    }
    pages = {f"statistics{name}": f"{STATISTICS}?{query}" for name, query in asked.items()}
    pages |= {f"statistics: {form}": f"{STATISTICS}export.{form}?country=KZ" for form in ("csv", "xlsx", "json")}
    return {**pages, "held": "/en/held/", "api: statistics": f"{API}statistics/?country=KZ&held=true"}


def desk_pages(known: Rows) -> dict[str, str]:
    """What the staff ask of the researchers' desk."""
    name, desk = known.one.name.split()[-1], "/staff/prisoners"
    return {
        "desk": "/staff/",
        **{f"desk: {kind}": f"{desk}/{kind}/" for kind in DESK},
        **{f"desk: {kind}, searched": f"{desk}/{kind}/?q={name}" for kind in DESK},
        **{f"desk: {kind}, to verify": f"{desk}/{kind}/?verified=stale" for kind in ("prisoner", "detention")},
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
        "list: newest": f"{LIST}?sort=newest",
        "list: last changed": f"{LIST}?sort=changed",
        **{f"list: {name}": f"{LIST}?{name}={value}" for name, value in asked.items()},
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
    }
    pages = {f"hearings: {name}": f"{HEARINGS}?{name}={value}" for name, value in asked.items()}
    return {"hearings": HEARINGS, **pages}


def _pages(known: Rows) -> dict[str, str]:
    return {
        "home": "/en/",
        "prisoner": f"{LIST}{known.one.slug}/",
        "prisoner: as of": f"{LIST}{known.one.slug}/?as_of=2019-12-16",
        "days": "/en/days/",
        "suppression": "/en/suppression/",
        "strikes": STRIKES,
        **{f"strikes: {name}": f"{STRIKES}?{name}={value}" for name, value in _of_strikes(known).items()},
        "organisation": f"/en/organisations/{known.union.slug}/",
        "alerts": "/en/alerts/",
        "campaign": "/en/campaigns/bench/",
        "sitemap": "/sitemap.xml",
        "sitemap: prisoners": "/sitemap-prisoners-en.xml",
        **{f"{name} of the floor above": f"/en/{name}/" for name in ABOVE},
    }


def _programs(known: Rows) -> dict[str, str]:
    return {
        "calendar: all": "/calendar/all.ics",
        "calendar: prisoner": f"/calendar/prisoners/{known.one.slug}.ics",
        "feed: all": "/feeds/all.atom",
        "feed: all, json": "/feeds/all.json",
        "feed: country": "/feeds/countries/kz.atom",
        "feed: prisoner": f"/feeds/prisoners/{known.one.slug}.atom",
        "api: prisoners": f"{API}prisoners/",
        "api: filtered": f"{API}prisoners/?country=KZ&held=true",
        "api: search": f"{API}prisoners/?q={known.one.name}",
        "api: prisoner": f"{API}prisoners/{known.one.slug}/",
        "api: words": f"{API}words/?q=universities",
        "api: words of a country": f"{API}words/?q=universities&country=KZ&held=true",
        "api: hearings": f"{API}hearings/",
        "api: hearings to come": f"{API}hearings/?upcoming=true",
        "api: cases": f"{API}cases/",
        "api: cases: country": f"{API}cases/?country=KZ",
        "api: cases: prisoner": f"{API}cases/?prisoner={known.one.slug}",
        "api: events": f"{API}events/",
        **{f"api: events: {name}": f"{API}events/?{name}={value}" for name, value in _of_events(known).items()},
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
