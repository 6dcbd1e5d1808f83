"""Gunicorn's log through our formatter: it would print addresses of visitors and whole request lines."""

import logging
from typing import Any

from gunicorn.config import Config
from gunicorn.glogging import Logger as GunicornLogger

from campaign.logs import LineFormatter


class Logger(GunicornLogger):
    """Errors to stderr without request lines; no access log at all."""

    def setup(self, cfg: Config) -> None:
        """Called by gunicorn once it has read its options."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(LineFormatter())

    def exception(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """An error in a request; its arguments hold the address of the page, which may be a person's link."""
        self.error_log.error(msg.split("%")[0].strip() or "Error", exc_info=True)

    def access(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: nobody's reading is written down."""

    def reopen_files(self) -> None:
        """Nothing to reopen; stderr is not ours."""


logging.getLogger("gunicorn.access").disabled = True
