"""The main job on the sample city, end to end: every defect that was put in is found at its place, and nothing else is reported."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import doccheck
from doccheck.model import Finding, Report

ROOT = Path(__file__).resolve().parents[2]
CITY = ROOT / "samples" / "kota-sembilang"
DEFECTS = json.loads((CITY / "defects.json").read_text(encoding="utf-8"))
SERIOUS = ("kritis", "tinggi", "sedang")


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).lower()


def _words(finding: Finding) -> str:
    return _flat(" ".join([finding.kondisi, *(f"{bukti.kutipan} {bukti.nilai or ''}" for bukti in finding.bukti)]))


def _about(finding: Finding, defect: dict) -> bool:
    """Whether a finding quotes what the defect changed, in one of its documents (a missing document has none)."""
    named = {Path(bukti.dokumen).name for bukti in finding.bukti}
    return _flat(defect["kutipan"]) in _words(finding) and (not defect["dokumen"] or bool(named & set(defect["dokumen"])))


@pytest.fixture(scope="module")
def report() -> Report:
    return doccheck.check([CITY])


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: f"{defect['id']}-{defect['aturan']}")
def test_defect_is_found(report: Report, defect: dict) -> None:
    found = [f for f in report.findings if f.aturan == defect["aturan"] and _about(f, defect)]
    assert len(found) == 1, f"{defect['uraian']}: {[f.kondisi for f in report.findings if f.aturan == defect['aturan']]}"
    for value in defect["nilai"]:
        assert value in " ".join([found[0].kondisi, *(bukti.nilai or "" for bukti in found[0].bukti)])


@pytest.mark.parametrize("defect", [d for d in DEFECTS if d["halaman"]], ids=lambda defect: f"{defect['id']}-{defect['aturan']}")
def test_evidence_names_the_page(report: Report, defect: dict) -> None:
    found = next(f for f in report.findings if f.aturan == defect["aturan"] and _about(f, defect))
    for document, pages in defect["halaman"].items():
        shown = {bukti.halaman for bukti in found.bukti if Path(bukti.dokumen).name == document}
        assert not shown or shown & set(pages), (document, pages, shown)


def test_nothing_else_is_reported(report: Report) -> None:
    unexplained = [
        f"{f.aturan} {f.kondisi}"
        for f in report.findings
        if f.keparahan in SERIOUS and not any((f.aturan == d["aturan"] or f.aturan in d["juga"]) and _about(f, d) for d in DEFECTS)
    ]
    assert unexplained == []


def test_every_document_is_read(report: Report) -> None:
    files = {path.name for path in CITY.iterdir() if path.suffix in (".pdf", ".docx", ".xlsx")}
    assert {Path(document.berkas).name for document in report.documents} == files
    assert [note for note in report.notes if note.kode.startswith("EXT")] == []
    assert all(document.kinerja for document in report.documents)
    assert {document.pemda for document in report.documents} == {"Kota Sembilang"}


def test_clean_city_has_no_faults(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "samples" / "build.py"), "--clean", str(tmp_path)], check=True, capture_output=True)
    report = doccheck.check([tmp_path])
    assert len(report.documents) > len({d for defect in DEFECTS for d in defect["dokumen"]}) / 2
    assert [f"{f.aturan} {f.kondisi}" for f in report.findings if f.keparahan in SERIOUS] == []
