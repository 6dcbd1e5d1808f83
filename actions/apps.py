"""The app actions."""

from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

#: What this floor tells the one below: its mails, its questions to the clock, its links.
REGISTRATIONS = (
    "actions.kind_names.register",
    "actions.notifications.register_kinds",
    "actions.reminders.register_planners",
    "actions.dispatching.register_dispatches",
    "actions.links.register_links",
    "actions.sign_up_codes.register",
    "actions.signature_mails.register",
    "actions.unconfirmed.register_reminders",
    "actions.manage.register",
    "actions.onward.register",
    "actions.merged.register",
    "actions.topics.register",
    "actions.announcements.register",
    "actions.actions_ahead.register",
    "actions.thanks.register",
    "actions.appeal_news.register",
    "actions.appeal_closing.register",
    "actions.touched_plans.register",
    "actions.reports_wanted.register",
    "actions.services.restoring.register",
    "actions.services.taking_along.register",
    "actions.finding.register",
    "actions.views.invitations.register",
)


class ActionsConfig(AppConfig):
    """Registers the app with Django, and its kinds of mail, planners and links with `supporters`."""

    name = "actions"
    verbose_name = _("Actions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell `supporters` what this floor adds; the models have to be loaded before."""
        for name in REGISTRATIONS:
            import_string(name)()
