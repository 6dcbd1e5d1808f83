"""Reads a calendar as strictly as four readers together: icalendar, vobject, ics, and the rules none of them holds."""

import re
import warnings

import vobject
from icalendar import Calendar

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import ics

LONGEST = 75
ZONED = re.compile(rb";TZID=([^:;]+)[:;]")


def read(octets: bytes) -> Calendar:
    """The calendar, if nobody finds a fault."""
    _lines(octets)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        vobject.readOne(octets.decode()).validate(raiseException=True)
        ics.Calendar(octets.decode())
    calendar = Calendar.from_ical(octets)
    assert isinstance(calendar, Calendar)
    faults = [fault for part in calendar.walk() for fault in part.errors]
    assert faults == []
    # RFC 5545 3.6: icalbody = calprops component, and component = 1*(…).
    assert calendar.subcomponents, "no component"
    _zones(calendar, octets)
    _events(calendar)
    return calendar


def _lines(octets: bytes) -> None:
    assert octets.endswith(b"END:VCALENDAR\r\n")
    assert octets.count(b"\n") == octets.count(b"\r\n") == octets.count(b"\r")
    for line in octets.split(b"\r\n"):
        assert len(line) <= LONGEST, line
        line.decode()


def _zones(calendar: Calendar, octets: bytes) -> None:
    unfolded = octets.replace(b"\r\n ", b"")
    named = {found.decode().strip('"') for found in ZONED.findall(unfolded)}
    known = {str(one["tzid"]) for one in calendar.walk("VTIMEZONE")}
    assert named == known if calendar.walk("VEVENT") else known == {"UTC"}


def _events(calendar: Calendar) -> None:
    uids = [str(one["uid"]) for one in calendar.walk("VEVENT")]
    assert len(uids) == len(set(uids))
    for one in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "SEQUENCE", "LAST-MODIFIED", "URL"} <= set(one)
        assert "ATTENDEE" not in one
        # RFC 5546 3.2.1 wants it of what is mailed; RFC 5545 3.8.4.3 forbids it where nobody is invited.
        assert ("ORGANIZER" in one) == ("METHOD" in calendar)
