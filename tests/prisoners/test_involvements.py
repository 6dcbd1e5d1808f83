"""As what people and bodies stood in events and cases: entered, shown, refused, and kept from the public."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from prisoners.choices import ConsentGround, InvolvementRole, PublicationState, StaffRole
from prisoners.models import Case, Event, Involvement, Organisation, Prisoner, Source
from prisoners.publication import PublicationRefused, publish
from prisoners.services.merging import merge
from prisoners.services.refusals import RecordRefused
from tests.prisoners import make
from tests.prisoners.desk import act, at_desk, publish_in_list, sent_by, url
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
PAGE = "/en/prisoners/yerlan-example/"
API = "/api/v1/prisoners/yerlan-example/"


@pytest.fixture
def strike() -> Event:
    """A public strike of one public person."""
    event: Event = make.published(make.an_event(make.published(make.a_prisoner()), kind="strike", title="a strike"))
    return event


@pytest.fixture
def case() -> Case:
    """A public case against the same person."""
    case: Case = make.published(make.a_case(make.published(make.a_prisoner())))
    return case


def a_part(**fields: Any) -> Involvement:
    return Involvement.internal.create(**fields)


def company(name: str = "Mobile Servis Group") -> Organisation:
    return Organisation.objects.create(slug=name.lower().replace(" ", "-"), name=name)


def test_page_and_api_name_the_company_of_a_strike_with_its_source(client: Client, strike: Event) -> None:
    row = a_part(event=strike, role=InvolvementRole.EMPLOYER, organisation=company(), note="a service company")
    make.cite(row, make.a_source("report", title="A report on a strike"))
    assert "Mobile Servis Group" not in client.get(PAGE).content.decode()
    publish(row, None, trusted=True)
    text = client.get(PAGE).content.decode()
    link = '<a href="/en/organisations/mobile-servis-group/">Mobile Servis Group</a>'
    assert f"Employer: {link} (a service company)" in text
    assert "A report on a strike" in text
    told = client.get("/api/v1/events/?organisation=mobile-servis-group").json()["results"]
    assert [one["id"] for one in told] == [strike.pk]
    part = told[0]["involved"][0]
    assert (part["role"]["value"], part["organisation"]["slug"]) == ("employer", "mobile-servis-group")
    assert part["sources"][0]["key"] == "report"
    assert client.get("/api/v1/events/?organisation=another").json()["results"] == []
    assert client.get(API).json()["events"][0]["involved"] == [part]


def test_name_of_the_source_stands_before_the_name_of_the_record(client: Client, strike: Event) -> None:
    ituc = company("ITUC")
    make.published(a_part(event=strike, role=InvolvementRole.UNION, organisation=ituc, name="ICFTU"))
    assert 'Trade union: ICFTU (<a href="/en/organisations/ituc/">ITUC</a>)' in client.get(PAGE).content.decode()


def test_page_and_api_name_judge_and_lawyer_of_a_case(client: Client, case: Case) -> None:
    judge = a_part(case=case, role=InvolvementRole.JUDGE, name="A. Judge", note="<b>presiding</b>")
    lawyer = a_part(case=case, role=InvolvementRole.LAWYER, name="B. Lawyer", consent_ground=ConsentGround.OWN_CONSENT)
    for one in (judge, lawyer):
        make.published(one)
    text = client.get(PAGE).content.decode()
    name = '<a href="/en/prisoners/?official=A.+Judge#results">A. Judge</a>'
    assert f"<dt>Judge</dt><dd><bdi>{name} (&lt;b&gt;presiding&lt;/b&gt;); A case" in text
    assert "<dt>Lawyer</dt><dd><bdi>B. Lawyer; A case" in text
    told = client.get(API).json()["cases"][0]["involved"]
    assert [(one["role"]["value"], one["name"]) for one in told] == [("judge", "A. Judge"), ("lawyer", "B. Lawyer")]


def test_prisoner_who_was_a_lawyer_in_another_case_says_so_on_both_pages(client: Client, case: Case) -> None:
    lawyer = make.published(make.a_prisoner("Natalia Lawyer"))
    make.published(a_part(case=case, role=InvolvementRole.LAWYER, prisoner=lawyer))
    assert "<dt>Lawyer</dt><dd><bdi>A case" in client.get("/en/prisoners/natalia-lawyer/").content.decode()
    assert '<a href="/en/prisoners/natalia-lawyer/">Natalia Lawyer</a>; A case' in client.get(PAGE).content.decode()
    assert client.get(API).json()["cases"][0]["involved"][0]["prisoner"]["slug"] == "natalia-lawyer"


def test_nobody_whose_page_is_not_public_is_named_by_a_part(client: Client, strike: Event) -> None:
    hidden = make.a_prisoner("Hidden Person")
    make.published(a_part(event=strike, role=InvolvementRole.ORGANISER, prisoner=hidden))
    assert Involvement.public.count() == 0
    for address in (PAGE, API, "/api/v1/events/"):
        assert "Hidden" not in client.get(address).content.decode()
    make.published(hidden)
    assert "Hidden Person" in client.get(PAGE).content.decode()


def test_part_is_as_public_as_what_it_is_in(strike: Event) -> None:
    make.published(a_part(event=strike, role=InvolvementRole.EMPLOYER, organisation=company()))
    assert Involvement.public.count() == 1
    Event.internal.filter(pk=strike.pk).update(state=PublicationState.WITHDRAWN)
    assert Involvement.public.count() == 0


@pytest.mark.parametrize("role", [InvolvementRole.WITNESS, InvolvementRole.LAWYER, InvolvementRole.ORGANISER])
def test_private_person_is_named_with_a_ground_alone(strike: Event, role: str) -> None:
    row = a_part(event=strike, role=role, name="Somebody")
    make.cite(row)
    with pytest.raises(PublicationRefused, match="The ground for naming this person is not stated"):
        publish(row, None, trusted=True)
    row.consent_ground = ConsentGround.FAMILY_CONSENT
    row.save()
    publish(row, None, trusted=True)
    assert Involvement.public.get().name == "Somebody"


def test_name_in_another_language_alone_needs_its_ground_too(strike: Event) -> None:
    row = make.published(a_part(event=strike, role=InvolvementRole.WITNESS, organisation=company()))
    assert Involvement.public.exists()
    row.name_ru = "Анна Частная"
    row.save()
    assert row.is_named_without_ground
    assert not Involvement.public.exists()
    Involvement.internal.update(consent_ground=ConsentGround.OWN_CONSENT)
    assert Involvement.public.exists()


def test_organisation_beside_the_name_makes_nobody_less_private(strike: Event) -> None:
    row = a_part(event=strike, role=InvolvementRole.WITNESS, name="Aigul Example", organisation=company())
    make.cite(row)
    with pytest.raises(PublicationRefused, match="The ground for naming this person is not stated"):
        publish(row, None, trusted=True)
    assert Involvement.public.count() == 0


CHANGES = [
    ({"role": "judge"}, {"role": "witness"}, "The ground for naming this person"),
    ({"role": "witness", "consent_ground": "own_consent"}, {"consent_ground": ""}, "The ground for naming this person"),
    ({"role": "employer"}, {"role": "perpetrator"}, "without a source that readers see"),
]


@pytest.mark.parametrize(("before", "after", "said"), CHANGES, ids=["office lost", "ground lost", "accused"])
def test_what_readers_see_is_not_changed_into_what_could_not_be_published(
    strike: Event, before: dict[str, str], after: dict[str, str], said: str
) -> None:
    bob, row = at_desk(make.bob()), a_part(event=strike, name="Aigul Example", **before)
    make.cite(row, make.a_source("tip", is_confidential=True))
    publish(row, None, trusted=True)
    page = bob.post(url(row), sent_by(bob, url(row), **after))
    assert (page.status_code, said in page.content.decode()) == (200, True)
    assert {name: getattr(Involvement.public.get(), name) for name in before} == before
    Involvement.internal.filter(pk=row.pk).update(**after)
    assert Involvement.public.count() == 0


def test_source_that_readers_see_may_come_with_the_accusation(strike: Event) -> None:
    both = at_desk(make.staff("both", StaffRole.RESEARCHER, StaffRole.PUBLISHER))
    row = a_part(event=strike, role=InvolvementRole.EMPLOYER, name="Riot police")
    make.cite(row, make.a_source("tip", is_confidential=True))
    publish(row, None, trusted=True)
    sent = sent_by(both, url(row), role="perpetrator", **{"citations-TOTAL_FORMS": 2})
    sent["citations-1-source"] = make.a_source("paper").pk
    assert both.post(url(row), sent).status_code == 302
    assert Involvement.public.get().role == InvolvementRole.PERPETRATOR


def test_history_restores_nothing_that_could_not_be_shown(strike: Event) -> None:
    bob, row = at_desk(make.bob()), a_part(event=strike, role=InvolvementRole.WITNESS, name="Aigul Example")
    row.consent_ground = ConsentGround.OWN_CONSENT
    row.save()
    make.published(row)
    first = row.history.order_by("pgh_id").first()
    page = bob.post(url(row, "history"), {"restore": first.pgh_id}, follow=True)
    assert "The ground for naming this person is not stated" in page.content.decode()
    assert Involvement.public.get().consent_ground == ConsentGround.OWN_CONSENT


def test_nobody_is_called_a_perpetrator_without_a_source_that_readers_see(client: Client, strike: Event) -> None:
    row = a_part(event=strike, role=InvolvementRole.PERPETRATOR, name="Riot police")
    make.cite(row, make.a_source("tip", is_confidential=True))
    with pytest.raises(PublicationRefused, match="without a source that readers see"):
        publish(row, None, trusted=True)
    make.cite(row, make.a_source("paper"))
    publish(row, None, trusted=True)
    name = '<a href="/en/prisoners/?official=Riot+police#results">Riot police</a>'
    assert f"Perpetrator, by the source: {name}" in client.get(PAGE).content.decode()
    Source.internal.filter(key="paper").update(is_confidential=True)
    assert "Riot police" not in client.get(PAGE).content.decode()


BAD = [
    ({"organisation": None, "name": ""}, "involvement_says_who", "Say who it is"),
    ({"case": True}, "involvement_in_one_thing", "choose exactly one"),
    ({"event": None}, "involvement_in_one_thing", "choose exactly one"),
    ({"prisoner": True}, "involvement_of_one_person", "stands alone"),
    ({"prisoner": True, "organisation": None, "name": "x"}, "involvement_of_one_person", "stands alone"),
    ({"role": ""}, "involvement_says_as_what", "cannot be blank"),
]


@pytest.mark.parametrize(("fields", "constraint", "said"), BAD, ids=[f"{one[1]} {sorted(one[0])}" for one in BAD])
def test_form_and_database_refuse_what_says_nothing_or_too_much(
    strike: Event, fields: dict[str, Any], constraint: str, said: str
) -> None:
    person = Prisoner.internal.get()
    known = {"case": make.a_case(person), "prisoner": person}
    values = {"event": strike, "role": InvolvementRole.EMPLOYER, "organisation": company()}
    row = Involvement(**values | {name: known[name] if value is True else value for name, value in fields.items()})
    with pytest.raises(ValidationError, match=said):
        row.full_clean()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        row.save()


def test_database_refuses_the_same_part_twice(strike: Event) -> None:
    values = {"event": strike, "role": InvolvementRole.EMPLOYER, "organisation": company()}
    a_part(**values)
    with pytest.raises(IntegrityError, match="involvement_once_event_organisation"), transaction.atomic():
        a_part(**values)


def test_researcher_enters_it_beside_the_event_and_a_second_person_publishes_it(strike: Event) -> None:
    alice, bob, group = at_desk(make.alice()), at_desk(make.bob()), company()
    Event.internal.update(state=PublicationState.DRAFT)
    line = {"involvements-0-role": "employer", "involvements-0-organisation": str(group.pk)}
    sent = sent_by(alice, url(strike), **{"involvements-TOTAL_FORMS": "1", **line})
    assert alice.post(url(strike), sent).status_code == 302
    row = Involvement.internal.get()
    assert (row.organisation, row.state) == (group, "draft")
    make.cite(row)
    act(alice, row, "submit_rows")
    publish_in_list(alice, row)
    row.refresh_from_db()
    assert row.state == "in_review"
    publish_in_list(bob, row)
    row.refresh_from_db()
    assert row.state == "published"


def test_desk_refuses_a_part_of_nobody_in_words(strike: Event) -> None:
    alice = at_desk(make.alice())
    row = a_part(event=strike, role=InvolvementRole.EMPLOYER, organisation=company())
    page = alice.post(url(row), sent_by(alice, url(row), organisation=""))
    assert (page.status_code, "Say who it is" in page.content.decode()) == (200, True)
    assert Involvement.internal.get().organisation is not None


def test_merging_two_records_moves_their_parts(strike: Event) -> None:
    kept = Prisoner.internal.get()
    other = make.a_prisoner("Erlan Example")
    row = a_part(event=strike, role=InvolvementRole.ORGANISER, prisoner=other)
    merge(kept, other, make.bob())
    assert Involvement.internal.get(pk=row.pk).prisoner == kept


def test_merging_keeps_one_of_two_parts_that_are_alike(strike: Event) -> None:
    kept = Prisoner.internal.get()
    other = make.a_prisoner("Erlan Example")
    for number, one in enumerate((kept, other)):
        row = a_part(event=strike, role=InvolvementRole.ORGANISER, prisoner=one)
        make.cite(row, make.a_source(f"paper-{number}"))
    merge(kept, other, make.bob())
    left = Involvement.internal.get()
    assert left.prisoner == kept
    assert sorted(left.citations.values_list("source__key", flat=True)) == ["paper-0", "paper-1"]


def two_parts(strike: Event, mine: dict[str, Any], theirs: dict[str, Any]) -> tuple[Prisoner, Prisoner]:
    """Two public records of one person, each an organiser of the strike; what is called `public` is published."""
    kept, other = Prisoner.internal.get(), make.published(make.a_prisoner("Erlan Example"))
    for one, fields in ((kept, mine), (other, theirs)):
        row = a_part(event=strike, role=InvolvementRole.ORGANISER, prisoner=one)
        if fields.pop("public", False):
            make.published(row)
        Involvement.internal.filter(pk=row.pk).update(**fields)
    return kept, other


def test_merging_keeps_the_part_that_readers_see_and_the_key_of_the_draft(strike: Event) -> None:
    theirs = {"public": True, "note": "led the talks", "i18n": {"note_ru": "вёл переговоры"}}
    kept, other = two_parts(strike, {"import_key": "a-key"}, theirs)
    merge(kept, other, make.bob())
    left = Involvement.public.get()
    assert (left.prisoner, left.note, left.note_ru) == (kept, "led the talks", "вёл переговоры")
    assert (left.import_key, Involvement.internal.count()) == ("a-key", 1)


def test_merging_takes_words_that_the_kept_part_lacks(strike: Event) -> None:
    kept, other = two_parts(strike, {}, {"note": "led the talks", "i18n": {"note_ru": "вёл переговоры"}})
    merge(kept, other, make.bob())
    left = Involvement.internal.get()
    assert (left.note, left.note_ru) == ("led the talks", "вёл переговоры")


AT_ODDS = [
    ({"note": "one"}, {"note": "another"}),
    ({"public": True}, {"note": "nobody looked at it"}),
    ({"i18n": {"note_ru": "раз"}}, {"public": True}),
    ({"public": True}, {"state": "withdrawn"}),
]


@pytest.mark.parametrize(("mine", "theirs"), AT_ODDS, ids=["differ", "draft goes", "draft kept", "withdrawn"])
def test_merging_is_refused_where_two_parts_are_at_odds(
    strike: Event, mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    kept, other = two_parts(strike, dict(mine), dict(theirs))
    with pytest.raises(RecordRefused, match="Both have the part “organiser” in “a strike”"):
        merge(kept, other, make.bob())
    assert Involvement.internal.count() == 2


def test_page_asks_the_same_number_of_questions_for_three_parts_as_for_one(client: Client, strike: Event) -> None:
    costs = []
    for number in range(3):
        make.published(a_part(event=strike, role=InvolvementRole.EMPLOYER, organisation=company(f"Company {number}")))
        costs.append(len(queries_of(client.get, PAGE)))
        assert f"Company {number}" in client.get(PAGE).content.decode()
    assert costs == [costs[0]] * 3


def test_page_of_a_day_tells_the_parts_of_what_had_happened(client: Client, strike: Event) -> None:
    make.published(a_part(event=strike, role=InvolvementRole.EMPLOYER, organisation=company()))
    for day, is_told in (("2026-08-31", False), ("2026-09-01", True)):
        assert ("Mobile Servis" in client.get(f"{PAGE}?as_of={day}").content.decode()) is is_told
        assert ("mobile-servis" in client.get(f"{API}?as_of={day}").content.decode()) is is_told


@pytest.mark.parametrize("days", ["as_of=2020-01-01", "known_on=2020-01-01"])
def test_page_of_a_day_tells_no_part_in_a_case_that_was_opened_later(client: Client, days: str) -> None:
    accused = make.published(make.a_prisoner())
    case = make.published(make.a_case(accused, title="The later case", opened_on="2026-09-01"))
    lawyer = make.published(make.a_prisoner("Natalia Lawyer"))
    make.published(a_part(case=case, role=InvolvementRole.JUDGE, name="Judge Later"))
    make.published(a_part(case=case, role=InvolvementRole.LAWYER, prisoner=lawyer))
    for slug, word in (("yerlan-example", "Judge Later"), ("natalia-lawyer", "The later case")):
        address = f"/en/prisoners/{slug}/"
        assert word in client.get(address).content.decode()
        assert word in client.get(f"{address}?as_of=2026-09-01").content.decode()
        assert word not in client.get(f"{address}?{days}").content.decode()


def test_page_of_what_was_known_tells_no_part_in_an_event_that_was_not(client: Client) -> None:
    event = make.an_event(make.published(make.a_prisoner()), kind="strike", title="a strike", happened_on="2019-05-01")
    make.cite(event, make.a_source("late", title="Late", published_on="2025-01-01"))
    part = a_part(event=event, role=InvolvementRole.EMPLOYER, prisoner=Prisoner.internal.get())
    make.cite(part, make.a_source("early", title="Early", published_on="2019-06-01"))
    for row in (event, part):
        publish(row, None, trusted=True)
    for day, is_told in (("2024-12-31", False), ("2025-01-01", True)):
        assert ("Employer" in client.get(f"{PAGE}?known_on={day}").content.decode()) is is_told
