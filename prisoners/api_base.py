"""What every endpoint of the API shares: its parameters, pages, language, headers and ways of saying no."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import Http404, HttpResponseBase, HttpResponsePermanentRedirect
from django.http.request import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.pagination import PageNumberPagination
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView, exception_handler
from rest_framework.viewsets import ReadOnlyModelViewSet

from prisoners.paginator import BareFirst
from prisoners.refusals import Refusal

MAX_PAGE_SIZE = 100
SLUG = "[-a-zA-Z0-9_]+"
NUMBER = "[0-9]{1,18}"
# Any site's script may read what is public anyway; nothing here depends on who asks.
OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept-Language, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
View = Callable[..., HttpResponseBase]


class Pages(PageNumberPagination):
    """`page` and `page_size`, at most a hundred rows a page; anything else is refused (400), and so is a page that
    lies beyond the last (404).
    """

    django_paginator_class = BareFirst
    invalid_page_message = _("The list has fewer pages than that.")  # type: ignore[assignment]
    page_size = 25
    max_page_size = MAX_PAGE_SIZE
    page_size_query_param = "page_size"

    def get_page_size(self, request: Request) -> int | None:
        asked = request.query_params.get("page_size", str(self.page_size))
        digits = asked.lstrip("0") if _is_from_one(asked) else ""
        size = int(digits) if 0 < len(digits) <= len(str(MAX_PAGE_SIZE)) else 0
        if not 1 <= size <= MAX_PAGE_SIZE:
            raise ValidationError({"page_size": [gettext("A number from 1 to 100.")]})
        return size

    def get_page_number(self, request: Request, paginator: Any) -> Any:
        """The page asked for, the first where none is."""
        if not _is_from_one(request.query_params.get("page", "1")):
            raise ValidationError({"page": [gettext("A number from 1.")]})
        return super().get_page_number(request, paginator)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """The two parameters as the OpenAPI document tells of them, with their bounds."""
        bounds = {
            "page": {"minimum": 1},
            "page_size": {"minimum": 1, "maximum": MAX_PAGE_SIZE, "default": self.page_size},
        }
        told = super().get_schema_operation_parameters(view)
        return [{**one, "schema": {**one["schema"], **bounds[one["name"]]}} for one in told]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """A page as the OpenAPI document tells of it, in the words of JSON Schema."""
        told = super().get_paginated_response_schema(schema)
        neighbour = {"type": ["string", "null"], "format": "uri"}
        told["properties"] |= {"next": neighbour, "previous": neighbour}
        return told


def _is_from_one(asked: str) -> bool:
    return asked.isascii() and asked.isdecimal() and bool(asked.strip("0"))


def problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """Answer every error in one form: a sentence, and the reasons by field where there are any.

    A refusal of a service is 409: the request was understood, and the state of the row is against it.
    """
    if isinstance(error, Refusal):
        return Response({"detail": str(error), "fields": {}}, status=status.HTTP_409_CONFLICT)
    response = exception_handler(error, context)
    if response is not None:
        response.data = _as_problem(response.data)
    return response


def _as_problem(data: Any) -> dict[str, Any]:
    if isinstance(data, dict) and set(data) == {"detail"}:
        return {"detail": str(data["detail"]), "fields": {}}
    fields = data if isinstance(data, dict) else {"non_field_errors": data}
    return {"detail": gettext("The request does not fit."), "fields": fields}


def refuse_unknown(given: Any, known: set[str]) -> None:
    """Raise ValidationError for parameters that nobody reads, or that are given twice."""
    faults = {name: [gettext("There is no such parameter.")] for name in given if name not in known}
    for name in given:
        if len(given.getlist(name)) > 1:
            faults[name] = [gettext("This parameter is given more than once.")]
    if faults:
        raise ValidationError(faults)


def speak(request: Request) -> None:
    """Answer in the language of `?lang=`; without it the middleware has taken that of Accept-Language."""
    asked = request.query_params.get("lang")
    if not asked:
        return
    if asked not in dict(settings.LANGUAGES):
        raise ValidationError({"lang": [gettext("This language is not one of the site's.")]})
    translation.activate(asked)


def readable_everywhere(view: View) -> View:
    """Give the answers an ETag, answer 304 where it matches, and let scripts of other sites read them."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: Any = view(request, *args, **kwargs)
        response = response.render() if hasattr(response, "render") else response
        # Django's middleware answers 304 to GET alone; HEAD is told the same as GET (RFC 9110 9.3.2, 13.1.2).
        etag = set_response_etag(response).headers.get("ETag")
        response = get_conditional_response(request, etag=etag, response=response)
        for name, value in OPEN_TO_ALL.items():
            response.headers[name] = value
        return response

    return door


class ByAcceptAlone(DefaultContentNegotiation):
    """`?format=` chooses nothing here: it is refused as any parameter that nobody reads, whatever it asks for."""

    def filter_renderers(self, renderers: Any, format: str) -> Any:
        """All of them."""
        return renderers


class Readable(APIView):
    """An endpoint that anybody may read, with no parameters but those it names."""

    http_method_names = ["get", "head", "options"]
    # There is no method here that writes, so that 405 is the truer answer than 403.
    permission_classes = [AllowAny]
    content_negotiation_class = ByAcceptAlone
    own_parameters: ClassVar[set[str]] = set()

    @classmethod
    def as_view(cls, *args: Any, **kwargs: Any) -> Any:
        return readable_everywhere(super().as_view(*args, **kwargs))

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse what this endpoint does not do before what it does not understand."""
        super().initial(request, *args, **kwargs)
        if str(request.method).lower() not in self.http_method_names:
            self.http_method_not_allowed(request)
        speak(request)
        refuse_unknown(request.query_params, self.known_parameters())

    def known_parameters(self) -> set[str]:
        """The query parameters that this request may carry."""
        return {"lang"} | self.own_parameters

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """What a browser asks before a script of another site reads (Fetch standard, CORS preflight)."""
        return Response(status=status.HTTP_204_NO_CONTENT, headers=PREFLIGHT)


def keep_only(serializer: Any, asked: str) -> None:
    """Leave a serializer the fields that are asked, parted by commas. Raises ValidationError for others."""
    wanted = {name.strip() for name in asked.split(",") if name.strip()}
    if not wanted or wanted - set(serializer.fields):
        said = gettext("Choose among: %(names)s.") % {"names": ", ".join(serializer.fields)}
        raise ValidationError({"fields": [said]})
    for name in set(serializer.fields) - wanted:
        serializer.fields.pop(name)


class Rows(Readable, ReadOnlyModelViewSet[Any]):
    """A list of public rows and one of them; subclasses name the queryset through the public door."""

    lookup_field = "slug"
    lookup_value_regex = SLUG
    pagination_class = Pages
    #: The serializer of a list, where it is shorter than that of one row.
    list_serializer_class: ClassVar[type[BaseSerializer[Any]] | None] = None

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        if self.action == "list" and self.list_serializer_class is not None:
            return self.list_serializer_class
        return super().get_serializer_class()

    def known_parameters(self) -> set[str]:
        known = super().known_parameters() | {"fields"}
        if self.detail:
            return known
        filters = getattr(self, "filterset_class", None)
        return known | {"page", "page_size"} | set(filters.base_filters if filters else ())

    def get_serializer(self, *args: Any, **kwargs: Any) -> BaseSerializer[Any]:
        """With `?fields=slug,name` those fields alone."""
        serializer = super().get_serializer(*args, **kwargs)
        if "fields" in self.request.query_params:
            keep_only(getattr(serializer, "child", serializer), self.request.query_params["fields"])
        return serializer

    def filter_queryset(self, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """Filters are for lists; a row that is named is that row."""
        return queryset if self.detail else super().filter_queryset(queryset)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().retrieve(request, *args, **kwargs)
        except Http404:
            moved = self._moved(request)
            if moved is None:
                raise
            return moved

    def slug_today(self, former: str) -> str | None:
        """The slug by which a public row goes that once went by `former`; models with old addresses say."""
        return None

    def _moved(self, request: Request) -> HttpResponsePermanentRedirect | None:
        today = self.slug_today(self.kwargs["slug"]) if "slug" in self.kwargs else None
        if today is None or request.resolver_match is None:
            return None
        query = request.META.get("QUERY_STRING", "")
        address = reverse(request.resolver_match.view_name, kwargs={"slug": today})
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
