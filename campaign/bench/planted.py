"""Rows to measure with, by few statements; everybody and everything in them is invented."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from prisoners.choices import ConsentGround, PublicationState
from prisoners.models import Case, Defendant, Hearing, Place, Prisoner
from privacy.addresses import address_lookup
from supporters.choices import SupporterState
from supporters.models import Supporter

ZONES = ("Asia/Almaty", "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo", "UTC")
# The sealed addresses are no real ones: nobody is written to by the measurements that plant them.
PEOPLE = """
INSERT INTO supporters_supporter (id, email, email_lookup, name, language, time_zone, is_discreet, state, created_on,
                                  hard_bounces)
SELECT gen_random_uuid(), decode(repeat('00', 77), 'hex'), sha256(number::text::bytea), ''::bytea,
       (ARRAY['en', 'ru', 'kk'])[1 + number %% 3], (%(zones)s::text[])[1 + number %% cardinality(%(zones)s::text[])],
       true, 'active', current_date, 0
FROM generate_series(1, %(count)s) number
"""
# Everybody follows four of ten thousand prisoners.
FOLLOWED = """
INSERT INTO supporters_subscription (id, supporter_id, topic, state, started_on)
SELECT gen_random_uuid(), person.id, 'prisoner:' || (1000000 + (person.number * 7 + pick * 2503) %% 10000), 'active',
       current_date
FROM (SELECT id, row_number() OVER () AS number FROM supporters_supporter) person, generate_series(1, 4) pick
"""
FOLLOW = """
INSERT INTO supporters_subscription (id, supporter_id, topic, state, started_on)
SELECT gen_random_uuid(), id, %s, 'active', current_date FROM supporters_supporter LIMIT %s
"""


def subscriptions(people: int) -> int:
    """That many active people, each following four prisoners; returns how many subscriptions there are."""
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE, {"count": people, "zones": list(ZONES)})
        cursor.execute(FOLLOWED, [])
        return cursor.rowcount


def followers(count: int) -> None:
    """That many people with addresses and names of their own, sealed as ever, who follow everything."""
    languages = ("en", "ru", "kk")
    people = [
        Supporter(
            email=f"person{number}@example.org",
            email_lookup=address_lookup(f"person{number}@example.org"),
            name=f"Person {chr(97 + number % 26)}",
            language=languages[number % 3],
            state=SupporterState.ACTIVE,
        )
        for number in range(count)
    ]
    Supporter.objects.bulk_create(people, batch_size=2000)
    with connection.cursor() as cursor:
        cursor.execute(FOLLOW, ["all", count])


def settle() -> None:
    """Have the database know what it holds, as it does a while after such a load."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def hearing(followers: int, text: str = "") -> Hearing:
    """A public hearing in three days, of a prisoner whom so many of the people follow."""
    prisoner = Prisoner.internal.create(
        slug="bench", name="Bench Example", country="KZ", consent_ground=GROUND, state=PUBLIC
    )
    case = Case.internal.create(slug="bench", title="The case of Bench Example", country="KZ", state=PUBLIC)
    Defendant.internal.create(case=case, prisoner=prisoner)
    place = Place.objects.create(name="Bench town", country="KZ", time_zone="Asia/Almaty")
    with connection.cursor() as cursor:
        cursor.execute(FOLLOW, [f"prisoner:{prisoner.pk}", followers])
    at = timezone.now() + timedelta(days=3)
    return Hearing.internal.create(
        case=case, place=place, held_on=f"{at:%Y-%m-%d}", starts_at=at, text=text, state=PUBLIC
    )


PUBLIC = PublicationState.PUBLISHED
#: Why somebody whom readers see may be named.
GROUND = ConsentGround.ALREADY_PUBLIC
