"""The only writers of the record: pages, staff desk, import and API call the same verbs."""
