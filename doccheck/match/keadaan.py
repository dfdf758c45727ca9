"""The state of every goal and indicator as its links show it, from both ends and down the chain, in the manner of OpenFastTrace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from typing import Literal

from msgspec import Struct

from ..model import Dokumen, Tautan, Ujung
from .hubungan import TAHUNAN
from .matrix import Matriks, mengutip

Bawah = Literal["tertaut", "belum_dijabarkan", "ganda"]
Atas = Literal["tertaut", "tanpa_induk", "ambigu", "luar_kewenangan", "usang"]
Kedalaman = Literal["dangkal", "terendah"]

_Place = tuple[str, str, int | None]


class Keadaan(Struct, frozen=True):
    """The state of one end. bawah: how lower documents take it up, None where none has to · atas: where it stems from, None where it needs
    no source · kedalaman: whether the chain below reaches a yearly document, None where the folder has none below."""

    ujung: Ujung
    atas: Atas | None
    bawah: Bawah | None
    kedalaman: Kedalaman | None


def keadaan(dokumen: Sequence[Dokumen], hasil: Matriks) -> tuple[Keadaan, ...]:
    """States of all ends that are linked or stand alone, in the order of the documents.

    "ganda": two items of one plan say the same on one level (many may cite one parent, and a plan may quote it); "dangkal": taken up by a
    plan, but by none of the yearly documents of the agencies that took it up; what a plan only quotes has no depth of its own.
    """
    below: dict[_Place, list[Tautan]] = defaultdict(list)
    above: dict[_Place, list[Tautan]] = defaultdict(list)
    ends: dict[_Place, Ujung] = {}
    for link in hasil.tautan:
        below[place(link.dari)].append(link)
        above[place(link.ke)].append(link)
        ends.setdefault(place(link.dari), link.dari)
        ends.setdefault(place(link.ke), link.ke)
    childless, orphans = ({place(end) for end in found} for found in (hasil.tanpa_turunan, hasil.tanpa_induk))
    for end in (*hasil.tanpa_turunan, *hasil.tanpa_induk):
        ends.setdefault(place(end), end)
    chained = {link.dari.berkas for link in hasil.tautan if link.ke.jenis in TAHUNAN}
    order = {document.berkas: number for number, document in enumerate(dokumen)}
    quoted = {(document.berkas, node.id) for document in dokumen for node in document.kinerja if mengutip(document, node)}
    nodes = {(document.berkas, node.id): number for document in dokumen for number, node in enumerate(document.kinerja)}
    beneath = _beneath(dokumen)
    made = []
    for key in sorted(ends, key=lambda key: (order.get(key[0], 0), nodes.get(key[:2], 0), -1 if key[2] is None else key[2])):
        down: Bawah | None = "belum_dijabarkan" if key in childless else _down(below[key], quoted) if below[key] else None
        up: Atas | None = "tanpa_induk" if key in orphans else _up(above[key]) if above[key] else None
        depth = None if key[:2] in quoted else _depth(key, below, beneath, chained)
        made.append(Keadaan(ends[key], up, down, depth))
    return tuple(made)


def place(end: Ujung) -> _Place:
    """Which goal or indicator of which document an end is."""
    return end.berkas, end.id, end.nomor


def _down(links: Iterable[Tautan], quoted: Container[tuple[str, str]]) -> Bawah:
    seen: set[tuple[str, str]] = set()
    for link in links:
        said = link.metode in ("teks", "kemiripan") and link.status == "tertaut"
        if said and link.ke.jenis not in TAHUNAN and (link.ke.berkas, link.ke.id) not in quoted:
            key = (link.ke.berkas, link.ke.level)
            if key in seen:
                return "ganda"
            seen.add(key)
    return "tertaut"


def _up(links: Sequence[Tautan]) -> Atas:
    states = {link.status for link in links}
    for state in ("tertaut", "ambigu", "luar_kewenangan", "usang"):
        if state in states:
            return state
    return "tertaut"


def _beneath(dokumen: Sequence[Dokumen]) -> dict[tuple[str, str], list[_Place]]:
    """Under each tujuan the goals and indicators of its sasaran: agreements promise those, so that a tujuan reaches them through these."""
    found: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for document in dokumen:
        above = {node.id for node in document.kinerja if node.level in ("misi", "tujuan")}
        for node in document.kinerja:
            if node.induk in above and node.level in ("tujuan", "sasaran"):
                own = [(document.berkas, node.id, number) for number in (None, *range(len(node.indikator)))]
                found[document.berkas, node.induk] += own
    return found


def _depth(
    key: _Place, below: dict[_Place, list[Tautan]], beneath: dict[tuple[str, str], list[_Place]], chained: set[str]
) -> Kedalaman | None:
    """Follows the links down: "terendah" where a yearly document is reached, "dangkal" where one of the plans on the way has yearly
    documents that do not take it up."""
    seen, todo, plans, linked = {key}, [key], False, False
    for at in todo:  # grows on the way
        plans = plans or at[0] in chained
        links = below.get(at, ())
        linked = linked or bool(links)
        if any(link.ke.jenis in TAHUNAN for link in links):
            return "terendah"
        for after in (*map(place, (link.ke for link in links)), *beneath.get(at[:2], ())):
            if after not in seen:
                seen.add(after)
                todo.append(after)
    return "dangkal" if plans and linked else None
