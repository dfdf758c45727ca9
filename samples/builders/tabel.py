"""Tables of the planning documents, free of any file format: what the cells say and which of them are merged.

A cell is a text; KIRI merges it with its left neighbour and ATAS with the cell above it. `peran` tells the writers how a
row looks: "urusan", "program", "kegiatan", "subkegiatan" (rows of a code with its pagu), "isi" (all others), "jumlah".
"""

from __future__ import annotations

from dataclasses import dataclass, field

KIRI = "\u2190"
ATAS = "\u2191"


@dataclass
class Baris:
    sel: list[str]
    peran: str = "isi"


@dataclass
class Tabel:
    """lebar: relative widths of the columns; angka: columns that are set in the middle; uang: columns set to the right."""

    judul: str
    kepala: list[list[str]]
    lebar: list[float]
    baris: list[Baris] = field(default_factory=list)
    nomor: bool = False
    angka: frozenset[int] = frozenset()
    uang: frozenset[int] = frozenset()

    def tambah(self, *sel: str, peran: str = "isi") -> None:
        if len(sel) != len(self.lebar):
            raise ValueError(f"{self.judul}: {len(sel)} cells in a row of {len(self.lebar)} columns")
        self.baris.append(Baris(list(sel), peran))

    @property
    def nomor_kolom(self) -> list[str]:
        """The row "(01) (02) ..." under the header."""
        return [f"({n:02d})" for n in range(1, len(self.lebar) + 1)]


def rupiah(nilai: int) -> str:
    """1234567000 -> "1.234.567.000"."""
    return f"{nilai:,}".replace(",", ".")


def rentang(baris: list[list[str]]) -> list[tuple[int, int, int, int]]:
    """Merged areas (row, col, last row, last col) of rows whose cells carry KIRI and ATAS."""
    hasil = []
    for r, sel in enumerate(baris):
        for c, teks in enumerate(sel):
            if teks in (KIRI, ATAS):
                continue
            c2 = c
            while c2 + 1 < len(sel) and sel[c2 + 1] == KIRI:
                c2 += 1
            r2 = r
            while r2 + 1 < len(baris) and baris[r2 + 1][c] == ATAS:
                r2 += 1
            if (r2, c2) != (r, c):
                hasil.append((r, c, r2, c2))
    return hasil
