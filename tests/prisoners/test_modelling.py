"""Twelve things that a report of 16 December 2019 asks of any model of such a record, each held by the page too."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from actions.choices import DemandState
from actions.models import Demand
from prisoners.chain import chain_of
from prisoners.choices import Channel, CounterKind, EventKind, PublicationState, RoleKind, SanctionKind, Stance
from prisoners.dates import parse
from prisoners.models import (
    Affiliation,
    Citation,
    Disagreement,
    Event,
    Figure,
    Organisation,
    PersonName,
    Prisoner,
    Statement,
    Variant,
)
from prisoners.services import sanctions
from prisoners.standing import Standing
from tests.actions.rows import make_campaign
from tests.prisoners import make

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ADDRESS = "/en/prisoners/natalia-sokolova/"
PUBLIC = PublicationState.PUBLISHED


@pytest.fixture(autouse=True)
def _frozen() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def sokolova() -> Prisoner:
    """A lawyer whose record the others are hung on."""
    prisoner: Prisoner = make.published(make.a_prisoner("Natalia Sokolova"))
    return prisoner


@pytest.fixture
def read(client: Client) -> Callable[[str], str]:
    """What a page says, without its markup of languages."""

    def page(address: str = ADDRESS) -> str:
        answer = client.get(address)
        assert answer.status_code == 200
        return answer.content.decode()

    return page


def massacre(prisoner: Prisoner, **figures: dict[str, Any]) -> Event:
    """The shooting of 16 December 2011, with figures about the killed."""
    event = make.an_event(
        prisoner, kind=EventKind.KILLING, title="The shooting", happened_on="2011-12-16", state=PUBLIC
    )
    for number, values in enumerate(figures.values()):
        Figure.internal.create(
            event=event, about="killed", state=PUBLIC, **{"counted_by": f"counter {number}", **values}
        )
    return event


def test_an_ambiguous_year_stays_open_with_both_readings(sokolova: Prisoner, read: Callable[..., str]) -> None:
    """«In June of that year»: the sentence before speaks of 2009, the context of 2011."""
    event = make.an_event(sokolova, title="a questionnaire", happened_on="2009-06?", state=PUBLIC)
    point = Disagreement.internal.create(event=event, text="the year of «June of that year»")
    Variant.internal.create(event=event, disagreement=point, reported_on="2011-06?", text="by the context")
    assert event.happened_on is not None
    assert event.happened_on.is_uncertain
    text = read()
    for words in ("June 2009", "June 2011", "the year of «June of that year»"):
        assert words in text


def test_a_bound_is_no_date(sokolova: Prisoner, read: Callable[..., str]) -> None:
    """«Before 12 December» sorts before that day and counts as possible on every day before it."""
    event = make.an_event(sokolova, title="a discussion", happened_on="../2011-12-11", state=PUBLIC)
    massacre(sokolova)
    assert (event.happened_earliest, event.happened_latest) == (None, date(2011, 12, 11))
    text = read()
    assert "before 12 December 2011" in text
    assert text.index("A discussion") < text.index("The shooting")


def test_a_relative_date_is_computed_and_its_words_are_kept(sokolova: Prisoner, read: Callable[..., str]) -> None:
    """«Just 2 days after the massacre» is 18 December, and the page says that it was said so."""
    day = massacre(sokolova).happened_on
    assert day is not None
    assert day.begin is not None
    said = Statement.internal.create(
        speaker="Rabkor", said_on=parse(day.begin.beside(2).iso), text="just 2 days after the massacre", state=PUBLIC
    )
    said.prisoners.add(sokolova)
    text = read()
    assert "18 December 2011" in text
    assert "just 2 days after the massacre" in text


def test_a_declaration_that_was_never_made_is_shown_as_never_delivered(
    sokolova: Prisoner, read: Callable[..., str]
) -> None:
    """«This call, of course, was never made.»"""
    call = Demand.internal.create(
        campaign=make_campaign(), text="Extend the strike", state=PUBLIC, status=DemandState.UNDELIVERED
    )
    call.prisoners.add(sokolova)
    text = read()
    assert "Extend the strike" in text
    assert "never delivered" in text


def test_a_range_words_and_an_official_figure_of_one_quantity_stand_side_by_side(
    sokolova: Prisoner, read: Callable[..., str]
) -> None:
    massacre(
        sokolova,
        official={"low": 11, "high": 11, "counted_by_kind": CounterKind.OFFICIAL},
        estimate={"low": 50, "high": 150, "counted_by_kind": CounterKind.ESTIMATE},
        words={"text": "dozens"},
    )
    text = read()
    for words in ("killed: 11<", "killed: 50 – 150<", "killed: dozens<"):
        assert text.count(words) == 1


def test_what_a_witness_saw_is_never_added_to_a_total(sokolova: Prisoner, read: Callable[..., str]) -> None:
    massacre(
        sokolova,
        official={"low": 11, "high": 11},
        witness={"low": 6, "is_lower_bound": True, "counted_by_kind": CounterKind.EYEWITNESS, "counted_by": ""},
    )
    text = read()
    assert "killed: at least 6<" in text
    assert "eye-witnesses" in text
    assert "killed: 17" not in text


def test_the_counters_own_best_estimate_stands_beside_the_bounds_and_takes_the_place_of_none(
    sokolova: Prisoner, read: Callable[..., str], client: Client
) -> None:
    massacre(
        sokolova,
        range={"low": 50, "high": 150, "best": 70},
        words={"text": "dozens", "best": 60},
        alone={"best": 64},
        exact={"low": 11, "high": 11, "best": 11},
    )
    text = read()
    for words in (
        "killed: 50 – 150 (best estimate: 70)<",
        "killed: dozens (best estimate: 60)<",
        "killed: 64 (best estimate)<",
        "killed: 11<",
    ):
        assert text.count(words) == 1
    told = client.get("/api/v1/events/").json()["results"][0]["figures"]
    assert [(one["low"], one["best"], one["high"]) for one in told] == [
        (50, 70, 150),
        (None, 60, None),
        (None, 64, None),
        (11, 11, 11),
    ]


@pytest.mark.parametrize(
    "bounds", [{"low": 50, "best": 49}, {"high": 70, "best": 71}, {"low": 1, "high": 2, "best": 3}]
)
def test_a_best_estimate_outside_its_bounds_is_refused_by_the_desk_and_by_the_database(bounds: dict[str, int]) -> None:
    figure = Figure(about="killed", **bounds)
    with pytest.raises(ValidationError, match="lies outside the lower and the higher number"):
        figure.full_clean()
    with pytest.raises(IntegrityError, match="figure_best_lies_between"), transaction.atomic():
        figure.save()
    assert not Figure.internal.exists()


def test_a_role_is_named_by_its_sort_beside_the_words_of_the_source(
    sokolova: Prisoner, read: Callable[..., str], client: Client
) -> None:
    Affiliation.internal.create(prisoner=sokolova, role="the strikers’ lawyer", kind=RoleKind.LAWYER, state=PUBLIC)
    Affiliation.internal.create(prisoner=sokolova, role="mother of two", state=PUBLIC)
    text = read()
    assert "<dt>Lawyer</dt><dd><bdi>the strikers’ lawyer" in text
    assert "<dt>Role</dt><dd><bdi>mother of two" in text
    told = client.get("/api/v1/prisoners/natalia-sokolova/").json()["roles"]
    assert [(one["kind"]["value"], one["role"]) for one in told] == [
        ("lawyer", "the strikers’ lawyer"),
        ("", "mother of two"),
    ]


def test_a_statement_says_as_what_its_speaker_spoke_and_by_which_way(
    sokolova: Prisoner, read: Callable[..., str], client: Client
) -> None:
    said = Statement.internal.create(
        speaker="Boris K.", speaker_role="president of a confederation", channel=Channel.INTERVIEW, state=PUBLIC
    )
    other = Statement.internal.create(speaker="Somebody", channel=Channel.OTHER, text="a word", state=PUBLIC)
    for one in (said, other):
        one.prisoners.add(sokolova)
    text = read()
    assert "Boris K., president of a confederation" in text
    assert text.count("By way of: interview") == 1
    assert "another way" not in text
    told = client.get("/api/v1/prisoners/natalia-sokolova/").json()["statements"][0]
    assert (told["speaker_role"], told["channel"]["value"]) == ("president of a confederation", "interview")


def test_a_number_with_an_upper_bound_alone_is_told_as_at_most(sokolova: Prisoner, read: Callable[..., str]) -> None:
    massacre(sokolova, campaign={"low": None, "high": 70})
    assert "killed: at most 70<" in read()


def test_somebody_whose_name_is_not_known_is_described_and_not_named(read: Callable[..., str]) -> None:
    """An elected representative whose house was burnt; a description is no spelling of a name."""
    nobody = make.published(make.a_prisoner("A third elected representative", is_unnamed=True))
    make.an_event(nobody, title="his house was burnt to the ground", happened_on="2011~", state=PUBLIC)
    assert not PersonName.internal.filter(prisoner=nobody).exists()
    text = read("/en/prisoners/a-third-elected-representative/")
    assert "The name is not known." in text
    assert "His house was burnt to the ground" in text


def test_a_suspended_sentence_is_no_custody(read: Callable[..., str]) -> None:
    aminov = make.published(make.a_prisoner("Akzhanat Aminov"))
    term = {"kind": SanctionKind.SUSPENDED_PRISON, "years": 2, "suspended_for_months": 36}
    make.published(sanctions.impose(aminov, imposed_on="2011-08", **term))
    state = chain_of(aminov, date(2011, 12, 16))
    assert (state.status, state.is_held, state.days_held_high) == (Standing.SUSPENDED, False, 0)
    assert chain_of(aminov, date(2014, 8, 30)).status == Standing.SUSPENDED
    assert chain_of(aminov, date(2014, 8, 31)).status == Standing.SENTENCE_OVER
    assert "suspended prison sentence (2 years)" in read("/en/prisoners/akzhanat-aminov/")


def test_one_person_is_lawyer_delegate_and_prisoner(sokolova: Prisoner, read: Callable[..., str]) -> None:
    for role in ("lawyer of the strikers", "elected representative for negotiations"):
        Affiliation.internal.create(prisoner=sokolova, role=role, held_on="2011", state=PUBLIC)
    make.published(sanctions.impose(sokolova, kind=SanctionKind.PRISON, imposed_on="2011-08-08", years=6))
    text = read(f"{ADDRESS}?as_of=2011-12-16")
    assert "lawyer of the strikers (in 2011)" in text
    assert "elected representative for negotiations (in 2011)" in text
    assert "in prison, serving a sentence" in text


def test_an_organisation_that_a_source_misnames_keeps_the_sources_name_and_is_known_for_what_it_is(
    sokolova: Prisoner, read: Callable[..., str]
) -> None:
    """The ICFTU had merged into the ITUC in 2006; the report of 2011 still says ICFTU."""
    ituc = Organisation.objects.create(slug="ituc", name="ITUC")
    said = Statement.internal.create(speaker="ICFTU", organisation=ituc, text="a questionnaire", state=PUBLIC)
    said.prisoners.add(sokolova)
    assert "ICFTU (ITUC)" in read()


def test_a_claim_that_is_wrong_is_quoted_as_it_was_made_with_the_correction_beside_it(
    sokolova: Prisoner, read: Callable[..., str]
) -> None:
    """The declaration calls the parliamentary vote of January 2012 «Presidential»."""
    event = make.an_event(
        sokolova, title="a declaration", text="Boycott the upcoming «Presidential» election", state=PUBLIC
    )
    point = Disagreement.internal.create(event=event, text="which election came next")
    variant = Variant.internal.create(
        event=event, disagreement=point, text="the vote of January 2012 was parliamentary"
    )
    Citation.internal.create(source=make.a_source("registry", title="The electoral register"), variant=variant)
    text = read()
    assert "Boycott the upcoming «Presidential» election" in text
    assert "the vote of January 2012 was parliamentary" in text
    assert "The electoral register" in text


def test_one_organisation_speaks_against_and_acts_for(sokolova: Prisoner, read: Callable[..., str]) -> None:
    union = Organisation.objects.create(slug="union", name="A federation of unions")
    for stance in (Stance.BLAMES_VICTIMS, Stance.SOLIDARITY_ACTION):
        said = Statement.internal.create(organisation=union, stance=stance, text=f"text {stance}", state=PUBLIC)
        said.prisoners.add(sokolova)
    text = read()
    assert "A federation of unions: blames the victims" in text
    assert "A federation of unions: joins with an action" in text


def test_page_says_to_which_sentence_another_is_added(sokolova: Prisoner, read: Callable[..., str]) -> None:
    first = sanctions.impose(sokolova, kind=SanctionKind.PRISON, imposed_on="2019-10", years=5)
    further = sanctions.impose(sokolova, kind=SanctionKind.PRISON, imposed_on="2022-09", years=7, added_to=first)
    make.published(further)
    assert "added to" not in read()
    make.published(first)
    page = read()
    added = "imprisonment (7 years), in September 2022; added to: imprisonment (5 years), in October 2019"
    assert (page.count(added), "Together: 12 years." in page) == (2, True)
