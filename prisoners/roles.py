"""What each role may do at the researchers' desk, as Django permissions; computed, never stored."""

from collections.abc import Mapping
from functools import cache

from prisoners.choices import StaffRole
from prisoners.models import Staff

WRITES = ("add", "change", "view", "delete")
LOOKS = ("view",)
#: What researchers write and publishers look over, by floor: what is not named here, nobody opens by a role. Above all
#: who works in a group, who comes and who signed are not named.
RECORD = {
    "prisoners": (
        "affiliation batch batchentry batchleft case charge chargestep citation defendant detention disagreement event "
        "eventlink eventprisoner figure hearing historypurge involvement official officialspelling organisation "
        "personname place prisoner sanction source statement statementprisoner statusreport variant"
    ),
    "actions": (
        "action actionsource appeal campaign dayofaction demand demandsource endorsement group letterrules letterterms "
        "report reportsource target targetsource"
    ),
}
#: What is shown beside it, and written by the organisers at their own desk alone.
BESIDE = {"actions": "membership slot"}
CONFIDENTIAL = {"prisoners": "confidentialnote"}
ACCOUNTS = {"prisoners": "staff"}
#: What readers hand in is addressed to researchers, though it is kept with the data of people outside the staff.
HANDED_IN = {"supporters": "contribution"}


def permissions_of(staff: Staff) -> frozenset[str]:
    """The permissions of an account by its roles, such as "prisoners.change_hearing"."""
    return _permissions_of_roles(frozenset(staff.roles)) if staff.is_active else frozenset()


@cache
def _permissions_of_roles(roles: frozenset[str]) -> frozenset[str]:
    """Asked for every link of every page of the desk, and the same as long as the process runs."""
    return frozenset(permission for role in roles for permission in _PERMISSIONS[StaffRole(role)]())


def _researcher() -> set[str]:
    own = _permissions(WRITES, RECORD) | _permissions(WRITES, CONFIDENTIAL)
    return own | _permissions(LOOKS, BESIDE) | _permissions(("change", "view"), HANDED_IN)


def _publisher() -> set[str]:
    return _permissions(("change", "view"), RECORD) | _permissions(LOOKS, BESIDE)


def _organiser() -> set[str]:
    """Organisers work at their own desk, with the rows of their own groups alone."""
    return set()


def _steward() -> set[str]:
    own = _permissions(WRITES, ACCOUNTS) | _permissions(WRITES, CONFIDENTIAL)
    looks = _permissions(LOOKS, RECORD) | _permissions(LOOKS, BESIDE)
    return own | looks | _permissions(("delete", "view"), HANDED_IN)


_PERMISSIONS = {
    StaffRole.RESEARCHER: _researcher,
    StaffRole.PUBLISHER: _publisher,
    StaffRole.ORGANISER: _organiser,
    StaffRole.STEWARD: _steward,
}


def _permissions(verbs: tuple[str, ...], models: Mapping[str, str]) -> set[str]:
    names = ((floor, name) for floor, named in models.items() for name in named.split())
    return {f"{floor}.{verb}_{name}" for floor, name in names for verb in verbs}
