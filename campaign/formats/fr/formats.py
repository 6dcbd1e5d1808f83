"""French instants with their zone; all else as Django has it."""

DATETIME_FORMAT = "j F Y, H:i e"
SHORT_DATETIME_FORMAT = "d/m/Y H:i e"
