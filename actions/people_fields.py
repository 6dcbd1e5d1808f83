"""Choosing for whom an action is: from a list while the record is small, by name or address once it is not."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet, Value
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.models import PersonName, Prisoner
from prisoners.search import fold
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
        found = _people_of(lines)
        if wrong := [line for line, people in found.items() if len(people) != 1]:
            raise ValidationError([format_lazy(NOT_ONE, line=line) for line in wrong])
        return Prisoner.public.filter(pk__in=set().union(*found.values()))


def choose_people(form: forms.BaseForm, name: str = "prisoners") -> None:
    """Have a form ask for people in the way that suits the size of the record."""
    rows = Prisoner.public.all()
    if rows.order_by()[: MOST_LISTED + 1].count() > MOST_LISTED:
        label = form.fields[name].label
        form.fields[name] = NamedPeopleField(rows, label=label, required=False, help_text=NAMES)
    form.fields[name].queryset = rows  # type: ignore[attr-defined]


def _people_of(lines: list[str]) -> dict[str, set[int]]:
    """Whom each line may mean: the slug in an address, or a name as the record or one of its spellings has it.

    One query for all lines, each part of it by an index: spellings are found folded, and compared as they are written.
    """
    slugs = {line: line.partition("?")[0].rstrip("/").rpartition("/")[2] for line in lines}
    folded = [form for line in lines if (form := fold(line)[:250])]
    addressed = Prisoner.public.filter(slug__in=slugs.values()).order_by().values_list("pk", "slug", Value(True))
    named = Prisoner.public.filter(name__in=lines).order_by().values_list("pk", "name", Value(False))
    spelt = PersonName.public.filter(folded__in=folded).order_by().values_list("prisoner", "text", Value(False))
    known: dict[tuple[str, bool], set[int]] = defaultdict(set)
    for person, text, is_slug in addressed.union(named, spelt):
        known[text if is_slug else text.casefold(), is_slug].add(person)
    return {line: known[slugs[line], True] | known[line.casefold(), False] for line in lines}
