"""What a list of prisoners can be asked, defined once: page, API, exports and statistics ask through this one class."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeVar

import django_filters as filters
from django.db.models import (
    Model,
    Q,
    QuerySet,
)
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prisoners.articles import articles_named
from prisoners.choices import HearingStatus, PublicationState, RoleKind
from prisoners.dates import PartialDate
from prisoners.few import few, numbers_in, numbers_of, public_people, united, within
from prisoners.filter_deciders import DECIDED, OF_FEW
from prisoners.filter_fields import (
    ALL,
    CountryFilter,
    RowFilter,
    TypedFilter,
    WhenFilter,
    WholeFilter,
    WordsFilter,
    day_filter,
    has_a_word,
    official_filter,
    overlaps,
)
from prisoners.filter_forms import RecordFilter
from prisoners.in_office import people_before
from prisoners.kept_totals import how_many
from prisoners.models import (
    Affiliation,
    Charge,
    Defendant,
    Detention,
    Hearing,
    Organisation,
    Prisoner,
    Sanction,
)
from prisoners.offered import (
    TOWNS,
    offered_organisations,
    offered_places,
    organisations,
    places,
)
from prisoners.remembered import Models, remembered
from prisoners.said import people
from prisoners.search import find
from prisoners.services.spans import settle
from prisoners.standing import Standing
from prisoners.standing_filter import HELD, SORTS, begin_of, begins_so, in_order, sort_of, standing_so
from prisoners.upcoming import ahead

_Value = TypeVar("_Value")
YES_OR_NO = (("true", _("yes")), ("false", _("no")))
MOST_DAYS = 366
#: Fields that a page always shows; the others wait behind «More filters».
MAIN = ("q", "status", "country", "held")
#: What is asked alone, of which the looking up tells which public people fit.
LOOKED_UP: tuple[set[str], ...] = ({"words"}, {"official"})
EDTF = _("A year, month or day, such as 2019, 2019-04 or 2019-04-23; 2011/2013 for a range.")


class PrisonerFilter(RecordFilter):
    """By name in any spelling, by where a person stands on a day, and by what the record says of the person.

    Everything that is given has to fit. Dates fit where they may overlap; what has no date at all never does. The
    queryset is of public prisoners: what is asked of their facts does not ask that again.
    """

    q = WordsFilter(
        method="later", max_length=200, label=_("Name"), help_text=_("In any spelling or script."), strip=True
    )
    status = filters.ChoiceFilter(method="later", choices=Standing.choices, label=_("Where it stands"), empty_label=ALL)
    country = CountryFilter(label=_("Country"), empty_label=ALL)
    held = filters.ChoiceFilter(method="later", choices=HELD, label=_("Held"), empty_label=ALL)
    place = RowFilter(
        method="later",
        queryset=lambda _request: places().filter(TOWNS),
        offered=partial(offered_places, are_towns=True),
        label=_("Held in (town)"),
        empty_label=ALL,
    )
    facility = RowFilter(
        method="later",
        queryset=lambda _request: places().exclude(TOWNS),
        offered=partial(offered_places, are_towns=False),
        label=_("Held in (prison or other place)"),
        empty_label=ALL,
    )
    organisation = RowFilter(
        method="of_organisation",
        queryset=lambda _request: organisations(),
        offered=offered_organisations,
        to_field_name="slug",
        label=_("Organisation"),
        empty_label=ALL,
    )
    role = filters.ChoiceFilter(
        method="with_a_role",
        choices=[one for one in RoleKind.choices if one[0]],
        label=_("Sort of role"),
        empty_label=ALL,
    )
    article = filters.CharFilter(
        method="accused_under",
        max_length=120,
        label=_("Article of the code"),
        help_text=_("As charges name it in the record; 164 finds 164 CC and 164 (part 2) too, and not 164-1."),
    )
    words = WordsFilter(
        method="of_whom_is_said",
        max_length=200,
        label=_("Words of facts"),
        help_text=_("What the record says of people, in any form of the words and any language of this site."),
        strip=True,
        validators=[has_a_word],
    )
    official = official_filter("before_an_official")
    arrested = WhenFilter(method="were_arrested", label=_("Custody began"), help_text=EDTF)
    sentenced = WhenFilter(method="were_sentenced", label=_("Sentenced"), help_text=EDTF)
    released = WhenFilter(method="were_released", label=_("Custody ended"), help_text=EDTF)
    hearing_within = WholeFilter(
        method="soon_in_court",
        min_value=1,
        max_value=MOST_DAYS,
        label=_("Hearing in the next days"),
        help_text=_("A number of days from 1 to 366."),
    )
    can_be_written_to = TypedFilter(choices=YES_OR_NO, label=_("Can be written to"), empty_label=ALL)
    as_of = day_filter(
        "later", _("On the day"), _("Where people stand on this day, such as 2019-12-16 (UTC); today without it.")
    )
    sort = filters.ChoiceFilter(method="later", choices=SORTS, label=_("Order"), empty_label=_("as is usual"))

    #: The rows with which the order begins that is asked, where these are found sooner than all; set with `qs`.
    begins: QuerySet[Any] | None = None
    #: The public people who were looked up for words or an official, as the text of an array; set with `qs`.
    looked_up: str = "{}"

    class Meta:
        model = Prisoner
        fields: tuple[str, ...] = ()

    @classmethod
    def offer(cls, name: str, one: filters.Filter) -> None:
        """Let a floor above add what it knows of prisoners, once at the start: page, API and exports take it up."""
        cls.base_filters[name] = one

    @property
    def form(self) -> Any:
        """The form; before it looks anything up, what is asked of spans is put in step with the facts."""
        if not hasattr(self, "_form"):
            settle()
        return super().form

    @property
    def day(self) -> date:
        """The day about which is asked: the one that is given, else today (UTC)."""
        given = self.form.cleaned_data.get("as_of") if self.is_bound and self.form.is_valid() else None
        return given or timezone.now().date()

    def chosen(self) -> Mapping[str, str]:
        """What is asked, as the address has it, blanks left out; without the order."""
        return {name: value for name in self.filters if name != "sort" and (value := self.data.get(name, ""))}

    def without_the_name(self) -> "PrisonerFilter | None":
        """Whatever else is asked than a name; None where that is nothing."""
        others = {name: value for name, value in self.chosen().items() if name != "q"}
        return PrisonerFilter(others, queryset=Prisoner.public.all()) if others else None

    @property
    def is_of_few(self) -> bool:
        """Whether what is asked is one of few things, so that numbers of it are kept."""
        return not set(self.chosen()) - set(OF_FEW)

    def remembered(self, what: str, count: Callable[[], _Value], of: Models = ()) -> _Value:
        """What `count` says of whoever fits, kept (`prisoners.remembered`) until what decides it is written.

        `of` are the models that decide it, beside those which decide who fits: where these are not known, as of words,
        any fact of the record counts. What a floor above asks is counted each time.
        """
        chosen = self.chosen()
        if set(chosen) - set(self.declared_filters):
            return count()
        decisive: set[type[Model]] = set()
        if not set(chosen) - set(DECIDED):
            decisive = {Prisoner, *of, *(one for name in chosen for one in DECIDED[name])}
        return remembered((what, get_language(), self.day, *sorted(chosen.items())), count, decisive)

    def total(self, found: QuerySet[Any]) -> int:
        """How many fit, who are the rows `found`: read where that number is kept, else counted (and remembered)."""
        if self._is_looked_up:
            return numbers_in(self.looked_up)
        given = {name: self.form.cleaned_data[name] for name in self.chosen() if name in self.form.cleaned_data}
        kept = how_many(given, self.day) if self.is_of_few else None
        return self.remembered("people", found.count) if kept is None else kept

    def numbers(self) -> tuple[str, int]:
        """The numbers of whoever fits as the text of an array, and how many there are; one query at most."""
        rows = self.qs
        return (self.looked_up, numbers_in(self.looked_up)) if self._is_looked_up else numbers_of(rows)

    @property
    def _is_looked_up(self) -> bool:
        """Whether who fits was looked up with `qs`, and nothing else is asked."""
        return set(self.chosen()) - {"as_of"} in LOOKED_UP

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that fit, in the order that is asked: of the likest name first where a name is asked."""
        given = dict(self.form.cleaned_data)
        rows = super().filter_queryset(queryset)
        rows = standing_so(rows, given, self.day)
        rows = find(rows, given["q"]) if given["q"] else rows
        self.begins = begin_of(rows, given["sort"], self.day) if begins_so(given) else None
        return in_order(rows, sort_of(given), self.day)

    def later(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Chooses nobody here: together with others, at the end."""
        return rows

    def of_organisation(self, rows: QuerySet[Any], name: str, organisation: Organisation) -> QuerySet[Any]:
        """Those with a public role in it."""
        return few(rows, _published(Affiliation).filter(organisation=organisation).values("prisoner"))

    def with_a_role(self, rows: QuerySet[Any], name: str, kind: str) -> QuerySet[Any]:
        """Those with a public role of that sort."""
        return few(rows, _published(Affiliation).filter(kind=kind).values("prisoner"))

    def accused_under(self, rows: QuerySet[Any], name: str, article: str) -> QuerySet[Any]:
        """Those with a public charge under that article, with whatever the record says of its code and part."""
        named = articles_named(article)
        accused = _published(Charge).filter(articles__overlap=named, case__state=PublicationState.PUBLISHED)
        return rows.filter(pk__in=accused.values("prisoner"))

    def of_whom_is_said(self, rows: QuerySet[Any], name: str, words: str) -> QuerySet[Any]:
        """Those of whom a public fact says all of these words."""
        return self._within(rows, people(words))

    def before_an_official(self, rows: QuerySet[Any], name: str, official: str) -> QuerySet[Any]:
        """Those in whose hearings, sanctions, events or cases somebody of that name acted in an office."""
        return self._within(rows, people_before(official))

    def _within(self, rows: QuerySet[Any], array: str) -> QuerySet[Any]:
        # Looked up once: list and count would each look it up again.
        self.looked_up = array
        return rows.filter(within("pk", array))

    def were_arrested(self, rows: QuerySet[Any], name: str, when: PartialDate) -> QuerySet[Any]:
        """Those of whom a stretch of custody may have begun then."""
        return _with(rows, Detention, overlaps("started", when))

    def were_sentenced(self, rows: QuerySet[Any], name: str, when: PartialDate) -> QuerySet[Any]:
        """Those on whom a sanction may have been imposed then."""
        return _with(rows, Sanction, overlaps("imposed", when))

    def were_released(self, rows: QuerySet[Any], name: str, when: PartialDate) -> QuerySet[Any]:
        """Those of whom a stretch of custody may have ended then."""
        return _with(rows, Detention, overlaps("ended", when))

    def soon_in_court(self, rows: QuerySet[Any], name: str, days: int) -> QuerySet[Any]:
        """Those with a scheduled hearing that may fall on one of the days from now."""
        now = timezone.now()
        last = now.date() + timedelta(days=days)
        coming = Hearing.internal.order_by().filter(ahead(now), status=HearingStatus.SCHEDULED, held_earliest__lte=last)
        accused = few(Defendant.internal.order_by(), coming.in_sight().values("case"), "case")
        return self._within(rows, public_people(*united([accused.values_list("prisoner")])))


def _with(rows: QuerySet[Any], model: Any, condition: Q) -> QuerySet[Any]:
    """Those of whom a public fact of that model fits."""
    return rows.filter(pk__in=_published(model).filter(condition).values("prisoner"))


def _published(model: Any) -> QuerySet[Any]:
    """The facts of a kind that are published themselves."""
    return model.internal.filter(state=PublicationState.PUBLISHED).order_by()
