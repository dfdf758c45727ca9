"""KKE 1 (SMART of goals and indicators) and the shape of the same in the SPIP working papers (KKE 1.1 to 2.3 of BPKP)."""

from __future__ import annotations

from collections.abc import Sequence

from ...bahasa import _
from ...model import Finding, Indikator, Kinerja, Level
from .bahan import Bahan, keterangan, kriteria, letak, pemilik, target
from .lembar import Kolom, Sel, manusia, pengisi

_LEVELS: tuple[Level, ...] = ("tujuan", "sasaran", "program", "kegiatan")
_SMART = ("spesifik", "dapat_diukur", "dapat_dicapai", "relevan", "berbatas_waktu")


def kolom_smart() -> list[Kolom]:
    yes_no = (0, 1)
    return [
        Kolom(_("No"), 5), Kolom(_("Perangkat daerah"), 22), Kolom(_("Level"), 10), Kolom(_("Tujuan, Sasaran, Program, Kegiatan"), 38),
        Kolom(_("Indikator Kinerja"), 38), Kolom(_("Satuan"), 10), Kolom(_("Target"), 26), Kolom(_("Spesifik"), 9, yes_no),
        Kolom(_("Dapat Diukur"), 9, yes_no), Kolom(_("Dapat Dicapai"), 9, yes_no), Kolom(_("Relevan"), 9, yes_no),
        Kolom(_("Berbatas Waktu"), 9, yes_no), Kolom(_("Jml Nilai"), 8), Kolom(_("Menantang"), 10, yes_no),
        Kolom(_("Diisi oleh"), 26), Kolom(_("Ket."), 48), Kolom(_("Letak"), 32),
    ]  # fmt: skip


def baris_smart(bahan: Bahan) -> list[list[Sel]]:
    """One row an indicator of RPJMD and Renstra. The machine writes 1 only for what it can see (a unit with numbers, years), 0 for a
    certain finding; all else is for a person."""
    columns = kolom_smart()
    rows: list[list[Sel]] = []
    for document, item in (*bahan.butir("rpjmd", _LEVELS), *bahan.butir("renstra", _LEVELS)):
        node, number = item.kejadian[0]
        one = node.indikator[number]
        findings = bahan.temuan(document.berkas, one.uraian)
        marks = [_nilai(name, findings, _terlihat(name, one)) for name in _SMART]
        row = [
            Sel(len(rows) + 1), Sel(pemilik(document)), Sel(node.level), Sel(_nama(node)), Sel(one.uraian), Sel(one.satuan),
            Sel(target(one)), *marks, Sel(sum(int(mark.nilai or 0) for mark in marks), "dokumen", "=SUM(H{r}:L{r})"),
            _nilai("menantang", findings, None),
        ]  # fmt: skip
        row += [Sel(pengisi(columns, row)), Sel(keterangan(findings)), Sel(letak(document, node, one))]
        rows.append(row)
    return rows


def _nama(node: Kinerja) -> str:
    text = " ".join(part for part in (node.kode, node.uraian) if part)
    return f"{text} ({node.hasil})" if node.hasil else text


def _nilai(nama: str, findings: Sequence[Finding], terlihat: int | None) -> Sel:
    against = [one for one in findings if one.aturan in kriteria()["smart"][nama]]
    if any(not one.telaah for one in against):
        return Sel(0, "mesin")
    return manusia() if against or terlihat is None else Sel(terlihat, "mesin")


def _terlihat(nama: str, one: Indikator) -> int | None:
    """What anyone can see in the table: numbers with a unit can be measured, years bound the time; nothing else."""
    numbers = [value for value in one.target.values() if value.jenis in ("angka", "ordinal", "rasio")]
    if nama == "dapat_diukur" and one.satuan and numbers:
        return 1
    if nama == "berbatas_waktu" and one.target and all(value.jenis != "kosong" for value in one.target.values()):
        return 1
    return None


def kolom_spip() -> list[Kolom]:
    yes_no = (0, 1)
    return [
        Kolom(_("No"), 5), Kolom(_("Perangkat daerah"), 22), Kolom(_("Level"), 10), Kolom(_("Sasaran"), 38),
        Kolom(_("Sasaran Tepat"), 10, yes_no), Kolom(_("Indikator Kinerja"), 38), Kolom(_("Indikator Tepat dan Baik"), 10, yes_no),
        Kolom(_("Target"), 26), Kolom(_("Target Kinerja Baik"), 10, yes_no), Kolom(_("Keterkaitan dengan Sasaran Pemda"), 12, yes_no),
        Kolom(_("Diisi oleh"), 26), Kolom(_("Area perbaikan (AoI)"), 48), Kolom(_("Letak"), 32),
    ]  # fmt: skip


def baris_spip(bahan: Bahan) -> list[list[Sel]]:
    """The same indicators in the shape of SPIP. Only a link that was found is a 1 by the machine."""
    columns = kolom_spip()
    levels: tuple[Level, ...] = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
    rules = kriteria()["spip"]
    rows: list[list[Sel]] = []
    for document, item in (*bahan.butir("rpjmd", levels), *bahan.butir("renstra", levels)):
        node, number = item.kejadian[0]
        one = node.indikator[number]
        goal = bahan.temuan(document.berkas, node.uraian)
        measure = bahan.temuan(document.berkas, one.uraian)
        linked = document.jenis != "rpjmd" and bahan.tertaut_ke_atas(document, [node])
        row = [
            Sel(len(rows) + 1), Sel(pemilik(document)), Sel(node.level), Sel(_nama(node)), _salah(goal, rules["sasaran"]), Sel(one.uraian),
            _salah(measure, rules["indikator"]), Sel(target(one)), _salah(measure, rules["target"]),
            Sel(1, "mesin") if linked else _salah(goal, rules["keterkaitan"]),
        ]  # fmt: skip
        row += [Sel(pengisi(columns, row)), Sel(keterangan([*goal, *measure])), Sel(letak(document, node, one))]
        rows.append(row)
    return rows


def _salah(findings: Sequence[Finding], rules: Sequence[str]) -> Sel:
    return Sel(0, "mesin") if any(one.aturan in rules and not one.telaah for one in findings) else manusia()
