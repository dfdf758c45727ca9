"""KKE 5 (formula and source of each indicator) and KKE 6 (follow-up of the recommendations of earlier evaluations)."""

from __future__ import annotations

from ...bahasa import _, tandai
from ...match.kelompok import ButirIndikator
from ...model import Dokumen, Rekomendasi
from .bahan import Bahan, letak, pemilik
from .lembar import Kolom, Sel, manusia, pengisi

STATUS = (tandai("Belum Ada"), tandai("Dalam Proses"), tandai("Tuntas"))


def kolom_formula() -> list[Kolom]:
    yes_no = (0, 1)
    return [
        Kolom(_("No"), 5), Kolom(_("Perangkat daerah"), 22), Kolom(_("Indikator Kinerja"), 42), Kolom(_("Formula Pengukuran Kinerja"), 50),
        Kolom(_("Komponen Pembentuk Indikator"), 30), Kolom(_("Akurat"), 9, yes_no), Kolom(_("Tepat"), 9, yes_no),
        Kolom(_("Sumber Data"), 28), Kolom(_("Diisi oleh"), 26), Kolom(_("Ket."), 36), Kolom(_("Letak"), 32),
    ]  # fmt: skip


def baris_formula(bahan: Bahan) -> list[list[Sel]]:
    """The indicators of IKU and Renstra (tujuan, sasaran), each once an agency, with the first formula and source that is printed."""
    items: dict[tuple[str, str], list[tuple[Dokumen, ButirIndikator]]] = {}
    pairs = [*bahan.butir("iku", ("tujuan", "sasaran")), *bahan.butir("renstra", ("tujuan", "sasaran")), *bahan.butir("pk", ("sasaran",))]
    for document, item in pairs:
        items.setdefault((pemilik(document), item.kunci), []).append((document, item))
    columns = kolom_formula()
    rows: list[list[Sel]] = []
    for (agency, _key), found in items.items():
        if all(document.jenis == "pk" for document, _item in found):
            continue  # a PK alone sets no IKU
        document, item = found[0]
        node, number = item.kejadian[0]
        printed = [node.indikator[at] for _document, one in found for node, at in one.kejadian]
        formula = next((one.formula for one in printed if one.formula), None)
        source = next((one.sumber_data for one in printed if one.sumber_data), None)
        missing = [] if formula else [_("formula tidak tercantum")]
        missing += [] if source else [_("sumber data tidak tercantum")]
        row = [Sel(len(rows) + 1), Sel(agency), Sel(item.teks), Sel(formula), manusia(), manusia(), manusia(), Sel(source)]
        row += [Sel(pengisi(columns, row)), Sel("; ".join(missing), "mesin"), Sel(letak(document, node, node.indikator[number]))]
        rows.append(row)
    return rows


def kolom_tindak_lanjut() -> list[Kolom]:
    return [
        Kolom(_("No"), 5), Kolom(_("Perangkat daerah"), 22), Kolom(_("Judul, Nomor, Tanggal LHE"), 34),
        Kolom(_("Rekomendasi Hasil Evaluasi"), 60), Kolom(_("Tindak Lanjut"), 44),
        Kolom(_("Penanggung jawab"), 22), Kolom(_("Status"), 14, tuple(_(text) for text in STATUS)),
        Kolom(_("Diisi oleh"), 20), Kolom(_("Ket."), 36),
    ]  # fmt: skip


def baris_tindak_lanjut(bahan: Bahan) -> list[list[Sel]]:
    """Recommendations that LHE print, with what matrices of follow-up say; rows of a matrix stand by themselves."""
    columns = kolom_tindak_lanjut()
    rows: list[list[Sel]] = []
    for document in bahan.dokumen:
        for item in document.rekomendasi:
            state = _status(item)
            title = ", ".join(str(part) for part in (document.berkas, document.nomor, document.tanggal, item.tahun) if part)
            row = [
                Sel(len(rows) + 1), Sel(pemilik(document)), Sel(title), Sel(" ".join(part for part in (item.nomor, item.teks) if part)),
                Sel(item.tindak_lanjut) if item.tindak_lanjut else manusia(), Sel(item.penanggung_jawab),
                Sel(state, "mesin") if state else manusia(),
            ]  # fmt: skip
            note = _("tertulis: {status}").format(status=item.status) if item.status else ""
            row += [Sel(pengisi(columns, row)), Sel("; ".join(part for part in (note, item.waktu, item.bukti) if part))]
            rows.append(row)
    return rows


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
