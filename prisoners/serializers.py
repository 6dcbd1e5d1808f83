"""The record as the API writes it; every field is named, nothing is sent because a model has it."""

from datetime import datetime
from typing import Any, Protocol

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from prisoners.chain import ChainState, RunningBan
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    Detention,
    Disagreement,
    Event,
    Figure,
    Hearing,
    PersonName,
    Prisoner,
    Sanction,
    Statement,
    StatusReport,
)
from prisoners.serializer_base import (
    CitationSerializer,
    CitedSerializer,
    DisputedSerializer,
    PartialDateJSON,
    PlaceSerializer,
    PublicSerializer,
    TermField,
)
from prisoners.standing import Standing


class PersonSerializer(PublicSerializer):
    """A prisoner where another row names one."""

    class Meta:
        model = Prisoner
        fields = ("slug", "name")


class NameSerializer(CitedSerializer):
    """One spelling of a name."""

    class Meta:
        model = PersonName
        fields = ("text", "script", "language", "part", "note", "sources")


class RoleSerializer(DisputedSerializer):
    """What the person was."""

    organisation = serializers.CharField(source="organisation.name_i18n", read_only=True, allow_null=True)

    class Meta:
        model = Affiliation
        fields = ("role", "organisation", "held_on", "verified_on", "sources", "also_reported")


class ChargeSerializer(DisputedSerializer):
    """What one defendant is accused of."""

    prisoner = serializers.CharField(source="prisoner.slug", read_only=True)
    case = serializers.CharField(source="case.slug", read_only=True)

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
            "amount",
            "currency",
            "verified_on",
            "sources",
            "also_reported",
        )


class HearingSerializer(DisputedSerializer):
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
            "place",
            "held_on",
            "local_time",
            "time_zone",
            "starts_at",
            "revision",
            "text",
            "outcome",
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
            "verified_on",
            "sources",
        )


class SanctionSerializer(DisputedSerializer):
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
            "text",
            "verified_on",
            "sources",
            "also_reported",
        )


class FigureSerializer(CitedSerializer):
    """A quantity as somebody claimed it; never merged, never summed."""

    class Meta:
        model = Figure
        fields = (
            "about",
            "low",
            "high",
            "is_lower_bound",
            "text",
            "counted_by_kind",
            "counted_by",
            "claimed_on",
            "verified_on",
            "sources",
        )


class DisagreementSerializer(PublicSerializer):
    """A point on which sources differ."""

    class Meta:
        model = Disagreement
        fields = ("text",)


class EventSerializer(DisputedSerializer):
    """Something that happened."""

    place = PlaceSerializer(read_only=True, allow_null=True)
    prisoners = PersonSerializer(many=True, read_only=True)
    figures = FigureSerializer(many=True, read_only=True)
    disagreements = DisagreementSerializer(many=True, read_only=True)

    class Meta:
        model = Event
        fields = (
            "id",
            "kind",
            "title",
            "text",
            "happened_on",
            "local_time",
            "place",
            "country",
            "prisoners",
            "figures",
            "disagreements",
            "is_commemorated",
            "is_planned",
            "verified_on",
            "sources",
            "also_reported",
        )


class StatementSerializer(CitedSerializer):
    """Who said what, with what stance."""

    organisation = serializers.CharField(source="organisation.name_i18n", read_only=True, allow_null=True)
    prisoners = PersonSerializer(many=True, read_only=True)

    class Meta:
        model = Statement
        fields = (
            "speaker",
            "organisation",
            "said_on",
            "text",
            "quote",
            "quote_language",
            "stance",
            "prisoners",
            "verified_on",
            "sources",
        )


class StatusReportSerializer(CitedSerializer):
    """How a source described the situation on a day."""

    class Meta:
        model = StatusReport
        fields = ("text", "reported_on", "note", "verified_on", "sources")


class BanSerializer(serializers.Serializer[RunningBan]):
    """A ban that runs, or may run."""

    sanction = serializers.IntegerField(source="sanction.id", read_only=True)
    ends_low = serializers.DateField(read_only=True, allow_null=True)
    ends_high = serializers.DateField(read_only=True, allow_null=True)
    is_certain = serializers.BooleanField(read_only=True)


class ChainSerializer(serializers.Serializer[ChainState]):
    """Where a prisoner stands on `as_of`, computed from the public record, with the reasons as sentences.

    Days are civil days, low and high where the sources leave them open; null for high means not known.
    """

    as_of = serializers.DateField(read_only=True)
    status = TermField(choices=Standing.choices, read_only=True)
    is_held = serializers.BooleanField(read_only=True, allow_null=True)
    since = PartialDateJSON(read_only=True, allow_null=True)
    days_held_low = serializers.IntegerField(read_only=True)
    days_held_high = serializers.IntegerField(read_only=True, allow_null=True)
    episode_days_low = serializers.IntegerField(read_only=True, allow_null=True)
    episode_days_high = serializers.IntegerField(read_only=True, allow_null=True)
    current_sanction = serializers.IntegerField(source="current_sanction.id", read_only=True, allow_null=True)
    projected_release_low = serializers.DateField(read_only=True, allow_null=True)
    projected_release_high = serializers.DateField(read_only=True, allow_null=True)
    share_served = serializers.IntegerField(read_only=True, allow_null=True, help_text="whole per cent of the term")
    bans = BanSerializer(many=True, read_only=True)
    basis = serializers.ListField(child=serializers.CharField(), read_only=True)
    days_left_low = serializers.IntegerField(source="days_left.low", read_only=True, allow_null=True, default=None)
    days_left_high = serializers.IntegerField(source="days_left.high", read_only=True, allow_null=True, default=None)
    half_term_low = serializers.DateField(source="half_term.earliest", read_only=True, allow_null=True, default=None)
    half_term_high = serializers.DateField(source="half_term.latest", read_only=True, allow_null=True, default=None)
    last_reported_on = serializers.DateField(read_only=True, allow_null=True)


class PrisonerInBriefSerializer(PublicSerializer):
    """A prisoner in a list; the context holds the chains of the page by primary key."""

    chain = serializers.SerializerMethodField()
    names = NameSerializer(many=True, read_only=True)
    roles = RoleSerializer(source="affiliations", many=True, read_only=True)

    class Meta:
        model = Prisoner
        fields: tuple[str, ...] = (
            "slug",
            "name",
            "country",
            "gender",
            "summary",
            "born_on",
            "is_unnamed",
            "can_be_written_to",
            "verified_on",
            "chain",
            "names",
            "roles",
        )

    @extend_schema_field(ChainSerializer)
    def get_chain(self, prisoner: Prisoner) -> Any:
        """Where the prisoner stands on the day."""
        return ChainSerializer(self.context["chains"][prisoner.pk]).data


class PrisonerSerializer(PrisonerInBriefSerializer):
    """A prisoner with everything public about them."""

    cases = CaseSerializer(many=True, read_only=True)
    sanctions = SanctionSerializer(many=True, read_only=True)
    detentions = DetentionSerializer(many=True, read_only=True)
    events = EventSerializer(many=True, read_only=True)
    statements = StatementSerializer(many=True, read_only=True)
    status_reports = StatusReportSerializer(many=True, read_only=True)
    disagreements = DisagreementSerializer(many=True, read_only=True)
    sources = CitationSerializer(source="citations", many=True, read_only=True)

    class Meta(PrisonerInBriefSerializer.Meta):
        fields = (
            *PrisonerInBriefSerializer.Meta.fields,
            "cases",
            "sanctions",
            "detentions",
            "events",
            "statements",
            "status_reports",
            "disagreements",
            "sources",
        )
