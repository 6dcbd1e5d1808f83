"""docker-compose.yml: no default secret, one definition of processes, everything watched and kept."""

import re
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from campaign.processes import PROCESSES

ROOT = Path(__file__).parent.parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
NGINX = (ROOT / "deploy" / "nginx.conf").read_text()
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text()
DEPLOY = (ROOT / "docs" / "deploy.md").read_text()
TABLE = [line for line in DEPLOY.splitlines() if line.startswith("| `")]
DOCUMENTED = set(re.findall(r"`([A-Z][A-Z_]+)`", "".join(line.split("|")[1] for line in TABLE)))
#: What the deployment reads from files of ours, and folders of the operator's.
MOUNTED = {"nginx.conf", "own-pages.conf", "postgres.sh"}
FOLDERS = {"./backups", "./settings"}
#: Read from the environment, and not for operators: where the programs listen, what trials and tests change.
OF_PROGRAMS = {
    *("BIND", "PORT", "EMBEDDED", "STATIC_ROOT", "STATEMENT_TIMEOUT_MS"),
    *("FORM_STEP_SECONDS", "FORM_TOKEN_MIN_SECONDS"),
}


def test_compose_starts_each_process_by_the_one_definition() -> None:
    assert {name for name in SERVICES if name in PROCESSES} == set(PROCESSES)
    for name in PROCESSES:
        assert SERVICES[name]["command"] == ["python", "manage.py", "process", name]


def test_compose_watches_every_service_that_stays_up() -> None:
    unwatched = {name for name, service in SERVICES.items() if "healthcheck" not in service}
    assert unwatched == {"migrate"}


def test_compose_has_no_default_for_a_secret_or_an_address() -> None:
    environment = SERVICES["web"]["environment"]
    required = {name for name, value in environment.items() if ":?" in (value or "")}
    from_files = {name for name, value in environment.items() if name.endswith("_FILE") and value}
    assert required == {"SITE_ORIGIN", "ALLOWED_HOSTS", "DEFAULT_FROM_EMAIL"}
    assert from_files == {"DATABASE_URL_FILE", "SECRET_KEY_FILE", "FIELD_KEYS_FILE", "EMAIL_URL_FILE"}
    assert {secret["file"].split("/")[1] for secret in COMPOSE["secrets"].values()} == {"secrets"}


def test_compose_mounts_only_what_is_declared() -> None:
    used = {volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}
    assert {name for name in used if not name.startswith("./")} == set(COMPOSE["volumes"])
    assert {name for name in used if name.startswith("./")} - FOLDERS == {f"./deploy/{name}" for name in MOUNTED}
    assert {path.name for path in (ROOT / "deploy").iterdir()} == MOUNTED | {"Dockerfile"}
    secrets = {secret for service in SERVICES.values() for secret in service.get("secrets", [])}
    assert secrets == set(COMPOSE["secrets"])


def test_compose_keeps_the_database_away_from_the_network() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["postgres"]["networks"] == SERVICES["redis"]["networks"] == ["inside"]


def test_compose_passes_on_every_setting_that_the_documents_name() -> None:
    environment = {name.removesuffix("_FILE") for name in SERVICES["worker"]["environment"]}
    words = re.findall(r"^ENV (.*)$", DOCKERFILE.replace("\\\n", " "), re.MULTILINE)[0]
    folders = {name for name in re.findall(r"(\w+)=", words) if name.endswith("_DIR")}
    assert DOCUMENTED - folders == environment


def test_every_setting_that_the_code_reads_stands_in_the_documents() -> None:
    code = "".join((ROOT / "campaign" / name).read_text() for name in ("settings.py", "processes.py"))
    read = set(re.findall(r"""\benv\.\w+\(\s*["']([A-Z_]+)""", code))
    assert (DOCUMENTED - read, read - DOCUMENTED) == (set(), OF_PROGRAMS)


def test_compose_gives_optional_settings_no_value_of_its_own() -> None:
    """An empty value would be one, and take the place of what the code has."""
    environment = SERVICES["worker"]["environment"]
    given = {name for name, value in environment.items() if value is not None and not name.endswith("_FILE")}
    assert given == {"SITE_ORIGIN", "ALLOWED_HOSTS", "DEFAULT_FROM_EMAIL", "REDIS_URL", "API_RATE"}


def test_backups_are_written_where_they_stay() -> None:
    """The rest of the container cannot be written to, and ends with it."""
    assert SERVICES["worker"]["read_only"] is True
    written = {volume.split(":")[1] for volume in SERVICES["worker"]["volumes"] if not volume.endswith(":ro")}
    named = set(re.findall(r"python manage\.py (?:backup|restore) (/\S+)/", DEPLOY))
    assert named and named <= written


def test_commands_are_run_where_there_is_a_way_out() -> None:
    texts = DEPLOY + "".join((ROOT / "docs" / f"{name}.md").read_text() for name in ("operators", "stewards"))
    services = set(re.findall(r"docker compose (?:exec|run) (?:-\S+ )*(\w+)(?= python)", texts))
    assert services == {"sender"}
    assert {name for name in PROCESSES if "outside" in SERVICES[name]["networks"]} == {"sender"}


def test_secrets_and_settings_stay_out_of_image_and_repository() -> None:
    for name in (".dockerignore", ".gitignore"):
        left_out = {line.strip("/") for line in (ROOT / name).read_text().split()}
        assert {".env", "secrets", "settings", "backups"} <= left_out


def test_the_database_is_asked_over_the_network_before_anything_needs_it() -> None:
    assert "--host=127.0.0.1" in SERVICES["postgres"]["healthcheck"]["test"]


def test_the_application_is_not_the_administrator_of_its_database() -> None:
    assert "POSTGRES_USER" not in SERVICES["postgres"]["environment"]
    assert "CREATE ROLE untilfree LOGIN PASSWORD" in (ROOT / "deploy" / "postgres.sh").read_text()


def test_every_folder_of_nginx_for_what_passes_through_is_memory() -> None:
    folders = re.findall(r"_temp_path (/var/lib/nginx)/", NGINX)
    assert len(folders) == 2
    assert [mount.split(":")[0] for mount in SERVICES["nginx"]["tmpfs"]] == ["/var/lib/nginx"]


def test_nginx_finds_a_container_that_was_made_anew() -> None:
    assert not re.search(r"^\s*upstream\s", NGINX, re.MULTILINE)
    assert "resolver 127.0.0.11" in NGINX
    assert set(re.findall(r"proxy_pass (\S+);", NGINX)) == {"$web"}


def test_nginx_knows_every_language_of_the_site() -> None:
    known = re.findall(r"\(\?<known>([a-z|]+)\)", NGINX)[0].split("|")
    assert known == ["en", "ru", "kk", *settings.BEGUN]


def test_browsers_are_told_the_same_of_https_by_nginx_and_by_the_application() -> None:
    said = re.findall(r"max-age=(\d+)", (ROOT / "deploy" / "own-pages.conf").read_text())
    assert f"SECURE_HSTS_SECONDS = {int(said[0]):_} if HTTPS" in (ROOT / "campaign" / "settings.py").read_text()


def test_nginx_writes_no_address_of_a_visitor() -> None:
    assert "error_log /dev/stderr crit;" in NGINX
    lines = [line.strip() for line in NGINX.splitlines() if "remote_addr" in line]
    assert {line.split()[0] for line in lines} == {"limit_req_zone", "POST"}
    assert "limit_req_log_level info;" in NGINX
    assert 'proxy_set_header X-Forwarded-For "";' in NGINX
