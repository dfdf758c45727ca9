"""The recommendations of earlier evaluations against the documents after them: what each asks is tested again by our rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from ..bahasa import _
from ..match import kunci_pd, sama_pd
from ..model import Bukti, Dokumen, Finding, HasilUji, Jenis, Keparahan, Rekomendasi, TindakLanjut
from ..tempat import satu_baris
from .butir import kunci
from .context import Context
from .pengampu import nama_pd
from .rekomendasi import dokumen_disebut, jumlah_disebut, kelas, objek_disebut, sama_rekomendasi
from .uji_ulang import Uji, uji

_BERJANGKA: frozenset[Jenis] = frozenset({"rpjmd", "renstra", "iku", "cascading"})
"""Documents that hold for several years: the valid version is taken to be later than any evaluation."""
_RINGAN = frozenset[Keparahan](("rendah", "info"))
"""Light faults leave it to a person whether a recommendation is followed up."""
_BUKTI = 4
_Sesudah = Mapping[str, Dokumen]
"""File -> document, of those after an evaluation."""


def tindak_lanjut(ctx: Context) -> list[TindakLanjut]:
    """All recommendations of the documents, each with its row of a matrix of follow-up and the outcome of the test; made once a check."""
    if not ctx.tindak_lanjut:
        ctx.tindak_lanjut.extend(_uji(ctx, item) for item in _butir(ctx))
    return ctx.tindak_lanjut


def tahun_lhe(dokumen: Dokumen, item: Rekomendasi) -> int | None:
    """Year of the evaluation that made a recommendation, None where a report that quotes it does not tell. A matrix in a report is on the
    year before its own."""
    if item.tahun is not None or dokumen.jenis == "lhe":
        return item.tahun or dokumen.tahun
    return dokumen.tahun - 1 if item.matriks and dokumen.tahun is not None else None


def _butir(ctx: Context) -> list[TindakLanjut]:
    """What LHE recommend, with the rows of matrices that say what became of it; rows that no LHE here recommends stand by themselves."""
    made: list[TindakLanjut] = []
    rows: list[tuple[Dokumen, Rekomendasi]] = []
    for document in ctx.dokumen:
        for item in document.rekomendasi:
            if item.matriks or document.jenis != "lhe":
                rows.append((document, item))
            else:
                made.append(
                    TindakLanjut(
                        berkas=document.berkas, perangkat_daerah=document.perangkat_daerah, tahun=tahun_lhe(document, item),
                        rekomendasi=item,
                    )
                )  # fmt: skip
    for document, row in rows:
        year = tahun_lhe(document, row)
        paired = [n for n, one in enumerate(made) if _pasangan(one, document, row, year)]
        if paired:
            at = max(paired, key=lambda n: (made[n].tahun or 0, -n))  # what was asked again is followed up where it was asked last
            made[at] = replace(made[at], matriks=row, berkas_matriks=document.berkas)
        else:
            made.append(
                TindakLanjut(
                    berkas=document.berkas, perangkat_daerah=document.perangkat_daerah, tahun=year, rekomendasi=row,
                    matriks=row if row.matriks else None, berkas_matriks=document.berkas if row.matriks else None,
                )
            )  # fmt: skip
    return made


def _pasangan(one: TindakLanjut, document: Dokumen, row: Rekomendasi, year: int | None) -> bool:
    """Whether a row follows up a recommendation: of the same agency, not of another year, with the same words."""
    if one.matriks is not None or not _satu_pd(one.perangkat_daerah, document.perangkat_daerah):
        return False
    if row.tahun is not None and one.tahun is not None and row.tahun != one.tahun:
        return False
    if year is not None and one.tahun is not None and one.tahun > year:
        return False
    return sama_rekomendasi(one.rekomendasi.teks, row.teks)


def _satu_pd(a: str | None, b: str | None) -> bool:
    return a is None or b is None or kunci_pd(a) == kunci_pd(b)


def _uji(ctx: Context, item: TindakLanjut) -> TindakLanjut:
    kinds = kelas(item.rekomendasi.teks)
    if not kinds:
        return replace(item, alasan=_("tidak ada aturan yang dapat menguji rekomendasi ini"))
    ids = tuple(dict.fromkeys(id for one in kinds for id in one.aturan))
    item = replace(item, kelas=tuple(one.nama for one in kinds), aturan=ids)
    named = dokumen_disebut(item.rekomendasi.teks) - {"lhe"}
    after = _sesudahnya(ctx, item)
    outcomes = [one for one in uji(ctx, ids) if one.dinilai and _ada(after, item, one, named)]
    if not outcomes:
        return replace(item, alasan=_alasan(uji(ctx, ids)))
    item = replace(item, aturan=tuple(one.aturan for one in outcomes))
    asked = [
        replace(one, temuan=tuple(found for found in one.temuan if any(kind.dijawab(one.aturan, found.kondisi) for kind in kinds)))
        for one in outcomes
    ]
    now, before, doubtful = _temuan(ctx, item, asked, named, after)
    if not now and doubtful:
        reason = _("hanya ditemukan hal yang perlu telaah ({jumlah})").format(jumlah=len(doubtful))
        return replace(item, alasan=reason, temuan=tuple(one.sidik for one in doubtful), bukti=_bukti(doubtful, after))
    made = _hasil(item, now, before, after)
    seen_before = before or objek_disebut(item.rekomendasi.teks)
    if made.hasil == "selesai" and any(one.lemah for one in kinds) and not seen_before:
        reason = _("aturan tidak menemukannya, tetapi hanya melihat sebagian dari yang diminta; perlu penilaian evaluator")
        return replace(made, hasil="tidak_diuji", alasan=reason)
    return made


def _hasil(item: TindakLanjut, now: list[Finding], before: list[Finding], after: _Sesudah) -> TindakLanjut:
    """Counts objects: those that the recommendation quotes or names in full, else as many as it says, else those that the documents before
    had."""
    found = {_objek(one): one for one in now}
    text = kunci(item.rekomendasi.teks)
    named = [one for key, one in found.items() if len(key.split()) >= 3 and key in text]
    quoted = objek_disebut(item.rekomendasi.teks)
    if quoted:
        keys = {kunci(text) for text in quoted}
        again = [one for key, one in found.items() if key in keys]
        total: int | None = len(keys)
    elif named:
        again, total = named, len(named)
    elif (counted := jumlah_disebut(item.rekomendasi.teks)) is not None:
        again, total = list(found.values())[:counted], counted
    else:
        old = {_objek(one) for one in before}
        again = [one for key, one in found.items() if key in old] if old else list(found.values())
        total = len(old) or None
    fresh = [one for one in now if one not in again]
    outcome: HasilUji = "selesai" if not again else "sebagian" if total and len(again) < total else "berulang"
    note = ""
    if fresh and not again:
        outcome = "sebagian"
        note = _("objek semula tidak ditemukan lagi, tetapi hal yang sama ada pada {jumlah} objek lain").format(jumlah=len(fresh))
    shown = [*again, *fresh]
    return replace(
        item, hasil=outcome, semula=total, berulang=len(again), alasan=note,
        aturan=tuple(dict.fromkeys(one.aturan for one in shown)) or item.aturan, temuan=tuple(one.sidik for one in shown),
        bukti=_bukti(shown, after),
    )  # fmt: skip


def _objek(one: Finding) -> str:
    return kunci(one.bukti[0].kutipan) if one.bukti else one.sidik


def _bukti(found: Iterable[Finding], after: _Sesudah) -> tuple[Bukti, ...]:
    """The first evidence of each finding that lies in a document after the evaluation."""
    shown = []
    for one in found:
        later = [proof for proof in one.bukti if proof.dokumen in after]
        shown += later[:1]
    return tuple(dict.fromkeys(shown))[:_BUKTI]


def _temuan(
    ctx: Context, item: TindakLanjut, outcomes: Sequence[Uji], named: frozenset[Jenis], after: _Sesudah
) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """Findings of the agency on documents after the evaluation, on those before it, and, of the later ones, those that need a person
    (doubtful or light ones). In documents of the region that is what no other agency answers for. Where the recommendation names documents
    that a rule examines, only findings in them count."""
    kinds = {document.berkas: document for document in ctx.dokumen}
    now: list[Finding] = []
    before: list[Finding] = []
    doubtful: list[Finding] = []
    for outcome in outcomes:
        asked = named & set(outcome.dokumen)
        for one in outcome.temuan:
            documents = [kinds[proof.dokumen] for proof in one.bukti if proof.dokumen in kinds]
            if item.perangkat_daerah is not None and not _satu_pd(item.perangkat_daerah, one.perangkat_daerah or item.perangkat_daerah):
                continue
            if asked and not any(document.jenis in asked for document in documents):
                continue
            if one.perangkat_daerah is None and one.bukti:
                own = tuple(proof for proof in one.bukti if not _milik_lain(kinds, item, proof))
                if not own:
                    continue
                one = replace(one, bukti=own)
            later = [document.berkas in after for document in documents]
            if not all(later):
                before.append(one)  # one finding may hold for documents of both times
            if later and not any(later):
                continue
            if one.telaah or one.keparahan in _RINGAN:
                doubtful.append(one)
            else:
                now.append(one)
    return now, before, doubtful


def _milik_lain(documents: Mapping[str, Dokumen], item: TindakLanjut, proof: Bukti) -> bool:
    """Whether the row that a document of the region prints there names other agencies as responsible, and not the recommendation's."""
    own = item.perangkat_daerah
    if own is None or proof.dokumen not in documents:
        return False
    owners = [
        name
        for node in documents[proof.dokumen].kinerja
        for spot, cell in ((node.lokasi, node.penanggung_jawab), *((row.lokasi, row.penanggung_jawab) for row in node.indikator))
        if cell and satu_baris(spot, proof)
        for name in nama_pd(cell)
    ]
    return bool(owners) and not any(sama_pd(name, own) for name in owners)


def _sesudahnya(ctx: Context, item: TindakLanjut) -> _Sesudah:
    """The documents after the evaluation: those that hold for several years or for a year after it, and a report that quotes it."""
    own = next(document for document in ctx.dokumen if document.berkas == item.berkas)
    quoted = own if own.jenis != "lhe" else None
    year = item.tahun if item.tahun is not None else quoted.tahun - 1 if quoted and quoted.tahun is not None else None
    return {
        document.berkas: document
        for document in ctx.dokumen
        if document is quoted or year is None or document.jenis in _BERJANGKA or document.tahun is None or document.tahun > year
    }


def _ada(after: _Sesudah, item: TindakLanjut, outcome: Uji, named: frozenset[Jenis]) -> bool:
    """Whether there is a later document of the agency (or the region) that the rule examines, among those that are named."""
    asked = named & set(outcome.dokumen) if named else set(outcome.dokumen)
    return any(document.jenis in asked and _satu_pd(item.perangkat_daerah, document.perangkat_daerah) for document in after.values())


def _alasan(outcomes: Sequence[Uji]) -> str:
    """Why none of the rules could test it: their own reasons, or that there is no document after the evaluation."""
    silent = [one for one in outcomes if not one.dinilai]
    reasons = [reason for one in silent for reason in one.alasan]
    if len(silent) < len(outcomes):
        return _("dokumen sesudah evaluasi tidak ada")
    return "; ".join(list(dict.fromkeys(reasons))[:2])
