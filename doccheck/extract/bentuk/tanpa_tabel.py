"""A document that should have goals and has none in its tables: they stand in labelled lines, or it is said that none was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...bahasa import _
from ...catatan import catatan
from ...layout import Layout
from ...model import Catatan, Jenis, JenisTabel, Kinerja
from ..identitas import Identitas
from .berlabel import baca_berlabel

_BERKINERJA: dict[Jenis, JenisTabel] = {
    "rpjmd": "tujuan_sasaran", "renstra": "tujuan_sasaran", "iku": "iku", "renja": "renja", "pk": "pk", "rencana_aksi": "rencana_aksi",
    "cascading": "cascading",
}  # fmt: skip
"""Kinds of documents that are nothing without goals, and the kind of table that would hold them."""
_BERINDIKATOR = frozenset({"pk", "iku"})
"""Kinds that are nothing without indicators: programmes alone are not their goals."""
_TAK_TERBACA = frozenset({"EXT-01", "EXT-02", "EXT-03", "EXT-11", "EXT-13"})
"""Notes that already say why a document has no goals."""


def kurang_kinerja(jenis: Jenis, kinerja: Iterable[Kinerja]) -> bool:
    """Whether a document of this kind lacks what it is nothing without: goals, or of some kinds indicators."""
    return jenis in _BERKINERJA and not any(one.indikator or jenis not in _BERINDIKATOR for one in kinerja)


def baca_tanpa_tabel(
    layout: Layout, who: Identitas, kinerja: Sequence[Kinerja], notes: Iterable[Catatan]
) -> tuple[list[Kinerja], list[Catatan]]:
    """The goals of labelled lines, numbered after those of the tables; where there are none the note that says so, unless one of `notes`
    tells why. `who.jenis` is one that lacks its goals (see kurang_kinerja)."""
    made = baca_berlabel(layout, len(kinerja) + 1, who.tahun)
    for simpul in made:
        simpul.jabatan = simpul.jabatan or who.jabatan
    if made or any(note.kode in _TAK_TERBACA for note in notes):
        return [simpul.jadi(_BERKINERJA[who.jenis], None) for simpul in made], []
    text = _("tidak ada tabel sasaran dan indikator yang dikenali") if kinerja else _("tidak ada tabel kinerja yang dikenali")
    return [], [catatan("EXT-13", None, text)]
