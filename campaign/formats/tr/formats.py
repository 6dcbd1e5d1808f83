"""Turkish instants with their zone; all else as Django has it."""

DATETIME_FORMAT = "d F Y H:i e"
SHORT_DATETIME_FORMAT = "d M Y H:i e"
