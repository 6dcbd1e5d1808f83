"""Commands of the wiring, one a file."""
