"""What the kinds of mail about the record and about what is followed are called at the desk."""

from django.utils.translation import pgettext_lazy

from supporters.kinds import call

CALLED = {
    "subscription_confirmation": pgettext_lazy("kind of mail", "Alerts to confirm"),
    "confirmation_reminder": pgettext_lazy("kind of mail", "Alerts to confirm, once more"),
    "manage_link": pgettext_lazy("kind of mail", "Link to what one follows"),
    "browser_confirmation": pgettext_lazy("kind of mail", "Told in a browser"),
    "alerts_begin": pgettext_lazy("kind of mail", "Alerts begin"),
    "contribution_question": pgettext_lazy("kind of mail", "Question about a contribution"),
    "case_follows": pgettext_lazy("kind of mail", "Case goes on in another"),
    "hearing_fixed": pgettext_lazy("kind of mail", "Court date fixed"),
    "hearing_reminder": pgettext_lazy("kind of mail", "Court date is near"),
    "hearing_moved": pgettext_lazy("kind of mail", "Court date moved"),
    "hearing_cancelled": pgettext_lazy("kind of mail", "Court date cancelled"),
    "hearing_decided": pgettext_lazy("kind of mail", "Decision of the court"),
    "arrest": pgettext_lazy("kind of mail", "Arrest"),
    "sentence": pgettext_lazy("kind of mail", "New sentence"),
    "transfer": pgettext_lazy("kind of mail", "Transfer"),
    "death": pgettext_lazy("kind of mail", "Death"),
    "release": pgettext_lazy("kind of mail", "Release"),
    "release_near": pgettext_lazy("kind of mail", "End of the term is near"),
    "half_of_term": pgettext_lazy("kind of mail", "Half of the term"),
    "days_in_custody": pgettext_lazy("kind of mail", "Hundredth day in custody"),
    "birthday": pgettext_lazy("kind of mail", "Birthday in custody"),
    "anniversary": pgettext_lazy("kind of mail", "Day that returns"),
}


def register() -> None:
    """Make the names known."""
    call(CALLED)
