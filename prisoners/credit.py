"""How a day in remand counts towards a prison term, by the law of the country and the regime that the court ordered.

A rule is entered here only with its law. Where the record knows no regime, or no rule is here, a day is a day, and
the page says so. The laws name offences to which they do not apply, and the record does not always know the article:
so a rule moves the earliest day of release, and the latest stays where a day is a day. What the verdict itself says
(`Sanction.remand_counts_as`) counts for both.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from prisoners.choices import PrisonRegime

DAY_FOR_DAY = Fraction(1)


@dataclass(frozen=True)
class Rule:
    """What a day in remand counts as under each regime, for verdicts from `since` on; `law` is where it stands."""

    country: str
    since: date
    rates: dict[PrisonRegime, Fraction]
    law: str


_BY_REGIME = {
    PrisonRegime.MAXIMUM: DAY_FOR_DAY,
    PrisonRegime.MEDIUM: Fraction(3, 2),
    PrisonRegime.MINIMUM: Fraction(2),
}
#: `since` is the first day on which the rule certainly held; it may be older.
RULES = (
    Rule("KZ", date(2019, 1, 1), _BY_REGIME, "Criminal Code of Kazakhstan of 3 July 2014, article 62 part 3"),
    Rule(
        "RU",
        date(2018, 7, 14),
        _BY_REGIME,
        "Criminal Code of Russia, article 72 part 3.1 (Federal Law 186-FZ of 3 July 2018)",
    ),
)


@dataclass(frozen=True)
class Credit:
    """What a day in remand counts as, at least and at most; `law` is empty where the verdict says it."""

    least: Fraction = DAY_FOR_DAY
    most: Fraction = DAY_FOR_DAY
    law: str = ""

    def __bool__(self) -> bool:
        return self.most > DAY_FOR_DAY

    def days_gained(self, in_remand: int) -> tuple[int, int]:
        """By how many whole days the term is shorter than day for day, at least and at most."""
        return int(in_remand * (self.least - 1)), int(in_remand * (self.most - 1))


def rule_for(country: str, judged_on: date | None) -> Rule | None:
    """The rule for a verdict of that day; None where none is entered."""
    if judged_on is None:
        return None
    return next((one for one in RULES if one.country == country and one.since <= judged_on), None)


def credit_of(country: str, judged_on: date | None, regime: str) -> Credit:
    """What the law gives under that regime; day for day where no rule is entered."""
    rule = rule_for(country, judged_on)
    if rule is None or regime == PrisonRegime.UNKNOWN:
        return Credit()
    return Credit(most=rule.rates[PrisonRegime(regime)], law=rule.law)
