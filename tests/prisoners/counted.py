"""Records with their figures worked out by hand: what counts towards a term, over transfers, escapes and breaks."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from prisoners.chain import Accusation, ChainState, Rows, accusation_of, state_of
from prisoners.choices import ChargeStatus, CustodyEnd, CustodyKind, SanctionEnd, SanctionKind
from prisoners.dates import parse
from prisoners.models import Detention, Prisoner, Sanction

TODAY = date(2026, 11, 26)
SERVING, PRETRIAL = CustodyKind.SERVING, CustodyKind.PRETRIAL


def prison(pk: int = 1, imposed_on: str = "2025-01-01", **fields: Any) -> Sanction:
    """A prison sentence of somebody in Kazakhstan."""
    given = {"kind": SanctionKind.PRISON, "prisoner": Prisoner(country="KZ"), **fields}
    return Sanction(pk=pk, imposed_on=imposed_on, **given)


def held(started_on: str, ended_on: str = "", ended_by: str = "", kind: str = SERVING, of: int | None = 1) -> Detention:
    """A stretch of custody, of serving the first sentence if nothing else is said."""
    sanction = of if kind in (SERVING, CustodyKind.ADMINISTRATIVE) else None
    return Detention(kind=kind, started_on=started_on, ended_on=ended_on, ended_by=ended_by, sanction_id=sanction)


@dataclass(frozen=True)
class Case:
    """A record, and what follows from it on a day: end of the term, half of it and the share that is served."""

    name: str
    sanctions: tuple[Sanction, ...]
    detentions: tuple[Detention, ...]
    end: str
    half: str
    share: int
    said: str
    days: tuple[int, int] | None = None
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def rows(self) -> Rows:
        return Rows(self.sanctions, self.detentions, **self.more)

    def state(self, day: date = TODAY) -> ChainState:
        return state_of(self.rows, day)


SIX = prison(imposed_on="2022-01-01", years=6)
BAILED = held("2023-01-01", "2024-01-01", CustodyEnd.BAIL, kind=PRETRIAL)
RELEASED = held("2023-01-01", "2024-01-01", CustodyEnd.RELEASED, kind=PRETRIAL)
IN_THE_CASE = Accusation(7, ((parse("2023-01-03"), "pending"),))

CASES = (
    Case(
        # 4 years from 1 January 2025; 694 of 1461 days.
        "one custody",
        (prison(years=4),),
        (held("2025-01-01"),),
        "2029-01-01",
        "2027-01-01",
        47,
        "first day of this custody, day for day",
        (694, 694),
    ),
    Case(
        "two days on the way to another prison",
        (prison(years=4),),
        (held("2025-01-01", "2025-06-01", CustodyEnd.TRANSFERRED), held("2025-06-03")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Transferred: 1 June 2025, held elsewhere from: 3 June 2025. The time between is custody.",
        (694, 694),
    ),
    Case(
        "on the way in months alone",
        (prison(years=4),),
        (
            held("2025-01-01", "2025-06-01", CustodyEnd.TRANSFERRED),
            held("2025-06-01", "2025-08", CustodyEnd.TRANSFERRED),
            held("2025-10"),
        ),
        "2029-01-01",
        "2027-01-01",
        47,
        "The time between is custody.",
        (694, 694),
    ),
    Case(
        # From 1 January 2025 six years are over on 1 January 2031, less 730 days of 2022 and 2023; 1424 of 2191 days.
        "released for a year and back",
        (SIX,),
        (held("2022-01-01", "2024-01-01", CustodyEnd.RELEASED), held("2025-01-01")),
        "2029-01-01",
        "2026-01-01",
        64,
        "(1 January 2025), less the days of earlier custody that count too: 730. Time at large does not count.",
        (1424, 1424),
    ),
    Case(
        # From 1 January 2024 six years are over on 1 January 2030, less the 365 days of 2022; 1425 of 2192 days.
        "escaped for a year",
        (SIX,),
        (held("2022-01-01", "2023-01-01", CustodyEnd.ESCAPED), held("2024-01-01")),
        "2029-01-01",
        "2026-01-01",
        65,
        "less the days of earlier custody that count too: 365.",
        (1425, 1425),
    ),
    Case(
        "escaped, and no stretch names the sentence",
        (SIX,),
        (held("2022-01-01", "2023-01-01", CustodyEnd.ESCAPED, of=None), held("2024-01-01", of=None)),
        "2029-01-01",
        "2026-01-01",
        65,
        "Time at large does not count.",
    ),
    Case(
        # 365 days on remand, day for day; 694 + 365 of 1461 days.
        "remand, bail, and then the sentence",
        (prison(years=4),),
        (BAILED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "A day is a day: no rule that counts remand otherwise is recorded.",
        (1059, 1059),
    ),
    Case(
        # 365 days that count as 547; 694 + 547 of 1461 days; 730.5 - 547 days after the verdict half is over.
        "remand, bail, and a verdict that counts remand at one and a half",
        (prison(years=4, remand_counts_as=Decimal("1.50")),),
        (BAILED, held("2025-01-01")),
        "2027-07-04",
        "2025-07-03",
        84,
        "Days in remand before the verdict: 365. Each counts as 1.5 days of the term, as the verdict says.",
    ),
    Case(
        "remand that ended in release counts where the charge is of the case",
        (prison(years=4, case_id=7),),
        (RELEASED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "days of earlier custody that count too: 365.",
        more={"accusations": (IN_THE_CASE,)},
    ),
    Case(
        "remand that ended in release counts where the charge of the case led to the conviction",
        (prison(years=4, case_id=7),),
        (RELEASED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "days of earlier custody that count too: 365.",
        more={"accusations": (accusation_of(7, ChargeStatus.CONVICTED, parse("2023-01-03"), ()),)},
    ),
    Case(
        "a charge that was brought before the line that the record has of it",
        (prison(years=4, case_id=7),),
        (RELEASED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "days of earlier custody that count too: 365.",
        more={
            "accusations": (
                accusation_of(
                    7, ChargeStatus.CONVICTED, parse("2023-01-03"), ((parse("2025-01-01"), ChargeStatus.CONVICTED),)
                ),
            )
        },
    ),
    Case(
        "remand of which nothing says in what case it was",
        (prison(years=4, case_id=7),),
        (RELEASED, held("2025-01-01")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Not counted, since the record does not say that it was in this case: remand from 1 January 2023.",
    ),
    Case(
        "bail in another case than that of the sentence",
        (prison(years=4, case_id=7),),
        (BAILED, held("2025-01-01")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Not counted",
        more={"accusations": (Accusation(7, ((parse("2024-06-01"), "pending"),)),)},
    ),
    Case(
        "bail in a case that the record knows to be another one",
        (prison(years=4, case_id=8),),
        (BAILED, held("2025-01-01")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Not counted",
        more={"accusations": (IN_THE_CASE,)},
    ),
    Case(
        "bail and a charge of which nobody says in what case the sentence was",
        (prison(years=4),),
        (BAILED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "custody that count too: 365.",
        more={"accusations": (IN_THE_CASE,)},
    ),
    Case(
        "remand after which something else was imposed",
        (Sanction(pk=2, kind=SanctionKind.FINE, imposed_on="2024-02-01"), prison(years=4)),
        (BAILED, held("2025-01-01")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Not counted",
    ),
    Case(
        # 214 days that count as 321; 694 + 321 of 1461 days; 730.5 - 321 days after the verdict half is over.
        "remand in the same custody at one and a half",
        (prison(years=4, remand_counts_as=Decimal("1.50")),),
        (held("2024-06-01", "2025-01-01", CustodyEnd.TRANSFERRED, kind=PRETRIAL), held("2025-01-01")),
        "2028-02-15",
        "2026-02-14",
        69,
        "Each counts as 1.5 days of the term",
        (908, 908),
    ),
    Case(
        # 213 of 366 days at two are more than half of six months on the day of the verdict.
        "remand that covers half of the term is granted by the verdict",
        (prison(imposed_on="2026-10-01", years=1, remand_counts_as=Decimal("2")),),
        (held("2026-06-01", "2026-10-01", CustodyEnd.TRANSFERRED, kind=PRETRIAL), held("2026-10-01")),
        "2027-01-30",
        "2026-10-01",
        82,
        "Each counts as 2 days",
    ),
    Case(
        # 513 of 730 days.
        "a term that counts from a day of its own",
        (prison(years=2, starts_on="2025-07-01"),),
        (held("2025-01-01"),),
        "2027-07-01",
        "2026-07-01",
        70,
        "The term counts from the day that the record names for it, not from custody: 1 July 2025.",
        (694, 694),
    ),
    Case(
        "a term that counts from a day to come",
        (prison(years=2, starts_on="2027-01-01"),),
        (held("2025-01-01"),),
        "2029-01-01",
        "2028-01-01",
        0,
        "No days in remand before the verdict are counted otherwise",
    ),
    Case(
        # Counted from 1 July 2022 to the end of 2023 (549 days), and from 1 January 2025 on (694); 1243 of 2191 days.
        "a term from a day of its own, and a break",
        (prison(imposed_on="2022-01-01", years=6, starts_on="2022-07-01"),),
        (held("2022-01-01", "2024-01-01", CustodyEnd.RELEASED), held("2025-01-01")),
        "2029-07-01",
        "2026-07-01",
        56,
        "count too: 549.",
        (1424, 1424),
    ),
    Case(
        # Three years to 1 January 2023, and from then on five: 1425 of 1826 days.
        "a term added to one that was served",
        (
            prison(1, "2020-01-01", years=3, ended_by=SanctionEnd.SERVED, ended_on="2023-01-01"),
            prison(2, "2021-01-01", years=5, added_to_id=1),
        ),
        (held("2020-01-01"),),
        "2028-01-01",
        "2025-07-02",
        78,
        "The term counts from the end of the one to which it is added: 1 January 2023.",
    ),
    Case(
        "a term added to one that was replaced on appeal",
        (
            prison(1, "2024-01-01", years=5, ended_by=SanctionEnd.REPLACEMENT, ended_on="2024-06-01"),
            prison(2, "2024-06-01", years=3, replaces_id=1),
            prison(3, "2025-01-01", months=18, added_to_id=1),
        ),
        (held("2024-01-01"),),
        "2028-07-01",
        "2026-04-01",
        64,
        "Terms added to one another: 3 years, 18 months. Together: 4 years 6 months.",
    ),
    Case(
        # Custody under the first verdict, between 2 January 2023 and 2024, counts towards the one in its place.
        "a sentence replaced while at large",
        (
            prison(1, "2023-01-01", years=5, ended_by=SanctionEnd.REPLACEMENT, ended_on="2025-01-01"),
            prison(2, "2025-01-01", years=3, replaces_id=1),
        ),
        (held("2023-01-01", "2024-01-01", CustodyEnd.RELEASED), held("2025-01-01", of=2)),
        "2027-01-01",
        "2025-07-02",
        96,
        "count too: 365.",
    ),
    Case(
        # Fifteen days of an arrest that was served count towards no other sentence.
        "an arrest served before in the same custody",
        (
            Sanction(
                pk=2,
                kind=SanctionKind.ADMINISTRATIVE_ARREST,
                imposed_on="2024-12-17",
                days=15,
                ended_by=SanctionEnd.SERVED,
                ended_on="2025-01-01",
            ),
            prison(imposed_on="2025-06-01", years=4),
        ),
        (held("2024-12-17", "2025-01-01", CustodyEnd.TRANSFERRED, of=2), held("2025-01-01", of=1)),
        "2029-01-01",
        "2027-01-01",
        47,
        "The term counts from 1 January 2025: another sentence was served before, and had ended.",
        (709, 709),
    ),
    Case(
        # The same, of an arrest whose end nobody entered: it has none but that of its days.
        "an administrative arrest before in the same custody",
        (
            Sanction(pk=2, kind=SanctionKind.ADMINISTRATIVE_ARREST, imposed_on="2024-12-17", days=15),
            prison(imposed_on="2025-06-01", years=4),
        ),
        (
            held("2024-12-17", "2025-01-01", kind=CustodyKind.ADMINISTRATIVE, of=2),
            held("2025-01-01", "2025-06-01", kind=PRETRIAL),
            held("2025-06-01"),
        ),
        "2029-01-01",
        "2027-01-01",
        47,
        "The term counts from 1 January 2025: another sentence was served before, and had ended.",
        (709, 709),
    ),
    Case(
        # As of somebody released for a year: an early release that was revoked ended nothing.
        "an early release that was revoked",
        (prison(imposed_on="2022-01-01", years=6, ended_by=SanctionEnd.EARLY_RELEASE, ended_on="2024-01-01"),),
        (held("2022-01-01", "2024-01-01", CustodyEnd.EARLY), held("2025-01-01")),
        "2029-01-01",
        "2026-01-01",
        64,
        "The early release was revoked: custody for this sentence went on later.",
        (1424, 1424),
    ),
    Case(
        "two terms beside one another",
        (prison(1, "2020-01-10", years=3), prison(2, "2020-06-10", years=8)),
        (held("2020-01-10"),),
        "2028-01-10",
        "2024-01-10",
        85,
        "first day of this custody, day for day",
    ),
    Case(
        # A year from 29 February is over on 28 February; the day of the break is one that other years do not have.
        "leap days",
        (prison(imposed_on="2024-02-29", years=4),),
        (held("2024-02-29", "2024-03-01", CustodyEnd.ESCAPED), held("2025-02-28")),
        "2029-02-27",
        "2027-02-27",
        43,
        "count too: 1.",
    ),
)
