"""A write that is whole and there for good, and a reading of one moment. Both say in plain words what goes wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connection, transaction

from twelfth.store.orm.plain_errors import plain_errors


@contextmanager
def writing() -> Iterator[None]:
    """All that is written inside, or nothing. Raises TwelfthError."""
    with plain_errors(Error, ImproperlyConfigured), transaction.atomic():
        yield


@contextmanager
def reading() -> Iterator[None]:
    """Several queries that see one and the same moment. They wait for nobody and nobody waits for them.

    Raises TwelfthError.
    """
    with plain_errors(Error, ImproperlyConfigured), _waiting_for_nobody(), transaction.atomic():
        if connection.vendor == "postgresql" and not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def _waiting_for_nobody() -> Iterator[None]:
    """On SQLite a transaction that only reads must not take the lock of those that write."""
    ours: Any = connection
    mode = getattr(ours, "transaction_mode", None)
    if mode is not None:
        ours.transaction_mode = "DEFERRED"
    try:
        yield
    finally:
        if mode is not None:
            ours.transaction_mode = mode
