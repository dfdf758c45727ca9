"""DOCX: made with python-docx, with raw elements where it has no words for what people's files hold."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from doccheck.layout import Layout
from doccheck.readers import read

Outline = Callable[[Layout], list[Any]]


def element(xml: str) -> Any:
    """<w:...> with the namespaces that Word declares."""
    first, rest = xml.split(">", 1)
    closed = first.endswith("/")
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    wps = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    return parse_xml(f"{first.rstrip('/')} {nsdecls('w', 'wp', 'a', 'r')} {mc} {wps}{'/' if closed else ''}>{rest}")


@pytest.fixture
def layout(tmp_path: Path) -> Callable[..., Layout]:
    """Reads a document with these body elements."""

    def make(*elements: str) -> Layout:
        document = Document()
        for xml in elements:
            document.element.body.insert_element_before(element(xml), "w:sectPr")
        document.save(str(tmp_path / "a.docx"))
        return read(tmp_path / "a.docx")

    return make


def cell(text: str = "", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def para(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def test_merged_cells_of_python_docx(tmp_path: Path, outline: Outline) -> None:
    document = Document()
    document.core_properties.title = "Renstra Dinas Contoh"
    document.add_heading("BAB IV", level=1)
    made = document.add_table(3, 4)
    made.cell(0, 0).merge(made.cell(1, 0)).text = "Sasaran"
    made.cell(0, 1).merge(made.cell(1, 1)).text = "Indikator"
    made.cell(0, 2).merge(made.cell(0, 3)).text = "Target"
    made.cell(1, 2).text, made.cell(1, 3).text = "2026", "2027"
    for col, text in enumerate(("Meningkatnya layanan", "Indeks Layanan", "80,1", "81")):
        made.cell(2, col).text = text
    document.add_paragraph("Sumber: olahan")
    document.save(str(tmp_path / "a.docx"))
    read_back = read(tmp_path / "a.docx")
    assert outline(read_back) == [
        "BAB IV",
        [["Sasaran", "Indikator", "Target", "<"],
         ["^", "^", "2026", "2027"],
         ["Meningkatnya layanan", "Indeks Layanan", "80,1", "81"]],
        "Sumber: olahan",
    ]
    assert read_back.title == "Renstra Dinas Contoh"
    assert read_back.pages[0].paragraphs[0].heading == 1
    assert read_back.pages[0].paragraphs[1].heading is None


def test_grid_before_and_horizontal_merge_of_old_word(layout: Callable[..., Layout], outline: Outline) -> None:
    read_back = layout(tbl(
        row(cell("A"), cell("B"), cell("C")),
        row(cell("di bawah B", '<w:gridSpan w:val="2"/>'), properties='<w:gridBefore w:val="1"/>'),
        row(cell("kiri", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("kanan")),
    ))
    assert outline(read_back) == [[["A", "B", "C"], ["-", "di bawah B", "<"], ["kiri", "<", "kanan"]]]


def test_vertical_merge_without_restart_or_with_other_width(layout: Callable[..., Layout], outline: Outline) -> None:
    read_back = layout(tbl(
        row(cell("1", "<w:vMerge/>"), cell("a"), cell("b")),
        row(cell("", "<w:vMerge/>"), cell("c", '<w:vMerge w:val="restart"/>'), cell("d")),
        row(cell("x"), cell("lebar", '<w:gridSpan w:val="2"/><w:vMerge/>')),
    ))
    assert outline(read_back) == [[["1", "a", "b"], ["^", "c", "d"], ["x", "lebar", "<"]]]


def test_lines_of_a_cell_pair_with_those_of_its_neighbour(layout: Callable[..., Layout], outline: Outline) -> None:
    """Paragraphs, w:br and raw line breaks in one w:t are lines; tabs and repeated blanks are one blank."""
    indicators = "<w:tc><w:p><w:r><w:t>Indeks A\nIndeks B\nIndeks C</w:t></w:r></w:p></w:tc>"
    targets = ("<w:tc><w:p><w:r><w:t>80  %</w:t><w:br/><w:t>20</w:t><w:tab/><w:t>%</w:t></w:r></w:p>"
               "<w:p><w:r><w:t>5 Unit</w:t></w:r></w:p><w:p/></w:tc>")
    assert outline(layout(tbl(row(indicators, targets)))) == [[["Indeks A\nIndeks B\nIndeks C", "80 %\n20 %\n5 Unit"]]]


def test_what_is_not_seen_is_dropped_and_what_is_inserted_stays(layout: Callable[..., Layout], outline: Outline) -> None:
    read_back = layout(
        para(run("<w:t>Nilai </w:t>"), '<w:del w:id="1" w:author="x">' + run("<w:delText>lama</w:delText>") + "</w:del>",
             '<w:ins w:id="2" w:author="x">' + run("<w:t>baru</w:t>") + "</w:ins>", run("<w:t>rahasia</w:t>", "<w:vanish/>"),
             '<w:moveFrom w:id="3" w:author="x">' + run("<w:t>pindah</w:t>") + "</w:moveFrom>",
             '<w:hyperlink w:anchor="x">' + run("<w:t> dan tautan</w:t>") + "</w:hyperlink>"),
        tbl(row(cell("tetap")), row(cell("dihapus"), properties='<w:del w:id="4" w:author="x"/>')),
    )
    assert outline(read_back) == ["Nilai baru dan tautan", [["tetap"]]]


def test_automatic_numbers_are_not_written_into_the_text(tmp_path: Path, outline: Outline) -> None:
    document = Document()
    document.add_paragraph("Persentase desa", style="List Number")
    document.save(str(tmp_path / "a.docx"))
    assert outline(read(tmp_path / "a.docx")) == ["Persentase desa"]


def test_text_box_is_read_once(layout: Callable[..., Layout], outline: Outline) -> None:
    """Word writes a box twice: as DrawingML and, for old readers, as VML."""
    content = "<w:txbxContent>" + para(run("<w:t>PERJANJIAN KINERJA</w:t>")) + tbl(row(cell("dalam kotak"))) + "</w:txbxContent>"
    box = (f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
           f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>")
    assert outline(layout(para(run("<w:t>Sampul</w:t>"), run(box)))) == ["Sampul", "PERJANJIAN KINERJA", [["dalam kotak"]]]
    old = run(f"<w:pict><v:textbox>{content}</v:textbox></w:pict>")
    assert outline(layout(para(old))) == ["PERJANJIAN KINERJA", [["dalam kotak"]]]


def test_content_controls_hold_paragraphs_rows_and_cells(layout: Callable[..., Layout], outline: Outline) -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    read_back = layout(
        control(para(run("<w:t>Judul</w:t>"))),
        tbl(control(row(cell("a"), control(cell("b")))), row(cell("c"), cell("d"))),
    )
    assert outline(read_back) == ["Judul", [["a", "b"], ["c", "d"]]]


def test_nested_table_is_a_grid_of_its_own_and_text_of_its_cell(layout: Callable[..., Layout], outline: Outline) -> None:
    inner = tbl(row(cell("x"), cell("1")), row(cell("y"), cell("2")))
    outer = tbl(row(cell("kiri"), f"<w:tc>{para(run('<w:t>rincian</w:t>'))}{inner}<w:p/></w:tc>"))
    read_back = layout(outer)
    assert outline(read_back) == [[["kiri", "rincian\nx\n1\ny\n2"]], [["x", "1"], ["y", "2"]]]
    assert [grid.number for grid in read_back.pages[0].grids] == [1, 2]


def test_table_of_one_cell_around_tables_is_a_frame(layout: Callable[..., Layout], outline: Outline) -> None:
    inner = tbl(row(cell("No"), cell("Sasaran")))
    assert outline(layout(tbl(row(f"<w:tc>{para(run('<w:t>Lampiran</w:t>'))}{inner}<w:p/></w:tc>")))) == [
        "Lampiran", [["No", "Sasaran"]],
    ]


def test_bold_per_line_from_run_and_style(tmp_path: Path) -> None:
    document = Document()
    made = document.add_table(1, 1)
    first = made.cell(0, 0).paragraphs[0]
    first.add_run("Sasaran:").bold = True
    made.cell(0, 0).add_paragraph("Meningkatnya layanan")
    made.cell(0, 0).add_paragraph("Judul").style = document.styles["Heading 2"]
    document.add_paragraph("tebal", style="Heading 1").add_run(" tipis").bold = False
    document.save(str(tmp_path / "a.docx"))
    page = read(tmp_path / "a.docx").pages[0]
    assert page.grids[0].cells[0].text == "Sasaran:\nMeningkatnya layanan\nJudul"
    assert page.grids[0].cells[0].bold == (True, False, True)
    assert page.paragraphs[0].size == 14.0


def test_outline_level_of_the_paragraph_itself(layout: Callable[..., Layout]) -> None:
    read_back = layout("<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>A. Tujuan</w:t></w:r></w:p>")
    assert read_back.pages[0].paragraphs[0].heading == 2


def test_escaped_control_characters(layout: Callable[..., Layout], outline: Outline) -> None:
    """Text copied from PDF carries U+0002 at a hyphen, which Excel and Word escape, sometimes twice."""
    assert outline(layout(para(run("<w:t>perundang_x005F_x0002_undangan dan perundang_x0002_undangan</w:t>")))) == [
        "perundang-undangan dan perundang-undangan",
    ]


def test_symbols_formulas_and_fields(layout: Callable[..., Layout], outline: Outline) -> None:
    math = ('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a/b×100</m:t></m:r></m:oMath>')
    read_back = layout(para(
        run('<w:t>Rumus </w:t><w:sym w:font="Symbol" w:char="F03D"/><w:t> </w:t>'), math,
        run('<w:instrText> PAGE </w:instrText>'), run("<w:noBreakHyphen/><w:t>akhir</w:t>"),
    ))
    assert outline(read_back) == ["Rumus = a/b×100-akhir"]


def rewrite(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The same container with parts changed (None leaves the part out)."""
    made = path.with_name("ubah.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return made


def test_strict_namespace_and_broken_relationships_are_read(tmp_path: Path, outline: Outline) -> None:
    document = Document()
    document.add_paragraph("Isi")
    document.save(str(tmp_path / "a.docx"))
    strict = rewrite(tmp_path / "a.docx", lambda _, data: data.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    assert outline(read(strict)) == ["Isi"]
    bare = rewrite(tmp_path / "a.docx", lambda name, data: None if name in ("word/styles.xml", "docProps/core.xml") else data.replace(
        b'Target="styles.xml"', b'Target="NULL"'))
    assert outline(read(bare)) == ["Isi"]


def test_documents_without_text_say_what_they_hold(
    tmp_path: Path, refusal: Callable[[Path], tuple[str, str]],
) -> None:
    Document().save(str(tmp_path / "kosong.docx"))
    assert refusal(tmp_path / "kosong.docx") == ("EXT-09", "")
    document = Document()
    document.element.body.insert_element_before(element('<w:p><w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>'), "w:sectPr")
    document.save(str(tmp_path / "gambar.docx"))
    assert refusal(tmp_path / "gambar.docx") == ("EXT-09", "tanpa teks, hanya 1 gambar")


def test_embedded_workbook_and_diagram_are_noted(layout: Callable[..., Layout]) -> None:
    book = '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object>'
    tree = '<w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:drawing>'
    notes = layout(para(run("<w:t>Tabel 3.1</w:t>"), run(book), run(tree))).notes
    assert [note.kode for note in notes] == ["EXT-02", "EXT-02"]
    assert ["Excel" in notes[0].pesan, "SmartArt" in notes[1].pesan] == [True, True]
