"""Staff: those who may write. Their addresses are encrypted like everybody's."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from privacy.fields import EncryptedTextField, LookupField


class StaffManager(BaseUserManager["Staff"]):
    """Finds staff for logging in; accounts are made by a service."""

    def get_by_natural_key(self, username: str | None) -> "Staff":
        """The account with that handle (the name that is shown to colleagues)."""
        return self.get(handle=username)


class Staff(AbstractBaseUser, PermissionsMixin):
    """A person who works on the record, on actions or on data protection.

    The handle is what colleagues and the history see; the address is only for logging in and for mail.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    handle = models.CharField(_("handle"), max_length=60, unique=True)
    email = EncryptedTextField(_("e-mail address"))
    email_lookup = LookupField(unique=True, editable=False)
    roles = ArrayField(
        models.CharField(max_length=20, choices=StaffRole), verbose_name=_("roles"), default=list, blank=True
    )
    language = models.CharField(_("language"), max_length=12, default="en")
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("may enter the researchers' desk"), default=False)

    objects = StaffManager()

    USERNAME_FIELD = "handle"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("member of staff")
        verbose_name_plural = _("staff")

    def __str__(self) -> str:
        return self.handle

    def has_role(self, *roles: str) -> bool:
        """Whether this active account holds one of the roles."""
        return self.is_active and (self.is_superuser or bool(set(roles) & set(self.roles)))
