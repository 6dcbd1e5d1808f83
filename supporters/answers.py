"""What the answers of servers say of the readers: who is there, and who takes nothing any more."""

from collections.abc import Iterable

from supporters.choices import NotificationState
from supporters.letters import Letter
from supporters.models import Notification, Supporter
from supporters.services import bounces, browsers
from supporters.verdicts import Outcome, Verdict


def note(answers: Iterable[tuple[Letter, Outcome]], *, is_push: bool) -> None:
    """Once the rows are settled: what came to nothing counts as a failure in a row, and who took a push is there.

    That a server took a mail proves nothing of its reader: it may come back yet.
    """
    rows = [(row, outcome.verdict) for letter, outcome in answers for row in letter.rows]
    if is_push:
        taken = [row for row, verdict in rows if verdict == Verdict.ACCEPTED]
        browsers.confirm(row.supporter for row in taken if row.kind == browsers.FIRST)
        bounces.heal(row.supporter for row in taken)
    absent = [row.key for row, verdict in rows if verdict == Verdict.ABSENT]
    failed = Notification.objects.filter(pk__in=absent, state=NotificationState.FAILED).values("supporter")
    for supporter in Supporter.objects.filter(pk__in=failed) if absent else ():
        bounces.soft_bounce(supporter)
