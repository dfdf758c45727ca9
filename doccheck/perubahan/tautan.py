"""Links that turned suspect: what stands above changed, and what hangs below it did not follow.

A link remembers its parent: when an RPJMD is revised, each Renstra that restates the old wording or the old target has to be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ..match import kunci
from ..model import Dokumen, Tautan, Ujung
from .bentuk import PasanganDokumen, Tersangka, Ubah
from .ubah import nilai

_Tempat = tuple[str, str | None]
"""Key of a goal and of its indicator (None: the goal itself)."""
SEBAB = ("hilang", "rumusan", "satuan", "target", "target_akhir")


def tersangka(links: Sequence[Tautan], pairs: Sequence[PasanganDokumen]) -> tuple[Tersangka, ...]:
    """The suspect among the links of the old version. Only a lower end that the new version still has can be suspect; it has followed where
    it now says what the upper end says."""
    by_old = {pair.lama.berkas: pair for pair in pairs if pair.lama and pair.baru}
    changes = {berkas: _changes(pair) for berkas, pair in by_old.items()}
    found: dict[tuple[str, _Tempat, str, _Tempat], Tersangka] = {}
    for link in links:
        upper, lower = by_old.get(link.dari.berkas), by_old.get(link.ke.berkas)
        if upper is None or lower is None or lower.baru is None:
            continue
        causes = [one for one in changes[link.dari.berkas].get(_key(link.dari), ()) if one.jenis in SEBAB]
        own = changes[link.ke.berkas].get(_key(link.ke), ())
        if not causes or any(one.jenis == "hilang" for one in own):
            continue
        end = _now(link.ke, lower.baru, own)
        open_causes = tuple(one for one in causes if not _followed(one, end, own, lower.baru))
        if open_causes:
            gone = open_causes[0].jenis == "hilang" or upper.baru is None
            above = link.dari if gone or upper.baru is None else _now(link.dari, upper.baru, causes)
            mark = (link.dari.berkas, _key(link.dari), link.ke.berkas, _key(link.ke))
            found.setdefault(mark, Tersangka(atas=above, bawah=end, sebab=open_causes))
    return tuple(found.values())


def _key(end: Ujung) -> _Tempat:
    """Indicators are known by their own text alone: a reworded goal does not make them others."""
    return ("", kunci(end.indikator)) if end.indikator is not None else (kunci(end.uraian), None)


def _changes(pair: PasanganDokumen) -> Mapping[_Tempat, list[Ubah]]:
    """The changes by what they changed, as the old version words it."""
    renamed = {kunci(one.baru or ""): kunci(one.lama or "") for one in pair.perubahan if one.jenis == "rumusan"}
    found: dict[_Tempat, list[Ubah]] = {}
    for one in pair.perubahan:
        if one.jenis != "baru":
            text = kunci(one.uraian if one.indikator is None else one.indikator)
            text = renamed.get(text, text)
            found.setdefault((text, None) if one.indikator is None else ("", text), []).append(one)
    return found


def _now(end: Ujung, dokumen: Dokumen, own: Sequence[Ubah]) -> Ujung:
    """The end as the new version words it."""
    new = next((one.baru for one in own if one.jenis == "rumusan" and one.baru), None)
    text = new or (end.uraian if end.indikator is None else end.indikator)
    uraian, indikator = (text, None) if end.indikator is None else (end.uraian, text)
    return replace(end, berkas=dokumen.berkas, jenis=dokumen.jenis, uraian=uraian, indikator=indikator)


def _followed(cause: Ubah, end: Ujung, own: Sequence[Ubah], dokumen: Dokumen) -> bool:
    """Whether the lower end says the new thing, or was changed in the same respect, or never said the thing at all."""
    if cause.jenis == "rumusan":
        return kunci(end.uraian if end.indikator is None else end.indikator) == kunci(cause.baru or "") or _same_kind(cause, own)
    if cause.jenis in ("target", "target_akhir"):
        printed = _printed(cause, end, dokumen)
        return not printed or cause.baru in printed.values() or _same_kind(cause, own)
    return _same_kind(cause, own)


def _same_kind(cause: Ubah, own: Sequence[Ubah]) -> bool:
    return any(one.jenis == cause.jenis and one.tahun == cause.tahun for one in own)


def _printed(cause: Ubah, end: Ujung, dokumen: Dokumen) -> dict[object, str]:
    """What the new lower document prints for the year of the change."""
    values: dict[object, str] = {}
    for node in dokumen.kinerja:
        for one in node.indikator:
            if end.indikator is not None and kunci(one.uraian) == kunci(end.indikator):
                value = one.target_akhir if cause.tahun is None else one.target.get(cause.tahun)
                if value is not None and value.jenis != "kosong":
                    values[nilai(value)] = value.teks
    return values
