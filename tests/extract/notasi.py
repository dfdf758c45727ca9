"""A notation for small tables and for what is read from them, so that a case can be checked by eye.

A file of cases holds blocks "## name", each with an input and, after a line "=>", the expected tree.

Input: first lines "key: value" (jenis, periode 2025-2029, tahun, format, sumber) say what document it is; then its pages, parted by
lines "====": lines without "|" are paragraphs, lines with "|" rows of a grid. In a cell "//" breaks lines, "**...**" is bold (per line),
"@120" at the end of a line is its baseline, "<" goes on with the cell to its left, "^" with the cell above. An empty line ends a grid.

Tree: one line a goal ("level kode: uraian => hasil {money per year} <- rujukan"), indented below its parent; its indicators below it
("- uraian [satuan] awal 80 (2024) | 2025 81; 2026 82 | akhir 85 | realisasi 2024 79 | periode 2025-TW1 80 (kumulatif) | realisasi periode
2025-TW1 79 | capaian 2025 98; akhir 95 (Tinggi) | serapan 95 | efisiensi 6 | rumus ... | data ... | pj ..."). Money spent stands after the
money in "{2025 1.000 / 2025 900}". Below the indicators "* strategi: ..." and, deeper, "* arah_kebijakan: ...".
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, NamedTuple, cast

from doccheck.extract.identitas import Identitas
from doccheck.layout import Cell, Grid, Layout, Page, Paragraph, Source
from doccheck.model import Dokumen, Indikator, Jenis, Kinerja, Nilai

ROW, LINE, WIDTH = 24.0, 11.0, 780.0


class Kasus(NamedTuple):
    """identitas and layout go in; harapan is the tree that must come out, as text."""

    nama: str
    identitas: Identitas
    layout: Layout
    harapan: str


def baca_kasus(path: Path) -> list[Kasus]:
    blocks = re.split(r"^## (.+)$", path.read_text(encoding="utf-8"), flags=re.M)[1:]
    return [_kasus(name.strip(), body) for name, body in zip(blocks[::2], blocks[1::2], strict=True)]


def _kasus(name: str, body: str) -> Kasus:
    given, _, expected = body.partition("\n=>\n")
    lines = given.strip("\n").split("\n")
    keys: dict[str, str] = {}
    while lines and (match := re.fullmatch(r"(jenis|periode|tahun|format|sumber): (\S+)", lines[0])):
        keys[match[1]] = match[2]
        lines.pop(0)
    period = tuple(map(int, keys["periode"].split("-"))) if "periode" in keys else None
    who = Identitas(
        jenis=cast(Jenis, keys.get("jenis", "renstra")),
        periode=cast("tuple[int, int] | None", period),
        tahun=int(keys["tahun"]) if "tahun" in keys else None,
        perangkat_daerah=None if keys.get("jenis") == "rpjmd" else "Dinas Contoh",
    )
    form = keys.get("format", "pdf")
    pages = tuple(_page(number, text, form, keys.get("sumber", "")) for number, text in enumerate("\n".join(lines).split("\n====\n"), 1))
    layout = Layout(path=f"contoh.{form}", format=cast('Literal["pdf", "docx", "xlsx"]', form), pages=pages)
    return Kasus(name, who, layout, expected.strip())


def _page(number: int, text: str, form: str, source: str) -> Page:
    blocks: list[Paragraph | Grid] = []
    rows: list[str] = []
    y = 60.0
    grids = 0
    for line in [*text.split("\n"), ""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            grids += 1
            grid = _grid(rows, grids, y, form, source)
            blocks.append(grid)
            y = (grid.box[3] if grid.box else y) + 2 * ROW
            rows = []
        if line.strip():
            blocks.append(_paragraph(line, y, form))
            y += LINE + 4
    if form == "pdf":
        return Page(blocks=tuple(blocks), number=number, width=842.0, height=1200.0)
    return Page(blocks=tuple(blocks), sheet="Lembar1" if form == "xlsx" else None)


def _paragraph(line: str, y: float, form: str) -> Paragraph:
    box = (30.0, y, 500.0, y + LINE) if form == "pdf" else None
    return Paragraph(text=line.strip("* "), box=box, bold=line.startswith("**"), size=11.0)


def _grid(rows: list[str], number: int, top: float, form: str, source: str) -> Grid:
    table = [[part.strip() for part in row.strip().strip("|").split("|")] for row in rows]
    cols = max(map(len, table))
    pdf = form == "pdf"
    x = tuple(30.0 + WIDTH * col / cols for col in range(cols + 1)) if pdf else ()
    heights = [max(ROW, LINE * max(cell.count("//") + 1 for cell in row)) for row in table]
    y = [top]
    for height in heights:
        y.append(y[-1] + height)
    cells = []
    for r, row in enumerate(table):
        assert len(row) == cols, f"row {r} of the grid has {len(row)} cells, not {cols}: {row}"
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            width = next((k for k in range(c + 1, cols) if row[k] != "<"), cols) - c
            deep = next((k for k in range(r + 1, len(table)) if table[k][c] != "^"), len(table)) - r
            box = (x[c], y[r], x[c + width], y[r + deep]) if pdf else None
            cells.append(_cell(r, c, deep, width, text, box))
    made: Source = cast(Source, source or ("ruled" if pdf else "docx" if form == "docx" else "sheet"))
    box = (x[0], y[0], x[-1], y[-1]) if pdf else None
    return Grid(number=number, rows=len(table), cols=cols, cells=tuple(cells), source=made, box=box, x=x)


def _cell(r: int, c: int, deep: int, width: int, text: str, box: tuple[float, float, float, float] | None) -> Cell:
    lines, bold, heights = [], [], []
    for at, raw in enumerate(text.split("//")):
        line, mark, y = raw.strip().partition(" @")
        bold.append(line.startswith("**"))
        lines.append(line.strip("*") if bold[-1] else line)
        heights.append(float(y) if mark else (box[1] if box else 0.0) + LINE * (at + 1))
    return Cell(
        row=r, col=c, rowspan=deep, colspan=width, text="\n".join(lines), box=box,
        bold=tuple(bold) if box else (), y=tuple(heights) if box else (),
    )  # fmt: skip


def pohon(dokumen: Dokumen) -> str:
    """The tree of a document in the notation."""
    depth: dict[str, int] = {}
    lines = []
    for node in dokumen.kinerja:
        depth[node.id] = depth[node.induk] + 1 if node.induk else 0
        indent = "  " * depth[node.id]
        lines.append(indent + _goal(node))
        lines += [f"{indent}  - {_indicator(indikator)}" for indikator in node.indikator]
        lines += _strategi(dokumen, node.id, indent + "  ")
    return "\n".join([*lines, *_strategi(dokumen, None, "")])


def _strategi(dokumen: Dokumen, induk: str | None, indent: str) -> list[str]:
    """Lines "* strategi: ..." and "* arah_kebijakan: ..." of what stands under a goal or strategi; None: under none."""
    lines = []
    for one in dokumen.strategi:
        if one.induk == induk:
            lines += [f"{indent}* {one.jenis}: {one.uraian}", *_strategi(dokumen, one.id, indent + "  ")]
    return lines


def _goal(node: Kinerja) -> str:
    head = node.level + (f" {node.kode}" if node.kode else "") + (" (rpjmd)" if node.lingkup == "rpjmd" else "")
    text = f"{head}: {node.uraian or '?'}"
    text += f" => {node.hasil}" if node.hasil else ""
    spent = f" / {_values(node.realisasi_anggaran)}" if node.realisasi_anggaran else ""
    text += f" {{{_values(node.anggaran)}{spent}}}" if node.anggaran else ""
    text += f" <- {'; '.join(node.rujukan)}" if node.rujukan else ""
    return text + (f" @{node.jabatan}" if node.jabatan else "")


def _indicator(one: Indikator) -> str:
    parts = [one.uraian + (f" [{one.satuan}]" if one.satuan else "")]
    if one.baseline:
        parts[0] += f" awal {one.baseline.nilai.teks}" + (f" ({one.baseline.tahun})" if one.baseline.tahun else "")
    parts += [_values(one.target)] if one.target else []
    parts += [f"akhir {one.target_akhir.teks}"] if one.target_akhir else []
    parts += [f"realisasi {_values(one.realisasi)}"] if one.realisasi else []
    kinds = {True: " (kumulatif)", False: " (per bagian)", None: ""}
    parts += [f"periode {_values(one.periode)}{kinds[one.kumulatif]}"] if one.periode else []
    parts += [f"realisasi periode {_values(one.realisasi_periode)}"] if one.realisasi_periode else []
    parts += [f"capaian {_values(one.capaian)}" + (f" ({one.kategori})" if one.kategori else "")] if one.capaian else []
    parts += [f"{name} {value.teks}" for name, value in (("serapan", one.serapan), ("efisiensi", one.efisiensi)) if value]
    parts += [f"kalimat {one.kalimat}"] if one.kalimat else []
    for name, value in (("rumus", one.formula), ("data", one.sumber_data), ("pj", one.penanggung_jawab)):
        parts += [f"{name} {value}"] if value else []
    return " | ".join(parts)


def _values(values: dict[str, Nilai]) -> str:
    return "; ".join(f"{year} {value.teks or '()'}" for year, value in values.items())
