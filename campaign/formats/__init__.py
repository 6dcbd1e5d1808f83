"""Dates and numbers as a language writes them, where Django has no such formats or not ours."""
