"""An action that nobody announced, and what happened at it, written down in one go by those who stood there."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from actions.choices import ActionKind
from actions.models import Action, Group, Report
from actions.publication import submit
from actions.refusals import ActionsRefusal
from actions.services.actions import create
from actions.services.reports import KEY_KEPT, log_report
from prisoners.casing import with_capital
from prisoners.models import Prisoner, Staff
from supporters.services import once

SENT_ALREADY = _("It was sent already.")


def log_unannounced(
    group: Group,
    by: Staff,
    *,
    report: Mapping[str, Any],
    key: str = "",
    prisoners: Iterable[Prisoner] = (),
    **fields: Any,
) -> Action:
    """Write an action and its report, and hand both to a second person; without a title it is called by kind and city.

    `fields` are those of the action, `report` those of `log_report`. The same words with the same `key` are one action,
    however often a bad connection sends them. Raises ActionsRefusal, BadTime or NotPublishable, and then nothing was
    written.
    """
    people = list(prisoners)
    fields = {**_placed(group, fields), "country": group.country}
    said = json.dumps([fields, dict(report), sorted(one.pk for one in people)], sort_keys=True, default=str)
    with transaction.atomic():
        if key and not once.claim(f"street:{group.pk} {by.pk}", key, said, kept=KEY_KEPT):
            return _logged(group, fields)
        action = create(group, by, prisoners=people, **fields)
        submit(action, by)
        log_report(action, by, **report)
    return action


def _logged(group: Group, fields: Mapping[str, Any]) -> Action:
    """What was written of these words before; a colleague may have put its title or day right since."""
    like = Report.internal.filter(action__group=group, action__title=fields["title"], action__held_on=fields["held_on"])
    report = like.select_related("action").order_by("-pk").first()
    if report is None:
        raise ActionsRefusal(SENT_ALREADY)
    return report.action


def _placed(group: Group, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with what was left empty: the city of the group, and a title of what it was and where."""
    city = fields.get("city") or group.city
    kinds = ", ".join(str(ActionKind(kind).label) for kind in fields["kinds"])
    title = fields.get("title") or with_capital(", ".join(filter(None, [kinds, city])))
    return {**fields, "city": city, "title": title}
