"""`manage.py plant_drill PEOPLE NAME`: what a drill needs; only on the embedded engines.

Everybody and everything planted here is invented.
"""

from argparse import ArgumentParser
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from campaign.celery import app
from prisoners.choices import ConsentGround
from prisoners.models import Case, Citation, Defendant, Hearing, PersonName, Place, Prisoner, Source
from prisoners.publication import publish
from prisoners.services import hearings
from supporters.choices import SubscriptionState
from supporters.models import Subscription, Supporter
from supporters.services import people

ZONE = "Asia/Aqtau"
SLUG = "drill-example"


class Command(BaseCommand):
    """Followers of one invented prisoner, and a new hearing of hers in twenty hours."""

    help = "Plants followers and a hearing for `make drill`"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many follow, and the name of the drill."""
        parser.add_argument("people", type=int)
        parser.add_argument("name")

    def handle(self, *args: Any, **options: Any) -> None:
        """Plant, and ring the clock's bell."""
        if not settings.EMBEDDED:
            raise CommandError("This plants invented people; it is for the drill's own folder only.")
        with transaction.atomic():
            prisoner, source = _prisoner()
            for number in range(options["people"]):
                _follow(prisoner, f"follower-{number}@drill.example")
            _hearing(prisoner, source, options["name"], timezone.now() + timedelta(hours=20))
        app.send_task("supporters.tasks.plan_due")
        app.send_task("supporters.tasks.send_due", countdown=2)
        app.send_task("supporters.tasks.send_due", countdown=2)


def _prisoner() -> tuple[Prisoner, Source]:
    source, _ = Source.internal.get_or_create(key=SLUG, defaults={"title": "Invented source of a drill"})
    prisoner, is_new = Prisoner.internal.get_or_create(
        slug=SLUG,
        defaults={"name": "Drill Example", "country": "KZ", "consent_ground": ConsentGround.OWN_CONSENT},
    )
    if is_new:
        name = PersonName.internal.create(prisoner=prisoner, text=prisoner.name, folded="drill example")
        Citation.internal.create(source=source, person_name=name)
        Citation.internal.create(source=source, prisoner=prisoner)
        publish(prisoner, None, trusted=True)
    return prisoner, source


def _follow(prisoner: Prisoner, address: str) -> Supporter:
    supporter = people.meet(address)
    people.confirm(supporter)
    Subscription.objects.get_or_create(
        supporter=supporter, topic=f"prisoner:{prisoner.pk}", defaults={"state": SubscriptionState.ACTIVE}
    )
    return supporter


def _hearing(prisoner: Prisoner, source: Source, name: str, at: datetime) -> Hearing:
    place, _ = Place.objects.get_or_create(name="Drill town", country="KZ", time_zone=ZONE)
    case = Case.internal.create(slug=f"{SLUG}-{name}", title=f"Drill: {name}", country="KZ")
    Defendant.internal.create(case=case, prisoner=prisoner)
    Citation.internal.create(source=source, case=case)
    publish(case, None, trusted=True)
    local = at.astimezone(ZoneInfo(ZONE))
    hearing = hearings.schedule(
        case, place=place, held_on=local.date().isoformat(), local_time=local.time().replace(microsecond=0)
    )
    Citation.internal.create(source=source, hearing=hearing)
    publish(hearing, None, trusted=True)
    return hearing
