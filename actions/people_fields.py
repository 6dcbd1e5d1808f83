"""Choosing for whom an action is: from a list while the record is small, by name or address once it is not."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners import public_rows
from prisoners.models import Prisoner
from privacy.text import clean_line

#: A list of more people than this is not read on a phone; that of a large record would be megabytes.
MOST_LISTED = 200
#: So many lines are read of one form.
MOST_NAMED = 100

NAMES = _("One a line: a name as the record has it, or the address of the page.")
NOT_ONE = _("“{line}” is the name of nobody whose page is public, or of several: please give the address of the page.")
TOO_MANY = _("Please name at most {most} people.")


class NamedPeopleField(forms.ModelMultipleChoiceField):
    """Prisoners with a public page, one a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """Who is chosen, by the last part of the address; what was typed stays as it was."""
        if isinstance(value, str) or not isinstance(value, Iterable):
            return value
        keys = [getattr(one, "pk", one) for one in value]
        return "\n".join(Prisoner.public.filter(pk__in=keys).values_list("slug", flat=True))

    def clean(self, value: Any) -> QuerySet[Prisoner]:
        """The people of these lines. Raises ValidationError naming each line that is not one of them."""
        lines = list(dict.fromkeys(filter(None, map(clean_line, str(value or "").splitlines()))))
        if len(lines) > MOST_NAMED:
            raise ValidationError(format_lazy(TOO_MANY, most=MOST_NAMED))
        found = {line: _people_of(line) for line in lines}
        if wrong := [line for line, people in found.items() if len(people) != 1]:
            raise ValidationError([format_lazy(NOT_ONE, line=line) for line in wrong])
        return Prisoner.public.filter(pk__in=[people[0] for people in found.values()])


def choose_people(form: forms.BaseForm, name: str = "prisoners") -> None:
    """Have a form ask for people in the way that suits the size of the record."""
    rows = Prisoner.public.all()
    if rows.order_by()[: MOST_LISTED + 1].count() > MOST_LISTED:
        label = form.fields[name].label
        form.fields[name] = NamedPeopleField(rows, label=label, required=False, help_text=NAMES)
    form.fields[name].queryset = rows  # type: ignore[attr-defined]


def _people_of(line: str) -> list[int]:
    """Whom a line may mean: the slug in an address, or a name in any spelling of the record."""
    slug = line.partition("?")[0].rstrip("/").rpartition("/")[2]
    spelt = public_rows.names().filter(text__iexact=line).order_by()
    asked = Q(slug=slug) | Q(name__iexact=line) | Q(pk__in=spelt.values("prisoner"))
    return list(Prisoner.public.filter(asked).order_by("pk").values_list("pk", flat=True)[:2])
