"""Faults of reading, seeded: each is found in its document at its place, and a sound document has none."""

from __future__ import annotations

from pathlib import Path

import pytest

import doccheck
from doccheck.bahasa import berbahasa
from doccheck.catatan import EXT
from doccheck.model import Report
from doccheck.proses.batas import Batas
from doccheck.readers.ocr import words

from .dokumen_ext import CACAT, Cacat, renstra


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tirta-mulya")
    renstra(folder / "Renstra-Dinas-Arsip.pdf", "DINAS KEARSIPAN")
    for cacat in CACAT:
        cacat.tulis(folder / cacat.berkas)
    return folder


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    return _check(folder)


@pytest.fixture(scope="module")
def english(folder: Path) -> Report:
    with berbahasa("en"):
        return _check(folder)


def _check(folder: Path) -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "")  # no LibreOffice, no tesseract
        return doccheck.check([folder], ocr=False, batas=Batas(60, 900))  # little memory, so that what fills it ends soon


@pytest.mark.parametrize("cacat", CACAT, ids=[cacat.aturan for cacat in CACAT])
def test_a_fault_is_found_at_its_place(report: Report, cacat: Cacat) -> None:
    found = [one for one in report.findings if one.aturan == cacat.aturan]
    assert [[bukti.dokumen for bukti in one.bukti] for one in found] == [[cacat.berkas]]
    assert cacat.berkas in found[0].kondisi
    assert cacat.tempat in found[0].kondisi


def test_every_id_has_a_seeded_fault() -> None:
    assert {cacat.aturan for cacat in CACAT} == set(EXT)


@pytest.mark.parametrize("kode", sorted(EXT))
def test_a_fault_is_said_in_english_too(english: Report, report: Report, kode: str) -> None:
    """The sentence and the note that it quotes; the file and the place stay."""
    cacat = next(one for one in CACAT if one.aturan == kode)
    (found,) = [one for one in english.findings if one.aturan == kode]
    (asli,) = [one for one in report.findings if one.aturan == kode]
    assert cacat.berkas in found.kondisi
    assert found.kondisi != asli.kondisi
    assert found.bukti[0].kutipan != asli.bukti[0].kutipan
    assert found.bukti[0].halaman == asli.bukti[0].halaman


def test_nothing_else_is_called_unread(report: Report) -> None:
    seeded = {(cacat.aturan, cacat.berkas) for cacat in CACAT}
    found = {(one.aturan, bukti.dokumen) for one in report.findings if one.aturan.startswith("EXT-") for bukti in one.bukti}
    assert found - seeded == set()


def test_a_missing_tesseract_is_said_with_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cacat = next(one for one in CACAT if one.aturan == "EXT-02")
    cacat.tulis(tmp_path / cacat.berkas)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(words, "installed", words.installed.__wrapped__)  # not what an earlier test found
    (found,) = [one for one in doccheck.check([tmp_path]).findings if one.aturan == "EXT-02"]
    assert "tesseract-ocr-ind" in found.bukti[0].kutipan
