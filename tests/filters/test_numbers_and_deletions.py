"""Somebody who deletes people keeps nobody else from the numbers, however long it takes."""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from threading import Thread

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client

from prisoners.choices import PublicationState
from prisoners.models import Prisoner, SpanDue, TraitTotal, Turn
from prisoners.services import spans
from tests.filters.test_kept_numbers import somebody
from tests.kept_numbers import counted_afresh, kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def beside() -> Iterator[Callable[[Callable[[], None]], None]]:
    """Do something over a second connection, which is given up when it has waited for another for two seconds."""

    def do(what: Callable[[], None]) -> None:
        failed: list[Exception] = []

        def in_a_thread() -> None:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("SET lock_timeout = '2s'")
                what()
            except Exception as error:  # noqa: BLE001 - whatever it is, the test raises it
                failed.append(error)
            finally:
                connection.close()

        other = Thread(target=in_a_thread)
        other.start()
        other.join()
        for error in failed:
            raise error

    yield do
    spans.settle_all()
    assert kept() == counted_afresh()


def _withdraw_the_other() -> None:
    Prisoner.internal.filter(slug="other").update(state=PublicationState.WITHDRAWN)
    spans.settle()
    assert not SpanDue.objects.exists()
    spans.settle_all()


def test_numbers_do_not_wait_for_a_deletion_that_is_not_over(beside: Callable[[Callable[[], None]], None]) -> None:
    one = somebody(slug="one")
    somebody(slug="other")
    spans.settle_all()
    with transaction.atomic():
        one.delete()
        beside(_withdraw_the_other)
    assert Prisoner.internal.count() == 1


def _pages() -> None:
    for address in ("", "prisoners/", "prisoners/?status=serving", "statistics/", "held/", "days/"):
        assert Client().get(f"/en/{address}").status_code == HTTPStatus.OK, address


def test_pages_do_not_wait_for_a_deletion_of_somebody_who_is_marked(
    beside: Callable[[Callable[[], None]], None],
) -> None:
    one, other = somebody(slug="one"), somebody(slug="other")
    Prisoner.internal.update(state=PublicationState.WITHDRAWN)
    spans.settle_all()
    Prisoner.internal.update(state=PublicationState.PUBLISHED)
    assert set(SpanDue.objects.values_list("prisoner_pk", flat=True)) == {one.pk, other.pk}
    gone = one.pk
    with transaction.atomic():
        one.delete()
        beside(_pages)
        # Who is not held by anybody was derived; the other waits for the end.
        assert set(SpanDue.objects.values_list("prisoner_pk", flat=True)) == {gone}
        beside(spans.settle_all)
    spans.settle()
    assert not SpanDue.objects.filter(prisoner_pk=gone).exists()


def test_pages_do_not_wait_for_somebody_who_derives_for_long(beside: Callable[[Callable[[], None]], None]) -> None:
    somebody(slug="one")
    with transaction.atomic():
        spans.settle()
        beside(_pages)


def test_marks_behind_those_that_others_hold_are_worked_off(
    beside: Callable[[Callable[[], None]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spans, "BATCH", 1)
    one, other = somebody(slug="one"), somebody(slug="other")
    spans.settle_all()
    first, second, third = (SpanDue.objects.create(prisoner_pk=marked.pk).pk for marked in (one, one, other))
    with transaction.atomic():
        one.delete()
        beside(spans.settle_all)
        assert set(SpanDue.objects.filter(pk__lte=third).values_list("pk", flat=True)) == {first, second}


def test_whoever_cannot_reach_the_database_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_most: int) -> None:
        raise OperationalError("the connection was lost")

    somebody(slug="one")
    monkeypatch.setattr(spans, "_work_off", broken)
    with pytest.raises(OperationalError, match="connection was lost"):
        spans.settle()
    monkeypatch.undo()


def test_time_to_wait_is_as_it_was_behind_a_page(beside: Callable[[Callable[[], None]], None]) -> None:
    somebody(slug="one")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '7s'")
        spans.settle()
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("7s",)


def test_numbers_that_are_counted_anew_meanwhile_are_true_after_it(
    beside: Callable[[Callable[[], None]], None],
) -> None:
    one = somebody(slug="one")
    somebody(slug="other")
    spans.settle_all()
    with transaction.atomic():
        one.delete()
        beside(spans.recount)
    assert kept() == counted_afresh()


def test_what_writings_add_is_one_row_again_when_the_clock_has_come() -> None:
    for slug in ("one", "other", "third"):
        somebody(slug=slug)
        spans.settle()
    Prisoner.internal.get(slug="one").delete()
    keys = [("day", "status", "held", "may_be_held"), ("kind", "value")]
    several = [len(set(model.objects.values_list(*by))) for model, by in zip((Turn, TraitTotal), keys, strict=True)]
    assert Turn.objects.count() > several[0]
    before = kept()
    spans.settle_all()
    assert kept() == before == counted_afresh()
    for model, by in zip((Turn, TraitTotal), keys, strict=True):
        assert model.objects.count() == len(set(model.objects.values_list(*by)))
        assert not model.objects.filter(people=0).exists()
