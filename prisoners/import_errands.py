"""What a worker does with an errand: it looks at a file, writes it or takes it back; the page says what happened."""

import logging
import resource
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pghistory
from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from prisoners.choices import ErrandKind
from prisoners.import_forms import WholeFileForm, choices_of
from prisoners.import_look import Look
from prisoners.importing import waiting
from prisoners.models import Errand
from prisoners.refusals import Refusal
from prisoners.services import errands, imports
from prisoners.services.import_taking_back import take_back

log = logging.getLogger(__name__)

#: Seconds for one errand. The longest file that is read takes a fifth of it on a small machine.
MOST_SECONDS = 900
#: Bytes that one errand may take beside what the worker has already.
MOST_MEMORY = 2_000_000_000


def run_next() -> None:
    """Do what was asked for first, if anything was and no other worker is at such a file."""
    with errands.taken() as errand:
        if errand is not None:
            _run(errand)


def _run(errand: Errand) -> None:
    by = errand.asked_by
    history = pghistory.context(user=str(by.pk), url="")
    with translation.override(errand.language), history, closing(errands.Noted(errand)) as pace:
        try:
            if errand.tries > errands.MOST_TRIES:
                _fail(errand, _never_ended())
                return
            with _within_memory(MOST_MEMORY):
                _do(errand, pace)
        except errands.Stopped:
            return
        except Refusal as refused:
            _fail(errand, *map(str, refused.reasons))
        except MemoryError:
            _fail(errand, _("The file needs more memory than one import may have: split it into several."))
        except SoftTimeLimitExceeded:
            said = _("The file was not done with after %(minutes)s minutes: split it into several.")
            _fail(errand, said % {"minutes": MOST_SECONDS // 60})
        except Exception:
            # Its words may quote a cell: they go to nobody's log. It is tried again, and after some tries told.
            log.exception("An errand of an import failed")


def _do(errand: Errand, pace: errands.Noted) -> None:
    """Look, write or take back. Raises Refusal when what was handed over is gone, and Stopped."""
    if errand.kind == ErrandKind.UNDO:
        _undo(errand, pace)
        return
    file = imports.File(*waiting.read(errand.upload, errand.asked_by))
    chosen = errands.chosen_for(errand)
    form = WholeFileForm(chosen["sent"] or None)
    look = Look(file, choices_of(chosen["sent"], form, errand.asked_by), pace)
    if errand.kind == ErrandKind.LOOK:
        answer = look.compare().answer()
        errands.done(errand, {**answer, "is_gone": look.is_gone})
        if look.is_gone:
            # As a short file that cannot be opened is not even kept.
            waiting.forget_file(errand.upload)
    else:
        _write(errand, look, chosen["shown"])


def _write(errand: Errand, look: Look, shown: str) -> None:
    try:
        with transaction.atomic():
            errands.written(errand, look.commit(errand.asked_by, shown))
    except Refusal as refused:
        errands.done(errand, look.look_again(refused).answer())
    else:
        waiting.forget_file(errand.upload)


def _undo(errand: Errand, pace: errands.Noted) -> None:
    if errand.batch is None:
        raise errands.Stopped
    with transaction.atomic():
        take_back(errand.batch, errand.asked_by, pace)
        errands.written(errand, errand.batch)


def _fail(errand: Errand, *reasons: str) -> None:
    """Say on the page why there is nothing to see; nothing was written."""
    try:
        errands.done(errand, {"reasons": reasons, "columns": []})
    except errands.Stopped:
        return


def _never_ended() -> str:
    said = _(
        "This was begun %(count)s times and never came to an end: the worker was killed each time, as happens where "
        "there is too little memory, or failed. Split the file into several, and tell who runs this site."
    )
    return said % {"count": errands.MOST_TRIES}


@contextmanager
def _within_memory(most: int) -> Iterator[None]:
    """Have whatever takes so many bytes more than there are now raise MemoryError (`setrlimit`, POSIX)."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    now = _memory()
    limits = [now + most, *(one for one in before if one != resource.RLIM_INFINITY)]
    if now:
        resource.setrlimit(resource.RLIMIT_AS, (min(limits), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _memory() -> int:
    """Bytes of address space of this process (proc(5)); 0 where no system tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()
