"""Groups and days of action as the API writes them."""

from rest_framework import serializers

from actions.models import DayOfAction, Group
from actions.serializers import ActionInBriefSerializer, DemandSerializer, PhotoSerializer
from prisoners.case_serializers import PersonSerializer
from prisoners.serializer_base import PublicSerializer


class GroupSerializer(PublicSerializer):
    """A local group, with the address that it shows to everybody; "" where it shows none."""

    contact = serializers.SerializerMethodField()

    class Meta:
        model = Group
        fields = ("slug", "name", "city", "country", "time_zone", "description", "contact", "verified_on")

    def get_contact(self, group: Group) -> str:
        """The e-mail address, if the group wants it to be public."""
        contact = getattr(group, "contact", None)
        return contact.address if contact is not None and contact.is_public else ""


class DayOfActionSerializer(PublicSerializer):
    """One call to many cities, with their public actions; hours are those of each city's clock."""

    campaign = serializers.CharField(source="campaign.slug", read_only=True, allow_null=True)
    group = serializers.CharField(source="group.slug", read_only=True, allow_null=True)
    prisoners = PersonSerializer(many=True, read_only=True)
    demands = DemandSerializer(many=True, read_only=True)
    actions = ActionInBriefSerializer(many=True, read_only=True)
    picture = PhotoSerializer(read_only=True, allow_null=True)

    class Meta:
        model = DayOfAction
        fields = (
            "slug",
            "title",
            "kinds",
            "campaign",
            "group",
            "description",
            "held_on",
            "local_time",
            "local_end_time",
            "prisoners",
            "demands",
            "actions",
            "picture",
            "verified_on",
        )
