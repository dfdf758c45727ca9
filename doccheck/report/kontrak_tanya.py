"""The JSON of single judgements: `doccheck compare` and `doccheck orientasi`."""

from __future__ import annotations

from msgspec import Struct

from ..classify import Orientation
from ..match import Comparison
from ..model import Verdict

VERSI = 1


class CompareJson(Struct, frozen=True):
    """`doccheck compare A B --format json`; score 0..1, higher is more surely the same."""

    versi: int
    a: str
    b: str
    jenis: str
    verdict: Verdict
    skor: float
    alasan: str


class OrientasiJson(Struct, frozen=True):
    """`doccheck orientasi INDIKATOR --format json`; `polaritas` is null where the words do not tell."""

    versi: int
    indikator: str
    satuan: str | None
    sasaran: str | None
    orientasi: str
    keyakinan: float
    alasan: str
    polaritas: str | None
    tema: tuple[str, ...]


def compare_json(a: str, b: str, jenis: str, hasil: Comparison) -> CompareJson:
    return CompareJson(VERSI, a, b, jenis, hasil.verdict, round(hasil.score, 3), hasil.reason)


def orientasi_json(
    indikator: str, satuan: str | None, sasaran: str | None, hasil: Orientation, arah: str | None, themes: tuple[str, ...]
) -> OrientasiJson:
    return OrientasiJson(VERSI, indikator, satuan, sasaran, hasil.label, hasil.confidence, hasil.reason, arah, themes)
