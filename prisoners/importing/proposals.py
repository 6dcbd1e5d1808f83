"""What a file would do to the record, row by row: new, changed (old and new), unchanged, refused, likely the same."""

from anyascii import anyascii
from django.utils.translation import gettext as _

from prisoners.importing.differences import Differences
from prisoners.importing.ground import Ground
from prisoners.importing.known import Addresses
from prisoners.importing.outlines import LIKELY, NEW, Options, Outline, Proposal
from prisoners.importing.pace import FINDING, SILENT, Pace
from prisoners.importing.refusals import FileRefused
from prisoners.importing.rows import Read
from prisoners.importing.who_is_who import WhoIsWho
from prisoners.models import Prisoner
from prisoners.refusals import Refusal
from prisoners.times import zone_or_refuse


def outline(read: Read, options: Options, pace: Pace = SILENT) -> Outline:
    """Compare what a file says with the record; writes nothing. Raises FileRefused for options that cannot be."""
    _check_options(options)
    made = Outline(read, options, faults=list(read.faults), notes=list(read.notes))
    pace.begin(FINDING)
    ground = Ground(made)
    country = options.country or _only_country(made)
    made.proposals += map(Proposal, ground.wanted, ground.keys)
    WhoIsWho(ground, pace).find()
    people = [one.prisoner for one in made.proposals if one.prisoner is not None]
    ground.known.read_facts(people, any(one.notes for one in ground.wanted))
    Differences(ground, country).find(pace)
    _give_addresses(made)
    made.faults.sort(key=lambda fault: (fault.sheet, fault.row))
    return made


def _check_options(options: Options) -> None:
    if options.likely not in LIKELY:
        raise FileRefused(
            _("“%(word)s” is not known here; known are: %(names)s.")
            % {"word": options.likely, "names": ", ".join(LIKELY)}
        )
    try:
        zone_or_refuse(options.zone or "UTC")
    except Refusal as refused:
        raise FileRefused(refused.reasons) from refused


def _only_country(made: Outline) -> str:
    """The country of everybody in the record, where it is one; said where rows get it."""
    found = list(Prisoner.internal.order_by().values_list("country", flat=True).distinct()[:2])
    if len(found) == 1 and any("country" not in one.own and not one.slug for one in made.read.wanted):
        made.notes.append(
            _("Rows without a country got that of everybody in the record: %(country)s.") % {"country": found[0]}
        )
    return found[0] if len(found) == 1 else ""


def _give_addresses(made: Outline) -> None:
    fresh = [one for one in made.proposals if one.verdict == NEW]
    if not fresh:
        return
    addresses = Addresses()
    for one in fresh:
        one.slug = addresses.free(one.wanted.slug or anyascii(one.wanted.name))
