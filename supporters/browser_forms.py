"""The public forms of those who are told without an address: follow something here, see what is followed here."""

from typing import Any

from django import forms

from privacy.forms import PublicForm
from supporters.forms import SubscribeForm
from supporters.services.browsers import CONSENT, Held

#: Of an endpoint and of a key: more than any browser gives.
LONGEST = 1000


def _filled_by_script() -> forms.CharField:
    return forms.CharField(max_length=LONGEST, required=False, widget=forms.HiddenInput)


class BrowserForm(SubscribeForm):
    """What to follow; where this browser is told stands in fields that its script fills. The service judges."""

    form_id = "subscribe-browser"

    address = None  # type: ignore[assignment]
    endpoint, key, secret = _filled_by_script(), _filled_by_script(), _filled_by_script()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consent"].label = CONSENT

    @property
    def held(self) -> Held:
        """What the browser has shown."""
        return Held(*(self.cleaned_data[name] for name in ("endpoint", "key", "secret")))


class RenewedForm(forms.Form):
    """What a browser's own worker shows once its subscription was renewed: by what it was known, and how it is now.

    It was made by no page, and so bears no token of one; the old secret is proof enough.
    """

    old_endpoint, old_secret, endpoint, key, secret = (forms.CharField(max_length=LONGEST) for _number in range(5))

    @property
    def held(self) -> Held:
        """How it is now."""
        return Held(*(self.cleaned_data[name] for name in ("endpoint", "key", "secret")))


class OpenForm(PublicForm):
    """By what a browser shows that it is the one whose list it wants to see."""

    form_id = "open-browser"

    endpoint, secret = _filled_by_script(), _filled_by_script()
