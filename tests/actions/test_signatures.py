"""Signing without an account: the same for every address, counted once confirmed, erased when handed over."""

from collections.abc import Iterator
from datetime import date, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
import time_machine
from django.test import Client

from actions.choices import SignatureState
from actions.models import Appeal, Campaign, Endorsement, Signature, SignatureCount
from actions.publication import publish, submit
from actions.refusals import ActionsRefusal
from actions.services import restoring
from actions.services import signatures as services
from prisoners.choices import StaffRole
from privacy import tombstones
from privacy.forms import make_form_token
from privacy.links import make_link_token
from privacy.tombstones import Place
from supporters.choices import SubscriptionState, SupporterState
from supporters.kinds import kind_of
from supporters.mails import compose
from supporters.models import Consent, Notification, Subscription, Supporter, Suppression
from tests.actions.rows import NOW, make_appeal, make_campaign, make_staff, make_supporter
from tests.onward import ways
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def petition() -> Appeal:
    campaign = make_campaign()
    return make_appeal(slug="petition", kind="petition", campaign=campaign, series=f"campaign:{campaign.pk}", number=1)


def ask(appeal: Appeal, address: str = "alice@people.example", **fields: Any) -> None:
    values = {"name": "Alice", "country": "KZ", "is_name_public": False, "wants_news": False, "language": "en"}
    services.sign(appeal, address=address, **{**values, "consent": True, **fields})


def make_signature(appeal: Appeal, **fields: Any) -> Signature:
    values = {"state": SignatureState.CONFIRMED, "country": "KZ", **fields}
    return Signature.objects.create(appeal=appeal, supporter=make_supporter(), **values)


def counted(appeal: Appeal) -> int:
    return sum(services.by_country(appeal).values())


def test_a_signature_counts_once_it_is_confirmed(petition: Appeal) -> None:
    ask(petition)
    row = Signature.objects.get()
    assert [(one.kind, one.subject) for one in Notification.objects.all()] == [
        ("signature_confirmation", f"signature:{row.pk}")
    ]
    assert counted(petition) == 0
    services.confirm(row)
    services.confirm(row)
    assert services.by_country(petition) == {"KZ": 1}
    assert Supporter.objects.get().state == SupporterState.ACTIVE
    assert [one.scope for one in Consent.objects.all()] == ["action"]
    assert not Subscription.objects.exists()


def test_signing_twice_is_signing_once_and_changes_nothing_that_was_confirmed(petition: Appeal) -> None:
    ask(petition)
    ask(petition, name="Alice B")
    assert Signature.objects.get().name == "Alice B"
    services.confirm(Signature.objects.get())
    ask(petition, name="Mallory", is_name_public=True, country="RU")
    row = Signature.objects.get()
    assert (row.name, row.is_name_public, row.country, row.state) == ("Alice B", False, "KZ", "confirmed")
    assert counted(petition) == 1


def test_news_is_followed_only_by_who_asked_for_it_apart(petition: Appeal) -> None:
    ask(petition, wants_news=True)
    services.confirm(Signature.objects.get())
    assert [(one.topic, one.state) for one in Subscription.objects.all()] == [
        (petition.series, SubscriptionState.ACTIVE)
    ]
    assert sorted(one.scope for one in Consent.objects.all()) == ["action", "alerts"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"address": "nobody"}, "Give one e-mail address"),
        ({"address": "a@b.example\r\nBcc: c@d.example"}, "no line breaks"),
        ({"name": "Anna\nBcc: x"}, "stands in one line"),
        ({"name": "=1+1"}, "does not begin with"),
        ({"name": " @anna"}, "does not begin with"),
        ({"name": "Buy at http://shop.example"}, "no address of a page"),
        ({"name": "shop.example"}, "no address of a page"),
        ({"name": "a" * 61}, "at most 60"),
        ({"name": "", "is_name_public": True}, "has to be given"),
        ({"consent": False}, "need your agreement"),
    ],
)
def test_what_cannot_be_signed_is_said_and_nothing_is_written(
    petition: Appeal, fields: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ActionsRefusal, match=sentence) as refusal:
        ask(petition, **fields)
    assert len(refusal.value.reasons) == 1
    assert not Signature.objects.exists() and not Supporter.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "J. R. Doe",
        "Ж.Иванова",
        "O’Neill-Smith",
        "E.Baltabai",
        "e.baltabai",
        "Dr.Aliev",
        "dr.aliev",
        "Maria St.John",
        "Dr.Link",
        "Dr.Li",
        "A.B.de Vries",
        "Ph.D.Smith",
        "Жанна Б.Әлі",
        "",
    ],
)
def test_names_with_initials_and_titles_are_names(name: str) -> None:
    assert services.name_faults(name) == []


@pytest.mark.parametrize(
    "name",
    [
        "shop.com",
        "SHOP.COM",
        "Best Shop.Com now",
        "my-shop.co.uk",
        "Buy: shop.ru!",
        "WWW.Shop",
        "a@mail.ru",
        "x.io/a",
        "магазин.рф",
        "cheap.click",
        "ftp://x",
        "t.me/casino",
        "shop.kz,",
    ],
)
def test_names_with_the_address_of_a_page_are_refused(name: str) -> None:
    assert [str(one) for one in services.name_faults(name)] == ["A name has no address of a page in it."]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "letters"}, "not one to sign"),
        ({"closes_on": date(2026, 11, 1)}, "is over"),
        ({"state": "draft"}, "over"),
    ],
)
def test_nobody_signs_what_is_over_not_public_or_to_be_written(fields: dict[str, Any], sentence: str) -> None:
    appeal = make_appeal(**{"kind": "petition", **fields})
    with pytest.raises(ActionsRefusal, match=sentence):
        ask(appeal)
    with pytest.raises(ActionsRefusal, match=sentence):
        services.endorse(appeal, name="Union", country="", decision="")
    assert not Signature.objects.exists() and not Endorsement.internal.exists()


def test_a_confirmation_after_the_end_is_refused(petition: Appeal) -> None:
    ask(petition)
    Appeal.internal.update(closes_at=NOW)
    with pytest.raises(ActionsRefusal, match="is over"):
        services.confirm(Signature.objects.get())
    assert counted(petition) == 0


def test_who_takes_it_back_is_not_counted_and_does_not_come_back_with_a_backup(petition: Appeal) -> None:
    row = make_signature(petition)
    kept = make_signature(petition)
    services.take_back(row)
    assert counted(petition) == 1
    Signature.objects.create(pk=row.pk, appeal=petition, supporter=make_supporter(), state=SignatureState.CONFIRMED)
    restoring.replay(tombstones.since(Place("", 0)))
    assert [one.pk for one in Signature.objects.all()] == [kept.pk]


def test_it_was_not_me_deletes_everything_and_leaves_the_address_in_peace(petition: Appeal) -> None:
    ask(petition)
    services.take_back(Signature.objects.get())
    assert not Supporter.objects.exists()
    assert Suppression.objects.get().reason == "not_me"


def test_names_are_shown_by_consent_only(petition: Appeal) -> None:
    make_signature(petition, name="Open", is_name_public=True)
    make_signature(petition, name="Quiet")
    make_signature(petition, name="Unconfirmed", is_name_public=True, state=SignatureState.UNCONFIRMED)
    assert services.public_names(petition, 10) == ["Open"]


def test_signatures_are_erased_after_the_delivery_and_their_number_stays(petition: Appeal) -> None:
    for country in ("KZ", "KZ", "AT"):
        make_signature(petition, country=country)
    make_signature(petition, state=SignatureState.UNCONFIRMED, unconfirmed_until=NOW - timedelta(hours=1))
    assert services.purge_signatures(NOW) == 1
    Appeal.internal.update(delivered_on=date(2026, 10, 31))
    assert services.purge_signatures(NOW, dry_run=True) == 3
    assert Signature.objects.count() == 3
    assert services.purge_signatures(NOW) == 3
    assert not Signature.objects.exists()
    assert services.by_country(petition) == {"KZ": 2, "AT": 1}
    make_signature(petition)
    assert services.by_country(petition)["KZ"] == 3


def test_signatures_are_kept_at_most_half_a_year_after_the_end(petition: Appeal) -> None:
    make_signature(petition)
    end = petition.closes_at
    assert end is not None
    assert services.purge_signatures(end + timedelta(days=180)) == 0
    assert services.purge_signatures(end + timedelta(days=180, seconds=1)) == 1


def test_an_organisation_is_shown_once_two_have_looked_at_it(client: Client, petition: Appeal) -> None:
    row = services.endorse(petition, name="Union of  miners", country="KZ", decision="")
    assert "Union of miners" not in client.get("/en/appeals/petition/").content.decode()
    with pytest.raises(ActionsRefusal, match="signed already"):
        services.endorse(petition, name="union of miners", country="", decision="")
    submit(row, make_staff("anna", StaffRole.RESEARCHER))
    publish(row, make_staff("ben", StaffRole.PUBLISHER))
    assert "Union of miners" in client.get("/en/appeals/petition/").content.decode()


def test_only_so_many_organisations_are_taken_in_an_hour(petition: Appeal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "ENDORSEMENTS_AN_HOUR", 1)
    services.endorse(petition, name="One", country="", decision="")
    with pytest.raises(ActionsRefusal, match="no more now"):
        services.endorse(petition, name="Two", country="", decision="")
    assert Endorsement.internal.count() == 1


def test_the_mail_asks_to_confirm_and_offers_to_delete(petition: Appeal) -> None:
    ask(petition, name="Chosen by a visitor")
    mail = message_from_bytes(compose(Notification.objects.get()), policy=policy.default)
    said = mail.get_body(("plain",)).get_content()  # type: ignore[attr-defined]
    for part in (petition.title, "the signature counts only after that", "/l/", "thirty days after the delivery"):
        assert part in " ".join(said.split())
    assert "Chosen by a visitor" not in said
    kind = kind_of("signature_confirmation")
    assert kind.reason_against(Notification.objects.get(), NOW) == ""
    Appeal.internal.update(closes_at=NOW)
    assert "is over" in kind.reason_against(Notification.objects.get(), NOW)
    Signature.objects.all().delete()
    assert kind.reason_against(Notification.objects.get(), NOW) == "the signature is gone"


# --- pages -----------------------------------------------------------------------------------------


def send(client: Client, form: str = "sign", **fields: str) -> Any:
    path = {"sign": "/en/appeals/petition/sign/", "endorse": "/en/appeals/petition/sign/organisation/"}[form]
    return client.post(path, {"form_token": make_form_token(form), **fields})


def test_the_form_answers_the_same_for_every_address_and_sets_no_cookie(client: Client, petition: Appeal) -> None:
    make_supporter("known@people.example")
    Signature.objects.create(appeal=petition, supporter=make_supporter("signed@people.example"), state="confirmed")
    answers = [send(client, address=f"{who}@people.example", consent="on") for who in ("new", "known", "signed", "new")]
    assert {one.status_code for one in answers} == {200}
    assert len({one.content for one in answers}) == 1
    assert not any(one.cookies for one in answers)


@pytest.mark.parametrize(
    ("sent", "status", "sentence"),
    [
        ({"consent": ""}, 400, "This field is required"),
        ({"form_token": "forged"}, 400, "did not come from our page"),
        ({"homepage": "https://spam.example"}, 400, "people do not see"),
        ({"country": "XX"}, 400, "Select a valid choice"),
        ({"name": "=cmd()"}, 409, "does not begin with"),
        ({"address": "a@b.example\nBcc: c@d.example"}, 400, "no line breaks"),
    ],
)
def test_the_form_says_what_is_wrong(
    client: Client, petition: Appeal, sent: dict[str, str], status: int, sentence: str
) -> None:
    response = send(client, **{"address": "alice@people.example", "consent": "on", **sent})
    assert response.status_code == status
    assert sentence in response.content.decode()
    assert not Signature.objects.exists()


def test_an_organisation_signs_by_its_form(client: Client, petition: Appeal) -> None:
    assert send(client, "endorse", name="Union", country="KZ").status_code == 200
    assert Endorsement.internal.get().state == "draft"
    assert send(client, "endorse", name="=Union").status_code == 409
    assert client.get("/en/appeals/petition/sign/organisation/").status_code == 200


def test_an_appeal_to_write_has_no_form_to_sign(client: Client) -> None:
    make_appeal(slug="petition")
    for path in ("sign/", "sign/organisation/", "sheet.pdf"):
        assert client.get(f"/en/appeals/petition/{path}").status_code == 404


def test_the_form_of_what_is_over_says_so(client: Client, petition: Appeal) -> None:
    Appeal.internal.update(closes_at=NOW)
    said = client.get("/en/appeals/petition/sign/").content.decode()
    assert "You cannot sign" in said and "<form" not in said


def test_links_change_nothing_before_the_button(client: Client, petition: Appeal) -> None:
    ask(petition)
    row = Signature.objects.get()
    confirm, not_me = (
        f"/l/{make_link_token(one, str(row.pk), None)}/" for one in ("confirm-signature", "not-me-signature")
    )
    assert "Yes, I sign" in client.get(confirm).content.decode()
    assert counted(petition) == 0
    assert "You have signed" in client.post(confirm).content.decode()
    assert counted(petition) == 1
    assert "Delete the signature" in client.get(not_me).content.decode()
    assert client.post(not_me).status_code == 200
    assert client.post(confirm).status_code == 410
    assert not Signature.objects.exists()


def test_the_tick_names_what_would_be_followed_and_so_does_the_page_that_confirms(
    client: Client, petition: Appeal
) -> None:
    campaign = petition.campaign
    assert campaign is not None
    form = client.get("/en/appeals/petition/sign/").content.decode()
    assert f"Write to me besides about: {campaign.title}" in form
    ask(petition, wants_news=True)
    path = f"/l/{make_link_token('confirm-signature', str(Signature.objects.get().pk), None)}/"
    assert f"You asked besides to be written to about: {campaign.title}" in client.get(path).content.decode()
    Signature.objects.update(wants_news=False)
    assert "You asked besides" not in client.get(path).content.decode()


def test_what_cannot_be_followed_is_not_offered_with_a_signature(client: Client, petition: Appeal) -> None:
    Campaign.internal.update(state="draft")
    assert "Write to me besides" not in client.get("/en/appeals/petition/sign/").content.decode()
    assert send(client, address="alice@people.example", consent="on", wants_news="on").status_code == 200
    assert not Signature.objects.get().wants_news


def test_a_signature_leads_on_to_the_appeal_the_campaign_and_what_one_follows(client: Client, petition: Appeal) -> None:
    ask(petition, wants_news=True)
    key = str(Signature.objects.get().pk)
    confirm, not_me = (f"/l/{make_link_token(one, key, None)}/" for one in ("confirm-signature", "not-me-signature"))
    own = "What you follow"
    for answer in (client.post(confirm), client.get(confirm), client.post(confirm)):
        assert petition.title in answer.content.decode()
        assert list(ways(answer)) == [petition.title, "Zhanaozen", own, "Appeals"]
        assert ways(answer)[petition.title] == "/en/appeals/petition/"
        own = "See or change what you follow"
    for answer in (client.post(not_me), client.get(not_me), client.post(confirm)):
        assert ways(answer)["Appeals"] == "/en/appeals/"


def test_old_link_of_a_signature_says_that_it_counts(client: Client, petition: Appeal) -> None:
    ask(petition)
    row = Signature.objects.get()
    path = f"/l/{make_link_token('confirm-signature', str(row.pk), NOW - timedelta(hours=1))}/"
    assert "has expired" in client.get(path).content.decode()
    services.confirm(row)
    assert "You have signed" in client.get(path).content.decode()


def test_names_leave_by_one_door_without_addresses(client: Client, petition: Appeal) -> None:
    make_signature(petition, name="Anna")
    client.force_login(make_staff("ben", StaffRole.PUBLISHER))
    assert petition.title in client.get("/en/desk/signatures/").content.decode()
    body = client.post("/en/desk/signatures/petition/export/").content.decode()
    assert '"Anna","Kazakhstan"' in body
    assert "people.example" not in body


def test_card_counts_those_who_confirmed_those_on_paper_and_those_who_are_erased(
    client: Client, petition: Appeal
) -> None:
    make_appeal()
    Appeal.internal.filter(pk=petition.pk).update(paper_signatures=100)
    SignatureCount.objects.create(appeal=petition, country="AT", count=7)
    for state in (SignatureState.CONFIRMED, SignatureState.CONFIRMED, SignatureState.UNCONFIRMED):
        Signature.objects.create(appeal=petition, supporter=make_supporter(), state=state)
    assert services.totals(Appeal.internal.all()) == {petition.pk: 109}
    text = client.get("/en/appeals/").content.decode()
    assert text.count("109 signatures so far") == 1
    assert text.count("so far") == 1


def test_counting_signatures_asks_the_same_for_one_petition_and_for_three() -> None:
    rows = [make_appeal(kind="petition") for _number in range(3)]
    for some in (rows[:1], rows):
        assert len(queries_of(services.totals, some)) == 2
    letters = make_appeal()
    assert services.totals([letters]) == {}
    assert queries_of(services.totals, [letters]) == []
