"""The desk's forms for dispatches; the services judge what is entered."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import DispatchKind
from actions.dispatch_words import LONGEST_SUBJECT, LONGEST_TEXT, language_name
from actions.models import Appeal, Group
from supporters.topics import offered


class AudienceForm(forms.Form):
    """What it is, and for whom."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=DispatchKind)
    audience = forms.ChoiceField(
        label=_("For those who follow"), help_text=_("Those who follow everything get it too.")
    )

    appeal = forms.ModelChoiceField(
        label=_("Appeal that it calls for"), queryset=Appeal.internal.none(), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = [("", "---------"), *offered()]  # type: ignore[attr-defined]
        appeals = Appeal.public.filter(closes_at__gt=timezone.now())
        self.fields["appeal"].queryset = appeals  # type: ignore[attr-defined]


class TextForm(forms.Form):
    """The words in one language."""

    # No max_length and no strip of our own: the service says what is wrong, with every reason at once.
    subject = forms.CharField(
        label=_("Subject"),
        strip=False,
        widget=forms.TextInput({"maxlength": LONGEST_SUBJECT}),
        help_text=_("On a locked screen it is seen only by readers who asked for plain subjects."),
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
    field_order = ("group", "kind", "audience", "appeal", "language", "subject", "text")

    def __init__(self, *args: Any, groups: QuerySet[Group], may_do_without: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group = self.fields["group"]
        group.queryset, group.required = groups, not may_do_without  # type: ignore[attr-defined]
        if not may_do_without:
            group.empty_label = None  # type: ignore[attr-defined]
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (code, language_name(code)) for code, _name in settings.LANGUAGES
        ]
