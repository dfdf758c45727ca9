from __future__ import annotations

import pytest
from msgspec.structs import replace

from doccheck.extract.nilai.baca import parse_nilai
from doccheck.model import Baseline, Bukti, Dokumen, Finding, Indikator, Kinerja, Lokasi
from doccheck.report.grafik import TINGGI, Grafik, grafik

from . import contoh

RULE = replace(contoh.aturan("TGT-08", "Naik-turun", "Up and down", "sedang", (2,)), periksa="target_naik_turun")
PLACE = {"halaman": 4, "tabel": 1, "baris": 7}


def drawn(*values: str, nilai: str | None = None, rule: str = "target_naik_turun", baseline: str | None = None) -> Grafik | None:
    one = Indikator(
        uraian="Angka kecelakaan",
        satuan="Kejadian",
        baseline=Baseline(nilai=parse_nilai(baseline), tahun=2024) if baseline else None,
        target={str(2026 + number): parse_nilai(text) for number, text in enumerate(values)},
        lokasi=Lokasi(**PLACE),
    )
    document = Dokumen(berkas="renstra.pdf", kinerja=(Kinerja(id="k1", level="sasaran", uraian="Selamat", indikator=(one,)),))
    bukti = Bukti(dokumen="renstra.pdf", kutipan="Angka kecelakaan", nilai=nilai, **PLACE)
    finding: Finding = contoh.finding("TGT-08", "sedang", "k", "r", (bukti,), "s")
    return grafik(finding, {"renstra.pdf": document}, {"TGT-08": replace(RULE, periksa=rule)})


def test_points_stand_as_high_as_their_values_and_the_faulty_one_is_marked() -> None:
    shown = drawn("36,0", "38,5", "33,0", nilai="38,5", baseline="40")
    assert shown is not None
    assert [(p.label, p.nilai, p.awal, p.salah) for p in shown.titik] == [
        ("2024", "40", True, False), ("2026", "36,0", False, False), ("2027", "38,5", False, True), ("2028", "33,0", False, False),
    ]  # fmt: skip
    heights = {p.nilai: p.y for p in shown.titik}
    assert heights["40"] < heights["38,5"] < heights["36,0"] < heights["33,0"], "y grows downwards"
    assert [p.x for p in shown.titik] == sorted(p.x for p in shown.titik)
    assert shown.teks == "2024: 40; 2026: 36,0; 2027: 38,5; 2028: 33,0"


def test_equal_targets_are_a_level_line() -> None:
    shown = drawn("5", "5", "5")
    assert shown is not None
    assert len({p.y for p in shown.titik}) == 1
    assert 0 < shown.titik[0].y < TINGGI


@pytest.mark.parametrize(
    ("values", "rule"),
    [(("36", "34"), "target_naik_turun"), (("ada", "ada", "ada"), "target_naik_turun"), (("1", "2", "3"), "target_antar_dokumen")],
    ids=["too-few", "no-numbers", "not-about-the-course"],
)
def test_no_chart_without_a_course(values: tuple[str, ...], rule: str) -> None:
    assert drawn(*values, rule=rule) is None
