"""The app supporters."""

from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

#: The mails of this floor, its questions to the clock, its links. Changes are asked about before reminders, so that
#: whoever hears of a new date is not reminded of it in the same minute.
REGISTRATIONS = (
    "supporters.kind_names.register",
    "supporters.opt_in.register",
    "supporters.welcome.register",
    "supporters.unconfirmed.register",
    "supporters.first_push.register",
    "supporters.manage.register",
    "supporters.told.register",
    "supporters.contribution_views.register",
    "supporters.contribution_mails.register",
    "supporters.merged.register",
    "supporters.successions.register",
    "supporters.hearings.register",
    "supporters.hearings_ahead.register",
    "supporters.outcomes.register",
    "supporters.releases.register",
    "supporters.changes.register",
    "supporters.anniversaries.register",
    "supporters.marks.register",
    "supporters.digests.register",
    "supporters.services.restoring.register",
    "supporters.providers.register",
)


class SupportersConfig(AppConfig):
    """Registers the app with Django, and what this floor sends."""

    name = "supporters"
    verbose_name = _("Supporters")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Fill the registries; the models have to be loaded before."""
        for name in REGISTRATIONS:
            import_string(name)()
