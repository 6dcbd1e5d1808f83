"""The application as a WSGI server finds it."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from campaign import loaded
from prisoners import cantonese

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campaign.settings")

application = get_wsgi_application()
# Now and not at the first visit: the processes that are forked from here share what is loaded, nobody waits for it,
# and a release whose pages cannot be loaded does not start instead of answering with errors.
ADDRESSES = len(get_resolver().url_patterns)
cantonese.candidates()
loaded.keep()
