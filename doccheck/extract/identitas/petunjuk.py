"""What tells a document's identity: its title lines, what runs along its pages, its first prose, chapters, captions and column names."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from statistics import median

from msgspec import Struct

from ...layout import Grid, Layout, Page, Paragraph
from ..tulisan.teks import clean, mend

_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|-{4,}|…{2,}|_{4,}")
_BREAKS = re.compile(r"^\W*(?:daftar (?:isi|tabel|gambar)|kata pengantar|bab\s+[ivx\d]+\b|halaman|lampiran\W*$|nip\b|contents)", re.I)
_NUMBERED = re.compile(r"^\W*(?:\d+(?:\.\d+)*\.?|[a-z]\.)\s+\S", re.I)
_PAGE_NUMBER = re.compile(r"(?:\bpage|\bhal(?:aman)?\.?)?[\s|–-]*\b(?:\d{1,3}|[ivxl]{1,6})\W*$|^\W*\d{1,3}\W+", re.I)
_SPACE = re.compile(r"\s+")
_CHAPTER = re.compile(r"^\W*bab\s+(?:[ivx]+|\d+)\b", re.I)
_CAPTION = re.compile(r"^\W*tabel\s+[\w.-]*\d", re.I)
_BESIDE = re.compile(r"(?<=[\w.,)])\t+(?=[A-Z]{2})")
"""A wide gap before capitals: two texts side by side, as the signatures of two parties."""
_PROSE_PAGES, _PROSE_CHARS = 6, 16000
_TITLE_PAGES = 3


class Petunjuk(Struct, frozen=True):
    """judul: title blocks with their weight (a cover weighs 6, later pages less) · berulang: running lines with the share of pages that
    they stand on · prosa: first pages' text in one piece · bab, tabel: chapter headings and captions · kolom: header texts of grids,
    one line each · properti: the title in the file's own properties, where it is all there is."""

    judul: tuple[tuple[str, float], ...] = ()
    berulang: tuple[tuple[str, float], ...] = ()
    prosa: str = ""
    bab: tuple[str, ...] = ()
    tabel: tuple[str, ...] = ()
    kolom: tuple[str, ...] = ()
    properti: str | None = None

    @property
    def berbobot(self) -> list[tuple[str, float]]:
        """Titles and running lines on one scale of weight."""
        return [*self.judul, *((text, 6 * share) for text, share in self.berulang)]


def kumpulkan(layout: Layout) -> Petunjuk:
    """Gathers the clues of a layout; looks at the front matter and at headings, never at the whole prose."""
    running = _running(layout.pages)
    titles: list[tuple[str, float]] = []
    prose: list[str] = []
    for at, page in enumerate(layout.pages[:_PROSE_PAGES]):
        if at < _TITLE_PAGES:
            titles += _titles(page, 6.0 if at == 0 else 2.0, {text for text, _ in running})
            titles += [(page.sheet, 1.5)] if page.sheet and layout.format == "xlsx" else []
        prose += [_LEADERS.split(_beside(block.text))[0] for block in page.paragraphs[:120]]
    headings = [block.text for page in layout.pages for block in page.paragraphs if block.text.startswith(("T", "t"))]
    properti = layout.title if layout.format == "html" and not titles else None
    return Petunjuk(
        judul=tuple(titles),
        berulang=tuple(running),
        prosa=mend("\n".join(prose))[:_PROSE_CHARS],
        bab=tuple(_chapters(layout.pages)),
        tabel=tuple(text for text in headings if _CAPTION.match(text)),
        kolom=tuple(_columns(layout)),
        properti=properti,
    )


def _titles(page: Page, weight: float, running: set[str]) -> list[tuple[str, float]]:
    """Blocks of consecutive title-like lines, each joined to one text. On a cover (few words) every line is title-like."""
    paragraphs = [block for block in page.paragraphs if block.text.strip()]
    sizes = [block.size for block in paragraphs if block.size and len(block.text) > 40]
    body = median(sizes) if sizes else 0.0
    words = sum(len(block.text.split()) for block in paragraphs)
    cover = page.number is not None and words < 60 and not page.grids
    found: list[tuple[str, float]] = []
    block_lines: list[str] = []
    grid_seen = 0
    for block in page.blocks:
        if isinstance(block, Grid):
            found += _flush(block_lines, weight)
            found += [(text, weight * 0.8) for text in _grid_titles(block)] if grid_seen < 2 else []
            grid_seen += 1
            if page.number is None:
                weight = min(weight, 3.0)  # in a flow, what follows the first table is no cover any more
            continue
        text = clean(_beside(block.text)).replace("\n", " ")
        if not text or _LEADERS.search(text) or _BREAKS.match(text) or _running_key(text) in running:
            found += _flush(block_lines, weight)
            continue
        if (cover and not _NUMBERED.match(text)) or _looks_title(block, text, body):
            block_lines.append(text)
        else:
            found += _flush(block_lines, weight)
            if page.number is None and found:
                weight = min(weight, 3.0)
    return found + _flush(block_lines, weight)


def _beside(text: str) -> str:
    """A line whose parts in columns, begun with capitals, stand apart by a sign."""
    return _BESIDE.sub("; ", text) if "\t" in text else text


def _flush(lines: list[str], weight: float) -> list[tuple[str, float]]:
    text = mend("\n".join(lines)) if lines else ""
    lines.clear()
    return [(_respace(text), weight)] if len(text) > 3 else []


def _respace(text: str) -> str:
    """Closes letter-spaced words: "R A N C A N G A N" -> "RANCANGAN"."""
    return re.sub(r"\b(?:[A-Z] ){3,}[A-Z]\b", lambda match: match[0].replace(" ", ""), text)


def _looks_title(block: Paragraph, text: str, body: float) -> bool:
    letters = [char for char in text if char.isalpha()]
    if len(letters) < 4 or len(text) > 220 or text.endswith((".", ";")):
        return False
    upper = sum(char.isupper() for char in letters) / len(letters)
    large = body > 0 and block.size >= 1.25 * body
    return block.heading is not None or large or upper > 0.85 or (block.bold and len(text) < 120 and not _NUMBERED.match(text))


def _grid_titles(grid: Grid) -> list[str]:
    """Texts of a grid's first rows that hold one text only (title rows of a sheet, headings of a poster, a framed cover)."""
    titles = []
    for row in range(min(4, grid.rows)):
        texts = [mend(cell.text) for cell in grid.cells if cell.row == row and cell.text.strip()]
        if len(texts) == 1 and 8 < len(texts[0]) < 250:
            titles.append(texts[0])
        elif texts:
            break
    return titles


@lru_cache(maxsize=4096)
def _running_key(text: str) -> str:
    return _PAGE_NUMBER.sub("", _SPACE.sub(" ", text)).strip(" .|–-\t")


def _running(pages: tuple[Page, ...]) -> list[tuple[str, float]]:
    """(text without its page number, share of the pages it stands on) of lines at the top or bottom of several pages."""
    count: Counter[str] = Counter()
    numbered = [page for page in pages if page.number is not None and page.height]
    for page in numbered:
        seen = set()
        for block in page.paragraphs:
            if block.box and (block.box[1] < 0.12 * page.height or block.box[3] > 0.88 * page.height) and len(block.text) < 160:
                seen.add(_running_key(block.text))
        count.update(key for key in seen if len(key) > 7)
    return [(text, number / len(numbered)) for text, number in count.most_common(8) if number >= 3]


def _chapters(pages: tuple[Page, ...]) -> list[str]:
    """Chapter headings ("BAB II GAMBARAN PELAYANAN ..."): the line and the one below it, from contents pages too."""
    found = []
    for page in pages:
        lines = page.paragraphs
        for at, block in enumerate(lines):
            if _CHAPTER.match(block.text):
                below = lines[at + 1].text if at + 1 < len(lines) else ""
                found.append(re.sub(r"\s+", " ", f"{block.text} {below}")[:160])
    return found


def _columns(layout: Layout) -> list[str]:
    """Header texts: the first three rows of each grid, on one line."""
    found = []
    for page in layout.pages[:80]:
        for grid in page.grids:
            cells = [mend(cell.text) for cell in grid.cells if cell.row < 3 and cell.text.strip()]
            found.append(" | ".join(cells)[:800].lower())
    return found
