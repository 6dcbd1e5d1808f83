"""How the services of this floor say no."""

from prisoners.refusals import Refusal


class ActionsRefusal(Refusal):
    """Something about a campaign, a group, an action or a report cannot be written as asked."""


class SignUpRefused(ActionsRefusal):
    """A sign-up cannot be taken or confirmed; nothing was changed."""


class NotPublishable(ActionsRefusal):
    """A row cannot be shown to the public, or not by this person."""
