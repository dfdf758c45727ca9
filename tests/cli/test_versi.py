"""Draft, document and revision of one Renstra in a folder: one is valid, and every output says which and why."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook

ROWS = (
    ("Menurunnya stunting", "Prevalensi stunting", ("14", "13", "12")),
    ("Meningkatnya mutu puskesmas", "Persentase puskesmas terakreditasi paripurna", ("70", "80", "90")),
    ("Menurunnya kematian ibu", "Angka kematian ibu", ("98", "96", "90")),
)


def _write(path, title, years=(2027, 2028, 2029), change=()):
    """A Renstra whose targets are those of ROWS, except for `change` (row, values)."""
    changed = dict(change)
    head = "".join(f"<th>{year}</th>" for year in years)
    rows = "".join(
        f"<tr><td>{goal}</td><td>{name}</td><td>%</td>{''.join(f'<td>{value}</td>' for value in changed.get(number, values))}</tr>"
        for number, (goal, name, values) in enumerate(ROWS)
    )
    path.write_text(
        f"<h1>{title} RENCANA STRATEGIS DINAS KESEHATAN KOTA SEMBILANG TAHUN 2025-2029</h1>"
        f"<h2>Tujuan dan Sasaran</h2><table><tr><th>Sasaran</th><th>Indikator Sasaran</th><th>Satuan</th>{head}</tr>{rows}</table>",
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "dokumen"
    place.mkdir()
    _write(place / "a.html", "RANCANGAN AKHIR", change=[(0, ("14", "19", "12"))])
    _write(place / "b.html", "")
    _write(place / "c.html", "PERUBAHAN", change=[(2, ("98", "94", "92"))])
    return place


def chosen(report):
    return [(one["berkas"], one["lainnya"], one["alasan"]) for one in report["pilihan"]]


def test_the_revision_is_valid_and_the_choice_is_said(doccheck, folder, tmp_path):
    report = json.loads(doccheck("check", folder, "--format", "json").keluar)
    ((valid, others, reason),) = chosen(report)
    assert (valid, others) == ("c.html", ["a.html", "b.html"])
    assert "perubahan" in reason
    assert {proof["dokumen"] for one in report["findings"] for proof in one["bukti"]} <= {"c.html"}
    text = doccheck("check", folder)
    assert "c.html" in text.keluar + text.galat
    assert "a.html, b.html" in text.keluar + text.galat
    matrix = doccheck("matrix", folder)
    assert "c.html dipakai, bukan a.html, b.html: dokumen perubahan menggantikan" in matrix.galat
    assert chosen(json.loads(doccheck("matrix", folder, "--format", "json").keluar)) == chosen(report)
    assert doccheck("matrix", folder, "--format", "xlsx", "-o", tmp_path / "m.xlsx").kode == 0
    rows = [[cell.value for cell in row] for row in load_workbook(tmp_path / "m.xlsx")["Dokumen"].iter_rows()]
    assert rows[1][:2] == ["c.html", "a.html, b.html"]


def test_without_a_revision_the_document_replaces_its_draft(doccheck, folder):
    (folder / "c.html").unlink()
    ((valid, others, reason),) = chosen(json.loads(doccheck("check", folder, "--format", "json").keluar))
    assert (valid, others) == ("b.html", ["a.html"])
    assert "rancangan" in reason


def test_a_lone_draft_is_checked_itself(doccheck, folder):
    for name in ("b.html", "c.html"):
        (folder / name).unlink()
    report = json.loads(doccheck("check", folder, "--format", "json").keluar)
    assert report["pilihan"] == []
    assert report["dokumen"][0]["berkas"] == "a.html"
