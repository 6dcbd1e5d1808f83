"""What is due to one person at once: up to three mails apart, more of them together; each row accounted for."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from prisoners.models import Hearing, Prisoner
from supporters import claims, kinds, letters, mails, outbox, parcels, reminders, truth
from supporters.choices import NotificationState
from supporters.links import news_url, told_url
from supporters.models import Batch, Notification, Subscription
from supporters.services import outboxes, people
from supporters.services.subscriptions import WELCOME
from tests.queries import first_queries_of
from tests.supporters import record
from tests.supporters.browser_pages import path_of
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db

DAYS = timedelta(days=1)
SENT, QUEUED, CANCELLED = NotificationState.SENT, NotificationState.QUEUED, NotificationState.CANCELLED


def hearings(count: int) -> list[Hearing]:
    """Hearings of as many prisoners in three days."""
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=3)
    return [record.hearing(record.prisoner(f"Prisoner {number}"), starts_at=start) for number in range(count)]


def states() -> list[str]:
    return sorted(Notification.objects.values_list("state", flat=True))


def due_again() -> None:
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


def plan() -> None:
    reminders.run_planners(timezone.now())


@pytest.mark.parametrize(("count", "mails"), [(1, 1), (3, 3), (4, 1), (7, 1)])
def test_more_than_three_alerts_are_one_mail(follower: Meet, sink: Sink, count: int, mails: int) -> None:
    hearings(count)
    follower("all")
    plan()
    outbox.deliver()
    assert len(sink.mails) == mails
    assert states() == [SENT] * count
    told = "".join(sink.text(number) for number in range(mails))
    assert all(f"Prisoner {number}" in told for number in range(count))


def test_a_mail_about_several_things_is_a_whole_mail(follower: Meet, sink: Sink) -> None:
    hearings(5)
    follower("all", language="ru")
    plan()
    outbox.deliver()
    (mail,) = sink.mails
    assert mail["Subject"] == "5 новостей"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sink.text().count("/unsubscribe/") == 1
    html = mail.get_body(("html",))
    assert html is not None and html.get_content().count("Prisoner") >= 5
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["text/calendar"] * 5


def test_what_somebody_asked_for_themselves_is_never_put_together(follower: Meet, sink: Sink) -> None:
    hearings(4)
    anna = follower("all")
    now = timezone.now()
    outboxes.owe(anna, "manage_link", f"supporter:{anna.pk}", "x", due_at=now, stale_at=now + timedelta(hours=1))
    plan()
    outbox.deliver()
    assert len(sink.mails) == 2
    assert states() == [SENT] * 5


def test_nobody_gets_what_belongs_to_another(follower: Meet, sink: Sink) -> None:
    hearings(4)
    follower("all")
    one = Prisoner.public.get(name="Prisoner 2")
    follower(f"prisoner:{one.pk}", address="boris@example.org")
    plan()
    outbox.deliver()
    assert sorted((mail["To"], sink.text(number).count("———")) for number, mail in enumerate(sink.mails)) == [
        ("anna@example.org", 4),
        ("boris@example.org", 0),
    ]


def test_what_is_not_true_any_more_leaves_the_mail_and_the_rest_goes_apart(follower: Meet, sink: Sink) -> None:
    rows = hearings(4)
    follower("all")
    plan()
    Hearing.internal.filter(pk=rows[0].pk).update(state="withdrawn")
    outbox.deliver()
    assert len(sink.mails) == 3
    assert states() == [CANCELLED, SENT, SENT, SENT]


def is_broken(monkeypatch: pytest.MonkeyPatch, hearing: Hearing) -> None:
    """Its reminder cannot be written."""
    kind = kinds.kind_of("hearing_reminder")

    def context(row: Notification) -> dict[str, object]:
        if row.subject == f"hearing:{hearing.pk}":
            raise KeyError("a word that is missing")
        return kind.context(row)

    monkeypatch.setitem(kinds._KINDS, kind.name, kinds.Kind(**{**vars(kind), "context": context}))


def test_one_that_cannot_be_written_takes_no_other_with_it(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = hearings(5)
    follower("all")
    plan()
    is_broken(monkeypatch, rows[0])
    for _try in range(3):
        outbox.deliver()
        due_again()
    assert len(sink.mails) == 1
    assert states() == ["failed", SENT, SENT, SENT, SENT]


def test_a_mail_that_the_server_puts_off_is_tried_again_whole_with_the_same_message_id(
    follower: Meet, sink: Sink
) -> None:
    hearings(4)
    follower("all")
    plan()
    sink.data_replies = ["drop"]
    outbox.deliver()
    assert states() == [QUEUED] * 4
    due_again()
    outbox.deliver()
    assert states() == [SENT] * 4
    assert len({mail["Message-ID"] for mail in sink.mails}) == 1


def test_who_left_meanwhile_gets_none_of_it(follower: Meet, sink: Sink) -> None:
    hearings(5)
    follower("all")
    plan()
    Subscription.objects.all().delete()
    outbox.deliver()
    assert (sink.mails, states()) == ([], [CANCELLED] * 5)


def test_a_batch_brings_along_what_else_is_due_to_its_people(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "MOST_ROWS", 2)
    hearings(6)
    follower("all")
    plan()
    outbox.deliver()
    assert len(sink.mails) == 1
    assert states() == [SENT] * 6


def _claimed() -> tuple[claims.Claim, list[truth.Group]]:
    claim = claims.Claim(timezone.now())
    return claim, truth.asked(claim.rows, timezone.now()).true


def _letters(groups: list[truth.Group]) -> list[letters.Letter]:
    return [one for one in letters.written(groups, letters.Forms()) if isinstance(one, letters.Letter)]


def test_a_heap_of_which_the_head_is_gone_by_now_is_one_mail_still(follower: Meet) -> None:
    hearings(6)
    follower("all")
    plan()
    claim, groups = _claimed()
    Notification.objects.filter(pk=parcels.leader(claim.rows).key).delete()
    (letter,) = _letters(groups)
    assert len(letter.rows) == 5
    Notification.objects.all().delete()
    assert _letters(groups) == []
    claim.end()


def test_rows_of_one_mail_are_looked_up_together(follower: Meet) -> None:
    hearings(5)
    follower("all")
    plan()
    claim, groups = _claimed()
    asked = first_queries_of(_letters, groups)
    assert len([sql for sql in asked if '"supporters_notification"."id" IN' in sql]) == 1
    claim.end()


@pytest.fixture
def five_worded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mails, "MOST_WORDED", 5)


@pytest.mark.usefixtures("five_worded")
def test_of_a_heap_one_mail_words_the_most_and_leads_to_all_of_it(client: Client, follower: Meet, sink: Sink) -> None:
    hearings(9)
    follower("all")
    plan()
    outbox.deliver()
    assert states() == [SENT] * 9
    (mail,) = sink.mails
    text = sink.text()
    assert (mail["Subject"], text.count("Prisoner ")) == ("9 pieces of news", 5)
    assert "And 4 more pieces of news." in text
    page = client.get(path_of(text.partition("all of them stand here:")[2].split()[0])).content.decode()
    assert all(f"Prisoner {number}" in page for number in range(9))
    # A mail is passed on: what is in it leads to no page of the reader's.
    assert "/l/" not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.usefixtures("five_worded")
def test_what_somebody_follows_is_told_apart_and_stands_on_no_page_that_is_passed_on(
    client: Client, follower: Meet, sink: Sink
) -> None:
    hearings(9)
    anna = follower("all")
    now = timezone.now()
    outboxes.owe(anna, WELCOME, f"supporter:{anna.pk}", "x", due_at=now, stale_at=now + DAYS)
    plan()
    outbox.deliver()
    followed = "You are told from now on about"
    heap, alone = sorted((sink.text(number) for number in range(2)), key=lambda text: followed in text)
    assert "And 4 more pieces of news." in heap and followed in alone and len(sink.mails) == 2
    page = client.get(path_of(heap.partition("all of them stand here:")[2].split()[0])).content.decode()
    assert "Prisoner 8" in page and followed not in page


@pytest.mark.usefixtures("five_worded")
def test_all_that_a_mail_told_is_what_was_in_it_and_is_kept_for_two_weeks(
    client: Client, follower: Meet, sink: Sink
) -> None:
    hearings(9)
    anna = follower("all", language="kk")
    plan()
    outbox.deliver()
    for number in range(7):
        record.hearing(record.prisoner(f"Later {number}"), starts_at=timezone.now() + timedelta(days=2))
    plan()
    outbox.deliver()
    paths = [path_of(next(word for word in sink.text(mail).split() if "/l/" in word)) for mail in range(2)]
    path, other = paths
    page = client.get(path, headers={"accept-language": "fr"}).content.decode()
    assert '<html lang="kk"' in page and "Prisoner 8" in page and "Later" not in page
    page = client.get(other).content.decode()
    assert all(f"Later {number}" in page for number in range(7)) and "Prisoner" not in page
    assert "Later 6" in client.get(path_of(told_url(str(anna.pk)))).content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert client.get(path).status_code == 410
    people.forget(anna)
    assert client.get(path).status_code == 410


@pytest.mark.usefixtures("five_worded")
def test_of_very_many_what_is_soonest_in_court_is_worded_first(follower: Meet, sink: Sink) -> None:
    hearings(4)
    far = [record.prisoner(f"Far {number}") for number in range(6)]
    for number, one in enumerate(far):
        record.event(str(timezone.now().date()), "arrest", one, published_at=timezone.now() - number * DAYS)
    follower("all")
    plan()
    outbox.deliver()
    text = sink.text()
    assert text.count("Prisoner ") == 4 and "Far 0" in text and "Far 5" not in text


@pytest.mark.usefixtures("five_worded")
@pytest.mark.parametrize("days", [2, 6], ids=["worded", "counted"])
def test_of_very_many_one_that_cannot_be_written_takes_no_other_with_it(
    client: Client, follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    hearings(8)
    day = timezone.now().replace(second=0, microsecond=0) + timedelta(days=days)
    follower("all")
    is_broken(monkeypatch, record.hearing(record.prisoner("Prisoner 8"), starts_at=day))
    plan()
    for _try in range(3):
        outbox.deliver()
        due_again()
    assert states() == ["failed", *[SENT] * 8]
    assert Notification.objects.get(state="failed").reason == "cannot be written: KeyError"
    assert [mail["Subject"] for mail in sink.mails] == ["8 pieces of news"]
    page = client.get(path_of(next(word for word in sink.text().split() if "/l/" in word))).content.decode()
    assert page.count("<h2>") == 8 and "not so any more" not in page


@pytest.mark.usefixtures("five_worded")
def test_what_mails_only_count_is_worded_once_for_all_who_are_told_it_in_a_language(
    follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands of pieces for hundreds of readers would take longer than a worker has."""
    hearings(9)
    for name, language in (("anna", "en"), ("boris", "en"), ("vera", "en"), ("aida", "kk")):
        follower("all", address=f"{name}@example.org", language=language)
    plan()
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(letters, "said", lambda row: said.append((row.supporter.language, row.subject)))
    claim, groups = _claimed()
    assert len(_letters(groups)) == 4
    # Three times four are more than nine: some are counted in several mails.
    assert len(said) == len(set(said)) and [language for language, _subject in said].count("kk") == 4
    claim.end()


@pytest.mark.usefixtures("five_worded")
def test_what_stands_behind_a_mail_stands_there_before_it_leaves(client: Client, follower: Meet) -> None:
    """Whoever reads it at once, or a mail whose worker died right after, finds all of it."""
    hearings(9)
    follower("all")
    plan()
    claim, groups = _claimed()
    (letter,) = _letters(groups)
    page = client.get(path_of(news_url(letter.key))).content.decode()
    assert all(f"Prisoner {number}" in page for number in range(9))
    claim.end()


@pytest.mark.usefixtures("five_worded")
def test_what_went_in_one_mail_about_very_many_comes_again_in_one(follower: Meet, sink: Sink) -> None:
    hearings(9)
    follower("all")
    plan()
    sink.data_replies = ["451 4.3.0 later"]
    outbox.deliver()
    assert (states(), sink.mails) == ([QUEUED] * 9, [])
    due_again()
    Batch.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    outbox.deliver()
    assert (states(), len(sink.mails)) == ([SENT] * 9, 1)


@pytest.mark.parametrize(
    ("length", "worded"), [(1, range(40, 41)), (20, range(5, 20))], ids=["short words", "long words"]
)
def test_a_mail_of_many_pieces_in_cyrillic_is_one_that_readers_show_whole(
    follower: Meet, sink: Sink, length: int, worded: range
) -> None:
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=3)
    words = "Заседание по делу о событиях в Жанаозене, на котором допросят свидетелей защиты. " * length
    for number in range(45):
        one = record.prisoner(f"Prisoner {number}", name_ru=f"Заключённая Фамилия Отчество {number}")
        record.hearing(one, starts_at=start, text=words)
    follower("all", language="ru")
    plan()
    outbox.deliver()
    assert (states(), len(sink.mails)) == ([SENT] * 45, 1)
    assert sink.text().count("Заключённая") in worded
    shown = [part for part in sink.mails[0].walk() if part.get_content_maintype() == "text"]
    assert max(len(part.as_bytes()) for part in shown) < 100_000


def test_claiming_costs_the_same_for_one_and_for_three_people(follower: Meet, sink: Sink) -> None:
    hearings(1)
    counts = []
    for number in range(3):
        follower("all", address=f"person{number}@example.org")
        plan()
        Notification.objects.update(state=QUEUED, settled_at=None, next_attempt_at=timezone.now())
        claimed: list[claims.Claim] = []
        counts.append(len(first_queries_of(_claim_into, claimed)))
        assert len(claimed[0].rows) == number + 1
        Notification.objects.filter(state=NotificationState.SENDING).update(state=SENT)
        claimed[0].end()
    assert len(set(counts)) == 1


def _claim_into(claimed: list[claims.Claim]) -> None:
    claimed.append(claims.Claim(timezone.now()))
