"""The forms by which people and organisations sign an appeal. The services judge names and addresses."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.models import Appeal
from actions.services.signatures import CONSENT, LONGEST_NAME
from prisoners.numbers import locale
from privacy.forms import PublicForm
from supporters import topics
from supporters.services.subscriptions import CONSENT as ALERTS_CONSENT


def countries() -> list[tuple[str, str]]:
    """Every country by its name in the active language (Unicode CLDR), and the choice not to say."""
    named = {code: name for code, name in locale().territories.items() if len(code) == 2 and code not in ("EU", "ZZ")}
    return [("", str(_("I would rather not say"))), *sorted(named.items(), key=lambda pair: pair[1])]


class SignForm(PublicForm):
    """What a person is asked who signs: an address, and otherwise what they like."""

    form_id = "sign"

    address = forms.CharField(
        label=_("E-mail address"),
        help_text=_("Only to confirm that it is you. It is shown to nobody."),
        max_length=300,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    name = forms.CharField(
        label=_("Name"),
        help_text=_("Handed to the addressee. Without one you are counted all the same."),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "name"}),
        strip=False,
    )
    country = forms.ChoiceField(label=_("Country"), required=False)
    is_name_public = forms.BooleanField(label=_("Show my name on the page of the appeal."), required=False)
    wants_news = forms.BooleanField(help_text=ALERTS_CONSENT, required=False)
    consent = forms.BooleanField(label=CONSENT)

    def __init__(self, *args: Any, appeal: Appeal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = countries()  # type: ignore[attr-defined]
        followed = topics.titles_of([appeal.series]).get(appeal.series)
        if followed:
            self.fields["wants_news"].label = _("Write to me besides about: %(what)s") % {"what": followed}
        else:
            del self.fields["wants_news"]


class EndorseForm(PublicForm):
    """What is asked of an organisation: its name, and where its decision can be read. No person is named."""

    form_id = "endorse"

    name = forms.CharField(label=_("Name of the organisation"), max_length=200, strip=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    decision = forms.URLField(
        label=_("Where its decision can be read"),
        help_text=_("An address of a page. It helps those who look at it before it is shown."),
        max_length=500,
        required=False,
        assume_scheme="https",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = countries()  # type: ignore[attr-defined]
