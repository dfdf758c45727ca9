"""Makes the Word templates in templates/word/ (NAME.docx Indonesian, NAME.en.docx English) from the YAML files beside them.

usage: python docs/build_word.py [--check]    --check changes nothing and fails where a template is stale

Blocks of `isi`: judul, tengah, kecil, bab, subbab, tebal, butir, teks (a paragraph of that style) · tabel (lebar in millimetres, kepala,
ulang, sel, bawah: a row over all columns) · tandatangan · lanskap (a new section) · ulang "x in xs" and bila "condition" with their own
`isi`. A text is a string or {id: , en: }.
"""

from __future__ import annotations

import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from doccheck.report.word import tetap

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "word"
LANGS = ("id", "en")
HURUF = "Arial"
STYLES = {"teks": "Normal", "bab": "Heading 1", "subbab": "Heading 2", "butir": "List Bullet", "judul": "Title", "tengah": "Normal",
          "kecil": "Normal", "tebal": "Normal"}  # fmt: skip
TABEL, KEPALA = Pt(8.5), "D9E2EC"


def build(spec: dict[str, Any], lang: str) -> bytes:
    document = Document()
    _bare(document)
    _styles(document)
    _page(document.sections[0], landscape=False)
    _footer(document.sections[0])
    _blocks(document, spec["isi"], lang)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "doccheck", "", ""
    properties.created = properties.modified = datetime(2000, 1, 1)
    stream = BytesIO()
    document.save(stream)
    return tetap(stream.getvalue())


def _bare(document: Any) -> None:
    """Takes out of python-docx's template Word 2010's second copy of the styles, which would contradict ours, and the picture of a page."""
    for relations in (document.part.rels, document.part.package.rels):
        for name in [name for name, one in relations.items() if one.reltype.endswith(("/stylesWithEffects", "/thumbnail"))]:
            relations.pop(name)


def _styles(document: Any) -> None:
    sizes = {"Normal": 10.5, "Title": 14, "Heading 1": 12.5, "Heading 2": 11.5, "List Bullet": 10.5}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = HURUF, Pt(size), RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
        fonts.set(qn("w:cs"), HURUF)
        style.paragraph_format.space_after = Pt(4)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.bold = True
    title = document.styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(14)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(10)


def _page(section: Any, landscape: bool) -> None:
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    side = Mm(15) if landscape else Mm(20)
    section.left_margin = section.right_margin = side
    section.top_margin = section.bottom_margin = Mm(18)


def _footer(section: Any) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _blocks(place: Any, blocks: list[Any], lang: str, size: Any = None) -> None:
    """Writes blocks to a document or a cell; `size`: of the letters in a cell."""
    for block in blocks:
        if isinstance(block, str):
            _paragraph(place, "teks", block, size)
        elif isinstance(block, dict) and set(block) == set(LANGS):
            _paragraph(place, "teks", block[lang], size)
        elif "ulang" in block and "isi" in block:
            _paragraph(place, "teks", f"{{%p for {block['ulang']} %}}", size)
            _blocks(place, block["isi"], lang, size)
            _paragraph(place, "teks", "{%p endfor %}", size)
        elif "bila" in block:
            _paragraph(place, "teks", f"{{%p if {block['bila']} %}}", size)
            _blocks(place, block["isi"], lang, size)
            _paragraph(place, "teks", "{%p endif %}", size)
        elif "tabel" in block:
            _table(place, block["tabel"], lang)
        elif "tandatangan" in block:
            _signature(place, block, lang)
        elif "lanskap" in block:
            _page(place.add_section(WD_SECTION.NEW_PAGE), landscape=True)
        else:
            (kind, text), = block.items()
            _paragraph(place, kind, _in(text, lang), size)


def _in(text: Any, lang: str) -> Any:
    return text[lang] if isinstance(text, dict) and lang in text else text


def _paragraph(place: Any, kind: str, text: str, size: Any = None) -> None:
    paragraph = place.add_paragraph(style=None if size else STYLES[kind])
    run = paragraph.add_run(text)
    run.bold = True if kind == "tebal" else None
    if size:
        run.font.size = size
        paragraph.paragraph_format.space_after = Pt(2)
    if kind in ("judul", "tengah"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if kind in ("tebal", "bab", "subbab"):
        paragraph.paragraph_format.keep_with_next = True
    if kind == "kecil":
        run.italic, run.font.size = True, Pt(9)


def _table(place: Any, spec: dict[str, Any], lang: str) -> None:
    """Headings that repeat on each page, then one row for each item."""
    widths = [Mm(width) for width in spec["lebar"]]
    table = place.add_table(rows=1, cols=len(widths))
    table.style, table.autofit = "Table Grid", False
    for cell, text in zip(table.rows[0].cells, spec["kepala"], strict=True):
        _cell(cell, [_in(text, lang)], lang, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    below = spec.get("bawah")
    rows = [[f"{{%tr for {spec['ulang']} %}}"], spec["sel"]]
    rows += [[f"{{%tr if {below['bila']} %}}"], [below["isi"]], ["{%tr endif %}"]] if below else []
    for texts in (*rows, ["{%tr endfor %}"]):
        row = table.add_row()
        cells = row.cells
        if below and texts == [below["isi"]]:
            cells = [row.cells[0].merge(row.cells[-1])]
        if texts is spec["sel"] or len(cells) == 1:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text in zip(cells, texts, strict=False):
            cell_text = _in(text, lang)
            _cell(cell, cell_text if isinstance(cell_text, list) else [cell_text], lang)
    for row in table.rows:
        if len(row._tr.tc_lst) == len(widths):
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cell in table.rows[0].cells:  # after the width, as the schema orders them
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), KEPALA)
        cell._tc.get_or_add_tcPr().append(shade)
    place.add_paragraph()


def _cell(cell: Any, blocks: list[Any], lang: str, bold: bool = False) -> None:
    for empty in cell.paragraphs:  # a new cell holds one, merged cells one each
        cell._tc.remove(empty._p)
    _blocks(cell, [_in(block, lang) for block in blocks], lang, TABEL)
    if bold:
        cell.paragraphs[0].runs[0].bold = True


def _signature(place: Any, spec: dict[str, Any], lang: str) -> None:
    table = place.add_table(rows=1, cols=2)
    for cell, above, below in zip(table.rows[0].cells, spec["tandatangan"][lang], spec["bawah"][lang], strict=True):
        for text in (above, below, "", "", "", "(………………………………………)", "NIP ……………………………………"):
            _paragraph(cell, "tengah", text, Pt(10.5))
        cell._tc.remove(cell.paragraphs[0]._p)


def stale(path: Path, new: bytes) -> bool:
    """Whether the parts of a template differ, however they are compressed (builds of zlib differ)."""
    if not path.is_file():
        return True
    with ZipFile(path) as old, ZipFile(BytesIO(new)) as made:
        return {name: old.read(name) for name in old.namelist()} != {name: made.read(name) for name in made.namelist()}


def main(args: list[str]) -> int:
    check, wrong = "--check" in args, []
    for source in sorted(FOLDER.glob("*.yaml")):
        spec = yaml.safe_load(source.read_text(encoding="utf-8"))
        for lang in LANGS:
            path = source.with_suffix(".docx" if lang == "id" else f".{lang}.docx")
            made = build(spec, lang)
            if not stale(path, made):
                continue
            wrong.append(path.name)
            if not check:
                path.write_bytes(made)
    if check and wrong:
        print("stale, run python docs/build_word.py:", ", ".join(wrong))
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
