"""Where each prisoner stands on which days and what each is counted by, derived from the facts; and how many are so.

For asking thousands of people at once. Nobody edits these rows and none has a history: they can be derived again.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from prisoners.models.people import Prisoner
from prisoners.models.places import Place


class Span(models.Model):
    """From a day on and until before another, one prisoner stands so; the spans of one prisoner cover all days.

    What `prisoners.chain` says for each of these days, written down by `prisoners.services.spans` alone.
    `status` is a `prisoners.standing.Standing`; `since_on` is the first day on which the custody that lasts may have
    begun; `half_on` is the day on which half of the running term is served, and `term_ends_on` the one on which it ends
    by calculation, where they are known to the day; `place` is where the newest stretch was; `is_public` says whether
    the prisoner was published when it was derived, so that it is counted in `Turn`.
    """

    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="spans")
    begins_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until before"))
    status = models.CharField(_("where it stands"), max_length=16)
    is_held = models.BooleanField(_("held"), null=True)
    may_be_held = models.BooleanField(_("may be held"))
    since_on = models.DateField(null=True)
    half_on = models.DateField(null=True)
    term_ends_on = models.DateField(null=True)
    place = models.ForeignKey(Place, on_delete=models.SET_NULL, null=True, related_name="spans")
    is_public = models.BooleanField(default=False)

    objects = models.Manager()

    class Meta:
        verbose_name = _("span of days")
        verbose_name_plural = _("spans of days")
        constraints = (
            models.UniqueConstraint(fields=("prisoner", "begins_on"), name="span_begins_once_a_day"),
            models.CheckConstraint(condition=Q(begins_on__lt=F("ends_on")), name="span_ends_after_it_begins"),
        )
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("status", "ends_on", "begins_on", "prisoner"), name="span_by_status"),
            models.Index(fields=("is_held", "ends_on", "begins_on", "prisoner"), name="span_by_custody"),
            # By which are found who is held for a round number of days, and whose term ends or is half over on one.
            models.Index(
                # With all that is asked of those who are held, so that the longest held are read in their order.
                fields=("since_on", "prisoner", "ends_on", "begins_on"),
                condition=Q(is_held=True),
                name="span_by_first_day",
            ),
            models.Index(
                fields=("term_ends_on",),
                condition=Q(is_held=True, term_ends_on__isnull=False),
                name="span_by_end_of_term",
            ),
            models.Index(fields=("half_on",), condition=Q(half_on__isnull=False), name="span_by_half_of_term"),
        ]

    def __str__(self) -> str:
        return f"{self.prisoner_id}: {self.status}, {self.begins_on}/{self.ends_on}"


class Turn(models.Model):
    """From a day on, so many public people more stand so than before, or fewer: the sum up to a day is how many do.

    Triggers on the spans write it, a row for each writing, so that no two writers wait for each other: a number is
    the sum of its rows, which the clock folds into one. `held` is a value of the filter of that name.
    """

    day = models.DateField()
    status = models.CharField(max_length=16)
    held = models.CharField(max_length=7)
    may_be_held = models.BooleanField()
    people = models.IntegerField()

    objects = models.Manager()

    class Meta:
        verbose_name = _("turn of the numbers")
        verbose_name_plural = _("turns of the numbers")

    def __str__(self) -> str:
        return f"{self.day}: {self.people} {self.status}"


class Trait(models.Model):
    """Something that a public prisoner is counted by: a country, a year in which custody may have begun, an article.

    `kind` is a `prisoners.traits.Kind`. Who is not public has none; each stands once.
    """

    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="traits", db_index=False)
    kind = models.CharField(max_length=12)
    value = models.CharField(max_length=120)

    objects = models.Manager()

    class Meta:
        verbose_name = _("trait")
        verbose_name_plural = _("traits")
        constraints = (models.UniqueConstraint(fields=("prisoner", "kind", "value"), name="trait_once_a_prisoner"),)

    def __str__(self) -> str:
        return f"{self.prisoner_id}: {self.kind} {self.value}"


class TraitTotal(models.Model):
    """So many public people more have a trait, or fewer: the sum is how many do. Written and folded as `Turn` is."""

    kind = models.CharField(max_length=12)
    value = models.CharField(max_length=120)
    people = models.IntegerField()

    objects = models.Manager()

    class Meta:
        verbose_name = _("people of a trait")
        verbose_name_plural = _("people of traits")

    def __str__(self) -> str:
        return f"{self.kind} {self.value}: {self.people}"


class SpanDue(models.Model):
    """That the spans and traits of a prisoner are to be derived again: a fact has changed since.

    Triggers in the database write these rows, whatever path the fact took. The number of the prisoner is no
    reference, since the prisoner may be gone, and several rows may say the same: so writers never wait for each other.
    """

    prisoner_pk = models.BigIntegerField()

    objects = models.Manager()

    class Meta:
        verbose_name = _("spans to derive")
        verbose_name_plural = _("spans to derive")

    def __str__(self) -> str:
        return str(self.prisoner_pk)


class GapMark(models.Model):
    """Whether the chain of a prisoner leaves something open, until before a day on which that may be otherwise.

    The desk asks it of everybody; `prisoners.services.gap_marks` writes it. A changed fact takes the row away, and who
    has none has not been looked at since. The number of the prisoner is no reference, as in `SpanDue`.
    """

    prisoner_pk = models.BigIntegerField(primary_key=True)
    is_open = models.BooleanField()
    holds_until = models.DateField()

    objects = models.Manager()

    class Meta:
        verbose_name = _("look at a chain")
        verbose_name_plural = _("looks at chains")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("prisoner_pk",), condition=Q(is_open=True), name="gap_marks_open"),
        ]

    def __str__(self) -> str:
        return f"{self.prisoner_pk}: {self.is_open}"
