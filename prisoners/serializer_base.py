"""How the API writes what all rows share: partial dates, choices, translated texts, sources, places."""

from typing import Any, TypedDict

from django.db import models
from drf_spectacular.utils import extend_schema_field, inline_serializer
from modeltrans.fields import TranslationField
from rest_framework import serializers

from prisoners.choices import Connection, Material, Reliability
from prisoners.dates import PartialDate
from prisoners.fields import PartialDateField
from prisoners.models import Citation, Place, Variant


class DateText(TypedDict):
    """A date as exact as its source."""

    edtf: str
    earliest: str | None
    latest: str | None


@extend_schema_field(
    inline_serializer(
        "PartialDate",
        {
            "edtf": serializers.CharField(help_text="EDTF level 2 (ISO 8601-2), as exact as the source"),
            "earliest": serializers.DateField(allow_null=True, help_text="first possible day, local; null: open"),
            "latest": serializers.DateField(allow_null=True, help_text="last possible day, local; null: open"),
        },
        allow_null=True,
        read_only=True,
    )
)
class PartialDateJSON(serializers.Field):
    """A partial date with its first and last possible day; null where the record has none."""

    def to_representation(self, value: PartialDate) -> DateText:
        return {
            "edtf": str(value),
            "earliest": value.earliest.isoformat() if value.earliest else None,
            "latest": value.latest.isoformat() if value.latest else None,
        }


@extend_schema_field({"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$", "description": "ISO 8601, without a zone"})
class WallTimeJSON(serializers.TimeField):
    """What the wall clock shows there; JSON Schema's `time` asks for an offset (RFC 3339), which this has not."""


class Term(TypedDict):
    """A word of a closed list, for machines and for people."""

    value: str
    label: str


@extend_schema_field(
    inline_serializer(
        "Term",
        {
            "value": serializers.CharField(help_text="the word that does not change"),
            "label": serializers.CharField(help_text="the same in the language of the answer"),
        },
        read_only=True,
    )
)
class TermField(serializers.Field):
    """One of the choices of a model field."""

    def __init__(self, choices: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.labels = dict(choices)

    def to_representation(self, value: str) -> Term:
        return {"value": value, "label": str(self.labels.get(value, value))}


class PublicSerializer(serializers.ModelSerializer[Any]):
    """A row for reading. Each field is named in Meta; translated ones are in the language of the answer."""

    def build_standard_field(self, field_name: str, model_field: models.Field) -> Any:
        if isinstance(model_field, PartialDateField):
            return PartialDateJSON, {"read_only": True, "allow_null": True}
        if model_field.choices:
            return TermField, {"read_only": True, "choices": model_field.flatchoices}
        if field_name in _translated(model_field):
            return serializers.CharField, {"source": f"{field_name}_i18n", "read_only": True}
        if isinstance(model_field, models.URLField | models.EmailField):
            # The empty text stands for "none", and is neither a URI nor an address.
            return serializers.CharField, {"read_only": True}
        if isinstance(model_field, models.TimeField):
            return WallTimeJSON, {"read_only": True, "allow_null": model_field.null}
        return super().build_standard_field(field_name, model_field)

    def get_extra_kwargs(self) -> dict[str, Any]:
        return {name: {**kwargs, "read_only": True} for name, kwargs in self._all_extra_kwargs().items()}

    def _all_extra_kwargs(self) -> dict[str, Any]:
        given = super().get_extra_kwargs()
        return {name: given.get(name, {}) for name in self.Meta.fields}


def _translated(model_field: models.Field) -> tuple[str, ...]:
    """The names of the model's fields that have texts in several languages."""
    fields = getattr(model_field, "model", None)
    found = [one for one in fields._meta.get_fields() if isinstance(one, TranslationField)] if fields else []
    return tuple(found[0].fields) if found else ()


class PlaceSerializer(PublicSerializer):
    """A place and the zone in which its clocks run."""

    located_in = serializers.CharField(source="located_in.name_i18n", read_only=True, allow_null=True)

    class Meta:
        model = Place
        fields = ("name", "kind", "country", "region", "located_in", "time_zone", "latitude", "longitude")


class CitationSerializer(PublicSerializer):
    """The source on which a fact rests."""

    key = serializers.CharField(source="source.key", read_only=True)
    title = serializers.CharField(source="source.title", read_only=True)
    url = serializers.CharField(source="source.url", read_only=True)
    archived_url = serializers.CharField(source="source.archived_url", read_only=True)
    publisher = serializers.CharField(source="source.publisher", read_only=True)
    author = serializers.CharField(source="source.author", read_only=True)
    published_on = PartialDateJSON(source="source.published_on", read_only=True, allow_null=True)
    accessed_on = serializers.DateField(source="source.accessed_on", read_only=True, allow_null=True)
    language = serializers.CharField(source="source.language", read_only=True)
    material = TermField(source="source.material", choices=Material.choices, read_only=True)
    reliability = TermField(source="source.reliability", choices=Reliability.choices, read_only=True)
    connection = TermField(source="source.connection", choices=Connection.choices, read_only=True)

    class Meta:
        model = Citation
        fields = (
            "key",
            "title",
            "url",
            "archived_url",
            "publisher",
            "author",
            "published_on",
            "accessed_on",
            "language",
            "material",
            "reliability",
            "connection",
            "locator",
        )


class CitedSerializer(PublicSerializer):
    """A fact with its sources."""

    sources = CitationSerializer(source="citations", many=True, read_only=True)


class VariantSerializer(CitedSerializer):
    """The same fact as another source reports it."""

    class Meta:
        model = Variant
        fields = ("reported_on", "text", "sources")


class DisputedSerializer(CitedSerializer):
    """A fact with its sources and what others report of it."""

    also_reported = VariantSerializer(source="variants", many=True, read_only=True)
