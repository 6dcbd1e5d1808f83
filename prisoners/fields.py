"""The model field for partial dates: EDTF text in the database, `PartialDate` in Python."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core import checks
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from prisoners.date_forms import PartialDateFormField, PartialDateWidget
from prisoners.dates import BadDate, PartialDate, from_date, parse

TEXT_LENGTH = 40

if TYPE_CHECKING:
    TextField = models.CharField[PartialDate | date | str | None, PartialDate | None]
else:
    TextField = models.CharField


class ParsesOnAssigning(DeferredAttribute):
    """Turns what is assigned into a `PartialDate`, and keeps the two bounds beside it in step."""

    field: "PartialDateField"

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = self.field.to_partial(value)
        self.field.fill_bounds(instance)


class PartialDateField(TextField):
    """A date as exact as its source, stored as EDTF text; None is stored as "".

    Takes a `PartialDate`, a `date` or EDTF text, and raises BadDate on assigning anything else. `bounds`
    names two DateFields of the same model (null=True, editable=False, declared after this one) that hold the
    first and last possible day, for filtering and sorting; NULL means open. `save()` and `bulk_create()` fill
    them; whoever passes `update_fields`, or uses `bulk_update()`, has to name all three, and `update()` fills
    none.
    """

    descriptor_class = ParsesOnAssigning
    default_error_messages = {"null": _("This field cannot be blank.")}

    def __init__(self, *args: Any, bounds: tuple[str, str] | None = None, **kwargs: Any) -> None:
        self.bounds = tuple(bounds) if bounds else None
        kwargs.setdefault("max_length", TEXT_LENGTH)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if self.bounds:
            kwargs["bounds"] = self.bounds
        if kwargs.get("max_length") == TEXT_LENGTH:
            del kwargs["max_length"]
        return name, path, args, kwargs

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *self._check_bounds()]

    def to_partial(self, value: Any) -> Any:
        """A `PartialDate` or None from what may be assigned; database expressions pass. Raises BadDate."""
        if value is None or value == "":
            return None
        if isinstance(value, PartialDate) or hasattr(value, "resolve_expression"):
            return value
        return from_date(value) if isinstance(value, date) else parse(str(value))

    def to_python(self, value: Any) -> Any:
        try:
            return self.to_partial(value)
        except BadDate as error:
            raise ValidationError(error.reasons) from error

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> PartialDate | None:
        return parse(value) if value else None

    def get_prep_value(self, value: Any) -> Any:
        partial = self.to_partial(value)
        return partial if hasattr(partial, "resolve_expression") else str(partial or "")

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        self.fill_bounds(model_instance)
        return super().pre_save(model_instance, add)

    def fill_bounds(self, instance: models.Model) -> None:
        """Write the first and last possible day into the sibling fields, where this field has any."""
        value = instance.__dict__.get(self.attname)
        if self.bounds and not hasattr(value, "resolve_expression"):
            setattr(instance, self.bounds[0], value.earliest if value else None)
            setattr(instance, self.bounds[1], value.latest if value else None)

    def run_validators(self, value: Any) -> None:
        super().run_validators(str(value or ""))

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs: Any) -> Any:
        # The admin hands its one-line box to every CharField; this field brings the widget it needs.
        if not issubclass(_class_of(kwargs.get("widget", PartialDateWidget)), PartialDateWidget):
            del kwargs["widget"]
        # The form field has no length of its own, so CharField's additions are left out.
        return models.Field.formfield(self, **{"form_class": PartialDateFormField, **kwargs})

    def _check_bounds(self) -> list[checks.CheckMessage]:
        names = [field.name for field in self.model._meta.concrete_fields]
        if not self.bounds or all(one in names[names.index(self.name) :] for one in self.bounds):
            return []
        return [checks.Error("The bounds must be fields declared after this one.", obj=self, id="prisoners.E001")]


def _class_of(widget: Any) -> type:
    """Forms take widgets as objects and as classes."""
    return widget if isinstance(widget, type) else type(widget)
