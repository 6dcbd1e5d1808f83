"""What the desk asks between choosing rows and changing their state."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Question(NamedTuple):
    """What is asked before chosen rows change their state: for which action, and in which words."""

    action: str
    title: Promise
    lead: Promise
    label: Promise | str = ""
    template: str = "admin/prisoners/reason.html"


PUBLISHING = Question(
    "publish_rows",
    _("Publish"),
    _("Please look at each: what is not to be published, leave out."),
    template="admin/prisoners/publish.html",
)
SENDING_BACK = Question(
    "send_back_rows",
    _("Send back to the author"),
    _("It goes back to whoever submitted it, who can change it and ask again:"),
    _("Reason (its author reads it; it is never shown to readers)"),
)
WITHDRAWING = Question(
    "withdraw_rows",
    _("Withdraw"),
    _("These rows will be taken from the public at once:"),
    _("Reason (kept with the rows, never shown to readers)"),
)
