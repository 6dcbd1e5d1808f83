"""The one thing the API takes in: a sign-up, by the same service as the form on the page."""

import json
from typing import Any, ClassVar

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import APIException, ParseError, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from actions.json_bodies import StrictJSONParser
from actions.models import Action, Slot
from actions.services.sign_up import sign_up
from actions.sign_up_serializers import SignedUpSerializer, SignUpSerializer
from prisoners.api_base import ByAcceptAlone, refuse_unknown, speak
from privacy.pacing import in_step
from supporters.services import once

LONGEST_KEY = 255
#: Headers are Latin-1 to a browser; a key is plain ASCII without controls.
KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    description=(
        "A string of your own, at most 255 visible ASCII characters. The same request with the same key within 24 "
        "hours is answered alike and done once; another request with that key is refused with 422."
    ),
)


class KeyReused(APIException):
    """A key that came with another request before."""

    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_detail = once.REUSED


class SignUpDoor(APIView):
    """Sign up for an action: the same answer for every address, and a mail with a link to confirm."""

    http_method_names = ["post"]
    permission_classes = [AllowAny]
    content_negotiation_class = ByAcceptAlone
    # A form of another site could be posted without asking; JSON cannot.
    parser_classes = [StrictJSONParser]
    serializer_class = SignUpSerializer
    known: ClassVar[set[str]] = set(SignUpSerializer().fields)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        speak(request)
        refuse_unknown(request.query_params, {"lang"})

    @extend_schema(
        operation_id="actions_sign_up",
        request=SignUpSerializer,
        parameters=[KEY],
        responses={202: SignedUpSerializer},
    )
    @in_step
    def post(self, request: Request, slug: str) -> Response:
        action: Action = get_object_or_404(Action.public, slug=slug)
        said = self._read(request)
        answers = {one["question"]: one["answer"] for one in said["answers"]}
        wanted = {**said, "slot": _slot(action, said["slot"]), "answers": answers}
        with transaction.atomic():
            if _is_first(request, action, said):
                sign_up(action, **wanted)
        return Response({"detail": gettext("Look into your mailbox.")}, status=status.HTTP_202_ACCEPTED)

    def _read(self, request: Request) -> dict[str, Any]:
        """What was sent, checked; raises ValidationError for fields that do not exist."""
        if isinstance(request.data, dict) and (unknown := set(request.data) - self.known):
            raise ValidationError({name: [gettext("There is no such field.")] for name in sorted(unknown)})
        serializer = SignUpSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return dict(serializer.validated_data)


def _is_first(request: Request, action: Action, said: dict[str, Any]) -> bool:
    """Whether this request was not done before; one without a key never was. Raises ParseError, KeyReused."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return True
    if not 0 < len(key) <= LONGEST_KEY or not all("!" <= one <= "~" for one in key):
        raise ParseError(gettext("An Idempotency-Key is 1 to 255 visible ASCII characters."))
    try:
        return once.claim(f"sign-up:{action.pk}", key, json.dumps(said, sort_keys=True, default=str))
    except once.KeyReused as error:
        raise KeyReused from error


def _slot(action: Action, pk: int | None) -> Slot | None:
    """The slot of this action with that id; raises ValidationError for another's."""
    if pk is None:
        return None
    slot = Slot.public.filter(action=action, pk=pk).first()
    if slot is None:
        raise ValidationError({"slot": [gettext("This action has no such role.")]})
    return slot
