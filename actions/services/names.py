"""What the name of somebody who signs or signs up may hold: it goes into lists, spreadsheets, pages and mails."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: A link, or what looks like the name of a site.
LINK = re.compile(r"://|www\.|[a-z0-9-]\.[a-z]{2,}(?:$|[/\s?])", re.IGNORECASE)
NO_LINK = _("A name has no address of a page in it.")


def link_faults(name: str) -> list[Promise | str]:
    """What speaks against a name that a mail program would make a link of."""
    return [NO_LINK] if LINK.search(name) else []
