"""KKE 6: the recommendations of earlier evaluations, what the matrix of their follow-up says, and what the rules find today."""

from __future__ import annotations

from ...bahasa import _, tandai
from ...model import Rekomendasi, TindakLanjut
from ..tindak_lanjut import HASIL, bukti_uji, uraian
from .bahan import Bahan
from .lembar import Kolom, Sel, manusia, pengisi

STATUS = (tandai("Belum Ada"), tandai("Dalam Proses"), tandai("Tuntas"))


def kolom_tindak_lanjut() -> list[Kolom]:
    return [
        Kolom(_("No"), 5), Kolom(_("Perangkat daerah"), 22), Kolom(_("Judul, Nomor, Tanggal LHE"), 34),
        Kolom(_("Rekomendasi Hasil Evaluasi"), 60), Kolom(_("Tindak Lanjut"), 44),
        Kolom(_("Penanggung jawab"), 22), Kolom(_("Status"), 14, tuple(_(text) for text in STATUS)),
        Kolom(_("Diuji kembali"), 26), Kolom(_("Bukti pada dokumen sesudahnya"), 48),
        Kolom(_("Diisi oleh"), 20), Kolom(_("Ket."), 36),
    ]  # fmt: skip


def baris_tindak_lanjut(bahan: Bahan) -> list[list[Sel]]:
    """Recommendations that LHE print, with their row of a matrix of follow-up and the outcome of the test on later documents; rows of a
    matrix whose LHE is not here stand by themselves. Without the rules on follow-up nothing is tested."""
    columns = kolom_tindak_lanjut()
    documents = {document.berkas: document for document in bahan.dokumen}
    rows: list[list[Sel]] = []
    for item in bahan.report.tindak_lanjut or _tidak_diuji(bahan):
        told = item.matriks or item.rekomendasi
        document = documents.get(item.berkas)
        state = _status(told)
        facts = (item.berkas, document.nomor if document else None, document.tanggal if document else None, item.tahun)
        title = ", ".join(str(part) for part in facts if part)
        owner = item.perangkat_daerah or (document.pemda if document else None)
        row = [
            Sel(len(rows) + 1), Sel(owner), Sel(title),
            Sel(" ".join(part for part in (item.rekomendasi.nomor, item.rekomendasi.teks) if part)),
            Sel(told.tindak_lanjut) if told.tindak_lanjut else manusia(), Sel(told.penanggung_jawab),
            Sel(state, "mesin") if state else manusia(), Sel(_hasil(item), "mesin"), Sel(_bukti(item), "mesin"),
        ]  # fmt: skip
        note = _("tertulis: {status}").format(status=told.status) if told.status else ""
        row += [Sel(pengisi(columns, row)), Sel("; ".join(part for part in (note, told.waktu, told.bukti) if part))]
        rows.append(row)
    return rows


def _tidak_diuji(bahan: Bahan) -> list[TindakLanjut]:
    return [
        TindakLanjut(
            berkas=document.berkas, perangkat_daerah=document.perangkat_daerah, tahun=item.tahun, rekomendasi=item,
            alasan=_("aturan tindak lanjut tidak dijalankan"),
        )
        for document in bahan.dokumen
        for item in document.rekomendasi
    ]  # fmt: skip


def _hasil(item: TindakLanjut) -> str:
    text = uraian(item)
    return f"{_(HASIL[item.hasil])}: {text}" if text else _(HASIL[item.hasil])


def _bukti(item: TindakLanjut) -> str:
    rules = f"{', '.join(item.aturan)}\n" if item.aturan else ""
    return rules + "\n".join(f"“{one.kutipan}” ({one.letak})" for one in bukti_uji(item))


def _status(item: Rekomendasi) -> str | None:
    """One of STATUS where the matrix prints it in these or common words; None is for a person."""
    text = (item.status or "").casefold()
    if not text:
        return None
    if "belum" in text:
        return _(STATUS[0]) if "selesai" not in text and "tuntas" not in text else _(STATUS[1])
    if "proses" in text or "sebagian" in text:
        return _(STATUS[1])
    return _(STATUS[2]) if any(word in text for word in ("tuntas", "selesai", "sudah")) and "tidak" not in text else None
