"""Whole ways through the house, as a person walks them."""
