"""Campaigns, actions, reports and targets as the API writes them."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from actions import photo_words
from actions.choices import AddressVisibility
from actions.models import Action, Campaign, Demand, Photo, Question, Report, Slot, Target
from actions.series_serializers import SeriesSerializer
from actions.source_serializers import SourcedSerializer
from prisoners.case_serializers import PersonSerializer, instant
from prisoners.models import Event
from prisoners.serializer_base import PartialDateJSON, PublicSerializer
from prisoners.serializers import EventSerializer, FigureSerializer, StatementSerializer


class DemandSerializer(SourcedSerializer):
    """One version of a demand; `supersedes` names the earlier one, and `event` what raised it, by their ids."""

    prisoners = PersonSerializer(many=True, read_only=True)
    supersedes = serializers.IntegerField(source="supersedes.id", read_only=True, allow_null=True)
    event = serializers.IntegerField(source="event.id", read_only=True, allow_null=True)

    class Meta:
        model = Demand
        fields = (
            "id",
            "text",
            "addressee",
            "raised_on",
            "ended_on",
            "status",
            "supersedes",
            "event",
            "value_low",
            "value_high",
            "value_unit",
            "value_currency",
            "value_of",
            "note",
            "prisoners",
            "verified_on",
            "sources",
        )


class StrikeSerializer(EventSerializer):
    """A strike: an event with the demands that it raised."""

    demands = DemandSerializer(many=True, read_only=True)

    class Meta:
        model = Event
        fields = (*EventSerializer.Meta.fields, "demands")


class ActionInBriefSerializer(PublicSerializer):
    """An action where another row names one."""

    class Meta:
        model = Action
        fields = ("slug", "title", "held_on", "city", "country")


class CampaignInBriefSerializer(PublicSerializer):
    """A campaign in a list."""

    prisoners = PersonSerializer(many=True, read_only=True)
    demands = DemandSerializer(many=True, read_only=True)
    figures = FigureSerializer(many=True, read_only=True)

    class Meta:
        model = Campaign
        fields: tuple[str, ...] = (
            "slug",
            "title",
            "summary",
            "requested_by",
            "country",
            "prisoners",
            "demands",
            "figures",
            "verified_on",
        )


class CampaignSerializer(SourcedSerializer, CampaignInBriefSerializer):
    """A campaign with its timeline, statements and actions."""

    events = EventSerializer(many=True, read_only=True)
    statements = StatementSerializer(many=True, read_only=True)
    actions = ActionInBriefSerializer(many=True, read_only=True)

    class Meta(CampaignInBriefSerializer.Meta):
        fields = (*CampaignInBriefSerializer.Meta.fields, "events", "statements", "actions", "sources")


class TargetSerializer(SourcedSerializer):
    """Whom actions address; an address is as good as its source and as old as `address_as_of`."""

    class Meta:
        model = Target
        fields = (
            "slug",
            "name",
            "kind",
            "of_country",
            "country",
            "city",
            "time_zone",
            "address",
            "address_as_of",
            "latitude",
            "longitude",
            "website",
            "email",
            "mail_state",
            "phone",
            "wikidata",
            "note",
            "verified_on",
            "sources",
        )


class PhotoFileSerializer(serializers.Serializer[Any]):
    """One size of a photo; the bytes at an address never change."""

    url = serializers.URLField(read_only=True)
    width = serializers.IntegerField(read_only=True)
    height = serializers.IntegerField(read_only=True)
    type = serializers.CharField(read_only=True, help_text="media type")


class PhotoSerializer(PublicSerializer):
    """A photo as it was published: without metadata, faces blurred."""

    files = serializers.SerializerMethodField()

    class Meta:
        model = Photo
        fields = ("alternative", "caption", "credit", "files")

    @extend_schema_field(PhotoFileSerializer(many=True))
    def get_files(self, photo: Photo) -> list[dict[str, Any]]:
        """Every size, as JPEG and as WebP."""
        return photo_words.absolute(photo)


class ReportSerializer(SourcedSerializer):
    """What happened at an action; turnout as low and high, and who counted."""

    action = serializers.CharField(source="action.slug", read_only=True)
    held_on = PartialDateJSON(source="action.held_on", read_only=True, allow_null=True)
    press_links = serializers.SerializerMethodField()
    photos = PhotoSerializer(many=True, read_only=True)

    class Meta:
        model = Report
        fields = (
            "action",
            "held_on",
            "turnout_low",
            "turnout_high",
            "counted_by_kind",
            "counted_by",
            "text",
            "police_kinds",
            "police_measures",
            "arrests",
            "arrests_high",
            "arrests_counted_by",
            "delivery",
            "press_links",
            "photos",
            "verified_on",
            "sources",
        )

    def get_press_links(self, report: Report) -> list[str]:
        """One address each."""
        return report.press_links.split()


class SlotSerializer(PublicSerializer):
    """A role at an action; `maximum` null means no limit."""

    class Meta:
        model = Slot
        fields = ("id", "role", "label", "minimum", "maximum")


class QuestionSerializer(PublicSerializer):
    """What is asked of those who sign up; an answer is one of `options`, "yes" or "no", or a few words."""

    class Meta:
        model = Question
        fields = ("id", "label", "kind", "options", "is_required")


class ActionSerializer(SourcedSerializer):
    """An action: the local date, hour and zone, and the instant where the hour is known."""

    campaign = serializers.CharField(source="campaign.slug", read_only=True, allow_null=True)
    group = serializers.CharField(source="group.slug", read_only=True, allow_null=True)
    target = serializers.CharField(source="target.slug", read_only=True, allow_null=True)
    prisoners = PersonSerializer(many=True, read_only=True)
    slots = SlotSerializer(many=True, read_only=True)
    questions = QuestionSerializer(many=True, read_only=True)
    report = ReportSerializer(read_only=True, allow_null=True)
    picture = PhotoSerializer(read_only=True, allow_null=True)
    day_of_action = serializers.CharField(source="day_of_action.slug", read_only=True, allow_null=True)
    series = SeriesSerializer(read_only=True, allow_null=True)
    venue = serializers.SerializerMethodField()
    starts_at = serializers.SerializerMethodField()
    is_cancelled = serializers.BooleanField(read_only=True)

    class Meta:
        model = Action
        fields = (
            "slug",
            "title",
            "kinds",
            "campaign",
            "group",
            "organised_by",
            "target",
            "prisoners",
            "description",
            "venue",
            "address_visibility",
            "city",
            "country",
            "held_on",
            "local_time",
            "local_end_time",
            "ends_on",
            "time_zone",
            "starts_at",
            "revision",
            "capacity",
            "has_waiting_list",
            "is_open_for_sign_up",
            "is_cancelled",
            "cancellation_reason",
            "needs_approval",
            "slots",
            "questions",
            "report",
            "picture",
            "day_of_action",
            "series",
            "note",
            "verified_on",
            "sources",
        )

    def get_venue(self, action: Action) -> str | None:
        """The meeting point; null where only those who signed up are told."""
        return action.venue_i18n if action.address_visibility == AddressVisibility.EVERYBODY else None

    def get_starts_at(self, action: Action) -> str | None:
        """The instant in UTC, RFC 3339; null when the hour is not known: a day is not a moment."""
        return instant(action)
