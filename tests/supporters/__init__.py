"""Tests of who is written to, when and how."""
