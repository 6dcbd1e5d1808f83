"""The two doors to every row that can be unpublished: `public` and `internal`, and no bare `objects`.

A forgotten filter is then an AttributeError and not a leak.
"""

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from modeltrans.manager import MultilingualManager

from prisoners.choices import PublicationState

if TYPE_CHECKING:
    _M = TypeVar("_M", bound=models.Model)
else:
    _M = TypeVar("_M")


class FactQuerySet(models.QuerySet[_M]):
    """What every publishable row can be asked."""

    def visible(self) -> "FactQuerySet[_M]":
        """Rows that anybody may see: published themselves, and everything above them published too."""
        conditions: dict[str, Any] = {}
        if "state" in {field.name for field in self.model._meta.concrete_fields}:
            conditions["state"] = PublicationState.PUBLISHED
        for path in getattr(self.model, "published_through", ()):
            conditions[f"{path}__state"] = PublicationState.PUBLISHED
        either = (
            models.Q(**{f"{path}__isnull": True}) | models.Q(**{f"{path}__state": PublicationState.PUBLISHED})
            for path in getattr(self.model, "published_where_set", ())
        )
        return self.filter(*either, **conditions)

    def in_sight(self) -> "FactQuerySet[_M]":
        """The same rows, to be counted where they are many: of what is above them, what is not public is looked up.

        That is less than what is. For rows with a state of their own, right under what they hang on.
        """
        rows = self.filter(state=PublicationState.PUBLISHED)
        for path in getattr(self.model, "published_through", ()):
            above: Any = self.model._meta.get_field(path).related_model
            hidden = above.internal.filter(state__in=PublicationState.hidden()).order_by().values("pk")
            rows = rows.exclude(**{f"{path}__in": hidden})
        return rows

    def count_in_sight(self) -> int:
        """How many of them are in sight, by an index: what is published, less what hangs on something that is not."""
        rows = self.filter(state=PublicationState.PUBLISHED)
        hidden = models.Q(pk__in=())
        for path in getattr(self.model, "published_through", ()):
            hidden |= models.Q(**{f"{path}__state__in": PublicationState.hidden()})
        return rows.count() - rows.filter(hidden).count()


def _in_natural_order(rows: FactQuerySet[_M]) -> FactQuerySet[_M]:
    """In the order the model names (not Meta.ordering: translated models must do without it)."""
    return rows.order_by(*getattr(rows.model, "natural_order", ()))


class InternalManager(MultilingualManager, models.Manager.from_queryset(FactQuerySet)):  # type: ignore[misc]
    """The internal door: every row, for staff, services and the clock."""

    def get_queryset(self) -> "FactQuerySet[Any]":
        return self._patch_queryset(_in_natural_order(FactQuerySet(self.model, using=self._db)))


class PublicManager(MultilingualManager, models.Manager.from_queryset(FactQuerySet)):  # type: ignore[misc]
    """The public door: only what anybody may see."""

    def get_queryset(self) -> "FactQuerySet[Any]":
        return self._patch_queryset(_in_natural_order(FactQuerySet(self.model, using=self._db).visible()))


class TranslatedManager(MultilingualManager, models.Manager[_M]):
    """The manager of a translated model that needs no door: places, organisations, words on disagreements.

    modeltrans would put a class made at run time in the place of a plain manager, which no type checker can see.
    """
