"""Where in their sources demands, actions, reports and embassies stand: compared with the record, and written."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from campaign.loading.comparing import Change, Comparison


def compare_places(comparison: Comparison) -> None:
    """Note where a row stands otherwise in a source than the record says; where the file says no place, any will do."""
    for model, changes in _by_model(comparison).items():
        kept = _kept(model, changes)
        for change in changes:
            have = kept.get(change.instance.pk, {}) if change.instance else {}
            told = [f"{key}, {at}" for key, at in change.row.places.items() if have.get(key) != at]
            if told and change.instance:
                change.words.append(_("sources: %(keys)s") % {"keys": "; ".join(sorted(told))})


def write_places(comparison: Comparison) -> None:
    """Write them, once the links themselves are written."""
    for model, changes in _by_model(comparison).items():
        links = model.sources.through.objects
        owner = model.cited.field.attname
        pks = {comparison.pks[change.row.ref]: change.row.places for change in changes}
        for one in links.filter(**{f"{owner}__in": pks}).select_related("source"):
            place = pks[getattr(one, owner)].get(one.source.key, "")
            if place and place != one.locator:
                one.locator = place
                one.save(update_fields=["locator"])


def _by_model(comparison: Comparison) -> dict[Any, list[Change]]:
    found: dict[Any, list[Change]] = defaultdict(list)
    for change in comparison.changes.values():
        if change.row.places:
            found[change.row.model].append(change)
    return found


def _kept(model: Any, changes: Iterable[Change]) -> dict[Any, dict[str, str]]:
    owner = model.cited.field.attname
    pks = [change.instance.pk for change in changes if change.instance]
    found: dict[Any, dict[str, str]] = defaultdict(dict)
    for one in model.sources.through.objects.filter(**{f"{owner}__in": pks}).select_related("source"):
        found[getattr(one, owner)][one.source.key] = one.locator
    return found
