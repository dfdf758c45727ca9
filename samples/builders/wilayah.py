"""The made-up regions: which documents each has, and how it is built clean, with its seeded defects, or with those of one variant."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from . import kabupaten, provinsi, rusak
from .kota import muat_cacat
from .mutasi import Data

Dokumen = dict[str, tuple[str, Callable[[Data, Path], None]]]
UTAMA = "1"
"""The variant that is committed."""


@dataclass(frozen=True)
class Wilayah:
    """folder: under samples · data, cacat: files under samples/data · dokumen: key of each document -> (file name, its writer)."""

    folder: str
    data: str
    cacat: str
    dokumen: Callable[[], Dokumen]

    def mutasi(self, varian: str | None = None) -> list[dict]:
        """The seeded defects, of one variant or all. Defects that would hide each other stand in different variants."""
        return [satu for satu in muat_cacat(self.cacat) if varian is None or satu.get("varian", UTAMA) == varian]

    def varian(self) -> list[str]:
        return sorted({satu.get("varian", UTAMA) for satu in self.mutasi()})

    def berkas(self) -> dict[str, str]:
        """Key of each document -> file name, of those that only a defect adds, too."""
        tambahan = {satu["berkas"]["nama"]: satu["berkas"]["nama"] for satu in self.mutasi() if "berkas" in satu}
        return {**{kunci: nama for kunci, (nama, _) in self.dokumen().items()}, **tambahan}


KABUPATEN = Wilayah("kabupaten-watulirang", "kabupaten-watulirang.yaml", "kabupaten-watulirang-cacat.yaml", kabupaten.dokumen)
PROVINSI = Wilayah("provinsi-nusa-mutiara", "provinsi-nusa-mutiara.yaml", "provinsi-nusa-mutiara-cacat.yaml", provinsi.dokumen)
SEMUA = (KABUPATEN, PROVINSI)


def bangun(wilayah: Wilayah, folder: Path, cacat: list[dict]) -> None:
    """Write all documents of a region with these defects into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    tulis(wilayah, folder, cacat, wilayah.dokumen())


def bangun_varian(wilayah: Wilayah, bersih: Path, folder: Path, cacat: list[dict]) -> None:
    """The same, quicker: the clean documents are copied from `bersih`, and only those that a defect touches are written."""
    shutil.copytree(bersih, folder)
    kena = {kunci for kunci in wilayah.dokumen() for satu in cacat for ubah in satu.get("ubah", []) if _kena(ubah, kunci)}
    tulis(wilayah, folder, cacat, kena)


def tulis(wilayah: Wilayah, folder: Path, cacat: list[dict], kunci: Iterable[str]) -> None:
    """Write the documents with these keys, then do to files what a defect does to them."""
    data = Data([{"ubah": [], **satu} for satu in cacat], wilayah.data)
    semua = wilayah.dokumen()
    for satu in kunci:
        nama, penulis = semua[satu]
        if data.dilewati(satu):
            (folder / nama).unlink(missing_ok=True)
        else:
            penulis(data, folder / nama)
    for satu in cacat:
        if "berkas" in satu:
            rusak.rusakkan(folder, **satu["berkas"])


def _kena(ubah: dict, kunci: str) -> bool:
    return any(fnmatch(kunci, pola) for pola in ubah["dokumen"]) and not any(fnmatch(kunci, pola) for pola in ubah.get("kecuali", []))
