"""Every language says what English says."""
