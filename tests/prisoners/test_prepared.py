"""Questions that are put into words for the database once."""

from typing import Any

import pytest

from prisoners.few import within
from prisoners.models import Prisoner, Sanction
from prisoners.prepared import Prepared
from tests.factories import PrisonerFactory, SanctionFactory

pytestmark = pytest.mark.django_db


def test_a_prepared_question_finds_the_rows_of_the_numbers_given_this_time(
    django_assert_num_queries: Any,
) -> None:
    first, second, _third = PrisonerFactory(), PrisonerFactory(), PrisonerFactory()
    question = Prepared(lambda whom: Prisoner.public.filter(within("pk", whom)).order_by("pk"))

    with django_assert_num_queries(3):
        assert question.of([first.pk]) == [first]
        assert question.of([second.pk, first.pk]) == [first, second]
        assert question.of([]) == []


def test_a_prepared_question_sees_what_was_written_since_it_was_put_into_words() -> None:
    person = PrisonerFactory(name="Before")
    question = Prepared(lambda whom: Prisoner.public.filter(within("pk", whom)).values_list("pk", "name"))
    assert question.of([person.pk]) == [(person.pk, "Before")]

    Prisoner.internal.filter(pk=person.pk).update(name="After")

    assert question.of([person.pk]) == [(person.pk, "After")]


def test_rows_of_a_prepared_question_carry_what_they_hang_on(django_assert_num_queries: Any) -> None:
    sanction = SanctionFactory()
    question = Prepared(lambda whom: Sanction.internal.filter(within("prisoner", whom)).select_related("prisoner"))

    with django_assert_num_queries(2):
        for _round in range(2):
            (found,) = question.of([sanction.prisoner_id])
            assert found.prisoner.name == sanction.prisoner.name
