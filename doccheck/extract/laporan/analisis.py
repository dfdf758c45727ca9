"""Which of the analyses that Permen PANRB 53/2014 asks of chapter III an LKjIP has: in words, in a table only, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from ...model import Analisis, JenisAnalisis, Kinerja, Lokasi
from ..tulisan.teks import mend
from .analisis_tabel import indikator_dilaporkan, kepala_analisis, kunci, perbandingan_tabel, sasaran_indikator
from .bagian import Tulisan

_YEARS = r"tahun (?:sebelumnya|lalu|20\d\d)"
_CUES: dict[JenisAnalisis, re.Pattern[str]] = {
    "target_realisasi": re.compile(
        r"target (?:\w+ ){0,2}(?:dan|dengan|terhadap) (?:\w+ ){0,2}(?:realisasi|capaian)|realisasi.{0,100}\btarget\b|\btarget\b.{0,100}"
        r"(?:terealisasi|tercapai|realisasi)|(?:mencapai|melampaui|memenuhi|di ?bawah)\b.{0,40}\btarget\b"
    ),
    "tahun_lalu": re.compile(
        rf"(?:di ?banding\w*|perbandingan|meningkat|menurun|naik|turun|kenaikan|penurunan|lebih (?:tinggi|rendah|baik)).{{0,120}}{_YEARS}|"
        r"tahun ini (?:dengan|dan) (?:\d+ )?(?:\(\w+\) )?tahun|(?:beberapa|\d|tiga|lima) tahun terakhir"
    ),
    "jangka_menengah": re.compile(
        r"jangka menengah|target (?:akhir )?(?:tahun )?(?:renstra|rp(?:jm)?d)\b|akhir (?:periode|tahun|masa)? ?(?:renstra|rp(?:jm)?d)|"
        r"target.{0,40}(?:renstra|rp(?:jm)?d).{0,30}tahun 20\d\d"
    ),
    "nasional": re.compile(
        r"standar nasional|(?:tingkat|level|rata[- ]rata|capaian|realisasi|target|skala)[^.]{0,25}\b(?:nasional|provinsi)\b|"
        r"(?:di ?banding\w*|perbandingan).{0,80}(?:kabupaten|kota|provinsi|daerah)\b.{0,12}\blain|benchmark|\bsecara nasional\b"
    ),
    "penyebab": re.compile(
        r"faktor\W+(?:\w+ ){0,2}(?:pendukung|penghambat|pendorong|penyebab|keberhasilan|kegagalan)|"
        r"penyebab (?:keberhasilan|kegagalan|tidak)|\b(?:disebabkan|dikarenakan)\b|alternatif solusi|"
        r"\b(?:kendala|hambatan)(?:nya)?\b|(?:keberhasilan|kegagalan|ketercapaian|tercapainya)\b.{0,60}\b(?:didukung|ditunjang|didorong|"
        r"dipengaruhi)\b|analis[ia]s? (?:atas |terhadap )?(?:realisasi|capaian)"
    ),
    "efisiensi": re.compile(
        r"efisien\w*.{0,120}(?:sumber daya|anggaran|biaya|dana)|(?:sumber daya|anggaran|biaya|dana).{0,120}efisien|"
        r"penghematan|sisa anggaran|\bsilpa\b|"
        r"(?:serapan|penyerapan|realisasi anggaran).{0,100}(?:capaian kinerja|dibanding)|"
        r"capaian kinerja.{0,100}(?:serapan|penyerapan|realisasi) anggaran"
    ),
    "program": re.compile(
        r"(?:program|kegiatan)\b.{0,80}\b(?:menunjang|mendukung|penunjang|pendukung)|"
        r"(?:didukung|ditunjang)\w* (?:oleh |dengan |melalui )?(?:\d+ )?(?:program|kegiatan)"
    ),
}
_REPORT = re.compile(r"akuntabilitas kinerja|capaian kinerja", re.I)
_PROSE, _SECTION_PROSE = 8, 20
"""Words that make a sentence more than a heading, and a section more than a table with its caption."""
_PASSAGE = 4000
"""Characters after the name of an indicator that are taken to speak of it."""


class _Bacaan(Struct, frozen=True):
    """Lower-case text of one paragraph of the chapter, and the analyses that the heading above it names.

    kunci: the text for comparison of names; terusan: the same with the next paragraph, into which a name may run.
    """

    teks: str
    lokasi: Lokasi
    konteks: frozenset[JenisAnalisis]
    kunci: str = ""
    terusan: str = ""


_END = _Bacaan("", Lokasi(), frozenset())


def analisis_laporan(written: Sequence[Tulisan], kinerja: Sequence[Kinerja], tahun: int | None) -> tuple[Analisis, ...]:
    """The state of each analysis in the report as a whole, then for each indicator of its tables of achievement."""
    chapter = _chapter(written)
    prose = _prose(chapter)
    heads = kepala_analisis(chapter)
    indicators = indikator_dilaporkan(kinerja, tahun)
    tables = {name: perbandingan_tabel(shown, kinerja, tahun) for name, shown in indicators.items()}
    anywhere: dict[JenisAnalisis, Lokasi] = {**heads}
    for shown in tables.values():
        anywhere |= {kind: place for kind, place in shown.items() if kind not in anywhere}
    found = [_state(kind, None, _in_words(kind, prose, _SECTION_PROSE), anywhere) for kind in _CUES]
    goals = sasaran_indikator(kinerja, indicators)
    for name in indicators:
        passages = _passages(name, list(indicators), goals, prose)
        found += [_state(kind, name, _in_words(kind, passages, _PROSE), tables[name]) for kind in _CUES]
    return tuple(found)


def _state(kind: JenisAnalisis, name: str | None, words: Lokasi | None, tables: dict[JenisAnalisis, Lokasi]) -> Analisis:
    if words is not None:
        return Analisis(jenis=kind, keadaan="ada", indikator=name, lokasi=words)
    if kind in tables:
        return Analisis(jenis=kind, keadaan="tabel", indikator=name, lokasi=tables[kind])
    return Analisis(jenis=kind, keadaan="tidak_ada", indikator=name)


def _chapter(written: Sequence[Tulisan]) -> Sequence[Tulisan]:
    """What stands in the chapter on achievement (to the next chapter); everything where no such chapter is found."""
    starts = [at for at, one in enumerate(written) if one.bagian is not None and one.bagian.tingkat == 1]
    for start, end in pairwise([*starts, len(written)]):
        heading = written[start].bagian
        if heading is not None and (_REPORT.search(heading.judul) or heading.nomor in ("BAB III", "BAB 3", "III")) and end - start > 3:
            return written[start:end]
    return written


def _prose(chapter: Iterable[Tulisan]) -> list[_Bacaan]:
    """Paragraphs of the chapter without headings and captions, each with what the headings over it announce."""
    above: dict[int, frozenset[JenisAnalisis]] = {}
    found = []
    for one in chapter:
        text = mend(one.teks).lower()
        if one.bagian is not None:
            level = one.bagian.tingkat
            above = {rank: kinds for rank, kinds in above.items() if rank < level}
            above[level] = _announced(one.bagian.judul.lower()) if level > 1 else frozenset()
        elif text and not text.startswith(("tabel", "gambar", "grafik", "sumber")):
            found.append(_Bacaan(text, one.lokasi, frozenset().union(*above.values()), kunci(text)))
    return [replace(one, terusan=kunci(f"{one.teks} {after.teks}")) for one, after in pairwise([*found, _END])]


def _announced(heading: str) -> frozenset[JenisAnalisis]:
    return frozenset(kind for kind, pattern in _CUES.items() if pattern.search(heading))


def _in_words(kind: JenisAnalisis, prose: Sequence[_Bacaan], least: int) -> Lokasi | None:
    """Where an analysis is put into words: a sentence with its cue (which may run over two lines, and go on with the line before), or
    enough text below its heading."""
    before = ""
    for first, second in pairwise([*prose, _END]):
        cue = _cue(kind, f"{first.teks} {second.teks}")
        if 0 <= cue < len(first.teks) and len(f"{before} {first.teks} {second.teks}".split()) >= _PROSE:
            return first.lokasi
        before = first.teks
    below = [one for one in prose if kind in one.konteks]
    return below[0].lokasi if sum(len(one.teks.split()) for one in below) >= least else None


@lru_cache(maxsize=32768)
def _cue(kind: JenisAnalisis, text: str) -> int:
    """Where the cue of an analysis begins in a text, -1 without one; a paragraph is asked for the report and for each indicator."""
    match = _CUES[kind].search(text)
    return match.start() if match else -1


def _passages(name: str, names: Sequence[str], goals: dict[str, str], prose: Sequence[_Bacaan]) -> list[_Bacaan]:
    """The paragraphs that speak of an indicator: from its name to that of another one, and, where the report speaks of each sasaran, from
    that of its goal to that of another goal or of an indicator of another one."""
    own, goal = kunci(name), goals.get(name, "")
    rest = [key for key in map(kunci, names) if key not in own]
    strange = [kunci(other) for other in names if goals.get(other) != goal] + [key for key in set(goals.values()) if key not in goal]
    found: list[_Bacaan] = []
    left = of_goal = 0
    for one in prose:
        here, two = one.kunci, one.terusan
        left = _PASSAGE if 0 <= two.find(own) < len(here) else 0 if left > 0 and any(key in here for key in rest) else left
        named = bool(goal) and 0 <= two.find(goal) < len(here)
        of_goal = _PASSAGE if named else 0 if of_goal > 0 and any(key in here for key in strange) else of_goal
        if left > 0 or of_goal > 0:
            found.append(one)
            left, of_goal = left - len(one.teks), of_goal - len(one.teks)
    return found
