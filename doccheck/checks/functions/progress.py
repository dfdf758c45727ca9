"""Performance within the year: measured at all, on time, and in step with the money."""

from __future__ import annotations

from collections.abc import Iterator

from ...bahasa import _
from ...model import Bukti
from ..bukti import bukti, peran
from ..context import Context
from ..generik import penunjang
from ..kelompok import BUKTI
from ..keyakinan import bacaan
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..serapan import Imbangan, imbangan
from ..waktu import Kemajuan, Ukuran, bulan_akhir, bulan_lewat, kemajuan, tahun_rencana, ukuran


def nama_bagian(bagian: str) -> str:
    """A part of a year in words: "triwulan II", "semester I", "bulan 5"."""
    part = bagian.rsplit("-", 1)[-1]
    letter = part.rstrip("0123456789")
    number = int(part[len(letter) :])
    words = {"TW": _("triwulan {n}"), "S": _("semester {n}"), "C": _("caturwulan {n}")}
    if letter in words:
        return words[letter].format(n=("I", "II", "III", "IV")[number - 1])
    return _("bulan {n}").format(n=number)


@periksa("realisasi_berkala")
def realisasi_berkala(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """What an action plan sets a target for in a part of the year that is over has a realisation. Which parts are over the documents
    show (checks.waktu.bulan_lewat), or dengan.sampai_bulan says for all; a yearly measure has no target before the last part and asks for
    nothing.

    Where nothing at all is reported, the report may be another file: for a person. Facts: tahun, bagian (list), indikator (list), jumlah,
    semua, nihil, dok."""
    for pd in ctx.perangkat:
        for year in tahun_rencana(ctx, pd):
            plan = [one for one in ukuran(ctx, pd, year) if one.target]
            over = max(dengan["sampai_bulan"], bulan_lewat(ctx, pd, year))
            document = ctx.perangkat[pd][0] if not plan else plan[0].butir[0].dokumen
            if not plan or not over:
                unread, unknown = _("{dokumen}: target bagian tahun tidak terbaca"), _("{dokumen}: belum diketahui bagian tahun yang lewat")
                yield Lewati((unknown if plan else unread).format(dokumen=peran(document)))
                continue
            due = [(one, parts) for one in plan if (parts := one.berharap(over))]
            missing = [(one, lost) for one, parts in due if (lost := [part for part in parts if not _terlapor(one, part)])]
            if not missing:
                continue
            nothing = not any(one.realisasi for one in plan)
            names = sorted({part for _one, parts in missing for part in parts}, key=lambda part: (bulan_akhir(part), part))
            few = 2 * len(missing) < len(due)
            yield Temuan(
                bukti=tuple(bukti(one.butir[0], one.target[parts[0]]) for one, parts in missing[:BUKTI]),
                subjek=(str(year), *(one.teks for one, _parts in missing)),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={
                    "tahun": year,
                    "bagian": [nama_bagian(part) for part in names],
                    "indikator": [one.teks for one, _parts in missing],
                    "jumlah": len(missing),
                    "semua": len(due),
                    "nihil": nothing,
                    "dok": peran(document),
                },
                keyakinan=0.85 * ctx.terbaca(document) * bacaan([one.butir[0] for one, _parts in missing]),
                keparahan="sedang" if few else None,
                telaah=nothing,
            )


def _terlapor(one: Ukuran, part: str) -> bool:
    """Whether a part is reported on: by itself, or by another division of the year that ends with it (months in a quarterly plan)."""
    return any(bulan_akhir(other) == bulan_akhir(part) for other in one.realisasi)


@periksa("tertinggal")
def tertinggal(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An indicator reaches at least dengan.batas percent of its target for the last part of the year on which it is reported; what was
    behind before and has caught up is let off. More than dengan.kelompok of an agency are one finding.

    Facts: indikator (list), rincian (list of indikator, bagian, target, realisasi, persen), tahun, dok."""
    for pd in ctx.perangkat:
        for year in tahun_rencana(ctx, pd):
            seen = [found for one in ukuran(ctx, pd, year) if (found := kemajuan(one))]
            if not seen:
                yield Lewati(_("Tidak ada target dan realisasi bagian tahun yang dapat dibandingkan"))
            behind = [one for one in seen if one.persen < dengan["batas"]]
            for sure in (True, False):
                cases = [one for one in behind if one.pasti == sure]
                for group in [cases] if len(cases) > dengan["kelompok"] else [[one] for one in cases]:
                    if group:
                        yield _tertinggal(group, year, sure)


def _tertinggal(group: list[Kemajuan], year: int, sure: bool) -> Temuan:
    first = group[0].ukuran.butir[0]
    pairs: list[Bukti] = []
    for one in group[: BUKTI // 2 if len(group) > 1 else 1]:
        plan = next(item for item in one.ukuran.butir if one.bagian in item.indikator.periode)
        pairs += [bukti(plan, one.target), bukti(one.ukuran.asal[one.bagian], one.realisasi)]
    values = [value for one in group for value in (one.target, one.realisasi)]
    return Temuan(
        bukti=tuple(pairs),
        subjek=(str(year), *(one.ukuran.teks for one in group)),
        jenis=first.dokumen.jenis,
        perangkat_daerah=first.dokumen.perangkat_daerah,
        fakta={
            "indikator": [one.ukuran.teks for one in group],
            "rincian": [
                {
                    "indikator": one.ukuran.teks,
                    "bagian": nama_bagian(one.bagian),
                    "target": one.target.teks,
                    "realisasi": one.realisasi.teks,
                    "persen": f"{one.persen:.0f}",
                }
                for one in group
            ],
            "tahun": year,
            "dok": peran(first.dokumen),
        },
        keyakinan=0.9 * bacaan([one.ukuran.butir[0] for one in group], values),
        telaah=not sure,
    )


@periksa("serapan_capaian")
def serapan_capaian(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The share of the budget spent and the share of the target reached are no further apart than dengan.selisih percentage points.
    Spending below achievement is told for a whole year only (bills come late), and as lighter; supporting programmes, mostly salaries, are
    let off.

    Facts: program, arah ("tinggi": spending runs ahead, "rendah"), serapan, capaian, tahun, dok."""
    compared = False
    for document in ctx.pilih(*dengan["dokumen"]):
        seen: set[str] = set()
        for one in imbangan(document):
            compared = True
            gap = one.serapan - one.capaian
            if abs(gap) <= dengan["selisih"] or penunjang(one.butir.kinerja) or one.butir.teks in seen:
                continue
            if gap < 0 and not one.setahun:
                continue
            seen.add(one.butir.teks)
            yield _serapan(one, gap)
    if not compared:
        yield Lewati(_("Tidak ada serapan anggaran dan capaian pada kinerja yang sama"))


def _serapan(one: Imbangan, gap: float) -> Temuan:
    document = one.butir.dokumen
    return Temuan(
        bukti=tuple(bukti(item, value) for item, value in one.asal[:BUKTI]),
        subjek=(str(one.tahun), one.butir.teks),
        jenis=document.jenis,
        perangkat_daerah=document.perangkat_daerah,
        fakta={
            "program": one.butir.teks,
            "arah": "tinggi" if gap > 0 else "rendah",
            "serapan": f"{one.serapan:.0f}",
            "capaian": f"{one.capaian:.0f}",
            "tahun": one.tahun,
            "dok": peran(document),
        },
        keyakinan=0.85 * bacaan([item for item, _value in one.asal], [value for _item, value in one.asal]),
        keparahan=None if gap > 0 else "rendah",
        telaah=not one.pasti,
    )
