"""Indicators that no cell gives a target get the one that their own sentence prints."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...model import Baseline, Indikator, Jenis, Kinerja, Nilai
from ..nilai.satuan import samakan_satuan
from .target import KalimatTarget, baca_kalimat

_YEARLY: frozenset[Jenis] = frozenset({"pk", "renja", "rencana_aksi", "cascading"})
"""Documents whose targets are those of their year, where the sentence names none. A report prints targets of several documents."""
_PLANS: frozenset[Jenis] = frozenset({"rpjmd", "renstra", "iku", "cascading"})
"""Documents in which a target without a year is that of the end of the plan."""


def target_dari_kalimat(kinerja: Sequence[Kinerja], jenis: Jenis, tahun: int | None) -> list[Kinerja]:
    """The goals of a document of this kind and year, their indicators with targets read out of sentences where neither target nor
    realisation stands in a cell. The sentence as printed is kept in `Indikator.kalimat`."""
    return [
        replace(node, indikator=tuple(_indikator(one, node.keyakinan, jenis, tahun) for one in node.indikator)) if node.indikator else node
        for node in kinerja
    ]


def _indikator(one: Indikator, sure: float, jenis: Jenis, tahun: int | None) -> Indikator:
    if one.target or one.target_akhir or one.periode or one.realisasi or one.realisasi_periode:
        return one
    said = baca_kalimat(one.uraian)
    if said is None or (one.satuan and said.target.satuan and samakan_satuan(one.satuan) != samakan_satuan(said.target.satuan)):
        return one
    year = said.tahun or (None if said.akhir or jenis not in _YEARLY else tahun)
    if year is None and (jenis not in _PLANS or said.target.jenis == "rentang"):
        return one  # "(2,1-2,5%)" in a plan: from its first year to its last
    value = _at(said.target, one, sure)
    return replace(
        one, uraian=said.nama, kalimat=one.uraian, satuan=one.satuan or (None if said.kurung else value.satuan),
        target={str(year): value} if year else {}, target_akhir=None if year else value,
        baseline=one.baseline or _baseline(said, one, sure),
    )  # fmt: skip


def _baseline(said: KalimatTarget, one: Indikator, sure: float) -> Baseline | None:
    return Baseline(nilai=_at(said.awal, one, sure), tahun=said.tahun_awal) if said.awal else None


def _at(value: Nilai, one: Indikator, sure: float) -> Nilai:
    """The value at its indicator's place, no surer than the text it stands in."""
    return replace(value, lokasi=one.lokasi, keyakinan=min(value.keyakinan, sure))
