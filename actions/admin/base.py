"""What the pages of this floor share: their rules for publishing, rows that are only looked at, and sources."""

from types import ModuleType
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from actions import publication
from prisoners.admin import base, publishing


class PublishableAdmin(publishing.PublishableAdmin):
    """The desk's pages, with the rules of this floor for publishing."""

    publication: ClassVar[ModuleType] = publication

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Here a row is published by whom it belongs to: it is asked itself, and answers with a sentence."""
        return True

    has_withdraw_permission = has_publish_permission


class LookedAtInline(admin.TabularInline):
    """Rows that are shown here and written elsewhere, whatever a role may do."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Read only."""
        return False

    has_change_permission = has_delete_permission = has_add_permission


def sources(model: type[Model]) -> type[base.CitationInline]:
    """On what the row of a page rests, and where that stands in a source; `model` has these rows."""
    return type(f"{model.__name__}Inline", (base.CitationInline,), {"model": model})
