"""Errands: long files of which a worker says what they would do, which it writes, and takes back."""

from django.conf import settings
from django.db import models

from prisoners.choices import ErrandKind, ErrandState
from prisoners.models.imports import Batch


class Errand(models.Model):
    """What is to be done with one file that waits, or one import, and how far it has come.

    Nothing of the file stands here: what was chosen and what came of it lie sealed beside it
    (`prisoners.importing.waiting`). `asked_at` tells one asking from the next one of the same file.
    """

    upload = models.UUIDField(primary_key=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=ErrandKind.choices)
    state = models.CharField(max_length=10, choices=ErrandState.choices, default=ErrandState.ASKED)
    #: In which its sentences are said.
    language = models.CharField(max_length=12)
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    #: How often it was begun.
    tries = models.PositiveSmallIntegerField(default=0)
    #: One of those of `prisoners.importing.pace`, and how many of its rows are done.
    stage = models.CharField(max_length=12, blank=True)
    rows_done = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    #: What was written, or is to be taken back.
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")

    internal = models.Manager()

    class Meta:
        ordering = ("asked_at", "upload")
        constraints = [
            models.CheckConstraint(name="errand_kind_known", condition=models.Q(kind__in=ErrandKind.values)),
            models.CheckConstraint(name="errand_state_known", condition=models.Q(state__in=ErrandState.values)),
            models.CheckConstraint(
                name="errand_batch_written_or_taken_back",
                condition=models.Q(batch=None)
                | models.Q(kind=ErrandKind.WRITE, state=ErrandState.DONE)
                | models.Q(kind=ErrandKind.UNDO),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.upload}"
