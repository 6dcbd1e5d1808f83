"""A sign-up as the API reads one, and what it answers."""

from typing import Any

from django.conf import settings
from rest_framework import serializers

MAX_GUESTS = 20


class AnswerSerializer(serializers.Serializer[Any]):
    """One answer of somebody who signs up."""

    question = serializers.IntegerField(min_value=1, help_text="id of a question of this action")
    answer = serializers.CharField(max_length=200, allow_blank=True)


class YesOrNoField(serializers.BooleanField):
    """True or false of JSON alone; a word, or a number, is nobody's consent."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid")
        return data


class SignUpSerializer(serializers.Serializer[Any]):
    """What somebody sends who wants to come."""

    address = serializers.EmailField(max_length=254, help_text="where the link to confirm is sent")
    name = serializers.CharField(max_length=60, allow_blank=True, default="", help_text="a name or an alias")
    slot = serializers.IntegerField(allow_null=True, default=None, min_value=1, help_text="id of a slot")
    guests = serializers.IntegerField(default=0, min_value=0, max_value=MAX_GUESTS)
    answers = AnswerSerializer(many=True, default=list, help_text="to the action's questions")
    language = serializers.ChoiceField(choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    consent = YesOrNoField(help_text="agrees to the words on the sign-up page")
    alerts = YesOrNoField(default=False, help_text="agrees, apart from that, to alerts about what the action is for")


class SignedUpSerializer(serializers.Serializer[Any]):
    """The answer to every sign-up, whether the address is new or known."""

    detail = serializers.CharField(read_only=True)
