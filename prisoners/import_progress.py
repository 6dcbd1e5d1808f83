"""How far an errand has come, as its page says it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prisoners.choices import ErrandKind, ErrandState
from prisoners.importing.pace import (
    ALIKE,
    CHECKING,
    COMPARING,
    FINDING,
    KEEPING,
    OPENING,
    READING,
    REMOVING,
    WRITING,
)
from prisoners.models import Errand

#: How often a page without scripts asks how far it has come.
REFRESH_SECONDS = 5
STOPPED = gettext_lazy("It was stopped. Nothing was written.")
#: Whoever waits longer than this for a worker is told that there may be none.
SOON = timedelta(seconds=60)

#: What is being done, and where in the whole it begins and ends, in hundredths of a look.
STAGES = {
    OPENING: (gettext_lazy("The file is being opened."), 0, 6),
    READING: (gettext_lazy("Rows that were read: %(done)s of %(rows)s."), 6, 32),
    FINDING: (gettext_lazy("Rows that were looked for in the record: %(done)s of %(rows)s."), 32, 60),
    ALIKE: (gettext_lazy("Rows that were compared with each other: %(done)s of %(rows)s."), 60, 90),
    COMPARING: (gettext_lazy("Rows that were compared with the record: %(done)s of %(rows)s."), 90, 100),
    WRITING: (gettext_lazy("Rows that were made ready: %(done)s of %(rows)s."), 100, 108),
    KEEPING: (gettext_lazy("Parts that were written: %(done)s of %(rows)s."), 108, 160),
}
STAGES |= {
    CHECKING: (gettext_lazy("What was changed or used since is being looked for."), 0, 10),
    REMOVING: (gettext_lazy("Parts that were taken back: %(done)s of %(rows)s."), 10, 100),
}
FIRST = {ErrandKind.LOOK: OPENING, ErrandKind.WRITE: OPENING, ErrandKind.UNDO: CHECKING}
WHOLE = {ErrandKind.LOOK: 100, ErrandKind.WRITE: 175, ErrandKind.UNDO: 100}


def progress_said(errand: Errand) -> dict[str, Any]:
    """How far it has come: percent, the sentence about it, and whether it goes on."""
    return {
        "percent": _percent(errand),
        "words": _words(errand),
        "goes_on": errand.state == ErrandState.ASKED,
    }


def waiting_line(errand: Errand) -> str:
    """How a file of somebody stands that waits, in a list of such files."""
    if errand.state == ErrandState.ASKED:
        return _words(errand)
    return str(STOPPED) if errand.state == ErrandState.STOPPED else _("It was looked at.")


def _percent(errand: Errand) -> int:
    if errand.stage not in STAGES:
        return 0
    _said, begin, end = STAGES[errand.stage]
    share = errand.rows_done / errand.rows if errand.rows else 0
    return int(100 * (begin + (end - begin) * share) / WHOLE[ErrandKind(errand.kind)])


def _words(errand: Errand) -> str:
    if errand.begun_at is None:
        return _waiting(errand)
    said, _begin, _end = STAGES[errand.stage or FIRST[ErrandKind(errand.kind)]]
    # Before it is known how many there are, as while the people of the record are read.
    words = str(said) % {"done": errand.rows_done, "rows": errand.rows or "…"}
    return " ".join([words, _("A worker was interrupted: it begins again.")]) if errand.tries > 1 else words


def _waiting(errand: Errand) -> str:
    if timezone.now() - errand.asked_at < SOON:
        return _("This waits for a worker, which does one thing after the other.")
    return _("This still waits for a worker. If no other file is being read, tell who runs this site.")
