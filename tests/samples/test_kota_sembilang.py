"""The main job on the sample city, end to end: every defect that was put in is found at its place, and nothing else is reported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import doccheck
from doccheck.model import Report

from .cacat import SAMPLES, SERIOUS, Defect, about, defects, explains, misplaced, proves

CITY = SAMPLES / "kota-sembilang"
DEFECTS = defects(CITY)
NAMES = [f"{defect['id']}-{defect['aturan']}" for defect in DEFECTS]


@pytest.fixture(scope="module")
def report() -> Report:
    return doccheck.check([CITY])


@pytest.mark.parametrize("defect", DEFECTS, ids=NAMES)
def test_defect_is_found(report: Report, defect: Defect) -> None:
    found = [f for f in report.findings if f.aturan == defect["aturan"] and about(f, defect)]
    assert len(found) == 1, f"{defect['uraian']}: {[f.kondisi for f in report.findings if f.aturan == defect['aturan']]}"
    assert proves(found[0], defect)


@pytest.mark.parametrize("defect", DEFECTS, ids=NAMES)
def test_evidence_stands_where_the_defect_does(report: Report, defect: Defect) -> None:
    found = next(f for f in report.findings if f.aturan == defect["aturan"] and about(f, defect))
    assert misplaced(found, defect) == []


def test_nothing_else_is_reported(report: Report) -> None:
    unexplained = [
        f"{f.aturan} {f.kondisi}" for f in report.findings if f.keparahan in SERIOUS and not any(explains(defect, f) for defect in DEFECTS)
    ]
    assert unexplained == []


def test_every_document_is_read(report: Report) -> None:
    files = {path.name for path in CITY.iterdir() if path.suffix in (".pdf", ".docx", ".xlsx")}
    assert {Path(document.berkas).name for document in report.documents} == files
    assert [note for note in report.notes if note.kode.startswith("EXT")] == []
    assert all(document.kinerja for document in report.documents)
    assert {document.pemda for document in report.documents} == {"Kota Sembilang"}


def test_clean_city_has_no_faults(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SAMPLES / "build.py"), "--clean", str(tmp_path)], check=True, capture_output=True)
    report = doccheck.check([tmp_path])
    assert len(report.documents) > len({d for defect in DEFECTS for d in defect["dokumen"]}) / 2
    assert [f"{f.aturan} {f.kondisi}" for f in report.findings if f.keparahan in SERIOUS] == []
