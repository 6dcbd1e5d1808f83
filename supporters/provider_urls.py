"""The address that a provider calls, where one was named; where none was, there is none."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpResponseBase
from django.urls import URLPattern, path
from django.utils.module_loading import import_string

#: As django-anymail calls them.
CALLED = {
    "brevo": "Brevo",
    "mailersend": "MailerSend",
    "mailgun": "Mailgun",
    "mailjet": "Mailjet",
    "postmark": "Postmark",
    "sparkpost": "SparkPost",
}


def view_of(provider: str) -> Callable[..., HttpResponseBase]:
    """What takes the word of a provider: POST with our secret, else 400; no cookie, no log."""
    view: Callable[..., HttpResponseBase] = import_string(
        f"anymail.webhooks.{provider}.{CALLED[provider]}TrackingWebhookView"
    ).as_view()
    return view


urlpatterns: list[URLPattern] = [
    path(f"webhooks/mail/{one}/", view_of(one), name="mail-webhook") for one in (settings.BOUNCE_PROVIDER,) if one
]
