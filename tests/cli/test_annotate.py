"""`doccheck annotate` on the sample city: marks at the seeded defects, proposals by the upper document, originals untouched."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from tests.anotasi import struktur
from tests.workspace.dokumen import pk, renstra

from .conftest import Jalan

Doccheck = Callable[..., Jalan]
KOTA = Path(__file__).parents[2] / "samples" / "kota-sembilang"
PK, RENSTRA, XLSX = "PK-2026-Kepala-Dinas-Kesehatan.docx", "Renstra-Dinas-Kesehatan.pdf", "Renstra-Inspektorat-Daerah.xlsx"


def _hashes(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def tanda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The marked city, with proposals."""
    from doccheck.anotasi import tandai_dokumen
    from doccheck.checks import load_rules
    from doccheck.workspace import check

    before = _hashes(KOTA)
    target = tmp_path_factory.mktemp("tanda")
    results = tandai_dokumen(check(KOTA), KOTA, target, load_rules(), usulan=True, waktu=datetime(2026, 3, 9, 8, 30))
    assert {one.cara for one in results} == {"ditandai", "tanpa_temuan"}
    assert {path.name for path in target.iterdir()} == {one.berkas for one in results if one.cara == "ditandai"}
    assert _hashes(KOTA) == before
    return target


def test_word_comments_stand_at_the_defects(tanda: Path) -> None:
    document = docx.Document(str(tanda / PK))
    texts = {comment.text.split(" ")[0]: comment for comment in document.comments}
    assert {"TGT-01", "SEL-03", "LVL-01", "ANG-01"} <= set(texts)
    start = document.element.xpath(f".//w:commentRangeStart[@w:id='{texts['LVL-01'].comment_id}']")[0]
    assert "Jumlah posyandu yang dibina" in "".join(piece.text for piece in start.getparent().iter(docx.oxml.ns.qn("w:t")))


def test_proposals_are_what_the_upper_document_says(tanda: Path) -> None:
    root = docx.Document(str(tanda / PK)).element
    struck = ["".join(t.text for t in change.iter(docx.oxml.ns.qn("w:delText"))) for change in root.xpath(".//w:del")]
    added = ["".join(t.text for t in change.iter(docx.oxml.ns.qn("w:t"))) for change in root.xpath(".//w:ins")]
    assert "7,4%" in struck
    assert "7,0%" in added
    assert "Meningkatnya" in " ".join(added)


def test_sheets_and_pages_are_marked_at_the_defects(tanda: Path) -> None:
    book = openpyxl.load_workbook(tanda / XLSX)
    assert "IND-01" in book["Tabel 3.1 Tujuan Sasaran"]["C9"].comment.text
    notes = [one.get_object() for one in PdfReader(tanda / RENSTRA).pages[5].annotations]
    assert any("TGT-02" in note.get("/Contents", "") for note in notes)


def test_the_marked_copies_have_the_structure_that_office_programs_ask_for(tanda: Path) -> None:
    """Packages whole, comments anchored once, changes dated and numbered, notes with their shapes, highlights with their corners."""
    marked = {kind: sorted(tanda.glob(f"*.{kind}")) for kind in ("docx", "xlsx", "pdf")}
    assert all(marked.values())
    changes = [struktur.docx(path, "2026-03-09T08:30:00Z") for path in marked["docx"]]
    assert sum(changes) > 0
    assert all(struktur.xlsx(path) > 0 for path in marked["xlsx"])
    assert all(struktur.pdf(path) > 0 for path in marked["pdf"])


@pytest.mark.skipif("DOCCHECK_TANPA_OFFICE" in os.environ, reason="DOCCHECK_TANPA_OFFICE")
def test_libreoffice_keeps_comments_and_changes(tanda: Path, tmp_path: Path) -> None:
    """An office program that repairs or drops what it does not understand would lose them on the way."""
    profile = f"-env:UserInstallation=file://{tmp_path / 'profil'}"
    for name, form in ((PK, "docx:MS Word 2007 XML"), (XLSX, "xlsx:Calc MS Excel 2007 XML")):
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(tanda / name)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    before, after = (docx.Document(str(folder / PK)) for folder in (tanda, tmp_path))
    assert len(list(after.comments)) == len(list(before.comments))
    assert len(after.element.xpath(".//w:ins")) == len(before.element.xpath(".//w:ins"))
    notes = [
        {(sheet.title, cell.coordinate) for sheet in openpyxl.load_workbook(folder / XLSX) for row in sheet for cell in row if cell.comment}
        for folder in (tanda, tmp_path)
    ]
    assert notes[0] == notes[1]


def test_other_files_get_a_list_beside_them(doccheck: Doccheck, tmp_path: Path) -> None:
    renstra(tmp_path / "dok" / "renstra.html")
    pk(tmp_path / "dok" / "pk.html")
    hasil = doccheck("annotate", tmp_path / "dok", "-o", tmp_path / "tanda", "--hanya", "TGT-01")
    assert hasil.kode == 0, hasil.galat
    assert "pk.html: 1 tanda → pk.html.temuan.txt" in hasil.keluar
    text = (tmp_path / "tanda" / "pk.html.temuan.txt").read_text(encoding="utf-8")
    assert text.startswith("pk.html\n\nTGT-01 · Kritis")
    assert sorted(path.name for path in (tmp_path / "tanda").iterdir()) == ["pk.html.temuan.txt", "renstra.html.temuan.txt"]


@pytest.mark.parametrize("inside", [".", "tanda"])
def test_copies_do_not_go_among_the_originals(doccheck: Doccheck, tmp_path: Path, inside: str) -> None:
    path = renstra(tmp_path / "dok" / "renstra.html")
    before = path.read_bytes()
    hasil = doccheck("annotate", tmp_path / "dok", "-o", tmp_path / "dok" / inside)
    assert hasil.kode == 2
    assert "di dalam folder dokumen" in " ".join(hasil.galat.replace("\n", " ").replace("│", " ").split())
    assert path.read_bytes() == before


def test_nothing_examined_is_said(doccheck: Doccheck, rusak: Path, tmp_path: Path) -> None:
    hasil = doccheck("annotate", rusak, "-o", tmp_path / "tanda")
    assert hasil.kode == 3
    assert all(path.name.endswith(".temuan.txt") for path in (tmp_path / "tanda").rglob("*") if path.is_file())
