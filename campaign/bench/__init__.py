"""Measurements on a copy of its own: `make bench`."""
