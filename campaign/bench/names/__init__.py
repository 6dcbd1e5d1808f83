"""Invented people with names as they are in many languages, and the ways in which such names are written elsewhere."""
