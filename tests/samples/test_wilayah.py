"""The made-up kabupaten and province: their clean forms raise nothing of weight; each seeded defect is found by its rule at its place, with
its values; and nothing grave is said that no defect accounts for."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

import doccheck
from doccheck.config import load
from doccheck.model import Finding, Report

from .cacat import GRAVE, SAMPLES, SERIOUS, Defect, at, box_text, defects, explains, letters, misplaced, placed, proves

sys.path.insert(0, str(SAMPLES))

from builders.wilayah import BERSIH, SEMUA, Wilayah

FOLDERS = [(wilayah.folder, wilayah.nama_folder(varian)) for wilayah in SEMUA for varian in wilayah.varian()]
SEEDED = [(wilayah.folder, defect) for wilayah in SEMUA for defect in defects(SAMPLES / wilayah.folder)]
NAMES = [f"{region}-{defect['id']}-{defect['aturan']}" for region, defect in SEEDED]


@cache
def report(region: str, folder: str) -> Report:
    return doccheck.check([SAMPLES / region / folder], ocr=False, config=load(SAMPLES / region / folder / "doccheck.toml"))


def found(region: str, defect: Defect) -> list[Finding]:
    return [finding for finding in report(region, defect["folder"]).findings if proves(finding, defect)]


@pytest.mark.parametrize("wilayah", SEMUA, ids=lambda one: one.folder)
def test_clean_region_has_no_faults(wilayah: Wilayah) -> None:
    checked = report(wilayah.folder, BERSIH)
    assert len(checked.documents) == len(wilayah.dokumen())
    assert {document.pemda for document in checked.documents} == {checked.documents[0].pemda}
    assert [note for note in checked.notes if note.kode.startswith("EXT")] == []
    assert [f"{f.aturan} {f.kondisi}" for f in checked.findings if f.keparahan in SERIOUS] == []


@pytest.mark.parametrize(("region", "defect"), SEEDED, ids=NAMES)
def test_defect_is_found_by_its_rule_with_its_values(region: str, defect: Defect) -> None:
    said = [f.kondisi for f in report(region, defect["folder"]).findings if f.aturan == defect["aturan"]]
    assert found(region, defect), f"{defect['uraian']}: {said}"


@pytest.mark.parametrize(("region", "defect"), SEEDED, ids=NAMES)
def test_evidence_stands_where_the_defect_does(region: str, defect: Defect) -> None:
    lost = [misplaced(finding, defect) for finding in found(region, defect)]
    assert [] in lost, lost
    proof = [bukti for finding in found(region, defect) for bukti in finding.bukti]
    if defect["letak"]:
        assert any(at(b, place) for b in proof for place in defect["letak"].get(Path(b.dokumen).name, [])), [b for b in proof if placed(b)]


@pytest.mark.parametrize(("region", "folder"), FOLDERS, ids=["-".join(pair) for pair in FOLDERS])
def test_boxes_hold_what_is_quoted(region: str, folder: str) -> None:
    """All but those of rows whose goal stands in a merged cell that begins above, and of lists that are put together of several rows."""
    boxed = {
        (b.dokumen, b.halaman, b.kotak, b.kutipan): b
        for f in report(region, folder).findings
        for b in f.bukti
        if b.kotak is not None and b.tabel is not None
    }
    lost = [b for b in boxed.values() if not _all_words(b.kutipan, box_text(SAMPLES / region / folder, b))]
    assert len(lost) <= 0.12 * len(boxed), [f"{Path(b.dokumen).name} {b.halaman} {b.kotak}: {b.kutipan}" for b in lost]


def _all_words(quote: str, text: str) -> bool:
    """In the order of the page a cell's lines stand between those of its neighbours; narrow cells break words, so that beginnings count."""
    return all(letters(word)[:4] in text for word in quote.split()[:6])


@pytest.mark.parametrize(("region", "folder"), FOLDERS, ids=["-".join(pair) for pair in FOLDERS])
def test_nothing_grave_is_said_without_a_cause(region: str, folder: str) -> None:
    seeded = [defect for name, defect in SEEDED if name == region and defect["folder"] == folder]
    unexplained = [
        f"{f.aturan} {f.kondisi}"
        for f in report(region, folder).findings
        if f.keparahan in GRAVE and not any(explains(defect, f) for defect in seeded)
    ]
    assert unexplained == []
