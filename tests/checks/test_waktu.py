"""Progress within a year: which months are over, what an indicator has reached, and what it has spent."""

from __future__ import annotations

from typing import Any

import pytest

from doccheck.checks.context import Context
from doccheck.checks.examples import dokumen
from doccheck.checks.serapan import imbangan
from doccheck.checks.waktu import bulan_akhir, bulan_lewat, kemajuan, tahun_rencana, ukuran
from doccheck.config import Config


def rencana(*indikator: str, pd: str = "Dinas Sosial", **more: Any) -> dict[str, Any]:
    return {"jenis": "rencana_aksi", "pd": pd, "tahun": 2026, "kinerja": [{"program": "Program Sosial", "indikator": indikator, **more}]}


def konteks(*data: dict[str, Any]) -> Context:
    return Context(dokumen(data), (), Config())


@pytest.mark.parametrize(("bagian", "bulan"), [("2026-TW3", 9), ("2026-S1", 6), ("2026-C2", 8), ("2026-05", 5), ("TW4", 12)])
def test_last_month_of_a_part(bagian: str, bulan: int) -> None:
    assert bulan_akhir(bagian) == bulan


@pytest.mark.parametrize(
    ("lain", "bulan"),
    [
        ([], 0),
        ([rencana("Indeks A | nilai | realisasi 2026-TW2: 3", pd="Dinas Pangan")], 6),
        ([rencana("Indeks A | nilai | realisasi 2026-TW2: -", pd="Dinas Pangan")], 0),
        ([{"jenis": "lkjip", "pd": "Dinas Pangan", "tahun": 2026, "kinerja": [{"sasaran": "Naiknya gizi"}]}], 12),
        ([{"jenis": "pk", "pd": "Dinas Pangan", "tahun": 2027, "kinerja": [{"sasaran": "Naiknya gizi"}]}], 12),
        ([{"jenis": "renja", "pd": "Dinas Pangan", "tahun": 2027, "kinerja": [{"sasaran": "Naiknya gizi"}]}], 0),
    ],
)
def test_what_documents_show_of_the_time(lain: list[dict[str, Any]], bulan: int) -> None:
    ctx = konteks(rencana("Indeks B | nilai | 2026: 4 | 2026-TW1: 1 | 2026-TW4: 4"), *lain)
    assert bulan_lewat(ctx, "kota contoh|dinas sosial", 2026) == bulan


def test_plan_and_reports_are_one_and_the_agreement_gives_the_yearly_target() -> None:
    ctx = konteks(
        {**rencana("Indeks B | nilai | 2026-TW1: 1 | 2026-TW2: 2"), "berkas": "rencana.pdf"},
        {**rencana("Indeks B | nilai | realisasi 2026-TW1: 1,5"), "berkas": "tw1.pdf"},
        {"jenis": "pk", "pd": "Dinas Sosial", "tahun": 2026, "kinerja": [{"sasaran": "S", "indikator": ["Indeks B | nilai | 2026: 4"]}]},
    )
    (pd,) = ctx.perangkat
    assert tahun_rencana(ctx, pd) == [2026]
    (one,) = ukuran(ctx, pd, 2026)
    assert one.tahunan is not None
    assert (one.tahunan.teks, list(one.target), list(one.realisasi)) == ("4", ["2026-TW1", "2026-TW2"], ["2026-TW1"])
    assert one.asal["2026-TW1"].dokumen.berkas == "tw1.pdf"


@pytest.mark.parametrize(
    ("indikator", "persen", "pasti"),
    [
        ("Persentase keluarga mandiri | % | 2026-TW1: 20 | 2026-TW2: 40 | realisasi 2026-TW1: 20 | realisasi 2026-TW2: 30", 75, True),
        ("Angka kemiskinan | % | 2026-S1: 10 | 2026-S2: 9 | realisasi 2026-S1: 12", 80, True),
        ("Jumlah orang | orang | 2026-TW1: 5 | 2026-TW2: 5 | terbagi | realisasi 2026-TW1: 2 | realisasi 2026-TW2: 6", 80, True),
        ("Predikat SAKIP | predikat | 2026-S1: BB | 2026-S2: A | realisasi 2026-S1: BB", 100, True),
        ("Jumlah orang dilatih | orang | 2026-TW1: 0 | realisasi 2026-TW1: 0", 100, True),
        ("Jumlah orang dilatih | orang | 2026-TW1: 200 | realisasi 2026-TW1: 85%", 85, False),
        ("Jumlah orang dilatih | orang | 2026-TW1: 200 | realisasi 2026-TW1: 2", 1, False),
    ],
)
def test_progress(indikator: str, persen: float, pasti: bool) -> None:
    ctx = konteks(rencana(indikator))
    (one,) = ukuran(ctx, next(iter(ctx.perangkat)), 2026)
    found = kemajuan(one)
    assert found is not None
    assert (round(found.persen), found.pasti) == (persen, pasti)


def test_progress_needs_a_target_and_a_realisation_of_one_part() -> None:
    ctx = konteks(rencana("Indeks B | nilai | 2026-TW1: 1 | realisasi 2026-TW2: 2"))
    (one,) = ukuran(ctx, next(iter(ctx.perangkat)), 2026)
    assert kemajuan(one) is None
    assert one.berharap(2) == []
    assert one.berharap(3) == ["2026-TW1"]


@pytest.mark.parametrize(
    ("terpakai", "serapan", "pasti"),
    [
        ({2026: "600.000"}, 60, True),
        ({"2026-TW1": "300.000", "2026-TW2": "200.000"}, 50, True),
        ({"2026-TW1": "300.000", "2026-TW2": "900.000"}, 90, True),
        ({"2026-TW1": "200.000", "2026-TW2": "300.000"}, 50, False),
    ],
)
def test_spending_of_parts_is_cumulative_where_it_cannot_add_up(terpakai: dict[Any, str], serapan: float, pasti: bool) -> None:
    row = "Persentase X | % | 2026: 80 | realisasi 2026: 40 | 2026-TW2: 40 | realisasi 2026-TW2: 40"
    (document,) = dokumen([rencana(row, anggaran={2026: "1.000.000"}, terpakai=terpakai)])
    (one,) = imbangan(document)
    assert (one.serapan, one.capaian, one.pasti) == (pytest.approx(serapan), pytest.approx(50), pasti)


def test_spending_beyond_the_budget_is_not_compared() -> None:
    (document,) = dokumen([rencana("Persentase X | % | 2026: 80 | realisasi 2026: 40", anggaran={2026: "1.000"}, terpakai={2026: "5.000"})])
    assert list(imbangan(document)) == []
