"""What a visitor does about alerts, and where the links of their mails and pages lead."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from privacy.forms import make_form_token
from privacy.links import make_link_token
from supporters import outbox, reminders
from supporters.links import follows_url
from supporters.models import Supporter
from tests.supporters.sink import Sink

PAGE = "/en/alerts/"
LINK = re.compile(r"https?://\S+/(?:l|unsubscribe)/\S+")


def ask(client: Client, address: str = "anna@example.org", **fields: object) -> HttpResponse:
    data = {"address": address, "topics": ["all"], "consent": "on", "form_token": make_form_token("subscribe")}
    return client.post(PAGE, {**data, **fields})


def links(sink: Sink) -> list[str]:
    return [urlsplit(link).path for link in LINK.findall(sink.text())]


def manage_path(anna: Supporter) -> str:
    return f"/l/{make_link_token('manage', str(anna.pk), None)}/"


def follows_path(anna: Supporter) -> str:
    return follows_url(str(anna.pk)).removeprefix(settings.SITE_ORIGIN)


def tick_and_send() -> None:
    reminders.run_planners(timezone.now())
    outbox.deliver()
