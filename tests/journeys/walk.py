"""Every address that the resolver knows, filled in with every slug and id that exists."""

from collections.abc import Iterator
from itertools import product
from uuid import UUID

from django.apps import apps
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

#: What fills a parameter that names no row; a parameter in neither place is a fault of this walk.
FILLINGS = {
    "token": ["not-a-token"],
    "country": ["KZ", "zz"],
    "topic": ["list"],
    "form": ["csv", "json"],
    "language": ["en"],
    "secret": ["not-a-secret"],
    "name": ["20200101T000000-1"],
    "app_label": ["prisoners"],
    "object_id": ["1"],
    "content_type_id": ["1"],
    "url": ["nowhere"],
    "uidb64": ["MQ"],
    "form_url": ["x"],
}
FLOORS = ("prisoners", "supporters", "actions")


def routes() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The full name of each route with the names of its parameters."""
    yield from _routes(get_resolver(), "", ())


def addresses() -> list[tuple[str, str]]:
    """Each route's full name with each of its addresses."""
    values = _values()
    return [(name, path) for name, parameters in routes() for path in _filled(name, parameters, values)]


def addresses_of(name: str) -> Iterator[str]:
    """The addresses of one route."""
    values = _values()
    yield from (path for one, parameters in routes() if one == name for path in _filled(name, parameters, values))


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


def _values() -> dict[str, list[str]]:
    """Every slug and primary key in the database, of public and of hidden rows."""
    slugs, keys = {"no-such-slug"}, {"999999"}
    for model in (model for model in apps.get_models() if model._meta.app_label in FLOORS):
        rows = model._base_manager.all()
        names = {field.name for field in model._meta.concrete_fields}
        slugs.update(rows.values_list("slug", flat=True) if "slug" in names else ())
        keys.update(str(pk) for pk in rows.values_list("pk", flat=True)[:20])
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


def _filled(name: str, parameters: tuple[str, ...], values: dict[str, list[str]]) -> Iterator[str]:
    for chosen in product(*(values[one] for one in parameters)):
        try:
            yield reverse(name, kwargs=dict(zip(parameters, chosen, strict=True)))
        except NoReverseMatch:
            continue
