"""The log-in of both desks, which takes no more tries than a person needs."""

from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prisoners import log_in_tries

TOO_MANY = _("Too many tries. Please wait a quarter of an hour, then try again.")


class _Slowed:
    """Counts each try; above the limit, no password is looked at, the right one neither."""

    cleaned_data: dict[str, Any]

    def clean(self) -> dict[str, Any]:
        name = self.cleaned_data.get("username")
        if name and not log_in_tries.begin(name):
            raise ValidationError(TOO_MANY, code="too_many")
        cleaned = super().clean()  # type: ignore[misc]
        if name:
            log_in_tries.succeeded(name)
        return cleaned


class LogInForm(_Slowed, AuthenticationForm):
    """Of the organisers' desk."""


class DeskLogInForm(_Slowed, AdminAuthenticationForm):
    """Of the researchers' desk."""
