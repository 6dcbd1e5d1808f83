"""The researchers' desk for this floor: one file a noun family; no sign-ups."""

from actions.admin import actions, appeals, campaigns, days, groups, letters

__all__ = ["actions", "appeals", "campaigns", "days", "groups", "letters"]
