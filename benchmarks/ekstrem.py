"""Files that are sound or nearly so, and enormous, endless or absurd: each asks a reader for more than it should give."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

from mutator import read_zip, write_zip


def pdf(objects: list[bytes], root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start))
    return out.getvalue()


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<</Filter/FlateDecode/Length %d%b>>\nstream\n%b\nendstream" % (len(packed), more, packed)


def one_page(content: bytes, box: bytes = b"0 0 595 842", more: bytes = b"", objects: tuple[bytes, ...] = ()) -> bytes:
    """A page with this drawing. Further objects are numbered from 5; `more` goes into the page's resources."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>>>" % (box, more)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    catalogue = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page]
    return pdf([*catalogue, stream(content), font, *objects])


def lines(count: int) -> bytes:
    """A drawing of that many ruling lines, half of them across."""
    return b"\n".join(b"%d %d m %d %d l S" % ((k % 600, 0, k % 600, 842) if k % 2 else (0, k % 840, 595, k % 840)) for k in range(count))


def squares(columns: int, rows: int) -> bytes:
    """A table of that many cells."""
    width, height = 595 / columns, 842 / rows
    return b"\n".join(b"%f %f %f %f re S" % (c * width, r * height, width, height) for c in range(columns) for r in range(rows))


def text(count: int) -> bytes:
    return b"BT /F 2 Tf\n" + b"\n".join(b"1 0 0 1 %d %d Tm (Indikator %d) Tj" % (k % 590, k * 7 % 840, k) for k in range(count)) + b" ET"


def many_pages(count: int) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    kids = b" ".join(b"%d 0 R" % (5 + k) for k in range(count))
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    drawing = stream(b"BT /F 12 Tf 72 700 Td (Sasaran Indikator Target) Tj ET 50 50 400 600 re S 50 300 m 450 300 l S")
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), drawing, font, *[page] * count])


def form(content: bytes, resources: bytes = b"") -> bytes:
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%b>>" % resources)


def cyclic_forms() -> bytes:
    forms = (form(b"/B Do /B Do", b"/XObject<</B 7 0 R>>"), form(b"/A Do /A Do", b"/XObject<</A 6 0 R>>"))
    return one_page(b"/A Do", more=b"/XObject<</A 6 0 R>>", objects=forms)


def doubling_forms(depth: int) -> bytes:
    """Each form draws the next one ten times: 10^depth lines from a small file."""
    forms = [form(b"/X Do " * 10, b"/XObject<</X %d 0 R>>" % (7 + k)) for k in range(depth)]
    return one_page(b"/X Do", more=b"/XObject<</X 6 0 R>>", objects=(*forms, form(b"0 0 m 100 100 l S")))


def picture(width: int, height: int) -> bytes:
    more = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray" % (width, height)
    return one_page(b"595 0 0 842 0 0 cm /I Do", more=b"/XObject<</I 6 0 R>>", objects=(stream(bytes(10_000_000), more),))


def endless_tree() -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>"])


def xlsx(sheet: Iterator[bytes], base: bytes) -> bytes:
    """The workbook `base` with another first sheet."""
    members = read_zip(base)
    name = next(name for name in members if name.startswith("xl/worksheets/sheet"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for other, content in members.items():
            if other != name:
                archive.writestr(other, content)
        with archive.open(name, "w", force_zip64=True) as target:
            target.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
            for piece in sheet:
                target.write(piece)
            target.write(b"</sheetData></worksheet>")
    return out.getvalue()


def xlsx_rows(count: int, filler: str = "Indikator {} dari dinas") -> Iterator[bytes]:
    for row in range(1, count + 1):
        cells = "".join(f'<c r="{col}{row}" t="inlineStr"><is><t>{filler.format(row)}</t></is></c>' for col in "ABC")
        yield f'<row r="{row}">{cells}<c r="D{row}"><v>{row}</v></c></row>'.encode()


def part(base: bytes, wanted: str, change: Callable[[bytes], bytes]) -> bytes:
    members = read_zip(base)
    return write_zip({name: change(content) if name == wanted else content for name, content in members.items()})


def body(content: bytes) -> Callable[[bytes], bytes]:
    """Puts this at the beginning of a DOCX's text."""
    return lambda document: document.replace(b"<w:body>", b"<w:body>" + content, 1)


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %b "%b">' % (bytes([98 + k]), b"&%b;" % bytes([97 + k]) * 12) for k in range(12))
    + b"]>"
)


def cases(docx: bytes, book: bytes) -> dict[str, Callable[[], bytes]]:
    """Name with suffix: maker of the file, from a sound DOCX and XLSX."""
    document = "word/document.xml"
    cell = b"<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>"
    return {
        "10000 pages.pdf": lambda: many_pages(10_000),
        "cyclic forms.pdf": cyclic_forms,
        "doubling forms.pdf": lambda: doubling_forms(9),
        "endless page tree.pdf": endless_tree,
        "200000 lines.pdf": lambda: one_page(lines(200_000)),
        "250000 cells.pdf": lambda: one_page(squares(500, 500)),
        "300000 texts.pdf": lambda: one_page(text(300_000)),
        "text on itself.pdf": lambda: one_page(b"BT /F 9 Tf 72 700 Td " + b"(Sasaran Indikator) Tj 0 0 Td " * 100_000 + b"ET"),
        "stream bomb.pdf": lambda: one_page(b" " * 1_500_000_000),
        "empty box.pdf": lambda: one_page(text(10), b"0 0 0 0"),
        "huge box.pdf": lambda: one_page(text(10) + lines(10), b"-1e9 -1e9 1e9 1e9"),
        "reversed box.pdf": lambda: one_page(text(10) + lines(10), b"595 842 0 0"),
        "huge font.pdf": lambda: one_page(b"BT /F 1e9 Tf 0 0 Td (Sasaran) Tj ET"),
        "huge numbers.pdf": lambda: one_page(b"1e38 1e38 m -1e38 1e38 l S 1e-38 0 0 1e-38 0 0 cm 0 0 1 1 re S" + text(5)),
        "deep state.pdf": lambda: one_page(b"q " * 500_000 + text(5)),
        "deep arrays.pdf": lambda: one_page(b"[" * 500_000 + b"]" * 500_000),
        "deep objects.pdf": lambda: pdf([b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 200_000 + b"]" * 200_000 + b">>", b"<</Kids[]>>"]),
        "huge picture.pdf": lambda: picture(100_000, 100_000),
        "1000000 rows.xlsx": lambda: xlsx(xlsx_rows(1_000_000), book),
        "far cell.xlsx": lambda: xlsx(iter([b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>']), book),
        "two far cells.xlsx": lambda: xlsx(
            iter([b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>']), book
        ),
        "bomb.xlsx": lambda: xlsx((b"<row>" + b"<c/>" * 100_000 + b"</row>" for _ in range(3000)), book),
        "laughs.xlsx": lambda: part(book, "xl/workbook.xml", lambda xml: LAUGHS + xml.split(b"?>", 1)[-1]),
        "bomb.docx": lambda: part(docx, document, body(b"<w:p><w:r><w:t>" + b"a" * 1_000_000_000 + b"</w:t></w:r></w:p>")),
        "laughs.docx": lambda: part(
            docx, document, lambda xml: LAUGHS + body(b"<w:p><w:r><w:t>&m;</w:t></w:r></w:p>")(xml.split(b"?>", 1)[-1])
        ),
        "deep tables.docx": lambda: part(docx, document, body((b"<w:tbl><w:tr>" + cell) * 3000 + b"</w:tc></w:tr></w:tbl>" * 3000)),
        "100000 rows.docx": lambda: part(
            docx, document, body(b"<w:tbl>" + (b"<w:tr>" + (cell + b"</w:tc>") * 5 + b"</w:tr>") * 100_000 + b"</w:tbl>")
        ),
        "wide span.docx": lambda: part(
            docx, document,
            body(b'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
        ),
        "1000000 rows.csv": lambda: b"No,Indikator,Satuan,2026\n" + b"1,Indeks mutu,Indeks,80\n" * 1_000_000,
        "one line.csv": lambda: b"a," * 20_000_000,
        "open quote.csv": lambda: b'No,Indikator\n1,"' + b"teks,\n" * 5_000_000,
        "deep.html": lambda: b"<html><body>" + b"<div>" * 300_000 + b"x",
        "deep tables.html": lambda: b"<html><body>" + b"<table><tr><td>a" * 20_000,
        "wide span.html": lambda: b"<table><tr><td colspan=100000000 rowspan=100000000>a</td><td>b</td></tr></table>",
        "300000 rows.html": lambda: b"<table>" + b"<tr><td>Indikator</td><td>%</td><td>80</td></tr>" * 300_000 + b"</table>",
    }
