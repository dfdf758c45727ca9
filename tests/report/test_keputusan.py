"""Decisions that people write into the working paper, and how every form of report shows them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from doccheck.bahasa import berbahasa
from doccheck.config import ConfigError
from doccheck.report.github import github
from doccheck.report.gitlab import gitlab
from doccheck.report.html import render as html
from doccheck.report.junit import junit
from doccheck.report.kke import buku
from doccheck.report.kontrak import check_json
from doccheck.report.markdown import markdown
from doccheck.report.sarif import sarif
from doccheck.triase.keputusan import baca, memuat_keputusan, terapkan

from .contoh import RULES
from .contoh import laporan as report

DITERIMA, DITOLAK, TELAAH, RAGU = "a1f09c4be2d37705", "b2c3d4e5f6071829", "c3", "d4e5"


def _isi(path: Path, putusan: dict[str, tuple[str, str, str]], lang: str = "id") -> Path:
    """The working paper of the made-up report, filled in as a person would: fingerprint -> decision, reason, changed text."""
    with berbahasa("en" if lang == "en" else "id"):
        book = load_workbook(BytesIO(buku(report(), RULES)))
    sheet = book["Temuan" if lang == "id" else "Findings"]
    heads = [cell.value for cell in sheet[4]]
    names = ("keputusan", "alasan", "teks perubahan") if lang == "id" else ("decision", "reason", "changed text")
    mark = heads.index("sidik" if lang == "id" else "fingerprint")
    for row in sheet.iter_rows(min_row=5):
        for name, value in zip(names, putusan.get(str(row[mark].value), ()), strict=False):
            row[heads.index(name)].value = value or None
    book.save(path)
    return path


PUTUSAN = {
    DITERIMA: ("diterima", "", "Agar target armada laik jalan dalam PK 2026 menjadi 81,5."),
    DITOLAK: ("ditolak", "Renstra perubahan sedang diproses", ""),
    TELAAH: ("Perlu telaah", "menunggu klarifikasi", ""),
    RAGU: ("diterima", "", ""),
}


def test_decisions_come_back_from_the_workbook(tmp_path: Path) -> None:
    made = baca(_isi(tmp_path / "kke.xlsx", PUTUSAN))
    assert {mark: one.putusan for mark, one in made.items()} == {
        DITERIMA: "diterima", DITOLAK: "ditolak", TELAAH: "telaah", RAGU: "diterima",
    }  # fmt: skip
    assert made[DITOLAK].alasan == "Renstra perubahan sedang diproses"
    assert made[DITOLAK].asal.startswith("kke.xlsx:Temuan:")


def test_rejected_is_set_aside_accepted_is_certain_and_words_are_replaced(tmp_path: Path) -> None:
    hasil = terapkan(report(), baca(_isi(tmp_path / "kke.xlsx", PUTUSAN)))
    left = {finding.sidik: finding for finding in hasil.findings}
    assert DITOLAK not in left
    assert [(one.finding.sidik, one.alasan) for one in hasil.diabaikan] == [(DITOLAK, "Renstra perubahan sedang diproses")]
    assert left[DITERIMA].rekomendasi == "Agar target armada laik jalan dalam PK 2026 menjadi 81,5."
    assert left[DITERIMA].keputusan is not None
    assert left[DITERIMA].keputusan.rekomendasi == report().findings[0].rekomendasi
    assert left[TELAAH].telaah
    assert not left[RAGU].telaah  # a person has confirmed what the machine doubted
    assert hasil.abaikan_usang == report().abaikan_usang


def test_every_form_shows_the_decision(tmp_path: Path) -> None:
    hasil = terapkan(report(), baca(_isi(tmp_path / "kke.xlsx", PUTUSAN)))
    rules = {rule.id: rule for rule in RULES}
    mark = "diterima menurut penelaah, teks diubah"
    whole = (github(hasil, rules), junit(hasil, rules, ()), html(hasil, None, rules=RULES), str(sarif(hasil, RULES, "")))
    for text in (*whole, markdown(hasil, rules, ()), str(gitlab(hasil, rules))):
        assert mark in text
    for text in whole:  # the others print no recommendations
        assert "dalam PK 2026 menjadi 81,5." in text
    contract = check_json(hasil)
    assert [one.keputusan.putusan for one in contract.findings if one.keputusan] == ["diterima", "telaah", "diterima"]


def test_a_second_paper_keeps_all_decisions(tmp_path: Path) -> None:
    first = baca(_isi(tmp_path / "kke.xlsx", PUTUSAN))
    (tmp_path / "kke2.xlsx").write_bytes(buku(terapkan(report(), first), RULES))
    second = baca(tmp_path / "kke2.xlsx")
    assert {mark: (one.putusan, one.alasan, one.rekomendasi) for mark, one in second.items()} == {
        mark: (one.putusan, one.alasan, one.rekomendasi) for mark, one in first.items()
    }
    assert memuat_keputusan(tmp_path / "kke2.xlsx")


def test_an_english_paper_is_read_in_either_language(tmp_path: Path) -> None:
    made = baca(_isi(tmp_path / "kke.xlsx", {DITOLAK: ("rejected", "known", "")}, "en"))
    assert made[DITOLAK].putusan == "ditolak"


def test_other_words_alone_are_an_acceptance(tmp_path: Path) -> None:
    made = baca(_isi(tmp_path / "kke.xlsx", {DITERIMA: ("", "", "Agar target disamakan.")}))
    assert made[DITERIMA].putusan == "diterima"


def test_a_rejection_of_a_finding_that_is_gone_is_named(tmp_path: Path) -> None:
    made = baca(_isi(tmp_path / "kke.xlsx", {DITOLAK: ("ditolak", "sudah dijelaskan", "")}))
    rest = report().findings[0]
    hasil = terapkan(type(report())(findings=(rest,), documents=()), made)
    assert [(item.keadaan, item.aturan) for item in hasil.abaikan_usang] == [("tidak_terpakai", DITOLAK)]


@pytest.mark.parametrize(
    ("row", "message"),
    [(("mungkin", "", ""), "diterima, ditolak, perlu telaah"), (("ditolak", "", ""), "tanpa alasan")],
)
def test_a_wrong_decision_is_refused_with_its_row(tmp_path: Path, row: tuple[str, str, str], message: str) -> None:
    with pytest.raises(ConfigError, match=r"kke.xlsx:Temuan:\d+: ") as error:
        baca(_isi(tmp_path / "kke.xlsx", {DITERIMA: row}))
    assert message in str(error.value)


def test_a_file_that_is_no_working_paper_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"bukan buku kerja")
    with pytest.raises(ConfigError, match=r"x\.xlsx"):
        baca(tmp_path / "x.xlsx")
    assert not memuat_keputusan(tmp_path / "x.xlsx")
