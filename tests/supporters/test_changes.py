"""News of an arrest, a transfer, a death, a sentence: told once, to followers, while it stands and is news."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import Model
from django.utils import timezone

from prisoners.models import Event, Prisoner, Sanction
from supporters import outbox, reminders
from supporters.choices import NotificationState
from supporters.letters import WORTH_COMPILING
from supporters.mails import said
from supporters.models import Notification, Supporter
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
TODAY = timezone.now().date()


def an_event(kind: str) -> Callable[..., Model]:
    def make(prisoner: Prisoner, **fields: object) -> Model:
        at = fields.pop("published_at", timezone.now() - timedelta(minutes=5))
        return record.event(str(fields.pop("on", TODAY)), kind, prisoner, published_at=at, **fields)

    return make


def a_sentence(prisoner: Prisoner, **fields: object) -> Model:
    at = fields.pop("published_at", timezone.now() - timedelta(minutes=5))
    values = {**record.PUBLIC, "prisoner": prisoner, "kind": "prison", "years": 7, "imposed_on": str(TODAY)}
    return Sanction.internal.create(**{**values, "published_at": at, **fields})


MAKERS = {
    "arrest": an_event("arrest"),
    "transfer": an_event("transfer"),
    "death": an_event("death"),
    "sentence": a_sentence,
}


@pytest.fixture(params=MAKERS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def tick() -> None:
    reminders.run_planners(timezone.now())
    outbox.deliver()


def test_each_of_many_readers_is_told_in_their_own_language(kind: str, follower: Meet, sink: Sink) -> None:
    one = record.prisoner()
    people = [
        follower("all", address=f"{language}{number}@example.org", language=language)
        for language in ("en", "ru", "he")
        for number in range(WORTH_COMPILING)
    ]
    MAKERS[kind](one, **({} if kind == "sentence" else {"title": "Taken away", "title_ru": "Увезли"}))
    reminders.run_planners(timezone.now())
    row = Notification.objects.select_related("supporter").first()
    assert row is not None
    alone = {}
    for person in people:
        row.supporter = person
        alone[person.email] = said(row).text
    outbox.deliver()
    told = {mail["To"]: sink.text(number) for number, mail in enumerate(sink.mails)}
    assert len(told) == len(people)
    for address, text in alone.items():
        assert text.split() == told[address].split()[: len(text.split())], address


def test_change_is_told_once_to_followers_and_to_nobody_else(kind: str, follower: Meet, sink: Sink) -> None:
    one = record.prisoner()
    follower(f"prisoner:{one.pk}", "all")
    follower("country:GE", address="other@example.org")
    MAKERS[kind](one)
    MAKERS[kind](one)
    tick()
    tick()
    assert [mail["To"] for mail in sink.mails] == ["anna@example.org"]
    assert "Yerlan Baltabai" in sink.text()
    assert "Yerlan" not in sink.mails[0]["Subject"]


def test_change_that_was_withdrawn_after_planning_is_not_told(kind: str, follower: Meet, sink: Sink) -> None:
    one = record.prisoner()
    follower("all")
    row = MAKERS[kind](one)
    reminders.run_planners(timezone.now())
    type(row).internal.filter(pk=row.pk).update(state="withdrawn")  # type: ignore[attr-defined]
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().state == NotificationState.CANCELLED


def test_person_who_was_forgotten_after_planning_is_not_written_to(kind: str, follower: Meet, sink: Sink) -> None:
    MAKERS[kind](record.prisoner())
    follower("all")
    reminders.run_planners(timezone.now())
    Supporter.objects.all().delete()
    outbox.deliver()
    assert sink.mails == []


def test_mail_names_the_person_in_the_readers_language_when_that_is_wished(
    kind: str, follower: Meet, sink: Sink
) -> None:
    one = record.prisoner(name_ru="Ерлан Балтабай")
    anna = follower("all", language="ru")
    Supporter.objects.filter(pk=anna.pk).update(is_discreet=False)
    MAKERS[kind](one)
    tick()
    assert "Ерлан Балтабай" in sink.text()


@pytest.mark.parametrize(
    ("name", "said"), [("Anna Durand", "d’Anna Durand"), ("Boris Durand", "de Boris"), ("Hussein Aziz", "de Hussein")]
)
def test_french_leaves_out_a_vowel_before_a_name(kind: str, follower: Meet, sink: Sink, name: str, said: str) -> None:
    anna = follower("all", language="fr")
    Supporter.objects.filter(pk=anna.pk).update(is_discreet=False)
    MAKERS[kind](record.prisoner(name))
    tick()
    assert said in sink.text()
    assert (f"de {name}" in sink.text()) is said.startswith("de ")


def test_old_unpublished_or_long_known_changes_are_no_news(kind: str, follower: Meet) -> None:
    follower("all")
    long_ago = str(TODAY - timedelta(days=90))
    make = MAKERS[kind]
    make(record.prisoner("A A"), **({"imposed_on": long_ago} if kind == "sentence" else {"on": long_ago}))
    make(record.prisoner("B B"), published_at=timezone.now() - timedelta(days=15))
    make(record.prisoner("C C"), published_at=None)
    make(record.prisoner("D D"), state="draft")
    make(record.prisoner("E E", state="draft"))
    assert reminders.run_planners(timezone.now()) == 0


def test_announced_arrest_and_other_events_are_not_told(follower: Meet) -> None:
    follower("all")
    MAKERS["arrest"](record.prisoner(), is_planned=True)
    an_event("visit")(record.prisoner("B B"))
    assert Event.public.count() == 2
    assert reminders.run_planners(timezone.now()) == 0
