"""One machine without any server installed: PostgreSQL, Redis, keys and a mailbox in one data folder."""
