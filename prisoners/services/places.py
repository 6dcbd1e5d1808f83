"""Places: written with their zone, and every court date there told anew when the zone turns out to be another."""

from django.db import transaction

from prisoners.country_codes import is_country
from prisoners.models import Hearing, Place
from prisoners.refusals import Sentence
from prisoners.services import hearings
from prisoners.services.prisoners import BAD_COUNTRY
from prisoners.services.refusals import refuse_if
from prisoners.times import BadTime, zone_or_refuse


@transaction.atomic
def keep(place: Place) -> Place:
    """Write a place. Local date, hour and place are the truth of a hearing, so another zone gives other instants.

    The hearings there are written with it, each as a new revision, so that who was told hears of it. Raises
    RecordRefused with all reasons; then nothing is written.
    """
    refuse_if(reasons_against(place))
    before = Place.objects.select_for_update(of=("self",)).filter(pk=place.pk).first()
    place.save()
    if before is not None and before.time_zone != place.time_zone:
        for hearing in Hearing.internal.filter(place=place).select_related("place", "next_hearing"):
            hearings.keep(hearing)
    return place


def reasons_against(place: Place) -> list[Sentence]:
    """Every reason why a place cannot be written like this: an unknown zone, or one in which an hour is skipped."""
    reasons: list[Sentence] = []
    if not is_country(place.country):
        reasons.append(BAD_COUNTRY)
    try:
        zone_or_refuse(place.time_zone)
    except BadTime as refusal:
        return [*reasons, *refusal.reasons]
    return [*reasons, *_reasons_of_hearings(place)]


def _reasons_of_hearings(place: Place) -> list[Sentence]:
    if place.pk is None:
        return []
    found: list[Sentence] = []
    for hearing in Hearing.internal.filter(place_id=place.pk, local_time__isnull=False).select_related("next_hearing"):
        hearing.place = place
        found += hearings.reasons_against(hearing)
    return found
