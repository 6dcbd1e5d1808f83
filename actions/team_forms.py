"""The forms by which groups are proposed and decided, and people come to work in them; the services judge."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.choices import GroupRole
from actions.models import Group
from privacy.forms import PublicForm

LONGEST_NAME, LONGEST_CITY, LONGEST_TEXT, LONGEST_REASON = 200, 120, 4000, 1000


class InviteForm(forms.Form):
    """Whom to invite, and as what."""

    address = forms.EmailField(
        label=_("E-mail address of the person"),
        help_text=_("Only a fingerprint of it is kept. The invitation opens for this address alone."),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("What this person does"), choices=GroupRole, initial=GroupRole.HELPER)


class ContactForm(forms.Form):
    """Where one reaches a group."""

    address = forms.EmailField(
        label=_("E-mail address of the group"),
        help_text=_("Answers to your messages go there, and whoever gets a message can read it. It is kept encrypted."),
        max_length=254,
        required=False,
    )
    is_public = forms.BooleanField(label=_("Show it on the page of the group"), required=False)


class AcceptForm(PublicForm):
    """The account of somebody who was invited."""

    form_id = "invitation"

    address = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("The one to which you were invited. It is kept encrypted; colleagues see the handle only."),
        max_length=254,
    )
    handle = forms.CharField(
        label=_("Handle"),
        help_text=_("By this you log in and colleagues know you; it need not be your name."),
        max_length=60,
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least twelve characters; several words are easier to keep in mind."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )


class GroupFields(forms.Form):
    """What is asked of every new group."""

    name = forms.CharField(label=_("Name of the group"), max_length=LONGEST_NAME)
    city = forms.CharField(label=_("City"), max_length=LONGEST_CITY)
    country = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label=_("Country, in two letters"),
        help_text=_("Such as AT for Austria."),
        error_messages={"invalid": _("Please give the two letters of the country, such as AT.")},
    )
    time_zone = forms.CharField(
        label=_("Time zone"), help_text=_("That of the city, such as Europe/Vienna."), max_length=64
    )
    description = forms.CharField(
        label=_("Who you are and what you do"), max_length=LONGEST_TEXT, widget=forms.Textarea({"rows": 5})
    )

    def told(self) -> dict[str, Any]:
        """What was entered of the group itself."""
        return {name: self.cleaned_data[name] for name in GroupFields.base_fields}


class ProposeForm(PublicForm, GroupFields):
    """A group proposed by somebody without an account."""

    form_id = "propose-group"

    contact = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_(
            "Whoever approves the group sends an invitation to the organisers' desk to this address. "
            "It is kept encrypted until then."
        ),
        max_length=254,
    )


class GroupForm(forms.ModelForm):
    """What an organiser may change of the own group."""

    class Meta:
        model = Group
        fields = ("description",)
        widgets = {"description": forms.Textarea({"rows": 5})}


class DecideForm(forms.Form):
    """Whether a proposed group is shown; declining needs a reason."""

    reason = forms.CharField(
        label=_("Reason, if you decline"),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
