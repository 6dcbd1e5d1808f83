"""What this floor keeps of a person, for who asks what is held about them."""

from typing import Any

from actions.models import Signature, SignUp
from actions.services.questions import in_words
from supporters.models import Supporter
from supporters.services.taking_along import register_section


def register() -> None:
    """Make both sections known."""
    register_section("sign_ups", SignUp, sign_ups)
    register_section("signatures", Signature, signatures)


def sign_ups(supporter: Supporter) -> list[dict[str, Any]]:
    """To what somebody comes, with all that was said for it; days in UTC."""
    rows = SignUp.objects.filter(supporter=supporter).select_related("action", "slot").order_by("signed_up_on", "pk")
    return [
        {
            "action": row.action.slug,
            "name": row.name,
            "guests": row.guests,
            "role": str(row.slot) if row.slot else "",
            "state": row.state,
            "since": row.signed_up_on.isoformat(),
            "came": row.attended,
            "no_mails_about_it": row.is_muted,
            "answers": [{"question": one.question.label, "answer": in_words(one)} for one in row.answers.all()],
        }
        for row in rows.prefetch_related("answers__question")
    ]


def signatures(supporter: Supporter) -> list[dict[str, Any]]:
    """What somebody signed, as it was signed; days in UTC."""
    rows = Signature.objects.filter(supporter=supporter).select_related("appeal").order_by("signed_on", "pk")
    return [
        {
            "appeal": row.appeal.slug,
            "name": row.name,
            "country": row.country,
            "name_is_shown": row.is_name_public,
            "wants_news": row.wants_news,
            "state": row.state,
            "since": row.signed_on.isoformat(),
        }
        for row in rows
    ]
