"""Pages of a long list: numbers are put in order, and the rows of one page looked up by them."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Window
from django.utils.functional import cached_property

#: No list has pages with longer numbers, and the database takes what these come to.
LONGEST_NUMBER = 12
#: So far reaches what is worth looking for at the beginning of an order.
BEGINNING = 1000


def looked_up(rows: Any, numbers: list[int]) -> list[Any]:
    """The rows of these numbers, in their order; one that was withdrawn a moment ago is not among them."""
    whole = rows.order_by().in_bulk(numbers)
    return [whole[pk] for pk in numbers if pk in whole]


class NumbersFirst(Paginator):
    """Pages of what is `found`, the rows of each looked up among `rows`, which are the same without what is asked.

    To carry whole rows through a sort of a hundred thousand costs more than the sort. `total` says how many there are
    where somebody knows; else they are counted in the same look that finds the numbers of the page. `begins` are the
    rows with which the order begins, in the same order, where these are found sooner than all.
    """

    def __init__(
        self, found: Any, per_page: int, rows: Any, total: Callable[[], int] | None = None, begins: Any = None
    ) -> None:
        super().__init__(found, per_page)
        self._found, self._rows, self._total, self._begins = found, rows, total, begins
        self._seen: dict[int, list[int]] = {}

    @cached_property
    def count(self) -> int:
        """How many rows there are."""
        return self._total() if self._total else int(self._found.count())

    def get_page(self, number: Any) -> Page[Any]:
        """The page that is asked for, or the nearest there is."""
        if self._total is None:
            asked = str(number)[:LONGEST_NUMBER]
            self._look(int(asked) if asked.isdecimal() else 1)
        return super().get_page(number)

    def page(self, number: int | str) -> Page[Any]:
        """The rows of one page."""
        page = super().page(number)
        numbers = self._seen.get(page.number) or self._of_the_beginning(page.number) or self._of_all(page.number)
        page.object_list = looked_up(self._rows, numbers)
        return page

    def _of_all(self, number: int) -> list[int]:
        """The numbers of a page, counted from the end of the order where that is nearer."""
        numbers = _bare(self._found).values_list("pk", flat=True)
        first, last = (number - 1) * self.per_page, min(number * self.per_page, self.count)
        if first < self.count // 2:
            return list(numbers[first:last])
        return list(numbers.reverse()[self.count - last : self.count - first])[::-1]

    def _of_the_beginning(self, number: int) -> list[int] | None:
        """The numbers of a page that lies all within the rows with which the order begins."""
        first = (number - 1) * self.per_page
        if self._begins is None or first > BEGINNING:
            return None
        numbers = list(_bare(self._begins).values_list("pk", flat=True)[first : first + self.per_page])
        return numbers if len(numbers) == self.per_page else None

    def _look(self, number: int) -> None:
        """Find the numbers of a page and count all rows at once; beyond the last page there is nothing to learn."""
        first = max(0, number - 1) * self.per_page
        counted = _bare(self._found).annotate(all_of_them=Window(Count("*")))
        found = list(counted.values_list("pk", "all_of_them")[first : first + self.per_page])
        if found:
            self._seen = {number: [pk for pk, _count in found]}
            self.count = found[0][1]


class BareFirst(NumbersFirst):
    """The same of rows that carry much with them; counted apart, since an order that an index has ends at its page."""

    def __init__(self, rows: Any, per_page: int, **given: Any) -> None:
        super().__init__(rows, per_page, rows, lambda: int(_bare(rows).order_by().count()))


class DeskPages(BareFirst):
    """The same as the desk of Django asks for them."""

    def __init__(self, rows: Any, per_page: int, *_defaults: Any) -> None:
        super().__init__(rows, per_page)


def _bare(rows: Any) -> Any:
    return rows.prefetch_related(None)
