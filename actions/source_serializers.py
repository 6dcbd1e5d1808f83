"""On what rows of this floor rest, as the API writes it."""

from typing import Any

from rest_framework import serializers

from prisoners.models import Source
from prisoners.serializer_base import PublicSerializer


class SourceSerializer(PublicSerializer):
    """Where a row comes from."""

    class Meta:
        model = Source
        fields: tuple[str, ...] = (
            "key",
            "title",
            "url",
            "archived_url",
            "publisher",
            "author",
            "published_on",
            "language",
        )


class CitedSourceSerializer(SourceSerializer):
    """Where a row comes from, and where in it that stands: a page, a paragraph, a minute."""

    locator = serializers.CharField(read_only=True)

    class Meta(SourceSerializer.Meta):
        fields = (*SourceSerializer.Meta.fields, "locator")

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """The source itself, with the place that was cited in it."""
        source = instance.source
        source.locator = instance.locator
        return super().to_representation(source)


class SourcedSerializer(PublicSerializer):
    """A row with its sources."""

    sources = CitedSourceSerializer(source="cited", many=True, read_only=True)
