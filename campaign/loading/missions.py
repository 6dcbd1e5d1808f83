"""Plans the targets of a file: embassies and consulates with their zones and addresses."""

from anyascii import anyascii
from babel import Locale
from django.utils.text import slugify

from actions.models import Target
from campaign.loading import words
from campaign.loading.cases import free_slug
from campaign.loading.plan import Plan, Row, rest_on, sentence
from campaign.loading.shapes_file import FileMission

COUNTRIES = Locale("en").territories


def put_missions(plan: Plan, missions: list[FileMission]) -> None:
    """Plan a target for each mission."""
    slugs: set[str] = set()
    for one in missions:
        name = f"{sentence(one.kind)} of {COUNTRIES.get(one.of, one.of)}, {one.city}"
        latitude, longitude = one.coordinates or (None, None)
        values = {
            "slug": free_slug(slugify(anyascii(name))[:110] or slugify(one.id), slugs),
            "name": name,
            "kind": words.TARGETS.get(one.kind, "other"),
            "of_country": one.of,
            "country": one.country,
            "city": one.city,
            "time_zone": one.zone,
            "address": one.address,
            "address_as_of": one.address_as_of,
            "latitude": latitude,
            "longitude": longitude,
            "website": one.website,
            "email": one.email,
            "phone": one.phone,
            "wikidata": one.wikidata,
            "note": "\n".join(one.notes),
        }
        row = Row(Target, f"{plan.scope}:{one.id}", one.line, values, once=frozenset({"slug"}))
        rest_on(row, one.src)
        plan.put(row)
