"""Appeals as the API writes them."""

from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from actions import appeal_page, appeal_rules
from actions.models import Appeal, Endorsement
from actions.serializers import TargetSerializer
from actions.services import signatures
from actions.source_serializers import SourcedSerializer
from prisoners.case_serializers import PersonSerializer
from prisoners.serializer_base import PublicSerializer


class LetterSerializer(serializers.Serializer[Any]):
    """What is sent, with its numbers computed on the day of the answer."""

    language = serializers.CharField(read_only=True)
    subject = serializers.CharField(read_only=True)
    body = serializers.CharField(read_only=True)


class AppealInBriefSerializer(PublicSerializer):
    """An appeal in a list; `closes_at` is the first instant at which it is too late."""

    campaign = serializers.CharField(source="campaign.slug", read_only=True, allow_null=True)
    prisoners = PersonSerializer(many=True, read_only=True)
    follows = serializers.CharField(source="follows.slug", read_only=True, allow_null=True)
    is_open = serializers.SerializerMethodField()
    written = serializers.SerializerMethodField()

    class Meta:
        model = Appeal
        fields: tuple[str, ...] = (
            "slug",
            "kind",
            "number",
            "title",
            "campaign",
            "prisoners",
            "requested_by",
            "follows",
            "closes_on",
            "time_zone",
            "ended_on",
            "closes_at",
            "is_open",
            "written",
            "outcome",
            "verified_on",
        )

    def get_is_open(self, appeal: Appeal) -> bool:
        """Whether it can be followed now."""
        return appeal_rules.is_open(appeal, timezone.now())

    def get_written(self, appeal: Any) -> int:
        """How many said that they wrote: a claim, not a count of letters."""
        return appeal.written or 0


class AppealSerializer(SourcedSerializer, AppealInBriefSerializer):
    """An appeal with its letter in the language of the answer, its addressees and what came of it."""

    targets = TargetSerializer(many=True, read_only=True)
    endorsements = serializers.SerializerMethodField()
    signatures = serializers.SerializerMethodField()
    signatures_on_paper = serializers.IntegerField(source="paper_signatures", read_only=True)
    summary = serializers.SerializerMethodField()
    points = serializers.SerializerMethodField()
    letter = serializers.SerializerMethodField()

    class Meta(AppealInBriefSerializer.Meta):
        fields = (
            *AppealInBriefSerializer.Meta.fields,
            "summary",
            "points",
            "letter_language",
            "letter",
            "targets",
            "signatures",
            "signatures_on_paper",
            "endorsements",
            "delivered_on",
            "delivery",
            "replied_on",
            "reply",
            "response",
            "impact",
            "outcome_text",
            "campaign_words",
            "sources",
        )

    def get_summary(self, appeal: Appeal) -> str:
        """What it is about, with its numbers computed today."""
        return "\n\n".join(appeal_page.said(appeal, "summary", timezone.now().date())["lines"])

    def get_points(self, appeal: Appeal) -> list[str]:
        """One each."""
        return list(appeal_page.said(appeal, "points", timezone.now().date())["lines"])

    def get_signatures(self, appeal: Appeal) -> int:
        """How many people signed and confirmed it by mail; erased signatures count on."""
        return sum(signatures.by_country(appeal).values())

    def get_endorsements(self, appeal: Appeal) -> list[str]:
        """The organisations that signed."""
        return list(Endorsement.public.filter(appeal=appeal).values_list("name", flat=True))

    @extend_schema_field(LetterSerializer)
    def get_letter(self, appeal: Appeal) -> dict[str, str]:
        """In the language of the answer where it is written in it, else in the one to send it in."""
        language = appeal_page.chosen_language(appeal, get_language() or "")
        letter = appeal_page.letter_in(appeal, language, timezone.now().date())
        return {"language": letter.language, "subject": letter.subject, "body": letter.body}
