"""Links between the documents of one pemda.

Evidence in this order: the parent that the row itself cites (Kinerja.rujukan), the code, the same text, likeness. Per pair of documents the
best assignment over all items is taken, not the best row by row: an item keeps a link only if neither end has a clearly better one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from ..model import Dokumen, Kinerja, Tautan, Verdict
from .alokasi import ACCEPT, Calon, bagi
from .banding import compare
from .bukti import GOALS, beda_level, bukti_indikator, cocok_pd, dengan_target, milik_lain, pd_lain, pengampu
from .calon import Indeks
from .frasa import Kind, parse_phrase
from .generik import milik_sendiri
from .hubungan import Pasangan, pasangan
from .kelompok import Butir, ButirIndikator, Kelompok, kelompok, ujung
from .pd import kunci_pd
from .pk import jenjang
from .putusan import diputus_sama
from .rujukan import dirujuk, sekode

Item = TypeVar("Item", Butir, ButirIndikator)

DERIVED = 0.58
"""Score of texts from which an agreement of a subordinate takes up one of the superior: they share an agency and its words."""


class _Sisi(Struct):
    """One document ready for linking: its items and, lazily, their indices."""

    dokumen: Dokumen
    isi: Kelompok
    tujuan: Indeks[Butir]
    program: Indeks[Butir]
    indikator: Indeks[ButirIndikator]


_WORK = ("kegiatan", "subkegiatan", "aktivitas")


def _sisi(dokumen: Dokumen, nodes: Iterable[Kinerja] | None = None) -> _Sisi:
    items = kelompok(dokumen, nodes)
    return _Sisi(
        dokumen,
        items,
        Indeks([item for item in items.kinerja if item.level in GOALS], "sasaran"),
        Indeks([item for item in items.kinerja if item.level not in GOALS], "program"),
        Indeks(items.indikator, "indikator"),
    )


def tautkan(dokumen: Sequence[Dokumen]) -> tuple[Tautan, ...]:
    """Links the documents of one pemda: goals with goals, indicators with indicators, upper document to lower document.

    Every distinct text of a document counts once per level; the link points to its best occurrence. Only texts that say the same become
    links, or rows whose own column or code names the parent. `status`: "tertaut", "ambigu" (two parents fit equally well), "varian"
    (another table of the upper document words it so), "luar_kewenangan" (the upper row names another agency).
    """
    sides = [_sisi(document) for document in dokumen]
    by_document = {id(side.dokumen): side for side in sides}
    links: list[Tautan] = []
    for pair in pasangan(dokumen):
        links += _link(pair, by_document[id(pair.atas)], by_document[id(pair.bawah)])
    for upper, lower, above, below in jenjang(dokumen):
        pair = Pasangan(upper, lower, "turunan")
        found = _link(pair, _sisi(upper, above), _sisi(lower, below))
        links += [link for link in found if link.skor >= DERIVED]
    return tuple(links)


def _link(pair: Pasangan, upper: _Sisi, lower: _Sisi) -> list[Tautan]:
    goals = bagi(
        [
            *_candidates(pair, upper.tujuan, lower.tujuan.items, "sasaran"),
            *_candidates(pair, upper.program, lower.program.items, "program", offset=(len(upper.tujuan.items), len(lower.tujuan.items))),
        ]
    )
    above = [*upper.tujuan.items, *upper.program.items]
    below = [*lower.tujuan.items, *lower.program.items]
    cited = dirujuk(pair, above, below)
    goals = _without_neighbours(goals, [{_table(node) for node in item.kejadian} for item in above])
    known = {(found.atas, found.bawah) for found, _ in cited}
    goals = [*cited, *((found, status) for found, status in goals if (found.atas, found.bawah) not in known)]
    links = [_goal_link(pair, above[found.atas], below[found.bawah], found, status) for found, status in goals]
    parents = {(id_a.id, id_b.id) for found, _ in goals for id_a in above[found.atas].kejadian for id_b in below[found.bawah].kejadian}
    tables = [{_table(node) for node, _ in item.kejadian} for item in upper.indikator.items]
    found_indicators = _without_neighbours(bagi(_indicator_candidates(pair, upper, lower, parents)), tables)
    lists = [{(*_table(node), pengampu(node, at)) for node, at in item.kejadian} for item in lower.indikator.items]
    found_indicators = _without_likeness(found_indicators, lists)
    links += [
        _indicator_link(pair, upper.indikator.items[found.atas], lower.indikator.items[found.bawah], found, status)
        for found, status in found_indicators
    ]
    return links


def _table(node: Kinerja) -> tuple[str, str | None]:
    return node.tabel, node.judul_tabel


def _without_neighbours(links: Sequence[tuple[Calon, str]], tables: Sequence[set[tuple[str, str | None]]]) -> list[tuple[Calon, str]]:
    """Leaves out variants that stand in one table with what the lower document restates: they are something else there."""
    restated: dict[int, set[tuple[str, str | None]]] = {}
    for found, status in links:
        if status != "varian":
            restated.setdefault(found.bawah, set()).update(tables[found.atas])
    return [
        (found, status) for found, status in links if status != "varian" or tables[found.atas].isdisjoint(restated.get(found.bawah, ()))
    ]


_Place = tuple[str, str | None, str | None]
"""Kind and caption of a table, and the agency in charge of a row."""


def _without_likeness(links: Sequence[tuple[Calon, str]], tables: Sequence[set[_Place]]) -> list[tuple[Calon, str]]:
    """Leaves out rewordings that stand in one agency's table of the lower document with what says the same: "Persentase pengurangan
    sampah" is not "Persentase sampah terkelola" where that one is printed beside it."""
    restated: dict[int, set[_Place]] = {}
    for found, _status in links:
        if found.banding.verdict == "same":
            restated.setdefault(found.atas, set()).update(tables[found.bawah])
    return [
        (found, status)
        for found, status in links
        if found.banding.verdict == "same" or tables[found.bawah].isdisjoint(restated.get(found.atas, ()))
    ]


def _partners(pair: Pasangan, index: Indeks[Item], item: Item) -> list[Item]:
    """Items to compare with: like ones, too, where the upper document may word the same thing twice; of an agency's activities, which
    no RPJMD plans, those of the same text."""
    same = index.sama(item.kunci)
    decided: list[Item] = [other for key in diputus_sama(item.kunci) for other in index.sama(key)]
    unplanned = pair.atas.jenis == "rpjmd" and pair.bawah.jenis == "renstra" and item.level in _WORK
    settled = any(other.level == item.level for other in same)
    if unplanned or (settled and (pair.atas.jenis == "rpjmd" or pair.sederajat)):
        return same + decided
    keys = {item.kunci, *(other.kunci for other in decided)}
    return same + decided + [other for other in index.calon(item.teks) if other.kunci not in keys]


def _candidates(pair: Pasangan, index: Indeks[Butir], items: Sequence[Butir], kind: Kind, offset: tuple[int, int] = (0, 0)) -> list[Calon]:
    number_of = {id(item): number for number, item in enumerate(index.items)}
    found: list[Calon] = []
    for number, item in enumerate(items):
        if pair.sederajat and (item.level not in GOALS or (milik_sendiri(item.teks, "sasaran") and item.lingkup != "rpjmd")):
            continue
        for other in _partners(pair, index, item):
            cost = beda_level(pair, other.level, item.level, indikator=False)
            if cost is None or _out_of_scope(pair, other.lingkup, item.lingkup):
                continue
            result = compare(other.teks, item.teks, kind)
            code = kind == "program" and sekode(other, item)
            if result.verdict == "different" and not code:
                continue
            outside = kind == "program" and pd_lain(pair, _places(other), _places(item))
            if outside:
                cost += 0.2
            value = max(result.score, 0.6 if code else 0.0) - cost + (0.05 if code else 0.0)
            if value >= (0.8 if pair.sederajat else ACCEPT):
                method = "kode" if code and result.verdict == "different" else "teks" if result.verdict == "same" else "kemiripan"
                place = (number_of[id(other)] + offset[0], number + offset[1])
                found.append(Calon(*place, item.level, other.level == item.level, value, result, method, outside))
    return found


def _out_of_scope(pair: Pasangan, upper: str, lower: str) -> bool:
    """Whether a goal of the region meets a goal of an agency where they are not comparable: a Renstra's quotation of the RPJMD is no goal
    of the agency, so neither its PK nor another agency's own goal restates it."""
    return upper != lower and pair.atas.jenis != "rpjmd"


def _indicator_candidates(pair: Pasangan, upper: _Sisi, lower: _Sisi, parents: set[tuple[str, str]]) -> list[Calon]:
    number_of = {id(item): number for number, item in enumerate(upper.indikator.items)}
    found: list[Calon] = []
    for number, item in enumerate(lower.indikator.items):
        if pair.sederajat and item.lingkup != "rpjmd" and not _of_the_region(item):
            continue
        for other in _partners(pair, upper.indikator, item):
            cost = beda_level(pair, other.level, item.level, indikator=True)
            if cost is None or (_out_of_scope(pair, other.lingkup, item.lingkup) and not pair.sederajat):
                continue
            if pair.sederajat and any(one.lingkup != "rpjmd" and milik_sendiri(one.teks, "indikator") for one in (other, item)):
                continue
            result = dengan_target(compare(other.teks, item.teks, "indikator"), other, item)
            together = any((a.id, b.id) in parents for a, _ in other.kejadian for b, _ in item.kejadian)
            of_region = together and pair.pd_bawah is None  # a row of the region's own list, under the region's own goal
            if result.verdict == "different" or (not of_region and milik_lain(pair, other, item)):
                continue
            outside = pd_lain(pair, other.kejadian, item.kejadian)
            if outside:
                cost += 0.25
            value = result.score - cost + bukti_indikator(other, item) + (0.05 if together else 0.0)
            if value >= (0.8 if pair.sederajat else ACCEPT):
                method = "teks" if result.verdict == "same" else "kemiripan"
                place = (number_of[id(other)], number)
                found.append(Calon(*place, item.level, other.level == item.level, value, result, method, outside))
    return found


def _of_the_region(item: ButirIndikator) -> bool:
    """Whether two agencies may share this indicator: one of a tujuan or sasaran, or a programme's that counts no outputs; and not what
    every agency has for itself."""
    if item.level not in ("tujuan", "sasaran", "program"):
        return False
    counted = item.level == "program" and parse_phrase(item.teks, "indikator")[0].ukuran == "jumlah"
    return not counted and not milik_sendiri(item.teks, "indikator")


def _places(item: Butir) -> list[tuple[Kinerja, int | None]]:
    return [(node, None) for node in item.kejadian]


def _goal_link(pair: Pasangan, upper: Butir, lower: Butir, found: Calon, status: str) -> Tautan:
    above = _occurrence(_places(upper), pair)
    return _tautan(pair, above, (lower.kejadian[0], None), found, status, upper.level == lower.level)


def _indicator_link(pair: Pasangan, upper: ButirIndikator, lower: ButirIndikator, found: Calon, status: str) -> Tautan:
    above = _occurrence(list(upper.kejadian), pair)
    return _tautan(pair, above, lower.kejadian[0], found, status, upper.level == lower.level)


def _occurrence(places: Sequence[tuple[Kinerja, int | None]], pair: Pasangan) -> tuple[Kinerja, int | None]:
    """The occurrence to point to: the row of the lower document's agency where the upper document names agencies, else the best."""
    own = [place for place in places if cocok_pd(pengampu(*place), pair.pd_bawah)]
    return (own or list(places))[0]


def _tautan(
    pair: Pasangan, above: tuple[Kinerja, int | None], below: tuple[Kinerja, int | None], found: Calon, status: str, same_level: bool
) -> Tautan:
    verdict: Verdict = found.banding.verdict
    return Tautan(
        dari=ujung(pair.atas, *above),
        ke=ujung(pair.bawah, *below),
        hubungan="sama" if pair.hubungan == "sama" and same_level and found.metode != "rujukan" else "turunan",
        verdict=verdict,
        skor=found.banding.score,
        status=status,
        metode=found.metode,
        alasan=found.banding.reason + _renamed(pair),
    )


def _renamed(pair: Pasangan) -> str:
    """What a reason adds where two names were taken for one agency, so that nothing is assumed in silence."""
    a, b = pair.pd_atas, pair.pd_bawah
    if pair.sederajat or not a or not b or kunci_pd(a) == kunci_pd(b):
        return ""
    return f"; perangkat daerah yang sama dengan nama lain: {a} / {b}"
