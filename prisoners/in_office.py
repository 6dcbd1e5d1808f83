"""Officials in what they did: of whom somebody was the judge, the prosecutor, the investigator.

Who acts in an office is named in public, with a source (`choices.IN_OFFICE`), so that the same judge is found in other
cases. An official is no row of the record: the name is compared by its words, in any order, as the sources write it.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from prisoners.choices import InvolvementRole
from prisoners.few import public_people, united
from prisoners.marked import Text
from prisoners.models import Hearing, Involvement, Sanction
from prisoners.row_words import Translated, has_words

#: In an office, and a person and no body.
OFFICIALS = (
    InvolvementRole.JUDGE,
    InvolvementRole.PROSECUTOR,
    InvolvementRole.INVESTIGATOR,
    InvolvementRole.AUTHORITY,
    InvolvementRole.PERPETRATOR,
)


def people_before(name: str) -> str:
    """The numbers of those in whose public hearings, sanctions, events and cases somebody of that name was an official.

    Of public people, as the text of an array of the database, in one query.
    """
    # The words as rows keep them: runs of letters and digits.
    words = re.sub(r"[\W_]+", " ", name).strip()
    if not words:
        return "{}"
    return public_people(*united(rows.values_list("who") for rows in _named(SearchQuery(words, config="simple"))))


def official(name: str, shown: Text = "") -> SafeString:
    """A link to everybody in whose cases this official was; it says the name, or what is `shown`."""
    asked = urlencode({"official": name})
    return format_html('<a href="{}?{}#results">{}</a>', reverse("prisoners:list"), asked, shown or name)


def _named(query: SearchQuery) -> Iterator[QuerySet[Any]]:
    judged_in = Hearing.public.filter(*has_words(query, "judge"))
    yield judged_in.order_by().annotate(who=F("case__defendants"))
    yield Sanction.public.filter(*has_words(query, "judge")).order_by().annotate(who=F("prisoner"))
    parts = Involvement.public.filter(*has_words(query, "name", Translated("name")), role__in=OFFICIALS).order_by()
    yield parts.annotate(who=F("event__prisoners"))
    yield parts.annotate(who=F("case__defendants"))
