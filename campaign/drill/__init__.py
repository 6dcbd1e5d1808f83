"""Faults made for real on a running copy: `make drill`."""
