"""What the answers of push services say of the browsers: who is there, and who takes nothing any more."""

from collections.abc import Iterable

from supporters.choices import NotificationState
from supporters.letters import Letter
from supporters.models import Notification, Supporter
from supporters.services import bounces, browsers
from supporters.verdicts import Outcome, Verdict


def note(answers: Iterable[tuple[Letter, Outcome]]) -> None:
    """Once the rows are settled: who took a push is there; one that came to nothing counts as a failure in a row."""
    rows = [(row, outcome.verdict) for letter, outcome in answers for row in letter.rows]
    taken = [row for row, verdict in rows if verdict == Verdict.ACCEPTED]
    browsers.confirm(row.supporter for row in taken if row.kind == browsers.FIRST)
    bounces.heal(row.supporter for row in taken)
    absent = [row.key for row, verdict in rows if verdict == Verdict.ABSENT]
    failed = Notification.objects.filter(pk__in=absent, state=NotificationState.FAILED).values("supporter")
    for supporter in Supporter.objects.filter(pk__in=failed) if absent else ():
        bounces.soft_bounce(supporter)
