"""Printed sums that equal their parts: they confirm the digits of both, which no misread digit would leave equal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...model import LEVELS, Nilai, Total
from ..nilai.baca import parse_rupiah
from .simpul import Simpul

_ROUNDING = 1.0
_CONFIRMED = 0.95
"""How surely digits are read that a sum confirms, however doubtful OCR was."""


def sums_agree(total: Sequence[Total], simpul: Sequence[Simpul]) -> bool:
    """Whether a printed sum of several goals equals the money of the highest of them, in every year, and none differs."""
    checked = [(printed, parts) for _at, _year, printed, parts in _jumlah(total, simpul)]
    return bool(checked) and all(_sama(printed, [part for _node, part in parts]) for printed, parts in checked)


def pastikan(total: list[Total], simpul: Sequence[Simpul]) -> None:
    """Makes the digits sure of printed sums that equal their parts ("Jumlah" = the rows above it, a programme = its kegiatan), and of these
    parts. A sum that differs says nothing of any of them."""
    for at, year, printed, parts in list(_jumlah(total, simpul)):
        if _sama(printed, [part for _node, part in parts]):
            total[at] = replace(total[at], nilai={**total[at].nilai, year: _pasti(printed)})
            _pastikan_bagian(year, parts)
    children: dict[str, list[Simpul]] = defaultdict(list)
    for node in simpul:
        if node.induk is not None and node.anggaran:
            children[node.induk.id].append(node)
    for node in simpul:
        for year, printed in node.anggaran.items():
            parts = [(child, value) for child in children[node.id] if (value := child.anggaran.get(year)) and value.angka is not None]
            if len(parts) > 1 and len({child.level for child, _value in parts}) == 1 and _sama(printed, [value for _c, value in parts]):
                node.anggaran = {**node.anggaran, year: _pasti(printed)}
                _pastikan_bagian(year, parts)


def _pastikan_bagian(year: str, parts: Sequence[tuple[Simpul, Nilai]]) -> None:
    for node, value in parts:
        node.anggaran = {**node.anggaran, year: _pasti(value)}


def _pasti(value: Nilai) -> Nilai:
    """A value whose digits are confirmed; what its dots and commas mean stays as sure as it was."""
    return replace(value, keyakinan=max(value.keyakinan, min(_CONFIRMED, parse_rupiah(value.teks).keyakinan)))


def _sama(printed: Nilai, parts: Sequence[Nilai]) -> bool:
    return printed.angka is not None and abs(printed.angka - sum(part.angka or 0.0 for part in parts)) <= _ROUNDING


def _jumlah(total: Sequence[Total], simpul: Sequence[Simpul]) -> Iterator[tuple[int, str, Nilai, list[tuple[Simpul, Nilai]]]]:
    """(index of a total, year, its value, the highest of its rows with their values) of sums of more than one."""
    by_id = {node.id: node for node in simpul}
    for at, one in enumerate(total):
        nodes = [by_id[name] for name in one.rincian if name in by_id]
        top = min((LEVELS.index(node.level) for node in nodes), default=0)
        highest = [node for node in nodes if LEVELS.index(node.level) == top]
        for year, value in one.nilai.items():
            parts = [(node, found) for node in highest if (found := node.anggaran.get(year)) and found.angka is not None]
            if value.angka is not None and len(parts) > 1:
                yield at, year, value, parts
