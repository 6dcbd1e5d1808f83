"""How the services of this floor say no."""

from collections.abc import Sequence

from django.apps import apps
from django.db import DatabaseError
from django.db.models import BaseConstraint
from django.utils.translation import gettext_lazy as _

from prisoners.refusals import Refusal, Sentence

CANNOT_BE_HELD = _("The record cannot hold it as it is: it breaks a rule that the database keeps.")


class RecordRefused(Refusal):
    """A fact cannot be written as asked; nothing was changed."""


def refuse_if(reasons: Sequence[Sentence]) -> None:
    """Raise RecordRefused with all the reasons, if there are any."""
    if reasons:
        raise RecordRefused(reasons)


def words_of(error: DatabaseError) -> Sentence:
    """Why the database refuses a row, in our words: those of its rule where it has some, never the database's own."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    rules = (one for model in apps.get_models() for one in model._meta.constraints if one.name == name)
    said = next((one.violation_error_message for one in rules), CANNOT_BE_HELD)
    return said if said and said != BaseConstraint.default_violation_error_message else CANNOT_BE_HELD
