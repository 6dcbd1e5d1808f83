"""`manage.py probe NAME`, as the health checks of containers ask."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from campaign.management.commands import probe
from campaign.tasks import heartbeat
from supporters import tasks
from supporters.models import Tick

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("allowed", ["free.example", ".free.example", "*"])
def test_web_is_asked_by_the_name_of_the_site_whatever_else_is_allowed(
    live_server: LiveServer, settings: Settings, monkeypatch: pytest.MonkeyPatch, allowed: str
) -> None:
    settings.ALLOWED_HOSTS, settings.SITE_HOST = [allowed], "free.example"
    monkeypatch.setattr(probe, "WEB_PORT", urlsplit(live_server.url).port)
    call_command("probe", "web")


def test_web_that_refuses_its_own_name_or_does_not_answer_is_not_well(
    live_server: LiveServer, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ALLOWED_HOSTS, settings.SITE_HOST = ["other.example"], "free.example"
    monkeypatch.setattr(probe, "WEB_PORT", urlsplit(live_server.url).port)
    with pytest.raises(CommandError, match="answers 400"):
        call_command("probe", "web")
    monkeypatch.setattr(probe, "WEB_PORT", 1)
    with pytest.raises(CommandError, match="no answer"):
        call_command("probe", "web")


@pytest.mark.parametrize("name", ["worker", "clock"])
def test_worker_and_clock_are_well_while_the_clock_rings(name: str) -> None:
    with pytest.raises(CommandError, match="never rang"):
        call_command("probe", name)
    heartbeat()
    call_command("probe", name)


def test_sender_is_well_while_rounds_end() -> None:
    with pytest.raises(CommandError, match="nothing was ever sent"):
        call_command("probe", "sender")
    tasks.send_due()
    call_command("probe", "sender")
    Tick.objects.filter(name="send").update(ran_at=timezone.now() - timedelta(seconds=probe.SENDING_SECONDS + 60))
    with pytest.raises(CommandError, match="ended 66"):
        call_command("probe", "sender")
