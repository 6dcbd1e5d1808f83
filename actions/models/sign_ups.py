"""Who comes, what the organisers ask of them and what they answer: personal, no history, erased with the sign-up."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actions.choices import Audience, QuestionKind, SignUpState
from actions.models.actions import Action, Slot
from prisoners.models.base import Timestamped, with_history
from prisoners.querysets import InternalManager, PublicManager
from privacy.fields import EncryptedTextField
from supporters.models import Supporter


class SignUp(models.Model):
    """That a supporter comes to an action. Deleted after the retention time; only counts remain. No history.

    `waiting_number` is the place in the line and not a time: when people did what is not kept. `offered_until` is the
    instant (UTC) at which an offered place goes to the next in line.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="sign_ups")
    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="sign_ups")
    slot = models.ForeignKey(Slot, on_delete=models.SET_NULL, null=True, blank=True, related_name="sign_ups")
    guests = models.PositiveSmallIntegerField(_("guests"), default=0)
    name = EncryptedTextField(_("name or alias"), blank=True, default="")
    state = models.CharField(_("state"), max_length=12, choices=SignUpState, default=SignUpState.UNCONFIRMED)
    attended = models.BooleanField(_("came (empty: not recorded)"), null=True, blank=True)
    signed_up_on = models.DateField(_("since"), auto_now_add=True)
    unconfirmed_until = models.DateTimeField(null=True, blank=True, db_index=True)
    waiting_number = models.PositiveIntegerField(_("place in the line"), null=True, blank=True)
    offered_until = models.DateTimeField(_("place is kept until"), null=True, blank=True, db_index=True)
    is_muted = models.BooleanField(_("wants no mails about it"), default=False)
    told_revision = models.PositiveIntegerField(_("revision of the action that was told"), default=0)
    wants_alerts = models.BooleanField(_("asked to be written to besides"), default=False, db_default=False)

    objects = models.Manager()

    class Meta:
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")
        constraints = (
            models.UniqueConstraint(fields=("action", "supporter"), name="sign_up_once_an_action"),
            models.CheckConstraint(condition=Q(guests__lte=20), name="sign_up_guests_are_few"),
            models.CheckConstraint(
                condition=~Q(state=SignUpState.WAITING) | Q(waiting_number__isnull=False),
                name="sign_up_waits_in_a_line",
            ),
            models.CheckConstraint(
                condition=~Q(state=SignUpState.OFFERED) | Q(offered_until__isnull=False),
                name="sign_up_is_offered_for_a_time",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def called(self) -> str:
        """What the organisers may call the person: as said with this sign-up, else as said before."""
        return self.name or self.supporter.name


class WalkIns(models.Model):
    """How many came to an action without having signed up: a number, and nobody's name."""

    action = models.OneToOneField(Action, on_delete=models.CASCADE, primary_key=True, related_name="walk_ins")
    count = models.PositiveIntegerField(_("came without a sign-up"), default=0)

    objects = models.Manager()

    class Meta:
        verbose_name = _("walk-ins")
        verbose_name_plural = _("walk-ins")

    def __str__(self) -> str:
        return str(self.count)


class Message(models.Model):
    """What the organisers wrote to those who signed up: the words (sealed), by whom, to how many."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="messages")
    audience = models.CharField(_("to"), max_length=8, choices=Audience)
    slot = models.ForeignKey(Slot, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    text = EncryptedTextField(_("message"))
    recipients = models.PositiveIntegerField(_("to how many"), default=0)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return str(self.id)


@with_history
class Question(Timestamped):
    """What the organisers want to know of those who sign up; `options` are those of a choice, in their order."""

    natural_order: ClassVar[tuple[str, ...]] = ("position", "id")
    published_through: ClassVar[tuple[str, ...]] = ("action",)

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="questions")
    label = models.CharField(_("question"), max_length=200)
    kind = models.CharField(_("kind of answer"), max_length=8, choices=QuestionKind, default=QuestionKind.TEXT)
    options = ArrayField(models.CharField(max_length=120), verbose_name=_("to choose from"), default=list, blank=True)
    is_required = models.BooleanField(_("has to be answered"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    internal = InternalManager()
    public = PublicManager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = (
            models.CheckConstraint(
                condition=~Q(kind=QuestionKind.CHOICE) | Q(options__len__gte=2),
                name="question_of_choice_has_a_choice",
                violation_error_message=_("A choice needs at least two things to choose from."),
            ),
        )

    def __str__(self) -> str:
        return self.label


class Answer(models.Model):
    """What one person answered; sealed, and gone with the sign-up or the question."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sign_up = models.ForeignKey(SignUp, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    text = EncryptedTextField(_("answer"))

    objects = models.Manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = (models.UniqueConstraint(fields=("sign_up", "question"), name="answer_once_a_question"),)

    def __str__(self) -> str:
        return str(self.id)
