"""One small world that has a page of every kind: the data behind the walk through all pages."""

import io
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django.test import Client
from django.utils import timezone
from PIL import Image

from actions import photo_files
from actions.choices import AppealKind
from actions.models import LetterRules, Photo
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Prisoner
from supporters.choices import ContributionKind, NotificationState, SubscriptionState
from supporters.contribution_views import RECEIPT
from supporters.links import link_for, unsubscribe_url
from supporters.models import Contribution, Notification, Subscription, Supporter
from tests import factories as make
from tests.actions.rows import make_action as make_open_action
from tests.actions.rows import (
    make_appeal,
    make_dispatch,
    make_group,
    make_organiser,
    make_report,
    make_sign_up,
    make_staff,
    make_target,
)
from tests.journeys.walk import fillings

LONG = "Бақтыгүл Сәрсенбайқызы Константинова-Дүйсенбекова"


@dataclass(frozen=True)
class World:
    """Who looks (in the order in which a page is offered to them), addresses told by mail, and what fills others."""

    visitor: Client
    organiser: Client
    publisher: Client
    mailed: dict[str, str]
    fillings: dict[str, list[str]]


def make_world() -> World:
    """Something of everything, some of it with long names in another script; in the transaction of the caller."""
    prisoner = make.a_whole_prisoner(slug="whole", name="Baqtygül Konstantinova", summary="Held for a strike.")
    make.PersonNameFactory(prisoner=prisoner, text=LONG, folded=LONG.lower())
    make.DetentionFactory(prisoner=prisoner, started_on="2021-02-01", ended_on="", place=make.PlaceFactory())
    # Still to come whatever day it is, so that the first page leads to somebody.
    make.HearingFactory(case=prisoner.cases.get(), held_on="2099-01-20", starts_at="2099-01-20T07:00:00Z")
    official = make.OfficialFactory(slug="a-judge", name="A. Judge")
    make.cite(make.OfficialSpellingFactory(official=official, text=LONG))
    make.cite(official)
    campaign = make.a_whole_campaign(slug="a-campaign")
    campaign.prisoners.add(prisoner)
    group = make_group("vienna")
    action = make_open_action(slug="a-picket", group=group, campaign=campaign, held_on="2099-12-16")
    _let_letters_through(prisoner)
    make_target(website="https://www.example.org/memleket/entities/mfa-of-a-city-with-a-long-name/")
    make_open_action(slug="a-draft", group=group, state="in_review", held_on="2099-12-17")
    action.prisoners.add(prisoner)
    past = make_open_action(slug="a-past-picket", group=group, campaign=campaign, held_on="2020-12-16")
    for kind in AppealKind:
        make_appeal(slug=f"an-appeal-{kind}", kind=kind, closes_on=date(2099, 12, 24), prisoners=[prisoner])
    report = make_report(past)
    call = make.DayOfActionFactory(slug="a-day-of-action", campaign=campaign, group=group, description=LONG)
    for city, zone in (("Vienna", "Europe/Vienna"), ("Almaty", "Asia/Almaty")):
        where = {"city": city, "time_zone": zone, "day_of_action": call, "held_on": "2020-12-16"}
        make_report(make_open_action(slug=f"a-call-in-{city.lower()}", group=group, **where))
    Photo.internal.create(report=report, width=100, height=80)
    make_dispatch(slug="a-written-dispatch", group=group, text=f"{LONG}\n\nWrite today: {{link}}")
    make_dispatch(slug="a-sent-dispatch", group=group, state="sending", started_at=timezone.now(), subject=LONG)
    sign_up = make_sign_up(action)
    supporter = sign_up.supporter
    for topic in ("all", f"prisoner:{prisoner.pk}"):
        Subscription.objects.create(supporter=supporter, topic=topic, state=SubscriptionState.ACTIVE)
    return World(Client(), _client("organiser", group), _client("publisher"), _mailed(sign_up, prisoner), fillings())


def _let_letters_through(prisoner: Prisoner) -> None:
    """Somebody who can be written to, where a prison's rules are known."""
    Prisoner.internal.filter(pk=prisoner.pk).update(can_be_written_to=True)
    place = prisoner.detentions.latest("pk").place
    said = {"address": f"{LONG}\nг. Актау, 130000", "address_language": "ru", "languages": "Russian, Kazakh"}
    LetterRules.internal.create(
        place=place, state=PublicationState.PUBLISHED, verified_on="2026-10-01", forbidden=LONG, **said
    )


def _client(role: str, *groups: Any) -> Client:
    staff = make_organiser("organiser", *groups) if role == "organiser" else make_staff(role, StaffRole(role))
    client = Client()
    client.force_login(staff)
    return client


def _mailed(sign_up: Any, prisoner: Prisoner) -> dict[str, str]:
    """The addresses in mails: what the page is, and its path."""
    to = partial(_path_for)
    contribution = Contribution.objects.create(
        kind=ContributionKind.values[0], prisoner=prisoner, text="The hearing was moved.", fingerprint=b"0" * 32
    )
    return {
        "what I follow": to("manage", str(sign_up.supporter.pk)),
        "what I follow, from an alert": to("follows", str(sign_up.supporter.pk)),
        "what I was told": to("told", str(sign_up.supporter.pk)),
        "all that a mail told": to("news", str(_told(sign_up.supporter).pk)),
        "my sign-up": to("manage-sign-up", str(sign_up.pk)),
        "confirm a sign-up": to("confirm-sign-up", str(sign_up.pk)),
        "confirm alerts": to("confirm-alerts", str(sign_up.supporter.pk)),
        "what I handed in": to(RECEIPT, str(contribution.pk)),
        "not ours": "/l/not-a-token/",
        "leaving": urlsplit(unsubscribe_url(sign_up.supporter)).path,
        "gone": to("confirm-alerts", "00000000-0000-4000-8000-000000000000"),
    }


def _told(supporter: Supporter) -> Notification:
    now, pk = timezone.now(), uuid4()
    return Notification.objects.create(
        pk=pk, mailed_with=pk, supporter=supporter, kind="release", subject="prisoner:0", occasion="event:0",
        state=NotificationState.SENT, due_at=now, stale_at=now + timedelta(days=1), next_attempt_at=now, settled_at=now,
    )  # fmt: skip


def _path_for(purpose: str, subject: str) -> str:
    return "/" + link_for(purpose, subject).split("/", 3)[3]


def keep_photos() -> None:
    """The files of the photos, in the folder of the test that runs."""
    out = io.BytesIO()
    Image.new("RGB", (100, 80)).save(out, "JPEG")
    for photo in Photo.internal.all():
        photo_files.keep(photo.pk, out.getvalue())
