"""The app actions."""

from django.apps import AppConfig


class ActionsConfig(AppConfig):
    """Registers the app with Django."""

    name = "actions"
    default_auto_field = "django.db.models.BigAutoField"
