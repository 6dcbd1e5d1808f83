"""How the services of this floor say no."""

from prisoners.refusals import Refusal


class ContributionRefused(Refusal):
    """A contribution cannot be taken or decided as asked; nothing has been written."""


class SubscriptionRefused(Refusal):
    """A subscription cannot be taken as it was asked for; nothing has been written."""
