"""The form field in which a person enters a partial date."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prisoners.dates import BadDate, PartialDate, parse


class PartialDateFormField(forms.Field):
    """Takes the EDTF text of a partial date."""

    default_error_messages = {"invalid": _("Enter a date.")}

    def to_python(self, value: Any) -> PartialDate | None:
        if value in self.empty_values:
            return None
        try:
            return parse(str(value))
        except BadDate as error:
            raise ValidationError(error.reasons) from error
