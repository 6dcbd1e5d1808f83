"""The sources of a page, numbered in the order in which they are first needed."""

from collections.abc import Iterable
from typing import Any

from actions.models.cites import Cited
from actions.words import said
from prisoners.models import Citation, Source
from prisoners.source_marks import SourceMark


class Footnotes:
    """Numbers the sources of a page in the order in which they are first needed; a confidential one gets none."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._sources: list[Source] = []

    def cited(self, citations: Iterable[Citation | Cited]) -> list[SourceMark]:
        """The numbers of the sources of a fact, each with where in the source it stands."""
        shown = (one for one in citations if not one.source.is_confidential)
        return sorted(SourceMark(self._number(one.source), one.locator) for one in shown)

    def listing(self) -> list[dict[str, Any]]:
        """The list at the foot of the page."""
        return [_source_line(number, source) for number, source in enumerate(self._sources, start=1)]

    def _number(self, source: Source) -> int:
        if source.pk not in self._numbers:
            self._sources.append(source)
            self._numbers[source.pk] = len(self._sources)
        return self._numbers[source.pk]


def _source_line(number: int, source: Source) -> dict[str, Any]:
    return {
        "number": number,
        "title": source.title or source.url or source.publisher or source.key,
        "url": source.url,
        "publisher": source.publisher,
        "date": said(source.published_on),
        "lang": source.language,
        "archived_url": source.archived_url,
    }
