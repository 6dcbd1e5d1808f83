"""How topics and subjects name a row within a statement: `hearing:5`."""

from typing import Any

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat


def named(kind: str, key: Any = "pk") -> Concat:
    """The name of a row of this kind, of the number in a column (or an OuterRef of one)."""
    return Concat(Value(f"{kind}:"), Cast(key, CharField()), output_field=CharField())
