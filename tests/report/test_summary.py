from __future__ import annotations

from doccheck.model import Report
from doccheck.report.summary import hitung, per_agency, per_masalah

from . import contoh


def test_doubtful_findings_are_counted_apart() -> None:
    total = hitung(contoh.temuan())
    assert total.per_keparahan == {"kritis": 3, "tinggi": 0, "sedang": 2, "rendah": 1, "info": 1}
    assert (total.pasti, total.telaah, total.semua) == (7, 1, 8)


def test_agencies_with_documents_and_no_finding_are_listed() -> None:
    groups = per_agency(contoh.laporan())
    assert {agency: len(findings) for agency, findings in groups.items()} == {
        None: 1,
        "Dinas Kesehatan": 2,
        "Dinas Lingkungan Hidup": 0,
        "Dinas Perhubungan": 5,
    }


def test_order_inside_an_agency_is_sure_before_doubtful_and_grave_before_light() -> None:
    ids = [f.aturan for f in per_agency(contoh.laporan())["Dinas Perhubungan"]]
    assert ids == ["TGT-01", "TGT-02", "LKJ-03", "SEL-03", "IND-01"]


def test_problems_without_findings_are_zero_and_not_absent() -> None:
    counts = {nomor: h.semua for nomor, h in per_masalah(contoh.laporan()).items()}
    assert counts == {1: 0, 2: 2, 3: 4, 4: 0, 5: 1, 6: 0, 7: 1}
    assert all(h.semua == 0 for h in per_masalah(Report(findings=(), documents=())).values())
