"""Sums of money: which years are told where the rows can be read in several ways."""

from __future__ import annotations

from doccheck.checks.rules import load_rules
from doccheck.config import Config
from doccheck.model import Dokumen, Finding, Kinerja, Nilai, Total
from doccheck.workspace import check_documents


def _uang(**years: int) -> dict[str, Nilai]:
    return {year[1:]: Nilai(teks=f"{amount:,}".replace(",", "."), jenis="angka", angka=float(amount)) for year, amount in years.items()}


def _temuan(t2028: int) -> list[Finding]:
    """A kegiatan with two subkegiatan of the same money whose codes OCR read alike, and a third."""
    nodes = [
        Kinerja(id="k1", level="kegiatan", uraian="Administrasi Umum", kode="1.03.01.2.06", anggaran=_uang(t2027=40_000_000, t2028=t2028)),
        *(
            Kinerja(id=id, level="subkegiatan", uraian=name, kode=f"1.03.01.2.06.{code}", induk="k1", anggaran=_uang(t2027=a, t2028=a))
            for id, name, code, a in (
                ("k2", "Penyediaan Cetakan", "0005", 10_000_000),
                ("k3", "Penyediaan Bacaan", "0005", 10_000_000),
                ("k4", "Rapat Koordinasi", "0009", 20_000_000),
            )
        ),
    ]
    document = Dokumen(berkas="renstra.pdf", jenis="renstra", pemda="Kota Contoh", perangkat_daerah="Dinas Contoh", kinerja=tuple(nodes))
    return [one for one in check_documents((document,), (), Config(), load_rules()).findings if one.aturan == "ANG-01"]


def test_a_year_that_is_right_in_one_way_is_not_told_beside_one_that_is_wrong_in_all() -> None:
    (finding,) = _temuan(47_300_000)
    assert "2028 tercantum 47.300.000" in finding.kondisi
    assert "2027" not in finding.kondisi


def test_sums_that_are_right_in_one_way_are_no_finding() -> None:
    assert _temuan(40_000_000) == []
    assert _temuan(30_000_000) == []


def _jumlah(programs: tuple[int, ...], **years: int) -> list[Finding]:
    """A table of programmes with a kegiatan each, of the same money, and the total that it prints."""
    nodes = []
    for number, amount in enumerate(programs, start=1):
        money = _uang(t2027=amount, t2028=amount)
        name = f"1.03.0{number}"
        nodes.append(Kinerja(id=f"p{number}", level="program", uraian=f"Program {number}", kode=name, anggaran=money))
        nodes.append(
            Kinerja(id=f"k{number}", level="kegiatan", uraian=f"Kegiatan {number}", kode=f"{name}.2.01", induk=f"p{number}", anggaran=money)
        )
    total = Total(nilai=_uang(**years), rincian=tuple(node.id for node in nodes))
    document = Dokumen(
        berkas="renstra.pdf", jenis="renstra", pemda="Kota Contoh", perangkat_daerah="Dinas Contoh", kinerja=tuple(nodes), total=(total,)
    )
    return [one for one in check_documents((document,), (), Config(), load_rules()).findings if one.aturan == "ANG-01"]


def test_a_total_of_rows_below_each_other_is_that_of_the_highest() -> None:
    assert _jumlah((30_000_000, 12_000_000), t2027=42_000_000, t2028=42_000_000) == []
    (finding,) = _jumlah((30_000_000, 12_000_000), t2027=42_000_000, t2028=44_000_000)
    assert "2028 tercantum 44.000.000, hasil penjumlahan 42.000.000" in finding.kondisi
    assert "2027" not in finding.kondisi
    assert not finding.telaah


def test_a_total_of_a_single_programme_is_for_a_person() -> None:
    """Programmes of other pages may not have been read."""
    assert _jumlah((30_000_000,), t2027=30_000_000, t2028=30_000_000) == []
    (finding,) = _jumlah((30_000_000,), t2027=30_000_000, t2028=31_000_000)
    assert finding.telaah
