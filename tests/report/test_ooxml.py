"""Every Office file that we write obeys the schemas of ECMA-376 and the rules of Office on top of them, as openxml-audit knows both: an
element out of order or a missing part is what makes Word offer a repair."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from openxml_audit import OpenXmlValidator

from doccheck import check
from doccheck.anotasi import tandai_dokumen
from doccheck.bahasa import LANGS, berbahasa
from doccheck.checks import load_rules
from doccheck.config import Config
from doccheck.model import Report
from doccheck.report import bulanan, lhe, matriks, matriks_xlsx, reviu, tema, tema_xlsx
from doccheck.report.bulanan import xlsx as bulanan_xlsx
from doccheck.report.kke import buku

KOTA = Path(__file__).parents[2] / "samples" / "kota-sembilang"
RULES = load_rules()


@pytest.fixture(scope="module")
def kota() -> Report:
    return check(KOTA)


def _faults(path: Path) -> set[tuple[str, str, str]]:
    """(part, path, what is wrong)."""
    return {(one.part_uri, one.path, one.description) for one in OpenXmlValidator(max_errors=0).validate(path).errors}


@pytest.mark.parametrize("lang", LANGS)
def test_word_reports_and_workbooks(kota: Report, tmp_path: Path, lang: str) -> None:
    with berbahasa(lang):
        made = {
            "lhe.docx": lhe.render(kota, KOTA, RULES),
            "reviu.docx": reviu.render(kota, RULES),
            "kke.xlsx": buku(kota, RULES, [kota.documents]),
            "matriks.xlsx": matriks_xlsx.buku([matriks.susun(kota.documents)]),
            "tema.xlsx": tema_xlsx.buku(tema.susun(kota)),
            "bulanan.xlsx": bulanan_xlsx.buku(bulanan.susun(kota, "2026-05", Config()), {}),
        }
    for name, content in made.items():
        path = tmp_path / name
        path.write_bytes(content)
        assert _faults(path) == set(), name


def test_marks_add_no_fault_to_a_document(kota: Report, tmp_path: Path) -> None:
    results = tandai_dokumen(kota, KOTA, tmp_path, RULES, usulan=True)
    office = [one.berkas for one in results if one.cara == "ditandai" and one.berkas.endswith(("docx", "xlsx"))]
    assert {name.rpartition(".")[2] for name in office} == {"docx", "xlsx"}
    for name in office:
        assert _faults(tmp_path / name) - _faults(KOTA / name) == set(), name


def test_the_validator_sees_an_element_out_of_order(tmp_path: Path) -> None:
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell._tc.get_or_add_tcPr().insert(0, OxmlElement("w:shd"))
    path = tmp_path / "x.docx"
    document.save(str(path))
    assert any("tcW" in what for _part, _path, what in _faults(path))
