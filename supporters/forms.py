"""The public forms of this floor: follow something, ask for the link, change what is followed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from privacy.forms import PublicForm
from supporters import topics, zones
from supporters.choices import AlertGroup, Rate
from supporters.models import Subscription, Supporter
from supporters.services.subscriptions import CONSENT, LONGEST_NOTE, MOST_TOPICS

ADDRESS_LENGTH = 300
#: Has `zone.js` fill in the zone of the browser.
OWN_ZONE = "data-own-zone"
#: So many prisoners are listed to choose from; of more, those whom a search has found.
MOST_OFFERED = 100


class FindForm(forms.Form):
    """A name to look for among those who can be followed."""

    name = forms.CharField(
        label=_("A name, in any spelling"), max_length=200, required=False, widget=forms.TextInput({"type": "search"})
    )
    topic = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)


class SubscribeForm(PublicForm):
    """An address and what to follow. The service judges both."""

    form_id = "subscribe"

    address = forms.CharField(
        label=_("E-mail address"),
        help_text=_("We send one mail to it, with a link that confirms."),
        max_length=ADDRESS_LENGTH,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    topics = forms.MultipleChoiceField(label=_("What do you want to follow?"), widget=forms.CheckboxSelectMultiple)
    also = forms.ChoiceField(label=_("A city, for new actions near it"), required=False)
    consent = forms.BooleanField(label=CONSENT)
    time_zone = forms.ChoiceField(
        label=_("Where are you?"),
        help_text=_("So that a day to remember reaches you at nine in the morning."),
        required=False,
        choices=zones.choices,
    )

    rate = forms.ChoiceField(
        label=_("How often?"),
        help_text=_("What cannot wait, such as a court date of tomorrow, always comes at once."),
        required=False,
        choices=[one for one in Rate.choices if one[0] != Rate.OFF],
    )

    def __init__(self, *args: Any, found: Sequence[str] = (), **kwargs: Any) -> None:
        """`found` are topics that a search has found, and that are offered besides."""
        super().__init__(*args, **kwargs)
        asked = self["topics"].value() or []
        self.fields["also"].choices = [("", "—"), *topics.long_lists()]  # type: ignore[attr-defined]
        self.fields["topics"].required = not self.data.get("also")
        # What was chosen is not chosen otherwise.
        self.fields["time_zone"].widget.attrs.update({} if self.is_bound else {OWN_ZONE: _older_names()})
        self.fields["topics"].choices = topics.offered([*asked[:MOST_TOPICS], *found], most=MOST_OFFERED)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What was chosen from the long list is followed too; one of both is enough."""
        data = super().clean() or self.cleaned_data
        data["topics"] = [one for one in (*data.get("topics", []), data.get("also", "")) if one]
        return data

    def clean_rate(self) -> str:
        """Nothing chosen is at once."""
        return self.cleaned_data["rate"] or Rate.AT_ONCE

    def clean_time_zone(self) -> str:
        """Nothing chosen is UTC."""
        return self.cleaned_data["time_zone"] or "UTC"


def _older_names() -> str:
    """For a script: what some browsers call zones that are offered under another name."""
    names = sorted(zones.older_names().items())
    return " ".join(f"{older}={zone}" for older, zone in names if older.partition("/")[0] in zones.PARTS)


class SubscribeHereForm(PublicForm):
    """The same in one step, on the page of what is followed; only shown, what is posted is a `SubscribeForm`."""

    form_id = SubscribeForm.form_id

    topics = forms.CharField(widget=forms.HiddenInput)
    address = forms.CharField(
        label=_("E-mail address"), max_length=ADDRESS_LENGTH, widget=forms.EmailInput({"autocomplete": "email"})
    )
    consent = forms.BooleanField(label=CONSENT)
    time_zone = forms.CharField(widget=forms.HiddenInput({OWN_ZONE: ""}))

    @classmethod
    def to(cls, topic: str) -> "SubscribeHereForm":
        """The form for one topic; its ids are its own, since it stands on pages with other forms."""
        return cls(initial={"topics": topic}, auto_id="here-%s")


class AddressForm(PublicForm):
    """An address to which the link is sent, if it follows anything."""

    form_id = "ask-to-manage"

    address = forms.CharField(
        label=_("E-mail address"),
        max_length=ADDRESS_LENGTH,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )


class SettingsForm(forms.Form):
    """How somebody wants to be written to; the mailed link is the key to it."""

    language = forms.ChoiceField(label=_("Language of the mails"), choices=lambda: settings.LANGUAGES)
    time_zone = forms.ChoiceField(label=_("Where are you?"), choices=zones.choices)
    told_at_hour = forms.TypedChoiceField(
        label=_("At what hour?"),
        help_text=_("Of digests and days to remember; the hour is that of where you are."),
        choices=[(hour, f"{hour:02}:00") for hour in range(24)],
        coerce=int,
    )
    is_discreet = forms.BooleanField(
        label=_("Neutral subjects"),
        help_text=_("The subject of a mail names nobody, so that it tells nothing to someone who looks on."),
        required=False,
    )

    def __init__(self, *args: Any, zone: str = zones.UTC, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zones.choices_with(zone)  # type: ignore[attr-defined]

    @classmethod
    def of(cls, supporter: Supporter) -> "SettingsForm":
        """Filled in with how it is now."""
        names = ("language", "time_zone", "told_at_hour", "is_discreet")
        return cls(initial={name: getattr(supporter, name) for name in names}, zone=supporter.time_zone)


class PreferenceForm(forms.Form):
    """What somebody wants to hear of one thing that they follow, and why they follow it."""

    topic = forms.CharField(max_length=60, widget=forms.HiddenInput)
    wanted = forms.MultipleChoiceField(
        label=_("Tell me of"), choices=AlertGroup.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    rate = forms.ChoiceField(label=_("How often?"), choices=Rate.choices)
    note = forms.CharField(
        label=_("Why I follow this"),
        help_text=_("For yourself alone; it is kept encrypted."),
        max_length=LONGEST_NOTE,
        required=False,
    )

    @classmethod
    def of(cls, row: Subscription) -> "PreferenceForm":
        """Filled in with how it is now."""
        wanted = [group for group in AlertGroup.values if group not in row.muted]
        initial = {"topic": row.topic, "wanted": wanted, "rate": row.rate, "note": row.note or ""}
        return cls(initial=initial, auto_id=f"{row.pk}-%s")
