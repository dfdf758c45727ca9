"""Links between documents."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .dasar import Jenis, Level, Verdict


class Ujung(Struct, frozen=True, kw_only=True):
    """One end of a link: a goal (`indikator` None) or one of its indicators. `id` and `nomor` find it in its document:
    Dokumen.kinerja's id and the index in Kinerja.indikator."""

    berkas: str
    jenis: Jenis
    level: Level
    uraian: str
    indikator: str | None
    id: str
    nomor: int | None = None


class Tautan(Struct, frozen=True, kw_only=True):
    """A link between two documents of a pemda: `dari` is the upper document's goal or indicator, `ke` the lower one's.

    hubungan: "sama" (restated) or "turunan" (derived) · status: "tertaut", "ambigu" ... (as OpenFastTrace sees links) ·
    metode: the evidence that decided ("rujukan", "kode", "teks", "kemiripan") · alasan: in words a person can check.
    """

    dari: Ujung
    ke: Ujung
    hubungan: Literal["turunan", "sama"]
    verdict: Verdict
    skor: float
    status: str = "tertaut"
    metode: str = "teks"
    alasan: str = ""
