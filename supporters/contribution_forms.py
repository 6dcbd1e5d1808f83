"""The public forms by which readers hand something in, and answer a question about it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prisoners.models import Prisoner
from privacy.forms import PublicForm
from supporters.choices import ContributionKind
from supporters.services.contributions import LONGEST_LINE, LONGEST_SOURCE, LONGEST_TEXT, HandedIn

UNKNOWN_PRISONER = _("There is no such person in the public record.")


class ContributionForm(PublicForm):
    """A case, a correction, or «this is false»; the service judges what is missing."""

    form_id = "contribute"

    prisoner = forms.SlugField(required=False, max_length=120, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What is it about?"), choices=ContributionKind, widget=forms.RadioSelect)
    about = forms.CharField(
        label=_("Whom is it about?"),
        help_text=_("The name, in whatever script you know it, and the country."),
        max_length=LONGEST_LINE,
    )
    text = forms.CharField(
        label=_("What do you know?"),
        help_text=_(
            "What is wrong and what is right, or what happened, when and where. Leave out what could show who you are."
        ),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 7}),
    )
    source = forms.CharField(
        label=_("How do you know?"),
        help_text=_("A link helps most; or say which document, which witness, or that you saw it yourself."),
        max_length=LONGEST_SOURCE,
        widget=forms.Textarea({"rows": 3}),
    )
    contact = forms.CharField(
        label=_("How can we reach you?"),
        help_text=_(
            "Kept encrypted, seen by researchers alone, and erased thirty days after we have decided. "
            "To a mail address we send a link when we have a question."
        ),
        max_length=LONGEST_LINE,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slug = self.data.get("prisoner") if self.is_bound else self.initial.get("prisoner")
        self.person = Prisoner.public.filter(slug=str(slug or "").replace("\0", "")).first() if slug else None
        if self.person is not None:
            self._ask_about(self.person)

    def clean_prisoner(self) -> str:
        """Somebody of the public record, or nobody."""
        if self.cleaned_data["prisoner"] and self.person is None:
            self.add_error(None, UNKNOWN_PRISONER)
        return self.cleaned_data["prisoner"]

    def handed_in(self, language: str) -> HandedIn:
        """What was written, for the service."""
        names = ("kind", "text", "source", "contact")
        said = {name: self.cleaned_data[name] for name in names}
        about = self.cleaned_data.get("about", "")
        return HandedIn(**said, about=about, prisoner=self.person, language=language)

    def _ask_about(self, person: Prisoner) -> None:
        """Of somebody who is in the record, it is neither asked who it is nor said that they are missing."""
        del self.fields["about"]
        kinds = [one for one in ContributionKind.choices if one[0] != ContributionKind.CASE]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class AnswerForm(PublicForm):
    """The answer to a researcher's question; the receipt is the key to it."""

    form_id = "contribution-answer"

    words = forms.CharField(label=_("Your answer"), max_length=LONGEST_TEXT, widget=forms.Textarea({"rows": 5}))
