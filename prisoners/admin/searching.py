"""How the lists of the desk are searched: every page's search finds by spelling, and says where it found too much."""

from functools import reduce
from operator import or_
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.db import DataError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from prisoners.admin.finding import (
    FEW,
    SPELLINGS,
    WORDS,
    found_by_people,
    found_by_words,
    numbers_of,
    ways_to,
    wordings,
)
from prisoners.admin.titles import TitledAdmin

FOUND_MORE = _("More than {count} were found, and not all of them are listed: type another word.")


class SearchedAdmin(TitledAdmin):
    """A list whose rows are found by people in any spelling and by the beginnings of words."""

    search_help_text = _("A person by any spelling of the name, everything else by how its words begin.")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """Found by words, typed or folded to Latin letters; or by a person who goes by such a name in any spelling."""
        if not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        people, words = ways_to(SPELLINGS, self.search_fields), ways_to(WORDS, self.search_fields)
        if people or words:
            found = found_by_people(queryset, people, search_term) | found_by_words(queryset, words, search_term)
        else:
            search = super().get_search_results
            ways = (search(request, queryset, typed)[0] for typed in wordings(search_term))
            found = reduce(or_, map(numbers_of, ways))
        request.found_more = not found.are_all  # type: ignore[attr-defined]
        return queryset.filter(pk__in=found.numbers), False

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list; what no value of a column can be, in a link of somebody's making, is refused as Django does."""
        try:
            return super().get_changelist_instance(request)
        except DataError as error:
            raise IncorrectLookupParameters(error) from error

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The list, which says where a search found more than it shows."""
        response = super().changelist_view(request, extra_context)
        if getattr(request, "found_more", False):
            self.message_user(request, str(FOUND_MORE).format(count=FEW), messages.WARNING)
        return response
