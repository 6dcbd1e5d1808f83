"""Importing a spreadsheet: read the file, understand its cells, compare with the record, write what was confirmed."""
