"""What goals and indicators say: results instead of activities, measures instead of sentences, one wording in all documents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ...alasan import terjemah
from ...bahasa import _
from ...classify import is_measure, orientation, sasaran_orientasi
from ...model import Dokumen, Tautan
from ..beda_kata import beda_kata
from ..bukti import bukti, peran
from ..butir import Butir, butir, butir_indikator, kunci
from ..context import Context, Kind
from ..dibaca_hasil import dibaca_hasil, mungkin_hasil
from ..generik import indikator_internal, pd_penunjang
from ..istilah import BUKAN_HASIL, orientasi
from ..kelompok import BUKTI, per_perangkat
from ..keyakinan import bacaan, tautan
from ..klien import hasil_klien, perlu_orang
from ..perjanjian import Perjanjian
from ..pola import ada_pola
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa

DAFTAR_PANJANG = 60
"""A list of IKU of a region with more rows holds the indicators of all affairs (IKD, IKK), outputs among them."""


_TABEL_ULANG = ("program", "prioritas", "renja", "capaian")
"""Tables that print goals of other tables again, or hold other things than goals."""


def strategis(ctx: Context, jenis: Iterable[str]) -> Iterator[Butir]:
    """Goals at tujuan and sasaran level of these kinds of documents; of a PK only what the head promises."""
    for document in ctx.dokumen:
        if document.jenis not in jenis:
            continue
        if document.jenis == "pk":
            for one in _janji_kepala(ctx, document):
                yield from one.sasaran()
        else:
            yield from (item for item in butir(document, ("tujuan", "sasaran")) if milik(item))


def _janji_kepala(ctx: Context, document: Dokumen) -> list[Perjanjian]:
    return [one for one in ctx.perjanjian if one.dokumen is document and one.jenjang in ("kepala", "kdh")]


def strategis_indikator(ctx: Context, jenis: Iterable[str]) -> Iterator[Butir]:
    """Their indicators, those of an IKU list without goals among them."""
    for document in ctx.dokumen:
        if document.jenis in jenis:
            yield from indikator_strategis(ctx, document)


def indikator_strategis(ctx: Context, document: Dokumen) -> Iterator[Butir]:
    """As `strategis_indikator`, of one document."""
    if document.jenis == "pk":
        for one in _janji_kepala(ctx, document):
            yield from one.indikator()
        return
    listed = _daftar_urusan(document)
    for item in butir_indikator(document, ("tujuan", "sasaran")):
        if milik(item) and item.kinerja.tabel not in listed:
            yield item


def _daftar_urusan(document: Dokumen) -> set[str]:
    """The tables that list indicators of all affairs under names that the nation gives."""
    rows = Counter(item.kinerja.tabel for item in butir_indikator(document))
    return {"ikk"} | ({"iku"} if document.jenis == "rpjmd" and rows["iku"] > DAFTAR_PANJANG else set())


def milik(item: Butir) -> bool:
    """Whether the goal is the document's own and stands in a table of goals. Tables of programmes only repeat it, where the document has
    one; else (a part of a Renstra, the T-C.27 alone) they are where it stands."""
    own = item.dokumen.jenis == "rpjmd" or item.kinerja.lingkup == "pd"
    if not own or item.kinerja.level == "program" or item.kinerja.tabel not in _TABEL_ULANG:
        return own
    return item.kinerja.tabel == "program" and item.kinerja.indikator != () and not any(
        node.level in ("tujuan", "sasaran") and node.tabel not in _TABEL_ULANG for node in item.dokumen.kinerja
    )


def _temuan(group: list[Butir], fakta: dict[str, object], sure: float, telaah: bool = False) -> Temuan:
    first = group[0]
    return Temuan(
        bukti=tuple(bukti(item) for item in group[:BUKTI]),
        subjek=(first.teks,),
        jenis=first.dokumen.jenis,
        perangkat_daerah=first.dokumen.perangkat_daerah,
        fakta={"dok": peran(first.dokumen, first.kinerja.jabatan), **fakta},
        keyakinan=sure * bacaan(group[:1]),
        telaah=telaah,
    )


@periksa("rumusan_hasil")
def rumusan_hasil(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A strategic goal names a condition, not an activity or goods. Facts: sasaran, jenis (output, proses), alasan, dok."""
    for group in per_perangkat(ctx, strategis(ctx, dengan["dokumen"])):
        found = sasaran_orientasi(group[0].teks)
        if found.label in BUKAN_HASIL:
            facts: dict[str, object] = {"sasaran": group[0].teks, "jenis": orientasi(found.label), "alasan": terjemah(found.reason)}
            yield _temuan(group, facts, found.confidence)


@periksa("orientasi_indikator")
def orientasi_indikator(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A strategic indicator measures an outcome. What is no measure at all is another rule's. Classifications below dengan.ambang say
    nothing, nor does what checks.dibaca_hasil knows or matches dengan.kecuali (patterns), or what the agency's clients do (checks.klien);
    agencies that serve agencies, and what some read as an outcome or matches dengan.ragu (patterns), are for a person.
    Facts: indikator, jenis, alasan, dok."""
    for group in per_perangkat(ctx, strategis_indikator(ctx, dengan["dokumen"])):
        first = group[0]
        found = orientation(first.teks, first.indikator.satuan, first.kinerja.uraian or None)
        if found.label not in BUKAN_HASIL or found.confidence < dengan["ambang"] or not is_measure(first.teks):
            continue
        if dibaca_hasil(first.teks) or dikecualikan(first.teks, dengan["kecuali"]) or hasil_klien(first.dokumen, first.teks, ctx.config):
            continue
        inner = (pd_penunjang(first.dokumen) and indikator_internal(first.teks)) or perlu_orang(first.dokumen, first.teks)
        inner = inner or mungkin_hasil(first.teks) or dikecualikan(first.teks, dengan["ragu"])
        facts: dict[str, object] = {"indikator": first.teks, "jenis": orientasi(found.label), "alasan": terjemah(found.reason)}
        yield _temuan(group, facts, found.confidence, telaah=inner)


def dikecualikan(teks: str, pola: Iterable[str]) -> bool:
    """Whether the text is one of the cases that the rule file lets off."""
    return bool(pola) and ada_pola(kunci(teks), pola)


@periksa("bukan_ukuran")
def bukan_ukuran(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An indicator is a measure, not a sentence about a result or an activity. What only a list of all affairs (IKD, IKK) says may be named
    so by the nation, which is for a person. Facts: indikator, level, dok."""
    items = [
        item
        for document in ctx.pilih(*dengan["dokumen"])
        for item in butir_indikator(document, () if document.jenis == "pk" else dengan["level"])
        if item.teks and milik(item)
    ]
    listed = {document.berkas: _daftar_urusan(document) for document in ctx.pilih(*dengan["dokumen"])}
    for group in per_perangkat(ctx, items):
        if not is_measure(group[0].teks):
            only = all(item.kinerja.tabel in listed[item.dokumen.berkas] for item in group)
            yield _temuan(group, {"indikator": group[0].teks, "level": group[0].kinerja.level}, 0.9, telaah=only)


_RANGKAP = re.compile(r"\w[^\n]* (?:\d{1,2}[.)] |(?:Meningkat|Menurun|Berkurang|Ter[a-z]+)nya )")
"""Two texts in one cell: a number or the first word of a sentence in the middle."""


class _Ubah(Struct, frozen=True):
    atas: Butir
    bawah: Butir
    link: Tautan


@periksa("rumusan_berubah")
def rumusan_berubah(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The same goal or indicator has one wording in all documents of an agency.

    dengan.objek: "sasaran" or "indikator" · dengan.dari: kinds of upper documents · dengan.tanpa: patterns of words that may be added.
    Spelling, abbreviations and morphology are no change. A text that the upper document prints elsewhere in the very same words is none
    either. Names of programmes and kegiatan are no goals: they follow the nomenclature of their year.
    Facts: teks_a, teks_b (list), perbedaan, dok_a, dok_b (list).
    """
    measures = dengan["objek"] == "indikator"
    groups: dict[tuple[str | None, str], list[_Ubah]] = defaultdict(list)
    restated = False
    for link in ctx.tautan:
        if link.dari.jenis not in dengan["dari"] or link.ke.jenis not in dengan["dokumen"] or link.dari.jenis == link.ke.jenis:
            continue
        if (link.dari.nomor is not None) != measures or (link.ke.nomor is not None) != measures or link.hubungan != "sama":
            continue
        restated = True
        upper, lower = ctx.atas(link), ctx.bawah(link)
        if ctx.pd(upper.dokumen) != ctx.pd(lower.dokumen) or not _sejabatan(ctx, upper, lower):
            continue
        if link.verdict != "reworded" or (not measures and (_nama(upper) or _nama(lower))) or _ditulis_sama(ctx, upper, lower):
            continue
        if _hanya_tambahan(ctx, upper, lower, dengan):
            continue
        groups[ctx.pd(lower.dokumen), kunci(upper.teks)].append(_Ubah(upper, lower, link))
    if not restated:
        yield Lewati(_("Tidak ada {objek} yang tertaut antar dokumen").format(objek=dengan["objek"]))
    for cases in groups.values():
        upper, lower = cases[0].atas, cases[0].bawah
        texts = {kunci(case.bawah.teks): case.bawah for case in cases}
        places = {case.bawah.kunci: case.bawah for case in cases}
        yield Temuan(
            bukti=(bukti(upper), *(bukti(item) for item in list(places.values())[:BUKTI])),
            subjek=(upper.teks, *sorted(texts)),
            jenis=lower.dokumen.jenis,
            perangkat_daerah=lower.dokumen.perangkat_daerah or upper.dokumen.perangkat_daerah,
            fakta={
                "teks_a": upper.teks,
                "teks_b": [item.teks for item in texts.values()],
                "perbedaan": beda_kata(upper.teks, lower.teks),
                "dok_a": peran(upper.dokumen),
                "dok_b": list(dict.fromkeys(peran(case.bawah.dokumen, case.bawah.kinerja.jabatan) for case in cases)),
            },
            keyakinan=bacaan([upper, lower]) * max(tautan(case.link) for case in cases),
            telaah=all(case.link.status == "ambigu" or _RANGKAP.search(f"{case.atas.teks}\n{case.bawah.teks}") for case in cases),
        )


def _hanya_tambahan(ctx: Context, upper: Butir, lower: Butir, dengan: Parameter) -> bool:
    """Whether the texts are the same without the words that dengan.tanpa allows."""
    extra = "|".join(dengan["tanpa"])
    if not extra or not any(re.search(extra, item.teks, re.I) for item in (upper, lower)):
        return False
    a, b = (re.sub(extra, "", item.teks, flags=re.I) for item in (upper, lower))
    return ctx.banding(a, b, "indikator" if dengan["objek"] == "indikator" else "sasaran").verdict == "same"


_NAMA = re.compile(r"(?:sub ?)?(?:program|kegiatan)\b")


def _nama(item: Butir) -> bool:
    """Whether the text is the name of a programme, kegiatan or subkegiatan rather than a goal."""
    lower = item.kinerja.level in ("program", "kegiatan", "subkegiatan")
    return bool(_NAMA.match(kunci(item.teks))) or (lower and item.dokumen.jenis not in ("pk", "cascading", "renstra"))


def _sejabatan(ctx: Context, upper: Butir, lower: Butir) -> bool:
    """Whether the lower row restates the upper one: a head restates sasaran, the staff only what the Renstra has below them."""
    if lower.dokumen.jenis != "pk":
        return upper.kinerja.level == lower.kinerja.level
    ranks = {one.jenjang for one in ctx.perjanjian if one.dokumen is lower.dokumen and lower.kinerja in one.kinerja}
    if ranks <= {"kepala", "kdh"}:
        return upper.kinerja.level in ("tujuan", "sasaran")
    return upper.kinerja.level in ("program", "kegiatan", "subkegiatan")


def _ditulis_sama(ctx: Context, upper: Butir, lower: Butir) -> bool:
    """Whether the upper document has the lower text, or the lower document the upper text, word for word as well."""
    return _punya(ctx, upper.dokumen, lower) or _punya(ctx, lower.dokumen, upper)


def _punya(ctx: Context, document: Dokumen, item: Butir) -> bool:
    kind: Kind = "sasaran" if item.nomor is None else "indikator"
    others = butir(document) if item.nomor is None else butir_indikator(document)
    return any(kunci(one.teks) == kunci(item.teks) or ctx.banding(one.teks, item.teks, kind).verdict == "same" for one in others)
