"""What each role may do at the researchers' desk, as Django permissions; computed, never stored."""

from functools import cache

from django.apps import apps
from django.db.models import Model

from prisoners.choices import StaffRole
from prisoners.models import Staff

WRITES = ("add", "change", "view", "delete")
LOOKS = ("view",)
CONFIDENTIAL = frozenset({"confidentialnote"})
ACCOUNTS = frozenset({"staff"})
#: The floors that researchers and publishers work on; supporters' data are never among them.
RECORD = ("prisoners", "actions")
#: What readers hand in is addressed to researchers, though it is kept with the data of people outside the staff.
HANDED_IN = frozenset({"contribution"})


def permissions_of(staff: Staff) -> set[str]:
    """The permissions of an account by its roles, such as "prisoners.change_hearing"."""
    if not staff.is_active:
        return set()
    return {permission for role in staff.roles for permission in _permissions_of_role(StaffRole(role))}


@cache
def _permissions_of_role(role: StaffRole) -> frozenset[str]:
    """Asked for every link of every page of the desk, and the same as long as the process runs."""
    return frozenset(_PERMISSIONS[role]())


def _researcher() -> set[str]:
    handed_in = _permissions(("supporters",), ("change", "view"), only=HANDED_IN)
    return _permissions(RECORD, WRITES, without=ACCOUNTS) | handed_in


def _publisher() -> set[str]:
    return _permissions(RECORD, ("change", "view"), without=ACCOUNTS | CONFIDENTIAL)


def _organiser() -> set[str]:
    """Organisers work at their own desk, with the rows of their own groups alone."""
    return set()


def _steward() -> set[str]:
    handed_in = _permissions(("supporters",), ("delete", "view"), only=HANDED_IN)
    own = _permissions(("prisoners",), WRITES, only=ACCOUNTS | CONFIDENTIAL)
    return _permissions(RECORD, LOOKS) | own | handed_in


_PERMISSIONS = {
    StaffRole.RESEARCHER: _researcher,
    StaffRole.PUBLISHER: _publisher,
    StaffRole.ORGANISER: _organiser,
    StaffRole.STEWARD: _steward,
}


def _permissions(
    floors: tuple[str, ...],
    verbs: tuple[str, ...],
    only: frozenset[str] = frozenset(),
    without: frozenset[str] = frozenset(),
) -> set[str]:
    models = (model for floor in floors for model in apps.get_app_config(floor).get_models() if not _is_history(model))
    names = ((model._meta.app_label, str(model._meta.model_name)) for model in models)
    chosen = ((app, name) for app, name in names if name not in without and (not only or name in only))
    return {f"{app}.{verb}_{name}" for app, name in chosen for verb in verbs}


def _is_history(model: type[Model]) -> bool:
    """History is written by the database and read through the fact it belongs to."""
    return hasattr(model, "pgh_tracked_model")
