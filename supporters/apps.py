"""The app supporters."""

from django.apps import AppConfig


class SupportersConfig(AppConfig):
    """Registers the app with Django."""

    name = "supporters"
    default_auto_field = "django.db.models.BigAutoField"
