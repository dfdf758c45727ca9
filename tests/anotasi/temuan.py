"""Findings for tests of marks."""

from __future__ import annotations

from typing import Any

from doccheck.anotasi.pesan import Tanda, Usulan
from doccheck.model import Bukti, Finding, Keparahan

ATAS = Bukti(dokumen="renstra.pdf", peran="Renstra Dinas Kesehatan", kutipan="Angka Kematian Ibu", nilai="92", halaman=6, tabel=1, baris=5)


def tanda(usulan: Usulan | None = None, keparahan: Keparahan = "kritis", **place: Any) -> Tanda:
    bukti = Bukti(**{"dokumen": "pk.docx", "kutipan": "", **place})
    finding = Finding(
        aturan="TGT-01", keparahan=keparahan, keyakinan=0.97, kondisi="Target “Angka Kematian Ibu” berbeda.", kriteria="", akibat="",
        rekomendasi="Agar target diselaraskan.", sidik="ab12", bukti=(ATAS, bukti), perangkat_daerah="Dinas Kesehatan",
    )  # fmt: skip
    return Tanda(bukti, finding, usulan)
