"""Every address that the resolver knows, filled in with the slugs and ids that exist.

Of hidden rows with each one, of public ones with the first and the last few of each kind: whatever hangs on others was
made after them.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from prisoners.choices import PublicationState

#: What fills a parameter that names no row; a parameter in neither place is a fault of this walk.
FILLINGS = {
    "token": ["not-a-token"],
    "country": ["KZ", "zz"],
    "topic": ["list"],
    "form": ["csv", "json"],
    "language": ["en"],
    "section": ["pages-en", "prisoners-en", "actions-ru"],
    "secret": ["not-a-secret"],
    "name": ["20200101T000000-1"],
    "app_label": ["prisoners"],
    "object_id": ["1"],
    "content_type_id": ["1"],
    "url": ["nowhere"],
    "uidb64": ["MQ"],
    "form_url": ["x"],
}
#: How many public rows of a kind are walked from either end.
FEW = 3
FLOORS = ("prisoners", "supporters", "actions")


@cache
def routes() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The full name of each route with the names of its parameters."""
    return tuple(_routes(get_resolver(), "", ()))


def addresses() -> list[tuple[str, str]]:
    """Each route's full name with each of its addresses."""
    found = fillings()
    return [(name, path) for name, parameters in routes() for path in _filled(name, parameters, found)]


def share_names(but: str = "^$") -> None:
    """Name rows of all kinds alike, but those whose slug is like this, so that few addresses of each kind are walked.

    Each row stands under one of them; that of another kind would answer that there is nothing.
    """
    for model in apps.get_models():
        if model._meta.app_label in FLOORS and any(field.name == "slug" for field in model._meta.concrete_fields):
            rows = model._base_manager.exclude(slug__regex=but).order_by("pk")
            for number, pk in enumerate(rows.values_list("pk", flat=True), 1):
                model._base_manager.filter(pk=pk).update(slug=f"row-{number}")


def addresses_of(name: str, found: dict[str, list[str]]) -> Iterator[str]:
    """The addresses of one route, with what `fillings` found in the database."""
    yield from (path for one, parameters in routes() if one == name for path in _filled(name, parameters, found))


def _routes(resolver: URLResolver, prefix: str, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in resolver.url_patterns:
        parameters = (*above, *_parameters(one))
        if isinstance(one, URLResolver):
            space = f"{prefix}{one.namespace}:" if one.namespace else prefix
            yield from _routes(one, space, parameters)
        elif isinstance(one, URLPattern) and one.name:
            yield f"{prefix}{one.name}", parameters


def _parameters(one: URLPattern | URLResolver) -> tuple[str, ...]:
    return tuple(one.pattern.regex.groupindex)


def fillings() -> dict[str, list[str]]:
    """What can stand in an address: slugs and primary keys in the database, of public and of hidden rows."""
    slugs, keys = {"no-such-slug"}, {"999999"}
    for model in (model for model in apps.get_models() if model._meta.app_label in FLOORS):
        names = {field.name for field in model._meta.concrete_fields}
        # History has no address of its own.
        if "pgh_id" in names:
            continue
        rows = _walked(model, names)
        slugs.update(row.slug for row in rows if "slug" in names)
        keys.update(str(row.pk) for row in rows)
    photos = [str(pk) for pk in apps.get_model("actions.Photo")._base_manager.values_list("pk", flat=True)]
    numbers = [key for key in keys if key.isdecimal()]
    return {
        **FILLINGS,
        "slug": sorted(slugs),
        "group": sorted(slugs),
        "pk": numbers,
        "id": numbers,
        "photo": [*photos, str(UUID(int=1))],
        "upload": [str(UUID(int=1))],
    }


def _walked(model: type[Model], names: set[str]) -> list[Any]:
    rows = list(model._base_manager.order_by("pk"))
    public = [row for row in rows if "state" not in names or row.state == PublicationState.PUBLISHED]
    passed_over = set(public[FEW:-FEW])
    return [row for row in rows if row not in passed_over]


def _filled(name: str, parameters: tuple[str, ...], values: dict[str, list[str]]) -> Iterator[str]:
    for chosen in product(*(values[one] for one in parameters)):
        try:
            yield reverse(name, kwargs=dict(zip(parameters, chosen, strict=True)))
        except NoReverseMatch:
            continue
