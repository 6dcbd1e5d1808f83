"""The researchers' desk for the record: one file a noun family."""

from prisoners.admin import cases, events, imports, officials, people, places, sanctions, sources, staff

__all__ = ["cases", "events", "imports", "officials", "people", "places", "sanctions", "sources", "staff"]
