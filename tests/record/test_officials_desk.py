"""At the desk a name in a fact leads to its official, to one who is likely the same, or to making one."""

from typing import Any

import pytest
from django.test import Client
from django.utils.http import urlencode

from prisoners.choices import PublicationState
from prisoners.models import Hearing, Official, OfficialSpelling
from prisoners.official_names import names_without_an_official
from prisoners.publication import PublicationRefused, publish, submit
from prisoners.services import officials
from prisoners.services.naming_officials import publish_named
from tests import factories
from tests.prisoners import make
from tests.prisoners.desk import at_desk, sent_by, url
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

LATIN, CYRILLIC = "A. N. Seitov", "Сеитов А.Н."
SPELLING = "/staff/prisoners/official/spelling/"


@pytest.fixture
def alice() -> Client:
    return at_desk(make.alice())


@pytest.fixture
def bob() -> Client:
    return at_desk(make.staff("bob", "researcher", "publisher"))


def a_fact(kind: str) -> Any:
    draft = {"state": PublicationState.DRAFT}
    case = factories.CaseFactory(country="KZ")
    if kind == "hearing":
        return factories.HearingFactory(case=case, judge=CYRILLIC, **draft)
    if kind == "sanction":
        return factories.SanctionFactory(prisoner=factories.PrisonerFactory(country="KZ"), judge=CYRILLIC, **draft)
    part = {"organisation": None, "role": "judge", "name": CYRILLIC}
    return factories.InvolvementFactory(event=None, case=case, **part, **draft)


@pytest.mark.parametrize("kind", ["hearing", "sanction", "involvement"])
def test_name_in_a_fact_leads_to_its_official(alice: Client, kind: str) -> None:
    row = a_fact(kind)
    asked = urlencode({"name": CYRILLIC, "country": "KZ"}).replace("&", "&amp;")
    assert f"{SPELLING}?{asked}" in alice.get(url(row)).content.decode()
    official = officials.enter(slug="seitov", name=CYRILLIC, country="KZ")
    assert f"/staff/prisoners/official/{official.pk}/change/" in alice.get(url(row)).content.decode()


@pytest.mark.parametrize("kind", ["hearing", "sanction", "involvement"])
def test_who_only_publishes_is_led_to_the_official_and_to_no_page_that_is_closed(kind: str) -> None:
    row, publisher = a_fact(kind), at_desk(make.staff("paula", "publisher"))
    page = publisher.get(url(row))
    assert page.status_code == 200
    assert SPELLING not in page.content.decode()
    official = officials.enter(slug="seitov", name=CYRILLIC, country="KZ")
    assert f"/staff/prisoners/official/{official.pk}/change/" in publisher.get(url(row)).content.decode()


def test_page_of_a_fact_without_a_name_opens(alice: Client) -> None:
    row = a_fact("hearing")
    Hearing.internal.update(judge="")
    assert SPELLING not in alice.get(url(row)).content.decode()


def test_alice_makes_an_official_of_a_name_and_bob_publishes(alice: Client, bob: Client) -> None:
    a_fact("hearing")
    page = alice.get(SPELLING, {"name": CYRILLIC, "country": "KZ"}).content.decode()
    new = f"/staff/prisoners/official/add/?{urlencode({'name': CYRILLIC, 'country': 'KZ'})}"
    assert new.replace("&", "&amp;") in page
    assert "Likely the same official" not in page
    form = sent_by(alice, new)
    assert (form["name"], form["country"]) == (CYRILLIC, "KZ")
    assert alice.post("/staff/prisoners/official/add/", form).status_code == 302
    official = Official.internal.get()
    assert (official.slug, official.state) == ("seitov-a-n", "draft")
    assert [one.text for one in official.spellings.all()] == [CYRILLIC]
    with pytest.raises(PublicationRefused, match="no source"):
        submit(official, make.staff("carol", "researcher"))
    make.cite(official)
    submit(official, make.staff("dave", "researcher"))
    with pytest.raises(PublicationRefused):
        publish(official, make.staff("erin", "researcher"))
    publish(official, make.staff("frank", "publisher"))
    assert Official.public.get() == official


def test_likely_official_takes_the_spelling(alice: Client) -> None:
    official = officials.enter(slug="seitov", name=LATIN, country="KZ")
    page = alice.get(SPELLING, {"name": CYRILLIC, "country": "KZ"}).content.decode()
    assert "Likely the same official" in page
    assert 'value="seitov"' in page
    answer = alice.post(SPELLING, {"name": CYRILLIC, "country": "KZ", "official": "seitov"}, follow=True)
    assert "It is a spelling of this official now" in answer.content.decode()
    assert [one.text for one in official.spellings.order_by("pk")] == [LATIN, CYRILLIC]
    again = alice.post(SPELLING, {"name": CYRILLIC, "official": "seitov"})
    assert "known already" in again.content.decode()
    assert OfficialSpelling.internal.count() == 2


@pytest.mark.parametrize("given", ["nobody", "", "a\0b"])
def test_unknown_official_is_said(alice: Client, given: str) -> None:
    answer = alice.post(SPELLING, {"name": CYRILLIC, "official": given})
    assert "There is no official with this address." in answer.content.decode()
    assert OfficialSpelling.internal.count() == 0


def test_spelling_of_a_public_official_is_for_a_publisher(alice: Client) -> None:
    official = make.published(officials.enter(slug="seitov", name=LATIN, country="KZ"))
    answer = alice.post(SPELLING, {"name": CYRILLIC, "official": "seitov"})
    assert "this is for a publisher" in answer.content.decode()
    page = alice.get(url(official)).content.decode()
    assert 'name="name"' not in page
    assert OfficialSpelling.internal.count() == 1


def test_publisher_adds_a_spelling_on_the_page_and_another_order_of_words_is_refused(bob: Client) -> None:
    official = make.published(officials.enter(slug="seitov", name=LATIN, country="KZ"))
    spelt = {"spellings-TOTAL_FORMS": "2", "spellings-1-text": CYRILLIC, "spellings-1-official": official.pk}
    assert bob.post(url(official), sent_by(bob, url(official), **spelt)).status_code == 302
    spelt = {"spellings-TOTAL_FORMS": "3", "spellings-2-text": "seitov n. a.", "spellings-2-official": official.pk}
    assert "known already" in bob.post(url(official), sent_by(bob, url(official), **spelt)).content.decode()
    assert official.spellings.count() == 2


@pytest.mark.parametrize("role", ["steward", "organiser"])
def test_page_is_for_those_who_write_the_record(role: str) -> None:
    assert at_desk(make.staff("somebody", role)).get(SPELLING, {"name": LATIN}).status_code in (302, 403)


@pytest.mark.parametrize(("words", "count"), [("seitov", 1), ("Сеитов", 1), ("city", 1), ("kim", 0)])
def test_desk_finds_an_official_by_spelling_and_office(alice: Client, words: str, count: int) -> None:
    official = officials.enter(slug="seitov", name=LATIN, country="KZ", office="judge of a city court")
    officials.keep_spelling(OfficialSpelling(official=official, text=CYRILLIC))
    assert len(alice.get("/staff/prisoners/official/", {"q": words}).context["cl"].queryset) == count


def test_history_tells_who_spelt(alice: Client) -> None:
    official = officials.enter(slug="seitov", name=LATIN, country="KZ")
    alice.post(SPELLING, {"name": CYRILLIC, "official": "seitov"})
    spelling = official.spellings.get(text=CYRILLIC)
    assert CYRILLIC in alice.get(url(spelling, "history")).content.decode()


def two() -> tuple[Any, Any]:
    kept = officials.enter(slug="seitov", name=LATIN, country="KZ")
    return kept, officials.enter(slug="seitov-2", name=CYRILLIC, country="KZ", office="judge", name_ru=CYRILLIC)


def test_page_of_an_official_names_who_is_likely_the_same(alice: Client) -> None:
    kept, other = two()
    officials.enter(slug="kim", name="V. Kim", country="KZ")
    page = alice.get(url(kept)).content.decode()
    assert f"/staff/prisoners/official/{kept.pk}/merge/?other=seitov-2" in page
    assert f"/staff/prisoners/official/{other.pk}/change/" in page
    assert "Kim" not in page


def test_two_officials_become_one(alice: Client) -> None:
    kept, other = two()
    for official in (kept, other):
        make.cite(official)
    officials.rename_slug(other, "seitov-3")
    page = alice.get(url(kept, "merge"), {"other": "seitov-3"}).content.decode()
    assert CYRILLIC in page
    assert alice.post(url(kept, "merge"), {"other": "seitov-3"})["Location"] == url(kept)
    kept.refresh_from_db()
    assert Official.internal.get() == kept
    assert [one.text for one in kept.spellings.order_by("pk")] == [LATIN, CYRILLIC]
    assert (kept.name, kept.office, kept.name_ru, kept.citations.count()) == (LATIN, "judge", CYRILLIC, 1)
    assert sorted(kept.former_slugs.values_list("slug", flat=True)) == ["seitov-2", "seitov-3"]
    assert kept.spellings.last().history.last().pgh_context.metadata["into"] == kept.pk


@pytest.mark.parametrize(
    ("slug", "reason"),
    [
        ("seitov", "These are one record already."),
        ("public", "for publishers"),
        ("public", "Readers see the other one"),
        ("wanda", "They are of two countries: KZ and BY."),
        ("nobody", "There is no record with this address."),
    ],
)
def test_merging_is_refused_with_the_reason_and_changes_nothing(alice: Client, slug: str, reason: str) -> None:
    kept, _other = two()
    make.published(officials.enter(slug="public", name="P. Ublic", country="KZ"))
    officials.enter(slug="wanda", name="W. Anda", country="BY")
    page = alice.post(url(kept, "merge"), {"other": slug}).content.decode()
    assert reason in page
    assert Official.internal.count() == OfficialSpelling.internal.count() == 4


def test_merging_does_not_overwrite_what_the_kept_one_says(alice: Client) -> None:
    kept, other = two()
    Official.internal.filter(pk=kept.pk).update(office="prosecutor")
    page = alice.get(url(kept, "merge"), {"other": other.slug}).content.decode()
    assert "prosecutor" in page
    alice.post(url(kept, "merge"), {"other": other.slug})
    kept.refresh_from_db()
    assert kept.office == "prosecutor"


def test_names_without_an_official_are_listed_with_who_is_likely_the_same(alice: Client) -> None:
    case = factories.CaseFactory(country="KZ")
    for _number in range(2):
        factories.HearingFactory(case=case, judge="Kim V.", state=PublicationState.DRAFT)
    factories.HearingFactory(case=case, judge=CYRILLIC)
    factories.HearingFactory(case=case, judge="В. Ким")
    factories.HearingFactory(case=factories.CaseFactory(country="BY"), judge="W. Anda")
    factories.InvolvementFactory(event=None, case=case, organisation=None, role="lawyer", name="A Lawyer")
    officials.enter(slug="seitov", name=LATIN, country="KZ")
    found = names_without_an_official("KZ")
    assert [(one.text, one.count) for one in found] == [("Kim V.", 2), ("В. Ким", 1), (CYRILLIC, 1)]
    assert [[it.official.slug for it in one.officials] for one in found] == [[], [], ["seitov"]]
    assert [one.others for one in found] == [["В. Ким"], ["Kim V."], []]
    page = alice.get("/staff/prisoners/official/names/", {"country": "kz"}).content.decode()
    assert f"{SPELLING}?{urlencode({'name': CYRILLIC, 'country': 'KZ'})}".replace("&", "&amp;") in page
    assert "W. Anda" in alice.get("/staff/prisoners/official/names/").content.decode()
    officials.enter(slug="kim", name="kim v", country="KZ")
    assert [one.text for one in names_without_an_official("KZ")] == ["В. Ким", CYRILLIC]


def test_names_without_an_official_cost_as_many_statements_for_one_as_for_three(alice: Client) -> None:
    counts = []
    for number in range(3):
        factories.HearingFactory(case=factories.CaseFactory(country="KZ"), judge=f"{'ABC'[number]}. Judge")
        counts.append(len(queries_of(alice.get, "/staff/prisoners/official/names/")))
    assert counts == [counts[0]] * 3


def test_no_names_are_said_so(alice: Client) -> None:
    assert "Each name that facts have belongs" in alice.get("/staff/prisoners/official/names/").content.decode()


def test_chosen_names_become_drafts_with_the_sources_of_public_facts(alice: Client) -> None:
    case = factories.CaseFactory(country="KZ")
    shown, draft = (
        factories.HearingFactory(case=case, judge=judge, **more)
        for judge, more in (("Kim V.", {}), ("V. Kim", {"state": PublicationState.DRAFT}))
    )
    for row, key in ((shown, "seen"), (shown, "seen-too"), (draft, "of-a-draft")):
        factories.cite(row, key=key)
    factories.cite(shown, key="secret", is_confidential=True)
    factories.HearingFactory(case=case, judge="A. Other")
    page = "/staff/prisoners/official/names/"
    assert 'value="KZ Kim V."' in alice.get(page).content.decode()
    answer = alice.post(page, {"chosen": ["KZ Kim V."]}, follow=True).content.decode()
    assert "1 official was entered as a draft." in answer
    assert 'value="KZ A. Other"' in answer
    assert 'value="KZ Kim V."' not in answer
    official = Official.internal.get()
    assert (official.name, official.state, official.slug) == ("Kim V.", "draft", "kim-v")
    assert sorted(official.citations.values_list("source__key", flat=True)) == ["seen", "seen-too"]


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ([], "Choose the names"),
        ([""], "needs a name"),
        (["KZ —"], "needs a name"),
        (["XX Kim"], "two capital letters"),
        (["KZ seitov n a"], "spelling of another official"),
    ],
)
def test_name_that_makes_no_official_is_refused_with_the_reason(alice: Client, chosen: list[str], reason: str) -> None:
    officials.enter(slug="seitov", name=LATIN, country="KZ")
    answer = alice.post("/staff/prisoners/official/names/", {"chosen": chosen}, follow=True).content.decode()
    assert reason in answer
    assert Official.internal.count() == 1


def test_what_cannot_be_an_official_keeps_no_other_from_becoming_one(alice: Client) -> None:
    alice.post("/staff/prisoners/official/names/", {"chosen": ["XX Kim", "KZ A. Other"]})
    assert [one.name for one in Official.internal.all()] == ["A. Other"]


@pytest.mark.parametrize("role", ["publisher", "steward"])
def test_names_are_made_officials_by_researchers_alone(role: str) -> None:
    answer = at_desk(make.staff("somebody", role)).post("/staff/prisoners/official/names/", {"chosen": ["KZ Kim"]})
    assert answer.status_code in (302, 403)
    assert Official.internal.count() == 0


def test_first_page_counts_names_without_an_official_for_those_who_may_make_one(alice: Client) -> None:
    case = factories.CaseFactory(country="KZ")
    for number in range(12):
        factories.HearingFactory(case=case, judge=f"Judge {number}")
    factories.HearingFactory(case=case, judge="7, Judge")
    page = alice.get("/staff/").content.decode()
    assert f"{SPELLING}?{urlencode({'name': 'Judge 7', 'country': 'KZ'})}".replace("&", "&amp;") not in page
    assert "in 2 facts" in page
    assert f'<a href="{SPELLING[:-9]}names/">and 2 more</a>' in page
    assert "Names without an official" not in at_desk(make.bob()).get("/staff/").content.decode()


def test_nobody_is_guessed_to_be_one_of_two_and_nothing_without_a_source_is_published() -> None:
    case = factories.CaseFactory(country="KZ")
    for number in range(2):
        factories.cite(factories.HearingFactory(case=case, judge="V. Kim", local_time=None), key=f"paper-{number}")
    for judge in ("В. Ким", "A. Uncited"):
        factories.HearingFactory(case=case, judge=judge)
    factories.cite(factories.HearingFactory(case=case, judge="D. Raft", state=PublicationState.DRAFT))
    assert [one.name for one in publish_named()] == ["V. Kim"]
    assert [one.text for one in names_without_an_official()] == ["A. Uncited", "D. Raft", "В. Ким"]
    assert Official.public.count() == Official.internal.count() == 1
    assert publish_named() == []


def two_alike() -> tuple[Official, Official]:
    first = officials.enter(slug="seitov", name=CYRILLIC, country="KZ", office="judge in Aktau")
    return first, officials.enter(slug="seitov-2", name=CYRILLIC, country="KZ", office="judge in Astana")


@pytest.mark.parametrize("kind", ["hearing", "sanction", "involvement"])
def test_whose_name_it_is_is_chosen_where_it_fits_two(alice: Client, kind: str) -> None:
    row = a_fact(kind)
    officials.enter(slug="kim", name="V. Kim", country="KZ")
    assert 'name="official"' not in alice.get(url(row)).content.decode()
    first, second = two_alike()
    page = alice.get(url(row)).content.decode()
    assert "The name fits several" in page
    # Other lists of the form have numbers, too.
    page = page.partition('name="official"')[2].partition("</select>")[0]
    assert [f'<option value="{one.pk}">' in page for one in Official.internal.order_by("pk")] == [False, True, True]
    for one in (first, second):
        assert url(row) in alice.get(url(one)).content.decode()
    assert alice.post(url(row), sent_by(alice, url(row), official=second.pk)).status_code == 302
    row.refresh_from_db()
    assert row.official == second
    page = alice.get(url(row)).content.decode()
    assert "The name fits several" not in page
    assert "Whom do these facts mean?" not in alice.get(url(first)).content.decode()


def test_nobody_is_chosen_whom_the_name_does_not_fit(alice: Client) -> None:
    row = a_fact("hearing")
    two_alike()
    kim = officials.enter(slug="kim", name="V. Kim", country="KZ")
    answer = alice.post(url(row), sent_by(alice, url(row), official=kim.pk))
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["official"]
    assert Hearing.internal.get().official is None


def test_two_of_one_name_become_one_with_what_was_chosen_and_cited(alice: Client) -> None:
    row = a_fact("hearing")
    kept, other = two_alike()
    Hearing.internal.update(official=other)
    for official, key in ((kept, "one"), (other, "one"), (other, "two")):
        make.cite(official.spellings.get(), make.a_source(key))
    assert alice.post(url(kept, "merge"), {"other": "seitov-2"})["Location"] == url(kept)
    row.refresh_from_db()
    assert row.official == kept
    spelling = OfficialSpelling.internal.get()
    assert sorted(spelling.citations.values_list("source__key", flat=True)) == ["one", "two"]
