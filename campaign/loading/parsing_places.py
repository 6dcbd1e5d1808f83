"""Sources, places and embassies of a campaign file."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from campaign.loading import words
from campaign.loading.cites import merged
from campaign.loading.parsing_base import BaseParser
from campaign.loading.reader import Table
from campaign.loading.shapes_file import FileMission, FilePlace, FileSource
from campaign.loading.zones import is_zone
from prisoners.choices import Connection, Material, Reliability
from prisoners.dates import PartialDate


class PlaceParser(BaseParser):
    """The layer of where things are and come from."""

    def source(self, key: str, table: Table) -> FileSource:
        """One entry under `sources`."""
        notes = [table.text("note")]
        notes += [f"{name}: {table.text(name)}" for name in ("ref", "commit", "file") if name in table]
        updated = table.partial("updated")
        notes += [f"updated: {updated}"] if updated else []
        notes += ["read on a mirror host"] if table.flag("mirror") else []
        read = FileSource(
            line=table.line,
            key=key,
            title=table.text("title"),
            url=self.url(table, "url"),
            publisher=table.text("publisher"),
            date=table.partial("date"),
            language=table.text("lang"),
            note="; ".join(filter(None, notes)),
            has_file="file" in table,
            material=table.word("material", Material.values),
            reliability=table.word("reliability", Reliability.values),
            connection=table.word("connection", Connection.values),
        )
        table.finish()
        return read

    def place(self, table: Table) -> FilePlace:
        """One entry under `places`."""
        read = FilePlace(
            table.line,
            table.text("place", required=True),
            self.country(table, required=True),
            self.zone(table),
        )
        table.finish()
        return read

    def time_note(self, top: Table) -> None:
        """The examples of distances from UTC are claims about the zones: they are checked, not stored."""
        note = top.table("time_note")
        if note is None:
            return
        note.text("text")
        self.src(note)
        for example in note.tables("examples", _("An example")):
            zone = example.text("zone", required=True)
            for key in example.values.keys() - {"zone"}:
                self.check_offset(example, zone, key)
            example.finish()
        note.finish()

    def check_offset(self, example: Table, zone: str, key: str) -> None:
        """Compare one claimed distance from UTC with the time zone database."""
        said = example.text(key)
        try:
            instant = datetime.fromisoformat(key).replace(tzinfo=ZoneInfo(zone) if is_zone(zone) else UTC)
        except ValueError:
            example.fault(_("“%(text)s” is not a day.") % {"text": key}, key)
            return
        offset = instant.utcoffset() or timedelta()
        if str(offset) != said:
            values = {"zone": zone, "day": key, "offset": offset}
            example.fault(_("%(zone)s was %(offset)s from UTC on %(day)s.") % values, key)

    def mission(self, table: Table) -> FileMission:
        """One entry under `missions`."""
        notes: list[str] = []
        src = self.src(table)
        address, as_of = self.addresses(table, notes, src)
        note = table.table("note")
        if note:
            notes.append(note.text("text", required=True))
            src += self.src(note)
            note.finish()
        for key, label in (("city_in_source", "city in the source"), ("kind_in_source", "kind in the source")):
            notes += [f"{label}: {table.text(key)}"] if key in table else []
        read = FileMission(
            line=table.line,
            id=table.text("id", required=True),
            of=self.country(table, "of", required=True),
            kind=table.word("kind", words.TARGETS, required=True),
            city=table.text("city", required=True),
            country=self.country(table, required=True),
            zone=self.zone(table),
            address=address,
            address_as_of=as_of,
            coordinates=self.coordinates(table),
            website=self.url(table, "website"),
            email=table.text("email"),
            phone=table.text("phone"),
            wikidata=table.text("wikidata"),
            notes=notes,
            src=merged(src),
        )
        table.finish()
        return read

    def addresses(self, table: Table, notes: list[str], src: list[str]) -> tuple[str, PartialDate | None]:
        """The newest address found, with its source's date; the others, and other writings, become notes."""
        found = []
        for one in table.tables("addresses", _("An address")):
            text, as_of = one.text("text", required=True), one.partial("as_of")
            found.append((bool(one.flag("latest_found")), text, as_of))
            src += self.src(one)
            for key, label in (("as_printed", "as printed"), ("latin", "in Latin letters")):
                notes += [f"{label}: {one.text(key)}"] if key in one else []
            one.finish()
        if not found:
            return "", None
        newest = next((entry for entry in found if entry[0]), found[-1])
        for entry in found:
            if entry is not newest:
                notes.append(f"another address: {entry[1]}" + (f" ({entry[2]})" if entry[2] else ""))
        return newest[1], newest[2]

    def coordinates(self, table: Table) -> list[Decimal]:
        """Latitude and longitude in degrees."""
        found = table.numbers("coordinates")
        if found and (len(found) != 2 or abs(found[0]) > 90 or abs(found[1]) > 180):
            table.fault(_("Coordinates are a latitude and a longitude in degrees."), "coordinates")
            return []
        return [one.quantize(Decimal("0.00001")) for one in found]
