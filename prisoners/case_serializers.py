"""Prosecutions as the API writes them: charges, hearings, sanctions and custody, and whom they are of."""

from datetime import datetime
from typing import Protocol

from rest_framework import serializers

from prisoners.choices import OFFICIALS
from prisoners.models import Case, Charge, ChargeStep, Detention, Hearing, Involvement, Organisation, Prisoner, Sanction
from prisoners.officials import slug_of
from prisoners.serializer_base import (
    CitedSerializer,
    DisputedSerializer,
    PlaceSerializer,
    PublicSerializer,
)


class PersonSerializer(PublicSerializer):
    """A prisoner where another row names one."""

    class Meta:
        model = Prisoner
        fields = ("slug", "name")


class BodySerializer(PublicSerializer):
    """An organisation where another row names one."""

    class Meta:
        model = Organisation
        fields = ("slug", "name")


class InvolvementSerializer(CitedSerializer):
    """As what somebody, or a body, stood in an event or a case; `name` is how the source calls them.

    `official` is the slug of the official who is spelt so.
    """

    organisation = BodySerializer(read_only=True, allow_null=True)
    prisoner = PersonSerializer(read_only=True, allow_null=True)
    official = serializers.SerializerMethodField()

    class Meta:
        model = Involvement
        fields = ("role", "organisation", "prisoner", "name", "official", "note", "verified_on", "sources")

    def get_official(self, part: Involvement) -> str | None:
        """The slug of the official of that spelling in the record of officials."""
        return slug_of(part) if part.role in OFFICIALS else None


class ChargeStepSerializer(CitedSerializer):
    """Since when a charge stood where."""

    class Meta:
        model = ChargeStep
        fields = ("status", "since_on", "sources")


class ChargeSerializer(DisputedSerializer):
    """What one defendant is accused of; `status` is the last of `status_history`, where that is known."""

    prisoner = serializers.CharField(source="prisoner.slug", read_only=True)
    case = serializers.CharField(source="case.slug", read_only=True)
    status_history = ChargeStepSerializer(source="steps", many=True, read_only=True)

    class Meta:
        model = Charge
        fields = (
            "id",
            "case",
            "prisoner",
            "text",
            "articles",
            "brought_on",
            "status",
            "status_history",
            "amount",
            "currency",
            "verified_on",
            "sources",
            "also_reported",
        )


class JudgedSerializer(DisputedSerializer):
    """What a judge decided or heard; `judge` is the name in the source, `official` the slug of who is spelt so."""

    official = serializers.SerializerMethodField()

    def get_official(self, row: Hearing | Sanction) -> str | None:
        """The slug of the judge of that spelling in the record of officials."""
        return slug_of(row)


class HearingSerializer(JudgedSerializer):
    """A sitting of a court: the local date, hour and zone, and the instant where the hour is known."""

    case = serializers.CharField(source="case.slug", read_only=True)
    place = PlaceSerializer(read_only=True)
    time_zone = serializers.CharField(source="place.time_zone", read_only=True)
    starts_at = serializers.SerializerMethodField()
    next_hearing = serializers.IntegerField(source="next_hearing.id", read_only=True, allow_null=True)

    class Meta:
        model = Hearing
        fields = (
            "id",
            "case",
            "kind",
            "status",
            "court",
            "judge",
            "official",
            "place",
            "held_on",
            "local_time",
            "time_zone",
            "starts_at",
            "revision",
            "text",
            "outcome",
            "decision",
            "next_hearing",
            "is_public_admitted",
            "is_press_admitted",
            "is_defendant_present",
            "counsel",
            "verified_on",
            "sources",
            "also_reported",
        )

    def get_starts_at(self, hearing: Hearing) -> str | None:
        """The instant in UTC, RFC 3339; null when the hour is not known: a day is not a moment."""
        return instant(hearing)


class Timed(Protocol):
    """A hearing or an action: a row with a local hour, if known, and the instant derived from it."""

    starts_at: datetime | None

    @property
    def has_time(self) -> bool: ...


def instant(row: Timed) -> str | None:
    """When something with a local hour begins (UTC, RFC 3339), or None."""
    if not row.has_time or row.starts_at is None:
        return None
    return row.starts_at.isoformat().replace("+00:00", "Z")


class CaseSerializer(CitedSerializer):
    """One prosecution with its defendants, charges and hearings; `follows` is the slug of the case before it."""

    follows = serializers.CharField(source="follows.slug", read_only=True, allow_null=True)
    defendants = PersonSerializer(many=True, read_only=True)
    charges = ChargeSerializer(many=True, read_only=True)
    hearings = HearingSerializer(many=True, read_only=True)
    involved = InvolvementSerializer(source="involvements", many=True, read_only=True)

    class Meta:
        model = Case
        fields = (
            "slug",
            "title",
            "country",
            "number",
            "description",
            "opened_on",
            "follows",
            "defendants",
            "charges",
            "hearings",
            "involved",
            "verified_on",
            "sources",
        )


class SanctionSerializer(JudgedSerializer):
    """One thing that was imposed; `replaces`, `accompanies` and `added_to` name others by their id."""

    case = serializers.CharField(source="case.slug", read_only=True, allow_null=True)
    place = PlaceSerializer(read_only=True, allow_null=True)
    replaces = serializers.IntegerField(source="replaces.id", read_only=True, allow_null=True)
    accompanies = serializers.IntegerField(source="accompanies.id", read_only=True, allow_null=True)
    added_to = serializers.IntegerField(source="added_to.id", read_only=True, allow_null=True)

    class Meta:
        model = Sanction
        fields = (
            "id",
            "kind",
            "case",
            "imposed_on",
            "starts_on",
            "court",
            "judge",
            "official",
            "place",
            "years",
            "months",
            "days",
            "is_indefinite",
            "hours",
            "regime",
            "remand_counts_as",
            "suspended_for_months",
            "fine_amount",
            "fine_currency",
            "articles",
            "text",
            "replaces",
            "accompanies",
            "added_to",
            "ended_by",
            "ended_on",
            "verified_on",
            "sources",
            "also_reported",
        )


class DetentionSerializer(DisputedSerializer):
    """A stretch of custody; `sanction` names what was served by its id."""

    sanction = serializers.IntegerField(source="sanction.id", read_only=True, allow_null=True)
    place = PlaceSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Detention
        fields = (
            "id",
            "kind",
            "sanction",
            "place",
            "started_on",
            "ended_on",
            "ended_by",
            "confinement",
            "whereabouts",
            "text",
            "verified_on",
            "sources",
            "also_reported",
        )
