"""Period, year, date, generation of tables and status of a document."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from ...model import Jenis
from ..tulisan.urutan import BULAN
from .jenis_dokumen import jenis_judul
from .petunjuk import Petunjuk

_SPAN = re.compile(r"(?<!\d)(20[0-4]\d)\s*(?:[-–—−/]|s\.?\s?/?\s?d\.?|sampai dengan|hingga)\s*(20[0-4]\d)(?!\d)", re.I)
_COVER_SPAN = re.compile(r"(?<!\d)(20[0-4]\d)\s+(20[0-4]\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d.,/-])(20[0-4]\d)(?![\d]|\s*[-–—/]\s*20)")
_NAMED_YEAR = re.compile(r"\b(?:tahun(?: anggaran)?|t\.?a\.?|anggaran)\s*:?\s*(20[0-4]\d)(?!\d|\s*[-–—/]\s*20)", re.I)
_REGULATION = re.compile(
    r"(?:nomor|no\.?|peraturan|undang[- ]undang|permen\w*|perpres|inpres|inmendagri)\s*[\w./ -]{0,25}?tahun\s*20\d\d", re.I
)
TANGGAL = re.compile(rf"(?:(\d{{1,2}})\s+)?({BULAN})\s+(20\d\d)", re.I)
_DATED = re.compile(rf"\btanggal\W*(?:\d{{1,2}}\W+)?(?:(?:{BULAN})\W+)?(20[0-4]\d)(?!\d)", re.I)
_DRAFT = re.compile(r"\b(?:rancangan(?:\s*a(?:wal|khir))?|ranwal|ranhir|draf|draft|rencana\s+akhir)\b(?!\s+(?:peraturan|perda))", re.I)
_SUBJECT: dict[Jenis, str] = {
    "rpjmd": r"rpjmd|rpd\b|rencana pembangunan",
    "renstra": r"renstra|rencana strategis",
    "pk": r"perjanjian|\bpk\b",
    "iku": r"indikator kinerja utama|\biku\b",
    "renja": r"renja\b|rencana kerja",
    "cascading": r"cascading|pohon kinerja",
    "rencana_aksi": r"rencana aksi",
    "lkjip": r"laporan",
    "lhe": r"laporan",
}
_PLANS = re.compile(
    r"\b(rp(?:jm)?d|rencana pembangunan|renstra|rencana strategis)\b|"
    r"\b(indikator kinerja utama|iku|keputusan ini|memutuskan|menetapkan)\b",
    re.I,
)
_BEFORE = 200
"""Characters before a period in which the plan it belongs to is named."""
_NEW = re.compile(
    r"nspk\s*dan\s*sasaran|program\s*/\s*outcome|baseline[\W_]*2024|penahapan renstra|teknik merumuskan|inmendagri[^.]{0,20}2 tahun 2025|"
    r"instruksi menteri dalam negeri[^.]{0,20}2 tahun 2025",
    re.I,
)
_OLD = re.compile(r"t\W?c\W{0,2}(?:2[3-9]|3[0-3])\b|permendagri[^.]{0,20}86 tahun 2017|tahun ke\W|kondisi kinerja (?:awal|pada)", re.I)


def periode_dokumen(clues: Petunjuk, jenis: Jenis = "lainnya") -> tuple[int, int] | None:
    """First and last year of a multi-year document: the range of three to six years with the most weight. A single odd footer
    ("2025 - 2026") is no such range, an outdated one is outvoted. A decree on IKU that only cites the period of a plan has none."""
    votes: Counter[tuple[int, int]] = Counter()
    for text, weight in clues.berbobot:
        spans = _SPAN.findall(text) or _COVER_SPAN.findall(text)
        for span in dict.fromkeys(spans[:3]):
            votes[int(span[0]), int(span[1])] += weight  # type: ignore[assignment]
    prose = _without_cited(clues.prosa) if jenis == "iku" else clues.prosa
    for text, weight in ((prose, 0.3), (clues.properti or "", 2.0), (" ".join(clues.tabel), 0.2)):
        for first, last in _SPAN.findall(text):
            votes[int(first), int(last)] += weight  # type: ignore[assignment]
    for span in [span for span in votes if not 3 <= span[1] - span[0] <= 6]:
        del votes[span]
    return votes.most_common(1)[0][0] if votes else periode_kolom(clues.kolom)


def _without_cited(prose: str) -> str:
    """Prose without the periods of plans that it cites ("RPJMD Tahun 2021-2026"): those before which a plan is named last, and not what
    the decree itself lays down."""

    def own(match: re.Match[str]) -> str:
        named = list(_PLANS.finditer(prose, max(0, match.start() - _BEFORE), match.start()))
        return " " if named and named[-1][1] else match[0]

    return _SPAN.sub(own, prose)


def periode_kolom(headers: tuple[str, ...]) -> tuple[int, int] | None:
    """The period that year columns span, where no text names it. Six target years with a baseline in the year before the first are the new
    format, which plans one year beyond the period (2025-2030 for 2025-2029)."""
    for header in headers[:6]:
        years = sorted({int(year) for year in re.findall(r"(?<!\d)20[0-4]\d(?!\d)", header)})
        base = re.search(r"(?:baseline|awal)[\W_]*(?:tahun[\W_]*)?(20\d\d)", header)
        if base:
            years = [year for year in years if year != int(base[1])]
        if len(years) >= 4 and years[-1] - years[0] == len(years) - 1:
            return (years[0], years[-1] - 1) if len(years) == 6 else (years[0], years[-1])
    return None


def tahun_dokumen(clues: Petunjuk, tanggal: str | None, jenis: Jenis) -> int | None:
    """Year of a yearly document: "TAHUN 2022" and "TA. 2023" over bare years in titles and running lines, then the first prose, then
    the date of signing. Years of regulations do not count."""
    votes: Counter[int] = Counter()
    for text, weight in clues.berbobot:
        bare = _REGULATION.sub(" ", text)
        if jenis_judul(text) == jenis:
            weight *= 3  # the title itself, not a vision that names its last year
        named = _NAMED_YEAR.findall(bare)
        for year in named or _YEAR.findall(TANGGAL.sub(" ", bare)):
            votes[int(year)] += weight if named else weight / 2  # type: ignore[assignment]
    if not votes and jenis == "iku":
        return _decree_year(clues)
    if not votes:
        for year in _NAMED_YEAR.findall(_REGULATION.sub(" ", clues.prosa)):
            votes[int(year)] += 1
    if votes:
        return votes.most_common(1)[0][0]
    return int(tanggal[-4:]) if tanggal else None


def _decree_year(clues: Petunjuk) -> int | None:
    """Year of a decree: of its date ("ditetapkan pada tanggal ... 2021"), of the number in its title, else the latest year that it cites,
    because a decree is no older than the regulations it rests on."""
    dated = _DATED.findall(clues.prosa)
    numbered = [year for text, _ in clues.judul for year in _NAMED_YEAR.findall(text)]
    cited = sorted(_NAMED_YEAR.findall(clues.prosa), reverse=True)
    return next((int(year) for year in (*dated, *numbered, *cited)), None)


def tanggal_dalam(text: str) -> str | None:
    """The first printed date without its place: "Sleman, Januari 2026" -> "Januari 2026"."""
    match = TANGGAL.search(text)
    return re.sub(r"\s+", " ", match[0]) if match else None


def status_dokumen(clues: Petunjuk, jenis: Jenis) -> Literal["rancangan", "perubahan"] | None:
    """Tells "rancangan" for drafts of any stage, "perubahan" for revisions of this kind of document, by titles and running lines, else by
    three mentions in the prose."""
    subject = _SUBJECT.get(jenis)
    titles = [text for text, weight in clues.berbobot if weight >= 1]
    if any(_DRAFT.search(text) for text in titles):
        return "rancangan"
    if subject:
        change = re.compile(
            rf"\b(?:perubahan|revisi)\s+(?:dokumen\s+)?(?:{subject})|\bp-(?:{subject})|"
            rf"(?:{subject})(?:[^.]{{0,40}}?\)|(?:\s+\w+)?)\s+(?:perubahan|revisi)\b",
            re.I,
        )
        if any(change.search(text) for text in titles) or len(change.findall(clues.prosa)) >= 3:
            return "perubahan"
    return None


def format_dokumen(clues: Petunjuk, periode: tuple[int, int] | None) -> Literal["2017", "2025"] | None:
    """Generation of the tables: by their headers and captions, else by the period (2025 and later; 2017 and later)."""
    text = " | ".join((*clues.kolom, *clues.tabel))
    if _NEW.search(text):
        return "2025"
    if periode:
        return "2025" if periode[0] >= 2025 else "2017" if periode[0] >= 2016 else None
    return "2017" if _OLD.search(text) else None
