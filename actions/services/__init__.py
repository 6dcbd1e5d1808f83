"""What changes actions, sign-ups, reports, demands and groups: one file for each kind of write."""
