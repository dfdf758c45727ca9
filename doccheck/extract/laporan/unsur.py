"""What an LKjIP owes as a whole: improvements to come, the follow-up of the last evaluation, and a statement of review."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ...layout import Layout
from ...model import Kinerja, Lokasi, Unsur
from ..identitas.periode import TANGGAL
from ..tulisan.teks import mend
from .bagian import Tulisan

_REPORT = r"(?:laporan kinerja|lkj?ip|lakip|laporan akuntabilitas)"
_REVIEW = re.compile(
    rf"pernyataan\s+(?:telah\s+)?(?:di\s?)?re\s?vi[ue]w?|"
    rf"(?:telah|sudah)\s+(?:kami\s+)?(?:di(?:lakukan)?\s?|mere)?re?\s?vi[ue]w?.{{0,80}}{_REPORT}|"
    rf"{_REPORT}.{{0,80}}(?:telah|sudah) di\s?re\s?vi[ue]w?|"
    rf"(?:catatan|laporan|berita acara)\s+hasil\s+re\s?vi[ue]w?.{{0,60}}{_REPORT}|"
    r"laporan(?: ini)?\s+(?:telah|sudah)\s+di\s?re\s?vi[ue]w?\s+oleh\s+(?:inspektorat|apip|aparat pengawas\w*|tim reviu)"
)
_FOLLOWED = re.compile(
    r"tindak[- ]?lanjut.{0,120}(?:rekomendasi|hasil evaluasi|\blhe\b|evaluator)|"
    r"(?:rekomendasi|hasil evaluasi|\blhe\b|saran perbaikan|evaluator).{0,160}(?:di ?tindak[- ]?lanjuti|tindak[- ]?lanjut)|"
    r"sesuai (?:dengan )?rekomendasi.{0,60}(?:evaluator|evaluasi|sakip|akip)"
)
_EVALUATION = re.compile(r"sakip|akip|\blhe\b|akuntabilitas kinerja|evaluator|hasil evaluasi|inspektorat")
"""What tells the recommendations of an evaluation from those of an audit."""
_IMPROVE_HEAD = re.compile(
    r"(?:upaya|rencana|langkah|strategi)\b.{0,40}\b(?:perbaikan|peningkatan|tindak lanjut|penyempurnaan|ke depan|mendatang|pemecahan)|"
    r"rencana aksi|rekomendasi|\bsaran\b|tindak lanjut ke depan|perbaikan kinerja",
    re.I,
)
_IMPROVE = re.compile(
    r"(?:upaya|langkah|rencana|strategi)\b.{0,60}\b(?:perbaikan|peningkatan|penyempurnaan|meningkatkan|memperbaiki|mengatasi|pemecahan)|"
    r"fokus perbaikan|alternatif solusi|rencana tindak lanjut|"
    r"\b(?:perlu|akan|harus)\b.{0,30}\b(?:di(?:tingkatkan|lakukan|laksanakan|sempurnakan|perbaiki)|meningkatkan|menyempurnakan|memperbaiki)|"
    r"\bke depan\b|tahun (?:mendatang|berikutnya|yang akan datang)"
)
_OBJECT = re.compile(r"\b(?:sub ?kegiatan|kegiatan|program|indikator|sasaran|target|aplikasi|sop|regulasi|anggaran)\b")
_WHO = re.compile(
    r"\b(?:bidang|sekretariat|sub ?bagian|seksi|bagian|kepala|tim|sekretaris|uptd?|dinas|badan|inspektorat|inspektur|camat)\b"
)
_WHEN = re.compile(
    r"\b(?:triwulan|semester|bulan|tahun (?:anggaran )?20\d\d|tw\s?[i1-4]|januari|februari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|november|desember)\b"
)
_LAST = re.compile(r"bab\s+(?:iii|iv|v|3|4|5)$", re.I)
_RELEASE = re.compile(
    r"belum (?:di\s?)?(?:rilis|terbit|umumkan|publikasi\w*|tersedia)|menunggu (?:rilis|hasil|publikasi|data)|belum keluar|"
    r"(?:rilis|publikasi)\b.{0,60}\b(?:bulan|triwulan|semester|tahun)"
)
_SIGNED = re.compile(rf"^[A-Z][A-Za-z .-]{{2,40}},\s*({TANGGAL.pattern})\s*$", re.I)
"""Place and date above a signature."""
_LEAST = 12
"""Words of a passage on improvements; fewer are a heading or a phrase in passing."""

_Petikan = tuple[Lokasi, str]


def tanggal_laporan(layout: Layout) -> str | None:
    """The date above the first signature ("Kota Contoh, 12 Februari 2026" -> "12 Februari 2026")."""
    for page in layout.pages:
        for block in page.paragraphs:
            if len(block.text) < 80 and (found := _SIGNED.match(" ".join(block.text.split()))):
                return " ".join(found[1].split())
    return None


def unsur_laporan(written: Sequence[Tulisan], kinerja: Sequence[Kinerja], matriks: bool) -> tuple[Unsur, ...]:
    """The state of each. matriks: whether the report prints recommendations or their follow-up in a table."""
    passages = _passages(written)
    review = _place(passages, _reviewed)
    followed = _place(passages, _follows)
    return (
        _perbaikan(written),
        Unsur(jenis="tindak_lanjut", keadaan="ada" if followed or matriks else "tidak_ada", lokasi=followed or Lokasi()),
        Unsur(jenis="reviu", keadaan="ada" if review else "tidak_ada", lokasi=review or Lokasi()),
        *_rilis(passages, kinerja),
    )


def _rilis(passages: Sequence[_Petikan], kinerja: Sequence[Kinerja]) -> Iterator[Unsur]:
    """Indicators of which the report says that their figure comes later."""
    names = dict.fromkeys(
        one.uraian
        for node in kinerja
        if node.tabel == "capaian"
        for one in node.indikator
        if not any(value.jenis != "kosong" for value in one.realisasi.values())
    )
    for name in names:
        key = name.lower()

        def told(text: str, key: str = key) -> bool:
            return key in text and _RELEASE.search(text) is not None

        if place := _place(passages, told):
            yield Unsur(jenis="rilis", keadaan="ada", indikator=name, lokasi=place)


def _reviewed(text: str) -> bool:
    return _REVIEW.search(text) is not None


def _follows(text: str) -> bool:
    found = _FOLLOWED.search(text)
    return found is not None and _EVALUATION.search(text[max(0, found.start() - 160) : found.end() + 160]) is not None


def _passages(written: Sequence[Tulisan]) -> list[_Petikan]:
    """Lower-case texts of three paragraphs (lines, in a PDF) from each on; tables cell by cell."""
    found = []
    for at, one in enumerate(written):
        if one.tabel is not None:
            text = " ".join(cell.text for cell in one.tabel.cells)
        else:
            text = " ".join(block.teks for block in written[at : at + 3] if block.tabel is None)
        found.append((one.lokasi, mend(text).lower()))
    return found


def _place(passages: Sequence[_Petikan], holds: Callable[[str], bool]) -> Lokasi | None:
    """Where a passage first has something."""
    return next((place for place, text in passages if holds(text)), None)


def _perbaikan(written: Sequence[Tulisan]) -> Unsur:
    """Improvements to come, in the chapters on achievement and at the end: below a heading that names them, or in sentences."""
    passage: list[str] = []
    place: Lokasi | None = None
    chapter = any(one.bagian is not None and one.bagian.tingkat == 1 and _LAST.match(one.bagian.nomor or "") for one in written)
    inside, heading = not chapter, False
    for at, one in enumerate(written):
        if one.bagian is not None:
            if one.bagian.tingkat == 1:
                inside = not chapter or bool(_LAST.match(one.bagian.nomor or "")) or "penutup" in one.bagian.judul.lower()
            heading = inside and one.bagian.tingkat > 1 and bool(_IMPROVE_HEAD.search(one.bagian.judul))
            continue
        if not inside or not one.teks:
            continue
        text = mend(" ".join(block.teks for block in written[at : at + 2] if block.tabel is None and block.bagian is None)).lower()
        if heading or _IMPROVE.search(text):
            passage.append(text)
            place = place or one.lokasi
    whole = " ".join(passage)
    if place is None or len(whole.split()) < _LEAST:
        return Unsur(jenis="perbaikan", keadaan="tidak_ada")
    named = sum(bool(pattern.search(whole)) for pattern in (_OBJECT, _WHO, _WHEN))
    return Unsur(jenis="perbaikan", keadaan="ada" if named >= 2 else "umum", lokasi=place)
