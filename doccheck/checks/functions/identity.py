"""Which documents there are: a complete chain, one period, one name for each agency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from ...bahasa import _
from ...match import kunci_pd, normalise
from ...match.hubungan import TAHUNAN
from ...model import Bukti, Dokumen, Jenis, Kinerja
from ..bukti import di, peran
from ..context import Context
from ..generik import pd_kewilayahan, penunjang, unit_pelaksana
from ..istilah import mata_rantai
from ..jabatan import RENDAH
from ..masa import berlaku, sezaman
from ..nilai import terisi
from ..program import kode_program
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa

_UMUM = frozenset(["dinas", "badan", "kantor", "satuan", "sekretariat", "kecamatan", "kota", "kabupaten", "provinsi"])


@periksa("rantai_dokumen")
def rantai_dokumen(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """The documents of an agency and year form a chain. Told only where what is here proves the gap: documents of the year
    without the Renstra above them, agreements of the staff without that of the head, the head's alone where other agencies
    have those of the staff. Facts: kurang (list), tahun (list), ada (list), pd.
    """
    kinds: dict[str, set[Jenis]] = {}
    for item in ctx.dokumen:
        kinds.setdefault(ctx.pemda(item), set()).add(item.jenis)
    if all(len(given - {"lhe", "lainnya"}) < 2 for given in kinds.values()):
        yield Lewati(_("Hanya satu jenis dokumen yang diberikan"))
        return
    twins = {ctx.pd(item) for pair in _nama_mirip(ctx) for item in pair}
    deep = {one.tahun for one in ctx.perjanjian if one.jenjang in RENDAH and not unit_pelaksana(one.jabatan)}
    for agency, documents in ctx.perangkat.items():
        if unit_pelaksana(documents[0].perangkat_daerah or ""):
            continue
        if agency in twins:
            yield Lewati(_("Nama perangkat daerah {pd} tidak seragam").format(pd=documents[0].perangkat_daerah))
            continue
        gaps: dict[str, list[int]] = {}
        for year in sorted({item.tahun for item in documents if item.jenis in TAHUNAN and item.tahun}):
            missing = _kurang(ctx, agency, documents, year, kinds[ctx.pemda(documents[0])], year in deep)
            for gap in (*missing, *_tak_seperti_lain(ctx, agency, year, twins)):
                gaps.setdefault(gap, []).append(year)
        if gaps and _nama_bertaut(ctx, agency, documents):
            yield Lewati(_("Nama perangkat daerah {pd} tidak seragam").format(pd=documents[0].perangkat_daerah))
            continue
        for gap, years in gaps.items():
            here = [item for item in documents if item.tahun in years or (item.jenis == "renstra" and gap != "renstra")]
            yield Temuan(
                bukti=tuple(di(item, _judul(item)) for item in here[:6]),
                subjek=(gap, *map(str, years)),
                jenis=gap,
                perangkat_daerah=documents[0].perangkat_daerah,
                fakta={"kurang": [mata_rantai(gap)], "tahun": years, "ada": list(dict.fromkeys(peran(item) for item in here))},
                keyakinan=0.9 * min(item.keyakinan_jenis for item in here),
            )


def _nama_bertaut(ctx: Context, agency: str, documents: list[Dokumen]) -> bool:
    """Whether one name goes on where that of another agency ends, and just one of the two has a Renstra: a post or a unit that was read
    into the name."""
    for key, others in ctx.perangkat.items():
        names = sorted((normalise(one[0].perangkat_daerah or "") for one in (documents, others)), key=len)
        plans = [any(item.jenis == "renstra" for item in group) for group in (documents, others)]
        if key != agency and ctx.pemda(others[0]) == ctx.pemda(documents[0]) and names[1].startswith(f"{names[0]} ") and sum(plans) == 1:
            return True
    return False


def _kurang(ctx: Context, agency: str, documents: list[Dokumen], year: int, kinds: set[Jenis], deep: bool) -> Iterator[str]:
    if kinds & {"renstra", "rpjmd"} and not any(item.jenis == "renstra" and berlaku(item, year) for item in documents):
        yield "renstra"
    head = ctx.pk(agency, year, "kepala")
    staff = ctx.pk(agency, year, *RENDAH)
    unknown = ctx.pk(agency, year, "lain")
    if staff and not head and not unknown:
        yield "pk_kepala"
    if head and not staff and not unknown and deep and not pd_kewilayahan(documents[0]):
        yield "pk_bawahan"


def _tak_seperti_lain(ctx: Context, agency: str, year: int, ganda: set[str | None]) -> Iterator[str]:
    """Yearly documents (other than PK) that all other agencies with documents of the year have, at least two of them."""
    for kind in ("renja", "rencana_aksi", "lkjip"):
        have = {ctx.pd(item) for item in ctx.dokumen if item.jenis == kind and item.tahun == year}
        others = {
            ctx.pd(item)
            for item in ctx.dokumen
            if item.tahun == year and item.jenis in TAHUNAN and ctx.pd(item) not in (None, agency, *ganda)
        }
        if agency not in have and len(others) >= 2 and others <= have:
            yield kind


@periksa("periode_dokumen")
def periode_dokumen(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The Renstra has the period of the RPJMD, and the tables of a document the years of its title.

    A last year later by dengan.lebih is let pass (one is the way of Inmendagri 2/2025); periods that do not overlap belong to different
    generations.
    Facts: periode_a, periode_b, dok_atas, dok_bawah, dalam (the document contradicts itself).
    """
    for document in ctx.pilih("renstra", "rpjmd"):
        if document.periode and (found := _tahun_tabel(document, dengan["lebih"])):
            yield _temuan_periode(document, document, document.periode, found, True)
    if not ctx.pilih("rpjmd"):
        yield Lewati(_("RPJMD tidak ada"))
    for renstra in ctx.pilih("renstra") if ctx.pilih("rpjmd") else []:
        uppers = [item for item in ctx.pilih("rpjmd") if item.periode and ctx.pemda(item) == ctx.pemda(renstra)]
        if not renstra.periode or not uppers:
            yield Lewati(_("Periode {dokumen} tidak dapat dibandingkan dengan RPJMD").format(dokumen=peran(renstra)))
            continue
        near = [item for item in uppers if sezaman(item, renstra)]
        if near and not any(_seperiode(item.periode, renstra.periode, dengan["lebih"]) for item in near):
            assert near[0].periode
            yield _temuan_periode(near[0], renstra, near[0].periode, renstra.periode, False)
    for yearly in ctx.pilih(*TAHUNAN):
        renstra_pd = [item for item in ctx.pilih("renstra", pd=ctx.pd(yearly)) if item.periode] if ctx.pd(yearly) else []
        if yearly.tahun and renstra_pd and all(yearly.tahun > item.periode[1] + dengan["lebih"] for item in renstra_pd if item.periode):
            assert renstra_pd[-1].periode
            yield _temuan_periode(renstra_pd[-1], yearly, renstra_pd[-1].periode, (yearly.tahun, yearly.tahun), False)


def _seperiode(a: tuple[int, int] | None, b: tuple[int, int] | None, lebih: int) -> bool:
    return bool(a and b and a[0] == b[0] and abs(a[1] - b[1]) <= lebih)


def _tahun_tabel(document: Dokumen, lebih: int) -> tuple[int, int] | None:
    """First and last year of the targets, where most lie outside the period of the title."""
    years = Counter(
        int(year)
        for node in document.kinerja
        for one in node.indikator
        for year, value in one.target.items()
        if year.isdigit() and terisi(value)
    )
    start, end = document.periode or (0, 9999)
    outside = sum(n for year, n in years.items() if not start - 1 <= year <= end + lebih)
    return (min(years), max(years)) if years and 2 * outside > sum(years.values()) else None


def _temuan_periode(atas: Dokumen, bawah: Dokumen, a: tuple[int, int], b: tuple[int, int], dalam: bool) -> Temuan:
    texts = [f"{x}-{y}" if x != y else str(x) for x, y in (a, b)]
    evidence = [di(atas, texts[0], nilai=texts[0])]
    if dalam:
        rows = [(node, one) for node in bawah.kinerja for one in node.indikator if str(b[0]) in one.target]
        evidence.append(di(bawah, rows[0][1].uraian, rows[0][1].lokasi, nilai=texts[1]))
    else:
        evidence.append(di(bawah, texts[1], nilai=texts[1]))
    return Temuan(
        bukti=tuple(evidence),
        subjek=tuple(texts),
        jenis=bawah.jenis,
        perangkat_daerah=bawah.perangkat_daerah,
        fakta={"periode_a": texts[0], "periode_b": texts[1], "dok_atas": peran(atas), "dok_bawah": peran(bawah), "dalam": dalam},
        keyakinan=0.9 * min(atas.keyakinan_jenis, bawah.keyakinan_jenis),
    )


@periksa("identitas_perangkat")
def identitas_perangkat(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """An agency has one name in all its documents: two names with one agency code; or, where each has just the documents that the
    other lacks, one name inside the other, or two names that share a word and the same programmes.

    Facts: nama_a, nama_b, dok_a (list), dok_b (list)."""
    for first, second in _nama_mirip(ctx):
        groups = [ctx.perangkat[key] for item in (first, second) if (key := ctx.pd(item))]
        yield Temuan(
            bukti=tuple(_nama(item) for group in groups for item in group[:3]),
            subjek=tuple(sorted(str(item.perangkat_daerah) for item in (first, second))),
            jenis="identitas",
            perangkat_daerah=first.perangkat_daerah,
            fakta={
                "nama_a": first.perangkat_daerah,
                "nama_b": second.perangkat_daerah,
                "dok_a": [peran(item) for item in groups[0][:3]],
                "dok_b": [peran(item) for item in groups[1][:3]],
            },
            keyakinan=0.85,
        )


def _nama_mirip(ctx: Context) -> list[tuple[Dokumen, Dokumen]]:
    """One document each of two agency names that mean one agency; the one with the Renstra first."""
    found = []
    agencies = [group for group in ctx.perangkat.values() if not unit_pelaksana(group[0].perangkat_daerah or "")]
    for first, second in combinations(agencies, 2):
        if ctx.pemda(first[0]) == ctx.pemda(second[0]) and (_sekode(first, second) or _sebagian(first, second)):
            ordered = sorted((first, second), key=lambda group: all(item.jenis != "renstra" for item in group))
            found.append((ordered[0][0], ordered[1][0]))
    return found


def _sekode(first: list[Dokumen], second: list[Dokumen]) -> bool:
    codes = [{(item.kode_pd or "").strip(". ") for item in group} - {""} for group in (first, second)]
    return bool(codes[0] & codes[1])


def _sebagian(first: list[Dokumen], second: list[Dokumen]) -> bool:
    kinds = [{item.jenis for item in group} for group in (first, second)]
    if kinds[0] & kinds[1]:
        return False
    names = [set(kunci_pd(group[0].perangkat_daerah or "").split()) - _UMUM for group in (first, second)]
    if names[0] < names[1] or names[1] < names[0]:
        return bool(names[0] and names[1])
    codes = [{code for item in group for node in item.kinerja if (code := _kode(node))} for group in (first, second)]
    return bool(names[0] & names[1]) and bool(codes[0] and codes[1]) and (codes[0] <= codes[1] or codes[1] <= codes[0])


def _kode(node: Kinerja) -> str | None:
    """The code of a programme that is the agency's own."""
    return kode_program(node.kode) if node.level == "program" and not penunjang(node) else None


def _judul(item: Dokumen) -> str:
    return peran(item)


def _nama(item: Dokumen) -> Bukti:
    return di(item, item.perangkat_daerah or "", nilai=item.perangkat_daerah)
