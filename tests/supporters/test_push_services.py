"""At whose door we knock for a browser, and who is refused before anything is kept."""

from pathlib import Path

import pytest
from django.test import Client

from supporters import outbox, ways
from supporters.choices import NotificationState
from supporters.models import Consent, Supporter
from supporters.refusals import SubscriptionRefused
from supporters.services import browsers
from tests.supporters.browser_pages import PAGE, posted
from tests.supporters.push_service import HOST, FakeBrowser, PushService, owe, told_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "endpoint",
    [
        *("http://fcm.googleapis.com/x", "https://127.0.0.1/x", "https://localhost/x", "https://example.org/x"),
        *(
            "https://fcm.googleapis.com:8443/x",
            "https://a:b@fcm.googleapis.com/x",
            "https://fcm.googleapis.com.evil.org/",
        ),
        *(
            "https://evil.org/fcm.googleapis.com",
            "https://notify.windows.com.evil.org/",
            "https://[::1]/",
            "https://[x/",
        ),
        *(
            "https://fcm.googleapis.com/ x",
            "https://fcm.googleapis.com/ы",
            "ftp://x",
            "",
            f"https://{HOST}/" + "a" * 600,
        ),
    ],
    ids=lambda endpoint: endpoint[:40] or "nothing",
)
def test_an_address_that_is_none_of_a_known_push_service_is_refused_and_nothing_is_kept(
    endpoint: str, client: Client
) -> None:
    answer = client.post(PAGE, posted(FakeBrowser(), endpoint=endpoint))
    assert answer.status_code == 400
    assert not Supporter.objects.exists() and not Consent.objects.exists()


@pytest.mark.parametrize("host", ["fcm.googleapis.com", "wns2-par02p.notify.windows.com", "web.push.apple.com"])
def test_the_services_of_the_browsers_in_use_are_known(host: str) -> None:
    one = FakeBrowser().held
    told = browsers.Held(f"https://{host}/x", one.key, one.secret)
    assert browsers.service_of(browsers.subscribe(told, ["all"], "en", consent=True)) == host


@pytest.mark.usefixtures("any_words")
def test_a_service_that_was_taken_off_the_list_is_knocked_at_no_more(service: PushService, settings: object) -> None:
    row = owe(told_in(FakeBrowser()))
    settings.PUSH_HOSTS = ["fcm.googleapis.com"]  # type: ignore[attr-defined]
    outbox.deliver()
    row.refresh_from_db()
    assert row.reason == "this push service is not in PUSH_HOSTS" and not service.got


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"consent": ""}, "This field is required"),
        ({"topics": []}, "This field is required"),
        ({"topics": ["prisoner:999"]}, "Select a valid choice"),
        ({"endpoint": ""}, "has given no address"),
        ({"key": "AAAA"}, "has given no address"),
        ({"secret": "x" * 1001}, "at most 1000"),
        ({"form_token": "x"}, "did not come from our page"),
    ],
    ids=["consent", "topics", "unknown", "no-endpoint", "bad-key", "long", "token"],
)
def test_a_wish_that_is_not_whole_is_refused_with_a_sentence(
    fields: dict[str, object], sentence: str, client: Client
) -> None:
    answer = client.post(PAGE, posted(FakeBrowser(), **fields))
    assert answer.status_code == 400 and sentence in answer.content.decode()
    assert not Supporter.objects.exists()


def test_nobody_fills_the_database_with_browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers, "ADDED_AN_HOUR", 1)
    anna = FakeBrowser("anna")
    told_in(anna)
    with pytest.raises(SubscriptionRefused, match="hour"):
        told_in(FakeBrowser("berik"))
    told_in(anna, "all")
    assert Supporter.objects.count() == 1


@pytest.mark.usefixtures("any_words")
def test_pushes_go_one_after_the_other_over_connections_that_are_kept_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people_told = [told_in(FakeBrowser(str(number))) for number in range(12)]
    for one in people_told:
        owe(one)
    with PushService(tmp_path, name=HOST, stays=True) as service:
        service.stands_outside(monkeypatch)
        assert outbox.deliver() == {NotificationState.SENT: 12}
        assert len(service.got) == 12
        assert service.connections <= 1 + 12 // ways.PUSHES_A_HAND
