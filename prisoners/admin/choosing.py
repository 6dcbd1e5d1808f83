"""Choosing a row of another page: from a list that is searched as one types, or without scripts by typing its name."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

#: PostgreSQL has no text with it, so that no name has it.
NUL = "\x00"

NOT_ONE_ROW = _("There is none of that name, or there are several: type more of it, or the number of the row.")


class ChosenOrTyped(AutocompleteSelect):
    """A searched list and, where scripts are off, a box that takes the name or the number of the row.

    A browser with scripts never sees the box, since it stands in `<noscript>`.
    """

    def __init__(self, field: "ForeignKey[Any, Any]", site: AdminSite, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(field, site, **kwargs)
        self.request, self.site = request, site

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """The list, and the box for browsers without scripts; what named no row stays in the box."""
        typed = "" if value in (None, "") or self._is_number(value) else str(value)
        box = format_html(
            '<noscript><input type="text" name="{}" value="{}" aria-label="{}" placeholder="{}" size="40"></noscript>',
            name,
            typed,
            gettext("another one: its name or number"),
            gettext("another one: its name or number"),
        )
        return super().render(name, "" if typed else value, attrs, renderer) + box

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed, else what was chosen; a name that fits one row only becomes its number."""
        sent = data.getlist(name) if isinstance(data, MultiValueDict) else [data.get(name)]
        typed = [one for one in sent if one]
        return self._number_of(str(typed[-1])) if typed else super().value_from_datadict(data, files, name)

    def _number_of(self, typed: str) -> str:
        if self._is_number(typed) or NUL in typed:
            return typed
        page = self.site.get_model_admin(self.field.related_model)
        rows, _repeats = page.get_search_results(self.request, page.get_queryset(self.request), typed)
        found = list(rows.values_list("pk", flat=True).distinct()[:2])
        return str(found[0]) if len(found) == 1 else typed

    def _is_number(self, value: Any) -> bool:
        return may_be_key(self.field.related_model, value)


class ChosenMany(AutocompleteSelectMultiple):
    """A searched list of several rows; what can be the number of none is not looked for when the form is shown."""

    def optgroups(self, name: str, value: Any, attr: dict[str, Any] | None = None) -> Any:
        """The chosen rows as options."""
        keys = [one for one in value if may_be_key(self.field.related_model, one)]
        return super().optgroups(name, keys, attr)


def may_be_key(model: type[Model], value: Any) -> bool:
    """Whether a value that was sent can be the key of a row."""
    try:
        model._meta.pk.to_python(value)
    except ValidationError:
        return False
    return True
