"""The desk's forms for dispatches; the services judge what is entered."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import DispatchKind
from actions.dispatch_words import LONGEST_SUBJECT, LONGEST_TEXT, language_name
from actions.models import Appeal, Group
from supporters.forms import MOST_OFFERED
from supporters.topics import are_many, offered, prisoners_like

NO_READERS = _("Please choose for whom it is, or give the name of a prisoner.")
SEVERAL = _("Several go by such a name. They stand in this list now: please choose.")
NOBODY = _("Nobody in the record goes by such a name.")


#: So many of one name are offered to choose from.
MOST_FOUND = 20


class AudienceForm(forms.Form):
    """What it is, and for whom. Where there are too many prisoners for a list, one is found by a name."""

    kind = forms.ChoiceField(label=_("Kind of dispatch"), choices=DispatchKind)
    audience = forms.ChoiceField(
        label=_("For those who follow"), help_text=_("Those who follow everything get it too.")
    )

    name = forms.CharField(
        label=_("Or one prisoner, by a name"),
        help_text=_("In any spelling. If several go by it, you choose among them in the next step."),
        max_length=200,
        required=False,
    )
    appeal = forms.ModelChoiceField(
        label=_("Appeal that it calls for"), queryset=Appeal.internal.none(), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = self["audience"].value()
        self._offer([asked] if asked else [])
        if are_many(MOST_OFFERED):
            self.fields["audience"].required = False
        else:
            del self.fields["name"]
        appeals = Appeal.public.filter(closes_at__gt=timezone.now())
        self.fields["appeal"].queryset = appeals  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever is the only one of a name is chosen by it; of several, each stands in the list then."""
        data = super().clean() or self.cleaned_data
        name = data.pop("name", "")
        if not data.get("audience") and not self.errors.keys() & {"audience", "name"}:
            found = prisoners_like(name, MOST_FOUND)
            if len(found) == 1:
                data["audience"] = found[0]
            else:
                self._offer(found)
                self.add_error("audience", SEVERAL if found else NOBODY if name.strip() else NO_READERS)
        return data

    def _offer(self, also: Sequence[str]) -> None:
        choices = [("", "---------"), *offered(also, most=MOST_OFFERED)]
        self.fields["audience"].choices = choices  # type: ignore[attr-defined]


class TextForm(forms.Form):
    """The words in one language."""

    # No max_length and no strip of our own: the service says what is wrong, with every reason at once.
    subject = forms.CharField(
        label=_("Subject"),
        strip=False,
        widget=forms.TextInput({"maxlength": LONGEST_SUBJECT}),
        help_text=_("On a locked screen it is seen only by readers who have turned neutral subjects off."),
    )
    text = forms.CharField(
        label=_("Text"),
        strip=False,
        widget=forms.Textarea({"rows": 14, "maxlength": LONGEST_TEXT}),
        help_text=_("Paragraphs are divided by an empty line. {link} stands for the address of its page."),
    )


class NewDispatchForm(AudienceForm, TextForm):
    """A new dispatch in the language it is written in."""

    language = forms.ChoiceField(label=_("Language you write in"))
    group = forms.ModelChoiceField(label=_("Group"), queryset=Group.internal.none(), required=False)
    field_order = ("group", "kind", "audience", "name", "appeal", "language", "subject", "text")

    def __init__(self, *args: Any, groups: QuerySet[Group], may_do_without: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group = self.fields["group"]
        group.queryset, group.required = groups, not may_do_without  # type: ignore[attr-defined]
        if not may_do_without:
            group.empty_label = None  # type: ignore[attr-defined]
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (code, language_name(code)) for code, _name in settings.LANGUAGES
        ]
