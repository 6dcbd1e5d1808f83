"""A campaign as one YAML file that can be loaded again: what is public, or everything that staff sees."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from django.conf import settings
from django.utils import timezone

from actions.models import Campaign
from campaign.campaign_kinds import CITED, FACT_OF, HOMES, KINDS, SECTION, columns_of
from campaign.campaign_rows import CampaignRows, by_internal_door, by_public_door
from campaign.record_lines import RecordLines
from campaign.record_tables import BY_MODEL, TABLES, Table
from campaign.record_values import AT, Line
from prisoners.choices import PublicationState
from prisoners.models import Citation, Source
from prisoners.models.base import Publishable

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
WIDTH = 120
#: What no text has and no campaign file may have; a form takes it from whatever was pasted into it.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
HEAD = """# {title}
# {site}/en/campaigns/{slug}/, {whole}, {today} (UTC), {count} rows. Licence of the data: {licence}.
# Load it with: manage.py load_campaign FILE. What a row does not say is left as it is there; nothing is removed.
"""


class CampaignLines(RecordLines):
    """The lines of one campaign."""

    def __init__(self, campaign: Campaign, *, everything: bool) -> None:
        super().__init__()
        self.everything = everything
        self.held = CampaignRows(campaign, by_internal_door if everything else by_public_door)

    def rows_of(self, table: Table) -> Iterable[Any]:
        """The campaign's own rows and those that they name."""
        rows = self.held.door(table.model).filter(pk__in=self.held.of(table.model))
        has_door = hasattr(table.model, "public")
        return [row for row in rows.order_by("pk") if has_door or self.hangs_on_rows(table, row)]

    def columns_of(self, table: Table) -> list[Any]:
        """With what only staff sees, in a file for staff."""
        return columns_of(table) if self.everything else table.columns

    def many_of(self, table: Table, row: Any) -> list[str]:
        """What is only named says on what it rests, and nothing of what else is tied to it."""
        many = table.many.split()
        return many if row.pk in self.held.whole[table.model] else [name for name in many if name == "sources"]

    def hide(self, row: Any, line: Line) -> None:
        """Staff reads where to meet; of the state of a row is said only what differs from being public."""
        if not self.everything:
            super().hide(row, line)
        if isinstance(row, Publishable) and line.get("state") == PublicationState.PUBLISHED:
            del line["state"]
        if isinstance(row, Source) and not row.is_confidential:
            line.pop("is_confidential", None)


def export_campaign(campaign: Campaign, *, everything: bool = False) -> tuple[str, dict[Any, int]]:
    """The text of the file, and how many rows of each kind stand in it.

    Without `everything` it holds what anybody may see. Nobody's data is in either: no supporter, no member of staff.
    """
    lines = CampaignLines(campaign, everything=everything).lines()
    counts = {table.model: len(lines[table.model]) for table in TABLES if lines[table.model]}
    said = {
        # Whatever ends a line would end the comment, too (YAML 1.1, 4.2).
        "title": " ".join(CONTROLS.sub("", campaign.title).split()),
        "site": settings.SITE_ORIGIN,
        "slug": campaign.slug,
        "whole": "everything that staff sees" if everything else "what is public",
        "today": timezone.now().date().isoformat(),
        "count": sum(counts.values()),
        "licence": settings.DATA_LICENCE,
    }
    return HEAD.format(**said) + _as_yaml({SECTION: _nested(lines)}), counts


def _nested(lines: dict[Any, list[Line]]) -> dict[str, Any]:
    """Rows under the word of their kind, each inside the row on which it hangs."""
    inside: dict[tuple[Any, Any], dict[str, Any]] = defaultdict(lambda: defaultdict(dict))
    cited = _cited(lines[Citation])
    for table in reversed([one for one in TABLES if one.model is not Citation]):
        for line in sorted(lines[table.model], key=lambda one: str(one["_"])):
            link = next((name for name in HOMES.get(table.model, ()) if line.get(name) is not None), None)
            home = table.model._meta.get_field(link).related_model if link else None
            row = dict(_row(table, line, link, cited))
            row |= dict(reversed(inside.pop((table.model, line["_"]), {}).items()))
            inside[home, line[link] if link else None][KINDS[table.model]][line["_"]] = row
    return dict(reversed(inside[None, None].items()))


def _row(table: Table, line: Line, link: str | None, cited: dict[Any, list[Any]]) -> Iterator[tuple[str, Any]]:
    """What a row says, in the order of its fields, and its sources last."""
    for one in columns_of(table):
        if one.name in line and one.name != link:
            yield one.name, line[one.name]
    for name in table.many.split():
        if name in line and name != "sources":
            yield name, line[name]
    places = line.get(AT, {})
    tied = [{"key": key, "at": places[key]} if key in places else key for key in line.get("sources", ())]
    if sources := [*cited.get((FACT_OF.get(table.model), line["_"]), ()), *tied]:
        yield CITED, sources


def _cited(lines: Iterable[Line]) -> dict[Any, list[Any]]:
    """On which sources each fact rests, with the place where it stands in them."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for line in sorted(lines, key=lambda one: str(one["_"])):
        fact = next(name for name in FACT_OF.values() if line.get(name) is not None)
        at = line.get("locator")
        found[fact, line[fact]].append({"key": line["source"], "at": at} if at else line["source"])
    return found


def _as_yaml(value: Any) -> str:
    text = yaml.dump(
        _clean(value), Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )
    return str(text)


def _clean(value: Any) -> Any:
    """Plain values without what a file may not have."""
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return CONTROLS.sub("", value) if isinstance(value, str) else value


def kinds_told(counts: dict[Any, int]) -> Counter[str]:
    """How many rows of each kind, by the word of the file."""
    return Counter({KINDS.get(model, CITED): count for model, count in counts.items() if model in BY_MODEL})
