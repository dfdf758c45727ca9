"""The whole cascade of a pemda as data: RPJMD > Renstra > programmes and below, with the owners of each box, the posts of each agency, and
the gaps between. Views (HTML, terminal, JSON) draw it and decide nothing.

    for pohon in susun(report):          # one a pemda
        for simpul in pohon.akar: ...    # boxes: simpul.uraian, .pemilik, .celah, .anak
        for simpul in pohon.lepas: ...   # trees that hang on nothing above
        for pd in pohon.perangkat: ...   # depth and breadth per agency, its posts, counts of gaps
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from ...bahasa import _
from ...checks.context import Context
from ...checks.generik import pd_kewilayahan
from ...config import Config
from ...model import LEVELS, Dokumen, Jenis, Level, Report
from .bangun import Hutan, bangun
from .cabang import Cabang
from .celah import tandai
from .isi import Celah, Jabatan, JenisCelah, Pemilik, Perangkat, Pohon, Simpul, Sumber
from .jabatan import susun_jabatan

__all__ = ["Celah", "Jabatan", "JenisCelah", "Pemilik", "Perangkat", "Pohon", "Simpul", "Sumber", "susun"]


def susun(report: Report, tahun: int | None = None) -> tuple[Pohon, ...]:
    """The cascade of each pemda in the report, in the current language. tahun: of agreements and plans (default: the latest year of an
    agreement, else of a Renja). Versions that another one replaces, which the report names, are left out."""
    stale = {name for choice in report.pilihan for name in choice.lainnya}
    valid = Context([one for one in report.documents if one.berkas not in stale], (), Config())
    groups: dict[str, list[Dokumen]] = defaultdict(list)
    for one in valid.dokumen:
        groups[valid.pemda(one)].append(one)
    trees = []
    for _key, group in sorted(groups.items()):
        names = {one.berkas for one in group}
        ctx = Context(group, [link for link in report.links if link.dari.berkas in names and link.ke.berkas in names], Config())
        trees.append(_pohon(ctx, tahun or _tahun(group)))
    return tuple(trees)


def _tahun(documents: Iterable[Dokumen]) -> int | None:
    for jenis in ("pk", "renja", "rencana_aksi", "cascading"):
        if years := [one.tahun for one in documents if one.jenis == jenis and one.tahun]:
            return max(years)
    return None


def _pohon(ctx: Context, tahun: int | None) -> Pohon:
    hutan = bangun(ctx, ctx.tautan, tahun)
    tandai(ctx, hutan, tahun)
    upper = [box for box in hutan.atas if not _ringkas(box, hutan)]
    tops = [box for box in (*upper, *(box for boxes in hutan.bawah.values() for box in boxes)) if box.induk is None]
    ids: dict[int, str] = {}
    for box in (one for top in tops for one in (top, *_urut(top))):
        ids[id(box)] = f"s{len(ids) + 1}"
    roots = [box for box in upper if box.induk is None]
    names = {one.perangkat_daerah for one in ctx.dokumen}
    return Pohon(
        pemda=next((one.pemda for one in ctx.dokumen if one.pemda), None),
        tahun=tahun,
        akar=tuple(_beku(box, ids) for box in roots),
        lepas=tuple(_beku(box, ids) for box in tops if box not in roots),
        perangkat=tuple(_perangkat(ctx, pd, documents, tahun, hutan) for pd, documents in ctx.perangkat.items()),
        tidak_dinilai=() if hutan.atas or not names else (_("RPJMD tidak ada: hubungan perangkat daerah ke atas tidak dinilai"),),
    )


def _ringkas(box: Cabang, hutan: Hutan) -> bool:
    """Takes a programme of the RPJMD that agencies take up out of the tree: it is shown where they do."""
    if box.level in ("misi", "tujuan", "sasaran") or id(box) not in hutan.dijabarkan:
        return False
    if box.induk is None:
        return not box.anak
    for child in tuple(box.anak):
        child.gantung(box.induk, child.skor, child.alasan)
    box.induk.anak.remove(box)
    return True


def _urut(box: Cabang) -> list[Cabang]:
    return [one for child in box.anak for one in (child, *_urut(child))]


def _beku(box: Cabang, ids: dict[int, str]) -> Simpul:
    return Simpul(
        id=ids[id(box)],
        jenis=box.dokumen.jenis,
        berkas=box.dokumen.berkas,
        level=box.level,
        uraian=box.teks,
        pd=box.dokumen.perangkat_daerah,
        kode=box.kode,
        hasil=box.hasil,
        indikator=box.indikator,
        pemilik=tuple(box.pemilik),
        lokasi=box.utama.lokasi,
        skor=round(box.skor, 3) if box.skor is not None else None,
        alasan=box.alasan,
        juga=tuple(dict.fromkeys(ids[id(one.inti)] for one in box.juga if id(one.inti) in ids)),
        celah=tuple(box.celah),
        anak=tuple(_beku(child, ids) for child in box.anak),
    )


def _perangkat(ctx: Context, pd: str, documents: list[Dokumen], tahun: int | None, hutan: Hutan) -> Perangkat:
    files: dict[Jenis, list[str]] = defaultdict(list)
    for one in documents:
        files[one.jenis].append(one.berkas)
    boxes = hutan.bawah.get(pd, [])
    width: Counter[Level] = Counter(box.level for box in boxes)
    posts, named, promised = susun_jabatan(ctx, pd, tahun, hutan)
    gaps: Counter[JenisCelah] = Counter(gap.jenis for box in boxes for gap in box.celah)
    without = [post.jabatan for post in _semua(posts) if any(gap.jenis == "tanpa_pk" for gap in post.celah)]
    gaps["salinan_indikator"] += sum(gap.jenis == "salinan_indikator" for post in _semua(posts) for gap in post.celah)
    skipped = []
    if not any(kind in files for kind in ("renstra", "cascading", "renja")):
        skipped.append(_("Renstra, cascading, dan Renja tidak ada: pohon hanya dari Perjanjian Kinerja"))
    if "pk" not in files:
        skipped.append(_("Perjanjian Kinerja tidak ada: pemilik kinerja tidak dinilai"))
    elif promised == "kepala" and not pd_kewilayahan(documents[0]):
        skipped.append(_("Hanya PK kepala yang ada: PK di bawahnya tidak dinilai"))
    return Perangkat(
        pd=next(one.perangkat_daerah for one in documents if one.perangkat_daerah),
        dokumen={kind: tuple(names) for kind, names in sorted(files.items())},
        lebar={level: width[level] for level in LEVELS if width[level]},
        terendah=next((level for level in reversed(LEVELS) if width[level]), None),
        jenjang_disebut=named,
        jenjang_pk=promised,
        jabatan=posts,
        tanpa_pk=tuple(without),
        celah={kind: count for kind, count in sorted(gaps.items()) if count},
        tidak_dinilai=tuple(skipped),
    )


def _semua(posts: Iterable[Jabatan]) -> list[Jabatan]:
    return [one for post in posts for one in (post, *_semua(post.bawahan))]
