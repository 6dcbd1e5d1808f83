"""The forms by which a colleague hands over a spreadsheet, and says how it is to be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from prisoners.importing.countries import country_of_file
from prisoners.importing.encodings import ENCODINGS
from prisoners.importing.outlines import HOLD, LIKELY, NEW, SAME, SKIP, Options
from prisoners.importing.refusals import FileRefused
from prisoners.importing.targets import IGNORE, OPTIONS, targets
from prisoners.models import Staff

#: The names of the boxes: a heading, what is said of its values, a row and who that is.
MAP, HOW, ROW = "map:", "how:", "row:"
WORDS_OF_LIKELY = {
    HOLD: _("hold back until I say who they are"),
    NEW: _("enter as somebody else"),
    SAME: _("take for the same person"),
    SKIP: _("leave out"),
}
WORDS_OF_READING = {
    "": _("as they are"),
    "dmy": _("the day comes first"),
    "mdy": _("the month comes first"),
    "dmy,20xx": _("the day comes first, years of the 2000s"),
    "dmy,19xx": _("the day comes first, years of the 1900s"),
    "mdy,20xx": _("the month comes first, years of the 2000s"),
    "mdy,19xx": _("the month comes first, years of the 1900s"),
    "years": _("numbers are years"),
    "months": _("numbers are months"),
    "days": _("numbers are days"),
}


class UploadForm(forms.Form):
    """A spreadsheet."""

    file = forms.FileField(
        label=_("Spreadsheet"),
        help_text=_(
            "CSV, XLSX or an export in JSON, at most 10 MB and 20,000 rows: one person a row, headings above. Dates "
            "such as “April 2022” and lengths such as “14y” are understood. Nothing is written before you confirm."
        ),
        widget=forms.FileInput({"accept": ".csv,.tsv,.txt,.xlsx,.json"}),
        allow_empty_file=True,
    )


class WholeFileForm(forms.Form):
    """What holds for all rows of a file."""

    country = forms.CharField(
        label=_("Country of rows that name none (such as KZ)"),
        required=False,
        max_length=100,
    )
    zone = forms.CharField(
        label=_("Time zone of places that the record does not know (such as Asia/Almaty)"),
        required=False,
        max_length=64,
    )
    encoding = forms.ChoiceField(
        label=_("Encoding of a text (where letters are wrong, choose another)"),
        choices=[("", _("guessed from the letters")), *ENCODINGS.items()],
        required=False,
    )
    likely = forms.ChoiceField(
        label=_("People who are likely in the record already, or stand in the file twice"),
        choices=list(WORDS_OF_LIKELY.items()),
        required=False,
    )
    skip_refused = forms.BooleanField(label=_("Leave out the rows that are refused"), required=False)

    def clean_country(self) -> str:
        """Its code, also of a name."""
        try:
            return country_of_file(self.cleaned_data["country"])
        except FileRefused as refused:
            raise forms.ValidationError([str(reason) for reason in refused.reasons]) from refused


@dataclass(frozen=True)
class Choices:
    """How a colleague wants a file to be read."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    options: Options = field(default_factory=Options)
    skip_refused: bool = False
    encoding: str = ""


def chosen_in(sent: QueryDict) -> dict[str, str]:
    """What of a form says how a file is to be read."""
    boxes = (MAP, HOW, ROW)
    return {
        name: str(said) for name, said in sent.items() if name.startswith(boxes) or name in WholeFileForm.base_fields
    }


def choices_of(sent: Mapping[str, str], form: WholeFileForm, by: Staff) -> Choices:
    """What a form says; faults of the form leave their box empty."""
    data = form.cleaned_data if form.is_valid() else {}
    likely = data.get("likely") or HOLD
    options = Options(
        country=str(data.get("country") or ""),
        zone=str(data.get("zone") or ""),
        likely=likely if likely in LIKELY else HOLD,
        decisions={row: said for row, said in _named(sent, ROW) if said},
        may_change_public=by.has_role(StaffRole.PUBLISHER),
    )
    how = dict(_named(sent, HOW))
    mapping = {heading: _written(name, how.get(heading, "")) for heading, name in _named(sent, MAP)}
    return Choices(mapping, options, bool(data.get("skip_refused")), str(data.get("encoding") or ""))


def columns_to_choose() -> list[tuple[str, str]]:
    """Everything that a column can mean: name and words; leaving it out comes first."""
    known = targets()
    rest = sorted(((name, one.label) for name, one in known.items() if name != IGNORE), key=lambda pair: pair[1])
    return [(IGNORE, known[IGNORE].label), *[(name, f"{label} ({name})") for name, label in rest]]


def _written(name: str, how: str) -> str:
    """A mapping as the command line writes it; only what is known is said of values."""
    said = [one for one in how.split(",") if one in OPTIONS]
    return f"{name}:{','.join(said)}" if said else name


def _named(sent: Mapping[str, str], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in sent.items():
        if name.startswith(prefix):
            yield name.removeprefix(prefix), str(value)
