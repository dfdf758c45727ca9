"""Strategi and arah kebijakan: how a plan means to reach its sasaran. They stand beside the performance tree, not in it: they are measured
by no indicator, have no money of their own, and no lower document derives from them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .dasar import Lokasi

JenisStrategi = Literal["strategi", "arah_kebijakan"]


class Strategi(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A strategi or an arah kebijakan as one table prints it (RPJMD chapter VI, Renstra T-C.26: "Tujuan | Sasaran | Strategi | Arah
    Kebijakan").

    id: unique in its document ("s1") · induk: id of the goal (a Kinerja, mostly a sasaran) under which it stands, of an arah kebijakan
    that of its strategi where the table pairs them; None where the goal was not read · sasaran: that goal's text as the table prints it.
    """

    id: str
    jenis: JenisStrategi
    uraian: str
    induk: str | None = None
    sasaran: str | None = None
    judul_tabel: str | None = None
    keyakinan: float = 1.0
    lokasi: Lokasi = Lokasi()


class Visi(Struct, frozen=True, kw_only=True):
    """A wording of the visi that a plan sets or quotes, with its place. No node: nothing measures it, and misi stand in the tree."""

    uraian: str
    lokasi: Lokasi = Lokasi()
