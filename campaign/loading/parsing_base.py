"""What every part of a campaign file is read with: sources, countries, zones, terms and sums."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from campaign.loading.addresses import is_http
from campaign.loading.cites import Cite, merged
from campaign.loading.faults import Faults
from campaign.loading.reader import Table
from campaign.loading.shapes import Money, Term
from campaign.loading.zones import is_zone
from prisoners.dates import PartialDate
from prisoners.models import Citation

COUNTRY = re.compile(r"[A-Z]{2}")
CURRENCY = re.compile(r"[A-Z]{3}")
LONGEST_PLACE = Citation._meta.get_field("locator").max_length or 0


def ends_too_early(start: PartialDate | None, end: PartialDate | None) -> bool:
    """Whether it surely ends before it begins."""
    return bool(start and end and start.earliest and end.latest and end.latest < start.earliest)


class BaseParser:
    """The lowest layer; `faults` holds what was found wrong."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.sources: set[str] = set()

    def src(self, table: Table, key: str = "src") -> list[str]:
        """The sources of a fact, each a key or a mapping of “key” and “at”; each must stand under `sources`."""
        known = [self._cite(one) if isinstance(one, Table) else one for one in table.texts_or_tables(key)]
        for one in known:
            if one not in self.sources:
                table.fault(_("The source “%(key)s” does not stand under “sources”.") % {"key": one}, key)
        return merged(one for one in known if one in self.sources)

    def _cite(self, table: Table) -> Cite:
        """A source with the page or paragraph where the fact stands."""
        read = Cite(table.text("key", required=True), table.text("at", required=True))
        if len(read.locator) > LONGEST_PLACE:
            table.fault(_("Longer than %(most)s characters.") % {"most": LONGEST_PLACE}, "at")
        table.finish()
        return read

    def unique(self, items: list) -> list:
        """The items, after noting each identifier that is used twice."""
        seen: set[str] = set()
        for item in items:
            if item.id and item.id in seen:
                self.faults.add(item.line, _("The id “%(id)s” is used twice.") % {"id": item.id})
            seen.add(item.id)
        return items

    def url(self, table: Table, key: str) -> str:
        """An http address."""
        said = table.text(key)
        if not is_http(said):
            table.fault(_("“%(url)s” is not an http address.") % {"url": said}, key)
            return ""
        return said

    def country(self, table: Table, key: str = "country", *, required: bool = False) -> str:
        """A country code."""
        said = table.text(key, required=required)
        if said and not COUNTRY.fullmatch(said):
            table.fault(_("“%(code)s” is not a country code (ISO 3166-1, two capitals).") % {"code": said}, key)
            return ""
        return said

    def zone(self, table: Table) -> str:
        """A time zone; an hour without one is no hour."""
        said = table.text("time_zone", required=True)
        if said and not is_zone(said):
            table.fault(_("“%(zone)s” is not a time zone such as Asia/Almaty.") % {"zone": said}, "time_zone")
            return ""
        return said

    def term(self, table: Table, key: str = "term") -> Term:
        """A length."""
        inside = table.table(key)
        if inside is None:
            return Term()
        read = Term(inside.whole("years") or 0, inside.whole("months") or 0, inside.whole("days") or 0)
        if read.years > 200 or read.months > 2400 or read.days > 40000:
            inside.fault(_("This term is too long."))
            read = Term()
        inside.finish()
        return read

    def money(self, table: Table, key: str = "amount") -> Money | None:
        """A sum."""
        inside = table.table(key)
        if inside is None:
            return None
        value, currency = inside.whole("value"), inside.text("currency", required=True)
        inside.flag("approx")
        if "value" not in inside:
            inside.fault(_("A sum needs “value”."))
        if currency and not CURRENCY.fullmatch(currency):
            inside.fault(_("“%(code)s” is not a currency (ISO 4217).") % {"code": currency}, "currency")
        inside.finish()
        return None if value is None else Money(Decimal(value), currency)
