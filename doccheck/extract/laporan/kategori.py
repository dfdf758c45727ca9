"""The classes of achievement that a document sets: the table or list of intervals with their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...layout import Grid, Layout, Paragraph
from ...model import Kategori, Lokasi
from ..tabel.matriks import Matriks
from ..tulisan.teks import mend

_HEAD = re.compile(r"kriteria|kategori|predikat|peringkat|sebutan|makna|klasifikasi|interpretasi|keterangan|notifikasi", re.I)
_SPAN_HEAD = re.compile(r"interval|rentang|skala|nilai|persentase|prosentase|capaian|range", re.I)
_NAMES = re.compile(
    r"(?:sangat\s+|kurang\s+|cukup\s+|tidak\s+|belum\s+)?(?:tinggi|baik|berhasil|memuaskan|memadai|sedang|rendah|cukup|kurang|buruk|tercapai|"
    r"gagal|efektif)(?:\s+sekali)?\b|melampaui(?:\s+target)?|sesuai(?:\s+target)?",
    re.I,
)
_AKIP = re.compile(r"memuaskan|^\W*(?:AA|A|BB|B|CC|C|D|E)\W*$", re.I)
"""Names of the predicates of an AKIP evaluation, which are no classes of achievement."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_FROM = re.compile(r"≥|>\s*=|>|=\s*>|lebih dari|di\s?atas|ke atas|minimal|lebih besar", re.I)
_UP_TO = re.compile(r"≤|<\s*=|<|=\s*<|kurang dari|di\s?bawah|ke bawah|maksimal|lebih kecil", re.I)
_STRICT = re.compile(r">(?!\s*=)|<(?!\s*=)|lebih dari|di\s?atas|kurang dari|di\s?bawah|lebih besar|lebih kecil", re.I)
_LISTED = re.compile(r"^\W*(?:\d{1,2}[.)]|[a-z][.)]|[-•–])?\s*", re.I)
_FEW = 3
"""Fewer classes are no scale."""


def kategori_capaian(layout: Layout) -> tuple[Kategori, ...]:
    """The first scale that a document prints, as a table or as a list of lines; empty where it prints none."""
    for page in layout.pages:
        lines: list[Kategori] = []
        for block in page.blocks:
            place = Lokasi(halaman=page.number, lembar=page.sheet, kotak=block.box)
            if isinstance(block, Grid):
                found = list(_tabel(Matriks(block, page.number, page.sheet)))
            else:
                one = _baris(block, place)
                if one is not None:
                    lines.append(one)
                    continue
                found, lines = lines, []
            if _is_scale(found):
                return tuple(found)
        if _is_scale(lines):
            return tuple(lines)
    return ()


def _is_scale(found: Iterable[Kategori]) -> bool:
    kept = list(found)
    names = {one.nama.lower() for one in kept}
    ends = [end for one in kept for end in (one.bawah, one.atas) if end is not None]
    return len(kept) >= _FEW and len(names) == len(kept) and max(ends) > 20 and not any(_AKIP.search(one.nama) for one in kept)


def _tabel(grid: Matriks) -> Iterator[Kategori]:
    heads = " ".join(cell.text for cell in grid.filled(0))
    if not (_HEAD.search(heads) and _SPAN_HEAD.search(heads)) or grid.cols > 5:
        return
    for row in range(1, grid.rows):
        texts = [mend(cell.text) for cell in grid.filled(row)]
        name = next((text for text in reversed(texts) if _NAMES.match(text) and not _NUMBER.search(text)), None)
        span = next((ends for text in texts if text != name and (ends := batas(text)) and _looks_like_span(text)), None)
        if name and span:
            yield _kategori(name, span, grid.lokasi(row))


def _looks_like_span(text: str) -> bool:
    """Whether a cell of a table is an interval rather than the number of its row."""
    return len(_NUMBER.findall(text)) > 1 or bool(_FROM.search(text) or _UP_TO.search(text) or re.search(r"%|persen", text, re.I))


def _baris(block: Paragraph, place: Lokasi) -> Kategori | None:
    """A line such as "2) Nilai di atas 80% s/d 100% dengan sebutan baik (B)" or "Sangat Tinggi: >= 91"."""
    text = _LISTED.sub("", mend(block.text), count=1)
    if len(text) > 110 or not _looks_like_span(text):
        return None
    names = [one for one in _NAMES.finditer(text) if not re.match(r"(?:kurang|lebih)\s+dari", text[one.start() :], re.I)]
    span = batas(text)
    return _kategori(names[-1][0], span, place) if names and span else None


def _kategori(name: str, span: tuple[float | None, float | None, bool, bool], place: Lokasi) -> Kategori:
    low, high, from_it, to_it = span
    return Kategori(
        nama=re.sub(r"\s*\([^)]*\)$", "", name).strip(" .:;"), bawah=low, atas=high, bawah_masuk=from_it, atas_masuk=to_it, lokasi=place
    )  # fmt: skip


def batas(text: str) -> tuple[float | None, float | None, bool, bool] | None:
    """(lower end, upper end, whether each belongs to it) of an interval of percentages: "76 ≤ 90", "> 80 s.d. 100 %", "≥ 91", "di bawah
    55%". None for other texts."""
    found = list(_NUMBER.finditer(text))
    numbers = [float(one[0].replace(",", ".")) for one in found]
    if len(numbers) == 2 and numbers[0] < numbers[1]:
        before, between = text[: found[0].start()], text[found[0].end() : found[1].start()]
        # "76 ≤ 90" is the ministry's way to write 76 to 90; "80 < x ≤ 90" leaves 80 out
        inner = re.search(r"[<≤]\s*=?\s*[a-zA-Z]", between)
        open_low = bool(_STRICT.search(before)) or bool(inner and "≤" not in inner[0] and "=" not in inner[0])
        rest = between[inner.end() - 1 :] if inner else between if before.strip(" (") else ""
        open_high = bool(_STRICT.search(rest)) and (not open_low or inner is not None)
        return numbers[0], numbers[1], not open_low, not open_high
    if len(numbers) != 1:
        return None
    strict = bool(_STRICT.search(text))
    if _FROM.search(text):
        return numbers[0], None, not strict, True
    if _UP_TO.search(text):
        return None, numbers[0], True, not strict
    return None
