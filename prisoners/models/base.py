"""What all rows of the record share: publication, times of writing, history."""

from collections.abc import Sequence
from functools import cache, reduce
from operator import or_
from typing import Any, ClassVar, TypeVar, cast

import pghistory
from django.conf import settings
from django.db import models
from django.db.models.functions import ExtractDay, ExtractMonth
from django.utils.encoding import force_str
from django.utils.translation import gettext_lazy as _

from prisoners.choices import PublicationState
from prisoners.dates import PartialDate, say_date
from prisoners.hanging import version_of
from prisoners.querysets import InternalManager, PublicManager

_Model = TypeVar("_Model", bound=type[models.Model])
IS_PUBLISHED = models.Q(state=PublicationState.PUBLISHED)


def with_history(model: _Model, *, derived: Sequence[str] = ()) -> _Model:
    """Keep every insert, update and delete of a fact in a history table, by triggers in the database.

    Whatever path wrote the row, it is recorded. Never use it on a model that holds personal data of
    supporters: a copy in history is a copy that forgetting forgets. `derived` names fields that are computed
    from the others and would say nothing there.
    """
    track = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        obj_field=pghistory.ObjForeignKey(related_name="history", related_query_name="history_entry"),
        exclude=list(derived) or None,
    )
    return cast(_Model, track(model))


def link_with_history(model: _Model) -> _Model:
    """The same for the rows of a plain many-to-many relation, by a proxy of its table."""
    kinds = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    return cast(_Model, pghistory.track(*kinds, obj_field=None)(model))


def titled(what: object, when: PartialDate | None) -> str:
    """What stands for a row where it is named: what it is, and its date in words."""
    return f"{what}, {say_date(when)}" if when else str(what)


def newest_first(name: str) -> models.Index:
    """By which a feed finds what was published or changed last, however long the table is."""
    return models.Index(fields=("-updated_at", "-id"), condition=IS_PUBLISHED, name=name)


def lately_published(name: str, *days: str) -> models.Index:
    """By which the clock finds, at each round, what was published of late and happened of late."""
    return models.Index(fields=("published_at", *days), name=name)


def whose_name() -> models.ForeignKey[Any, Any]:
    """Whose name a fact has, said by a person where it fits two officials of the country; else its words say it."""
    return models.ForeignKey(
        "prisoners.Official",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        # Hardly ever is one taken away, and hardly any fact needs it.
        db_index=False,
        verbose_name=_("official, where the name fits several"),
    )


def exactly_one(fields: tuple[str, ...]) -> models.Q:
    """A condition that exactly one of the fields is set (an exclusive arc, so that references stay real)."""
    return reduce(or_, (models.Q(**{f"{field}__isnull": field != chosen for field in fields}) for chosen in fields))


def to_verify(name: str, condition: models.Q = IS_PUBLISHED) -> models.Index:
    """By which the desk finds what nobody verified for long, what was never verified first."""
    return models.Index(models.F("verified_on").asc(nulls_first=True), "id", condition=condition, name=name)


def by_day_of_year(field: str, name: str) -> models.Index:
    """By which is found what returns on a day: the month and the day of a date, whatever the year."""
    return models.Index(ExtractMonth(field), ExtractDay(field), condition=IS_PUBLISHED, name=name)


@cache
def _labels(field: "models.Field[Any, Any]") -> dict[Any, Any]:
    """What the entries of a closed list are called, in whatever language is active when one is said."""
    return dict(field.flatchoices)


class Timestamped(models.Model):
    """When the row was written and last changed (instants, UTC)."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True, editable=False)

    class Meta:
        abstract = True

    @property
    def version(self) -> str:
        """By which it is known whether the row was changed since somebody looked at it."""
        return self.updated_at.isoformat()

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> str:
        """What `get_…_display` says; Django would say each entry of the list in order to find one."""
        value = getattr(self, field.attname)
        return cast(str, force_str(_labels(field).get(value, value), strings_only=True))


class SentBack(models.Model):
    """What a second person may send back to its author; the reason stands until the author asks again."""

    sent_back_reason = models.TextField(_("sent back because"), blank=True, editable=False)

    class Meta:
        abstract = True


class Publishable(SentBack, Timestamped):
    """A row that is seen outside only when a second person has published it.

    `published_through` names the relations that must be published as well before this row is public, and
    `published_where_set` those of which that holds where they are set.
    The state is changed by `prisoners.publication` only.
    """

    published_through: ClassVar[tuple[str, ...]] = ()
    published_where_set: ClassVar[tuple[str, ...]] = ()

    state = models.CharField(
        _("publication"),
        max_length=12,
        choices=PublicationState,
        default=PublicationState.DRAFT,
        db_index=True,
        editable=False,
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("published by"),
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawal_reason = models.TextField(_("reason for withdrawing"), blank=True, editable=False)
    verified_on = models.DateField(_("last verified on"), null=True, blank=True)

    internal = InternalManager()
    public = PublicManager()

    class Meta:
        abstract = True

    @property
    def version(self) -> str:
        """By which it is known whether what is public with the row was changed since somebody looked at it."""
        return version_of(self)

    @property
    def is_published(self) -> bool:
        """Whether this row itself is published (what it hangs on may still not be)."""
        return self.state == PublicationState.PUBLISHED

    @property
    def is_being_written(self) -> bool:
        """Whether its author works on it, and may ask for its publication."""
        return self.state in PublicationState.being_written()


class Keyed(models.Model):
    """A row that an outside file can name again: loading the same file twice changes nothing."""

    import_key = models.CharField(
        _("key in the file it came from"), max_length=200, unique=True, null=True, blank=True, editable=False
    )

    class Meta:
        abstract = True
