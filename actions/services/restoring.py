"""After a restored backup: who has withdrawn since is not expected and has not signed; who was dismissed is out."""

from actions.choices import SignUpState
from actions.models import Signature, SignUp
from actions.services import teams
from actions.services.sign_up_changes import mute, withdraw
from prisoners.services import accounts
from privacy.tombstones import Graves
from supporters.services.restoring import on_restore


def register() -> None:
    """Have the restored backup ask this floor too."""
    on_restore(replay)


def replay(graves: Graves) -> int:
    """Withdraw again what was withdrawn, write no more to who wanted no mails, and end again what was ended of staff.

    Returns how many rows.
    """
    gone = [pk for pk in Signature.objects.values_list("pk", flat=True).iterator() if graves.hold("signature", pk)]
    Signature.objects.filter(pk__in=gone).delete()
    rows = SignUp.objects.exclude(state=SignUpState.WITHDRAWN).iterator()
    taken = len(gone)
    for row in rows:
        if graves.hold("sign-up", row.pk):
            withdraw(row)
            taken += 1
        elif graves.hold("mails about a sign-up", row.pk):
            mute(row)
    return taken + teams.replay(graves) + accounts.replay(graves)
