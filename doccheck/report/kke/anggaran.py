"""KKE 3: programs and activities of the budget document against Renstra and Renja. A DPA is not read, so the Renja gives the rows, and the
columns of the DPA are left to a person."""

from __future__ import annotations

from ...bahasa import _
from ...match.kelompok import ButirIndikator, kunci
from ...model import Dokumen, Indikator, Kinerja, Level
from .bahan import Bahan, keterangan, letak, pemilik, sama, setara
from .lembar import Kolom, Sel, manusia, pengisi

_LEVELS: tuple[Level, ...] = ("program", "kegiatan", "subkegiatan")


def kolom() -> list[Kolom]:
    yes_no = (0, 1)
    return [
        Kolom(_("No"), 5), Kolom(_("Perangkat daerah"), 22), Kolom(_("Kode"), 16), Kolom(_("Uraian Program dan Kegiatan"), 40),
        Kolom(_("Indikator Kinerja"), 38), Kolom(_("Target Renja"), 14), Kolom(_("Pagu Renja (Rp)"), 18, uang=True),
        Kolom(_("Target Renstra"), 14), Kolom(_("Target DPA"), 14), Kolom(_("Anggaran DPA (Rp)"), 18, uang=True),
        Kolom(_("Sesuai Target Renstra"), 10, yes_no), Kolom(_("Sesuai Target Renja"), 10, yes_no), Kolom(_("Jumlah"), 8),
        Kolom(_("Diisi oleh"), 26), Kolom(_("Ket."), 48), Kolom(_("Letak"), 32),
    ]  # fmt: skip


def baris(bahan: Bahan) -> list[list[Sel]]:
    """One row an indicator of the Renja. The machine compares targets of the Renja's year with the Renstra where both are numbers."""
    columns = kolom()
    rows: list[list[Sel]] = []
    money: set[tuple[str, str]] = set()
    for document, item in bahan.butir("renja", _LEVELS):
        node, number = item.kejadian[0]
        one = node.indikator[number]
        year = str(document.tahun) if document.tahun else max(one.target, default="")
        upper = _renstra(bahan, document, item)
        own, above = one.target.get(year), upper.target.get(year) if upper else None
        equal = setara(own, above) if own and above and "kosong" not in (own.jenis, above.jenis) else None
        budget = node.anggaran.get(year)
        first = (document.berkas, node.id) not in money  # money once a goal, so that sums are right
        money.add((document.berkas, node.id))
        findings = bahan.temuan(document.berkas, one.uraian)
        row = [
            Sel(len(rows) + 1), Sel(pemilik(document)), Sel(node.kode), Sel(node.uraian), Sel(one.uraian), Sel(own.teks if own else None),
            Sel(budget.angka if budget and budget.angka is not None else budget.teks if budget else None) if first else Sel(),
            Sel(above.teks if above else _("(tidak ditemukan)"), "mesin"), manusia(), manusia(),
            manusia() if equal is None else Sel(int(equal), "mesin"), manusia(),
            Sel(int(bool(equal)), "dokumen", "=SUM(K{r}:L{r})"),
        ]  # fmt: skip
        row += [Sel(pengisi(columns, row)), Sel(keterangan(findings)), Sel(letak(document, node, one))]
        rows.append(row)
    return rows


def _renstra(bahan: Bahan, document: Dokumen, item: ButirIndikator) -> Indikator | None:
    """The Renstra's indicator that this one comes from: the linked one, else the same words under the same code in the agency's Renstra."""
    for end in bahan.ke_atas(document, item):
        if end.jenis == "renstra" and (found := bahan.indikator(end)):
            return found
    codes = {_kode(node) for node, _number in item.kejadian if node.kode}
    for other in bahan.dokumen:
        if other.jenis == "renstra" and sama(other, document):
            for node in other.kinerja:
                if node.kode and _kode(node) in codes:
                    for one in node.indikator:
                        if kunci(one.uraian) == item.kunci and one.target:
                            return one
    return None


def _kode(node: Kinerja) -> str:
    return (node.kode or "").replace(" ", "").rstrip(".")
