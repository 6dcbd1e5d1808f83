"""The form by which anybody signs up for an action, and the one that chooses a city."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.models import Action, SignUp, Slot
from actions.services.sign_up import CONSENT, MOST_GUESTS
from privacy.forms import PublicForm


class SignUpForm(PublicForm):
    """What one is asked: an address, and otherwise as little as possible. The service judges the address."""

    form_id = "sign-up"

    address = forms.CharField(
        label=_("E-mail address"),
        help_text=_("Only for the confirmation and for news about this action."),
        max_length=300,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    name = forms.CharField(
        label=_("Name or alias"),
        help_text=_("What the organisers may call you. It need not be your real name."),
        required=False,
        max_length=60,
    )
    slot: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("What would you do?"), queryset=Slot.public.none(), required=False
    )
    guests = forms.IntegerField(
        label=_("People you bring along"), min_value=0, max_value=MOST_GUESTS, required=False, initial=0
    )
    consent = forms.BooleanField(label=CONSENT)

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slots = Slot.public.filter(action=action)
        if slots:
            self.fields["slot"].queryset = slots  # type: ignore[attr-defined]
        else:
            del self.fields["slot"]

    def clean_guests(self) -> int:
        """Nothing entered is nobody brought."""
        return self.cleaned_data["guests"] or 0


class ChangeSignUpForm(forms.Form):
    """What somebody may change of their own sign-up; the link in the mail says whose it is."""

    slot: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("What would you do?"), queryset=Slot.public.none(), required=False
    )
    guests = forms.IntegerField(
        label=_("People you bring along"), min_value=0, max_value=MOST_GUESTS, required=False, initial=0
    )

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slots = Slot.public.filter(action=action)
        if slots:
            self.fields["slot"].queryset = slots  # type: ignore[attr-defined]
        else:
            del self.fields["slot"]

    @classmethod
    def of(cls, row: SignUp) -> "ChangeSignUpForm":
        """The form as the sign-up stands."""
        return cls(action=row.action, initial={"slot": row.slot_id, "guests": row.guests})

    def clean_guests(self) -> int:
        """Nothing entered is nobody brought."""
        return self.cleaned_data["guests"] or 0


class CityForm(forms.Form):
    """Which city's actions to show."""

    city = forms.ChoiceField(label=_("City"), required=False)

    def __init__(self, *args: Any, cities: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["city"].choices = [("", _("All cities")), *((city, city) for city in cities)]  # type: ignore[attr-defined]
