"""Things to print: placards, leaflets, sheets for the street, as PDF from the record."""
