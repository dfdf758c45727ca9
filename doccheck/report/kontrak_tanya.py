"""The JSON of single judgements: `doccheck compare` and `doccheck orientasi`."""

from __future__ import annotations

from msgspec import Struct

from ..classify import Orientation, PenilaianSasaran
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


class RumusanJson(Struct, frozen=True):
    """What a sasaran states: keadaan, kegiatan, upaya, barang, tautologi or tidak_diketahui."""

    rumusan: str
    keyakinan: float
    alasan: str


class OrientasiJson(Struct, frozen=True):
    """`doccheck orientasi INDIKATOR --format json`; `polaritas` is null where the words do not tell, `orientasi` where no indicator was
    asked about, `penilaian_sasaran` where no sasaran was."""

    versi: int
    indikator: str | None
    satuan: str | None
    sasaran: str | None
    orientasi: str | None
    keyakinan: float | None
    alasan: str | None
    polaritas: str | None
    tema: tuple[str, ...]
    penilaian_sasaran: RumusanJson | None


def compare_json(a: str, b: str, jenis: str, hasil: Comparison) -> CompareJson:
    return CompareJson(VERSI, a, b, jenis, hasil.verdict, round(hasil.score, 3), hasil.reason)


def orientasi_json(
    indikator: str | None,
    satuan: str | None,
    sasaran: str | None,
    hasil: Orientation | None,
    goal: PenilaianSasaran | None,
    arah: str | None,
    themes: tuple[str, ...],
) -> OrientasiJson:
    judged = RumusanJson(goal.label, goal.confidence, goal.reason) if goal else None
    label, confidence, reason = (hasil.label, hasil.confidence, hasil.reason) if hasil else (None, None, None)
    return OrientasiJson(VERSI, indikator, satuan, sasaran, label, confidence, reason, arah, themes, judged)
