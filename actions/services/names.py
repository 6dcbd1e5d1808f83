"""What the name of somebody who signs or signs up may hold: it goes into lists, spreadsheets, pages and mails."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Endings of sites that nobody is called by, in whatever letters.
NO_NAMES = "com|net|org|info|biz"
#: Endings that may be names (Link, Dev), in small letters alone; "example" is kept free for examples (RFC 2606).
SMALL = "shop|store|online|site|website|xyz|top|club|live|link|click|app|dev|pro|space|icu|vip|casino|agency|example"
#: Those of countries in small letters: two Latin ones, or spelt as here.
OF_COUNTRIES = "[a-z]{2}|рф|қаз|бел|укр"
#: A link, or what looks like a site: two letters, a dot and such an ending. Initials, "Dr.Aliev", "St.John" are names.
LINK = re.compile(
    rf"://|\b(?i:www)\.|[\w-]{{2}}\.(?:(?i:{NO_NAMES})|{SMALL}|{OF_COUNTRIES})(?![\w-])|\w\.[a-z]{{2,}}[/?]\S"
)
NO_LINK = _("A name has no address of a page in it.")


def link_faults(name: str) -> list[Promise | str]:
    """What speaks against a name that a mail program would make a link of."""
    return [NO_LINK] if LINK.search(name) else []
