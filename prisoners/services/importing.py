"""An import as a colleague confirms it: what is written is what was shown, and only that."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from prisoners.importing.outlines import Options
from prisoners.importing.pace import SILENT, Pace
from prisoners.importing.proposals import outline
from prisoners.importing.rows import Read
from prisoners.models import Batch, Staff
from prisoners.services import imports
from prisoners.services.refusals import refuse_if

CHANGED_SINCE = _("The record or your choices have changed since you looked: please look again, then confirm.")
REFUSED_ROWS = _("Some rows are refused: correct the file, or choose to leave these rows out.")
NOT_A_RESEARCHER = _("Importing is for researchers.")


@transaction.atomic
def commit(
    read: Read,
    options: Options,
    file: imports.File,
    by: Staff,
    *,
    shown: str,
    skip_refused: bool,
    pace: Pace = SILENT,
) -> Batch:
    """Write what was shown; `shown` is the fingerprint of that outline. Raises RecordRefused, then nothing is written.

    One import writes at a time, and compares with the record as it is then.
    """
    refuse_if([] if by.has_role(StaffRole.RESEARCHER) else [NOT_A_RESEARCHER])
    imports.lock()
    found = outline(read, options, pace)
    refuse_if([] if found.fingerprint == shown else [CHANGED_SINCE])
    refuse_if([REFUSED_ROWS] if found.faults and not skip_refused else [])
    return imports.write(found, file, by, pace)
