"""Which agency carries which cross-sector theme, with which goals and indicators: the map agency x theme, as data.

    for peta in susun(report):          # one a pemda
        for tema in peta.tema:          # themes that occur, in the order of rules/leksikon/tema.yaml
            tema.pengampu[...]          # agencies that carry it, each with its goals and indicators
            tema.satu, tema.kosong      # carried by one agency only; named supporters with nothing of it in their own documents

Texts are classified by `classify.tema`; a theme is what words say, so support in other words is not seen: nothing here accuses, rules
(CRS) do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from ..bahasa import _, tandai
from ..checks.butir import Butir, butir, butir_hasil, butir_indikator, kunci
from ..checks.context import Context
from ..checks.generik import penunjang
from ..checks.pengampu import cocok, pengampu
from ..classify import tema as tema_teks
from ..config import Config
from ..model import LEVELS, Dokumen, Jenis, Level, Lokasi, Report

NAMA = {
    "stunting": tandai("Stunting"),
    "kemiskinan": tandai("Kemiskinan"),
    "kemiskinan_ekstrem": tandai("Kemiskinan ekstrem"),
    "pengangguran": tandai("Pengangguran"),
    "inflasi": tandai("Inflasi"),
    "anak_gender": tandai("Anak dan gender"),
    "iklim_bencana": tandai("Iklim dan bencana"),
    "lingkungan": tandai("Lingkungan hidup"),
    "ketahanan_pangan": tandai("Ketahanan pangan"),
    "investasi": tandai("Investasi"),
    "digital": tandai("Pemerintahan digital"),
    "umkm": tandai("Koperasi dan usaha mikro"),
    "pariwisata": tandai("Pariwisata"),
    "layanan_dasar": tandai("Layanan dasar (SPM)"),
}
"""Names of the themes; one that a project adds to the lexicon is shown by its key."""
_RENCANA: tuple[Jenis, ...] = ("renstra", "renja", "pk", "cascading")
_TINGGI: tuple[Level, ...] = ("misi", "tujuan", "sasaran", "program")


class ButirTema(Struct, frozen=True):
    """A goal, outcome or indicator that speaks of a theme. indikator: whether it is one · berkas, lokasi: where it is printed first."""

    teks: str
    indikator: bool
    level: Level
    jenis: Jenis
    berkas: str
    lokasi: Lokasi


class PengampuTema(Struct, frozen=True):
    """What one agency has on a theme, highest levels first. tinggi: whether some of it is a programme's or above, and not only kegiatan."""

    pd: str
    butir: tuple[ButirTema, ...]
    tinggi: bool


class Tema(Struct, frozen=True):
    """One theme. kunci, nama: in the lexicon, and in the reader's language · daerah: what the RPJMD says of it · disebut: agencies that the
    RPJMD makes responsible for that · kosong: those of them whose documents are here and say nothing of it · tanpa_dokumen: those whose
    documents are not here · satu: whether a single agency carries it though others are here."""

    kunci: str
    nama: str
    daerah: tuple[ButirTema, ...]
    pengampu: tuple[PengampuTema, ...]
    disebut: tuple[str, ...]
    kosong: tuple[str, ...]
    tanpa_dokumen: tuple[str, ...]
    satu: bool


class PetaTema(Struct, frozen=True):
    """The map of one pemda. perangkat: all agencies with plans, by name."""

    pemda: str | None
    perangkat: tuple[str, ...]
    tema: tuple[Tema, ...]
    tidak_dinilai: tuple[str, ...] = ()


def susun(report: Report) -> tuple[PetaTema, ...]:
    """The map of each pemda in the report, in the current language. Versions that another one replaces are left out."""
    stale = {name for choice in report.pilihan for name in choice.lainnya}
    valid = Context([one for one in report.documents if one.berkas not in stale], (), Config())
    groups: dict[str, list[Dokumen]] = defaultdict(list)
    for one in valid.dokumen:
        groups[valid.pemda(one)].append(one)
    return tuple(_peta(Context(group, (), Config())) for _key, group in sorted(groups.items()))


def _peta(ctx: Context) -> PetaTema:
    names: dict[str, str] = {}
    carried: dict[str, dict[str, list[ButirTema]]] = defaultdict(dict)
    for pd, documents in ctx.perangkat.items():
        plans = sorted((one for one in documents if one.jenis in _RENCANA), key=lambda one: _RENCANA.index(one.jenis))
        if not plans:
            continue
        names[pd] = next(one.perangkat_daerah for one in plans if one.perangkat_daerah)
        own = [item for one in plans for item in _butir(one) if not penunjang(item.kinerja)]
        for name, found in _per_tema(own).items():
            carried[name][pd] = found
    region = [item for one in ctx.pilih("rpjmd") for item in _butir(one)]
    about: dict[str, list[Butir]] = defaultdict(list)
    for item in region:
        for name in tema_teks(item.teks):
            about[name].append(item)
    themes = [_tema(ctx, name, about.get(name, []), carried.get(name, {}), names) for name in NAMA if name in about or name in carried]
    themes += [_tema(ctx, name, about[name], carried[name], names) for name in sorted({*about, *carried} - set(NAMA))]
    skipped = [] if region else [_("RPJMD tidak ada: pengampu yang disebut RPJMD tidak dinilai")]
    if len(names) < 2:
        skipped.append(_("Dokumen kurang dari dua perangkat daerah: yang diampu satu perangkat daerah tidak dinilai"))
    pemda = next((one.pemda for one in ctx.dokumen if one.pemda), None)
    return PetaTema(pemda, tuple(sorted(names.values())), tuple(themes), tuple(skipped))


def _butir(document: Dokumen) -> list[Butir]:
    own = document.jenis == "rpjmd"
    items = (*butir(document), *butir_hasil(document), *butir_indikator(document))
    return [item for item in items if item.teks and (own or item.kinerja.lingkup == "pd")]


def _per_tema(items: Iterable[Butir]) -> dict[str, list[ButirTema]]:
    """Each text once per theme, goals before indicators, highest level first."""
    seen: dict[str, dict[tuple[str, bool], ButirTema]] = defaultdict(dict)
    for item in items:
        one = _satu(item)
        for name in tema_teks(item.teks):
            key = (kunci(item.teks), one.indikator)
            known = seen[name].get(key)
            if known is None or LEVELS.index(one.level) < LEVELS.index(known.level):
                seen[name][key] = one
    return {name: sorted(found.values(), key=lambda one: (LEVELS.index(one.level), one.indikator)) for name, found in seen.items()}


def _satu(item: Butir) -> ButirTema:
    place = item.kinerja.lokasi if item.nomor is None else item.indikator.lokasi
    return ButirTema(item.teks, item.nomor is not None, item.kinerja.level, item.dokumen.jenis, item.dokumen.berkas, place)


def _tema(ctx: Context, name: str, region: list[Butir], carried: dict[str, list[ButirTema]], names: dict[str, str]) -> Tema:
    goals = [Butir(item.dokumen, item.kinerja) for item in region if item.kinerja.level in ("tujuan", "sasaran")]
    named = list(dict.fromkeys(text for item in goals for text in pengampu(ctx, [item])))
    plans = [one for one in ctx.dokumen if one.jenis in _RENCANA]
    present = {text: {pd for one in cocok(text, plans) if (pd := ctx.pd(one))} for text in named}
    return Tema(
        kunci=name,
        nama=_(NAMA[name]) if name in NAMA else name.replace("_", " "),
        daerah=tuple(_per_tema(region).get(name, ())),
        pengampu=tuple(
            PengampuTema(names[pd], tuple(found), any(one.level in _TINGGI for one in found))
            for pd, found in sorted(carried.items(), key=lambda one: names[one[0]])
        ),
        disebut=tuple(named),
        kosong=tuple(dict.fromkeys(names[pd] for found in present.values() for pd in sorted(found) if pd not in carried)),
        tanpa_dokumen=tuple(text for text, found in present.items() if not found),
        satu=len(carried) == 1 and len(names) > 1,
    )
