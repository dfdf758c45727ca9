"""The programmes of an agency must be the same in RPJMD, Renstra and PK: by code first, by name next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...bahasa import _
from ...model import Bukti, Dokumen
from ..bukti import bukti, di, peran
from ..butir import Butir, butir, kunci
from ..context import Context
from ..generik import penunjang
from ..keyakinan import bacaan, ketiadaan
from ..masa import berlaku
from ..pengampu import cocok, nama_pd
from ..program import kode_program, wajar
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..template import daftar


@periksa("daftar_program")
def daftar_program(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """Programmes of a Renstra against those that the RPJMD gives to the agency, both ways, and those of its head's PK
    against the Renstra. Supporting programmes (X.XX.01) are let off. What a revised Renstra has beyond an RPJMD that was not revised is
    for a person: the nomenclature may have changed since.

    Facts: program, kode, perbedaan ("tidak_ada" or "nama"), lain (name in the other document), dok_ada, dok_tanpa.
    """
    for renstra in ctx.pilih("renstra"):
        own = _program([renstra])
        known = [item for one in _salinan(ctx, renstra) for item in butir(one, ("program", "kegiatan", "subkegiatan"))]
        if not own:
            yield Lewati(_("{dokumen} tidak memuat program").format(dokumen=peran(renstra)))
            continue
        upper = [item for item in _program(ctx.rpjmd(renstra)) if _milik(item, renstra)]
        if upper:
            yield from _selisih(ctx, upper, known, upper[0].dokumen, renstra)
            yield from _selisih(ctx, own, upper, renstra, upper[0].dokumen)
        elif ctx.pilih("rpjmd"):
            yield Lewati(_("RPJMD tidak memuat program {pd}").format(pd=renstra.perangkat_daerah or ""))
        else:
            yield Lewati(_("RPJMD tidak ada"))
        heads = [one for one in ctx.pk(ctx.pd(renstra), None, "kepala") if one.tahun and berlaku(renstra, one.tahun)]
        yield from _selisih(ctx, [item for one in heads for item in one.program()], known, None, renstra)


def _salinan(ctx: Context, renstra: Dokumen) -> list[Dokumen]:
    """The Renstra, and further files of it (HTML beside PDF, a part of it): what one of them has is not missing."""
    others = [one for one in ctx.pilih("renstra", pd=ctx.pd(renstra)) if one.periode == renstra.periode and one.berkas != renstra.berkas]
    return [renstra, *(others if renstra.perangkat_daerah else ())]


def _program(dokumen: Iterable[Dokumen]) -> list[Butir]:
    """Their own programmes; where some have codes, only these: lists without codes are of an older nomenclature or misread."""
    found = [item for one in dokumen for item in butir(one, ("program",)) if not penunjang(item.kinerja) and wajar(item.kinerja)]
    return [item for item in found if kode_program(item.kinerja.kode)] or found


def _milik(item: Butir, renstra: Dokumen) -> bool:
    cells = [item.kinerja.penanggung_jawab, *(one.penanggung_jawab for one in item.kinerja.indikator)]
    return any(cocok(name, [renstra]) for cell in cells if cell for name in nama_pd(cell))


def _selisih(
    ctx: Context, ada: list[Butir], lain: list[Butir], dok_ada: Dokumen | None, dok_tanpa: Dokumen
) -> Iterator[Temuan]:
    """What the first list has and the second has not, or has under another name (told once, from above)."""
    by_code = {code: item for item in lain if item.kinerja.level == "program" and (code := kode_program(item.kinerja.kode))}
    groups: dict[str, list[Butir]] = defaultdict(list)
    for item in ada:
        if not penunjang(item.kinerja):
            groups[kode_program(item.kinerja.kode) or kunci(item.teks)].append(item)
    for key, group in groups.items():
        first = group[0]
        near = ctx.terdekat(first.teks, lain, "program")
        twin = by_code.get(key)
        if near and near[1].verdict != "different" and not twin:
            continue
        if twin and ctx.banding(first.teks, twin.teks, "program").verdict != "different":
            continue
        if twin and dok_ada is not None and dok_ada.jenis == "renstra":
            continue
        sure = bacaan([first]) * (0.9 if twin else ketiadaan(ctx, lain[0], near[1] if near else None))
        source = first.dokumen if dok_ada is None else dok_ada
        yield Temuan(
            bukti=(*(bukti(item) for item in group[:3]), bukti(twin) if twin else _daftar(lain)),
            subjek=(first.teks, dok_tanpa.jenis),
            jenis=source.jenis,
            perangkat_daerah=dok_tanpa.perangkat_daerah or source.perangkat_daerah,
            fakta={
                "program": first.teks,
                "kode": first.kinerja.kode,
                "perbedaan": "nama" if twin else "tidak_ada",
                "lain": twin.teks if twin else None,
                "dok_ada": peran(first.dokumen, first.kinerja.jabatan),
                "dok_tanpa": peran(dok_tanpa),
            },
            keyakinan=sure,
            telaah=not twin and source.status == "perubahan" and dok_tanpa.jenis == "rpjmd" and dok_tanpa.status != "perubahan",
        )


def _daftar(lain: list[Butir]) -> Bukti:
    texts = list(dict.fromkeys(item.teks for item in lain))
    return di(lain[0].dokumen, daftar(texts), lain[0].kinerja.lokasi)
