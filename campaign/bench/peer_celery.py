"""The Celery of that project, set up as its documentation has it for Django; django-post-office brings the task."""

from celery import Celery

app = Celery("peer")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
