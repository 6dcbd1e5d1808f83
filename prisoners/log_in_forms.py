"""The log-in of both desks, which takes no more tries than a person needs, and the change of a password."""

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prisoners import log_in_tries
from prisoners.models import Staff

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


class PasswordForm(PasswordChangeForm):
    """One's own password, knowing the old one; what is asked of the new one stands in sentences, not in a list.

    The handle stands there for whoever keeps passwords for this person, and is not read.
    """

    handle = forms.CharField(
        label=_("Handle"), required=False, widget=forms.TextInput({"autocomplete": "username", "readonly": True})
    )
    field_order = ("handle", "old_password", "new_password1", "new_password2")

    def __init__(self, user: Staff, *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        self.fields["handle"].initial = user.handle
        self.fields["new_password1"].help_text = " ".join(password_validators_help_texts())
