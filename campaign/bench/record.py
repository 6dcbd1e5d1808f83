"""A record to measure with: so many prisoners, eleven facts of each, and their sources; all of it is invented.

Five hundred people are written fact by fact; the others have facts like theirs (`campaign.bench.multiplied`) and names
of their own. What triggers keep is either made afterwards (vocabulary, spans) or read by no page (history).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from actions.models import Campaign
from campaign.bench import planted
from campaign.bench.multiplied import STEP, multiply, without_triggers
from campaign.bench.names.people import invented
from campaign.bench.names.spellings import record
from prisoners.choices import (
    CustodyEnd,
    CustodyKind,
    EventKind,
    HearingStatus,
    InvolvementRole,
    PlaceKind,
    RoleKind,
    SanctionKind,
)
from prisoners.dates import NO_YEAR
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    Citation,
    Defendant,
    Detention,
    Event,
    Hearing,
    Involvement,
    Official,
    OfficialSpelling,
    Organisation,
    PersonName,
    Place,
    Prisoner,
    Sanction,
    Source,
    Span,
    StatusReport,
    Trait,
)
from prisoners.models.vocabulary import count_words
from prisoners.services.spans import derive, recount
from prisoners.traits import Kind

PATTERNS, SEED, BATCH = 500, 2011, 2000
COUNTRIES = ("KZ", "RU", "BY", "UA", "KG", "UZ", "AZ", "TR", "IR", "EG")
TOWNS, ORGANISATIONS, SOURCES = 40, 60, 2000
LINKS = Event.prisoners.through
#: How a fifth of the people each was taken, and of what a fiftieth each is accused: words by which they are found.
WAYS, ACCUSATIONS = ("home", "work", "a border", "a university", "a demonstration"), 50
#: For so many people there is a campaign, so many have a role of its sort.
OF_A_CAMPAIGN, ROLES = 1000, (RoleKind.WORKER, RoleKind.JOURNALIST, RoleKind.LAWYER)
#: So many strikes there were, each of one person at one organisation; of such events no pattern is written.
STRIKES, FIRST_STRIKE, YEARS_OF_STRIKES = 1000, 2009, 17
#: So many judges sit, each in the cases of a fiftieth of the people.
JUDGES = 50
#: Officials beside them.
INVESTIGATORS = 2000
#: What hangs on people and their cases, in the order in which it is written.
FACTS = (Affiliation, Case, Charge, Hearing, Sanction, Detention, Event, StatusReport)
CITED = (Sanction, Detention)
PUBLIC: dict[str, Any] = {"state": planted.PUBLIC}


def plant(count: int) -> int:
    """That many public prisoners (a multiple of 500); how many facts they have in all."""
    times = count // PATTERNS
    with without_triggers():
        _people(count)
        count_words()
        _patterns()
    derive(list(range(1, PATTERNS + 1)))
    with without_triggers():
        multiply((*FACTS, Defendant, LINKS, Citation, Span, Trait), times, among=(Prisoner,))
        _name_countries()
        _strikes(count)
    _officials()
    recount()
    campaign = Campaign.internal.create(slug="bench", title="For a thousand", country="KZ", **PUBLIC)
    campaign.prisoners.add(*Prisoner.internal.order_by("pk")[:OF_A_CAMPAIGN])
    planted.settle()
    return sum(model._base_manager.count() for model in (PersonName, *FACTS))


def _strikes(count: int) -> None:
    """With primary keys that no pattern has, nor a copy of one."""
    companies = list(Organisation.objects.order_by("pk"))
    events = [
        Event(
            pk=STEP - 1 - at,
            kind=EventKind.STRIKE,
            title=f"A strike {at}",
            country=COUNTRIES[at % len(COUNTRIES)],
            happened_on=str(FIRST_STRIKE + at % YEARS_OF_STRIKES),
            **PUBLIC,
        )
        for at in range(min(count, STRIKES))
    ]
    Event.internal.bulk_create(events)
    LINKS.objects.bulk_create(LINKS(event=one, prisoner_id=_number(at)) for at, one in enumerate(events))
    Involvement.internal.bulk_create(
        Involvement(event=one, role=InvolvementRole.EMPLOYER, organisation=companies[at % len(companies)], **PUBLIC)
        for at, one in enumerate(events)
    )


def _officials() -> None:
    """The judges, each of one country, and others whom no fact names; the triggers fill what their spellings go by."""
    names = [*(f"Judge {at}" for at in range(JUDGES)), *(f"Investigator {at}" for at in range(INVESTIGATORS))]
    officials = Official.internal.bulk_create(
        Official(slug=name.lower().replace(" ", "-"), name=name, country=COUNTRIES[at % len(COUNTRIES)], **PUBLIC)
        for at, name in enumerate(names)
    )
    OfficialSpelling.internal.bulk_create(
        OfficialSpelling(official=one, text=text) for one in officials for text in (one.name, f"{one.name} Senior")
    )


def _name_countries() -> None:
    """A copy is counted under the country of its own person."""
    country = Prisoner.internal.filter(pk=OuterRef("prisoner")).order_by().values("country")
    Trait.objects.filter(kind=Kind.COUNTRY).update(value=Subquery(country))


def _number(at: int) -> int:
    """The primary key of a person: the pattern, and which copy of it."""
    return at % PATTERNS + 1 + at // PATTERNS * STEP


def _people(count: int) -> None:
    """Everybody with a name in the record and one more spelling."""
    random = Random(SEED)  # noqa: S311 - the same people each time
    people = invented(count, SEED)
    for start in range(0, count, BATCH):
        rows, names = [], []
        for at, person in enumerate(people[start : start + BATCH], start):
            name, own = record(person, random), " ".join(word.text for word in person.words())
            country = COUNTRIES[int(len(COUNTRIES) * random.random() ** 2)]
            rows.append(
                Prisoner(
                    pk=_number(at),
                    slug=f"bench-{at}",
                    name=name,
                    country=country,
                    consent_ground=planted.GROUND,
                    born_on=_born(at),
                    **PUBLIC,
                )
            )
            names += [PersonName(prisoner_id=_number(at), text=text, folded="") for text in dict.fromkeys((name, own))]
        Prisoner.internal.bulk_create(rows)
        PersonName.internal.bulk_create(names)


def _born(at: int) -> str | None:
    """Of six in ten the day, of one the year, of one in twenty the birthday alone, as those who send cards know it."""
    year, month, day = f"{1945 + at % 59}", f"{1 + at % 12:02}", f"{1 + at % 28:02}"
    known = {0: f"{year}", 1: f"{NO_YEAR}-{month}-{day}"} | dict.fromkeys(range(2, 14), f"{year}-{month}-{day}")
    return known.get(at % 20)


def _patterns() -> None:
    """The facts of five hundred people, one of every kind at least, over seventeen years up to next year."""
    random = Random(SEED)  # noqa: S311 - the same facts each time
    today = timezone.now().date()
    places, organisations, sources = _shared()
    made: dict[type, list[Any]] = {model: [] for model in (*FACTS, Defendant, LINKS, Citation)}
    for pk in range(1, PATTERNS + 1):
        for row in _facts(pk, random, today, random.choice(places), random.choice(organisations)):
            made[type(row)].append(row)
    for model in (*FACTS, Defendant, LINKS):
        model._base_manager.bulk_create(made[model])
    for model in CITED:
        name = model._meta.model_name
        made[Citation] += [Citation(source=random.choice(sources), **{f"{name}_id": row.pk}) for row in made[model]]
    Citation.internal.bulk_create(made[Citation])


def _shared() -> tuple[list[Place], list[Organisation], list[Source]]:
    towns = Place.objects.bulk_create(
        Place(
            name=f"Town {at}",
            country=COUNTRIES[at % len(COUNTRIES)],
            time_zone="Asia/Almaty",
            latitude=45,
            longitude=60,
        )
        for at in range(TOWNS)
    )
    prisons = Place.objects.bulk_create(
        Place(name=f"Colony {at}", kind=PlaceKind.PRISON, country=town.country, time_zone="UTC", located_in=town)
        for at, town in enumerate(towns * 3)
    )
    organisations = Organisation.objects.bulk_create(
        Organisation(slug=f"union-{at}", name=f"Union {at}") for at in range(ORGANISATIONS)
    )
    sources = Source.internal.bulk_create(
        Source(key=f"s{at}", title=f"Report {at}", url=f"https://press.example/{at}", publisher=f"Press {at % 50}")
        for at in range(SOURCES)
    )
    return prisons, organisations, sources


def _facts(pk: int, random: Random, today: date, place: Place, organisation: Organisation) -> Iterator[Any]:
    """What is known of one person: taken to custody, tried, sentenced, released or not."""
    taken = today - timedelta(days=random.randrange(30, 17 * 365))
    judged = taken + timedelta(days=random.randrange(20, 400))
    until = judged + timedelta(days=random.randrange(100, 3000))
    hers = {"prisoner_id": pk, **PUBLIC}
    yield Affiliation(role="Member of a union", kind=ROLES[pk % 3], organisation=organisation, **hers)
    yield Case(pk=pk, slug=f"bench-{pk}", title=f"Case {pk}", country=place.country, **PUBLIC)
    yield Defendant(case_id=pk, prisoner_id=pk)
    accused = {"articles": [str(100 + pk % 90)], "text": f"An accusation of matter{pk % ACCUSATIONS}."}
    yield Charge(case_id=pk, brought_on=str(taken), **accused, **hers)
    yield from (_hearing(pk, place, day, today) for day in (judged, _in_court_again(pk, judged, today)))
    told = {"country": place.country, "text": f"Taken at {WAYS[pk % len(WAYS)]}."}
    yield Event(pk=pk, kind=EventKind.ARREST, happened_on=str(taken), **told, **PUBLIC)
    yield LINKS(event_id=pk, prisoner_id=pk)
    yield StatusReport(reported_on=str(min(today, judged)), text="Held, as reported.", **hers)
    yield Detention(kind=CustodyKind.PRETRIAL, started_on=str(taken), **_ended(judged, today), place=place, **hers)
    if judged < today:
        kind = SanctionKind.PRISON if pk % 5 else SanctionKind.SUSPENDED_PRISON
        yield Sanction(pk=pk, case_id=pk, kind=kind, imposed_on=str(judged), years=1 + pk % 9, **hers)
        if pk % 5:
            served = _ended(until, today, CustodyEnd.SERVED)
            yield Detention(kind=CustodyKind.SERVING, started_on=str(judged), **served, place=place, **hers)


def _in_court_again(pk: int, judged: date, today: date) -> date:
    """An appeal; for one in ten it is still to come."""
    return judged + timedelta(days=60) if pk % 10 else today + timedelta(days=1 + pk % 200)


def _hearing(pk: int, place: Place, day: date, today: date) -> Hearing:
    is_over = day < today
    status = HearingStatus.HELD if is_over else HearingStatus.SCHEDULED
    at = timezone.now() + (day - today)
    who = {"case_id": pk, "court": "A court", "judge": f"Judge {pk % JUDGES}", **PUBLIC}
    return Hearing(place=place, status=status, held_on=str(day), starts_at=at, **who)


def _ended(day: date, today: date, how: CustodyEnd = CustodyEnd.TRANSFERRED) -> dict[str, str]:
    return {"ended_on": str(day), "ended_by": how.value} if day <= today else {}
