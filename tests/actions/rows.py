"""Rows for the tests of this floor: small, public unless said otherwise, at times relative to NOW."""

from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from actions.appeal_rules import derive_closing
from actions.choices import GroupRole, SignUpState
from actions.models import Action, Appeal, Campaign, Dispatch, DispatchText, Group, Membership, Report, SignUp, Target
from actions.services.actions import derive_instants
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Prisoner, Staff
from privacy.addresses import address_lookup
from supporters.choices import SupporterState
from supporters.models import Supporter

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
_numbers = count(1)
PUBLISHED = PublicationState.PUBLISHED


def make_staff(handle: str, *roles: str, groups: tuple[Group, ...] = ()) -> Staff:
    address = f"{handle}@staff.example"
    staff = Staff(handle=handle, email=address, email_lookup=address_lookup(address), roles=list(roles))
    staff.set_password("correct horse battery")
    staff.save()
    for group in groups:
        Membership.objects.create(group=group, member=staff, role=GroupRole.ORGANISER)
    return staff


def make_organiser(handle: str, *groups: Group) -> Staff:
    return make_staff(handle, StaffRole.ORGANISER, groups=groups)


def make_group(slug: str = "vienna", zone: str = "Europe/Vienna", **fields: Any) -> Group:
    fields = {"name": slug.title(), "city": slug.title(), "country": "AT", "state": PUBLISHED, **fields}
    return Group.internal.create(slug=slug, time_zone=zone, **fields)


def make_action(**fields: Any) -> Action:
    """A picket in Vienna on 16 December 2026 from 18:00 to 20:00, open for sign-up."""
    number = next(_numbers)
    values = {
        "slug": f"picket-{number}",
        "title": f"Picket {number}",
        "kinds": ["picket"],
        "held_on": "2026-12-16",
        "local_time": time(18),
        "local_end_time": time(20),
        "time_zone": "Europe/Vienna",
        "city": "Vienna",
        "country": "AT",
        "is_open_for_sign_up": True,
        "state": PUBLISHED,
        **fields,
    }
    action = Action(**values)
    derive_instants(action)
    action.save()
    return action


def make_prisoner(slug: str = "yerlan-baltabai", **fields: Any) -> Prisoner:
    fields = {
        "name": slug.replace("-", " ").title(),
        "country": "KZ",
        "consent_ground": "own_consent",
        "state": PUBLISHED,
        **fields,
    }
    return Prisoner.internal.create(slug=slug, **fields)


def make_campaign(slug: str = "zhanaozen", **fields: Any) -> Campaign:
    return Campaign.internal.create(slug=slug, **{"title": slug.title(), "country": "KZ", "state": PUBLISHED, **fields})


def make_report(action: Action, **fields: Any) -> Report:
    return Report.internal.create(
        action=action, **{"turnout_low": 20, "turnout_high": 30, "state": PUBLISHED, **fields}
    )


def make_supporter(address: str | None = None, **fields: Any) -> Supporter:
    address = address or f"person{next(_numbers)}@people.example"
    values = {"state": SupporterState.ACTIVE, **fields}
    return Supporter.objects.create(email=address, email_lookup=address_lookup(address), **values)


def make_sign_up(action: Action, **fields: Any) -> SignUp:
    fields = {"state": SignUpState.CONFIRMED, "told_revision": action.revision, **fields}
    if "supporter" not in fields:
        fields["supporter"] = make_supporter()
    return SignUp.objects.create(action=action, **fields)


def make_appeal(**fields: Any) -> Appeal:
    """An appeal to one embassy, open until the end of 24 December 2026 in Aqtau; `targets`, `prisoners`."""
    targets, prisoners = fields.pop("targets", None), fields.pop("prisoners", ())
    number = next(_numbers)
    values = {
        "slug": f"appeal-{number}",
        "title": f"Appeal {number}",
        "requested_by": "Union of oil workers",
        "summary": "Held for a strike.",
        "letter_subject": "Release at once",
        "salutation": "Your Excellency,",
        "letter": "Please release them.",
        "closes_on": date(2026, 12, 24),
        "time_zone": "Asia/Aqtau",
        "state": PUBLISHED,
        **fields,
    }
    appeal = Appeal(**values)
    derive_closing(appeal)
    appeal.save()
    appeal.targets.set([make_target()] if targets is None else targets)
    appeal.prisoners.set(prisoners)
    return appeal


def make_target(slug: str = "", **fields: Any) -> Target:
    slug = slug or f"embassy-{next(_numbers)}"
    values = {
        "name": "Embassy in Vienna",
        "country": "AT",
        "city": "Vienna",
        "time_zone": "Europe/Vienna",
        "address": "Wipplingerstrasse 35",
        "email": "mission@embassy.example",
        "state": PUBLISHED,
        **fields,
    }
    return Target.internal.create(slug=slug, **values)


def make_dispatch(*, subject: str = "Write to the court", text: str = "He is ill.", **fields: Any) -> Dispatch:
    """A draft in English, for the followers of everything."""
    row = Dispatch.internal.create(**{"slug": f"dispatch-{next(_numbers)}", "audience": "all", **fields})
    DispatchText.internal.create(dispatch=row, language=row.language, subject=subject, text=text)
    return row
