"""Which kind of planning document this is: titles and running lines over chapters, chapters over prose."""

from __future__ import annotations

import re
from collections import Counter

from ...model import Jenis
from .petunjuk import Petunjuk

_TITLES: tuple[tuple[Jenis, str], ...] = (
    ("lhe", r"laporan hasil evaluasi|hasil evaluasi (?:atas )?(?:implementasi )?(?:sakip|akip|akuntabilitas)|\blhe\b"),
    ("lkjip", r"laporan (?:akuntabilitas )?kinerja(?! keuangan)|\bl(?:kj|a|k)ip\b|\blkj\b"),
    ("rencana_aksi", r"rencana aksi|\brenaksi\b|pengukuran kinerja triwulan"),
    ("cascading", r"cascading|pohon kinerja|\bpokin\b|penjenjangan kinerja|cross\s?cutting"),
    ("pk", r"perjanjian kinerja|penetapan kinerja|kontrak kinerja|\btapkin\b"),
    ("iku", r"indikator kinerja utama|manual iku|\biku\b"),
    ("renja", r"rencana kerja(?! pemerintah)(?: tahunan)?|\brenja\b|rencana kinerja tahunan|\brkt\b"),
    ("renstra", r"rencana strategis|\brenstra\b"),
    ("rpjmd", r"rencana pembangunan (?:jangka menengah )?daerah|\bp?-?rpjmd\b|\brpd\b"),
    ("lainnya", r"rencana kerja pemerintah daerah|\brkpd\b|rencana kerja (?:dan )?anggaran|dokumen pelaksanaan anggaran|\blppd\b|\blkpj\b"),
)
_TITLE = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _TITLES)
_SMALL = tuple((kind, re.compile(pattern)) for kind, pattern in _TITLES)
"""The same for long texts in small letters, at two thirds of the price."""
_CHAPTERS: tuple[tuple[Jenis, re.Pattern[str], float], ...] = (
    ("lkjip", re.compile(r"akuntabilitas kinerja|perencanaan kinerja(?! penyelenggaraan)", re.I), 2.0),
    ("renstra", re.compile(r"gambaran pelayanan", re.I), 2.0),
    ("renstra", re.compile(r"tujuan,? (?:dan )?sasaran.*strategi|kinerja penyelenggaraan bidang urusan", re.I), 1.0),
    ("renja", re.compile(r"(?:hasil )?evaluasi (?:hasil |pelaksanaan )*(?:renja|rencana kerja)|rencana kerja dan pendanaan", re.I), 2.5),
    ("rpjmd", re.compile(r"gambaran umum (?:kondisi )?daerah|(?:gambaran )?keuangan daerah|visi, misi", re.I), 2.0),
)
_CAPTIONS: tuple[tuple[Jenis, re.Pattern[str], float], ...] = (
    ("renstra", re.compile(r"t\W?c\W{0,2}2[3-8]|pelayanan perangkat daerah|renstra", re.I), 0.7),
    ("renja", re.compile(r"t\W?c\W{0,2}(?:29|3[0-3])|renja", re.I), 0.7),
    ("rpjmd", re.compile(r"program pembangunan daerah yang disertai|indikasi rencana program prioritas", re.I), 1.5),
)
_PROSE: tuple[tuple[Jenis, re.Pattern[str], float], ...] = (
    ("lhe", re.compile(r"\b(?:peri)?hal\s*:\s*(?:penyampaian )?(?:laporan )?hasil evaluasi", re.I), 4.0),
    ("pk", re.compile(r"berjanji akan mewujudkan target kinerja|disebut (?:sebagai )?\W?pihak (?:pertama|kesatu)", re.I), 3.0),
    (
        "lhe",
        re.compile(
            r"hasil evaluasi (?:atas )?(?:akuntabilitas|implementasi)[^.]{0,80}(?:memperoleh|menunjukkan) nilai|tujuan evaluasi", re.I
        ),
        1.5,
    ),
)


def jenis_dokumen(clues: Petunjuk) -> tuple[Jenis, float]:
    """(kind, confidence 0..1). Evidence is summed per kind: the first kind that a title names counts full; a document with no title is
    judged by its columns, at low confidence; one without evidence is "lainnya"."""
    score: Counter[Jenis] = Counter()
    for text, weight in clues.berbobot:
        kind = jenis_judul(text)
        if kind:
            score[kind] += weight  # type: ignore[assignment]
    if clues.properti and (kind := jenis_judul(clues.properti)):
        score[kind] += 3
    _add(score, clues.bab, _CHAPTERS, cap=6.0)
    _add(score, clues.tabel, _CAPTIONS, cap=3.0)
    _add(score, (clues.prosa,), _PROSE, cap=6.0)
    _prose_subject(score, clues.prosa)
    if not score or score.most_common(1)[0][1] < 1.0:
        guessed = _by_columns(clues.kolom)
        return guessed or ("lainnya", 0.2)
    (best, most), *rest = score.most_common(2)
    second = rest[0][1] if rest else 0.0
    share = most / (most + second)
    return best, round(min(0.99, share * min(1.0, 0.5 + most / 12)), 2)


def jenis_judul(text: str) -> Jenis | None:
    """The kind that a title names first ("CASCADING PERJANJIAN KINERJA" is a cascading); a longer match wins at the same place."""
    hits = []
    for kind, pattern in _TITLE:
        match = pattern.search(text)
        if match:
            hits.append((match.start(), -len(match[0]), kind))
    if not hits:
        return None
    return min(hits)[2]


def _add(score: Counter[Jenis], texts: tuple[str, ...], cues: tuple[tuple[Jenis, re.Pattern[str], float], ...], cap: float) -> None:
    gained: Counter[Jenis] = Counter()
    for text in texts:
        for kind, pattern, weight in cues:
            if pattern.search(text):
                gained[kind] += weight  # type: ignore[assignment]
    for kind, amount in gained.items():
        score[kind] += min(cap, amount)  # type: ignore[assignment]


def _prose_subject(score: Counter[Jenis], prose: str) -> None:
    """Mentions in the first pages' prose weigh little; RPJMD and PK, which every document cites, least."""
    mentions: Counter[Jenis] = Counter()
    prose = prose.lower()
    for kind, pattern in _SMALL:
        mentions[kind] += len(pattern.findall(prose))
    for kind, number in mentions.items():
        weight = 0.05 if kind in ("rpjmd", "pk", "iku", "lainnya", "rencana_aksi") else 0.15
        if number:
            score[kind] += min(1.5, weight * number)  # type: ignore[assignment]


def _by_columns(headers: tuple[str, ...]) -> tuple[Jenis, float] | None:
    """The kind that column names alone suggest (exports without a title)."""
    text = " | ".join(headers[:6])
    years = len(set(re.findall(r"\b20\d\d\b", text))) >= 4 or len(re.findall(r"tahun\s*(?:ke)?\W?\d", text)) >= 4
    if re.search(r"prakiraan|kode_?giat|pagu[ _]indikatif", text) and not years:
        return "renja", 0.6
    if (
        years
        and re.search(r"\baspek\b|misi\b|urusan[ _]?(?:pemerintahan)?[ _]?atau|perangkat[ _]daerah", text)
        and not re.search(r"kegiatan", text)
    ):
        return "rpjmd", 0.5
    if years and re.search(r"kegiatan", text):
        return "renstra", 0.5
    if re.search(r"triwulan|\btw\b", text) and re.search(r"target", text):
        return "rencana_aksi", 0.5
    if re.search(r"realisasi", text) and re.search(r"capaian", text) and re.search(r"indikator", text):
        return "lkjip", 0.4
    if re.search(r"formula|definisi operasional|sumber data", text) and re.search(r"indikator", text) and not years:
        return "iku", 0.4
    if re.search(r"eselon|jabatan|kepala bidang", text) and re.search(r"indikator|sasaran", text):
        return "cascading", 0.4
    if re.search(r"sasaran", text) and re.search(r"indikator", text) and re.search(r"target", text) and not years:
        return "pk", 0.3
    return None
