"""Columns that tell nothing to whoever holds the database alone: sealed texts and keyed lookups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.core import checks
from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query_utils import DeferredAttribute

from privacy import keys

LOOKUP_BYTES = 32
PAD_BYTES = 32
PAD_MARK = b"\x80"


@dataclass(frozen=True)
class Sealed:
    """An encrypted value as the database holds it, not yet opened because no row was at hand."""

    data: bytes = field(repr=False)

    def __str__(self) -> str:
        return "(sealed)"


class OpensOnReading(DeferredAttribute):
    """Opens a sealed value when it is first read from its instance, which knows the row it belongs to."""

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is None or not isinstance(value, Sealed):
            return value
        opened = self.field.open_for(instance, value)  # type: ignore[attr-defined]
        instance.__dict__[self.field.attname] = opened
        return opened

    def __set__(self, instance: models.Model, value: Any) -> None:
        # Having a setter makes Python ask __get__ even when the value is in the instance's __dict__.
        instance.__dict__[self.field.attname] = value


class EncryptedTextField(models.Field):
    """A text that is stored encrypted, bound to its table, column and row.

    A ciphertext copied to another row or column cannot be opened there (CannotOpen), so whoever can write
    to the database cannot exchange two people. The primary key must therefore be known before saving: a UUID,
    or a one-to-one link. It can be neither searched nor set by `update()` (except to ""); `values()` gives
    `Sealed` objects, for the same reason. Lengths are hidden in steps of 32 bytes; "" stays visible as empty.
    Such columns are never serialised, so `dumpdata` cannot spill them.
    """

    descriptor_class = OpensOnReading
    empty_strings_allowed = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["serialize"] = False
        super().__init__(*args, **kwargs)
        if self.max_length is not None:
            self.validators.append(MaxLengthValidator(self.max_length))

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("serialize", None)
        return name, path, args, kwargs

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *self._check_key_known()]

    def get_internal_type(self) -> str:
        return "BinaryField"

    def get_lookup(self, lookup: str) -> Any:
        """No lookup but `isnull`: ciphertexts of equal texts differ, a filter would quietly find nothing."""
        return super().get_lookup(lookup) if lookup == "isnull" else None

    def to_python(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str | Sealed) else str(value)

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Any:
        if value is None:
            return None
        data = bytes(value)
        return Sealed(data) if data else ""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """The value sealed for this very row; sealed anew on each save, hence with the newest key."""
        value = getattr(model_instance, self.attname)
        return value if value is None or value == "" else self.seal_for(model_instance, str(value))

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        if value is None:
            return None
        if isinstance(value, Sealed):
            return value.data
        if value == "":
            return b""
        raise TypeError(f"{self} needs its row to be encrypted: use save() or bulk_create().")

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.setdefault("max_length", self.max_length)
        return super().formfield(**{"form_class": forms.CharField, **kwargs})

    def seal_for(self, instance: models.Model, text: str) -> Sealed:
        """Encrypt a text for the row of `instance`. Raises ValueError when its primary key is not known."""
        return Sealed(keys.seal("field", _padded(text.encode()), self._context(instance)))

    def open_for(self, instance: models.Model, sealed: Sealed) -> str:
        """Decrypt a value of this row. Raises CannotOpen when it was sealed for another one."""
        return _unpadded(keys.unseal("field", sealed.data, self._context(instance))).decode()

    def open_each(self, pks: Sequence[str], data: Sequence[bytes]) -> list[str]:
        """Decrypt values that were read without their model, of the rows whose primary keys are written like this.

        Raises CannotOpen where one of them was sealed for another row.
        """
        contexts = [f"{self._place}:{pk}".encode() for pk in pks]
        return [_unpadded(plain).decode() for plain in keys.unseal_each("field", data, contexts)]

    def _context(self, instance: models.Model) -> bytes:
        if instance.pk is None:
            raise ValueError(f"{self} cannot be encrypted before the row has a primary key.")
        pk = instance._meta.pk.to_python(instance.pk)
        return f"{self._place}:{pk}".encode()

    @cached_property
    def _place(self) -> str:
        return f"{self.model._meta.label_lower}.{self.column}"

    def _check_key_known(self) -> list[checks.CheckMessage]:
        if not isinstance(self.model._meta.pk, models.AutoField):
            return []
        hint = "Give the model a UUID primary key with a default."
        return [checks.Error("The primary key is only known after saving.", hint, self, "privacy.E001")]


class LookupField(models.BinaryField):
    """Holds `lookup_of(…)`: equal values are found and kept unique without the value being readable."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = LOOKUP_BYTES
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("max_length", None)
        return name, path, args, kwargs

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> bytes | None:
        return None if value is None else bytes(value)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        if value is not None and (isinstance(value, str) or len(value) != LOOKUP_BYTES):
            raise ValueError(f"{self} takes only what lookup_of() returns.")
        return super().get_db_prep_value(value, connection, prepared)


def lookup_of(value: str, purpose: str) -> bytes:
    """The 32-byte keyed hash by which a value is found again (HMAC-SHA-256, RFC 2104).

    The same value gives different lookups for different purposes, and the same one after any key rotation.
    Addresses are to be normalised first: see `privacy.addresses.address_lookup`.
    """
    return keys.mac(keys.ring().founding(f"lookup {purpose}"), value.encode())


def encrypted_fields(model: type[models.Model]) -> list[EncryptedTextField]:
    """The sealed columns of a model's own table."""
    return [one for one in model._meta.local_concrete_fields if isinstance(one, EncryptedTextField)]


def reencrypt(model: type[models.Model], batch: int = 500) -> Iterator[int]:
    """Seal every row of a model with the newest key, yielding how many rows were rewritten in each batch.

    Each batch is one transaction that locks its rows, so nothing written meanwhile is lost. Rows already
    under the newest key are left alone, so it may be stopped and started again. Raises CannotOpen on a row
    that no key opens.
    """
    last = None
    while columns := encrypted_fields(model):
        with transaction.atomic():
            page = list(_page(model, columns, last)[:batch])
            renewed = sum(_renew(model, columns, row) for row in page)
        if not page:
            return
        last = page[-1][0]
        yield renewed


def _page(model: type[models.Model], columns: list[EncryptedTextField], last: Any) -> models.QuerySet:
    """The rows after the primary key `last`, locked, as tuples of the key and the sealed columns."""
    rows = model._base_manager.select_for_update(of=("self",)).order_by("pk")
    rows = rows if last is None else rows.filter(pk__gt=last)
    return rows.values_list("pk", *(one.attname for one in columns))


def _renew(model: type[models.Model], columns: list[EncryptedTextField], row: tuple[Any, ...]) -> bool:
    """Seal one row's old values anew; says whether there were any."""
    instance = model(pk=row[0])
    fresh = {
        one.attname: one.seal_for(instance, one.open_for(instance, value))
        for one, value in zip(columns, row[1:], strict=True)
        if isinstance(value, Sealed) and not keys.is_newest(value.data)
    }
    return bool(fresh) and bool(model._base_manager.filter(pk=instance.pk).update(**fresh))


def _padded(plain: bytes) -> bytes:
    """Fill up to a multiple of 32 bytes, so that the length of an address does not point at its owner."""
    marked = plain + PAD_MARK
    return marked + b"\0" * (-len(marked) % PAD_BYTES)


def _unpadded(padded: bytes) -> bytes:
    return padded.rstrip(b"\0")[: -len(PAD_MARK)]
