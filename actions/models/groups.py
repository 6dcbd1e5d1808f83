"""Groups (local chapters), who works in them, how one is proposed, and the targets that actions address."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from actions.choices import GroupRole, MailState, TargetKind
from prisoners.fields import PartialDateField
from prisoners.models import Source
from prisoners.models.base import Keyed, Publishable, Timestamped, with_history
from privacy.fields import EncryptedTextField


@with_history
class Group(Publishable):
    """A local group; its organisers see its own people and nobody else's. Published: approved."""

    natural_order: ClassVar[tuple[str, ...]] = ("name",)

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=200)
    city = models.CharField(_("city"), max_length=120, blank=True)
    country = models.CharField(_("country (ISO 3166-1 alpha-2)"), max_length=2, blank=True)
    time_zone = models.CharField(_("time zone (IANA)"), max_length=64)
    description = models.TextField(_("who we are"), blank=True)
    i18n = TranslationField(fields=("name", "description"))

    name_i18n: str
    description_i18n: str

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")

    def __str__(self) -> str:
        return self.name


class Membership(Timestamped):
    """That a member of staff works in a group."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=12, choices=GroupRole, default=GroupRole.ORGANISER)

    objects = models.Manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = (models.UniqueConstraint(fields=("group", "member"), name="membership_once_a_group"),)

    def __str__(self) -> str:
        return f"{self.group_id}/{self.member_id}"


class GroupContact(models.Model):
    """Where answers to a group's messages go, and what its page shows if it wants that. No history."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, primary_key=True, related_name="contact")
    address = EncryptedTextField(_("e-mail address"))
    is_public = models.BooleanField(_("shown on the group's page"), default=False)

    objects = models.Manager()

    class Meta:
        verbose_name = _("contact of a group")
        verbose_name_plural = _("contacts of groups")

    def __str__(self) -> str:
        return str(self.group_id)


class GroupProposal(models.Model):
    """That somebody without an account proposed a group: how to reach them, until it is decided. No history."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="proposal")
    contact = EncryptedTextField(_("e-mail address"))
    proposed_on = models.DateField(_("proposed on"), auto_now_add=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("proposal of a group")
        verbose_name_plural = _("proposals of groups")

    def __str__(self) -> str:
        return str(self.group_id)


@with_history
class Target(Keyed, Publishable):
    """Whom an action addresses: mostly a mission of one state in another.

    An address is only as good as its source: `address_as_of` is the source's own date, `verified_on`
    the day on which somebody stood there or asked.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("name", "city")

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=TargetKind, default=TargetKind.EMBASSY)
    of_country = models.CharField(_("of (ISO 3166-1 alpha-2)"), max_length=2, blank=True)
    country = models.CharField(_("in (ISO 3166-1 alpha-2)"), max_length=2)
    city = models.CharField(_("city"), max_length=120)
    time_zone = models.CharField(_("time zone (IANA)"), max_length=64)
    address = models.CharField(_("street address"), max_length=300, blank=True)
    address_as_of = PartialDateField(_("address as of"), blank=True, bounds=("address_earliest", "address_latest"))
    address_earliest = models.DateField(null=True, blank=True, editable=False)
    address_latest = models.DateField(null=True, blank=True, editable=False)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    email = models.EmailField(_("public e-mail address"), blank=True)
    mail_state = models.CharField(_("mail to it"), max_length=8, choices=MailState, default=MailState.UNKNOWN)
    phone = models.CharField(_("public telephone"), max_length=60, blank=True)
    wikidata = models.CharField(_("Wikidata"), max_length=20, blank=True)
    note = models.TextField(_("note"), blank=True)
    sources = models.ManyToManyField(
        Source, through="actions.TargetSource", blank=True, related_name="targets", verbose_name=_("sources")
    )
    i18n = TranslationField(fields=("name", "city", "note"))

    name_i18n: str
    city_i18n: str
    note_i18n: str

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        constraints = (models.CheckConstraint(condition=~models.Q(time_zone=""), name="target_has_a_zone"),)

    def __str__(self) -> str:
        return self.name
