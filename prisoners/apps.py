"""The app prisoners."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrisonersConfig(AppConfig):
    """Registers the app with Django."""

    name = "prisoners"
    verbose_name = _("Prisoners")
    default_auto_field = "django.db.models.BigAutoField"
