"""What can be done with supporters, their subscriptions and what they are owed; each call is one whole change."""
