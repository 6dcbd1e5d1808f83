"""Whether FIELD_KEYS are the keys of this database: asked of what is sealed in it, before anybody needs it."""

from django.db.models import Model

from prisoners.models import Staff
from privacy.addresses import address_lookup
from privacy.keys import CannotOpen
from supporters.models import Supporter

#: Who has both a sealed address and a lookup made of it; an installation in use has a member of staff.
WITNESSES: tuple[type[Model], ...] = (Staff, Supporter)
#: What is amiss then.
WRONG_KEYS = (
    "FIELD_KEYS do not open this database: one that is needed was taken out, or the founding key does not stand last; "
    "it stays for good, so put it back at the end of the list"
)


def opens_database() -> bool:
    """Whether an address in this database can be opened and leads back to its own lookup; True where there is none.

    The lookup is made with the founding key (the last of FIELD_KEYS), so that one which was taken off, or belongs to
    another database, is noticed. Raises privacy.keys.ring's ImproperlyConfigured.
    """
    rows = (_witness(model) for model in WITNESSES)
    return all(_leads_back(row) for row in rows if row is not None)


def _witness(model: type[Model]) -> Model | None:
    """Who is told in a browser has no address."""
    rows = model._default_manager.order_by().only("email", "email_lookup")
    return (rows.filter(browser__isnull=True) if model is Supporter else rows).first()


def _leads_back(row: Model) -> bool:
    try:
        return address_lookup(row.email) == bytes(row.email_lookup)  # type: ignore[attr-defined]
    except CannotOpen:
        return False
