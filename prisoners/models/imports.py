"""Imports of spreadsheets: what each one wrote, so that it can be taken back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prisoners.models.people import Prisoner
from prisoners.models.sources import Source


class Batch(models.Model):
    """One spreadsheet that was imported. Everything that it wrote stands in its entries."""

    file_name = models.CharField(_("file"), max_length=200)
    digest = models.CharField(_("SHA-256 of the file"), max_length=64)
    source = models.ForeignKey(
        Source, on_delete=models.SET_NULL, null=True, related_name="batches", verbose_name=_("source")
    )
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("imported by")
    )
    counts = models.JSONField(_("counts"), default=dict)
    imported_at = models.DateTimeField(_("imported at"))
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("taken back by"),
    )

    internal = models.Manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-imported_at", "-id")

    def __str__(self) -> str:
        return self.file_name


class BatchEntry(models.Model):
    """One row that an import made, or changed (then with the values before and after, by field)."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="entries")
    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, null=True, related_name="+")
    model = models.CharField(max_length=60)
    row_key = models.CharField(max_length=40)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    internal = models.Manager()

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of an import")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.model} {self.row_key}"


class BatchLeft(models.Model):
    """One value of a file that an import did not write, since readers would see it at once: for a publisher to do."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="left")
    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="+")
    sheet = models.TextField(blank=True)
    row = models.PositiveIntegerField()
    column = models.TextField()
    old = models.TextField(blank=True)
    new = models.TextField()

    internal = models.Manager()

    class Meta:
        verbose_name = _("value left for a publisher")
        verbose_name_plural = _("values left for a publisher")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.row}, {self.column}: {self.new}"
