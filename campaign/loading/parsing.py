"""From located nodes to shapes, noting every fault: unknown keys, kinds and sources, bad dates, wrong types."""

import yaml
from django.utils.translation import gettext as _

from campaign.campaign_kinds import SECTION
from campaign.loading.parsing_campaign import CampaignParser
from campaign.loading.reader import Table
from campaign.loading.rows import RowsReader
from campaign.loading.shapes_file import CampaignFile


class Parser(CampaignParser):
    """Reads one file; `faults` holds what was found wrong."""

    def file(self, root: yaml.Node) -> CampaignFile:
        """The whole file."""
        top = Table(root, self.faults, _("A campaign file"))
        section = top.table(SECTION)
        rows = RowsReader().read(section) if section else {}
        retrieved = top.day("retrieved", required=not rows)
        sources = {key: self.source(key, table) for key, table in top.each("sources", _("A source"))}
        self.sources = set(sources)
        campaign = top.table("campaign")
        read = CampaignFile(
            id=top.text("id"),
            retrieved=retrieved,
            sources=sources,
            places=[self.place(table) for table in top.tables("places", _("A place"))],
            missions=self.unique([self.mission(table) for table in top.tables("missions", _("A mission"))]),
            campaign=self.campaign(campaign) if campaign else None,
            persons=self.unique([self.person(table) for table in top.tables("persons", _("A person"))]),
            rows=rows,
        )
        self.time_note(top)
        if not (read.is_told or rows):
            top.fault(_("There is neither a campaign nor a person, a mission or a place in this file."))
        if read.persons and not read.campaign:
            top.fault(_("A file with persons needs “campaign” with a title."))
        top.finish()
        return read
