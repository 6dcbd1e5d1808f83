"""Finds the place that a file means by a city, and its zone: the file's own places, the record's, then ours."""

from dataclasses import dataclass, field

from babel import Locale
from django.utils.text import slugify
from django.utils.translation import gettext as _

from campaign.loading.coordinates import coordinates_of, town_in
from campaign.loading.plan import Plan, Ref, Row
from campaign.loading.shapes_file import FilePlace
from campaign.loading.zones import ABROAD, CAPITALS, zone_of
from prisoners.choices import PlaceKind
from prisoners.models import Place

SHARED = "place:"
COUNTRIES = Locale("en").territories


def _key(country: str, name: str) -> str:
    return f"{SHARED}{country}/{slugify(name) or name.lower()}"


@dataclass
class Places:
    """The places that one file may name; asking for one plans its row."""

    plan: Plan
    known: dict[tuple[str, str], tuple[Ref, str]] = field(default_factory=dict)

    def add(self, place: FilePlace) -> None:
        """A place that the file states."""
        where = coordinates_of(place.country, tuple(place.names))
        values = {"name": place.name, "country": place.country, "time_zone": place.zone, **where}
        ref = self.plan.put(Row(Place, _key(place.country, place.name), place.line, values)).ref
        self._remember(ref, place)

    def remember_record(self) -> None:
        """The places that the record already has under a key; the file's own go first."""
        for row in Place.objects.filter(import_key__startswith=SHARED).order_by("id"):
            stated = FilePlace(0, row.name, row.country, row.time_zone)
            self._remember(Ref(Place, row.import_key or ""), stated)

    def zone(self, country: str, city: str, line: int) -> str:
        """The zone of a city, or of a country where no city is known; a fault when neither is."""
        found = self.known.get((country, city.lower()))
        zone = found[1] if found else zone_of(country, city) if city else CAPITALS.get(country, "")
        if not zone:
            values = {"city": city or _("no city"), "country": country}
            self.plan.faults.add(
                line, _("The time zone of %(city)s (%(country)s) is not known; state it under “places”.") % values
            )
        return zone

    def find(self, country: str, city: str, line: int) -> tuple[Ref | None, str]:
        """The place of a city and its zone; (None, "") after noting a fault when its zone is not known."""
        country = ABROAD.get(city.lower(), country) if (country, city.lower()) not in self.known else country
        found = self.known.get((country, city.lower()))
        if found:
            return found
        zone = self.zone(country, city, line)
        return self._make(country, city, zone, line, PlaceKind.LOCALITY) if zone else (None, "")

    def somewhere_in(self, country: str, line: int) -> tuple[Ref | None, str]:
        """A place for a country, for a hearing whose city no source names."""
        zone = self.zone(country, "", line)
        return self._make(country, "", zone, line, PlaceKind.OTHER) if zone else (None, "")

    def facility(self, country: str, words: str, line: int) -> Ref | None:
        """A prison by the words of a source; it lies in the town that they name, or in the main one of the region."""
        name = words.partition(" – ")[0].partition(" (")[0].strip()[:200]
        town = town_in(words)
        inside, zone = self.find(country, town, line) if town else self.somewhere_in(country, line)
        if not zone:
            return None
        values = {"name": name, "kind": PlaceKind.PRISON, "country": country, "time_zone": zone, "located_in": inside}
        row = Row(Place, f"{_key(country, name)}/prison", line, values, once=frozenset(values) - {"located_in"})
        return self.plan.put(row).ref

    def of_court(self, country: str, court: str) -> str:
        """The city that a city court carries in its name, or ""."""
        city = court.partition(" city court")[0] if " city court" in court else ""
        return city if city and ((country, city.lower()) in self.known or zone_of(country, city)) else ""

    def _make(self, country: str, city: str, zone: str, line: int, kind: PlaceKind) -> tuple[Ref, str]:
        name = city or _("place not known, %(country)s") % {"country": COUNTRIES.get(country, country)}
        where = coordinates_of(country, (city,))
        values = {"name": name, "kind": kind, "country": country, "time_zone": zone, **where}
        row = self.plan.put(Row(Place, _key(country, city or "somewhere"), line, values, once=frozenset(values)))
        self.known[(country, city.lower())] = (row.ref, zone)
        return row.ref, zone

    def _remember(self, ref: Ref, place: FilePlace) -> None:
        for name in place.names:
            self.known.setdefault((place.country, name), (ref, place.zone))
