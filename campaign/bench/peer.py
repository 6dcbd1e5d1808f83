"""What django-post-office does with the same work: `python -m campaign.bench.peer PORT COUNT`.

A project of its own on a database of its own: rows are made by `send_many`, then sent by the function that its Celery
task calls. The task itself, and the broker, are left out, in its favour.
"""

import json
import sys
import time
from importlib import import_module
from importlib.util import find_spec

import django
import psycopg2
from django.conf import settings
from django.core.management import call_command

from campaign.environment import env

REMEDY = "needs django-post-office: pip install --require-hashes -r requirements/bench.txt"
NAME = "bench_peer"
TEXT = "Dear {{ name }},\n\nThere is a court date.\n\n{{ padding }}\n\nTo get no more alerts:\n\n{{ link }}\n"
HTML = (
    "<p>Dear {{ name }},</p><p>There is a court date.</p><p>{{ padding }}</p><p><a href='{{ link }}'>{{ link }}</a></p>"
)
PADDING = "of words " * 350


def main(port: int, count: int) -> int:
    """Print messages a second and CPU (µs) a message as JSON."""
    if find_spec("post_office") is None:
        sys.stderr.write(f"{REMEDY}\n")
        return 1
    _configure(port)
    django.setup()
    call_command("migrate", verbosity=0)
    seconds, cpu = _seconds_for(count)
    sys.stdout.write(json.dumps({"messages_a_second": count / seconds, "cpu_a_message": cpu / count * 1e6}))
    return 0


def _seconds_for(count: int) -> tuple[float, float]:
    """By the clock and of CPU, to write the rows and to send them, as a caller and its task would."""
    mail, models = import_module("post_office.mail"), import_module("post_office.models")
    template = models.EmailTemplate.objects.create(name="alert", subject="A reminder", content=TEXT, html_content=HTML)
    cpu, began = time.process_time(), time.perf_counter()
    mail.send_many([_one(number, template) for number in range(count)])
    mail.send_queued_mail_until_done(processes=1)
    seconds, spent = time.perf_counter() - began, time.process_time() - cpu
    sent = models.Email.objects.filter(status=models.STATUS.sent).count()
    if sent != count:
        raise RuntimeError(f"{sent} of {count} were sent")
    return seconds, spent


def _one(number: int, template: object) -> dict[str, object]:
    link = f"https://example.org/unsubscribe/{number:040}/"
    return {
        "recipients": [f"person{number}@example.org"],
        "sender": "until-free@example.org",
        "template": template,
        "context": {"name": f"Person {number}", "link": link, "padding": PADDING},
        "headers": {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    }


def _configure(port: int) -> None:
    database = env.dj_db_url("DATABASE_URL")
    _create(database)
    plain = {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
    own = {"BACKEND": "post_office.template.backends.post_office.PostOfficeTemplates", "APP_DIRS": True}
    settings.configure(
        DATABASES={"default": {**database, "NAME": NAME}},
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "post_office"],
        EMAIL_BACKEND="post_office.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        SECRET_KEY="nothing is signed with it",  # noqa: S106
        USE_TZ=True,
        TEMPLATES=[plain, {**own, "DIRS": [], "OPTIONS": {"context_processors": []}}],
        POST_OFFICE={
            "BACKENDS": {"default": "django.core.mail.backends.smtp.EmailBackend"},
            "TEMPLATE_ENGINE": "post_office",
            "BATCH_SIZE": 500,
            "THREADS_PER_PROCESS": 4,
        },
    )


def _create(database: dict[str, str]) -> None:
    server = psycopg2.connect(host=database["HOST"], user=database["USER"], dbname=database["NAME"])
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {NAME}")
        cursor.execute(f"CREATE DATABASE {NAME}")
    server.close()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
