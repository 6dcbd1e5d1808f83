"""Public forms without a cookie: a signed token, a field for robots, and a check of the origin."""

import os
import re
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.decorators import method_decorator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from privacy import keys
from privacy.addresses import BadAddress, validate_address
from privacy.pacing import in_step

LIFE_SECONDS = 12 * 60 * 60
TIME_BYTES = 4
RANDOM_BYTES = 8
SIGNATURE_BYTES = 16
CLOCK_SKEW_SECONDS = 60
#: As a page shows the token of a form.
SHOWN_TOKEN = re.compile(rb'(?<= name="form_token" value=)"[^"]*"')

EXPIRED = _("This form was open for too long. What you entered is still here: please send it again.")
TOO_FAST = _("That was very quick. Please look it over and send the form again.")
DAMAGED = _("This form did not come from our page. Please send it again.")
ROBOT = _("A field that people do not see was filled in. Please leave it empty and send the form again.")
FOREIGN = _("This form was sent from another site. Please open the page here and send it again.")


def make_form_token(form_id: str) -> str:
    """A token for one showing of a form: its time and a random part, signed together with the form's id."""
    body = int(time.time()).to_bytes(TIME_BYTES, "big") + os.urandom(RANDOM_BYTES)
    return urlsafe_b64encode(body + _signature(form_id, body)).decode()


def without_tokens(page: bytes) -> bytes:
    """A page as it is but for the tokens of its forms, in which two showings of it differ."""
    return SHOWN_TOKEN.sub(b"", page)


def form_token_fault(form_id: str, token: str) -> Promise | None:
    """Why a token is not accepted, as a sentence, or None when it is good.

    A token lives 12 hours, and must be older than the setting FORM_TOKEN_MIN_SECONDS.
    """
    made_at = _signed_time(form_id, token)
    if made_at is None:
        return DAMAGED
    age = time.time() - made_at
    if age > LIFE_SECONDS or age < -CLOCK_SKEW_SECONDS:
        return EXPIRED
    return TOO_FAST if age < settings.FORM_TOKEN_MIN_SECONDS else None


def same_origin(request: HttpRequest) -> bool:
    """Whether a browser says that a request comes from a page of ours, or was started by the person.

    `Sec-Fetch-Site` decides where a browser sends it (W3C Fetch Metadata), else `Origin` (RFC 6454). Something that
    sends neither is no browser, and so carries nobody else's authority. Nor does a form whose origin is "null": that
    is what browsers without Fetch Metadata (Safari before 16.4) say of our own pages, which ask for no referrer
    (Fetch, 3.2); there is no cookie to misuse here, and the token of the form or of the link is asked for besides.
    """
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin in (None, "null") or _host_of(str(origin)) == request.get_host()


def _host_of(origin: str) -> str:
    """The host and port of an origin; nothing for what is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def stateless_form_view(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view that takes a PublicForm: no CSRF cookie, but a POST from another site gets a 403.

    What is posted is answered in steps, so that the time tells nothing of an address.
    """
    paced = in_step(view)

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not same_origin(request):
            raise PermissionDenied(FOREIGN)
        return paced(request, *args, **kwargs) if request.method == "POST" else view(request, *args, **kwargs)

    return csrf_exempt(checked)


@method_decorator(stateless_form_view, name="dispatch")
class StatelessFormMixin(View):
    """`stateless_form_view` for class-based views; stands first among the bases."""


class FormTokenInput(forms.HiddenInput):
    """Shows a fresh token each time, so that a form that comes back with errors can be sent again."""

    form_id = ""

    def format_value(self, value: Any) -> str:
        """A new token, whatever was sent."""
        return make_form_token(self.form_id)


class PublicForm(forms.Form):
    """A form that anybody may send without a cookie. A subclass sets `form_id` to a name of its own.

    The field `homepage` is for robots; its template hides it, and its label asks to leave it empty.
    Stands first among the bases of a ModelForm.
    """

    form_id: ClassVar[str]

    form_token = forms.CharField(required=False, widget=FormTokenInput)
    homepage = forms.CharField(  # type: ignore[call-arg]  # the stubs lack template_name (Django 5.0)
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}),
        template_name="privacy/honeypot.html",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form_token"].widget.form_id = self.form_id

    def clean_form_token(self) -> str:
        """Refuses a token that is missing, forged, too old or too young."""
        token = self.cleaned_data["form_token"]
        if fault := form_token_fault(self.form_id, token):
            self.add_error(None, forms.ValidationError([fault], code="form_token"))
        return token

    def clean_address(self) -> str:
        """Says at its field why an address cannot be used, where a form asks for one; what is kept is the service's."""
        address = self.cleaned_data["address"]
        try:
            validate_address(address)
        except BadAddress as bad:
            raise forms.ValidationError(str(bad.sentence), code="address") from bad
        return address

    def clean_homepage(self) -> str:
        """Refuses whatever fills in what people do not see."""
        if self.cleaned_data["homepage"]:
            self.add_error(None, forms.ValidationError(ROBOT, code="robot"))
        return ""


def _signature(form_id: str, body: bytes) -> bytes:
    return keys.sign("form", _message(form_id, body))[:SIGNATURE_BYTES]


def _message(form_id: str, body: bytes) -> bytes:
    return form_id.encode() + b"\0" + body


def _signed_time(form_id: str, token: str) -> int | None:
    """The second since 1970 at which a token was made, or None when we did not make it for this form."""
    try:
        raw = urlsafe_b64decode(token.encode())
    except ValueError:
        return None
    body, signature = raw[:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:]
    is_ours = len(body) == TIME_BYTES + RANDOM_BYTES and keys.is_signed("form", _message(form_id, body), signature)
    return int.from_bytes(body[:TIME_BYTES], "big") if is_ours else None
