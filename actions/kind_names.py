"""What the kinds of mail about actions, appeals and dispatches are called at the desk."""

from django.utils.translation import pgettext_lazy

from supporters.kinds import call

CALLED = {
    "action_announced": pgettext_lazy("kind of mail", "New action"),
    "announced_action_changed": pgettext_lazy("kind of mail", "Announced action changed"),
    "report_published": pgettext_lazy("kind of mail", "Report of an action"),
    "appeal_closing": pgettext_lazy("kind of mail", "Appeal closes soon"),
    "appeal_outcome": pgettext_lazy("kind of mail", "Outcome of an appeal"),
    "dispatch": pgettext_lazy("kind of mail", "News from organisers"),
    "dispatch_appeal": pgettext_lazy("kind of mail", "Urgent appeal"),
    "dispatch_test": pgettext_lazy("kind of mail", "Test of a dispatch"),
    "action_reminder": pgettext_lazy("kind of mail", "Reminder of an action"),
    "action_moved": pgettext_lazy("kind of mail", "Action moved"),
    "action_cancelled": pgettext_lazy("kind of mail", "Action cancelled"),
    "action_thanks": pgettext_lazy("kind of mail", "Thanks after an action"),
    "organiser_message": pgettext_lazy("kind of mail", "Message to those who come"),
    "plan_touched": pgettext_lazy("kind of mail", "Plans touched by a release or a death"),
    "report_wanted": pgettext_lazy("kind of mail", "Report of an action wanted"),
    "sign_up_confirmation": pgettext_lazy("kind of mail", "Sign-up to confirm"),
    "sign_up_confirmation_reminder": pgettext_lazy("kind of mail", "Sign-up to confirm, once more"),
    "sign_up_confirmed": pgettext_lazy("kind of mail", "Sign-up confirmed"),
    "sign_up_pending": pgettext_lazy("kind of mail", "Sign-up waits for the organisers"),
    "sign_up_refused": pgettext_lazy("kind of mail", "Sign-up not accepted"),
    "sign_up_waiting": pgettext_lazy("kind of mail", "On the waiting list"),
    "place_offered": pgettext_lazy("kind of mail", "Place has become free"),
    "signature_confirmation": pgettext_lazy("kind of mail", "Signature to confirm"),
    "signature_confirmation_reminder": pgettext_lazy("kind of mail", "Signature to confirm, once more"),
}


def register() -> None:
    """Make the names known."""
    call(CALLED)
