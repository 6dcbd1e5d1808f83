"""How many people stood up in all: the low and the high counts of many reports, and of how many cities they tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actions.cities import Key, homes_of, keys_of
from actions.models import Action, Report


@dataclass(frozen=True)
class Totals:
    """Sums of the counts of reports. Who came to several actions is counted at each of them.

    `counted` is how many actions somebody counted, of `actions`; `reported` how many cities, of `cities`.
    """

    low: int
    high: int
    counted: int
    actions: int
    reported: int
    cities: int


def totals_of(actions: Iterable[Action], reports: Iterable[Report]) -> Totals:
    """The sums of the reports that give a number, over actions that were not called off."""
    held = [action for action in actions if not action.is_cancelled]
    homes = homes_of(held)
    known = {action.pk: _cities(action, homes) for action in held}
    counts = {report.action_id: span for report in reports if (span := span_of(report)) and report.action_id in known}
    return Totals(
        low=sum(low for low, _high in counts.values()),
        high=sum(high for _low, high in counts.values()),
        counted=len(counts),
        actions=len(held),
        reported=len({city for one in counts for city in known[one]}),
        cities=len({city for found in known.values() for city in found}),
    )


def span_of(report: Report) -> tuple[int, int] | None:
    """The least and the most that a report gives; one number stands for both, and None where nobody counted."""
    numbers = [one for one in (report.turnout_low, report.turnout_high) if one is not None]
    return (numbers[0], numbers[-1]) if numbers else None


def counted(low: int, high: int) -> str:
    """A count as it is written: "20–30", "25"."""
    return str(low) if low == high else f"{low}–{high}"


def _cities(action: Action, homes: Mapping[str, str]) -> set[Key]:
    """Its cities with their countries; an action without a city is one by itself."""
    return {(country, name.casefold()) for country, name in keys_of(action, homes)} or {("", str(action.pk))}
