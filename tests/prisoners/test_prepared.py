"""Questions that are put into words for the database once."""

import pytest

from prisoners.few import within
from prisoners.models import Prisoner, Sanction
from prisoners.prepared import Prepared
from tests.factories import PrisonerFactory, SanctionFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_a_prepared_question_finds_the_rows_of_the_numbers_given_this_time() -> None:
    first, second, _third = PrisonerFactory(), PrisonerFactory(), PrisonerFactory()
    question = Prepared(lambda whom: Prisoner.public.filter(within("pk", whom)).order_by("pk"))

    for given, found in (([first.pk], [first]), ([second.pk, first.pk], [first, second]), ([], [])):
        assert question.of(given) == found
        assert len(queries_of(question.of, given)) == 1


def test_a_prepared_question_sees_what_was_written_since_it_was_put_into_words() -> None:
    person = PrisonerFactory(name="Before")
    question = Prepared(lambda whom: Prisoner.public.filter(within("pk", whom)).values_list("pk", "name"))
    assert question.of([person.pk]) == [(person.pk, "Before")]

    Prisoner.internal.filter(pk=person.pk).update(name="After")

    assert question.of([person.pk]) == [(person.pk, "After")]


def test_rows_of_a_prepared_question_carry_what_they_hang_on() -> None:
    sanction = SanctionFactory()
    question = Prepared(lambda whom: Sanction.internal.filter(within("prisoner", whom)).select_related("prisoner"))

    def asked() -> None:
        (found,) = question.of([sanction.prisoner_id])
        assert found.prisoner.name == sanction.prisoner.name

    assert len(queries_of(asked)) == 1
