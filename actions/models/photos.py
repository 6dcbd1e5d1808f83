"""Photographs of what happened, and pictures that call to it: kept sealed until a second person has looked."""

import uuid
from functools import partial
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from actions.choices import PhotoState
from actions.models.actions import Report
from actions.models.groups import Group
from prisoners.models.base import Timestamped, with_history
from prisoners.querysets import InternalManager, PublicManager


@partial(with_history, derived=("is_flat",))
class Photo(Timestamped):
    """One picture of a report, or one that a group shows beside its actions and calls. What was sent is not kept.

    `boxes` are the parts to be blurred ([left, top, width, height] in pixels of the kept picture); `faces_found` says
    how many the detector found, null where it did not look. `token` is the random name of the published files,
    `sizes` their widths and heights; `is_flat` says that these keep the average colour of a covered part alone, not the
    mosaic of earlier versions. `submitted_by` is who uploaded it or last uncovered a part: not they publish it.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("created_at", "id")
    published_through: ClassVar[tuple[str, ...]] = ("report", "report__action")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, null=True, blank=True, related_name="photos", verbose_name=_("report")
    )
    group = models.ForeignKey(
        Group, on_delete=models.CASCADE, null=True, blank=True, related_name="pictures", verbose_name=_("group")
    )
    state = models.CharField(_("state"), max_length=12, choices=PhotoState, default=PhotoState.UPLOADED, db_index=True)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    alternative = models.CharField(_("what the picture shows, in words"), max_length=500, blank=True)
    credit = models.CharField(_("credit"), max_length=120, blank=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    boxes = models.JSONField(default=list, blank=True)
    faces_found = models.PositiveIntegerField(null=True, blank=True)
    token = models.CharField(max_length=32, blank=True, editable=False)
    sizes = models.JSONField(default=list, blank=True, editable=False)
    is_flat = models.BooleanField(default=False, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    published_at = models.DateTimeField(null=True, editable=False)
    i18n = TranslationField(fields=("caption", "alternative"))

    caption_i18n: str
    alternative_i18n: str

    internal = InternalManager()
    public = PublicManager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        constraints = (
            models.CheckConstraint(
                condition=Q(report__isnull=False, group__isnull=True) | Q(report__isnull=True, group__isnull=False),
                name="photo_is_of_a_report_or_of_a_group",
            ),
            models.UniqueConstraint(fields=("token",), condition=~Q(token=""), name="photo_token_is_unique"),
            models.CheckConstraint(
                condition=~Q(state="published") | (~Q(token="") & ~Q(alternative="") & Q(published_at__isnull=False)),
                name="photo_published_has_files_and_words",
            ),
        )

    def __str__(self) -> str:
        return self.caption or str(self.id)

    @property
    def is_pending(self) -> bool:
        """Whether it still waits for somebody to look at it."""
        return self.state in (PhotoState.UPLOADED, PhotoState.BLURRED)

    @property
    def is_published(self) -> bool:
        """Whether it is published itself (its report may not be)."""
        return self.state == PhotoState.PUBLISHED
