"""Baselines and exceptions on real changes of the sample city: pages and rows put in, other rows reworded, a file renamed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from docx.enum.text import WD_BREAK

from doccheck.config import AbaikanConfig, Config
from doccheck.model import Report
from doccheck.triase import baseline
from doccheck.workspace import check

KOTA = Path(__file__).resolve().parents[2] / "samples" / "kota-sembilang"
RENSTRA, PK, RENJA = "Renstra-Dinas-Kesehatan.pdf", "PK-2026-Kepala-Dinas-Kesehatan.docx", "Renja-2026-Dinas-Kesehatan.xlsx"
AWAL, NANTI = date(2026, 10, 1), date(2026, 11, 24)
LAIN, LAIN_BARU = "Membaiknya pertumbuhan balita", "Membaiknya tumbuh kembang balita"
JUMLAH, JUMLAH_BENAR = "127.733.450.000", "127.373.450.000"


@pytest.fixture(scope="module")
def awal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    folder = tmp_path_factory.mktemp("kota")
    for name in (RENSTRA, PK, RENJA):
        shutil.copy(KOTA / name, folder / name)
    return folder, check(folder, Config(), jobs=1, hari=AWAL)


def _ubah(folder: Path, tulis: dict[str, str]) -> None:
    """Two pages before the Renstra, a page before the PK, three rows above the Renja's; `tulis`: words replaced in cells of the PK."""
    pages = pypdfium2.PdfDocument(folder / RENSTRA)
    for number in (0, 1):
        pages.new_page(595, 842, number)
    pages.save(folder / "Renstra Dinkes final.pdf")
    pages.close()
    (folder / RENSTRA).unlink()
    document = docx.Document(str(folder / PK))
    document.paragraphs[0].insert_paragraph_before("Pengantar").add_run().add_break(WD_BREAK.PAGE)
    for paragraph in (p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs):
        for old, new in tulis.items():
            if old in paragraph.text:
                paragraph.runs[0].text = paragraph.text.replace(old, new)
                for run in paragraph.runs[1:]:
                    run.text = ""
    document.save(str(folder / PK))
    book = openpyxl.load_workbook(folder / RENJA)
    for sheet in book.worksheets[:1]:
        sheet.insert_rows(1, 3)
    book.save(folder / RENJA)


def test_findings_are_known_again_after_real_changes(awal: tuple[Path, Report], tmp_path: Path) -> None:
    folder, before = awal
    (solved,) = [f for f in before.findings if JUMLAH in f.kondisi]
    shutil.copytree(folder, tmp_path / "kota")
    _ubah(tmp_path / "kota", {LAIN: LAIN_BARU, JUMLAH: JUMLAH_BENAR})
    after = check(tmp_path / "kota", Config(), jobs=1, hari=NANTI)
    past = baseline.banding(after, baseline.buat(before, AWAL), "baseline.json", NANTI).riwayat
    assert past is not None
    assert [item.sidik for item in past.selesai] == [solved.sidik]
    assert past.tidak_diperiksa == ()
    assert set(past.lama) == {f.sidik for f in before.findings} - {solved.sidik}
    new = [f for f in after.findings if f.sidik in past.baru]
    assert [(f.aturan, LAIN_BARU in f.kondisi) for f in new] == [("SEL-03", True)]


def test_exceptions_hold_after_real_changes(awal: tuple[Path, Report], tmp_path: Path) -> None:
    folder, before = awal
    first, second = [f for f in before.findings if f.bukti[0].dokumen in (RENSTRA, PK)][:2]
    entries = (
        AbaikanConfig(sidik=first.sidik, alasan="Disepakati", oleh="Bappeda"),
        AbaikanConfig(aturan=second.aturan, teks=second.bukti[0].kutipan, alasan="Sedang diubah", sampai=date(2026, 12, 31)),
        AbaikanConfig(aturan="SEL", teks=LAIN, alasan="Istilah lama", sampai=date(2026, 11, 1), asal="doccheck.toml:9"),
        AbaikanConfig(aturan="TGT", teks="tidak ada di mana pun", alasan="Usang", asal="doccheck.toml:15"),
    )
    shutil.copytree(folder, tmp_path / "kota")
    _ubah(tmp_path / "kota", {LAIN: LAIN_BARU})
    after = check(tmp_path / "kota", Config(abaikan=entries), jobs=1, hari=NANTI)
    assert {first.sidik, second.sidik} <= {one.finding.sidik for one in after.diabaikan}
    assert not {first.sidik, second.sidik} & {f.sidik for f in after.findings}
    assert [(one.keadaan, one.asal, one.jumlah) for one in after.abaikan_usang] == [
        ("kedaluwarsa", "doccheck.toml:9", 1), ("tidak_terpakai", "doccheck.toml:15", 0),
    ]  # fmt: skip
