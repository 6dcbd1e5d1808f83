"""Encrypted columns and lookups, on the table of supporters."""

from base64 import urlsafe_b64encode
from typing import Any

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, models
from django.test import override_settings
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st

from privacy import keys
from privacy.addresses import address_lookup
from privacy.fields import EncryptedTextField, LookupField, Sealed, lookup_of, reencrypt
from supporters.models import Supporter

pytestmark = pytest.mark.django_db

OLD, NEW = (urlsafe_b64encode(bytes([number]) * 32).decode() for number in (1, 2))


def supporter(email: str, name: str = "") -> Supporter:
    return Supporter.objects.create(email=email, email_lookup=address_lookup(email), name=name)


def stored(column: str = "email") -> list[bytes]:
    """The ciphertexts as they lie in the table."""
    return [one.data if one else b"" for one in Supporter.objects.order_by("pk").values_list(column, flat=True)]


def test_encrypted_field_gives_back_what_was_saved() -> None:
    alice = supporter("alice@example.org", "Әлия")
    again = Supporter.objects.get(pk=alice.pk)
    assert (again.email, again.name) == ("alice@example.org", "Әлия")


def test_encrypted_field_gives_back_its_value_when_deferred_and_refreshed() -> None:
    alice = supporter("alice@example.org", "Alice")
    again = Supporter.objects.defer("name").get()
    assert again.name == "Alice"
    alice.name = "forgotten change"
    alice.refresh_from_db()
    assert alice.name == "Alice"


def test_encrypted_field_gives_back_what_bulk_create_saved() -> None:
    Supporter.objects.bulk_create(
        Supporter(email=one, email_lookup=address_lookup(one)) for one in ("a@example.org", "b@example.org")
    )
    assert {one.email for one in Supporter.objects.all()} == {"a@example.org", "b@example.org"}


def test_encrypted_field_keeps_its_value_when_saved_unread() -> None:
    pk = supporter("alice@example.org").pk
    Supporter.objects.get(pk=pk).save()
    assert Supporter.objects.get(pk=pk).email == "alice@example.org"


def test_database_holds_neither_text_nor_its_length() -> None:
    supporter("al@example.org")
    supporter("a-much-longer-name@example.org")
    short, long = stored()
    assert b"example" not in short + long
    assert len(short) == len(long)


def test_same_text_is_stored_differently_each_time() -> None:
    alice = supporter("alice@example.org")
    before = stored()
    alice.save()
    assert stored() != before


def test_swapped_ciphertexts_are_refused_instead_of_naming_another_person() -> None:
    supporter("alice@example.org")
    supporter("bob@example.org")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE supporters_supporter one SET email = other.email "
            "FROM supporters_supporter other WHERE other.id <> one.id"
        )
    for one in Supporter.objects.all():
        with pytest.raises(keys.CannotOpen):
            one.email  # noqa: B018 - reading is the test


def test_ciphertext_is_refused_in_another_column_of_the_same_row() -> None:
    supporter("alice@example.org", "Alice")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE supporters_supporter SET name = email")
    with pytest.raises(keys.CannotOpen):
        Supporter.objects.get().name  # noqa: B018 - reading is the test


@pytest.mark.parametrize("lookup", ["email", "email__exact", "email__icontains", "email__in", "email__gt"])
def test_encrypted_field_refuses_to_be_searched(lookup: str) -> None:
    value: Any = ["alice@example.org"] if lookup.endswith("in") else "alice@example.org"
    with pytest.raises(FieldError):
        Supporter.objects.filter(**{lookup: value})


def test_encrypted_field_refuses_update_because_it_needs_the_row() -> None:
    supporter("alice@example.org", "Alice")
    with pytest.raises(TypeError, match="needs its row"):
        Supporter.objects.update(name="Bob")


def test_encrypted_field_can_be_emptied_for_many_rows_at_once() -> None:
    supporter("alice@example.org", "Alice")
    Supporter.objects.update(name="")
    assert Supporter.objects.get().name == ""
    assert stored("name") == [b""]


def test_values_give_nothing_readable() -> None:
    supporter("alice@example.org")
    [value] = Supporter.objects.values_list("email", flat=True)
    assert isinstance(value, Sealed)
    assert (str(value), repr(value)) == ("(sealed)", "Sealed()")


def test_encrypted_field_is_left_out_when_rows_are_serialised() -> None:
    supporter("alice@example.org", "Alice")
    dumped = serializers.serialize("json", Supporter.objects.all())
    assert "alice" not in dumped.lower()


def test_dump_of_the_table_holds_no_address_and_no_name() -> None:
    supporter("canary-address@example.org", "CanaryName")
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(one::text, ' ') FROM supporters_supporter one")
        dump = cursor.fetchone()[0]
    assert "canary" not in dump.lower()
    assert b"canary-address@example.org".hex() not in dump


@isolate_apps("campaign")
def test_check_complains_when_the_primary_key_is_known_only_after_saving() -> None:
    class Counted(models.Model):  # noqa: DJ008 - never shown
        text = EncryptedTextField()

        class Meta:
            app_label = "campaign"

    assert "privacy.E001" in [one.id for one in Counted.check()]


@isolate_apps("campaign")
def test_saving_is_refused_when_the_row_has_no_key_yet() -> None:
    class Unkeyed(models.Model):  # noqa: DJ008 - never shown
        id = models.UUIDField(primary_key=True)
        text = EncryptedTextField()

        class Meta:
            app_label = "campaign"

    with pytest.raises(ValueError, match="primary key"):
        Unkeyed(text="text")._meta.get_field("text").pre_save(Unkeyed(text="text"), True)


@pytest.mark.parametrize("field", [EncryptedTextField(max_length=80), LookupField(unique=True, null=True)])
def test_field_survives_a_migration_unchanged(field: models.Field) -> None:
    _, path, args, kwargs = field.deconstruct()
    again = type(field)(*args, **kwargs)
    assert path == f"privacy.fields.{type(field).__name__}"
    assert again.deconstruct()[1:] == (path, args, kwargs)


@given(st.text())
def test_lookup_is_the_same_each_time_and_differs_by_purpose(value: str) -> None:
    value = value.encode(errors="ignore").decode()
    assert lookup_of(value, "address") == lookup_of(value, "address") != lookup_of(value, "topic")


def test_lookup_finds_the_person_whatever_the_spelling() -> None:
    alice = supporter("Alice@Example.ORG")
    assert Supporter.objects.get(email_lookup=address_lookup(" alice@example.org ")) == alice


def test_lookup_keeps_addresses_unique() -> None:
    supporter("alice@example.org")
    with pytest.raises(IntegrityError):
        supporter("ALICE@example.org")


@pytest.mark.parametrize("value", ["alice@example.org", b"short"])
def test_lookup_field_refuses_what_is_no_lookup(value: Any) -> None:
    with pytest.raises(ValueError, match="lookup_of"):
        list(Supporter.objects.filter(email_lookup=value))


def test_reencrypt_moves_every_row_to_the_newest_key_and_changes_no_lookup() -> None:
    with override_settings(FIELD_KEYS=[OLD]):
        for number in range(5):
            supporter(f"person{number}@example.org", "" if number else "Alice")
    with override_settings(FIELD_KEYS=[NEW, OLD]):
        assert list(reencrypt(Supporter, batch=2)) == [2, 2, 1]
        assert all(keys.is_newest(one) for one in stored())
        assert sum(reencrypt(Supporter)) == 0
        found = Supporter.objects.get(email_lookup=address_lookup("person0@example.org"))
        assert (found.email, found.name) == ("person0@example.org", "Alice")


def test_rotate_keys_says_how_many_rows_it_sealed_anew(capsys: pytest.CaptureFixture[str]) -> None:
    with override_settings(FIELD_KEYS=[OLD]):
        supporter("alice@example.org")
    with override_settings(FIELD_KEYS=[NEW, OLD]):
        call_command("rotate_keys")
    assert "supporters.Supporter: 1" in capsys.readouterr().out


def test_rotate_keys_stops_and_changes_nothing_when_a_row_cannot_be_opened() -> None:
    with override_settings(FIELD_KEYS=[OLD]):
        supporter("alice@example.org")
    before = stored()
    with override_settings(FIELD_KEYS=[NEW]), pytest.raises(CommandError, match="founding key"):
        call_command("rotate_keys")
    assert stored() == before
