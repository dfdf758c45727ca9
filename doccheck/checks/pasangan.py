"""Performance agreements of heads beside the documents that they must be derived from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..bahasa import _
from ..model import Bukti, Dokumen
from .bukti import di, peran
from .butir import Butir, butir, butir_indikator, kunci
from .context import Context
from .nilai import terisi
from .perjanjian import Perjanjian
from .registry import Lewati
from .template import daftar


class Pasangan(Struct, frozen=True):
    """A head's agreement and its sources: the Renstra in force, or the RPJMD for the head of the region."""

    pk: Perjanjian
    sumber: list[Dokumen]

    @property
    def tahun(self) -> str:
        return str(self.pk.tahun)

    def sasaran(self) -> list[Butir]:
        """The sasaran of the sources that are the head's own, from their tables of goals where they have such tables."""
        own = "rpjmd" if self.pk.jenjang == "kdh" else "pd"
        found = []
        for source in self.sumber:
            goals = [item for item in butir(source, ("sasaran",)) if item.kinerja.lingkup == own or source.jenis == "rpjmd"]
            found += [item for item in goals if item.kinerja.tabel == "tujuan_sasaran"] or goals
        return found

    def indikator(self) -> list[Butir]:
        """The indicators of these sasaran."""
        return [Butir(item.dokumen, item.kinerja, i) for item in self.sasaran() for i in range(len(item.kinerja.indikator))]

    def iku(self, ctx: Context) -> list[Butir]:
        """The indicators that the agency has set as IKU, in a document or a table of its own; empty where it has none."""
        lists = [*self.sumber, *ctx.pilih("iku", pd=ctx.pd(self.pk.dokumen))]
        return [
            item for one in lists for item in butir_indikator(one) if one.jenis == "iku" or item.kinerja.tabel == "iku"
        ]


def pasangan(ctx: Context) -> Iterator[Pasangan | Lewati]:
    """The heads' agreements with their sources; a reason where the source is not among the documents."""
    for one in ctx.perjanjian:
        if one.jenjang not in ("kepala", "kdh") or one.tahun is None or not one.sasaran():
            continue
        if one.jenjang == "kdh":
            sources = [item for item in ctx.rpjmd(one.dokumen) if butir(item, ("sasaran",))]
        else:
            renstra = ctx.pilih("renstra", pd=ctx.pd(one.dokumen), tahun=one.tahun)
            sources = [item for item in renstra if butir(item, ("sasaran",))]
        if sources:
            yield Pasangan(one, sources)
        else:
            name = "RPJMD" if one.jenjang == "kdh" else f"Renstra {one.dokumen.perangkat_daerah or ''}".strip()
            yield Lewati(_("{dokumen} untuk tahun {tahun} tidak ada").format(dokumen=name, tahun=one.tahun))


def aktif(item: Butir, tahun: str) -> bool:
    """Whether a goal or indicator has a target in the year, or no yearly targets at all (then nothing says that it has not)."""
    if item.nomor is not None:
        return not item.indikator.target or terisi(item.indikator.target.get(tahun))
    targets = [one.target for one in item.kinerja.indikator if one.target]
    return not targets or any(terisi(target.get(tahun)) for target in targets)


def tertaut(ctx: Context, group: Iterable[Butir], lain: Iterable[Butir]) -> bool:
    """Whether a link, up or down, joins an occurrence with one of the others."""
    keys = {(item.dokumen.berkas, kunci(item.teks)) for item in lain}
    ends = [ctx.bawah(link) for item in group for link in ctx.tautan_dari(item)]
    ends += [ctx.atas(link) for item in group for link in ctx.tautan_ke(item)]
    return any((end.dokumen.berkas, kunci(end.teks)) in keys for end in ends)


def isi_pk(pk: Perjanjian, indikator: bool = False) -> Bukti:
    """What the agreement promises instead, as evidence of an absence."""
    texts = list(dict.fromkeys(item.teks for item in (pk.indikator() if indikator else pk.sasaran())))
    return di(pk.dokumen, daftar(texts), pk.kinerja[0].lokasi, peran(pk.dokumen, pk.jabatan))
