"""docker-compose.yml: no default secret, one definition of processes, everything watched and kept."""

from pathlib import Path
from typing import Any

import yaml

from campaign.processes import PROCESSES

ROOT = Path(__file__).parent.parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]


def test_compose_starts_each_process_by_the_one_definition() -> None:
    assert {name for name in SERVICES if name in PROCESSES} == set(PROCESSES)
    for name in PROCESSES:
        assert SERVICES[name]["command"] == ["python", "manage.py", "process", name]


def test_compose_watches_every_service_that_stays_up() -> None:
    unwatched = {name for name, service in SERVICES.items() if "healthcheck" not in service}
    assert unwatched == {"migrate"}


def test_compose_has_no_default_for_a_secret_or_an_address() -> None:
    environment = SERVICES["web"]["environment"]
    required = {name for name, value in environment.items() if ":?" in value}
    from_files = {name for name in environment if name.endswith("_FILE")}
    assert required == {"SITE_ORIGIN", "ALLOWED_HOSTS", "DEFAULT_FROM_EMAIL"}
    assert from_files == {"DATABASE_URL_FILE", "SECRET_KEY_FILE", "FIELD_KEYS_FILE", "EMAIL_URL_FILE"}
    assert {secret["file"].split("/")[1] for secret in COMPOSE["secrets"].values()} == {"secrets"}


def test_compose_mounts_only_what_is_declared() -> None:
    used = {volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}
    assert used - {"./deploy/nginx.conf"} == set(COMPOSE["volumes"])
    secrets = {secret for service in SERVICES.values() for secret in service.get("secrets", [])}
    assert secrets == set(COMPOSE["secrets"])


def test_compose_keeps_the_database_away_from_the_network() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["postgres"]["networks"] == SERVICES["redis"]["networks"] == ["inside"]


def test_nginx_writes_no_address_of_a_visitor() -> None:
    config = (ROOT / "deploy" / "nginx.conf").read_text()
    assert "error_log /dev/stderr crit;" in config
    assert "remote_addr" not in config
    assert 'proxy_set_header X-Forwarded-For "";' in config
