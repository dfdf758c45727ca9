"""What all operations share: errors that they may answer with, pages of lists, rates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Query, Schema
from pydantic import ConfigDict, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from ..akun import laju
from ..permintaan import akun
from .skema import Masalah

Row = TypeVar("Row")
GALAT: dict[Any, Any] = {frozenset({400, 401, 403, 404, 405, 409, 413, 422, 429}): Masalah}
"""For `response=` of every operation."""


class TerlaluSeringError(Exception):
    """One of laju.BATAS."""


def hitung(request: HttpRequest, apa: str) -> None:
    """Counts what costs work, together with what the account does in the pages. Raises TerlaluSeringError."""
    if laju.tertahan(apa, akun(request).pk):
        raise TerlaluSeringError


class Alamat(Schema):
    """Parameters of an address. One that we don't know is refused: a filter with a slip in its name must not show everything."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _dikenal(cls, data: Any, info: ValidationInfo) -> Any:
        """ninja leaves out what the model does not have, before the model could refuse it."""
        unknown = sorted(set(info.context["request"].GET) - set(cls.model_fields)) if info.context else []
        if unknown:
            raise PydanticCustomError("tidak_dikenal", "unknown: {nama}", {"nama": ", ".join(unknown)[:200]})
        return data


class Potong(Alamat):
    """Which part of a list."""

    halaman: int = Field(1, ge=1, le=100_000)
    per_halaman: int = Field(50, ge=1, le=200)

    def potong(self, rows: Sequence[Row] | QuerySet[Any, Row]) -> tuple[list[Row], dict[str, int]]:
        """The rows of the page, and the counts that stand beside them."""
        number = rows.count() if isinstance(rows, QuerySet) else len(rows)
        first = (self.halaman - 1) * self.per_halaman
        counts = {"jumlah": number, "halaman": self.halaman, "per_halaman": self.per_halaman}
        return list(rows[first : first + self.per_halaman]), counts


PotongQuery = Query[Potong]


def berkas(*tipe: str) -> dict[str, Any]:
    """OpenAPI of an answer that is a file."""
    return {"responses": {200: {"description": "OK", "content": {one: {"schema": {"type": "string", "format": "binary"}} for one in tipe}}}}
