"""The desk of those who write: Django's admin under its own name, with what is to be done on its first page."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.worklists import more_worklists, worklists


class Desk(AdminSite):
    """The researchers' desk."""

    site_title = _("Until Free: the desk")
    site_header = _("Until Free: the desk")
    index_title = _("What is kept here")
    index_template = "admin/prisoners/front.html"

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The first page, with the lists of what is to be done for those who may do it."""
        lists = worklists(timezone.now()) if request.user.has_perm("prisoners.change_prisoner") else []
        lists = [*more_worklists(request.user.has_perm), *lists]
        return super().index(request, {**(extra_context or {}), "worklists": lists})
