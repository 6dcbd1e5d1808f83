"""The app campaign, and which files of the libraries are served."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.contrib.staticfiles.apps import StaticFilesConfig

from campaign import checks


class CampaignConfig(AppConfig):
    """Registers the wiring with Django."""

    name = "campaign"

    def ready(self) -> None:
        """Have our system checks run."""
        checks.register_all()


class ServedFiles(StaticFilesConfig):
    """Static files without what no page of ours loads: a second API viewer and the source maps of the first."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "redoc", "swagger-ui*.js.map"]


class DeskConfig(admin_apps.AdminConfig):
    """Django's admin as the desk of this site."""

    default = False
    default_site = "prisoners.desk.Desk"
