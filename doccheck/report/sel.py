"""Which cell of a row a mark belongs to: the one that prints the value in question, else the one that holds the quoted text."""

from __future__ import annotations

from collections.abc import Sequence

from ..extract.nilai.baca import parse_nilai
from ..model import Bukti


def pilih(texts: Sequence[str], bukti: Bukti, kolom: int | None = None) -> int | None:
    """The position among the texts of a row's cells; None where all are empty. kolom: position of the column that the evidence names.

    A value that several cells print (80 in three years) does not tell which is meant: then the quoted text decides.
    """
    if bukti.nilai:
        same = [n for n, text in enumerate(texts) if sama_nilai(text, bukti.nilai)]
        if len(same) == 1:
            return same[0]
    if bukti.kutipan:
        wanted = datar(bukti.kutipan)
        exact = [n for n, text in enumerate(texts) if datar(text) == wanted]
        holding = exact or [n for n, text in enumerate(texts) if wanted in datar(text)]
        part = holding or [n for n, text in enumerate(texts) if len(datar(text)) > 10 and datar(text) in wanted]
        if part:
            return part[0]
    if kolom is not None and kolom < len(texts):
        return kolom
    return next((n for n, text in enumerate(texts) if text.strip()), None)


def datar(text: str) -> str:
    """Lower case, white space as single blanks."""
    return " ".join(text.casefold().split())


def sama_nilai(text: str, nilai: str) -> bool:
    """Whether a cell prints this value, in whatever way."""
    if datar(text) == datar(nilai):
        return True
    a, b = parse_nilai(text), parse_nilai(nilai)
    return a.jenis == b.jenis == "angka" and a.angka is not None and a.angka == b.angka
