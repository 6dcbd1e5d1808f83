"""The record as the API writes it; every field is named, nothing is sent because a model has it."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from prisoners.case_serializers import (
    CaseSerializer,
    DetentionSerializer,
    InvolvementSerializer,
    PersonSerializer,
    SanctionSerializer,
)
from prisoners.chain import ChainState, RunningBan
from prisoners.models import (
    Affiliation,
    Disagreement,
    Event,
    EventLink,
    Figure,
    Official,
    OfficialSpelling,
    PersonName,
    Prisoner,
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


class NameSerializer(CitedSerializer):
    """One spelling of a name."""

    class Meta:
        model = PersonName
        fields = ("text", "script", "language", "part", "note", "sources")


class OfficialSpellingSerializer(CitedSerializer):
    """One way in which sources write an official's name."""

    class Meta:
        model = OfficialSpelling
        fields = ("text", "sources")


class OfficialSerializer(CitedSerializer):
    """A judge, prosecutor, investigator or another official whom facts name in one of the spellings.

    Those in whose cases this one was are `/api/v1/prisoners/?official=` with the slug.
    """

    spellings = OfficialSpellingSerializer(many=True, read_only=True)

    class Meta:
        model = Official
        fields = ("slug", "name", "office", "country", "spellings", "verified_on", "sources")


class RoleSerializer(DisputedSerializer):
    """What the person was."""

    organisation = serializers.CharField(source="organisation.name_i18n", read_only=True, allow_null=True)

    class Meta:
        model = Affiliation
        fields = ("role", "kind", "organisation", "held_on", "verified_on", "sources", "also_reported")


class FigureSerializer(CitedSerializer):
    """A quantity as somebody claimed it; never merged, never summed."""

    class Meta:
        model = Figure
        fields = (
            "about",
            "low",
            "best",
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


class EventLinkSerializer(CitedSerializer):
    """How one event stands to another: read it as "`event` `relation` `other`"; both are named by their id."""

    event = serializers.IntegerField(source="event_id", read_only=True)
    other = serializers.IntegerField(source="other_id", read_only=True)

    class Meta:
        model = EventLink
        fields = ("event", "relation", "other", "sources")


class EventSerializer(DisputedSerializer):
    """Something that happened; `related` says how it stands to other events, told from this one or from the other."""

    place = PlaceSerializer(read_only=True, allow_null=True)
    prisoners = PersonSerializer(many=True, read_only=True)
    involved = InvolvementSerializer(source="involvements", many=True, read_only=True)
    figures = FigureSerializer(many=True, read_only=True)
    disagreements = DisagreementSerializer(many=True, read_only=True)
    related = serializers.SerializerMethodField()

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
            "involved",
            "figures",
            "related",
            "disagreements",
            "is_commemorated",
            "is_planned",
            "verified_on",
            "sources",
            "also_reported",
        )

    @extend_schema_field(EventLinkSerializer(many=True))
    def get_related(self, event: Event) -> Any:
        """Told from this event, and then from others."""
        return EventLinkSerializer([*event.links.all(), *event.linked_from.all()], many=True).data


class StatementSerializer(CitedSerializer):
    """Who said what, with what stance."""

    organisation = serializers.CharField(source="organisation.name_i18n", read_only=True, allow_null=True)
    prisoners = PersonSerializer(many=True, read_only=True)

    class Meta:
        model = Statement
        fields = (
            "speaker",
            "speaker_role",
            "organisation",
            "said_on",
            "text",
            "quote",
            "quote_language",
            "channel",
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
