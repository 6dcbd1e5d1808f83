"""Settings of a project that sends with django-post-office: its database beside ours, and the Redis of the bench.

As it comes: each batch a hundred mails, and a row in its log of how each ended, as each of ours has. Tuned: with those
of its options with which it is fastest, long batches, so that connections are kept and the queue is sorted seldom, and
a log of what fails alone, since each of its rows holds its state.
"""

from campaign.environment import env
from campaign.service_urls import broker

NAME = "bench_peer"

SECRET_KEY = "nothing is signed with it"  # noqa: S105
USE_TZ = True
DATABASES = {"default": {**env.dj_db_url("DATABASE_URL"), "NAME": NAME}}
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "post_office"]
TEMPLATES = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
    {
        "BACKEND": "post_office.template.backends.post_office.PostOfficeTemplates",
        "APP_DIRS": True,
        "DIRS": [],
        "OPTIONS": {"context_processors": []},
    },
]
EMAIL_BACKEND = "post_office.EmailBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", env.int("BENCH_PEER_PORT")
POST_OFFICE = {
    "BACKENDS": {"default": "django.core.mail.backends.smtp.EmailBackend"},
    "TEMPLATE_ENGINE": "post_office",
    "CELERY_ENABLED": env.bool("BENCH_PEER_CELERY"),
    **({"BATCH_SIZE": 1000, "LOG_LEVEL": 1} if env.bool("BENCH_PEER_TUNED") else {}),
}
CELERY_BROKER_URL = broker(env.str("REDIS_URL"))
