"""How the API describes itself: its root, its OpenAPI document, and a page that reads it."""

from threading import Lock
from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.generic import View
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import APIRootView

from prisoners.api_base import Readable, readable_everywhere

PROBLEM = {
    "type": "object",
    "description": "Why the request was not answered: a sentence, and the reasons by field where there are any.",
    "properties": {
        "detail": {"type": "string"},
        "fields": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
    },
    "required": ["detail", "fields"],
}
READING = {
    "400": "A parameter does not exist, is given twice or has a value that does not fit.",
    "404": "There is no such public row, or the list has fewer pages.",
    "429": "Too many requests from this network; try again after the time in Retry-After.",
}
WRITING = {
    **READING,
    "409": "The action takes no such sign-up: past, full, called off or closed.",
    "415": "The body is not JSON.",
    "422": "The Idempotency-Key came with another request before.",
}
LANGUAGE = {
    "name": "lang",
    "in": "query",
    "schema": {"type": "string", "enum": [code for code, _ in settings.LANGUAGES]},
    "description": "Language of the texts; otherwise what Accept-Language asks for.",
}

FIELDS = {
    "name": "fields",
    "in": "query",
    "schema": {"type": "string", "pattern": "^ *[a-z_]+ *(, *[a-z_]+ *)*$"},
    "description": "Only these fields of each row, parted by commas, such as slug,name.",
}


class Root(Readable, APIRootView):
    """Where to begin: the lists that there are."""


#: What the document is made with is loaded on first use, and two threads that load it at once break each other.
ONE_AT_A_TIME = Lock()


class Schema(SpectacularAPIView):
    """The OpenAPI document, as YAML or JSON by Accept."""

    def _get_schema_response(self, request: Any) -> Any:
        """The document, made by one thread at a time."""
        with ONE_AT_A_TIME:
            return super()._get_schema_response(request)

    @classmethod
    def as_view(cls, *args: Any, **kwargs: Any) -> Any:
        return readable_everywhere(super().as_view(*args, **kwargs))


# Swagger UI draws its icons from data: addresses; nothing else is loosened, and nowhere else.
@method_decorator(csp_update({"img-src": ["data:"]}), name="dispatch")
class Docs(View):
    """The page on which a person reads the OpenAPI document and tries it; all of it served from here."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "api/docs.html")


class DocsScript(View):
    """The few lines that start the page: a file, since inline scripts are refused."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "api/docs.js", content_type="text/javascript; charset=utf-8")


def declare_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Say of every operation in which ways it says no, and that it takes `lang` (a hook of drf-spectacular)."""
    result["components"]["schemas"]["Problem"] = PROBLEM
    for operations in result["paths"].values():
        for method, operation in operations.items():
            _declare(operation, WRITING if method == "post" else READING)
    return result


def say_null_once(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Leave no alternative twice, since of `oneOf` just one may fit (a hook of drf-spectacular, which adds null
    to what holds it already).
    """
    _part_alternatives(result)
    return result


def _part_alternatives(part: Any) -> None:
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        _part_alternatives(inner)
    if isinstance(part, dict) and isinstance(part.get("oneOf"), list):
        part["oneOf"] = [one for number, one in enumerate(part["oneOf"]) if one not in part["oneOf"][:number]]


def _declare(operation: dict[str, Any], problems: dict[str, str]) -> None:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for code, description in problems.items():
        operation["responses"][code] = {"description": description, "content": content}
    of_rows = operation["operationId"].endswith(("_list", "_retrieve"))
    operation.setdefault("parameters", []).extend([LANGUAGE, FIELDS] if of_rows else [LANGUAGE])
