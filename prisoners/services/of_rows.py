"""Which service writes a row: that of its noun, with what it says against one; a plain one for nouns without rules."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from prisoners.models import (
    Case,
    ChargeStep,
    Detention,
    Disagreement,
    EventLink,
    Figure,
    Hearing,
    Official,
    OfficialSpelling,
    PersonName,
    Place,
    Prisoner,
    Sanction,
    Variant,
)
from prisoners.models.sources import REPORTABLE
from prisoners.refusals import Sentence
from prisoners.services import cases, charges, detentions, events, hearings, officials, places, prisoners, sanctions

FIGURE_SAYS_NOTHING = _("A figure needs a number, or the words in which it was given.")
LOW_ABOVE_HIGH = _("The lower number is above the higher one.")
ONE_THING = _("It belongs to exactly one thing: choose one of {names}.")


class Service(NamedTuple):
    """What a noun's service says against a row, and how it writes one."""

    reasons_against: Callable[[Any], list[Sentence]]
    keep: Callable[[Any], Any]


def service_of(row: Model) -> Service:
    """The service of a row's noun; a plain one for nouns without rules of their own."""
    return _SERVICES.get(type(row), _PLAIN)


def _keep_plain(row: Model) -> Model:
    row.save()
    return row


def _of_figure(figure: Figure) -> list[Sentence]:
    if figure.low is None and figure.high is None:
        return [] if figure.text or figure.best is not None else [FIGURE_SAYS_NOTHING]
    is_upside_down = figure.low is not None and figure.high is not None and figure.low > figure.high
    return [LOW_ABOVE_HIGH] if is_upside_down else []


def _of_one(*paths: str) -> Callable[[Model], list[Sentence]]:
    def reasons(row: Model) -> list[Sentence]:
        chosen = [path for path in paths if getattr(row, f"{path}_id") is not None]
        names = ", ".join(str(row._meta.get_field(path).verbose_name) for path in paths)  # type: ignore[union-attr]
        return [] if len(chosen) == 1 else [str(ONE_THING).format(names=names)]

    return reasons


_PLAIN = Service(lambda row: [], _keep_plain)
_SERVICES: dict[type[Model], Service] = {
    Prisoner: Service(prisoners.reasons_against, prisoners.keep),
    PersonName: Service(lambda name: [], prisoners.keep_name),
    Place: Service(places.reasons_against, places.keep),
    Case: Service(cases.reasons_against, cases.keep),
    ChargeStep: Service(charges.reasons_against, charges.keep_step),
    Hearing: Service(hearings.reasons_against, hearings.keep),
    Sanction: Service(sanctions.reasons_against, sanctions.keep),
    Detention: Service(detentions.reasons_against, detentions.keep),
    Official: Service(officials.reasons_against, officials.keep),
    OfficialSpelling: Service(officials.reasons_against_spelling, officials.keep_spelling),
    EventLink: Service(events.reasons_against, events.keep_link),
    Figure: Service(_of_figure, _keep_plain),
    Disagreement: Service(_of_one("prisoner", "event"), _keep_plain),
    Variant: Service(_of_one(*REPORTABLE), _keep_plain),
}
