"""English dates as the British write them ("12 April 2011, 14:30"); Django's own are American.

An instant is said with its zone ("e"), here and in every language: an hour without a zone is no hour.
"""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i e"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "d/m/Y"
SHORT_DATETIME_FORMAT = "d/m/Y H:i e"
FIRST_DAY_OF_WEEK = 1
