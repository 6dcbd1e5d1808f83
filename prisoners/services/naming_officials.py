"""Makes officials of the names that facts have, each with the sources of the public facts that name so."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from prisoners.models import Citation, Official
from prisoners.namesakes import namesakes
from prisoners.official_names import Unknown, unknown_names
from prisoners.officials import facts_of, keys_of
from prisoners.publication import publish, reasons_against
from prisoners.services.officials import enter, free_slug


@transaction.atomic
def enter_named(text: str, country: str) -> Official:
    """Enter an official, a draft, of a name as facts of a country have it; what public facts cite, it cites too.

    Of facts that readers do not see, and of confidential sources, nothing is taken over. Raises RecordRefused.
    """
    official = enter(slug=free_slug(text), name=text, country=country)
    for source, locator in _cited(official):
        Citation(official=official, source_id=source, locator=locator).save()
    return official


def publish_named() -> list[Official]:
    """Make public officials of the names in public facts, as the operator's command line may (decision 5).

    Nobody guesses: a name that is likely another way to write an official's is left for a person at the desk, and so is
    one without a source that readers see, or without a country.
    """
    names, _total = unknown_names(is_public=True)
    return [official for one in names if one.country and (official := _published(one)) is not None]


def _published(one: Unknown) -> Official | None:
    if namesakes(one.text, one.country):
        return None
    with transaction.atomic():
        official = enter_named(one.text, one.country)
        if reasons_against(official):
            transaction.set_rollback(True)
            return None
        publish(official, None, trusted=True)
    return official


def _cited(official: Official) -> Iterator[tuple[Any, str]]:
    """The sources of the public facts that name an official, and where in them; each once."""
    seen: set[Any] = set()
    for kind, rows in facts_of(official.pk, keys_of(official), official.country):
        fact = kind.model._meta.model_name
        cited = Citation.internal.filter(**{f"{fact}__in": rows.values("pk")}, source__is_confidential=False)
        for source, locator in cited.order_by("pk").values_list("source", "locator"):
            if source not in seen:
                seen.add(source)
                yield source, locator
