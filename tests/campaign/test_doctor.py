"""`manage.py doctor` on a well installation and on one with each thing amiss."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import override_settings
from django.utils import timezone
from pytest_django import Settings

from campaign.tasks import heartbeat
from supporters.models import Tick
from supporters.outbox import PAUSED_UNTIL
from supporters.services import outboxes, restoring
from tests.actions.rows import make_staff, make_supporter

pytestmark = pytest.mark.usefixtures("installed_just_now")

NOBODY = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"},
}


def lines() -> list[str]:
    """What the doctor says, whether or not all is well."""
    out = StringIO()
    try:
        call_command("doctor", stdout=out)
    except CommandError as error:
        return [*out.getvalue().splitlines(), str(error)]
    return out.getvalue().splitlines()


def test_doctor_finds_nothing_on_a_well_installation() -> None:
    heartbeat()
    looks = ("settings", "keys", "database", "redis", "clock and worker", "tasks", "tombstones", "held mail", "outbox")
    assert lines() == [f"{name}: well" for name in looks]


def test_doctor_names_a_silent_clock() -> None:
    cache.clear()
    assert lines()[-1] == "Not well: clock and worker."


@override_settings(CACHES=NOBODY)
def test_doctor_names_a_missing_redis_and_what_hangs_on_it() -> None:
    assert "redis: no answer" in lines()
    assert lines()[-1] == "Not well: redis, clock and worker."


def test_doctor_names_a_malformed_key() -> None:
    heartbeat()
    with override_settings(FIELD_KEYS=["short"]):
        assert lines()[-1] == "Not well: keys."


OTHER, THIRD = (urlsafe_b64encode(bytes([number]) * 32).decode() for number in (1, 2))


@pytest.mark.parametrize("make", [make_supporter, lambda: make_staff("anna", "publisher")])
def test_doctor_says_when_the_founding_key_is_gone(make: Callable[[], object], settings: Settings) -> None:
    """A new key in front, everything sealed anew, and the old one taken out, as one might think it is done."""
    heartbeat()
    make()
    founding = settings.FIELD_KEYS[-1]
    settings.FIELD_KEYS = [OTHER, founding]
    call_command("rotate_keys", stdout=StringIO())
    assert "keys: well" in lines()
    settings.FIELD_KEYS = [OTHER]
    assert lines()[-1] == "Not well: keys."
    assert "put it back at the end" in next(line for line in lines() if line.startswith("keys: "))
    with pytest.raises(CommandError, match="founding key"):
        call_command("rotate_keys", stdout=StringIO())
    settings.FIELD_KEYS = [OTHER, founding]
    assert "keys: well" in lines()


def test_doctor_says_when_the_order_of_the_keys_was_turned_round(settings: Settings) -> None:
    heartbeat()
    make_supporter()
    settings.FIELD_KEYS = [settings.FIELD_KEYS[-1], THIRD]
    assert lines()[-1] == "Not well: keys."


def test_doctor_names_a_migration_that_was_not_applied() -> None:
    heartbeat()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    assert "database: 1 migrations are not applied: call migrate" in lines()


def test_doctor_names_held_mail_and_a_folder_that_takes_no_tombstones(tmp_path: Path) -> None:
    heartbeat()
    restoring.hold()
    (tmp_path / "file").write_text("")
    with override_settings(TOMBSTONE_DIR=tmp_path / "file"):
        assert lines()[-1] == "Not well: tombstones, held mail."


def test_doctor_says_when_nothing_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    heartbeat()
    until = timezone.now() + timedelta(hours=1)
    Tick.objects.create(name=PAUSED_UNTIL, ran_at=until)
    assert f"outbox: the mail server refuses us: nothing is sent until {until.isoformat()}" in lines()
    Tick.objects.all().delete()
    due, stale = timezone.now() - timedelta(days=2), timezone.now() + timedelta(days=2)
    outboxes.owe(make_supporter(), "release", "prisoner:1", "x", due_at=due, stale_at=stale)
    assert lines()[-1] == "Not well: outbox."
    assert "manage.py outbox" in lines()[-2]


def test_doctor_names_a_task_that_fails_each_time_and_one_that_never_ran() -> None:
    heartbeat()
    Tick.objects.create(name="plan", ran_at=timezone.now() - timedelta(hours=1))
    MigrationRecorder.Migration.objects.update(applied=timezone.now() - timedelta(days=1))
    Tick.objects.create(name="send", ran_at=timezone.now())
    [line] = [line for line in lines() if line.startswith("tasks: ")]
    assert "plan 3600 seconds ago, purge 86400 seconds ago" in line
