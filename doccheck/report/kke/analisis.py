"""The seven analyses of performance reports as a sheet: what each report says of each indicator."""

from __future__ import annotations

from ...bahasa import _
from ..analisis import ANALISIS, KEADAAN, BarisAnalisis, LaporanAnalisis, susun
from .bahan import Bahan
from .lembar import Kolom, Sel, manusia, pengisi


def kolom() -> list[Kolom]:
    choices = tuple(_(words) for _mark, words in KEADAAN.values())
    return [
        Kolom(_("No"), 5), Kolom(_("Perangkat daerah"), 22), Kolom(_("LKjIP"), 30), Kolom(_("Indikator Kinerja"), 40),
        *(Kolom(_(name), 15, choices) for name, _meaning in ANALISIS.values()),
        Kolom(_("Diisi oleh"), 12), Kolom(_("Letak"), 48), Kolom(_("Ket."), 30),
    ]  # fmt: skip


def baris(bahan: Bahan) -> list[list[Sel]]:
    """One row a report, then one for each of its indicators. What the machine did not look at is for a person."""
    columns = kolom()
    rows: list[list[Sel]] = []
    for report in susun(bahan.dokumen):
        for one in report.baris:
            head = [
                Sel(len(rows) + 1),
                Sel(report.pd or report.pemda),
                Sel(report.berkas),
                Sel(one.indikator or _("(laporan secara umum)")),
            ]
            cells = [Sel(_(KEADAAN[one.sel[kind].keadaan][1]), "mesin") if kind in one.sel else manusia() for kind in ANALISIS]
            row = [*head, *cells]
            rows.append([*row, Sel(pengisi(columns, row)), Sel(_letak(one)), Sel(_catatan(report, one))])
    return rows


def _letak(one: BarisAnalisis) -> str:
    """ "Target: hal. 9; Penyebab: hal. 10"."""
    return "; ".join(f"{_(ANALISIS[kind][0])}: {cell.letak}" for kind, cell in one.sel.items() if cell.letak)


def _catatan(report: LaporanAnalisis, one: BarisAnalisis) -> str:
    return _("tabel capaian tidak terbaca; indikator tidak dapat dirinci") if one.indikator is None and not report.terbaca else ""
