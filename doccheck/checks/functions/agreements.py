"""The form of performance agreements: date, parties, annex, revision, no row twice, the same IKU from year to year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ...bahasa import _
from ...match.pk import tanpa_plt
from ...model import Dokumen
from ...tanggal import Tanggal, bulan, tanggal
from ..bukti import bukti, di, peran
from ..butir import Butir, kunci
from ..context import Context
from ..generik import indikator_internal
from ..jabatan import TINGKAT, jenjang
from ..kelompok import BUKTI
from ..keyakinan import bacaan
from ..masa import sezaman
from ..pejabat import sama_jabatan
from ..perjanjian import Perjanjian
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa

_DI_BAWAH_KEPALA = re.compile(r"(?:direktur|kepala pelaksana)\b", re.I)


def _temuan(document: Dokumen, nama: str, subjek: tuple[str, ...], fakta: dict[str, object], sure: float, telaah: bool = False) -> Temuan:
    place = next((pihak.lokasi for pihak in document.pihak if pihak.jabatan == nama), None)
    return Temuan(
        bukti=(di(document, nama, place, peran(document, nama or None)),),
        subjek=subjek,
        jenis="pk",
        perangkat_daerah=document.perangkat_daerah,
        fakta={"dok": peran(document, nama or None), "jabatan": nama, "tahun": document.tahun, **fakta},
        keyakinan=sure * document.keyakinan_jenis,
        telaah=telaah,
    )


@periksa("tanggal_pk")
def tanggal_pk(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An agreement bears a date not later than dengan.bulan/dengan.hari of its year. Revised agreements and drafts are let off, and what
    follows an agreement of the same post that was in time: the official changed. Where others of the agency are in time, a late one may
    follow a change, too, which is for a person, as is one not later than dengan.ragu (month, day): the month runs from the day on which the
    budget was approved, which no document here tells. One finding per document.
    Facts: tanggal (None: none printed), jabatan, batas, tahun, dok."""
    late: dict[str, list[tuple[Dokumen, str, str | None]]] = defaultdict(list)
    timely: dict[str | None, list[str]] = defaultdict(list)
    for document in ctx.pilih("pk"):
        if document.tahun is None or document.status is not None or not document.pihak:
            continue
        limit: Tanggal = (document.tahun, dengan["bulan"], dengan["hari"])
        for pihak in document.pihak:
            printed = pihak.tanggal or document.tanggal
            date = tanggal(printed)
            if date is not None and date <= limit:
                timely[ctx.pd(document)].append(pihak.jabatan)
            elif printed is None or (date is not None and date[0] == document.tahun):
                late[document.berkas].append((document, pihak.jabatan, printed))
    for group in late.values():
        cases = [one for one in group if not (one[2] and any(sama_jabatan(one[1], post) for post in timely.get(ctx.pd(one[0]), ())))]
        if not cases:
            continue
        document, post, printed = cases[0]
        limit_text = f"{dengan['hari']} {bulan(dengan['bulan'])} {document.tahun}"
        facts: dict[str, object] = {"tanggal": printed, "batas": limit_text}
        sure = (0.85 if printed else 0.75) * ctx.terbaca(document)
        date, (month, day) = tanggal(printed), dengan["ragu"]
        doubtful = date is not None and (ctx.pd(document) in timely or date <= (document.tahun or 0, month, day))
        yield _temuan(document, post, (post, str(document.tahun)), facts, sure, telaah=doubtful)


@periksa("pihak_pk")
def pihak_pk(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """Each agreement names its second party, who is of a higher rank. The head of the region has none; posts whose rank their name does not
    tell are not judged. Some heads have another head above them: the director of a hospital, who runs it below the agency of health (PP
    72/2019), and who runs the agency for disasters below its head ex officio.
    Facts: masalah ("tidak_ada", "bukan_atasan"), atasan, jabatan, tahun, dok."""
    for document in ctx.pilih("pk"):
        for pihak in document.pihak:
            rank = jenjang(pihak.jabatan)
            if rank == "kdh":
                continue
            if not pihak.atasan:
                facts: dict[str, object] = {"masalah": "tidak_ada", "atasan": None}
                yield _temuan(document, pihak.jabatan, (pihak.jabatan, "tidak_ada"), facts, 0.75 * ctx.terbaca(document))
                continue
            upper = jenjang(pihak.atasan)
            if "lain" in (rank, upper):
                continue
            too_low = TINGKAT.index(upper) >= TINGKAT.index(rank) and not (rank == "jf" and upper == "jf")
            secretary = rank == "kepala" and "sekretaris daerah" in pihak.atasan.lower()
            below = rank == upper == "kepala" and _DI_BAWAH_KEPALA.match(tanpa_plt(pihak.jabatan)) is not None
            if (too_low and not secretary and not below) or (rank in ("iv", "jf") and upper == "kdh"):
                facts = {"masalah": "bukan_atasan", "atasan": pihak.atasan}
                yield _temuan(document, pihak.jabatan, (pihak.jabatan, pihak.atasan), facts, 0.8)


@periksa("lampiran_anggaran")
def lampiran_anggaran(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """The agreements of heads and administrators have the annex of programmes and budget. One finding per document. On pages (PDF, scans)
    the annex is often a list without lines that was not read as a table, so there it is for a person. Facts: jabatan, tahun, dok."""
    seen: set[str] = set()
    for one in ctx.perjanjian:
        document = one.dokumen
        if one.jenjang not in ("kepala", "iii") or document.berkas in seen or not one.janji:
            continue
        if any(node.tabel == "pk_anggaran" or node.anggaran for node in document.kinerja):
            continue
        seen.add(document.berkas)
        paged = one.janji[0].lokasi.halaman is not None
        yield _temuan(document, one.jabatan, (one.jabatan, str(one.tahun)), {}, (0.65 if paged else 0.8) * ctx.terbaca(document), paged)


@periksa("pk_tanpa_perubahan")
def pk_tanpa_perubahan(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """Where an agency's Renja of the year was revised, the head's agreement was, too. Facts: jabatan, tahun, dok, dok_ubah."""
    changed = [item for item in ctx.pilih("renja") if item.status == "perubahan" and item.tahun and ctx.pd(item)]
    if not changed:
        yield Lewati(_("Tidak ada Renja perubahan"))
    for renja in changed:
        heads = ctx.pk(ctx.pd(renja), renja.tahun, "kepala")
        if heads and all(one.dokumen.status != "perubahan" for one in heads):
            document = heads[0].dokumen
            facts: dict[str, object] = {"dok_ubah": peran(renja)}
            yield _temuan(document, heads[0].jabatan, (str(renja.tahun),), facts, 0.8)


@periksa("baris_ganda")
def baris_ganda(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """An agreement promises each indicator once. At the lower ranks the same output may serve two goals, so there only the same indicator
    of the same goal counts. Not judged: a file of several agreements whose rows do not say whose they are, one whose whole table comes
    twice (a page scanned again), and the plan of action behind the agreement, which has the same indicators.
    Facts: indikator, jumlah, dok."""
    for one in ctx.perjanjian:
        if len(one.dokumen.pihak) > 1 and not any(node.jabatan for node in one.kinerja):
            continue
        groups: dict[tuple[str, str], list[Butir]] = defaultdict(list)
        for item in one.indikator():
            if item.kinerja.tabel != "pk":
                continue
            low = one.jenjang not in ("kdh", "kepala", "iii")
            groups[kunci(item.teks), kunci(item.kinerja.uraian) if low else ""].append(item)
        twice = [group for group in groups.values() if len(group) > 1 and group[0].teks]
        if len(twice) == len(groups) > 1:
            continue
        for group in twice:
            yield Temuan(
                bukti=tuple(bukti(item) for item in group[:BUKTI]),
                subjek=(one.jabatan, group[0].teks, str(one.tahun)),
                jenis="pk",
                perangkat_daerah=one.dokumen.perangkat_daerah,
                fakta={"indikator": group[0].teks, "jumlah": len(group), "dok": peran(one.dokumen, one.jabatan)},
                keyakinan=0.85 * bacaan(group),
            )


@periksa("iku_berubah")
def iku_berubah(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A head promises the same indicators from year to year within one Renstra. Judged where no document of the agency was revised,
    where its plans for both years are those of one period, and where at least dengan.bagian of the indicators changed. The first year
    of a period may still have followed the Renstra before: for a person.
    Facts: hilang, baru (lists), tahun_a, tahun_b, jabatan, dok_a, dok_b."""
    heads: dict[str | None, list[Perjanjian]] = defaultdict(list)
    for one in ctx.perjanjian:
        if one.jenjang == "kepala" and one.tahun and one.indikator():
            heads[ctx.pd(one.dokumen)].append(one)
    for pd, agreements in heads.items():
        years = {one.tahun: one for one in sorted(agreements, key=lambda one: one.tahun or 0)}
        if any(item.status == "perubahan" for item in ctx.pilih("renstra", "iku", "pk", pd=pd)):
            continue
        plans = ctx.pilih("renstra", pd=pd)
        for a, b in zip(list(years.values()), list(years.values())[1:], strict=False):
            valid = [plan for plan in plans if sezaman(plan, a.dokumen) or sezaman(plan, b.dokumen)]
            both = [plan for plan in valid if sezaman(plan, a.dokumen) and sezaman(plan, b.dokumen)]
            if len({plan.periode for plan in valid}) > 1 or (plans and not both):
                continue
            lost, new = _tanpa(ctx, a, b), _tanpa(ctx, b, a)
            if len(lost) < dengan["bagian"] * len(a.indikator()) or not lost or not new:
                continue
            yield Temuan(
                bukti=(*(bukti(item) for item in lost[:3]), *(bukti(item) for item in new[:3])),
                subjek=(str(a.tahun), str(b.tahun)),
                jenis="pk",
                perangkat_daerah=b.dokumen.perangkat_daerah,
                fakta={
                    "hilang": [item.teks for item in lost], "baru": [item.teks for item in new], "tahun_a": a.tahun, "tahun_b": b.tahun,
                    "jabatan": b.jabatan, "dok_a": peran(a.dokumen, a.jabatan), "dok_b": peran(b.dokumen, b.jabatan),
                },
                keyakinan=0.8 * bacaan([*lost, *new]) * ctx.terbaca(a.dokumen) * ctx.terbaca(b.dokumen),
                telaah=any(plan.periode is not None and plan.periode[0] == a.tahun for plan in both),
            )


def _tanpa(ctx: Context, a: Perjanjian, b: Perjanjian) -> list[Butir]:
    """The indicators of a that b does not have; the agency's internal ones aside."""
    others = b.indikator()
    return [
        item for item in a.indikator()
        if not indikator_internal(item.teks) and (near := ctx.terdekat(item.teks, others, "indikator")) and near[1].verdict == "different"
    ]
