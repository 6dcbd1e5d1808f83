"""The public facts of a hearing that people are told, and the instants that they mean."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from prisoners.choices import HearingDecision, HearingStatus
from prisoners.dates import PartialDate, describe, parse
from prisoners.models import Hearing, Place
from prisoners.times import BadTime, instant_of, local_day_start, say_instant
from supporters.asking import rows_once

DAY = timedelta(days=1)
#: Stands for «no such instant»: all of it is past.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


#: What hardly any hearing has is not kept with each.
RARE = ("is_second", "decision")
#: When and where it was held makes no news of what the court decided.
DETAILS = ("on", "at", "zone", "place", "court", "is_second")


@dataclass(frozen=True)
class Sitting:
    """The public facts of a hearing that a change is told against; date (EDTF) and hour are local."""

    on: str
    at: str
    zone: str
    place: str
    status: str
    #: In the words of the record; what was told before courts were kept has none.
    court: str = ""
    #: Of two equal hours, where the clock is put back.
    is_second: bool = False
    #: What the court decided, where the record has it among its words for that.
    decision: str = ""

    @property
    def facts(self) -> dict[str, Any]:
        """As they are kept with a notification."""
        return {name: value for name, value in asdict(self).items() if name not in RARE or value}

    @property
    def held_on(self) -> PartialDate | None:
        """The local date."""
        return parse(self.on) if self.on else None

    @property
    def starts_at(self) -> datetime | None:
        """The instant of the beginning, or of the day's first moment without an hour; None without an exact day.

        Derived from the local time by the rules as they are known now, since the law may move clocks.
        """
        held_on = self.held_on
        if held_on is None or not held_on.is_day or held_on.earliest is None:
            return None
        if not self.at:
            return local_day_start(held_on.earliest, self.zone)
        return instant_of(held_on.earliest, time.fromisoformat(self.at), self.zone, is_second=self.is_second)

    @property
    def begins_by(self) -> datetime | None:
        """Until when a reminder is of use: the beginning, or the end of the last possible day."""
        if self.starts_at is not None and self.at:
            return self.starts_at
        latest = self.held_on.latest if self.held_on else None
        return local_day_start(latest + DAY, self.zone) if latest else None

    def say(self, language: str) -> str:
        """Date, hour and zone in words; without an hour the date alone."""
        if self.starts_at is not None and self.at:
            return say_instant(self.starts_at, self.zone, language)
        return describe(self.held_on, language) if self.held_on else ""


def sitting_of(hearing: Hearing) -> Sitting:
    """The facts of a hearing as they stand."""
    return Sitting(
        on=str(hearing.held_on or ""),
        at=f"{hearing.local_time:%H:%M}" if hearing.local_time else "",
        zone=hearing.place.time_zone,
        place=str(hearing.place_id),
        status=hearing.status,
        court=hearing.court,
        is_second=hearing.is_second_hour,
        decision=hearing.decision,
    )


def instants(sitting: Sitting) -> tuple[datetime, datetime]:
    """Beginning and end of use; an hour that the law has abolished meanwhile leaves the day."""
    try:
        start, end = sitting.starts_at, sitting.begins_by
    except BadTime:
        day = Sitting(**{**sitting.facts, "at": ""})
        start, end = day.starts_at, day.begins_by
    return start or NEVER, end or NEVER


def set_aside(now: Sitting) -> tuple[str, ...]:
    """The facts that make no difference to what was told: of an outcome, when and where; nor is no decision another."""
    if now.status != HearingStatus.HELD:
        return ()
    return DETAILS if now.decision else (*DETAILS, "decision")


def says_the_same(before: dict[str, Any], now: Sitting) -> bool:
    """Whether nothing that was told is otherwise now."""
    aside = set_aside(now)
    if not aside:
        return before == now.facts
    return all(name in aside or now.facts.get(name) == value for name, value in before.items())


def say_before(earlier: Sitting, now: Sitting, language: str) -> str:
    """What was told before: when it was, where, if that is somewhere else now, and that it was called off, if so."""
    when = _say_when(earlier, now, language)
    return when if earlier.status == HearingStatus.SCHEDULED else f"{when} ({HearingStatus(earlier.status).label})"


def say_decided_before(earlier: Sitting, now: Sitting) -> str:
    """What the court had decided by what was told before, where it is otherwise now."""
    is_other = earlier.decision and now.decision not in ("", earlier.decision)
    return str(HearingDecision(earlier.decision).label) if is_other else ""


def _say_when(earlier: Sitting, now: Sitting, language: str) -> str:
    has_other_court = bool(earlier.court) and earlier.court != now.court
    if earlier.place == now.place and not has_other_court:
        return earlier.say(language)
    place = rows_once(("place", earlier.place), Place.objects.filter(pk=earlier.place).first)
    return ", ".join(part for part in (earlier.say(language), earlier.court, place.name_i18n if place else "") if part)
