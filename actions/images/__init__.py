"""Photographs as bytes: read safely, stripped of everything but their pixels, faces blurred. No Django, no rows."""
