"""Loading a campaign file: read it with line numbers, plan the rows, compare with the record, write at once."""
