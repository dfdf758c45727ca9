"""A legacy Word file through the real LibreOffice: the same tree as its DOCX."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from doccheck.extract.dokumen import extract
from doccheck.model import Dokumen
from doccheck.readers import read

PK = Path(__file__).parents[2] / "samples/kota-sembilang/PK-2026-Kepala-Inspektorat-Daerah.docx"


def _tree(document: Dokumen) -> list[object]:
    """Goals with their indicators, without places: Word's old format counts pages of its own."""
    return [
        (goal.level, goal.uraian, goal.anggaran, [(one.uraian, one.satuan, one.target) for one in goal.indikator])
        for goal in document.kinerja
    ]


@pytest.mark.skipif("DOCCHECK_TANPA_OFFICE" in os.environ, reason="DOCCHECK_TANPA_OFFICE")
def test_a_doc_file_gives_what_its_docx_gives(tmp_path: Path) -> None:
    profile = f"-env:UserInstallation=file://{tmp_path / 'profil'}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path), str(PK)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    old = tmp_path / f"{PK.stem}.doc"
    assert old.read_bytes()[:4] == b"\xd0\xcf\x11\xe0"
    before, after = (extract(read(path)) for path in (PK, old))
    assert _tree(after) == _tree(before) != []
    assert (after.jenis, after.tahun, after.jabatan) == (before.jenis, before.tahun, before.jabatan)
