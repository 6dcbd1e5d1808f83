"""The app prisoners."""

from django.apps import AppConfig


class PrisonersConfig(AppConfig):
    """Registers the app with Django."""

    name = "prisoners"
    default_auto_field = "django.db.models.BigAutoField"
