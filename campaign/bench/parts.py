"""The parts of `make bench`: each a function without arguments that yields figures, on an empty, migrated database.

A part runs in a process of its own, with Django set up and with engines of its own whose data are as safe as in a
deployment. It may raise CannotMeasure.
"""

#: name: the dotted path of its function.
PARTS = {
    "search": "campaign.bench.search.measure",
    "pages": "campaign.bench.pages.measure",
    "tick": "campaign.bench.tick.measure",
    "round": "campaign.bench.round.measure",
    "imports": "campaign.bench.imports.measure",
    "mail": "campaign.bench.mail.measure",
}
