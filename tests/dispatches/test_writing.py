"""The words of a dispatch, its audience, and the mail by which one tries it on oneself."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from actions import dispatch_desk, dispatch_words
from actions.choices import DispatchState
from actions.models import Dispatch, DispatchText
from actions.refusals import ActionsRefusal
from actions.services import dispatches
from prisoners.choices import StaffRole
from prisoners.models import Prisoner, Staff
from supporters.audiences import banded
from supporters.choices import AlertGroup
from supporters.models import Notification, Subscription
from tests.dispatches.steps import follow, tick, write
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"subject": "News\nBcc: all@example.org"}, "one line"),
        ({"subject": "News\r\nX: y"}, "one line"),
        ({"subject": " "}, "give a subject"),
        ({"subject": "x" * 121}, "120 characters"),
        ({"text": ""}, "what is to be said"),
        ({"text": "x" * 10_001}, "10,000 characters"),
        ({"text": "Dear {first_name}"}, "“{first_name}” stands for nothing"),
        ({"text": "{}"}, "“{}” stands for nothing"),
        ({"subject": "See {link}"}, "“{link}” stands for nothing"),
        ({"language": "xx"}, "does not speak"),
        ({"audience": "prisoner:999999"}, "does not exist"),
        ({"audience": "nonsense"}, "does not exist"),
    ],
)
def test_words_that_cannot_be_sent_are_refused_with_a_sentence(
    words: dict[str, str], sentence: str, yerlan: Prisoner, anna: Staff
) -> None:
    with pytest.raises(ActionsRefusal, match=sentence):
        write(anna, yerlan, **words)
    assert not Dispatch.internal.exists()


def test_template_words_in_a_text_stay_words(yerlan: Prisoner, anna: Staff) -> None:
    row = write(anna, yerlan, text="&amp; <b> and <script>alert(1)</script>", subject="A & B")
    words = dispatch_words.words_in(row, "en")
    assert words.text == "&amp; <b> and <script>alert(1)</script>"
    html = dispatch_desk.preview(row, "en")["html"]
    assert "<script" not in html and "&lt;script&gt;" in html


def test_database_refuses_a_subject_of_two_lines(draft: Dispatch) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DispatchText.internal.create(dispatch=draft, language="kk", subject="a\nb", text="c")


def test_test_mail_goes_to_oneself_and_to_nobody_else(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    follow(f"prisoner:{yerlan.pk}", count=2)
    dispatches.send_test(draft, anna)
    tick()
    assert [mail["To"] for mail in sink.mails] == ["anna@staff.example"]
    assert "He is ill." in sink.text()
    draft.refresh_from_db()
    assert draft.state == DispatchState.DRAFT
    assert not Notification.objects.exclude(kind=dispatches.TEST_KIND).exists()


def test_tests_are_not_without_end(draft: Dispatch, anna: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatches, "TESTS_AN_HOUR", 2)
    for _time in range(2):
        dispatches.send_test(draft, anna)
    with pytest.raises(ActionsRefusal, match="enough"):
        dispatches.send_test(draft, anna)


def test_reach_is_said_in_bands_by_language_and_country(draft: Dispatch, yerlan: Prisoner, anna: Staff) -> None:
    topic = f"prisoner:{yerlan.pk}"
    follow(topic, count=13, language="ru", time_zone="Asia/Almaty")
    follow(topic, count=2, language="en", time_zone="Europe/Vienna")
    [muting] = follow(topic)
    Subscription.objects.filter(supporter=muting).update(muted=AlertGroup.values)
    follow("prisoner:999999", count=20)
    with translation.override("en"):
        reach = dispatch_desk.page(draft, anna)["reach"]
    assert reach["languages"][0] == ("Russian", "about 10")
    assert ("Austria", "fewer than 10") in reach["countries"]
    assert reach["total"] == "about 10"
    assert ("not known", "fewer than 10") not in reach["countries"]
    assert ("Kazakhstan", "about 10") in reach["countries"]


@pytest.mark.parametrize(("count", "said"), [(0, "nobody"), (9, "fewer than 10"), (10, "about 10"), (59, "about 50")])
def test_numbers_point_at_nobody(count: int, said: str) -> None:
    with translation.override("en"):
        assert banded(count) == said


def test_test_to_an_address_that_is_none_is_refused(draft: Dispatch) -> None:
    broken = Staff(handle="broken", email="nowhere", email_lookup=b"x" * 32, roles=[StaffRole.PUBLISHER])
    broken.save()
    with pytest.raises(ActionsRefusal):
        dispatches.send_test(draft, broken)
    assert not Notification.objects.exists()
