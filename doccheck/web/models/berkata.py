"""Rows that say why something failed."""

from __future__ import annotations

from doccheck.kalimat import baca


class Berkata:
    """pesan: as `kalimat.tulis` keeps it; rows from before that hold plain words, in the language of whoever was told them first."""

    pesan: str

    @property
    def kata(self) -> str:
        """`pesan` in the language of whoever reads."""
        return baca(self.pesan)
