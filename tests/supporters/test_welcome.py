"""Whoever has confirmed gets one mail that says what they follow from now on, and how to change it."""

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from prisoners.choices import PublicationState
from prisoners.models import Prisoner
from supporters import outbox
from supporters.choices import Rate
from supporters.models import Notification, Supporter
from supporters.services import leaving, subscriptions
from tests.supporters import record
from tests.supporters.sink import Sink
from tests.supporters.visitor import LINK, ask, links

pytestmark = pytest.mark.django_db


def confirmed(client: Client, sink: Sink, **wishes: object) -> str:
    """The path of the link that was pressed."""
    ask(client, **wishes)
    outbox.deliver()
    path = links(sink)[0]
    client.post(path)
    return path


def test_it_names_what_is_followed_with_its_page_and_the_links_to_change_and_to_leave(
    client: Client, sink: Sink
) -> None:
    one = record.prisoner()
    confirm = confirmed(client, sink, topics=[f"prisoner:{one.pk}", "all"])
    client.post(confirm)
    outbox.deliver()
    assert [mail["Subject"] for mail in sink.mails] == ["Please confirm", "Your alerts begin"]
    text = sink.text().replace("\r\n", "\n")
    assert "Yerlan Baltabai\nhttp" in text
    assert f"/en/prisoners/{one.slug}/" in text
    assert "in one mail a day" not in text
    manage, leave = (urlsplit(link).path for link in LINK.findall(text))
    assert "What you follow" in client.get(manage).content.decode()
    assert sink.mails[-1]["List-Unsubscribe"].strip("<>").endswith(leave)
    client.post(leave)
    assert not Supporter.objects.exists()


def test_who_wants_digests_reads_so(client: Client, sink: Sink) -> None:
    confirmed(client, sink, rate=Rate.DAILY)
    outbox.deliver()
    assert "in one mail a day, a week or a month" in sink.text()


def test_who_has_left_or_follows_nothing_public_gets_none(client: Client, sink: Sink) -> None:
    one = record.prisoner()
    confirmed(client, sink, topics=[f"prisoner:{one.pk}"])
    Prisoner.internal.update(state=PublicationState.WITHDRAWN)
    outbox.deliver()
    row = Notification.objects.get(kind="alerts_begin")
    assert (row.state, row.reason) == ("cancelled", "nothing is followed")
    Prisoner.internal.update(state=PublicationState.PUBLISHED)
    Notification.objects.filter(pk=row.pk).delete()
    leaving.leave(Supporter.objects.get())
    outbox.deliver()
    assert len(sink.mails) == 1


def test_what_is_followed_later_is_told_with_what_was_followed_before(client: Client, sink: Sink) -> None:
    one = record.prisoner()
    confirmed(client, sink, topics=["all"])
    outbox.deliver()
    anna = Supporter.objects.get()
    subscriptions.subscribe("anna@example.org", [f"prisoner:{one.pk}"], "en", consent=True)
    subscriptions.confirm(anna)
    subscriptions.confirm(anna)
    assert Notification.objects.filter(kind="alerts_begin", due_at__lte=timezone.now()).count() == 2
    outbox.deliver()
    [*_first, number] = [at for at, mail in enumerate(sink.mails) if mail["Subject"] == "Your alerts begin"]
    assert "Yerlan Baltabai" in sink.text(number) and "All prisoners" in sink.text(number)
