"""What a list of officials can be asked, defined once: page and API ask through this one class."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from prisoners.few import among
from prisoners.filter_fields import ALL, CountryFilter, WordsFilter
from prisoners.filter_forms import RecordFilter
from prisoners.models import Official
from prisoners.namesakes import found_by


class OfficialFilter(RecordFilter):
    """By name in any spelling that readers see, and by country."""

    q = WordsFilter(
        method="spelt_like", max_length=200, label=_("Name"), help_text=_("In any spelling or script."), strip=True
    )
    country = CountryFilter(label=_("Country"), empty_label=ALL)

    class Meta:
        model = Official
        fields: tuple[str, ...] = ()

    def spelt_like(self, rows: QuerySet[Any], name: str, asked: str) -> QuerySet[Any]:
        """Those who have a spelling like that."""
        # Looked up once: list and count would each look it up again.
        return rows.filter(among("pk", found_by(asked)))
