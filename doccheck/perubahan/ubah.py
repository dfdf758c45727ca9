"""What changed between two versions of one document.

Values are compared as understood ("81,5" and "81.50 %" are one), over all tables of a document: a value that two tables print alike is one
change, and contradictions inside a version stay visible ("81,5 / 82").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..match import Butir, ButirIndikator, kelompok, kunci
from ..match.normal import normalise
from ..model import Dokumen, Kinerja, Lokasi, Nilai
from . import butir
from .bentuk import Jenis, PasanganDokumen, Ubah
from .butir import Pasang


def perubahan(lama: Dokumen | None, baru: Dokumen | None) -> PasanganDokumen:
    """The changes, in the order of the new version, what vanished last. A document that one version alone has has none."""
    if lama is None or baru is None:
        return PasanganDokumen(lama=lama, baru=baru)
    old, new = kelompok(lama), kelompok(baru)
    goals = butir.kinerja(old, new)
    measures = butir.indikator(old, new, goals)
    parents = _Induk(lama, baru, goals)
    changes: list[Ubah] = []
    same = 0
    for goal in goals:
        found = list(_goal(goal, parents))
        changes += found
        same += not found
    for measure in measures:
        found = list(_measure(measure, parents))
        changes += found
        same += not found
    return PasanganDokumen(lama=lama, baru=baru, perubahan=tuple(changes), tetap=same)


class _Induk:
    """The goals above a goal or indicator in either version, named so that a reworded goal is still the same one."""

    def __init__(self, lama: Dokumen, baru: Dokumen, goals: Sequence[Pasang[Butir]]) -> None:
        self._nodes = ({node.id: node for node in lama.kinerja}, {node.id: node for node in baru.kinerja})
        self._renamed = {pair.lama.kunci: pair.baru.kunci for pair in goals if pair.lama and pair.baru}

    def atas(self, nodes: Iterable[Kinerja], version: int) -> dict[str, str]:
        """Key -> text of the parents of these nodes."""
        parents = (self._nodes[version].get(node.induk or "") for node in nodes)
        return self.nama((parent for parent in parents if parent), version)

    def nama(self, nodes: Iterable[Kinerja], version: int) -> dict[str, str]:
        keys = {kunci(node.uraian): node.uraian for node in nodes if node.uraian}
        return {self._renamed.get(key, key): text for key, text in keys.items()} if version == 0 else keys


def _goal(pair: Pasang[Butir], parents: _Induk) -> Iterator[Ubah]:
    item = pair.baru or pair.lama
    assert item is not None
    place_old = pair.lama.kejadian[0].lokasi if pair.lama else None
    place_new = pair.baru.kejadian[0].lokasi if pair.baru else None

    def change(jenis: Jenis, lama: str | None = None, baru: str | None = None, tahun: str | None = None, alasan: str = "") -> Ubah:
        return Ubah(
            jenis=jenis, level=item.level, uraian=item.teks, tahun=tahun, lama=lama, baru=baru, alasan=alasan,
            tempat_lama=place_old, tempat_baru=place_new,
        )  # fmt: skip

    if pair.lama is None or pair.baru is None:
        yield change("baru", baru=item.teks) if pair.lama is None else change("hilang", lama=item.teks)
        return
    if pair.banding:
        yield change("rumusan", pair.lama.teks, pair.baru.teks, alasan=pair.banding.reason)
    if pair.lama.level != pair.baru.level:
        yield change("pindah", pair.lama.level, pair.baru.level)
    yield from (change("pindah", *ends) for ends in _moved(parents.atas(pair.lama.kejadian, 0), parents.atas(pair.baru.kejadian, 1)))
    money_old, money_new = (_by_year(node.anggaran for node in one.kejadian) for one in (pair.lama, pair.baru))
    yield from (change("anggaran", a, b, year) for year, a, b in _values(money_old, money_new))


def _measure(pair: Pasang[ButirIndikator], parents: _Induk) -> Iterator[Ubah]:
    item = pair.baru or pair.lama
    assert item is not None
    goal = item.kejadian[0][0]
    place_old, place_new = (_place(one) if one else None for one in (pair.lama, pair.baru))

    def change(jenis: Jenis, lama: str | None = None, baru: str | None = None, tahun: str | None = None, alasan: str = "") -> Ubah:
        return Ubah(
            jenis=jenis, level=item.level, uraian=goal.uraian or goal.hasil or "", indikator=item.teks, tahun=tahun, lama=lama, baru=baru,
            alasan=alasan, tempat_lama=place_old, tempat_baru=place_new,
        )  # fmt: skip

    if pair.lama is None or pair.baru is None:
        yield change("baru", baru=item.teks) if pair.lama is None else change("hilang", lama=item.teks)
        return
    if pair.banding:
        yield change("rumusan", pair.lama.teks, pair.baru.teks, alasan=pair.banding.reason)
    if pair.lama.level != pair.baru.level:
        yield change("pindah", pair.lama.level, pair.baru.level)
    under_old, under_new = (parents.nama((node for node, _ in one.kejadian), v) for v, one in enumerate((pair.lama, pair.baru)))
    yield from (change("pindah", *ends) for ends in _moved(under_old, under_new))
    before, after = ([node.indikator[number] for node, number in one.kejadian] for one in (pair.lama, pair.baru))
    units_old, units_new = ({normalise(one.satuan): one.satuan for one in side if one.satuan} for side in (before, after))
    if units_old and units_new and units_old.keys().isdisjoint(units_new):
        yield change("satuan", " / ".join(units_old.values()), " / ".join(units_new.values()))
    base_old, base_new = ([{"": one.baseline.nilai} for one in side if one.baseline] for side in (before, after))
    yield from (change("baseline", a, b) for _year, a, b in _values(_by_year(base_old), _by_year(base_new)))
    yield from (
        change("target", a, b, year)
        for year, a, b in _values(_by_year(one.target for one in before), _by_year(one.target for one in after))
    )
    end_old, end_new = ([{"": one.target_akhir} for one in side if one.target_akhir] for side in (before, after))
    yield from (change("target_akhir", a, b) for _year, a, b in _values(_by_year(end_old), _by_year(end_new)))


def _place(item: ButirIndikator) -> Lokasi:
    node, number = item.kejadian[0]
    own = node.indikator[number].lokasi
    return node.lokasi if own == Lokasi() else own


def _moved(old: Mapping[str, str], new: Mapping[str, str]) -> list[tuple[str, str]]:
    """(old parents, new parents) where they have none in common."""
    if not old or not new or not old.keys().isdisjoint(new):
        return []
    return [(" / ".join(old.values()), " / ".join(new.values()))]


def _by_year(tables: Iterable[Mapping[str, Nilai]]) -> dict[str, dict[object, str]]:
    """Year -> what all tables print for it: the value as understood -> as printed. Empty cells are left out."""
    years: dict[str, dict[object, str]] = {}
    for table in tables:
        for year, value in table.items():
            if value.jenis != "kosong":
                years.setdefault(year, {}).setdefault(nilai(value), value.teks)
    return years


def nilai(value: Nilai) -> object:
    """What two printings of one value have in common."""
    if value.jenis == "teks" or (value.angka is None and value.bawah is None):
        return normalise(value.teks)
    return value.skala, value.angka, value.bawah, value.atas, value.operator, value.penyebut


def _values(
    old: Mapping[str, Mapping[object, str]], new: Mapping[str, Mapping[object, str]]
) -> Iterator[tuple[str, str | None, str | None]]:
    """(year, old, new) for each year whose values differ."""
    for year in sorted({*old, *new}):
        before, after = old.get(year, {}), new.get(year, {})
        if before.keys() != after.keys():
            yield year, " / ".join(before.values()) or None, " / ".join(after.values()) or None
