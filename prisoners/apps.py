"""The app prisoners."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

from prisoners.naming import name_relations


class PrisonersConfig(AppConfig):
    """Registers the app with Django."""

    name = "prisoners"
    verbose_name = _("Prisoners")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What all apps share: a column that leads to another table is called as that table calls its rows."""
        name_relations(apps.get_models(include_auto_created=True))
