"""Which document of the old version became which of the new one: by name, else by what the document is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from ..match import kunci, kunci_pd
from ..model import Dokumen

Kunci = Callable[[Dokumen], Hashable]


def pasangkan(lama: Sequence[Dokumen], baru: Sequence[Dokumen]) -> list[tuple[Dokumen | None, Dokumen | None]]:
    """Pairs in the order of the new version; what only the old one has comes last. One document on each side is always a pair."""
    if len(lama) == 1 == len(baru):
        return [(lama[0], baru[0])]
    partner: dict[str, Dokumen] = {}
    rest_old, rest_new = list(lama), list(baru)
    for key in (_name, _identity, _office):
        counts_old, counts_new = (Counter(key(d) for d in rest) for rest in (rest_old, rest_new))
        by_key = {key(d): d for d in rest_old}
        for document in list(rest_new):
            mark = key(document)
            if counts_old[mark] == 1 == counts_new[mark]:
                old = by_key[mark]
                partner[document.berkas] = old
                rest_new.remove(document)
                rest_old.remove(old)
    return [*((partner.get(document.berkas), document) for document in baru), *((document, None) for document in rest_old)]


def _name(dokumen: Dokumen) -> Hashable:
    return dokumen.berkas


def _office(dokumen: Dokumen) -> Hashable:
    """Kind, agency and post: a PK of another year, a Renstra whose period was set right."""
    if dokumen.jenis == "lainnya":
        return object()
    agency = kunci_pd(dokumen.perangkat_daerah) if dokumen.perangkat_daerah else None
    return dokumen.jenis, agency, kunci(dokumen.jabatan or ""), dokumen.berkas.rsplit(".", 1)[-1].lower()


def _identity(dokumen: Dokumen) -> Hashable:
    return _office(dokumen), dokumen.tahun, dokumen.periode
