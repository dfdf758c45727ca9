"""KKE 5: formula and source of each indicator."""

from __future__ import annotations

from ...bahasa import _
from ...match.kelompok import ButirIndikator
from ...model import Dokumen
from .bahan import Bahan, letak, pemilik
from .lembar import Kolom, Sel, manusia, pengisi


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
