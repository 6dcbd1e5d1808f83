"""A look that is planned once: the same answers whatever is asked in between, and on whichever connection."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction

from supporters import prepared

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
DAYS = "SELECT %s::timestamptz + make_interval(days => %s), %s::date + %s, %s || '%%'"


def prepared_there() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_prepared_statements")
        return {name for (name,) in cursor.fetchall()}


def test_instants_and_days_may_be_others_each_time_and_all_else_is_part_of_the_statement() -> None:
    before = prepared_there()
    found = [prepared.row_of(DAYS, [NOW + timedelta(days=n), 1, date(2028, 2, 28), 1, "it's %s"]) for n in range(7)]
    assert found == [(NOW + timedelta(days=n + 1), date(2028, 2, 29), "it's %s%") for n in range(7)]
    assert len(prepared_there() - before) == 1


def test_another_statement_is_prepared_beside_it_and_the_oldest_are_let_go() -> None:
    for number in range(3 * prepared.MOST):
        assert prepared.row_of("SELECT %s", [number]) == (number,)
        assert prepared.row_of("SELECT %s", [0]) == (0,)
        assert len(prepared_there()) <= prepared.MOST


def test_what_was_prepared_in_a_transaction_that_is_taken_back_stays() -> None:
    with transaction.atomic():
        assert prepared.row_of("SELECT %s", [NOW]) == (NOW,)
        transaction.set_rollback(True)
    assert prepared.row_of("SELECT %s", [NOW]) == (NOW,)


@pytest.mark.django_db(transaction=True)
def test_a_new_connection_prepares_anew() -> None:
    for _again in range(2):
        assert prepared.row_of("SELECT %s", [NOW]) == (NOW,)
        connection.close()
